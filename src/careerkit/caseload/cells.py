"""Turns a row of texts into a client; texts are read as flags are, each distinct one once."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from careerkit.caseload.columns import CLIENT, SEPARATOR, STUDY, facts_of
from careerkit.caseload.memo import Finder
from careerkit.contradictions import contradictions
from careerkit.errors import CareerkitError, usage_error
from careerkit.facts.client import (
    named_statements,
    program_texts,
    section_value,
    statement_value,
    study_value,
)
from careerkit.facts.reading import Resolve
from careerkit.facts.registry import OTHER_FACTS, STUDY_FACTS, Fact
from careerkit.model.client import Client, Statements, Study

MOST = 5_000
"""How many distinct texts of a column are cached; at most twice as many."""
FEW = 500
"""The same for lists of entries, which are larger and seldom repeat."""
_EDUCATION, _STATEMENTS = "education", "facts"
_NO_STATEMENTS = Statements()
_Values = Finder[Any]
"""Texts of a column to values or mistakes."""


class Mistake(NamedTuple):
    """What is wrong in a row: the name of the column, and why."""

    column: str
    message: str


class Row(NamedTuple):
    """A client of a caseload: the name given, and the facts or what is wrong with them."""

    name: str
    client: Client
    mistakes: tuple[Mistake, ...]


class Cells:
    """Reads the rows under some columns (names by place); dates are held against ``as_of``."""

    def __init__(self, columns: Mapping[int, str], resolve: Resolve, as_of: date) -> None:
        self._places = {name: place for place, name in columns.items()}
        self._facts = facts_of(columns.values())
        self._resolve = lru_cache(MOST)(resolve)
        self._as_of = as_of
        self._of_program = {fact.name: self._reader(fact) for fact in STUDY_FACTS}
        self._columns = [
            (
                self._places[name],
                _KINDS.get(fact.section, _OTHERS),
                _target(fact),
                self._reader(fact),
            )
            for name, fact in self._facts.items()
        ]
        if STUDY in self._places:
            values = _reader_of(STUDY, FEW, self._programs)
            self._columns.append((self._places[STUDY], _OTHERS, STUDY, values))

    @property
    def places(self) -> Collection[int]:
        """The places of the columns that are read."""
        return self._places.values()

    def row(self, texts: Sequence[str], line: int) -> Row:
        """Return the client that the texts of a line describe."""
        mistakes: list[Mistake] = []
        own: dict[str, Any] = {}
        statements: dict[str, Any] = {}
        sections: dict[str, Any] = {}
        facts = own, statements, sections
        for place, kind, key, values in self._columns:
            text = texts[place]
            if text and not text.isspace():
                value = values[text]
                if value.__class__ is Mistake:
                    mistakes.append(value)
                else:
                    facts[kind][key] = value
        name = texts[self._places[CLIENT]].strip() if CLIENT in self._places else ""
        client = self._client(own, statements, sections, mistakes)
        if not mistakes:
            mistakes += self._contradictions(client, own=bool(own))
        return Row(name or str(line), client, tuple(mistakes))

    def place(self, column: str) -> int:
        """Return the place of a column by its name."""
        return self._places[column]

    def _client(
        self,
        own: dict[str, Any],
        statements: dict[str, Any],
        sections: dict[str, Any],
        mistakes: list[Mistake],
    ) -> Client:
        programs = sections.pop(STUDY, ())
        if own:
            programs = (Study(**{"level": "unknown", **own}), *programs)
        if programs:
            sections[_EDUCATION] = programs
        if OTHER_FACTS.key in statements:
            others = statements.pop(OTHER_FACTS.key)
            twice = statements.keys() & others.keys()
            mistakes += [Mistake(OTHER_FACTS.name, f"'{name}' is given twice") for name in twice]
            statements |= others
        return Client(**sections, facts=Statements(**statements) if statements else _NO_STATEMENTS)

    def _reader(self, fact: Fact) -> _Values:
        most = FEW if fact.listed else MOST
        return _reader_of(fact.name, most, lambda text: _value(fact, text, self._resolve))

    def _programs(self, text: str) -> tuple[Study, ...]:
        return tuple(map(self._program, _entries(text)))

    def _program(self, text: str) -> Study:
        facts: dict[str, Any] = {"level": "unknown"}
        for name, given in program_texts(text).items():
            listed = given if isinstance(given, str) else SEPARATOR.join(given or ())
            value = self._of_program[name][listed]
            if isinstance(value, Mistake):
                raise usage_error(f"{name}: {value.message}")
            facts[_KEYS[name]] = value
        return Study(**facts)

    def _contradictions(self, client: Client, *, own: bool) -> Iterator[Mistake]:
        for path, _, message in contradictions(client, self._as_of):
            yield Mistake(self._column_of(path, own=own), message)

    def _column_of(self, path: Sequence[str | int], *, own: bool) -> str:
        """Return the column that a path of the profile came from."""
        if path[0] == _EDUCATION and not (own and path[1] == 0):
            return STUDY
        key = path[-1] if path[0] == _EDUCATION else path[0]
        return next(name for name, fact in self._facts.items() if _target(fact) == key)


_KINDS = {_EDUCATION: 0, _STATEMENTS: 1}
_OTHERS = 2
_KEYS = {fact.name: fact.key for fact in STUDY_FACTS}


def _target(fact: Fact) -> str:
    """Return the attribute that holds a fact, in its section's record or in the client."""
    return fact.key if fact.section in {_EDUCATION, _STATEMENTS} else fact.section


def _reader_of(name: str, most: int, read: Callable[[str], Any]) -> _Values:

    def find(text: str) -> Any:  # noqa: ANN401 - any fact
        try:
            return read(text)
        except CareerkitError as error:
            return Mistake(name, _in_one_line(error))

    return Finder(most, find)


def _value(fact: Fact, text: str, resolve: Resolve) -> Any:  # noqa: ANN401 - any fact
    """Parse the text of a cell; entries of a list stand between semicolons."""
    given = _entries(text) if fact.listed else text
    if fact.section == _EDUCATION:
        return study_value(fact, given, resolve)
    if fact is OTHER_FACTS:
        return named_statements(given, resolve)
    if fact.section == _STATEMENTS:
        return statement_value(fact.key, text, resolve)
    return section_value(fact, given, resolve)


def _entries(text: str) -> list[str]:
    entries = [entry.strip() for entry in text.split(SEPARATOR) if entry.strip()]
    if not entries:
        raise usage_error(f"'{text.strip()}' tells nothing; leave out what is not known")
    return entries


def _in_one_line(error: CareerkitError) -> str:
    """Join a message and its details; of records listed there, keep the ids."""
    ids = [detail.partition("  (")[0] for detail in map(str, error.details) if "  (" in detail]
    others = [detail for detail in map(str, error.details) if "  (" not in detail]
    listed = f"{error.message.rstrip(':')}: {', '.join(ids)}" if ids else error.message
    return ". ".join([listed, *others])
