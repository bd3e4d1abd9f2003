"""What study at a level asks and takes, and the CIP programs in which a field is studied."""

from dataclasses import dataclass

from careerkit.model.types import (
    AwardLevel,
    CareerId,
    Cip,
    Confidence,
    Field,
    Level,
    LocalId,
    Positive,
    SourceId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelOfStudy:
    """What study for an award usually asks on entry, and how long it takes full-time at the least.

    ``requires`` is the least education that usually suffices to begin. ``months`` counts from
    there, None where no source tells it; ``months_source`` stands behind it, ``sources`` behind
    the whole.
    """

    id: AwardLevel
    title: str
    months: Positive | None = None
    months_source: SourceId | None = None
    requires: Level
    confidence: Confidence
    sources: tuple[SourceId, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldOfStudy:
    """The programs, by CIP code, that count as study in a field that rules ask for.

    What is merely akin is left out, so the list may be short of some program that would count.
    """

    id: Field
    title: str
    cips: tuple[Cip, ...]
    confidence: Confidence
    sources: tuple[SourceId, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvancedStudy:
    """Programs for people who are qualified already: they lead on, not into ``careers``.

    ``who`` names those people in the plural; ``requires`` is the least education that they have.
    """

    id: LocalId
    title: str
    who: str
    careers: tuple[CareerId, ...]
    cips: tuple[Cip, ...]
    requires: Level
    confidence: Confidence
    sources: tuple[SourceId, ...]
    note: str | None = None
