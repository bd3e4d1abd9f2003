"""Programs that lead to a career, compared with the client's education."""

from dataclasses import dataclass
from enum import StrEnum

from careerkit.answers import Answer
from careerkit.model.program import Award, Entry


class Standing(StrEnum):
    """Whether the client can enter a program now, next or later."""

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
    """An accreditation to look for, and the credentials (short names) that ask for it."""

    accreditor: str
    name: str
    url: str | None
    levels: tuple[str, ...]
    opens: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long certificate programs take full-time, and how many schools offer that length."""

    length: str
    schools: int
    awards: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Medians:
    """The quartiles of schools' medians in US dollars; ``low`` and ``high`` need four schools."""

    schools: int
    low: int | None
    middle: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelOffered:
    """How many schools offer a program at a level, and how many awards they gave in the year.

    ``earnings`` are those of graduates ``earnings_years`` (1 or 4) after completion, ``debt`` what
    they owed: of all programs of the four-digit code together, in the whole country.
    """

    level: str
    schools: int
    awards: int
    months: int | None
    lengths: tuple[Length, ...]
    source: str | None
    earnings: Medians | None
    earnings_years: int | None
    debt: Medians | None
    earnings_source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramMatch:
    """A program, compared with the client's education where that is known.

    ``open_to_client`` is None where the education or the program's entry rule is not known, or
    where it takes only people of an occupation. ``open_levels`` are the award levels open now,
    ``next_levels`` those that open next where none is open now, and ``why`` gives the reason.
    ``months`` is the shortest full-time length on record of those levels (of all levels where the
    education is not known). ``schools`` counts those that offer the CIP program at any level
    listed, ``offered`` counts them by level. A program without a record of its own has its CIP code
    as ``id``.
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
    schools: int | None
    offered: tuple[LevelOffered, ...]
    entry: tuple[Entry, ...]
    leads_to: tuple[Destination, ...]
    accreditation: tuple[AccreditationItem, ...]
    note: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramMatches(Answer):
    """The programs of a career.

    ``level`` is the award level asked for, ``education`` the client's; ``entry_education`` is what
    people usually enter the career with, by ``education_source``. ``schools_count`` counts the
    schools, in the ``state`` asked for or in all, that offer a program which leads to the career;
    their awards are those of ``awards_year``. Both are None where no school is on record.
    """

    command = "programs"
    rows = "programs"

    career: str
    career_title: str
    education: str | None
    level: str | None
    state: str | None
    entry_education: str | None
    education_source: str | None
    programs: tuple[ProgramMatch, ...]
    schools_count: int | None
    awards_year: str | None
