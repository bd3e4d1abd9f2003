"""A program of study: its CIP code, awards, entry requirements, careers and credentials."""

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

    ``source`` is that of the offer, ``months_source`` that of the length.
    """

    level: AwardLevel
    months: Positive | None = None
    source: SourceId
    months_source: SourceId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The education a student usually needs to begin the program at some of its award levels.

    ``who`` names the only people it takes, in the plural: those who are qualified already.
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
    """The accreditation to look for, its award levels, and the credentials that require it."""

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
