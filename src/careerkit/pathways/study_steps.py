"""Steps of study: one program with the level, field and body that conditions ask for together."""

import math
from collections.abc import Sequence
from dataclasses import replace

from careerkit.dates import last_day, months_between
from careerkit.model.client import Study
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import AWARD_LEVELS, DEGREES, LEVELS, USUAL
from careerkit.pathways.effects import finished, months_of_hours, studied
from careerkit.pathways.lookups import Lookups
from careerkit.pathways.plan import Origin, Plan
from careerkit.pathways.program_texts import bodies_of, program_text
from careerkit.pathways.step import NoWay, Proviso, Step
from careerkit.rules.program_match import (
    HOME_COUNTRY,
    SCHOOLING,
    UNFINISHED,
    field_truth,
    noun_of,
    status_of,
)
from careerkit.rules.result import ConditionResult
from careerkit.rules.three_valued import Truth
from careerkit.words import article

_DAYS_A_MONTH = 30
_SHORT_STEPS = {
    "some_college": ("course", "Study at a college for some time; no degree is needed"),
    "grade_8": ("finish_high_school", "Finish the eighth grade"),
}
_VARIED = ("master", "doctorate")
"""Levels whose programs differ so much in length that the shortest says little of one."""


def study(
    condition: Condition, result: ConditionResult, plan: Plan, lacking: Sequence[Condition]
) -> None:
    """Take the steps of study that a condition asks for, after those that entry asks for."""
    if (before := condition.completed_before) and last_day(before) <= plan.client_state.day:
        raise NoWay(f"it asks for {result.requirement}")
    begun = finishing(condition, plan)
    if begun:
        plan.take(begun)
    elif _abroad(condition, plan):
        level = article(LEVELS[condition.level or "none"])
        text = f"the client's study abroad is judged equal to {level}"
        plan.provide(Proviso(text, condition))
    elif _is_school(condition):
        school(condition, plan)
    else:
        program(condition, plan, lacking)


def finishing(condition: Condition, plan: Plan) -> Step | None:
    """Return the step of finishing a program in progress, where that meets the condition."""
    client_state = plan.client_state
    for begun in client_state.client.education or ():
        is_school = begun.level in ("grade_8", "high_school")
        if status_of(begun, client_state.day) not in UNFINISHED:
            continue
        if _is_school(condition) and not is_school:
            continue
        step = plan.step(
            "finish_program",
            f"Finish the {noun_of(begun)} that goes on",
            condition,
            effect=finished(begun),
            months=_months_left(begun, plan),
            level=begun.level if begun.level in AWARD_LEVELS else None,
            field=begun.field,
        )
        if is_school:
            step = step._replace(kind="finish_high_school", text="Finish high school")
        if client_state.after(step).meets(condition):
            return step
    return None


def _abroad(condition: Condition, plan: Plan) -> bool:
    """Tell whether the client's study abroad would do, if it is judged equal."""
    now = plan.client_state
    if condition.condition != "degree_at_least" or now.client.education is None:
        return False
    at_home = tuple(replace(study, country=HOME_COUNTRY) for study in now.client.education)
    return now._replace(client=replace(now.client, education=at_home)).meets(condition)


def _is_school(condition: Condition) -> bool:
    return condition.condition == "degree_at_least" and condition.level in SCHOOLING


def _months_left(begun: Study, plan: Plan) -> int | None:
    ends = begun.expected or begun.completed
    if ends is None:
        return None
    return math.ceil(months_between(plan.client_state.day, last_day(ends)))


def school(condition: Condition, plan: Plan) -> None:
    """Take the step of finishing school, or of study at college without a degree."""
    level = condition.level or "high_school"
    if level in _SHORT_STEPS:
        if level == "some_college":
            enter("high_school", plan)
        kind, text = _SHORT_STEPS[level]
        effect = studied(Study(level=level))
        plan.take(plan.step(kind, text, condition, effect=effect, months=None))
        return
    left = plan.client_state.client.facts.high_school_days_left
    plan.take(
        plan.step(
            "finish_high_school",
            "Finish high school" if left else "Finish high school or earn a GED",
            condition,
            effect=studied(Study(level="high_school")),
            months=None if left is None else math.ceil(left / _DAYS_A_MONTH),
            level="high_school",
        )
    )


