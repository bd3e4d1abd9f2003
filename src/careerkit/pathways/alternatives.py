"""The alternatives that meet a rule, each a set of conditions that must all hold."""

from collections.abc import Iterator
from itertools import combinations, islice, product

from careerkit.model.rule import AllOf, AnyOf, Condition, Rule

Alternative = tuple[Condition, ...]
_MOST = 200
"""No rule on record has as many alternatives; a rule with more is searched in part."""


def alternatives(rule: Rule) -> list[Alternative]:
    """Return the alternatives of a rule in its order; an empty one if it asks nothing."""
    return list(dict.fromkeys(islice(_alternatives(rule), _MOST)))


def _alternatives(rule: Rule) -> Iterator[Alternative]:
    if isinstance(rule, Condition):
        yield (rule,)
    elif isinstance(rule, AllOf):
        yield from _combined(rule.all_of)
    elif isinstance(rule, AnyOf):
        for part in rule.any_of:
            yield from _alternatives(part)
    else:
        for parts in combinations(rule.at_least.of, rule.at_least.n):
            yield from _combined(parts)


def _combined(parts: tuple[Rule, ...]) -> Iterator[Alternative]:
    for chosen in product(*map(alternatives, parts)):
        yield tuple(dict.fromkeys(condition for part in chosen for condition in part))
