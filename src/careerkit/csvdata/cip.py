"""Tables of the codes of programs: ``cip/*.csv``, one code of two, four or six digits a row.

Written by the importer ``cip``; a file is named after its source.
"""

import re
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from careerkit.csvdata.table import Mistake, Table, inside
from careerkit.model.problem import Problem

COLUMNS: Final = ("code", "title", "now")
CODE: Final = re.compile(r"\d\d(\.\d\d(\d\d)?)?", re.ASCII)
_BELONGS: Final = "is not a table of program codes; one .csv file a source belongs here"


class CipRow(NamedTuple):
    """A code of a program or of a group of them; ``now`` is what to use for a former one."""

    code: str
    title: str
    now: str | None


class CipTable(NamedTuple):
    """The codes of an edition; ``shown`` is the table's name in problems."""

    source: str
    shown: str
    codes: list[CipRow]


def read_cips(folder: Path, shown: str) -> tuple[list[CipTable], list[Problem]]:
    """Return the tables in a folder ``cip``, and what is wrong with them."""
    paths, problems = inside(folder, shown, ".csv", _BELONGS)
    tables: list[CipTable] = []
    for path in paths:
        table, found = read_cip_table(path, f"{shown}/{path.name}")
        tables.append(table)
        problems += found
    return tables, problems


def read_cip_table(path: Path, shown: str) -> tuple[CipTable, list[Problem]]:
    """Return one table, and what is wrong with it."""
    # A code may be named before its own row, so the first reading is for the codes alone.
    valid = {code for code, _, now in Table(path, shown, COLUMNS).rows() if not now}
    table = Table(path, shown, COLUMNS)
    return CipTable(path.stem, shown, [*_rows(table, valid)]), table.problems


def _rows(table: Table, valid: Container[str]) -> Iterator[CipRow]:
    seen: set[str] = set()
    for code, title, now in table.rows():
        mistake = _mistake(code, title)
        if mistake is None and code in seen:
            mistake = Mistake(0, "repeated", f"the code '{code}' stands here twice")
        elif mistake is None and now and now not in valid:
            mistake = Mistake(2, "unknown-code", f"'{now}' is no valid code of this table")
        seen.add(code)
        if mistake:
            table.report(mistake)
        else:
            yield CipRow(code, title, now or None)


def _mistake(code: str, title: str) -> Mistake | None:
    if not CODE.fullmatch(code):
        return Mistake(0, "code", f"'{code}' is not a CIP code like 51, 51.07 or 51.0707")
    if not title.strip():
        return Mistake(1, "empty", "the title is empty")
    return None
