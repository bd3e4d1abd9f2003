"""Reads the clients of a caseload from its rows; mistakes carry their line and column."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from careerkit.caseload.cells import Cells
from careerkit.caseload.columns import CLIENT, columns
from careerkit.caseload.lines import BROKEN, NOT_TEXT, Line
from careerkit.facts.reading import Resolve
from careerkit.model.client import Client
from careerkit.model.problem import Problem
from careerkit.words import counted

_BREAK = re.compile("[\r\n]")
_BROKEN_CELL = (
    "a line break stands inside this cell; is a quotation mark missing, or one too many? "
    "The lines up to the next mark are not judged"
)
_UNLIKE_YAML = re.compile(r"(\\(?!u[dD][89a-fA-F]).)|\\u....|[\t\x7f-\x9f\ufffe\uffff]")
"""What JSON may hold and YAML may not: tabs, some characters, escapes of halves of characters.

None of it could be part of a fact. Other escapes are the first group.
"""


class ClientRow(NamedTuple):
    """One row: its name, and its client, or None and the problems if the facts cannot be used."""

    name: str
    client: Client | None
    problems: tuple[Problem, ...] = ()


class Context(NamedTuple):
    """What reading needs besides the file: records by name, their ids by kind, the day."""

    resolve: Resolve
    known: Mapping[str, Iterable[str]]
    as_of: date


Read = Callable[[Line], ClientRow]


def reading(header: Sequence[str] | None, shown: str, context: Context) -> Read:
    """Return the function that makes a client of a row; without a header rows are JSON.

    Raises bad data where the columns are not what a caseload has.
    """
    read = (_Objects(shown, context) if header is None else _Table(header, shown, context)).read

    def read_line(line: Line) -> ClientRow:
        number, row = line
        if isinstance(row, Problem):
            return ClientRow(str(number), None, (row,))
        return read(number, row)

    return read_line


class _Table:
    def __init__(self, header: Sequence[str], shown: str, context: Context) -> None:
        self._shown = shown
        self._width = len(header)
        self._cells = Cells(columns(header, shown), context.resolve, context.as_of)

    def read(self, line: int, texts: Sequence[str]) -> ClientRow:
        problem = self._unreadable(texts, line)
        if problem:
            return ClientRow(str(line), None, (problem,))
        row = self._cells.row(texts, line)
        if not row.mistakes:
            return ClientRow(row.name, row.client)
        problems = (
            self._problem(line, self._cells.place(column), "cell", f"{column}: {message}")
            for column, message in row.mistakes
        )
        return ClientRow(row.name, None, tuple(problems))

    def _unreadable(self, texts: Sequence[str], line: int) -> Problem | None:
        whole = "".join(texts)
        if not whole.isascii() and BROKEN.search(whole):
            place = next(place for place, text in enumerate(texts) if BROKEN.search(text))
            return self._problem(line, place, "encoding", NOT_TEXT)
        # A mark that a later row closes makes one row of several: their clients must not merge.
        if "\n" in whole or "\r" in whole:
            for place in self._cells.places:
                if place < len(texts) and _BREAK.search(texts[place]):
                    return self._problem(line, place, "row", _BROKEN_CELL)
        if len(texts) < self._width or any(map(str.strip, texts[self._width :])):
            message = f"the row has {counted(len(texts), 'cell')}, and the header {self._width}"
            return self._problem(line, min(len(texts), self._width), "row", message)
        return None

    def _problem(self, line: int, place: int, code: str, message: str) -> Problem:
        return Problem(file=self._shown, line=line, column=place + 1, code=code, message=message)


class _Objects:
    """Rows that are objects of JSON: profiles, each with the client's name."""

    def __init__(self, shown: str, context: Context) -> None:
        self._shown = shown
        self._context = context

    def read(self, line: int, texts: Sequence[str]) -> ClientRow:
        from careerkit.yamldata.profiles import decode_profile  # brings in yaml

        (text,) = texts
        try:
            name = _name(text)
        except _NoObjectError as error:
            problem = Problem(
                file=self._shown, line=line, column=error.column, code="json", message=str(error)
            )
            return ClientRow(str(line), None, (problem,))
        known, as_of = self._context.known, self._context.as_of
        content = _UNLIKE_YAML.sub(lambda match: match[1] or " " * len(match[0]), text).encode()
        client, problems = decode_profile(content, self._shown, known, as_of, beside=CLIENT)
        return ClientRow(
            name or str(line), client, tuple(replace(problem, line=line) for problem in problems)
        )


class _NoObjectError(ValueError):
    """A row that is no object of JSON, or has no usable name."""

    def __init__(self, message: str, column: int = 1) -> None:
        super().__init__(message)
        self.column = column


def _name(text: str) -> str:
    if BROKEN.search(text):
        raise _NoObjectError(NOT_TEXT)
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise _NoObjectError(f"this is no JSON: {error.msg}", error.colno) from error
    except (RecursionError, ValueError) as error:  # nested too deep; a number of too many digits
        raise _NoObjectError("this is no JSON that could be a client") from error
    if not isinstance(content, dict):
        raise _NoObjectError('a row is an object, such as {"client": "A", "age": 24}')
    name = content.get(CLIENT)
    if isinstance(name, bool) or not isinstance(name, str | int | None):
        raise _NoObjectError(f"'{CLIENT}' is a text or a whole number")
    return "" if name is None else str(name).strip()
