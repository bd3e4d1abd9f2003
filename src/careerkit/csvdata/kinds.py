"""The kinds of bulk tables: where each lies in a data folder, and what holds of its rows.

A new table is a type of row and a line of ``TABLES``.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
    SchoolRow,
    TitleRow,
    WageRow,
)
from careerkit.csvdata.table import Mistake
from careerkit.model.types import OccupationCode
from careerkit.model.vocabulary import WAGE_FIGURES

AREAS: Final = "areas.csv"
SCHOOLS: Final = "schools.csv"
_PERCENTILES: Final = tuple(WAGE_FIGURES)[1:]
_FIRST_PERCENTILE: Final = WageRow._fields.index(_PERCENTILES[0])
_CODE: Final = re.compile(get_args(OccupationCode)[1].pattern, re.ASCII)


class Reference(NamedTuple):
    """A ``column`` whose cells are keys of another table of the source, or of the same one.

    ``what`` is a row it names, for people. Rows of the same table that have a cell in the column
    ``unless`` may not be named.
    """

    column: str
    row: type[Any]
    what: str
    unless: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableKind:
    """A kind of table.

    It is ``FOLDER/SOURCE.csv``, or ``FOLDER/SOURCE/FILE`` where the names of its files match the
    pattern ``file`` (like the ``example``). No two rows of a source share their ``key``; tables are
    written in its order, or in that of ``order``. ``check`` returns what is wrong with a row whose
    cells are sound.
    """

    row: type[Any]
    folder: str
    key: tuple[str, ...]
    file: str = ""
    example: str = ""
    refers: Reference | None = None
    check: Callable[[Any], Mistake | None] | None = None
    order: Callable[[Any], Any] | None = None


def _former_code(row: TitleRow) -> Mistake | None:
    if row.kind == FORMER_CODE and not _CODE.fullmatch(row.title):
        return Mistake(1, "code", f"'{row.title}' is not an occupation code like 29-2072")
    return None


def _rising(row: WageRow) -> Mistake | None:
    """Return a percentile that is below a lower one; what is at least so much is below nothing."""
    steps = row[_FIRST_PERCENTILE:]
    known = [step for step in steps if step is not None]
    try:
        if known == sorted(known):
            return None
    except TypeError:  # some are only known to be that or more
        pass
    return _fall(steps)


def _fall(steps: Sequence[Any]) -> Mistake | None:
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


def _placed(row: SchoolRow) -> Mistake | None:
    if (row.latitude is None) != (row.longitude is None):
        at = SchoolRow._fields.index("latitude")
        return Mistake(at, "degrees", "one of two degrees is missing")
    return None


def _some_figure(row: FieldRow) -> Mistake | None:
    if row.earnings_1yr is None and row.earnings_4yr is None and row.debt is None:
        return Mistake(3, "no-figure", "the row has no figure")
    return None


TABLES: Final = (
    TableKind(
        row=TitleRow,
        folder="titles",
        key=("code", "title"),
        check=_former_code,
        order=lambda row: (row.code, TITLE_KINDS.index(row.kind), row.title),
    ),
    TableKind(row=AreaRow, folder="wages", file=re.escape(AREAS), example=AREAS, key=("area",)),
    TableKind(
        row=WageRow,
        folder="wages",
        file=r".+\.csv",
        example="29.csv",
        key=("area", "soc"),
        refers=Reference("area", AreaRow, "area"),
        check=_rising,
    ),
    TableKind(
        row=CipRow,
        folder="cip",
        key=("code",),
        refers=Reference("now", CipRow, "valid code", unless="now"),
    ),
    TableKind(row=CrosswalkRow, folder="crosswalks", key=("cip", "soc")),
    TableKind(
        row=SchoolRow,
        folder="schools",
        file=re.escape(SCHOOLS),
        example=SCHOOLS,
        key=("unitid",),
        check=_placed,
    ),
    TableKind(
        row=PriceRow,
        folder="schools",
        file=re.escape(SCHOOLS),
        example=SCHOOLS,
        key=("unitid",),
    ),
    TableKind(
        row=AwardRow,
        folder="schools",
        file=r"awards-\d\d\.csv",
        example="awards-51.csv",
        key=("cip", "unitid", "awlevel"),
        refers=Reference("unitid", SchoolRow, "school"),
    ),
    TableKind(
        row=FieldRow,
        folder="schools",
        file=r"fields-\d\d\.csv",
        example="fields-51.csv",
        key=("cip", "unitid", "level"),
        check=_some_figure,
    ),
)
"""Every kind of table, by folder; one that another refers to stands before it."""
FOLDERS: Final = tuple(dict.fromkeys(kind.folder for kind in TABLES))


def kind_of(row: type[Any]) -> TableKind:
    """Return the kind of table that has rows of a type."""
    return next(kind for kind in TABLES if kind.row is row)


def kinds_in(folder: str) -> list[TableKind]:
    """Return the kinds of tables that a folder holds, in the order in which they are read."""
    return [kind for kind in TABLES if kind.folder == folder]
