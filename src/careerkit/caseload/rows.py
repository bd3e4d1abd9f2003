"""One row for each client and credential, in CSV or JSON Lines; equal verdicts share their text."""

import json
import re
from collections.abc import Callable, Hashable, Iterable
from typing import Any
from weakref import WeakValueDictionary

from careerkit.answers.eligibility import CredentialVerdict
from careerkit.render.as_csv import cell

COLUMNS = (
    *("client", "credential", "verdict", "nearly", "route", "confidence"),
    *("missing", "ask", "assumes", "still_needed"),
)
_TO_QUOTE = re.compile('[,"]')
_JOIN = "; "
Row = tuple[str, str]
"""The text of a row before the client's name and after it."""


class VerdictRow:
    """A verdict as rows and counts need it: its text around the client's name, and what is counted.

    ``bears`` tells whether any fact of the client bears on the credential.
    """

    __slots__ = ("__weakref__", "bears", "credential", "missing", "nearly", "row", "verdict")

    def __init__(self, verdict: CredentialVerdict, row: Row) -> None:
        self.credential = verdict.credential
        self.verdict = verdict.verdict
        self.nearly = verdict.nearly
        self.missing = verdict.missing
        self.bears = bool(verdict.bears)
        self.row = row


class RowInterner:
    """Returns the same ``VerdictRow`` object for verdicts that would print and count the same.

    ``row`` writes the row of a verdict; without it there are no rows.
    """

    def __init__(self, row: Callable[[CredentialVerdict], Row] | None) -> None:
        self._row = row
        self._known: WeakValueDictionary[Hashable, VerdictRow] = WeakValueDictionary()

    def __call__(self, verdict: CredentialVerdict) -> VerdictRow:
        """Return the row of a verdict."""
        row = self._row(verdict) if self._row else ("", "")
        kept = verdict.credential, verdict.verdict, verdict.nearly, verdict.missing
        return self._known.setdefault((row, *kept, bool(verdict.bears)), VerdictRow(verdict, row))


def _values(verdict: CredentialVerdict) -> dict[str, Any]:
    return {name: getattr(verdict, name) for name in COLUMNS[1:]}


class CsvRows:
    """Rows of CSV under a ``header``; no spreadsheet runs a cell as a formula."""

    header = ",".join(COLUMNS) + "\n"

    def row(self, verdict: CredentialVerdict) -> Row:
        """Return the row of a verdict."""
        return "", "".join(f",{_cell(value)}" for value in _values(verdict).values()) + "\n"

    def name(self, text: str) -> str:
        """Return a client's name as it stands in a row."""
        return _cell(text)


def _cell(value: Any) -> str:  # noqa: ANN401 - any value of a verdict
    content = cell(_JOIN.join(value) if isinstance(value, tuple) else value)
    if content is None:
        return ""
    text = str(content)
    return '"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text


class JsonRows:
    """Rows of JSON Lines without a header: an object a row, its keys sorted, in ASCII."""

    header = ""

    def row(self, verdict: CredentialVerdict) -> Row:
        """Return the row of a verdict."""
        values = _values(verdict)
        first = json.dumps({key: values[key] for key in values if key < _CLIENT}, sort_keys=True)
        last = json.dumps({key: values[key] for key in values if key > _CLIENT}, sort_keys=True)
        return f'{first[:-1]}, "{_CLIENT}": ', f", {last[1:]}\n"

    def name(self, text: str) -> str:
        """Return a client's name as it stands in a row."""
        return json.dumps(text)


_CLIENT = COLUMNS[0]
Rows = CsvRows | JsonRows
FORMATS: dict[str, type[Rows]] = {"csv": CsvRows, "json": JsonRows}


def written(rows: Rows, name: str, kept: Iterable[VerdictRow]) -> str:
    """Return the rows of one client."""
    named = rows.name(name)
    return "".join([f"{row.row[0]}{named}{row.row[1]}" for row in kept])
