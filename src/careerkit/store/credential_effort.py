"""How much a beginner has to do for each credential, computed when a store is compiled."""

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from math import inf
from operator import itemgetter

from careerkit.model.credential import Credential
from careerkit.model.plain import from_plain
from careerkit.rules.result import Effort, Taken
from careerkit.store.read import Store


def efforts_of(store: Store) -> Callable[[str, date], Taken]:
    """Return a function from (credential, day) to the effort and gap for who begins on that day.

    It raises ``KeyError`` where there is no record of the credential.
    """
    query = "SELECT credential, body FROM credential_effort"
    rows: dict[str, list[tuple[str, int, float | None]]] = {}

    def effort_of(credential: str, as_of: date) -> Taken:
        if not rows:
            rows.update(store.rows_of_all("credential", query))
        since = bisect_right(rows[credential], as_of.isoformat(), key=itemgetter(0))
        _, effort, gap = rows[credential][since - 1]
        return Effort(effort), inf if gap is None else gap

    return effort_of


def put_efforts(connection: sqlite3.Connection) -> None:
    """Write the effort and gap of every credential, with the day from which they hold."""
    from careerkit.rules import beginner_effort as rules  # brings in the evaluators

    connection.execute("DELETE FROM credential_effort")
    records = connection.execute("SELECT id, body FROM record WHERE kind = 'credential'").fetchall()
    for credential, record in records:
        routes = from_plain(Credential, json.loads(record)).routes
        rows: list[tuple[str, int, float | None]] = []
        for day in rules.turning_days(routes):
            effort, gap = rules.beginner_effort(credential, routes, day)
            values = int(effort), None if gap == inf else gap
            if not rows or rows[-1][1:] != values:
                rows.append((day.isoformat(), *values))
        row = credential, json.dumps(rows)
        connection.execute("INSERT INTO credential_effort VALUES (?, ?)", row)
