"""Checks after decoding: references between records, and rules that types cannot express."""

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from typing import Any

from careerkit.dates import first_day, last_day
from careerkit.model.career import Career
from careerkit.model.credential import Credential, Route
from careerkit.model.problem import Problem
from careerkit.model.program import Program
from careerkit.model.shape import attribute_of, slots_of
from careerkit.model.source import Source
from careerkit.model.study import LevelOfStudy
from careerkit.model.vocabulary import WAGE_FIGURES
from careerkit.yamldata.decode import Path
from careerkit.yamldata.records import Entry
from careerkit.yamldata.references import Mistakes, find_dangling
from careerkit.yamldata.rule_checks import check_rule

Known = Mapping[str, Iterable[str]]
_PERCENTILES = tuple(WAGE_FIGURES)[1:]


def check_entries(entries: Iterable[Entry], known: Known) -> list[Problem]:
    """Return the problems of decoded records; ``known`` has the ids of each kind of record."""
    ids = {kind: set(of_kind) for kind, of_kind in known.items()}
    problems: list[Problem] = []
    for entry in entries:
        before = len(entry.document.problems)
        for path, code, message in _mistakes(entry, ids):
            entry.document.report(path, code, message)
        problems.extend(entry.document.problems[before:])
    return problems


def _mistakes(entry: Entry, ids: Mapping[str, set[str]]) -> Mistakes:
    yield from find_dangling(entry.value, ids)
    yield from _repeated_texts(entry.value, ())
    if check := _CHECKS.get(entry.kind.name):
        yield from check(entry.value)


def _repeated_texts(value: Any, path: Path) -> Mistakes:  # noqa: ANN401 - any record
    """Find a text that is in a list twice, anywhere in the record."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, str) and item in value[:index]:
                yield (*path, index), "repeated", "this item is in the list already"
            yield from _repeated_texts(item, (*path, index))
    elif hasattr(value, "__dataclass_fields__"):
        for name in slots_of(type(value)):
            yield from _repeated_texts(getattr(value, attribute_of(name)), (*path, name))


def _career(career: Career) -> Mistakes:
    for index, outlook in enumerate(career.outlook):
        if outlook.horizon_year <= outlook.base_year:
            yield ("outlook", index, "horizon_year"), "order", "the horizon is not after the base"
    for index, wage in enumerate(career.wages):
        steps = ((name, getattr(wage, name)) for name in _PERCENTILES)
        present = [(name, amount) for name, amount in steps if amount is not None]
        for (low, lower), (high, higher) in pairwise(present):
            if higher < lower and high not in wage.at_least:
                yield ("wages", index, high), "order", f"{high} is below {low}"
    vintages = [(o.base_year, o.horizon_year, o.source) for o in career.outlook]
    yield from _repeated(vintages, "outlook", "this vintage is given already")
    periods = [(w.period, w.area_type, w.area, w.unit, w.source) for w in career.wages]
    yield from _repeated(periods, "wages", "this period is given already")
    yield from _repeated([link.id for link in career.credentials], "credentials", "given already")


def _credential(credential: Credential) -> Mistakes:
    ids = [route.id for route in credential.routes]
    yield from _repeated(ids, "routes", "this route id is given already")
    exam = credential.exam
    if exam and exam.questions and (exam.scored_questions or 0) > exam.questions:
        yield ("exam", "scored_questions"), "order", "more questions are scored than asked"
    if not credential.routes:
        yield ("routes",), "no-route", "a credential has at least one route"
    for index, route in enumerate(credential.routes):
        path: Path = ("routes", index)
        yield from _route(route, path)
        yield from check_rule(route, (*path, "requires"))


def _route(route: Route, path: Path) -> Mistakes:
    if route.confidence != "unverified" and not route.sources:
        yield (*path, "confidence"), "no-source", f"a {route.confidence} route names its sources"
    begins, ends = route.valid_from, route.valid_until
    if begins and ends and last_day(ends) < first_day(begins):
        yield (*path, "valid_until"), "order", "the route ends before it begins"


def _source(source: Source) -> Mistakes:
    if source.published and first_day(source.published) > last_day(source.retrieved):
        yield ("published",), "order", "the source was published after it was read"


def _program(program: Program) -> Mistakes:
    offered = [award.level for award in program.awards]
    yield from _repeated(offered, "awards", "given already")
    for index, award in enumerate(program.awards):
        if award.months and not award.months_source:
            yield ("awards", index, "months"), "no-source", "a length names its months_source"
    for index, entry in enumerate(program.entry):
        for at, level in enumerate(entry.levels):
            if level not in offered:
                message = f"the program gives no award at level '{level}'"
                yield ("entry", index, "levels", at), "no-award", message


def _level(level: LevelOfStudy) -> Mistakes:
    if level.months and not level.months_source:
        yield ("months",), "no-source", "a length names its months_source"


def _repeated(keys: list[Any], name: str, message: str) -> Mistakes:
    for index, key in enumerate(keys):
        if key in keys[:index]:
            yield (name, index), "repeated", message


_CHECKS: dict[str, Callable[[Any], Mistakes]] = {
    "career": _career,
    "credential": _credential,
    "level": _level,
    "program": _program,
    "source": _source,
}
