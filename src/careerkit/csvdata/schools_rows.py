"""Rows of the tables of schools: what their cells mean, and which of them are wrong.

An empty cell is not known, or was not released.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from careerkit.csvdata.table import Mistake
from careerkit.dates import is_date


class SchoolRow(NamedTuple):
    """An institution in the year of a directory.

    ``unitid`` is its number with the Department of Education; ``distance_*`` tells how much of the
    study at a level can be done at a distance; ``awards_year`` is the school year ("2023-24") of
    the awards beside it; ``closed`` is the day, month or year in which it closed, if it did.
    """

    unitid: int
    name: str
    city: str
    state: str
    county: str
    zip: str
    control: str | None
    latitude: float | None
    longitude: float | None
    url: str | None
    distance_undergraduate: str | None
    distance_graduate: str | None
    awards_year: str
    closed: str | None


class AwardRow(NamedTuple):
    """How many awards an institution gave in a program (six digits) at an IPEDS award level.

    None in that year, 0, says that the program is offered all the same.
    """

    cip: str
    unitid: int
    awlevel: int
    awards: int


class PriceRow(NamedTuple):
    """What a year at an institution costs on average after grants, in whole dollars."""

    unitid: int
    net_price: int


class FieldRow(NamedTuple):
    """What graduates of an institution earn and owe, medians in whole dollars.

    ``cip`` has four digits; ``level`` is College Scorecard's number of a credential level;
    earnings are those of one and of four years after completion.
    """

    cip: str
    unitid: int
    level: int
    earnings_1yr: int | None
    earnings_4yr: int | None
    debt: int | None


SCHOOL_COLUMNS: Final = SchoolRow._fields
AWARD_COLUMNS: Final = AwardRow._fields
PRICE_COLUMNS: Final = PriceRow._fields
FIELD_COLUMNS: Final = FieldRow._fields

CONTROLS: Final = ("public", "private_nonprofit", "private_for_profit")
DISTANCES: Final = ("all", "some", "none")
AWLEVELS: Final = ("2", "3", "4", "5", "6", "7", "8", "17", "18", "19", "20", "21")
"""The award levels of IPEDS."""


class _Cell(NamedTuple):
    """What a cell must look like; ``wrong`` says of one that does not what it is."""

    pattern: str
    code: str
    wrong: str


def _word(what: str, words: Sequence[str], *, may_lack: bool = False) -> _Cell:
    listed = ", ".join(words)
    return _Cell("|".join([*words, *[""] * may_lack]), what, f"is none of {listed}")


_WHOLE: Final = "0|[1-9][0-9]{0,8}"
_TEXT: Final = r"\S(?:.*\S)?"
_UNITID: Final = _Cell("[1-9][0-9]{5,7}", "unitid", "is no number of an institution like 201645")
_CIP: Final = _Cell(r"[0-9]{2}\.[0-9]{4}", "cip", "is not a CIP code like 51.0707")
_CIP_4: Final = _Cell(r"[0-9]{2}\.[0-9]{2}", "cip", "is not a CIP code of four digits like 51.07")
_COUNT: Final = _Cell(_WHOLE, "number", "is no whole number")
_DOLLARS: Final = _Cell(f"(?:{_WHOLE})?", "number", "is no whole number")
_NAME: Final = _Cell(_TEXT, "text", "is empty, or has blanks around it")
_DISTANCE: Final = _word("distance", DISTANCES, may_lack=True)
_SCHOOL: Final = (
    _UNITID,
    _NAME,
    _NAME,
    _Cell("[A-Z]{2}", "state", "is not a postal code like OH"),
    _Cell(f"(?:{_TEXT})?", "text", "has blanks around it"),
    _Cell("(?:[0-9]{5})?", "zip", "is not a ZIP code like 44114"),
    _word("control", CONTROLS, may_lack=True),
    _Cell(r"(?:-?(?:[1-8]?[0-9](?:\.[0-9]{1,9})?|90))?", "degrees", "is no latitude in degrees"),
    _Cell(
        r"(?:-?(?:(?:[1-9]?[0-9]|1[0-7][0-9])(?:\.[0-9]{1,9})?|180))?",
        "degrees",
        "is no longitude in degrees",
    ),
    _Cell(rf"(?:(?i:https?)://{_TEXT})?", "url", "is no web address like https://www.ed.gov"),
    _DISTANCE,
    _DISTANCE,
    _Cell("[0-9]{4}-[0-9]{2}", "school-year", "is not a school year like 2023-24"),
    _Cell("(?:[0-9]{4}.*)?", "date", "is not a date like 2024-05-31"),
)
_AWARD: Final = (_CIP, _UNITID, _word("award-level", AWLEVELS), _COUNT)
_PRICE: Final = (_UNITID, _Cell("0|-?[1-9][0-9]{0,8}", "number", "is no whole number"))
_FIELD: Final = (_CIP_4, _UNITID, _word("level", [*"12345678"]), *[_DOLLARS] * 3)


def _whole(cells: Sequence[_Cell]) -> re.Pattern[str]:
    """Return what a row of cells without commas looks like: one look is faster than one a cell."""
    return re.compile(",".join(f"(?:{cell.pattern})" for cell in cells))


_AWARDS: Final = _whole(_AWARD)
_PRICES: Final = _whole(_PRICE)
_FIELDS: Final = _whole(_FIELD)


def school_row(cells: Sequence[str]) -> SchoolRow | Mistake:
    """Return the school that cells of ``SCHOOL_COLUMNS`` tell, or what is wrong with them."""
    if wrong := next(_wrong(cells, _SCHOOL), None):
        return wrong
    row = SchoolRow(int(cells[0]), *cells[1:6], *[cell or None for cell in cells[6:]])  # type: ignore[arg-type]  # figures follow
    if row.closed and not is_date(row.closed):
        return _mistake(cells, _SCHOOL, len(cells) - 1)
    if (row.latitude is None) != (row.longitude is None):
        return Mistake(SCHOOL_COLUMNS.index("latitude"), "degrees", "one of two degrees is missing")
    latitude, longitude = (None if x is None else float(x) for x in (row.latitude, row.longitude))
    return row._replace(latitude=latitude, longitude=longitude)


def award_row(cells: Sequence[str]) -> AwardRow | Mistake:
    """Return the awards that cells of ``AWARD_COLUMNS`` tell, or what is wrong with them."""
    if not _AWARDS.fullmatch(",".join(cells)):
        return next(_wrong(cells, _AWARD))
    cip, unitid, awlevel, awards = cells
    return AwardRow(cip, int(unitid), int(awlevel), int(awards))


def price_row(cells: Sequence[str]) -> PriceRow | Mistake:
    """Return the price that cells of ``PRICE_COLUMNS`` tell, or what is wrong with them."""
    if not _PRICES.fullmatch(",".join(cells)):
        return next(_wrong(cells, _PRICE))
    return PriceRow(*map(int, cells))


def field_row(cells: Sequence[str]) -> FieldRow | Mistake:
    """Return the figures that cells of ``FIELD_COLUMNS`` tell, or what is wrong with them."""
    if not _FIELDS.fullmatch(",".join(cells)):
        return next(_wrong(cells, _FIELD))
    cip, unitid, level, *figures = cells
    if not any(figures):
        return Mistake(3, "no-figure", "the row has no figure")
    first, fourth, debt = [int(figure) if figure else None for figure in figures]
    return FieldRow(cip, int(unitid), int(level), first, fourth, debt)


def _wrong(cells: Sequence[str], forms: Sequence[_Cell]) -> Iterator[Mistake]:
    """Yield a mistake for each cell that is not what it should be."""
    for at, (cell, form) in enumerate(zip(cells, forms, strict=True)):
        if not re.fullmatch(form.pattern, cell):
            yield _mistake(cells, forms, at)


def _mistake(cells: Sequence[str], forms: Sequence[_Cell], at: int) -> Mistake:
    return Mistake(at, forms[at].code, f"'{cells[at]}' {forms[at].wrong}")
