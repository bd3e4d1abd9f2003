"""Programs that lead to a career, held against the client's education."""

from dataclasses import dataclass
from enum import StrEnum

from careerkit.answers import Answer
from careerkit.model.program import Award, Entry


class Standing(StrEnum):
    """Where a program stands for the client."""

    OPEN_NOW = "open_now"
    NEXT_STEP = "next_step"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """A career or credential that a program leads to; ``short`` is a credential's abbreviation."""

    kind: str
    id: str
    title: str
    short: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccreditationItem:
    """The accreditation to look for, and the credentials (short names) that turn on it."""

    accreditor: str
    name: str
    url: str | None
    levels: tuple[str, ...]
    opens: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramMatch:
    """A program, held against the client's education where that is known.

    ``open_to_client`` is None where the education or the program's entry rule is not known;
    ``open_levels`` are the award levels open now and ``next_levels`` those that open next, where
    none is open; ``why`` gives the reason. ``months`` is the shortest full-time length on record of
    those levels (of all levels where the education is not known).
    """

    id: str
    title: str
    scope: str
    cip: str
    levels: tuple[str, ...]
    months: int | None
    open_to_client: bool | None
    open_levels: tuple[str, ...]
    next_levels: tuple[str, ...]
    standing: Standing | None
    why: str | None
    awards: tuple[Award, ...]
    entry: tuple[Entry, ...]
    leads_to: tuple[Destination, ...]
    accreditation: tuple[AccreditationItem, ...]
    note: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramMatches(Answer):
    """The programs of a career; ``schools_count`` is None while no school table is loaded.

    ``level`` is the award level asked for, ``education`` the client's.
    """

    command = "programs"
    rows = "programs"

    career: str
    career_title: str
    education: str | None
    level: str | None
    programs: tuple[ProgramMatch, ...]
    schools_count: int | None
