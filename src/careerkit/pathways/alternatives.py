"""A rule as the alternatives there are to meet it, each a set of conditions that must all hold."""

from collections.abc import Iterator
from itertools import combinations, islice, product

from careerkit.model.rule import AllOf, AnyOf, Condition, Rule

Alternative = tuple[Condition, ...]
_MOST = 200
"""No rule on record has as many; a rule that had would only be searched in part."""


def alternatives(rule: Rule) -> list[Alternative]:
    """Return the alternatives of a rule in its order; an empty one if it asks nothing."""
    return list(dict.fromkeys(islice(_each(rule), _MOST)))


def _each(rule: Rule) -> Iterator[Alternative]:
    if isinstance(rule, Condition):
        yield (rule,)
    elif isinstance(rule, AllOf):
        yield from _together([alternatives(part) for part in rule.all_of])
    elif isinstance(rule, AnyOf):
        for part in rule.any_of:
            yield from _each(part)
    else:
        for parts in combinations(rule.at_least.of, rule.at_least.n):
            yield from _together([alternatives(part) for part in parts])


def _together(parts: list[list[Alternative]]) -> Iterator[Alternative]:
    for chosen in product(*parts):
        yield tuple(dict.fromkeys(each for part in chosen for each in part))
