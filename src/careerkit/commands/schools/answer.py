"""Schools that offer a program, or the programs that lead to a career."""

from dataclasses import dataclass

from careerkit.answers import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolRow:
    """A program that a school offers at a level; what is not known or not released is None.

    ``cip`` and ``program`` are its CIP code and that code's title. ``awards`` counts those of
    ``year``; 0 means that the program is offered and nobody completed it. ``lengths`` are those of
    certificates: with awards in the year, or all that are offered where none has any. ``distance``
    says whether all, some or none of the school's programs (undergraduate or graduate, like the
    level) can be had at a distance; it does not say which. ``miles`` is the distance from the place
    asked for.

    ``net_price`` is what a year at the school costs on average after grants. ``earnings_1yr`` and
    ``earnings_4yr`` (medians, one and four years after completion) and ``debt`` are of graduates of
    all programs of the same four-digit CIP code at that level. All are in US dollars. ``source`` is
    that of the school and its awards; price and graduates have their own.
    """

    unitid: int
    name: str
    city: str
    state: str
    control: str | None
    cip: str
    program: str
    level: str
    lengths: tuple[str, ...]
    awards: int
    year: str
    net_price: int | None
    earnings_1yr: int | None
    earnings_4yr: int | None
    debt: int | None
    distance: str | None
    miles: float | None
    url: str | None
    source: str | None
    net_price_source: str | None
    graduates_source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyAsked:
    """What was asked for: a ``career``, a ``program`` on record or a ``cip`` code, and its id."""

    kind: str
    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramAsked:
    """A program by its CIP code; ``schools`` counts the open ones that pass and offer it."""

    cip: str
    title: str
    schools: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NearPlace:
    """A place in degrees, and the distance in miles ``within`` which schools may be.

    Its position is the middle of those ``schools`` (a number) that the directory has there.
    """

    name: str
    latitude: float
    longitude: float
    schools: int
    within: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolList(Answer):
    """The schools that pass every filter: a row for each program and level that one offers.

    ``total`` counts schools, including those that have ``closed`` since, which have no row;
    ``rows_total`` counts rows before the limit. ``unplaced`` schools are left out because their
    position is not known. ``programs`` are all that were asked for; ``year`` is that of the awards,
    None where no school is on record. The filters are repeated as they were understood; ``area`` is
    the name of the ``state``.
    """

    command = "schools"
    rows = "schools"
    paged = True

    asked: StudyAsked
    programs: tuple[ProgramAsked, ...]
    schools: tuple[SchoolRow, ...]
    total: int
    closed: int
    unplaced: int
    rows_total: int
    year: str | None
    level: str | None
    state: str | None
    area: str | None
    control: tuple[str, ...]
    distance: bool
    near: NearPlace | None
    sort: str
    sources: tuple[str, ...]
