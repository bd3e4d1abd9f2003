"""Lists of careers: filtered, or found by a text."""

from dataclasses import dataclass

from careerkit.answers import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerRow:
    """A career in a list, with its current figures; a figure that is not on record is None.

    ``education`` is the level BLS calls typical for entry, or else the newest source's claim;
    ``median_wage`` is annual, in US dollars; ``median_wage_at_least``: it is that or more. Wage and
    ``employment`` (workers) are those of ``area``, from ``wage_source``; all else is of the nation,
    from ``sources``.
    """

    id: str
    title: str
    soc: str
    group: str
    education: str | None
    growth_percent: float | None
    openings_per_year: int | None
    median_wage: float | None
    median_wage_at_least: bool
    employment: int | None
    area: str
    wage_source: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerList(Answer):
    """The careers that pass every filter; ``area`` is whose wages they are held to.

    ``unknown`` counts those left out because a figure that would decide is not on record.
    """

    command = "list"
    rows = "careers"
    paged = True

    careers: tuple[CareerRow, ...]
    total: int
    unknown: int
    area: str
    period: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerMatch(CareerRow):
    """A career that a search found: by which of its names, and how that name fits."""

    matched: str
    match: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchMatches(Answer):
    """What a search found, best first."""

    command = "search"
    rows = "matches"

    text: str
    matches: tuple[CareerMatch, ...]
