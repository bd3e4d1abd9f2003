"""Steps to credentials, exams and memberships that a rule asks for, and the waits they bring."""

from collections.abc import Callable

from careerkit.dates import first_day
from careerkit.model.client_vocabulary import EXAMS
from careerkit.model.rule import Condition
from careerkit.pathways.client_state import ClientState
from careerkit.pathways.effects import joined, passed
from careerkit.pathways.plan import Plan
from careerkit.pathways.step import NoWay, Step
from careerkit.rules.result import ConditionResult
from careerkit.rules.three_valued import Truth
from careerkit.rules.wording import credentials
from careerkit.words import counted

OWNERS = {
    "ardms-spi": "ardms-rdms",
    "cpa-uniform": "cpa",
    "finra-sie": "finra-sie",
    "nbrc-tmc-high-cut": "nbrc-crt",
    "ncees-fe": "fe-eit",
    "ncees-pe": "pe-license",
}
"""The credential whose rule says who may sit for an exam that another rule names."""
_DEEP = 3
"""So many credentials may hang on each other."""


def own_exams(credential: str) -> list[str]:
    """Return the exams that rules name and that are (part of) a credential's own."""
    return [exam for exam, owner in OWNERS.items() if owner == credential]


def is_held(condition: Condition, client_state: ClientState) -> bool:
    """Tell whether the client has what is to be held, though perhaps not for long enough."""
    if condition.condition == "membership":
        own = client_state.client.memberships or ()
        fitting = [each for each in own if each.organization == condition.organization]
        return any(not condition.classes or each.class_ in condition.classes for each in fitting)
    held = client_state.client.credentials or ()
    return any(
        each.id in condition.credentials
        and each.earned
        and (each.active or not condition.active)
        and (each.active is not False or condition.lapsed)
        for each in held
    )


def credential(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Take the nearest way to one of the credentials, or wait until it was held for long enough."""
    before = condition.earned_before
    if before and first_day(before) <= plan.client_state.day:
        raise NoWay(f"it is for holders of the {finding.requirement}")
    if condition.held_years and is_held(condition, plan.client_state):
        names = credentials(condition, plan.client_state.reference)
        text = f"Hold the {names} for {counted(condition.held_years, 'year')}"
        plan.take(_wait(condition, condition.held_years, plan, text))
        return
    possible = [each for each in condition.credentials if each not in plan.chain]
    ways = [
        way
        for each in (possible if len(plan.chain) < _DEEP else ())
        for way in plan.planner.credential_ways(
            each, plan.client_state, plan.lookups, plan.chain
        ).ways
    ]
    if not ways:
        raise NoWay(f"it is for holders of the {finding.requirement}")
    known = plan.client_state.first.find(condition).verdict is Truth.NOT_MET
    nearest = ways[0] if len(possible) == 1 else min(ways, key=lambda way: way.rank)
    for proviso in nearest.provided:
        plan.provide(proviso)
    plan.take(*(each._replace(known=each.known and known) for each in nearest.steps))


def membership(condition: Condition, _finding: ConditionResult, plan: Plan) -> None:
    """Join an association, or wait until the membership is old enough."""
    if is_held(condition, plan.client_state) and condition.tenure_years:
        text = f"Have been a member for {counted(condition.tenure_years, 'year')}"
        plan.take(_wait(condition, condition.tenure_years, plan, text))
        return
    body = condition.organization or ""
    names = plan.client_state.reference.issuers
    class_ = condition.classes[0] if condition.classes else None
    text = f"Join {names.get(body, body)}"
    plan.take(plan.step("membership", text, condition, effect=joined(body, class_)))


def exam(condition: Condition, _finding: ConditionResult, plan: Plan) -> None:
    """Pass an exam; where a credential's rule says who may sit for it, go that way first."""
    name = condition.exam or ""
    owner = OWNERS.get(name)
    step = plan.step("exam", f"Pass the {EXAMS[name]}", condition, effect=passed(name))
    if owner and owner not in plan.chain and len(plan.chain) < _DEEP:
        provided, steps = plan.planner.sitting_steps(owner, plan)
        for proviso in provided:
            plan.provide(proviso)
        plan.take(*(each._replace(known=each.known and step.known) for each in steps))
    plan.take(step)


def _wait(condition: Condition, years: float, plan: Plan, text: str) -> Step:
    now = plan.client_state
    most = int(-(-years * 12 // 1)) + 1
    months = next(filter(_met_after(now, condition), range(1, most + 1)), None)
    if months is None:
        raise NoWay(f"it asks for {text[:1].lower()}{text[1:]}")
    return plan.step("wait", text, condition, months=months)


def _met_after(now: ClientState, condition: Condition) -> Callable[[int], bool]:
    return lambda months: now.later(months).meets(condition)
