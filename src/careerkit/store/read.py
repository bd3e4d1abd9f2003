"""Reading a store: records, rows and names, as plain values."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from careerkit.errors import CareerkitError
from careerkit.store.damage import REINSTALL, damaged
from careerkit.store.schema import COUNT, FORMAT

_NAME = "SELECT text, norm, role, id, weight FROM name"
_SHARING_LETTERS = """
WHERE kind = ? AND rowid IN (
    SELECT rowid FROM name_letters WHERE name_letters MATCH ? ORDER BY rank LIMIT ?
) ORDER BY rowid
"""


class Named(NamedTuple):
    """A name of a record ``id``: as written, its normal form, its role and the record's weight.

    ``source`` is set where the name comes from a bulk table, not from the record.
    """

    text: str
    norm: str
    role: str
    id: str
    weight: int
    source: str | None = None


class Store:
    """An open store, for reading only.

    Damage may show only when the damaged part is read. Every method then raises ``CareerkitError``
    (bad data) that names the ``remedy``: where SQLite fails, where a record is missing and where a
    kind has fewer records than were written.
    """

    def __init__(self, place: Path | sqlite3.Connection, remedy: str = REINSTALL) -> None:
        self.path = place if isinstance(place, Path) else None
        self._remedy = remedy
        try:
            self._connection = _opened(place) if isinstance(place, Path) else place
        except sqlite3.Error as error:
            raise self.damaged(error) from error

    def is_whole(self, fingerprint: str) -> bool:
        """Tell whether the file has its full length, this format, and that fingerprint."""
        query = "SELECT value FROM meta WHERE key IN ('fingerprint', 'format') ORDER BY key"
        try:
            meta = self._connection.execute(query).fetchall()
            (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
            (page,) = self._connection.execute("PRAGMA page_size").fetchone()
        except sqlite3.DatabaseError:
            return False
        full = self.path is None or self.path.stat().st_size == pages * page
        return full and meta == [(fingerprint,), (str(FORMAT),)]

    def query(
        self, query: str, values: Sequence[Any] | Mapping[str, Any] = ()
    ) -> list[tuple[Any, ...]]:
        """Return the rows of a query of this package."""
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.ProgrammingError:
            raise  # a bug, not damage
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise self.damaged(error) from error

    def rows(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query whose last column is JSON, that column parsed."""
        return self._parsed(self.query(query, values))

    def rows_of_all(
        self, kind: str, query: str, values: Sequence[Any] = ()
    ) -> Iterator[tuple[Any, ...]]:
        """Yield rows as ``rows`` does, for a query with one row for each record of a kind."""
        return self._parsed(self._all(kind, query, values))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def body(self, kind: str, record_id: str) -> dict[str, Any] | None:
        """Return the plain record, or None where there is none."""
        query = "SELECT body FROM record WHERE kind = ? AND id = ?"
        return next((body for (body,) in self.rows(query, (kind, record_id))), None)

    def bodies(self, kind: str) -> Iterator[dict[str, Any]]:
        """Yield every plain record of a kind, by id."""
        query = "SELECT body FROM record WHERE kind = ? ORDER BY id"
        return (body for (body,) in self.rows_of_all(kind, query, (kind,)))

    def bodies_of(self, kind: str, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Return the plain records of a kind with ``ids``, all of which must exist."""
        query = (  # CROSS: the planner would walk through all of the kind for each id
            "SELECT wanted.value, body FROM json_each(?) AS wanted"
            " CROSS JOIN record ON record.kind = ? AND record.id = wanted.value"
        )
        bodies = dict(self.rows(query, (json.dumps(ids), kind)))
        if missing := [record_id for record_id in ids if record_id not in bodies]:
            raise self.missing(kind, missing[0])
        return bodies

    def ids(self, kind: str) -> list[str]:
        """Return the ids of a kind in order."""
        query = "SELECT id FROM record WHERE kind = ? ORDER BY id"
        return [record_id for (record_id,) in self._all(kind, query, (kind,))]

    def titles(self, kind: str) -> dict[str, str]:
        """Return the title of every record of a kind, by id."""
        query = "SELECT id, title FROM record WHERE kind = ? ORDER BY id"
        return dict(self._all(kind, query, (kind,)))

    def title(self, kind: str, record_id: str) -> str:
        """Return the title of a record, which must exist."""
        query = "SELECT title FROM record WHERE kind = ? AND id = ?"
        for (title,) in self.query(query, (kind, record_id)):
            return str(title)
        raise self.missing(kind, record_id)

    def abbreviations(self, kind: str) -> dict[str, str]:
        """Return the abbreviations of a kind, by id."""
        query = "SELECT id, text FROM name WHERE kind = ? AND role = 'abbreviation'"
        return dict(self.query(query, (kind,)))

    def career_rows(self, ids: Iterable[str] | None = None) -> Iterator[dict[str, Any]]:
        """Yield the list rows of all careers by id, or of ``ids``, all of which must exist."""
        if ids is None:
            query = "SELECT body FROM career_row ORDER BY id"
            yield from (body for (body,) in self.rows_of_all("career", query))
            return
        for career in ids:
            row = next(self.rows("SELECT body FROM career_row WHERE id = ?", (career,)), None)
            if row is None:
                raise self.missing("career", career)
            yield row[0]

    def careers_of_soc(self, soc: str) -> list[str]:
        """Return the ids of the careers that a SOC code's figures and titles belong to."""
        query = "SELECT id FROM career_soc WHERE soc = ? ORDER BY id"
        return [career for (career,) in self.query(query, (soc,))]

    def names_equal(self, kind: str, norm: str) -> list[Named]:
        """Return the names whose normal form is ``norm``."""
        return self._names(f"{_NAME} WHERE kind = ? AND norm = ? ORDER BY rowid", kind, norm)

    def names_like(self, kind: str, text: str, limit: int) -> list[Named]:
        """Return up to ``limit`` names that share three letters in a row with ``text``."""
        letters = dict.fromkeys(text[i : i + 3] for i in range(len(text) - 2))
        if not letters:
            return []
        query = " OR ".join(f'"{three}"' for three in letters)
        return self._names(f"{_NAME} {_SHARING_LETTERS}", kind, query, limit)

    def names(self, kind: str, limit: int) -> list[Named]:
        """Return the names of a kind, at most ``limit`` of them."""
        return self._names(f"{_NAME} WHERE kind = ? ORDER BY rowid LIMIT ?", kind, limit)

    def damaged(self, why: object) -> CareerkitError:
        """Return the failure for this store, which turned out to be damaged."""
        return damaged(why, self._remedy)

    def missing(self, kind: str, record_id: str) -> CareerkitError:
        """Return the failure for a record that another one names and that does not exist."""
        return self.damaged(f"there is no {kind} '{record_id}'")

    def _all(self, kind: str, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query over a whole kind; raise if any of its records is missing."""
        rows = self.query(query, values)
        if self.query(COUNT, (kind,)) != [(str(len(rows)),)]:
            raise self.damaged(f"records of the kind {kind} are missing")
        return rows

    def _parsed(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        for *columns, body in rows:
            try:
                value = json.loads(body)
            except (TypeError, ValueError) as error:
                raise self.damaged(error) from error
            yield *columns, value

    def _names(self, query: str, *values: str | int) -> list[Named]:
        return [Named(*row) for row in self.query(query, values)]


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
