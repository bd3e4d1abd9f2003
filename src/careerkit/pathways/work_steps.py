"""Steps of work: the amount and kind that a rule asks for, within its time limits."""

import math
from bisect import bisect_left
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


def work(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Take the step of working for as long as is still lacking."""
    plan.take(_going_on(condition, plan) or _new(condition, result, plan))


def full_months(condition: Condition) -> int:
    """Return how many months the whole of the work takes, full-time."""
    stated = (condition.years or 0) * 12 + (condition.months or 0)
    hours = months_of_hours(condition.hours or 0)
    return max(math.ceil(stated), hours, condition.over_months or 0)


def _going_on(condition: Condition, plan: Plan) -> Step | None:
    """Return the step of keeping the present work, where that meets the condition in time."""
    now = plan.client_state
    goes_on_now = any(goes_on(work, now.day) is Truth.MET for work in now.client.work or ())
    most = full_months(condition)
    if not goes_on_now or not now.later(most).meets(condition):
        return None
    months = _least(most, lambda months: now.later(months).meets(condition))
    text = f"Keep on with the present work for {counted(months, 'more month')}"
    return plan.step("work", text, condition, months=months)


def _new(condition: Condition, result: ConditionResult, plan: Plan) -> Step:
    """Return the step of new work: the rest that the client's own work leaves to do."""
    now, most = plan.client_state, full_months(condition)
    step = plan.step("work", "", condition)

    def lasting(months: int) -> Step:
        return step._replace(months=months, effect=worked(_work(condition, months, most)))

    months = most
    if now.client.work and now.after(lasting(most)).meets(condition):
        months = _least(most, lambda months: now.after(lasting(months)).meets(condition))
    lacking = result.missing if months < most and result.missing else result.requirement
    return lasting(months)._replace(text=f"Gain {lacking}")


def _least(most: int, enough: Callable[[int], bool]) -> int:
    """Return the least number that is enough; ``most`` is."""
    return bisect_left(range(most), True, key=enough)


def _work(condition: Condition, months: int, most: int) -> Work:
    """Return work of the kind asked for; hours are the share that fits ``months`` of ``most``."""
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
