"""Steps to credentials, exams and memberships that a rule asks for, and waits until they count."""

import math

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
"""How many credentials may ask for one another in a row."""


def own_exams(credential: str) -> list[str]:
    """Return the exams that rules name and that are (part of) a credential's own."""
    return [exam for exam, owner in OWNERS.items() if owner == credential]


def is_held(condition: Condition, client_state: ClientState) -> bool:
    """Tell whether the client holds what is asked for, though perhaps not for long enough."""
    client = client_state.client
    if condition.condition == "membership":
        return any(
            membership.organization == condition.organization
            and (not condition.classes or membership.class_ in condition.classes)
            for membership in client.memberships or ()
        )
    return any(
        held.id in condition.credentials
        and held.earned
        and (held.active or not condition.active)
        and (held.active is not False or condition.lapsed)
        for held in client.credentials or ()
    )


def credential(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Take the nearest way to one of the credentials, or wait until it was held for long enough."""
    before = condition.earned_before
    if before and first_day(before) <= plan.client_state.day:
        raise NoWay(f"it is for holders of the {result.requirement}")
    if condition.held_years and is_held(condition, plan.client_state):
        names = credentials(condition, plan.client_state.reference)
        text = f"Hold the {names} for {counted(condition.held_years, 'year')}"
        plan.take(_wait(condition, condition.held_years, plan, text))
        return
    possible = [name for name in condition.credentials if name not in plan.chain]
    if len(plan.chain) >= _DEEP:
        possible = []
    find = plan.planner.credential_ways
    ways = [
        way
        for name in possible
        for way in find(name, plan.client_state, plan.lookups, plan.chain).ways
    ]
    if not ways:
        raise NoWay(f"it is for holders of the {result.requirement}")
    known = plan.client_state.first.find(condition).verdict is Truth.NOT_MET
    nearest = ways[0] if len(possible) == 1 else min(ways, key=lambda way: way.rank)
    plan.follow(nearest.provided, nearest.steps, known=known)


def membership(condition: Condition, _result: ConditionResult, plan: Plan) -> None:
    """Join an association, or wait until the membership is old enough."""
    if is_held(condition, plan.client_state) and condition.tenure_years:
        text = f"Have been a member for {counted(condition.tenure_years, 'year')}"
        plan.take(_wait(condition, condition.tenure_years, plan, text))
        return
    body = condition.organization or ""
    name = plan.client_state.reference.issuers.get(body, body)
    effect = joined(body, condition.classes[0] if condition.classes else None)
    plan.take(plan.step("membership", f"Join {name}", condition, effect=effect))


def exam(condition: Condition, _result: ConditionResult, plan: Plan) -> None:
    """Pass an exam, after what the credential that owns it asks of those who sit for it."""
    name = condition.exam or ""
    owner = OWNERS.get(name)
    step = plan.step("exam", f"Pass the {EXAMS[name]}", condition, effect=passed(name))
    if owner and owner not in plan.chain and len(plan.chain) < _DEEP:
        plan.follow(*plan.planner.sitting_steps(owner, plan), known=step.known)
    plan.take(step)


def _wait(condition: Condition, years: float, plan: Plan, text: str) -> Step:
    now = plan.client_state
    for months in range(1, math.ceil(years * 12) + 2):
        if now.later(months).meets(condition):
            return plan.step("wait", text, condition, months=months)
    raise NoWay(f"it asks for {text[:1].lower()}{text[1:]}")
