"""Areas and what occupations pay in them, from the bulk tables."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from careerkit.store.read import Store

_AREA = "SELECT id, code, title, area_type, state, period, source FROM area"
_WAGES = "SELECT soc, body FROM wage WHERE area = ?"
_KEYS = (
    *("unit", "employment", "jobs_per_1000", "location_quotient"),
    *("mean", "p10", "p25", "median", "p75", "p90", "at_least"),
)
"""The names of the figures in the body of a wage, in order."""


class Area(NamedTuple):
    """An area with wages on record; ``state`` is the postal code of its first state."""

    id: int
    code: str
    title: str
    area_type: str
    state: str
    period: str
    source: str


def areas(store: Store) -> list[Area]:
    """Return every area with its newest figures; of equally new figures, those added last."""
    rows = store.query(f"{_AREA} ORDER BY period, id")
    newest = {(area.area_type, area.code): area for area in (Area(*row) for row in rows)}
    return sorted(newest.values(), key=lambda area: (area.area_type, area.title))


def local_wage(store: Store, area: Area, soc: str) -> dict[str, Any] | None:
    """Return what an occupation pays in an area as a plain ``Wage``, None where it has no row."""
    row = next(store.rows(f"{_WAGES} AND soc = ?", (area.id, soc)), None)
    return None if row is None else _plain(area, row)[1]


def local_wages(store: Store, area: Area) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (SOC code, plain ``Wage``) for every occupation of an area."""
    return (_plain(area, row) for row in store.rows(_WAGES, (area.id,)))


def _plain(area: Area, row: tuple[Any, ...]) -> tuple[str, dict[str, Any]]:
    soc, values = row
    figures = dict(zip(_KEYS, values, strict=True))
    at_least = [name for name in figures.pop("at_least").split(",") if name]
    place = {"period": area.period, "area": area.title, "area_type": area.area_type}
    return soc, {**place, **figures, "at_least": at_least, "source": area.source}
