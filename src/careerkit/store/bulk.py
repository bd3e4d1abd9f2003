"""Write bulk tables into a store: titles, local wages, programs, schools and words of names."""

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence

from careerkit.csvdata.cells import AtLeast
from careerkit.csvdata.folders import Bulk, SourceTables
from careerkit.csvdata.rows import TITLE_KINDS, AreaRow, TitleRow, WageRow
from careerkit.names import normalise
from careerkit.store.bulk_programs import put_programs

_SOC_LENGTH = 7
_ROLES = ("code", *TITLE_KINDS)
_BODY_FROM = WageRow._fields.index("unit")
_IN_BRACKETS = re.compile(r"(.+?) \((.+)\)")


def put_bulk(connection: sqlite3.Connection, bulk: Bulk) -> None:
    """Write bulk tables; a table replaces the one that the store has of the same source."""
    for tables in bulk.tables:
        if TitleRow in tables.rows:
            _put_titles(connection, tables)
        if AreaRow in tables.rows:
            _put_wages(connection, tables)
    put_programs(connection, bulk)


def put_words(connection: sqlite3.Connection) -> None:
    """Write every word of the names of careers, once each."""
    connection.execute("DELETE FROM word")
    names = "SELECT norm FROM name WHERE kind = 'career' UNION SELECT norm FROM title"
    words = sorted({word for (norm,) in connection.execute(names) for word in norm.split()})
    connection.executemany("INSERT INTO word (word) VALUES (?)", ((word,) for word in words))


def _put_titles(connection: sqlite3.Connection, tables: SourceTables) -> None:
    connection.execute("DELETE FROM title WHERE source = ?", (tables.source,))
    best: dict[tuple[str, str], tuple[int, str]] = {}
    for row in tables.of(TitleRow):
        for text, role in _names(row):
            key = (row.code[:_SOC_LENGTH], normalise(text))
            rank = _ROLES.index(role)
            if key[1] and (key not in best or rank < best[key][0]):
                best[key] = (rank, text)
    connection.executemany(
        "INSERT INTO title (soc, norm, text, role, source) VALUES (?, ?, ?, ?, ?)",
        (
            (soc, norm, text, _ROLES[rank], tables.source)
            for (soc, norm), (rank, text) in sorted(best.items())
        ),
    )


def _names(row: TitleRow) -> Iterator[tuple[str, str]]:
    """Yield (text, role) for every name in a row: ``RN (Registered Nurse)`` has three."""
    yield row.title, row.kind
    if row.kind == "occupation" and len(row.code) > _SOC_LENGTH:
        yield row.code, "code"
    if row.short_title:
        yield row.short_title, row.kind
        pair = _IN_BRACKETS.fullmatch(row.title)
        if pair and row.short_title in pair.groups():
            yield from ((name, row.kind) for name in pair.groups())


def _put_wages(connection: sqlite3.Connection, tables: SourceTables) -> None:
    old = "DELETE FROM wage WHERE area IN (SELECT id FROM area WHERE source = ?)"
    connection.execute(old, (tables.source,))
    connection.execute("DELETE FROM area WHERE source = ?", (tables.source,))
    ids: dict[str, int | None] = {}
    for area in tables.of(AreaRow):
        added = connection.execute(
            "INSERT INTO area (code, title, area_type, state, period, source) VALUES (?,?,?,?,?,?)",
            (*area, tables.source),
        )
        ids[area.area] = added.lastrowid
    connection.executemany(
        "INSERT INTO wage VALUES (?, ?, ?)",
        ((ids[wage.area], wage.soc, _body(wage)) for wage in tables.of(WageRow)),
    )


def _body(wage: WageRow) -> str:
    cells: Sequence[object] = wage[_BODY_FROM:]
    at_least: list[str] = []
    if AtLeast in map(type, cells):
        columns = zip(WageRow._fields[_BODY_FROM:], cells, strict=True)
        at_least = [name for name, cell in columns if isinstance(cell, AtLeast)]
        cells = [cell.amount if isinstance(cell, AtLeast) else cell for cell in cells]
    return json.dumps([*cells, ",".join(at_least)], separators=(",", ":"))
