"""The kinds of bulk tables: where each belongs in a data folder, and the rules for its rows.

To add a kind, add a type of row and a line of ``TABLES``.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final, NamedTuple, get_args

from careerkit.csvdata.cells import AtLeast
from careerkit.csvdata.rows import (
    FORMER_CODE,
    TITLE_KINDS,
    AreaRow,
    AwardRow,
    CipRow,
    CrosswalkRow,
    FieldRow,
    PriceRow,
    TitleRow,
    WageRow,
)
from careerkit.csvdata.table import Mistake
from careerkit.model.school import School
from careerkit.model.types import OccupationCode
from careerkit.model.vocabulary import WAGE_FIGURES

AREAS: Final = "areas.csv"
SCHOOLS: Final = "schools.csv"
_PERCENTILES: Final = tuple(WAGE_FIGURES)[1:]
_FIRST_PERCENTILE: Final = WageRow._fields.index(_PERCENTILES[0])
_CODE: Final = re.compile(get_args(OccupationCode)[1].pattern, re.ASCII)


class Reference(NamedTuple):
    """A ``column`` whose cells are keys of another table of the same source, or of its own table.

    ``what`` is the noun for the row it names, in messages. In its own table it may not name rows
    that have a cell in the column ``unless``.
    """

    column: str
    row: type[Any]
    what: str
    unless: str = ""


class TableKind(NamedTuple):
    """A kind of table, by the type of its ``row``.

    Its files match ``place`` below a data folder: ``FOLDER/*.csv``, each named after its source, or
    ``FOLDER/*/FILE`` with one folder for each source. A ``key`` is given once in all tables of a
    source; tables are written by key, or by ``order``. ``check`` returns the mistake of a row whose
    cells are valid one by one.
    """

    place: str
    row: type[Any]
    key: tuple[str, ...]
    refers: Reference | None = None
    check: Callable[[Any], Mistake | None] | None = None
    order: Callable[[Any], Any] | None = None

    @property
    def folder(self) -> str:
        """The folder of its tables, below a data folder."""
        return self.place.partition("/")[0]

    @property
    def file(self) -> str:
        """The pattern for the names of its files."""
        return self.place.rpartition("/")[2]

    def at(self, column: str) -> int:
        """Return the number of a column."""
        return int(self.row._fields.index(column))


def _former_code(row: TitleRow) -> Mistake | None:
    if row.kind == FORMER_CODE and not _CODE.fullmatch(row.title):
        return Mistake(1, "code", f"'{row.title}' is not an occupation code like 29-2072")
    return None


def _rising(row: WageRow) -> Mistake | None:
    """Return a percentile that is below a lower one; an ``AtLeast`` is never below another."""
    steps: tuple[Any, ...] = row[_FIRST_PERCENTILE:]
    known = [step for step in steps if step is not None]
    with suppress(TypeError):  # some are only known to be that or more
        if known == sorted(known):  # the usual case, fast
            return None
    highest, below = 0.0, ""
    for at, (name, step) in enumerate(zip(_PERCENTILES, steps, strict=True), _FIRST_PERCENTILE):
        amount = step.amount if isinstance(step, AtLeast) else step
        if amount is None:
            continue
        if amount >= highest:
            highest, below = amount, name
        elif amount is step:
            return Mistake(at, "order", f"{name} is below {below}")
    return None


def _placed(row: School) -> Mistake | None:
    if (row.latitude is None) == (row.longitude is None):
        return None
    return Mistake(row._fields.index("latitude"), "degrees", "one of two degrees is missing")


def _some_figure(row: FieldRow) -> Mistake | None:
    if any(figure is not None for figure in row[3:]):
        return None
    return Mistake(3, "no-figure", "the row has no figure")


def _title_order(row: TitleRow) -> tuple[str, int, str]:
    return row.code, TITLE_KINDS.index(row.kind), row.title


_AREA: Final = Reference("area", AreaRow, "area")
_NOW: Final = Reference("now", CipRow, "valid code", unless="now")
_SCHOOL: Final = Reference("unitid", School, "school")
_LEVEL: Final = ("cip", "unitid")

TABLES: Final = (
    TableKind("titles/*.csv", TitleRow, ("code", "title"), None, _former_code, _title_order),
    TableKind(f"wages/*/{AREAS}", AreaRow, ("area",)),
    TableKind("wages/*/*.csv", WageRow, ("area", "soc"), _AREA, _rising),
    TableKind("cip/*.csv", CipRow, ("code",), _NOW),
    TableKind("crosswalks/*.csv", CrosswalkRow, ("cip", "soc")),
    TableKind(f"schools/*/{SCHOOLS}", School, ("unitid",), None, _placed),
    TableKind(f"schools/*/{SCHOOLS}", PriceRow, ("unitid",)),
    TableKind("schools/*/awards-[0-9][0-9].csv", AwardRow, (*_LEVEL, "awlevel"), _SCHOOL),
    TableKind("schools/*/fields-[0-9][0-9].csv", FieldRow, (*_LEVEL, "level"), None, _some_figure),
)
"""Every kind of table; one that others refer to comes before them and shares its name with none."""


def kind_of(row: type[Any]) -> TableKind:
    """Return the kind of table with rows of a type."""
    return next(kind for kind in TABLES if kind.row is row)
