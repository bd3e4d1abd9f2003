"""Tables of local wages: ``wages/SOURCE/``, written by the importer ``bls-wages``.

``areas.csv`` names the areas of one published file, the other tables hold one row an occupation
and area, a file a SOC major group.
"""

from collections.abc import Container, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from careerkit.csvdata.table import Mistake, Table, inside
from careerkit.csvdata.wage_rows import (
    AREA_COLUMNS,
    WAGE_COLUMNS,
    AreaRow,
    WageRow,
    area_row,
    wage_row,
)
from careerkit.model.problem import Problem

AREAS: Final = "areas.csv"
_FOLDERS_BELONG: Final = "is not a folder of wages; one folder a source belongs here"
_TABLES_BELONG: Final = "is not a table of wages; only .csv files belong here"


class WageTables(NamedTuple):
    """The local wages of one source.

    ``shown`` is the folder's name in problems, ``files`` the number of its tables.
    """

    source: str
    shown: str
    files: int
    areas: list[AreaRow]
    wages: list[WageRow]


def read_wages(folder: Path, shown: str) -> tuple[list[WageTables], list[Problem]]:
    """Return the local wages in a folder ``wages``, and what is wrong with the tables."""
    paths, problems = inside(folder, shown, "", _FOLDERS_BELONG)
    tables: list[WageTables] = []
    for path in paths:
        read, found = read_wage_tables(path, f"{shown}/{path.name}")
        if read.files or found:  # git keeps no empty folder, so that one is no mistake
            tables.append(read)
        problems += found
    return tables, problems


def read_wage_tables(
    folder: Path, shown: str, only: str | None = None
) -> tuple[WageTables, list[Problem]]:
    """Return the local wages of one source, and what is wrong with its tables.

    ``only`` is the name of the one table that is meant; its areas are read all the same.
    """
    paths, problems = inside(folder, shown, ".csv", _TABLES_BELONG)
    if only is not None:
        paths, problems = [folder / only], []
    source = (folder if folder.name not in ("", "..") else folder.resolve()).name
    read = WageTables(source, shown, len(paths), [], [])
    if not paths:
        return read, problems
    table = Table(folder / AREAS, f"{shown}/{AREAS}", AREA_COLUMNS)
    known: set[str] = set()
    read.areas.extend(_areas(table, known))
    problems += table.problems
    areas = known if table.is_whole else None
    seen: set[tuple[str, str]] = set()
    for path in paths:
        if path.name != AREAS:
            wages = Table(path, f"{shown}/{path.name}", WAGE_COLUMNS)
            read.wages.extend(_wages(wages, areas, seen))
            problems += wages.problems
    return read, problems


def _areas(table: Table, known: set[str]) -> Iterator[AreaRow]:
    """Yield sound rows; an area with a mistake is ``known`` too, so that no wage of it is wrong."""
    for cells in table.rows():
        row: AreaRow | Mistake = area_row(cells)
        if cells[0] in known:
            row = Mistake(0, "repeated", f"the area '{cells[0]}' stands here twice")
        known.add(cells[0])
        if isinstance(row, Mistake):
            table.report(row)
        else:
            yield row


def _wages(
    table: Table, areas: Container[str] | None, seen: set[tuple[str, str]]
) -> Iterator[WageRow]:
    """Yield sound rows of areas that are known (of all, where that cannot be told), each once."""
    for cells in table.rows():
        area, soc = key = cells[0], cells[1]
        row: WageRow | Mistake = wage_row(cells)
        if areas is not None and area not in areas:
            row = Mistake(0, "unknown-area", f"the area '{area}' is not in {AREAS}")
        elif key in seen:
            row = Mistake(1, "repeated", f"'{soc}' in area '{area}' is given already")
        seen.add(key)
        if isinstance(row, Mistake):
            table.report(row)
        else:
            yield row
