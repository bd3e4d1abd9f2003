"""A career in a list, as the store has it ready."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerRow:
    """A career in a list, with its current figures; a figure that is not on record is None.

    ``education`` is the level BLS calls typical for entry, or else the newest source's claim.
    ``median_wage`` is annual, in US dollars; with ``median_wage_at_least`` it is that or more. Wage
    and ``employment`` (workers) are those of ``area``, from ``wage_source``; all else is of the
    nation, from ``sources``.
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
