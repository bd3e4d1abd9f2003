"""Steps of work: as much of it, of the kind and in the time that a rule asks for."""

import math
from collections.abc import Callable

from careerkit.model.client_vocabulary import WORK_DOMAINS
from careerkit.model.entries import Work
from careerkit.model.rule import Condition
from careerkit.pathways.effects import months_of_hours, worked
from careerkit.pathways.plan import Plan
from careerkit.pathways.step import Step
from careerkit.rules.employment import goes_on
from careerkit.rules.result import ConditionResult
from careerkit.rules.three_valued import Truth
from careerkit.words import counted


def work(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Take the step of working for as long as is still lacking."""
    plan.take(_going_on(condition, plan) or _new(condition, finding, plan))


def full_months(condition: Condition) -> int:
    """Return how long the whole of the work takes, full-time, in months."""
    asked = (condition.years or 0) * 12 + (condition.months or 0)
    hours = months_of_hours(condition.hours or 0)
    return max(math.ceil(asked), hours, condition.over_months or 0)


def _going_on(condition: Condition, plan: Plan) -> Step | None:
    """Return the step of keeping on, where work that goes on will do in time."""
    now = plan.client_state
    present = [each for each in now.client.work or () if goes_on(each, now.day) is Truth.MET]
    most = full_months(condition)
    if not present or not now.later(most).meets(condition):
        return None
    months = _least(most, lambda some: now.later(some).meets(condition))
    text = f"Keep on with the present work for {counted(months, 'more month')}"
    return plan.step("work", text, condition, months=months)


def _new(condition: Condition, finding: ConditionResult, plan: Plan) -> Step:
    """Return the step of new work, beside what the client has of it already."""
    now, most = plan.client_state, full_months(condition)
    step = plan.step("work", "", condition)

    def part(some: int) -> Step:
        return step._replace(months=some, effect=worked(_spell(condition, some, most)))

    months = most
    if now.client.work and now.after(part(most)).meets(condition):
        months = _least(most, lambda some: now.after(part(some)).meets(condition))
    lacking = finding.missing if months < most and finding.missing else finding.requirement
    return part(months)._replace(text=f"Gain {lacking}")


def _least(most: int, enough: Callable[[int], bool]) -> int:
    """Return the least number up to ``most``, which is enough, that is enough."""
    low, high = 0, most
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle + 1, high)
    return high


def _spell(condition: Condition, months: int, most: int) -> Work:
    """Return work of so many months, of the kind that is asked, as a share of all that is."""
    share = months / most if most else 1
    timed = condition.years or condition.months
    domains = condition.domains or tuple(WORK_DOMAINS)[: condition.min_domains or 0]
    supervised = condition.supervision_hours
    return Work(
        field=condition.work or "other",
        months=months if timed and not condition.current else None,
        hours=math.ceil(condition.hours * share) if condition.hours else None,
        current=True if condition.current else None,
        full_time=True if condition.full_time else None,
        paid=True if condition.paid else None,
        supervised=True if condition.supervised else None,
        supervision_hours=math.ceil(supervised * share) if supervised else None,
        domains=domains or None,
    )
