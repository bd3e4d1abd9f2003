"""Three rules as JSON for a JsonLogic evaluator, client by client; run by ``rules_side_by_side``.

Yes or no only: what was not told counts as not so. Dates are whole months, counted beforehand.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from rules_plain import EIGHT_YEARS, RANK, Facts, plain, tell

Rule = dict[str, Any]
COMPLETED = {"==": [{"var": "status"}, "completed"]}
HIM = {"in": [{"var": "field"}, ["him", ""]]}


def some(listed: str, *tests: Rule) -> Rule:
    """Return the rule that an entry of a list passes all tests."""
    return {"some": [{"var": listed}, {"and": list(tests)}]}


def reaches(level: str) -> Rule:
    """Return the rule on the level of a completed program."""
    return some("programs", {">=": [{"var": "level"}, RANK[level]]}, COMPLETED)


def holds(*ids: str) -> Rule:
    """Return the rule on credentials held."""
    return some("credentials", {"in": [{"var": "id"}, list(ids)]})


def accredited(field: Rule, body: str, level: Rule) -> tuple[Rule, ...]:
    """Return the tests of a program of a field, an accreditor and a level."""
    return level, {"in": [body, {"var": "bodies"}]}, field


def worked(field: str) -> Rule:
    """Return the spells of work in a field."""
    return {"filter": [{"var": "work"}, {"==": [{"var": "field"}, field]}]}


def total(listed: Rule, amount: Rule) -> Rule:
    """Return the sum of an amount over a list."""
    return {"reduce": [listed, {"+": [{"var": "accumulator"}, amount]}, 0]}


def each_month_once(field: str, since: int) -> Rule:
    """Return the months of work in a field since one month, those of several spells counted once.

    Spells stand in the order of their begin; what is carried along is the months so far, and the
    last of them.
    """
    reached = {"var": "accumulator.1"}
    last = {"var": "current.last"}
    begin = {"max": [{"var": "current.first"}, since, {"+": [reached, 1]}]}
    more = {"max": [0, {"+": [{"-": [last, begin]}, 1]}]}
    step = {"merge": [{"+": [{"var": "accumulator.0"}, more]}, {"max": [reached, last]}]}
    dated = {"reduce": [worked(field), step, [0, 0]]}
    undated = {"if": [{">": [{"var": "current.last"}, 0]}, 0, {"var": "current.months"}]}
    return {
        "+": [
            {"reduce": [[dated], {"var": "current.0"}, 0]},
            total(worked(field), undated),
        ]
    }


def at_least(amount: Rule, least: int) -> Rule:
    """Return the rule that an amount is as much."""
    return {">=": [amount, least]}


def rhit() -> Rule:
    """Return the rule of ``data/credentials/ahima-rhit.yaml``."""
    program = accredited(HIM, "cahiim", {"==": [{"var": "level"}, RANK["associate"]]})
    abroad = some("programs", {"var": "abroad"}, HIM, COMPLETED)
    return {
        "or": [
            some("programs", *program, COMPLETED),
            some("programs", *program, {"==": [{"var": "status"}, "final_term"]}),
            {"and": [{"var": "reciprocity"}, {"or": [{"!": {"var": "educated"}}, abroad]}]},
        ]
    }


def chps() -> Rule:
    """Return the rule of ``data/credentials/ahima-chps.yaml``."""
    work = total(worked("privacy_security_healthcare"), {"var": "current.months"})
    others = holds("ahima-cca", "ahima-ccs", "ahima-ccs-p", "ahima-rhit")
    routes = (
        (reaches("master"), 12),
        (reaches("bachelor"), 24),
        (reaches("associate"), 48),
        (reaches("high_school"), 72),
        (holds("ahima-rhia"), 24),
        (others, 48),
    )
    return {"or": [{"and": [first, at_least(work, least)]} for first, least in routes]}


def pmp() -> Rule:
    """Return the rule of ``data/credentials/pmi-pmp.yaml``."""
    field = {"==": [{"var": "field"}, "project_management"]}
    program = accredited(field, "pmi-gac", {">=": [{"var": "level"}, RANK["bachelor"]]})
    subject = {"==": [{"var": "current.subject"}, "project_management"]}
    hours = {"if": [subject, {"var": "current.hours"}, 0]}
    active = some("credentials", {"==": [{"var": "id"}, "pmi-capm"]}, {"var": "active"})
    trained = {"or": [at_least(total({"var": "training"}, hours), 35), active]}
    led = each_month_once("leading_projects", EIGHT_YEARS)
    routes = (
        (reaches("bachelor"), 36),
        (some("programs", *program, COMPLETED), 24),
        (reaches("high_school"), 60),
    )
    return {"or": [{"and": [first, at_least(led, least), trained]} for first, least in routes]}


def ready(profiles: Sequence[Facts]) -> list[Facts]:
    """Return what the rules read of each client."""
    return list(map(plain, profiles))


def judge(data: Sequence[Facts]) -> list[list[bool]]:
    """Return whether each rule holds of each client."""
    evaluate = import_module("json_logic").jsonLogic
    return [[bool(evaluate(rule, each)) for each in data] for rule in (rhit(), chps(), pmp())]


if __name__ == "__main__":
    tell(ready, judge)
