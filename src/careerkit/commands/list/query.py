"""Careers filtered and sorted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from careerkit.answers.career_row import CareerRow
from careerkit.catalog import Catalog
from careerkit.commands.list.answer import CareerList
from careerkit.model.career import NATION
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.plain import from_plain
from careerkit.store.areas import Area

SORTS: dict[str, tuple[Callable[[CareerRow], Any], bool]] = {
    "title": (lambda row: row.title.casefold(), False),
    "growth": (lambda row: row.growth_percent, True),
    "openings": (lambda row: row.openings_per_year, True),
    "wage": (lambda row: row.median_wage, True),
    "workers": (lambda row: row.employment, True),
    "education": (lambda row: LEVEL_ORDER.get(row.education or ""), False),
}
"""The key of each sort, and whether the largest comes first. Missing figures always come last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Conditions on a career.

    ``group`` is a group or the word it begins with, ``education`` the highest level that entry may
    ask for. ``min_wage`` is annual, in US dollars; ``min_growth`` is in percent.
    """

    group: str | None = None
    education: str | None = None
    min_wage: int | None = None
    min_growth: float | None = None

    def passes(self, row: CareerRow) -> bool | None:
        """Tell whether a career passes; None where a figure that would decide is not on record."""
        results = {
            self.group in (None, row.group, row.group.partition("-")[0]),
            _at_most(row.education, self.education),
            _enough(row.median_wage, self.min_wage, is_least=row.median_wage_at_least),
            _enough(row.growth_percent, self.min_growth),
        }
        return False if False in results else None if None in results else True


def careers(
    catalog: Catalog, filters: Filters, sort: str, limit: int | None, area: Area | None = None
) -> CareerList:
    """Return the careers that pass ``filters``, sorted, at most ``limit`` of them.

    With an ``area``, wages and workers are those there, and careers without any BLS figure there
    are left out.
    """
    rows: Iterator[CareerRow] = (
        from_plain(CareerRow, body) for body in catalog.store.career_rows()
    )
    if area:
        rows = _local(rows, catalog.local_wages(area), area)
    judged = [(filters.passes(row), row) for row in rows]
    passing = [row for passes, row in judged if passes]
    key, largest_first = SORTS[sort]
    known = sorted((row for row in passing if key(row) is not None), key=key, reverse=largest_first)
    ordered = known + [row for row in passing if key(row) is None]
    return CareerList(
        careers=tuple(ordered[:limit]),
        total=len(passing),
        unknown=sum(passes is None for passes, _ in judged),
        area=area.title if area else NATION,
        period=area.period if area else None,
    )


def _local(
    rows: Iterable[CareerRow], wages: Mapping[str, Mapping[str, Any]], area: Area
) -> Iterator[CareerRow]:
    for row in rows:
        if wage := wages.get(row.soc):
            annual = wage["unit"] == "year"
            yield replace(
                row,
                median_wage=wage["median"] if annual else None,
                median_wage_at_least=annual and "median" in wage["at_least"],
                employment=wage["employment"],
                area=area.title,
                wage_source=area.source,
            )


def _at_most(level: str | None, limit: str | None) -> bool | None:
    if limit is None:
        return True
    return None if level is None else LEVEL_ORDER[level] <= LEVEL_ORDER[limit]


def _enough(figure: float | None, least: float | None, *, is_least: bool = False) -> bool | None:
    """Tell whether a figure reaches ``least``; with ``is_least`` it may be more than recorded."""
    if least is None:
        return True
    if figure is None:
        return None
    return figure >= least or (None if is_least else False)
