"""Steps that are counted: training, credits, courses, procedures, continuing education."""

from dataclasses import replace

from careerkit.model.client_vocabulary import PROCEDURES
from careerkit.model.entries import Course, Training
from careerkit.model.rule import Condition
from careerkit.pathways.effects import (
    HOURS_A_MONTH,
    credited,
    performed,
    said,
    took,
    trained,
)
from careerkit.pathways.plan import Plan
from careerkit.rules.result import ConditionResult
from careerkit.words import figure


def _months(hours: float) -> int:
    """Return how many whole months so many hours take: a few hours are no matter of months."""
    return round(hours / HOURS_A_MONTH)


def training(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Take the step of training, by its hours or its name."""
    done = Training(subject=condition.subject, name=condition.name, hours=condition.hours)
    plan.take(
        plan.step(
            "training",
            f"Complete {finding.missing or finding.requirement}".removesuffix(" completed"),
            condition,
            effect=trained(done),
            months=_months(condition.hours or 0),
        )
    )


def continuing(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Take the step of continuing education."""
    hours = max(condition.hours or 0, plan.client_state.client.facts.ce_hours or 0)
    plan.take(
        plan.step(
            "training",
            f"Complete {finding.missing or finding.requirement}",
            condition,
            effect=said(ce_hours=hours),
            months=_months(condition.hours or 0),
            grants=(condition,),
        )
    )


def procedures(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Take the step of performing a procedure often enough."""
    asked = condition.count or 0
    done = (plan.client_state.client.procedures or {}).get(condition.procedure or "", 0)
    more = f"{figure(asked - done)} more {PROCEDURES[condition.procedure or '']}"
    text = f"Perform {more if done else finding.requirement}"
    effect = performed(condition.procedure or "", asked)
    plan.take(plan.step("procedure", text, condition, effect=effect))


_COUNTED = "The credits of a degree count; how many it gives differs by school."


def credit_hours(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Take the step of earning credits; how long that takes no record says."""
    asked = condition.credits or 0
    if condition.subjects:
        first, *others = condition.subjects
        told = plan.client_state.client.credits
        have = (told.subjects if told else None) or {}
        rest = sum(have.get(each, 0) for each in others)
        effect = credited({}, {first: max(asked - rest, have.get(first, 0))})
    else:
        effect = credited({"graduate" if condition.graduate else "total": asked}, {})
    step = plan.step("course", f"Have {finding.requirement}", condition, effect=effect, months=None)
    plan.take(step._replace(note=step.note or _COUNTED))


def courses(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Take the step of courses in every subject that is asked; only clock hours tell how long."""
    have = plan.client_state.client.courses or {}
    taken = {each: _course(condition, have.get(each)) for each in condition.subjects}
    if condition.credits and not condition.credits_each:
        first = condition.subjects[0]
        taken[first] = replace(taken[first], credits=condition.credits)
    hours = (condition.hours_each or 0) * len(condition.subjects)
    step = plan.step(
        "course",
        f"Take {finding.requirement}",
        condition,
        effect=took(taken),
        months=_months(hours) if hours else None,
    )
    if condition.per_state:
        step = step._replace(note="The state may ask for less, or for more: ask its board.")
    plan.take(step)


def _course(condition: Condition, before: Course | None) -> Course:
    """Return a course that is as long and as good as is asked, and no less than one taken."""
    told = before or Course()
    return Course(
        credits=max(condition.credits_each or 0, told.credits or 0) or None,
        hours=max(condition.hours_each or 0, told.hours or 0) or None,
        grade=condition.min_grade,
    )
