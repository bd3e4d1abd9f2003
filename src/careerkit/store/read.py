"""Reading a store: records, rows and names, as plain values."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from careerkit.store.schema import FORMAT, checksum

_NAME = "SELECT text, norm, role, id, weight FROM name"
_SHARING_LETTERS = """
WHERE kind = ? AND rowid IN (
    SELECT rowid FROM name_letters WHERE name_letters MATCH ? ORDER BY rank LIMIT ?
) ORDER BY rowid
"""


class Named(NamedTuple):
    """A name of a record: how it is written, its normal form, its role, whose it is, its weight.

    ``source`` is set where the name comes from a bulk table, not from the record.
    """

    text: str
    norm: str
    role: str
    id: str
    weight: int
    source: str | None = None


Mend = Callable[[sqlite3.DatabaseError], "Store"]
"""Called where a store turns out damaged: returns the store to go on with, or raises."""


class Store:
    """An open store. Nothing here writes.

    Damage shows only where it is read, maybe long after opening: ``mend`` is then called.
    """

    def __init__(self, place: Path | sqlite3.Connection, mend: Mend | None = None) -> None:
        self.path = place if isinstance(place, Path) else None
        self._connection = _opened(place) if isinstance(place, Path) else place
        self._connection.create_function("intact", 3, _intact, deterministic=True)
        self._mend = mend

    def is_sound(self, fingerprint: str) -> bool:
        """Tell whether the file is a whole store of this format with that fingerprint."""
        try:
            meta = dict(self._connection.execute("SELECT key, value FROM meta"))
            (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
            (page,) = self._connection.execute("PRAGMA page_size").fetchone()
        except sqlite3.DatabaseError:
            return False
        whole = self.path is None or self.path.stat().st_size == pages * page
        return whole and meta == {"format": str(FORMAT), "fingerprint": fingerprint}

    def query(
        self, query: str, values: Sequence[Any] | Mapping[str, Any] = ()
    ) -> list[tuple[Any, ...]]:
        """Run a query of this package; where the file turns out damaged, on a mended store."""
        try:
            return self._rows(query, values)
        except sqlite3.ProgrammingError:
            raise  # a mistake of ours
        except sqlite3.DatabaseError as error:
            if self._mend is None:
                raise
            self.close()
            vars(self).update(vars(self._mend(error)))
        return self.query(query, values)

    def _rows(self, query: str, values: Sequence[Any] | Mapping[str, Any]) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except UnicodeDecodeError as error:  # a text that was never written so
            raise sqlite3.DatabaseError(str(error)) from error

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def body(self, kind: str, record_id: str) -> dict[str, Any] | None:
        """Return the plain record, or None where there is none."""
        # The id that is asked for: a damaged index can lead to a row that is another's, and whole.
        query = "SELECT intact(?, body, sum) FROM record WHERE kind = ? AND id = ?"
        for (body,) in self.query(query, (record_id, kind, record_id)):
            record: dict[str, Any] = json.loads(body)
            return record
        return None

    def bodies(self, kind: str) -> Iterator[dict[str, Any]]:
        """Yield every plain record of a kind, by id."""
        query = "SELECT intact(id, body, sum) FROM record WHERE kind = ? ORDER BY id"
        for (body,) in self.query(query, (kind,)):
            yield json.loads(body)

    def bodies_of(self, kind: str, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Return the plain records of a kind with ``ids``; one that is not there is left out."""
        query = (  # CROSS: the planner would walk through all of the kind for each id
            "SELECT asked.value, intact(asked.value, body, sum) FROM json_each(?) AS asked"
            " CROSS JOIN record ON record.kind = ? AND record.id = asked.value"
        )
        rows = self.query(query, (json.dumps(ids), kind))
        return {record_id: json.loads(body) for record_id, body in rows}

    def ids(self, kind: str) -> list[str]:
        """Return the ids of a kind in order."""
        query = "SELECT id FROM record WHERE kind = ? ORDER BY id"
        return [found for (found,) in self.query(query, (kind,))]

    def titles(self, kind: str) -> dict[str, str]:
        """Return what every record of a kind is called, by id."""
        query = "SELECT id, title FROM record WHERE kind = ? ORDER BY id"
        return dict(self.query(query, (kind,)))

    def title(self, kind: str, record_id: str) -> str:
        """Return what one record is called; raise ``KeyError`` where there is none."""
        query = "SELECT title FROM record WHERE kind = ? AND id = ?"
        for (title,) in self.query(query, (kind, record_id)):
            return str(title)
        raise KeyError(record_id)

    def abbreviations(self, kind: str) -> dict[str, str]:
        """Return the abbreviations of a kind, by id."""
        query = "SELECT id, text FROM name WHERE kind = ? AND role = 'abbreviation'"
        return dict(self.query(query, (kind,)))

    def career_rows(self, ids: Iterable[str] | None = None) -> Iterator[dict[str, Any]]:
        """Yield the list rows of all careers, or of those asked for, by id."""
        if ids is None:
            found = self.query("SELECT intact(id, body, sum) FROM career_row ORDER BY id")
            yield from (json.loads(body) for (body,) in found)
            return
        for each in ids:
            query = "SELECT intact(?, body, sum) FROM career_row WHERE id = ?"
            for (body,) in self.query(query, (each, each)):
                yield json.loads(body)

    def careers_of_soc(self, soc: str) -> list[str]:
        """Return the ids of the careers that a SOC code's figures and titles belong to."""
        query = "SELECT id FROM career_soc WHERE soc = ? ORDER BY id"
        return [found for (found,) in self.query(query, (soc,))]

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

    def _names(self, query: str, *values: str | int) -> list[Named]:
        return [Named(*row) for row in self.query(query, values)]


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _intact(record_id: str, body: str, told: int) -> str:
    """Return the body of a row; an error here fails the query, as damage that SQLite finds."""
    if checksum(record_id, body) != told:
        raise ValueError(record_id)
    return body
