"""Which facts of a client conditions read: their cache keys.

A type of condition declares its facts and which entries of a list matter
(``rules.result.ConditionKind``); nothing here knows a type by name.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import Any

from careerkit.model.client import Client, Credits, Statements, Study
from careerkit.model.rule import Condition
from careerkit.rules.registry import CONDITIONS

_SECTIONS = [field.name for field in fields(Client)]
_STUDY_FACTS = [field.name for field in fields(Study)]
_STATEMENTS = [field.name for field in fields(Statements)]
_EDUCATION = "education"
Values = tuple[Any, ...]
"""Values read of a client: hashable, so that they can be a cache key."""


class Reads:
    """The facts read by conditions of one type that are about the same subject.

    ``about`` is a condition with only the parameters that name the subject, such as a field of
    work. ``sources`` are the attributes of a client that are read.
    """

    def __init__(self, about: Condition, conditions: list[Condition], as_of: date) -> None:
        kind = CONDITIONS[about.condition]
        self.conditions = conditions
        self._about = about
        self._as_of = as_of
        self._relevant = kind.relevant
        self._of_study = [name for name in _STUDY_FACTS if name in kind.facts]
        named = {*kind.facts, _EDUCATION} if self._of_study else {*kind.facts}
        self._sections = [name for name in _SECTIONS if name in named]
        self._statements = [name for name in _STATEMENTS if name in named]
        self.sources = (*self._sections, *(f"facts.{name}" for name in self._statements))

    def values(self, given: Values) -> Values:
        """Narrow values of the ``sources`` to the entries that matter to the conditions."""
        return tuple(
            [self._counts(value) if value.__class__ is tuple else value for value in given]
        )

    def _counts(self, entries: tuple[Any, ...]) -> tuple[Any, ...]:
        relevant, about, as_of = self._relevant, self._about, self._as_of
        if relevant is None:
            return entries
        parts = [part for entry in entries if (part := relevant(about, entry, as_of)) is not None]
        if parts and parts[0].__class__ is Study:
            return tuple(map(self._declared, parts))
        return tuple(parts)

    def _declared(self, study: Study) -> Study:
        return Study(**{name: getattr(study, name) for name in self._of_study})

    def client(self, values: Values) -> Client:
        """Return a client who has no other facts than these."""
        count = len(self._sections)
        sections = {
            name: _THAWING[name](value) if name in _THAWING and value is not None else value
            for name, value in zip(self._sections, values[:count], strict=True)
        }
        statements = dict(zip(self._statements, values[count:], strict=True))
        return Client(**sections, facts=Statements(**statements))


def reads_of(conditions: Iterable[Condition], as_of: date) -> list[Reads]:
    """Group conditions by the facts that they read on a day."""
    by_subject: dict[Condition, list[Condition]] = {}
    for condition in conditions:
        parameters = {
            name: getattr(condition, name) for name in CONDITIONS[condition.condition].about
        }
        about = Condition(condition=condition.condition, **parameters)
        by_subject.setdefault(about, []).append(condition)
    return [Reads(about, listed, as_of) for about, listed in by_subject.items()]


def reader(sources: tuple[str, ...]) -> Callable[[Client], Values]:
    """Return the function that reads some attributes of a client."""
    get = attrgetter(*sources)
    mappings = [(at, _FREEZING[name]) for at, name in enumerate(sources) if name in _FREEZING]

    def read(client: Client) -> Values:
        values: Values = get(client) if len(sources) > 1 else (get(client),)
        if not mappings:
            return values
        listed = list(values)
        for at, freeze in mappings:
            if listed[at] is not None:
                listed[at] = freeze(listed[at])
        return tuple(listed)

    return read


def _pairs(mapping: Mapping[str, Hashable] | None) -> Hashable:
    return None if mapping is None else tuple(sorted(mapping.items()))


def _amounts(amounts: Credits) -> Hashable:
    return amounts.total, amounts.graduate, _pairs(amounts.subjects)


def _credits(amounts: Values) -> Credits:
    total, graduate, subjects = amounts
    return Credits(
        total=total, graduate=graduate, subjects=None if subjects is None else dict(subjects)
    )


_FREEZING: dict[str, Callable[[Any], Hashable]] = {
    "procedures": _pairs,
    "courses": _pairs,
    "credits": _amounts,
}
_THAWING: dict[str, Callable[[Any], Any]] = {
    "procedures": dict,
    "courses": dict,
    "credits": _credits,
}
