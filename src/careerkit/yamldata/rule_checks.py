"""Checks of a route's rule: known conditions, their parameters, and how groups combine them."""

from collections.abc import Iterator

from careerkit.model.credential import Route
from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Rule
from careerkit.rules.evaluate import STAGE_ORDER, stages_of
from careerkit.rules.registry import CONDITIONS, PARAMETERS
from careerkit.rules.result import ConditionKind
from careerkit.suggest import did_you_mean
from careerkit.words import join
from careerkit.yamldata.decode import Path
from careerkit.yamldata.impossible_rules import asks_nothing, barred_everywhere, never_met
from careerkit.yamldata.references import Mistakes

_MIN_ALTERNATIVES = 2


def check_rule(route: Route, path: Path) -> Mistakes:
    """Find the mistakes in the rule of a route."""
    rule = route.requires
    yield from _rule(rule, path, route)
    outermost = (
        [((*path, "all_of", index), part) for index, part in enumerate(rule.all_of)]
        if isinstance(rule, AllOf)
        else [(path, rule)]
    )
    for at, part in outermost:
        yield from _stages(part, at, min(stages_of(part), key=STAGE_ORDER.__getitem__))


def _rule(rule: Rule, path: Path, route: Route) -> Mistakes:
    if isinstance(rule, Condition):
        yield from _condition(rule, path, route)
        return
    if isinstance(rule, AnyOf) and len(rule.any_of) < _MIN_ALTERNATIVES:
        yield (*path, "any_of"), "any-of", "any_of needs two parts or more"
    if isinstance(rule, AtLeast) and rule.at_least.n > len(rule.at_least.of):
        yield (*path, "at_least", "n"), "at-least", "asks for more parts than it lists"
    for index in barred_everywhere(rule):
        yield (*path, "all_of", index), "never-met", "another condition bars these states"
    for at, part in _parts(rule, path):
        yield from _rule(part, at, route)


def _parts(rule: AllOf | AnyOf | AtLeast, path: Path) -> Iterator[tuple[Path, Rule]]:
    if isinstance(rule, AllOf):
        parts, where = rule.all_of, (*path, "all_of")
    elif isinstance(rule, AnyOf):
        parts, where = rule.any_of, (*path, "any_of")
    else:
        parts, where = rule.at_least.of, (*path, "at_least", "of")
    yield from (((*where, index), part) for index, part in enumerate(parts))


def _stages(rule: Rule, path: Path, first: str) -> Mistakes:
    """Find conditions of a later stage than others of their group.

    At the earlier stage, an alternative with such a condition would mean something else.
    """
    if not isinstance(rule, Condition):
        for at, part in _parts(rule, path):
            yield from _stages(part, at, first)
    elif rule.stage != first:
        message = "a later stage stands in the outermost all_of, or in all parts of a group there"
        yield (*path, "stage"), "stage", message


def _condition(condition: Condition, path: Path, route: Route) -> Mistakes:
    kind = CONDITIONS.get(condition.condition)
    if kind is None:
        hint = did_you_mean(condition.condition, CONDITIONS)
        message = f"'{condition.condition}' is not a condition{hint}"
        yield (*path, "condition"), "unknown-condition", message
        return
    yield from _parameters(condition, kind, path)
    for name in asks_nothing(condition):
        yield (*path, name), "asks-nothing", f"'{name}' is 0: leave it out"
    for name, message in never_met(condition, route):
        yield (*path, name), "never-met", f"no client can meet this: {message}"


def _parameters(condition: Condition, kind: ConditionKind, path: Path) -> Mistakes:
    name, taken = condition.condition, (*kind.needs, *kind.needs_one_of, *kind.takes)
    given = {key for key, empty in PARAMETERS.items() if getattr(condition, key) != empty}
    for key in PARAMETERS:
        if key in kind.needs and key not in given:
            yield path, "missing-key", f"{name} needs '{key}'"
        elif key in given and key not in taken:
            yield (*path, key), "unknown-key", f"{name} takes no '{key}'"
    if kind.needs_one_of and given.isdisjoint(kind.needs_one_of):
        yield path, "missing-key", f"{name} needs one of {join(kind.needs_one_of, 'or')}"
    if "level_match" in given and "level" not in given:
        yield (*path, "level_match"), "missing-key", "'level_match' needs 'level'"
