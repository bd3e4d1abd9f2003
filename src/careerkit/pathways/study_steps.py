"""Steps of study: one program that has the level, field and body that are asked for together."""

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
_VARIED = ("master", "doctorate")
"""Levels whose programs differ so much in length that the least says little of one."""


def study(
    condition: Condition, finding: ConditionResult, plan: Plan, lacking: Sequence[Condition]
) -> None:
    """Take the steps of study that a condition asks for, what entry asks for first."""
    if (before := condition.completed_before) and last_day(before) <= plan.client_state.day:
        raise NoWay(f"it asks for {finding.requirement}")
    begun = finishing(condition, plan)
    if begun:
        plan.take(begun)
    elif _abroad(condition, plan):
        asked = article(LEVELS[condition.level or "none"])
        text = f"the client's study abroad is judged equal to {asked}"
        plan.provide(Proviso(text, condition))
    elif condition.condition == "degree_at_least" and condition.level in SCHOOLING:
        school(condition, plan)
    else:
        program(condition, plan, lacking)


def finishing(condition: Condition, plan: Plan) -> Step | None:
    """Return the step of finishing a program that goes on, where that meets the condition."""
    client_state = plan.client_state
    for each in client_state.client.education or ():
        if status_of(each, client_state.day) not in UNFINISHED:
            continue
        if _is_school(condition) and each.level not in ("grade_8", "high_school"):
            continue
        step = plan.step(
            "finish_program",
            f"Finish the {noun_of(each)} that goes on",
            condition,
            effect=finished(each),
            months=_months_left(each, plan),
            level=each.level if each.level in AWARD_LEVELS else None,
            field=each.field,
        )
        if each.level in ("grade_8", "high_school"):
            step = step._replace(kind="finish_high_school", text="Finish high school")
        if client_state.after(step).meets(condition):
            return step
    return None


def _abroad(condition: Condition, plan: Plan) -> bool:
    """Tell whether only a judgement of study abroad is open: nobody studies the same again."""
    if condition.condition != "degree_at_least" or plan.client_state.client.education is None:
        return False
    at_home = tuple(
        replace(each, country=HOME_COUNTRY) for each in plan.client_state.client.education
    )
    now = plan.client_state
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
    if level == "some_college":
        enter("high_school", plan)
        text = "Study at a college for some time; no degree is needed"
        effect = studied(Study(level="some_college"))
        plan.take(plan.step("course", text, condition, effect=effect, months=None))
        return
    if level == "grade_8":
        effect = studied(Study(level="grade_8"))
        text = "Finish the eighth grade"
        plan.take(
            plan.step("finish_high_school", text, condition, effect=effect, months=None),
        )
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
    """Take the steps without which study at a level is usually not open."""
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
    """Take the program, at a level that meets further conditions on the level where it can."""
    degrees = [
        each
        for each in lacking
        if each.condition == "degree_at_least"
        and each.level in AWARD_LEVELS
        and each is not condition
    ]
    level = _level(condition, degrees, plan)
    if condition.condition != "degree_at_least":
        for each in degrees:
            if LEVEL_ORDER[each.level or ""] > LEVEL_ORDER.get(level or "", 0):
                program(each, plan, ())
    _take(condition, level, plan)


def _level(condition: Condition, degrees: Sequence[Condition], plan: Plan) -> str | None:
    """Return the level of the program: that of the rule, or the one that serves best.

    Where neither the rule nor its bodies name a level, it is the lowest degree that schools give in
    the field, if they give nothing below one: what is below has no level that anybody asks for.
    Whoever has such a degree already need not earn one again.
    """
    if condition.level:
        return condition.level
    possible = levels_accredited(condition, plan)
    for each in sorted(degrees, key=lambda one: -LEVEL_ORDER[one.level or ""]):
        fits = field_truth(each.field, condition.field) is Truth.MET
        if fits and (not possible or each.level in possible):
            return each.level
    if condition.hours or condition.years:
        return None
    offered = plan.lookups.offered(condition.field or "")
    if possible:
        return next((each for each in possible if each in offered), possible[0])
    lowest = offered[0] if offered else None
    if lowest not in DEGREES:
        return None
    has = Condition(condition="degree_at_least", level=lowest)
    return None if plan.client_state.meets(has) else lowest


def levels_accredited(condition: Condition, plan: Plan) -> list[str]:
    """Return the levels at which the bodies of a condition are known to work, lowest first."""
    bodies = plan.client_state.reference.accreditors
    known = [bodies[each] for each in condition.accreditors if each in bodies]
    levels = [
        set(each.levels)
        for body in known
        for each in body.accredits
        if field_truth(condition.field, each.field) is Truth.MET
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
    asked = months_of_program(condition)
    lengths = [each for each in (asked, record.months if record else None) if each]
    from_record = record.months_source if record and record.months else None
    sources = aimed.sources if aimed else plan.origin.sources
    confidence = condition.confidence or plan.origin.confidence
    plan.take(
        plan.step(
            "program",
            program_text(condition, level, plan.client_state.reference),
            condition,
            effect=studied(_study(condition, level, plan)),
            months=max(lengths, default=None),
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
    return tuple(each for each in known if each in lookups.leading) or known


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
    """Return how long a rule says that a program is, in months; None where it does not."""
    years = (condition.years or 0) * 12
    return math.ceil(max(years, months_of_hours(condition.hours or 0))) or None
