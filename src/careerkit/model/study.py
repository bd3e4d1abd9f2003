"""Levels of study (entry and length), and the CIP programs of fields of study."""

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
    """The usual entry requirement of study for an award, and its least full-time length.

    ``requires`` is the least education that usually suffices to begin. ``months`` counts from
    there, None where no source gives it; ``months_source`` is its source, ``sources`` are those
    of the whole.
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

    Related programs are left out, so the list may lack a program that would count.
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
