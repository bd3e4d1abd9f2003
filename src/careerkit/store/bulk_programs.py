"""Write bulk tables of programs and schools into a store.

A store holds one vintage of each part: tables that are written later replace earlier ones.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median, quantiles
from typing import Any

from careerkit.csvdata.folders import Bulk, SourceTables
from careerkit.csvdata.rows import AwardRow, CipRow, CrosswalkRow, FieldRow, PriceRow
from careerkit.model.school import School
from careerkit.model.study_levels import AWARD_CLASSES, GRADUATE_LEVELS

_MIN_FOR_QUARTILES = 4

_Figures = tuple[int, str, int | None, int | None, int | None]
"""School, level, earnings one year after completion, earnings four years after, debt."""


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
    by_cip = _graduates(tables.of(FieldRow)).items()
    by_school = ((cip, _json(figures)) for cip, figures in by_cip)
    _replace(connection, "graduates", tables.source, by_school)
    spreads = ((cip, _json(_earned(figures))) for cip, figures in by_cip)
    _replace(connection, "earned", tables.source, spreads)


def _put_directory(connection: sqlite3.Connection, tables: SourceTables) -> None:
    _begin(connection, "school", tables.source)
    connection.executemany(
        "INSERT INTO school VALUES (?, ?, ?)",
        ((school.unitid, school.state, _json(school)) for school in tables.of(School)),
    )


def _put_offers(connection: sqlite3.Connection, tables: SourceTables) -> None:
    states = {school.unitid: school.state for school in tables.of(School)}
    by_cip: dict[str, list[AwardRow]] = {}
    for row in tables.of(AwardRow):
        by_cip.setdefault(row.cip, []).append(row)
    _begin(connection, "offer", tables.source)
    for cip, rows in by_cip.items():
        by_state: dict[str, list[tuple[int, int, int]]] = {}
        for row in rows:
            offer = (row.unitid, row.awlevel, row.awards)
            by_state.setdefault(states[row.unitid], []).append(offer)
        connection.executemany(
            "INSERT INTO offer VALUES (?, ?, ?)",
            ((cip, state, _json(offers)) for state, offers in by_state.items()),
        )
    counted = ((cip, _json(_counts(rows, states))) for cip, rows in by_cip.items())
    _replace(connection, "offered", tables.source, counted)


def _counts(rows: Sequence[AwardRow], states: dict[int, str]) -> tuple[Any, ...]:
    """Count a program: schools and awards by class, awards and schools by level, by state."""
    classes: dict[int, tuple[int, int]] = {}
    unitids: dict[str, set[int]] = {}
    awards: Counter[str] = Counter()
    for row in rows:
        schools, awarded = classes.get(row.awlevel, (0, 0))
        classes[row.awlevel] = schools + 1, awarded + row.awards
        level = AWARD_CLASSES[row.awlevel].level
        unitids.setdefault(level, set()).add(row.unitid)
        awards[level] += row.awards
    in_state = Counter(states[unitid] for unitid in sorted({row.unitid for row in rows}))
    levels = {level: (awards[level], sorted(schools)) for level, schools in unitids.items()}
    return classes, levels, in_state


def _graduates(rows: Iterable[FieldRow]) -> dict[str, list[_Figures]]:
    """Return the figures of each group of programs by school and level.

    A school with two kinds of doctorate has none: a figure of one would pass for both.
    """
    by_cip: dict[str, dict[tuple[int, str], FieldRow | None]] = {}
    for row in rows:
        if level := GRADUATE_LEVELS[row.level]:
            group = by_cip.setdefault(row.cip, {})
            group[row.unitid, level] = None if (row.unitid, level) in group else row
    return {
        cip: [(unitid, level, *row[3:]) for (unitid, level), row in group.items() if row]
        for cip, group in by_cip.items()
    }


def _earned(rows: Iterable[_Figures]) -> dict[str, Any]:
    """Return (years after completion, earnings, debt) by level of award.

    Earnings are those after four years where any school has them, else after one.
    """
    levels: dict[str, list[_Figures]] = {}
    for row in rows:
        levels.setdefault(row[1], []).append(row)
    earned: dict[str, Any] = {}
    for level, of_level in levels.items():
        _, _, *columns = zip(*of_level, strict=True)
        one, four, debt = ([figure for figure in c if figure is not None] for c in columns)
        earned[level] = (4 if four else 1, _spread(four or one), _spread(debt))
    return earned


def _spread(medians: Sequence[int]) -> tuple[int | None, ...]:
    """Return the number of medians and their quartiles: of fewer than four only the middle one."""
    if len(medians) < _MIN_FOR_QUARTILES:
        return len(medians), None, round(median(medians)) if medians else None, None
    return len(medians), *map(round, quantiles(medians, n=4, method="inclusive"))


def _replace(
    connection: sqlite3.Connection, part: str, source: str, bodies: Iterable[tuple[Any, str]]
) -> None:
    _begin(connection, part, source)
    connection.executemany(
        f"INSERT INTO {part} VALUES (?, ?)",  # noqa: S608 - a name of ours
        bodies,
    )


def _begin(connection: sqlite3.Connection, part: str, source: str) -> None:
    """Empty a table and note which source it is about to be filled from."""
    connection.execute(f"DELETE FROM {part}")  # noqa: S608 - a name of ours
    connection.execute("INSERT OR REPLACE INTO vintage VALUES (?, ?)", (part, source))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
