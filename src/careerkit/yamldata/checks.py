"""What one record cannot show alone, and what its types cannot say: the checks after decoding."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, cast

from careerkit.dates import first_day, last_day
from careerkit.model.career import Career
from careerkit.model.credential import Credential, Route
from careerkit.model.problem import Problem
from careerkit.model.program import Program
from careerkit.model.shape import attribute_of, slots_of
from careerkit.model.source import Source
from careerkit.model.study import LevelOfStudy
from careerkit.yamldata.decode import Path
from careerkit.yamldata.records import Entry
from careerkit.yamldata.references import find_dangling
from careerkit.yamldata.rule_checks import check_rule

ConditionResult = tuple[Path, str, str]
Known = Mapping[str, Iterable[str]]


def check_entries(entries: Iterable[Entry], known: Known) -> list[Problem]:
    """Return the problems of decoded records; ``known`` holds the ids of each kind of record."""
    ids = {kind: set(of_kind) for kind, of_kind in known.items()}
    problems: list[Problem] = []
    for entry in entries:
        before = len(entry.document.problems)
        for path, code, message in _findings(entry, ids):
            entry.document.report(path, code, message)
        problems.extend(entry.document.problems[before:])
    return problems


def _findings(entry: Entry, ids: Mapping[str, set[str]]) -> Iterator[ConditionResult]:
    yield from find_dangling(entry.value, ids)
    yield from _twice(entry.value, ())
    yield from _CHECKS.get(entry.kind.name, _nothing)(entry.value)


def _twice(value: Any, path: Path) -> Iterator[ConditionResult]:  # noqa: ANN401 - any record
    """Find a text that stands twice in a list, anywhere in the record."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, str) and item in value[:index]:
                yield (*path, index), "repeated", "this item is in the list already"
            yield from _twice(item, (*path, index))
    elif hasattr(value, "__dataclass_fields__"):
        for name in slots_of(type(value)):
            yield from _twice(getattr(value, attribute_of(name)), (*path, name))


def _career(record: object) -> Iterator[ConditionResult]:
    career = cast("Career", record)
    for index, outlook in enumerate(career.outlook):
        if outlook.horizon_year <= outlook.base_year:
            yield ("outlook", index, "horizon_year"), "order", "the horizon is not after the base"
    for index, wage in enumerate(career.wages):
        steps = [("p10", wage.p10), ("p25", wage.p25), ("median", wage.median)]
        steps += [("p75", wage.p75), ("p90", wage.p90)]
        present = [(name, amount) for name, amount in steps if amount is not None]
        for (low, lower), (high, higher) in pairwise(present):
            if higher < lower and high not in wage.at_least:
                yield ("wages", index, high), "order", f"{high} is below {low}"
    vintages = [(o.base_year, o.horizon_year, o.source) for o in career.outlook]
    yield from _same(vintages, "outlook", "this vintage is given already")
    periods = [(w.period, w.area_type, w.area, w.unit, w.source) for w in career.wages]
    yield from _same(periods, "wages", "this period is given already")
    yield from _same([link.id for link in career.credentials], "credentials", "given already")


def _credential(record: object) -> Iterator[ConditionResult]:
    credential = cast("Credential", record)
    yield from _same([r.id for r in credential.routes], "routes", "this route id is given already")
    exam = credential.exam
    if exam and exam.questions and (exam.scored_questions or 0) > exam.questions:
        yield ("exam", "scored_questions"), "order", "more questions are scored than asked"
    if not credential.routes:
        yield ("routes",), "no-route", "a credential has at least one route"
    for index, route in enumerate(credential.routes):
        path: Path = ("routes", index)
        yield from _route(route, path)
        yield from check_rule(route, (*path, "requires"))


def _route(route: Route, path: Path) -> Iterator[ConditionResult]:
    if route.confidence != "unverified" and not route.sources:
        yield (*path, "confidence"), "no-source", f"a {route.confidence} route names its sources"
    if (
        route.valid_from
        and route.valid_until
        and last_day(route.valid_until) < first_day(route.valid_from)
    ):
        yield (*path, "valid_until"), "order", "the route ends before it begins"


def _source(record: object) -> Iterator[ConditionResult]:
    source = cast("Source", record)
    if source.published and first_day(source.published) > last_day(source.retrieved):
        yield ("published",), "order", "the source was published after it was read"


def _program(record: object) -> Iterator[ConditionResult]:
    program = cast("Program", record)
    offered = {award.level for award in program.awards}
    yield from _same([award.level for award in program.awards], "awards", "given already")
    for index, award in enumerate(program.awards):
        if award.months and not award.months_source:
            yield ("awards", index, "months"), "no-source", "a length names its months_source"
    for index, entry in enumerate(program.entry):
        for at, level in enumerate(entry.levels):
            if level not in offered:
                message = f"the program gives no award at level '{level}'"
                yield ("entry", index, "levels", at), "no-award", message


def _level(record: object) -> Iterator[ConditionResult]:
    level = cast("LevelOfStudy", record)
    if level.months and not level.months_source:
        yield ("months",), "no-source", "a length names its months_source"


def _same(keys: list[Any], name: str, message: str) -> Iterator[ConditionResult]:
    for index, key in enumerate(keys):
        if key in keys[:index]:
            yield (name, index), "repeated", message


def _nothing(_record: object) -> Iterator[ConditionResult]:
    return iter(())


_CHECKS: dict[str, Callable[[object], Iterator[ConditionResult]]] = {
    "career": _career,
    "credential": _credential,
    "level": _level,
    "program": _program,
    "source": _source,
}
