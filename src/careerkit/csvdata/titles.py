"""Tables of job titles: ``titles/*.csv``, one title of one occupation a row.

Written by the importers ``onet``, ``soc`` and ``soc_2010``; a file is named after its source.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from careerkit.csvdata.table import Mistake, Table, inside
from careerkit.model.problem import Problem

COLUMNS: Final = ("code", "title", "short_title", "kind")
FORMER_CODE: Final = "former_code"
KINDS: Final = ("occupation", "direct_match", "reported", "alternate", FORMER_CODE)
"""What a title is: the occupation's own, the SOC index's, what workers say, any other.

The last is no title but a code that the occupation, or a part of it, once had.
"""

_CODE: Final = re.compile(r"\d\d-\d{4}(\.\d\d)?", re.ASCII)
_BELONGS: Final = "is not a table of titles; one .csv file a source belongs here"


class TitleRow(NamedTuple):
    """A title of an occupation; ``code`` is a SOC or O*NET-SOC code."""

    code: str
    title: str
    short_title: str
    kind: str


class TitleTable(NamedTuple):
    """The titles that a source gives; ``shown`` is the table's name in problems."""

    source: str
    shown: str
    titles: list[TitleRow]


def read_titles(folder: Path, shown: str) -> tuple[list[TitleTable], list[Problem]]:
    """Return the tables in a folder ``titles``, and what is wrong with them."""
    paths, problems = inside(folder, shown, ".csv", _BELONGS)
    tables: list[TitleTable] = []
    for path in paths:
        table, found = read_title_table(path, f"{shown}/{path.name}")
        tables.append(table)
        problems += found
    return tables, problems


def read_title_table(path: Path, shown: str) -> tuple[TitleTable, list[Problem]]:
    """Return one table, and what is wrong with it."""
    table = Table(path, shown, COLUMNS)
    return TitleTable(path.stem, shown, [*_rows(table)]), table.problems


def _rows(table: Table) -> Iterator[TitleRow]:
    seen: set[tuple[str, str]] = set()
    for cells in table.rows():
        row = TitleRow(*cells)
        mistake = _mistake(row)
        if mistake is None and (row.code, row.title) in seen:
            message = f"'{row.title}' of {row.code} stands here twice"
            mistake = Mistake(COLUMNS.index("title"), "repeated", message)
        seen.add((row.code, row.title))
        if mistake:
            table.report(mistake)
        else:
            yield row


def _mistake(row: TitleRow) -> Mistake | None:
    coded = ("code", "title") if row.kind == FORMER_CODE else ("code",)
    for column in coded:
        at = COLUMNS.index(column)
        if not _CODE.fullmatch(row[at]):
            message = f"'{row[at]}' is not an occupation code like 29-2072 or 29-2072.00"
            return Mistake(at, "code", message)
    if not row.title.strip():
        return Mistake(COLUMNS.index("title"), "empty", "the title is empty")
    if row.kind not in KINDS:
        message = f"'{row.kind}' is none of {', '.join(KINDS)}"
        return Mistake(COLUMNS.index("kind"), "kind", message)
    return None
