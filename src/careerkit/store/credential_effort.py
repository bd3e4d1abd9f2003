"""What credentials take a beginner, worked out once when a store is compiled."""

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from math import inf

from careerkit.model.credential import Credential
from careerkit.model.plain import from_plain
from careerkit.rules.finding import Effort, Taken
from careerkit.store.read import Store
from careerkit.store.schema import checksum

_TAKES = "SELECT credential, intact(credential, body, sum) FROM takes"


def efforts_of(store: Store) -> Callable[[str, date], Taken]:
    """Return the function that tells what a credential takes on a day, by effort and gap.

    It raises ``KeyError`` where there is no record of the credential.
    """
    bodies: dict[str, str] = {}
    known: dict[str, tuple[list[str], list[Taken]]] = {}

    def takes(credential: str, as_of: date) -> Taken:
        if not bodies:
            bodies.update(store.query(_TAKES))
        if credential not in known:
            known[credential] = _read(bodies[credential])
        days, found = known[credential]
        return found[bisect_right(days, as_of.isoformat()) - 1]

    return takes


def _read(body: str) -> tuple[list[str], list[Taken]]:
    """Return the days from which something holds, and what it is."""
    rows = json.loads(body)
    taken = [(Effort(effort), inf if gap is None else gap) for _, effort, gap in rows]
    return [since for since, *_ in rows], taken


def put_efforts(connection: sqlite3.Connection) -> None:
    """Write what each credential takes, from the first of all days on."""
    from careerkit.rules.holding import beginner_effort, turning_days  # brings in the evaluators

    connection.execute("DELETE FROM takes")
    records = connection.execute("SELECT id, body FROM record WHERE kind = 'credential'").fetchall()
    for credential, record in records:
        routes = from_plain(Credential, json.loads(record)).routes
        rows: list[tuple[str, int, float | None]] = []
        for day in turning_days(routes):
            effort, gap = beginner_effort(credential, routes, day)
            told = int(effort), None if gap == inf else gap
            if not rows or rows[-1][1:] != told:
                rows.append((day.isoformat(), *told))
        body = json.dumps(rows)
        row = credential, body, checksum(credential, body)
        connection.execute("INSERT INTO takes VALUES (?, ?, ?)", row)
