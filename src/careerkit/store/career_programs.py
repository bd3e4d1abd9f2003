"""Which programs of study lead to which careers, determined when a store is compiled."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from careerkit.model.vocabulary import AWARD_LEVELS
from careerkit.store.read import Store

TEACHING = "25-1"
"""Postsecondary teachers: the crosswalk pairs nearly every program with those who teach it."""
_FEW_SCHOOLS = 2


class CareerProgram(NamedTuple):
    """A program that leads to a career, and the levels at which schools offer it, lowest first."""

    cip: str
    title: str
    levels: tuple[str, ...]


def career_programs(store: Store, career: str) -> list[CareerProgram]:
    """Return the programs that lead to a career (its id), those with most awards first."""
    query = "SELECT body FROM career_program WHERE career = ? ORDER BY place"
    rows = store.rows(query, (career,))
    return [CareerProgram(cip, title, tuple(levels)) for ((cip, title, levels),) in rows]


def put_career_programs(connection: sqlite3.Connection) -> None:
    """Write which programs lead to each career.

    A program leads to a career if the crosswalk pairs it with a SOC code of the career, or if a
    record says so. Pairs with college teachers count for college teachers only, and programs that
    admit only people of a career do not lead into it.
    """
    connection.execute("DELETE FROM career_program")
    titles = {code: json.loads(body)[0] for code, body in connection.execute(_TITLES)}
    offered = {cip: json.loads(body)[1] for cip, body in connection.execute(_OFFERED)}
    pairs = {(career, cip) for career, cip in connection.execute(_PAIRS)}
    pairs = pairs - {*_advanced_programs(connection)} | {*_recorded_programs(connection)}
    awards = {cip: sum(n for n, _ in levels.values()) for cip, levels in offered.items()}
    ordered = sorted(pairs, key=lambda pair: (pair[0], -awards.get(pair[1], -1), pair[1]))
    connection.executemany(
        "INSERT INTO career_program VALUES (?, ?, ?)",
        (
            (career, place, json.dumps([cip, titles.get(cip, cip), _levels(offered.get(cip, {}))]))
            for place, (career, cip) in enumerate(ordered)
        ),
    )


_TITLES = "SELECT code, body FROM cip"
_OFFERED = "SELECT cip, body FROM offered"
_PAIRS = f"""
SELECT career_soc.id, cip_soc.cip
FROM career_soc JOIN cip_soc USING (soc)
JOIN record ON record.kind = 'career' AND record.id = career_soc.id
WHERE soc NOT LIKE '{TEACHING}%' OR json_extract(body, '$.soc') LIKE '{TEACHING}%'
"""  # noqa: S608 - a code of ours


def _levels(offered: Mapping[str, Any]) -> list[str]:
    """Return the levels at which a program is offered, lowest first.

    A level that only one or two schools report, without any award in the year, is left out: it may
    be a mistake in a form.
    """
    certain = {
        level
        for level, (awards, schools) in offered.items()
        if awards or len(schools) > _FEW_SCHOOLS
    }
    return [level for level in AWARD_LEVELS if level in certain]


def _advanced_programs(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    for study in _records(connection, "advanced"):
        yield from ((career, cip) for career in study["careers"] for cip in study["cips"])


def _recorded_programs(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield (career, CIP code) where the records of both the program and the career say so."""
    programs = {program["id"]: program for program in _records(connection, "program")}
    for career in _records(connection, "career"):
        for program in map(programs.__getitem__, career["programs"]):
            if career["id"] in program["leads_to"]["careers"]:
                yield career["id"], program["cip"]


def _records(connection: sqlite3.Connection, kind: str) -> Iterator[dict[str, Any]]:
    query = "SELECT body FROM record WHERE kind = ?"
    return (json.loads(body) for (body,) in connection.execute(query, (kind,)))
