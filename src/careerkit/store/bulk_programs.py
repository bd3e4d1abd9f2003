"""Bulk tables of programs and schools into a store.

Of each part a store holds one vintage: the tables that are written last take the place of others.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from statistics import median, quantiles
from typing import Any

from careerkit.csvdata.folders import Bulk, SourceTables
from careerkit.csvdata.rows import (
    AwardRow,
    CipRow,
    CrosswalkRow,
    FieldRow,
    PriceRow,
)
from careerkit.model.school import School
from careerkit.model.study_levels import AWARD_CLASSES, GRADUATE_LEVELS

_FEW = 4
"""So many schools have no quarters yet."""

_Figures = tuple[int, str, int | None, int | None, int | None]
"""A school, a level, earnings one and four years after, debt."""


def put_programs(connection: sqlite3.Connection, bulk: Bulk) -> None:
    """Write the tables of programs and schools."""
    for tables in bulk.tables:
        if CipRow in tables.rows:
            codes = ((row.code, _json([row.title, row.now])) for row in tables.of(CipRow))
            _replace(connection, "cip", tables.source, codes)
        if CrosswalkRow in tables.rows:
            _begin(connection, "cip_soc", tables.source)
            pairs = tables.of(CrosswalkRow)
            connection.executemany("INSERT INTO cip_soc (cip, soc) VALUES (?, ?)", pairs)
        if tables.of(School):
            _put_directory(connection, tables)
            _put_offers(connection, tables)
        if tables.of(PriceRow):
            prices = ((row.unitid, json.dumps(row.net_price)) for row in tables.of(PriceRow))
            _replace(connection, "price", tables.source, prices)
        if tables.of(FieldRow):
            _put_graduates(connection, tables)


def _put_graduates(connection: sqlite3.Connection, tables: SourceTables) -> None:
    found = _graduates(tables.of(FieldRow))
    listed = ((cip, _json(figures)) for cip, figures in found.items())
    _replace(connection, "graduates", tables.source, listed)
    earned = ((cip, _json(_earned(figures))) for cip, figures in found.items())
    _replace(connection, "earned", tables.source, earned)


def _put_directory(connection: sqlite3.Connection, tables: SourceTables) -> None:
    _begin(connection, "school", tables.source)
    connection.executemany(
        "INSERT INTO school VALUES (?, ?, ?)",
        ((school.unitid, school.state, _json(school)) for school in tables.of(School)),
    )


def _put_offers(connection: sqlite3.Connection, tables: SourceTables) -> None:
    states = {each.unitid: each.state for each in tables.of(School)}
    by_cip: dict[str, list[AwardRow]] = {}
    for row in tables.of(AwardRow):
        by_cip.setdefault(row.cip, []).append(row)
    _begin(connection, "offer", tables.source)
    for cip, rows in by_cip.items():
        by_state: dict[str, list[tuple[int, int, int]]] = {}
        for row in rows:
            told = (row.unitid, row.awlevel, row.awards)
            by_state.setdefault(states[row.unitid], []).append(told)
        connection.executemany(
            "INSERT INTO offer VALUES (?, ?, ?)",
            ((cip, state, _json(offers)) for state, offers in by_state.items()),
        )
    counted = ((cip, _json(_counts(rows, states))) for cip, rows in by_cip.items())
    _replace(connection, "offered", tables.source, counted)


def _counts(rows: Sequence[AwardRow], states: dict[int, str]) -> tuple[Any, ...]:
    """Return who offers a program: how many by class, who by level, how many by state."""
    classes: dict[int, tuple[int, int]] = {}
    at_level: dict[str, set[int]] = {}
    awards: dict[str, int] = {}
    for row in rows:
        schools, given = classes.get(row.awlevel, (0, 0))
        classes[row.awlevel] = schools + 1, given + row.awards
        level = AWARD_CLASSES[row.awlevel].level
        at_level.setdefault(level, set()).add(row.unitid)
        awards[level] = awards.get(level, 0) + row.awards
    unitids = {row.unitid for row in rows}
    in_state: dict[str, int] = {}
    for unitid in sorted(unitids):
        in_state[states[unitid]] = in_state.get(states[unitid], 0) + 1
    levels = {level: (awards[level], sorted(found)) for level, found in at_level.items()}
    return classes, levels, in_state


def _graduates(rows: Iterable[FieldRow]) -> dict[str, list[_Figures]]:
    """Return the figures of each group of programs: by school and level, where both are clear."""
    by_cip: dict[str, dict[tuple[int, str], FieldRow | None]] = {}
    for row in rows:
        if level := GRADUATE_LEVELS.get(row.level):
            found = by_cip.setdefault(row.cip, {})
            # Doctorates of two kinds: a figure of either would pass for one of both.
            found[row.unitid, level] = None if (row.unitid, level) in found else row
    return {
        cip: [(unitid, level, *row[3:]) for (unitid, level), row in found.items() if row]
        for cip, found in by_cip.items()
    }


def _earned(found: Iterable[_Figures]) -> dict[str, Any]:
    """Return by level how many years after graduates earn what, and what they owe.

    Four years where any school's graduates are known by then, else one.
    """
    levels: dict[str, list[_Figures]] = {}
    for each in found:
        levels.setdefault(each[1], []).append(each)
    told: dict[str, Any] = {}
    for level, figures in levels.items():
        one, four, debt = (_known(figures, at) for at in (2, 3, 4))
        told[level] = (4 if four else 1, _spread(four or one), _spread(debt))
    return told


def _known(figures: Iterable[_Figures], at: int) -> list[Any]:
    return sorted(each[at] for each in figures if each[at] is not None)


def _spread(medians: Sequence[int]) -> tuple[int | None, ...]:
    """Return how many there are, and their three quartiles; a few have a middle only."""
    if len(medians) < _FEW:
        middle = round(median(medians)) if medians else None
        return len(medians), None, middle, None
    return len(medians), *(round(each) for each in quantiles(medians, n=4, method="inclusive"))


def _replace(
    connection: sqlite3.Connection, part: str, source: str, bodies: Iterable[tuple[Any, str]]
) -> None:
    _begin(connection, part, source)
    connection.executemany(
        f"INSERT INTO {part} VALUES (?, ?)",  # noqa: S608 - a name of ours
        bodies,
    )


def _begin(connection: sqlite3.Connection, part: str, source: str) -> None:
    """Empty a table and note from which source it will be."""
    connection.execute(f"DELETE FROM {part}")  # noqa: S608 - a name of ours
    connection.execute("INSERT OR REPLACE INTO vintage VALUES (?, ?)", (part, source))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
