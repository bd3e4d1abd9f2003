"""Rows of the tables of local wages: what their cells mean, and which of them are wrong.

An empty figure was not released; ``>=239200`` is only known to be that or more.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from careerkit.csvdata.table import Mistake
from careerkit.dates import is_date
from careerkit.model.vocabulary import AREA_TYPES, WAGE_FIGURES, WAGE_UNITS

AREA_COLUMNS: Final = ("area", "title", "area_type", "state", "period")
COUNTS: Final = ("employment", "jobs_per_1000", "location_quotient")
FIGURES: Final = tuple(WAGE_FIGURES)
WAGE_COLUMNS: Final = ("area", "soc", "unit", *COUNTS, *FIGURES)
AT_LEAST: Final = ">="

_TYPES: Final = tuple(each for each in AREA_TYPES if each != "national")
_STATE: Final = re.compile("[A-Z]{2}")
_SOC: Final = re.compile(r"\d\d-\d{4}", re.ASCII)
_FIRST: Final = WAGE_COLUMNS.index(COUNTS[0])
_FIRST_WAGE: Final = WAGE_COLUMNS.index(FIGURES[0])
_PERCENTILES: Final = FIGURES[1:]

_WHOLE: Final = r"\d{1,12}"
_DECIMAL: Final = rf"{_WHOLE}(?:\.\d{{1,9}})?"
_PATTERNS: Final = (_WHOLE, _DECIMAL, _DECIMAL, *[f"(?:{AT_LEAST})?{_DECIMAL}"] * len(FIGURES))
_FIGURE: Final = [re.compile(f"(?:{each})?", re.ASCII) for each in _PATTERNS]
_ALL: Final = re.compile(",".join(f"(?:{each})?" for each in _PATTERNS), re.ASCII)

Figure = int | float | None


class AreaRow(NamedTuple):
    """An area: its code, title, type, postal code of its (first) state, date of its figures."""

    area: str
    title: str
    area_type: str
    state: str
    period: str


class WageRow(NamedTuple):
    """What an occupation pays in an area.

    ``figures`` are those of ``WAGE_COLUMNS`` from employment on; ``at_least`` names the figures
    that are only known to be that or more.
    """

    area: str
    soc: str
    unit: str
    figures: tuple[Figure, ...]
    at_least: str


def area_row(cells: Sequence[str]) -> AreaRow | Mistake:
    """Return the area that cells of ``AREA_COLUMNS`` tell, or what is wrong with them."""
    row = AreaRow(*cells)
    for at, name in enumerate(("area", "title")):
        if not cells[at].strip():
            return Mistake(at, "empty", f"the {name} is empty")
    if row.area_type not in _TYPES:
        return Mistake(2, "area-type", f"'{row.area_type}' is none of {', '.join(_TYPES)}")
    if not _STATE.fullmatch(row.state):
        return Mistake(3, "state", f"'{row.state}' is not a postal code like OH")
    if not is_date(row.period):
        return Mistake(4, "date", f"'{row.period}' is not a date like 2025-05")
    return row


def wage_row(cells: Sequence[str]) -> WageRow | Mistake:
    """Return the wage that cells of ``WAGE_COLUMNS`` tell, or what is wrong with them."""
    area, soc, unit = cells[:_FIRST]
    if not _SOC.fullmatch(soc):
        return Mistake(1, "code", f"'{soc}' is not a SOC code like 29-2072")
    if unit not in WAGE_UNITS:
        return Mistake(2, "unit", f"'{unit}' is none of {', '.join(WAGE_UNITS)}")
    told = ",".join(cells[_FIRST:])
    if not _ALL.fullmatch(told):
        return _no_figure(cells)
    at_least: list[str] = []
    if AT_LEAST in told:
        marked = zip(FIGURES, cells[_FIRST_WAGE:], strict=True)
        at_least = [name for name, cell in marked if cell.startswith(AT_LEAST)]
        told = told.replace(AT_LEAST, "")
    told_apart = told.split(",")
    figures = tuple([int(x) if x.isdecimal() else float(x) if x else None for x in told_apart])
    return _fall(figures, at_least) or WageRow(area, soc, unit, figures, ",".join(at_least))


def _no_figure(cells: Sequence[str]) -> Mistake:
    """Return the first cell that holds no figure of its column."""
    at, cell = next(
        (at, cell)
        for at, (cell, pattern) in enumerate(zip(cells[_FIRST:], _FIGURE, strict=True), _FIRST)
        if not pattern.fullmatch(cell)
    )
    what = "whole number" if at == _FIRST else "figure"
    return Mistake(at, "number", f"'{cell}' is no {what}")


def _fall(figures: Sequence[Figure], at_least: Sequence[str]) -> Mistake | None:
    """Return a percentile that is below a lower one; of two that are equal, none is.

    What is at least so much may be any more: it is below nothing.
    """
    steps = figures[-len(_PERCENTILES) :]
    known = [step for step in steps if step is not None]
    if known == sorted(known):
        return None
    floor: Figure = None
    below = ""
    for at, (name, step) in enumerate(zip(_PERCENTILES, steps, strict=True), _FIRST_WAGE + 1):
        if step is None:
            continue
        if floor is None or step >= floor:
            floor, below = step, name
        elif name not in at_least:
            return Mistake(at, "order", f"{name} is below {below}")
    return None
