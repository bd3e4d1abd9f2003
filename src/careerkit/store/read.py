"""Reading a store: records, rows and names, as plain values."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from careerkit.store.schema import FORMAT

_NAME = "SELECT text, norm, role, id, weight FROM name"
_HOLDING_WORDS = """
WHERE kind = ? AND rowid IN (SELECT rowid FROM name_words WHERE name_words MATCH ?) ORDER BY rowid
"""
_SHARING_LETTERS = """
WHERE kind = ? AND rowid IN (
    SELECT rowid FROM name_letters WHERE name_letters MATCH ? ORDER BY rank LIMIT ?
) ORDER BY rowid
"""


class Named(NamedTuple):
    """A name of a record: how it is written, its normal form, its role, whose it is, its weight."""

    text: str
    norm: str
    role: str
    id: str
    weight: int


class Store:
    """An open store. Nothing here writes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True)

    def is_sound(self, fingerprint: str) -> bool:
        """Tell whether the file is a whole store of this format with that fingerprint."""
        try:
            meta = dict(self._connection.execute("SELECT key, value FROM meta"))
            (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
            (page,) = self._connection.execute("PRAGMA page_size").fetchone()
        except sqlite3.DatabaseError:
            return False
        whole = self.path.stat().st_size == pages * page
        return whole and meta == {"format": str(FORMAT), "fingerprint": fingerprint}

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def body(self, kind: str, record_id: str) -> dict[str, Any] | None:
        """Return the plain record, or None where there is none."""
        found = self._connection.execute(
            "SELECT body FROM record WHERE kind = ? AND id = ?", (kind, record_id)
        ).fetchone()
        return json.loads(found[0]) if found else None

    def bodies(self, kind: str) -> Iterator[dict[str, Any]]:
        """Yield every plain record of a kind, by id."""
        query = "SELECT body FROM record WHERE kind = ? ORDER BY id"
        for (body,) in self._connection.execute(query, (kind,)):
            yield json.loads(body)

    def ids(self, kind: str) -> list[str]:
        """Return the ids of a kind in order."""
        query = "SELECT id FROM record WHERE kind = ? ORDER BY id"
        return [found for (found,) in self._connection.execute(query, (kind,))]

    def titles(self, kind: str) -> dict[str, str]:
        """Return what every record of a kind is called, by id."""
        query = "SELECT id, title FROM record WHERE kind = ? ORDER BY id"
        return dict(self._connection.execute(query, (kind,)))

    def title(self, kind: str, record_id: str) -> str:
        """Return what one record is called; raise ``KeyError`` where there is none."""
        query = "SELECT title FROM record WHERE kind = ? AND id = ?"
        for (title,) in self._connection.execute(query, (kind, record_id)):
            return str(title)
        raise KeyError(record_id)

    def abbreviations(self, kind: str) -> dict[str, str]:
        """Return the abbreviations of a kind, by id."""
        query = "SELECT id, text FROM name WHERE kind = ? AND role = 'abbreviation'"
        return dict(self._connection.execute(query, (kind,)))

    def career_rows(self, ids: Iterable[str] | None = None) -> Iterator[dict[str, Any]]:
        """Yield the list rows of all careers, or of those asked for, by id."""
        if ids is None:
            found = self._connection.execute("SELECT body FROM career_row ORDER BY id")
            yield from (json.loads(body) for (body,) in found)
            return
        for each in ids:
            query = "SELECT body FROM career_row WHERE id = ?"
            for (body,) in self._connection.execute(query, (each,)):
                yield json.loads(body)

    def careers_of_soc(self, soc: str) -> list[str]:
        """Return the ids of the careers with a SOC code."""
        query = "SELECT id FROM career_row WHERE soc = ? ORDER BY id"
        return [found for (found,) in self._connection.execute(query, (soc,))]

    def names_equal(self, kind: str, norm: str) -> list[Named]:
        """Return the names whose normal form is ``norm``."""
        return self._names(f"{_NAME} WHERE kind = ? AND norm = ? ORDER BY rowid", kind, norm)

    def names_with_words(self, kind: str, words: list[str]) -> list[Named]:
        """Return the names that hold every word, or a word that begins with it."""
        query = " ".join(f'"{word}"*' for word in words)
        return self._names(f"{_NAME} {_HOLDING_WORDS}", kind, query)

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
        return [Named(*row) for row in self._connection.execute(query, values)]
