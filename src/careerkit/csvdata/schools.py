"""Tables of schools: ``schools/SOURCE/``, written by the importers ``ipeds`` and ``scorecard``.

``schools.csv`` has one row an institution: the directory of IPEDS, or what College Scorecard says
of the price. ``awards-51.csv`` and ``fields-51.csv`` have one row an institution, program and
level, a file a family of programs (the first two digits of CIP).
"""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from careerkit.csvdata.schools_rows import (
    AWARD_COLUMNS,
    FIELD_COLUMNS,
    PRICE_COLUMNS,
    SCHOOL_COLUMNS,
    AwardRow,
    FieldRow,
    PriceRow,
    SchoolRow,
    award_row,
    field_row,
    price_row,
    school_row,
)
from careerkit.csvdata.table import Mistake, Table, inside
from careerkit.model.problem import Problem

__all__ = [
    "AwardRow",
    "FieldRow",
    "PriceRow",
    "SchoolRow",
    "SchoolTables",
    "read_school_tables",
    "read_schools",
]
SCHOOLS: Final = "schools.csv"
AWARDS: Final = "awards"
FIELDS: Final = "fields"
_FAMILY: Final = re.compile(rf"({AWARDS}|{FIELDS})-[0-9]{{2}}\.csv")
_FOLDERS_BELONG: Final = "is not a folder of tables of schools; one folder a source belongs here"
_TABLES_BELONG: Final = (
    f"is not a table of schools; {SCHOOLS}, {AWARDS}-51.csv or {FIELDS}-51.csv belong here"
)

_Row = TypeVar("_Row")
_Key = tuple[str, ...]


class SchoolTables(NamedTuple):
    """What one source says of schools.

    ``shown`` is the folder's name in problems, ``files`` the number of its tables.
    """

    source: str
    shown: str
    files: int
    schools: list[SchoolRow]
    awards: list[AwardRow]
    prices: list[PriceRow]
    fields: list[FieldRow]


def read_schools(folder: Path, shown: str) -> tuple[list[SchoolTables], list[Problem]]:
    """Return what a folder ``schools`` holds, and what is wrong with its tables."""
    paths, problems = inside(folder, shown, "", _FOLDERS_BELONG)
    tables: list[SchoolTables] = []
    for path in paths:
        read, found = read_school_tables(path, f"{shown}/{path.name}")
        if read.files or found:  # git keeps no empty folder, so that one is no mistake
            tables.append(read)
        problems += found
    return tables, problems


def read_school_tables(
    folder: Path, shown: str, only: str | None = None
) -> tuple[SchoolTables, list[Problem]]:
    """Return what one source says of schools, and what is wrong with its tables.

    ``only`` is the name of the one table that is meant; awards are held against the schools beside
    them all the same.
    """
    paths, problems = inside(folder, shown, ".csv", _TABLES_BELONG)
    if only is not None:
        paths, problems = [folder / only], []
    source = (folder if folder.name not in ("", "..") else folder.resolve()).name
    read = SchoolTables(source, shown, len(paths), [], [], [], [])
    schools: Container[str] | None = None
    if any(path.name == SCHOOLS or path.name.startswith(AWARDS) for path in paths):
        schools, wrong = _read_schools(folder / SCHOOLS, f"{shown}/{SCHOOLS}", read)
        problems += wrong
    awarded: set[_Key] = set()
    told: set[_Key] = set()
    for path in paths:
        name = f"{shown}/{path.name}"
        family = _FAMILY.fullmatch(path.name)
        if family and family[1] == AWARDS:
            table = Table(path, name, AWARD_COLUMNS)
            read.awards.extend(_once(table, award_row, 3, awarded, schools))
            problems += table.problems
        elif family:
            table = Table(path, name, FIELD_COLUMNS)
            read.fields.extend(_once(table, field_row, 3, told))
            problems += table.problems
        elif path.name != SCHOOLS:
            stray = Problem(file=name, line=1, column=1, code="stray-file", message=_TABLES_BELONG)
            problems.append(stray)
    return read, problems


def _read_schools(
    path: Path, shown: str, read: SchoolTables
) -> tuple[Container[str] | None, list[Problem]]:
    """Read the table of schools; return the schools it knows, or None where that cannot be told.

    A school with a mistake is known too, so that no award of it is wrong.
    """
    seen: set[_Key] = set()
    if _is_of_prices(path):
        table = Table(path, shown, PRICE_COLUMNS)
        read.prices.extend(_once(table, price_row, 1, seen))
    else:
        table = Table(path, shown, SCHOOL_COLUMNS)
        read.schools.extend(_once(table, school_row, 1, seen))
    return {unitid for (unitid,) in seen} if table.is_whole else None, table.problems


def _is_of_prices(path: Path) -> bool:
    """Tell two tables of the same name apart by the columns that the first line names."""
    try:
        with path.open("rb") as stream:
            first = stream.readline(1000).decode("utf-8-sig").strip()
    except (OSError, UnicodeDecodeError):
        return False
    return first == ",".join(PRICE_COLUMNS)


def _once(
    table: Table,
    row_of: Callable[[Sequence[str]], _Row | Mistake],
    width: int,
    seen: set[_Key],
    schools: Container[str] | None = None,
) -> Iterator[_Row]:
    """Yield sound rows, each once by its first ``width`` cells, which are added to ``seen``.

    Where ``schools`` are given, the second cell must be one of them.
    """
    for cells in table.rows():
        row = row_of(cells)
        key = (*cells[:width],)
        if isinstance(row, Mistake):
            table.report(row)
        elif key in seen:
            message = f"'{', '.join(key)}' is given already"
            table.report(Mistake(width - 1, "repeated", message))
        elif schools is not None and cells[1] not in schools:
            message = f"the school '{cells[1]}' is not in {SCHOOLS}"
            table.report(Mistake(1, "unknown-school", message))
        else:
            yield row
        seen.add(key)
