"""A program of study: its CIP code, the awards it gives, what it asks on entry, where it leads."""

from dataclasses import dataclass

from careerkit.model.types import (
    AccreditorId,
    AwardLevel,
    CareerId,
    Cip,
    Confidence,
    CredentialId,
    Field,
    Level,
    LocalId,
    Positive,
    ProgramScope,
    SourceId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """A level at which the program is offered; ``months`` is its usual full-time length.

    ``source`` stands behind the offer, ``months_source`` behind the length.
    """

    level: AwardLevel
    months: Positive | None = None
    source: SourceId
    months_source: SourceId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a student usually needs to begin the program at some of its award levels.

    ``who`` names those whom alone it takes, in the plural: people who are qualified already.
    """

    levels: tuple[AwardLevel, ...]
    requires: Level
    who: str | None = None
    confidence: Confidence
    source: SourceId
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadsTo:
    """Careers and credentials that the program is a way to."""

    careers: tuple[CareerId, ...] = ()
    credentials: tuple[CredentialId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramAccreditation:
    """The accreditation to look for, at which award levels, and the credentials that turn on it."""

    accreditor: AccreditorId
    levels: tuple[AwardLevel, ...]
    opens: tuple[CredentialId, ...] = ()
    source: SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A field of study, or one award in it; ``aka`` holds the wordings schools list it under."""

    id: LocalId
    title: str
    aka: tuple[str, ...] = ()
    scope: ProgramScope
    cip: Cip
    field: Field
    awards: tuple[Award, ...]
    entry: tuple[Entry, ...] = ()
    leads_to: LeadsTo = LeadsTo()
    accreditation: tuple[ProgramAccreditation, ...] = ()
    note: str | None = None
    sources: tuple[SourceId, ...]