def enter(level: str, plan: Plan) -> None:
    """Take the steps that study at a level usually asks for on entry."""
    needed = Condition(condition="degree_at_least", level=level)
    if not plan.client_state.meets(needed):
        begun = finishing(needed, plan)
        if begun:
            plan.take(begun)
        elif _abroad(needed, plan):
            pass  # the school that takes the client judges it
        elif level in SCHOOLING:
            school(needed, plan)
        else:
            program(needed, plan, ())


def program(condition: Condition, plan: Plan, lacking: Sequence[Condition]) -> None:
    """Take a program, at a level that meets the ``lacking`` conditions on a degree if it can."""
    degrees = [
        other
        for other in lacking
        if other.condition == "degree_at_least"
        and other.level in AWARD_LEVELS
        and other is not condition
    ]
    level = _level(condition, degrees, plan)
    if condition.condition != "degree_at_least":
        for degree in degrees:
            if LEVEL_ORDER[degree.level or ""] > LEVEL_ORDER.get(level or "", 0):
                program(degree, plan, ())
    _take(condition, level, plan)


def _level(condition: Condition, degrees: Sequence[Condition], plan: Plan) -> str | None:
    """Return the level of the program: that of the rule, of a degree, or of the rule's bodies.

    Where none of them names one, it is the lowest degree that schools give in the field, if they
    give no award below a degree and the client has no degree of that level; else None.
    """
    if condition.level:
        return condition.level
    possible = levels_accredited(condition, plan)
    for degree in sorted(degrees, key=lambda one: -LEVEL_ORDER[one.level or ""]):
        fits = field_truth(degree.field, condition.field) is Truth.MET
        if fits and (not possible or degree.level in possible):
            return degree.level
    if condition.hours or condition.years:
        return None
    offered = plan.lookups.offered(condition.field or "")
    if possible:
        return next((level for level in possible if level in offered), possible[0])
    lowest = offered[0] if offered else None
    if lowest not in DEGREES:
        return None
    has = Condition(condition="degree_at_least", level=lowest)
    return None if plan.client_state.meets(has) else lowest


def levels_accredited(condition: Condition, plan: Plan) -> list[str]:
    """Return the levels at which the bodies of a condition are known to work, lowest first."""
    bodies = plan.client_state.reference.accreditors
    levels = [
        set(scope.levels)
        for name in condition.accreditors
        if name in bodies
        for scope in bodies[name].accredits
        if field_truth(condition.field, scope.field) is Truth.MET
    ]
    if not levels or not all(levels):
        return []
    return sorted(set.union(*levels), key=LEVEL_ORDER.__getitem__)


def _take(condition: Condition, level: str | None, plan: Plan) -> None:
    lookups, aim = plan.lookups, plan.lookups.aim
    record = lookups.levels.get(level or "")
    if record:
        own = plan.origin
        plan.origin = Origin(record.sources, record.confidence)
        enter(record.requires, plan)
        plan.origin = own
    aimed = aim if aim and aim.condition == condition else None
    lengths = (months_of_program(condition), record.months if record else None)
    from_record = record.months_source if record and record.months else None
    sources = aimed.sources if aimed else plan.origin.sources
    confidence = condition.confidence or plan.origin.confidence
    plan.take(
        plan.step(
            "program",
            program_text(condition, level, plan.client_state.reference),
            condition,
            effect=studied(_study(condition, level, plan)),
            months=max(filter(None, lengths), default=None),
            open_ended=level in _VARIED,
            level=level,
            field=condition.field,
            cips=aimed.cips if aimed else _programs(condition.field, lookups),
            accreditors=bodies_of(condition, plan.client_state.reference),
            confidence=USUAL if aimed else confidence,
            sources=tuple(dict.fromkeys(filter(None, (*sources, from_record)))),
        )
    )


def _programs(field: str | None, lookups: Lookups) -> tuple[str, ...]:
    """Return the programs of a field: those that lead to the career, where any of them do."""
    known = lookups.cips(field or "")
    return tuple(cip for cip in known if cip in lookups.leading) or known


def _study(condition: Condition, level: str | None, plan: Plan) -> Study:
    body = bodies_of(condition, plan.client_state.reference)[:1]
    approves = condition.condition == "program_approved_by"
    return Study(
        level=level,
        field=condition.field,
        accredited_by=None if approves or not body else body,
        approved_by=body if approves else None,
        institution_accredited=True if condition.institution_accredited else None,
        hours=condition.hours,
        years=condition.years,
    )


def months_of_program(condition: Condition) -> int | None:
    """Return how many months a rule says that a program takes; None where it does not."""
    years = (condition.years or 0) * 12
    return math.ceil(max(years, months_of_hours(condition.hours or 0))) or None
