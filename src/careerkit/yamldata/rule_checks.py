"""Checks of a route's rule: conditions that exist, with the parameters they take, well joined."""

from collections.abc import Iterator

from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Rule
from careerkit.rules.registry import CONDITIONS, PARAMETERS
from careerkit.suggest import did_you_mean
from careerkit.yamldata.decode import Path

_MIN_ALTERNATIVES = 2


def check_rule(rule: Rule, path: Path, depth: int = 0) -> Iterator[tuple[Path, str, str]]:
    """Find what is wrong in a rule, as (path, code, message).

    A later stage may stand only on the outermost parts: inside an alternative it would change what
    the alternative means at an earlier stage.
    """
    if isinstance(rule, Condition):
        yield from _condition(rule, path)
        if depth > 1 and rule.stage != "sit":
            yield (*path, "stage"), "stage", "a later stage stands only in the outermost all_of"
        return
    parts, where = _parts(rule)
    if isinstance(rule, AnyOf) and len(parts) < _MIN_ALTERNATIVES:
        yield (*path, "any_of"), "any-of", "any_of needs two parts or more"
    if isinstance(rule, AtLeast) and rule.at_least.n > len(parts):
        yield (*path, "at_least", "n"), "at-least", "asks for more parts than it lists"
    inner = 1 if isinstance(rule, AllOf) and depth == 0 else depth + 2
    for index, part in enumerate(parts):
        yield from check_rule(part, (*path, *where, index), inner)


def _parts(rule: AllOf | AnyOf | AtLeast) -> tuple[tuple[Rule, ...], Path]:
    if isinstance(rule, AllOf):
        return rule.all_of, ("all_of",)
    if isinstance(rule, AnyOf):
        return rule.any_of, ("any_of",)
    return rule.at_least.of, ("at_least", "of")


def _condition(condition: Condition, path: Path) -> Iterator[tuple[Path, str, str]]:
    kind = CONDITIONS.get(condition.condition)
    if kind is None:
        hint = did_you_mean(condition.condition, CONDITIONS)
        message = f"'{condition.condition}' is not a condition{hint}"
        yield (*path, "condition"), "unknown-condition", message
        return
    for name, empty in PARAMETERS.items():
        value = getattr(condition, name)
        if name in kind.needs and value == empty:
            yield path, "missing-key", f"{condition.condition} needs '{name}'"
        elif value != empty and name not in (*kind.needs, *kind.takes):
            yield (*path, name), "unknown-key", f"{condition.condition} takes no '{name}'"
