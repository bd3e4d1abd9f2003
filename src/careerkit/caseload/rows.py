"""One row a client and credential, in CSV or JSON Lines; what clients share is written once."""

import json
import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any
from weakref import WeakValueDictionary

from careerkit.answers.eligibility import CredentialVerdict
from careerkit.caseload.parts import MARK
from careerkit.render.as_csv import cell

COLUMNS = (
    *("client", "credential", "verdict", "nearly", "route", "confidence"),
    *("missing", "ask", "assumes", "still_needed"),
)
_NAME = f"{MARK}client{MARK}"
_MARKED = re.compile(f"{MARK}(client|[0-9]+[.][0-9]+){MARK}")
_GAP = "\x00"
"""Stands before and after a marker in a row: a finished row has no such character of its own."""
_NOT_ASCII = re.compile(f"[^\x00-\x7f{MARK}]")
_TO_QUOTE = re.compile('[,"]')
_JOIN = "; "


class Kept:
    """What rows of one verdict share: their text, but for the client's name and own amounts.

    ``bears`` tells whether any fact of the client speaks to the credential.
    """

    __slots__ = ("__weakref__", "bears", "credential", "missing", "nearly", "row", "verdict")

    def __init__(self, verdict: CredentialVerdict, row: str) -> None:
        self.credential = verdict.credential
        self.verdict = verdict.verdict
        self.nearly = verdict.nearly
        self.missing = verdict.missing
        self.bears = bool(verdict.bears)
        self.row = row


class Keep:
    """Makes what is kept of a verdict, the same object for verdicts of which the same is kept.

    ``row`` writes the row of a verdict, with markers; without it there are no rows.
    """

    def __init__(self, row: Callable[[CredentialVerdict], str] | None) -> None:
        self._row = row
        self._known: WeakValueDictionary[Hashable, Kept] = WeakValueDictionary()

    def __call__(self, verdict: CredentialVerdict) -> Kept:
        """Return what is kept of a verdict."""
        row = _MARKED.sub(f"{_GAP}\\1{_GAP}", self._row(verdict)) if self._row else ""
        told = row or verdict.credential, verdict.verdict, verdict.nearly, verdict.missing
        return self._known.setdefault((*told, bool(verdict.bears)), Kept(verdict, row))


def _values(verdict: CredentialVerdict) -> dict[str, Any]:
    return {"client": _NAME, **{name: getattr(verdict, name) for name in COLUMNS[1:]}}


class CsvRows:
    """Rows of CSV, whose cells no spreadsheet runs as a formula."""

    def header(self) -> str:
        """Return the first line."""
        return ",".join(COLUMNS) + "\n"

    def row(self, verdict: CredentialVerdict) -> str:
        """Return the row of a verdict, with markers."""
        name, *others = _values(verdict).values()
        return ",".join([name, *map(_cell, others)]) + "\n"

    def name(self, text: str) -> str:
        """Return a client's name as a whole cell."""
        return _cell(text)

    def text(self, text: str) -> str:
        """Return a text as it stands inside a cell that is in quotes."""
        return _quoted(cell(text))


def _cell(value: Any) -> str:  # noqa: ANN401 - any value of a verdict
    """Return a cell; one with a marker is in quotes, whatever will stand for the marker."""
    told = cell(_JOIN.join(value) if isinstance(value, tuple) else value)
    if told is None:
        return ""
    if MARK in told or _TO_QUOTE.search(told):
        return f'"{_quoted(told)}"'
    return str(told)


def _quoted(text: str) -> str:
    return text.replace('"', '""')


class JsonRows:
    """Rows of JSON Lines: an object a row, its keys sorted, in ASCII as all JSON here."""

    def header(self) -> str:
        """Return nothing: each line names its values."""
        return ""

    def row(self, verdict: CredentialVerdict) -> str:
        """Return the row of a verdict, with markers."""
        row = json.dumps(_values(verdict), ensure_ascii=False, sort_keys=True) + "\n"
        return _NOT_ASCII.sub(lambda found: self.text(found[0]), row)

    def name(self, text: str) -> str:
        """Return a client's name as it stands inside a JSON text."""
        return self.text(text)

    def text(self, text: str) -> str:
        """Return a text as it stands inside a JSON text."""
        return json.dumps(text)[1:-1]


Rows = CsvRows | JsonRows
FORMATS: dict[str, type[Rows]] = {"csv": CsvRows, "json": JsonRows}


def written(rows: Rows, name: str, kept: Iterable[Kept], texts: Mapping[str, str]) -> str:
    """Return the rows of one client, with the ``texts`` that stand for markers."""
    told = {mark.strip(MARK): rows.text(text) for mark, text in texts.items()}
    told[_NAME.strip(MARK)] = rows.name(name)
    pieces = "".join([each.row for each in kept]).split(_GAP)
    pieces[1::2] = [told[each] for each in pieces[1::2]]
    return "".join(pieces)
