"""Tables of programs and the occupations they are related to: ``crosswalks/*.csv``.

Written by the importer ``cip_soc``; a file is named after its source.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from careerkit.csvdata.table import Mistake, Table, inside
from careerkit.model.problem import Problem

COLUMNS: Final = ("cip", "soc")
_CIP: Final = re.compile(r"\d\d\.\d{4}", re.ASCII)
_SOC: Final = re.compile(r"\d\d-\d{4}", re.ASCII)
_BELONGS: Final = "is not a table of programs and occupations; one .csv file a source belongs here"


class CrosswalkRow(NamedTuple):
    """A program (CIP, six digits) and an occupation (SOC) that it is related to."""

    cip: str
    soc: str


class CrosswalkTable(NamedTuple):
    """The pairs that a source gives; ``shown`` is the table's name in problems."""

    source: str
    shown: str
    pairs: list[CrosswalkRow]


def read_crosswalks(folder: Path, shown: str) -> tuple[list[CrosswalkTable], list[Problem]]:
    """Return the tables in a folder ``crosswalks``, and what is wrong with them."""
    paths, problems = inside(folder, shown, ".csv", _BELONGS)
    tables: list[CrosswalkTable] = []
    for path in paths:
        table, found = read_crosswalk_table(path, f"{shown}/{path.name}")
        tables.append(table)
        problems += found
    return tables, problems


def read_crosswalk_table(path: Path, shown: str) -> tuple[CrosswalkTable, list[Problem]]:
    """Return one table, and what is wrong with it."""
    table = Table(path, shown, COLUMNS)
    return CrosswalkTable(path.stem, shown, [*_rows(table)]), table.problems


def _rows(table: Table) -> Iterator[CrosswalkRow]:
    seen: set[CrosswalkRow] = set()
    for cells in table.rows():
        row = CrosswalkRow(*cells)
        mistake = _mistake(row)
        if mistake is None and row in seen:
            mistake = Mistake(1, "repeated", f"'{row.soc}' of {row.cip} stands here twice")
        seen.add(row)
        if mistake:
            table.report(mistake)
        else:
            yield row


def _mistake(row: CrosswalkRow) -> Mistake | None:
    if not _CIP.fullmatch(row.cip):
        return Mistake(0, "cip", f"'{row.cip}' is not a CIP code like 51.0707")
    if not _SOC.fullmatch(row.soc):
        return Mistake(1, "code", f"'{row.soc}' is not a SOC code like 29-2072")
    return None
