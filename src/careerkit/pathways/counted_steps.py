"""Steps with an amount: training, credits, courses, procedures, continuing education."""

from dataclasses import replace

from careerkit.model.client_vocabulary import PROCEDURES
from careerkit.model.entries import Course, Training
from careerkit.model.rule import Condition
from careerkit.pathways.effects import HOURS_A_MONTH, credited, performed, stated, took, trained
from careerkit.pathways.plan import Plan
from careerkit.rules.result import ConditionResult
from careerkit.words import figure


def _months(hours: float) -> int:
    """Return how many months so many hours take, 0 for less than half a month."""
    return round(hours / HOURS_A_MONTH)


def training(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Take the step of training, by its hours or its name."""
    done = Training(subject=condition.subject, name=condition.name, hours=condition.hours)
    plan.take(
        plan.step(
            "training",
            f"Complete {result.missing or result.requirement}".removesuffix(" completed"),
            condition,
            effect=trained(done),
            months=_months(condition.hours or 0),
        )
    )


def continuing(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Take the step of continuing education."""
    hours = max(condition.hours or 0, plan.client_state.client.facts.ce_hours or 0)
    plan.take(
        plan.step(
            "training",
            f"Complete {result.missing or result.requirement}",
            condition,
            effect=stated(ce_hours=hours),
            months=_months(condition.hours or 0),
            grants=(condition,),
        )
    )


def procedures(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Take the step of performing a procedure often enough."""
    procedure, count = condition.procedure or "", condition.count or 0
    done = (plan.client_state.client.procedures or {}).get(procedure, 0)
    more = f"{figure(count - done)} more {PROCEDURES[procedure]}"
    text = f"Perform {more if done else result.requirement}"
    effect = performed(procedure, count)
    plan.take(plan.step("procedure", text, condition, effect=effect))


_CREDITS_NOTE = "The credits of a degree count; how many it gives differs by school."


def credit_hours(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Take the step of earning credits; no record says how long that takes."""
    needed = condition.credits or 0
    if condition.subjects:
        first, *others = condition.subjects
        earned = plan.client_state.client.credits
        have = (earned.subjects if earned else None) or {}
        rest = sum(have.get(subject, 0) for subject in others)
        effect = credited({}, {first: max(needed - rest, have.get(first, 0))})
    else:
        effect = credited({"graduate" if condition.graduate else "total": needed}, {})
    step = plan.step("course", f"Have {result.requirement}", condition, effect=effect, months=None)
    plan.take(step._replace(note=step.note or _CREDITS_NOTE))


def courses(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Take the step of courses in every subject asked for; only clock hours say how long."""
    have = plan.client_state.client.courses or {}
    taken = {subject: _course(condition, have.get(subject)) for subject in condition.subjects}
    if condition.credits and not condition.credits_each:
        first = condition.subjects[0]
        taken[first] = replace(taken[first], credits=condition.credits)
    hours = (condition.hours_each or 0) * len(condition.subjects)
    step = plan.step(
        "course",
        f"Take {result.requirement}",
        condition,
        effect=took(taken),
        months=_months(hours) if hours else None,
    )
    if condition.per_state:
        step = step._replace(note="The state may ask for less, or for more: ask its board.")
    plan.take(step)


def _course(condition: Condition, before: Course | None) -> Course:
    """Return a course as long and as good as asked for, and no shorter than the one taken."""
    taken = before or Course()
    return Course(
        credits=max(condition.credits_each or 0, taken.credits or 0) or None,
        hours=max(condition.hours_each or 0, taken.hours or 0) or None,
        grade=condition.min_grade,
    )
