"""Yes/no facts: a step where the client can achieve it, otherwise a proviso."""

import math
from collections.abc import Callable

from careerkit.model.client_vocabulary import STATES
from careerkit.model.rule import Condition
from careerkit.model.statements import PLAIN
from careerkit.pathways.effects import changed, stated
from careerkit.pathways.plan import Plan
from careerkit.pathways.step import Effect, NoWay, Proviso
from careerkit.rules.program_match import ENROLLED, HOME_COUNTRY
from careerkit.rules.result import ConditionResult
from careerkit.rules.statement_conditions import phrase
from careerkit.rules.three_valued import Truth
from careerkit.words import figure


def statement(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Take the step that makes a plain statement true, or provide that it holds."""
    action = PLAIN[condition.condition].action
    if action is None:
        given(condition, result, plan)
        return
    text = action.text.format(phrase(condition, result.requirement), kind=condition.kind)
    plan.take(
        plan.step(
            action.kind,
            text,
            condition,
            effect=stated(**{condition.condition: True}),
            months=action.months,
            field=condition.field,
            grants=(condition,),
        )
    )


def english(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Take English for granted unless the client said no; then learning it is a step."""
    supply = statement if result.verdict is Truth.NOT_MET else given
    supply(condition, result, plan)


def given(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Provide that a statement holds; raise ``NoWay`` where the client said that it does not."""
    text = phrase(condition, result.requirement)
    _provide(condition, result, plan, text, stated(**{condition.condition: True}))


def status(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Provide that the client has one of the legal statuses."""
    effect = stated(legal_status=condition.statuses[0])
    _provide(condition, result, plan, result.requirement, effect)


def approval(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Provide that whoever decides case by case approves; of a ``kind`` that is an exception."""
    if result.verdict is Truth.NOT_MET:
        raise NoWay(f"it asks for {result.requirement}, which was refused")
    text = f"{result.requirement}: decided case by case, so ask there"
    effect = stated(authority_approval=True)
    plan.provide(Proviso(text, condition, effect, exceptional=condition.kind is not None))


def attempts(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Provide that an attempt at the exam is left."""
    _provide(condition, result, plan, result.requirement, stated(exam_attempts=0))


def place(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Provide where the client lives, or that a rule holds there, as far as that is open."""
    state = plan.client_state.client.state
    text = result.requirement
    if state:
        text = f"the rule holds in {STATES[state]} too, which no source read here says"
    _provide(condition, result, plan, text)


def age(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Wait until the client is old enough, or provide that the client is."""
    least = condition.years or 0
    now = plan.client_state.client.age
    if now is None:
        effect = changed(age=math.ceil(least))
        plan.provide(Proviso(result.requirement, condition, effect))
        return
    text = f"Wait until the client is {figure(least)}"
    plan.take(plan.step("wait", text, condition, months=math.ceil(least - now) * 12))


def only_stated(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Provide service, study in progress or study abroad where the client's facts mention it.

    Nobody begins those for the sake of a rule, so they are no steps.
    """
    is_mentioned, whom = _MENTIONED[condition.condition]
    if result.verdict is Truth.NOT_MET or not is_mentioned(plan):
        raise NoWay(f"it is for {whom}")
    plan.provide(Proviso(result.requirement, condition))


def _provide(
    condition: Condition,
    result: ConditionResult,
    plan: Plan,
    text: str,
    effect: Effect | None = None,
) -> None:
    if result.verdict is Truth.NOT_MET:
        raise NoWay(f"it asks for {result.requirement}")
    plan.provide(Proviso(text, condition, effect))


def _studies_now(plan: Plan) -> bool:
    programs = plan.client_state.client.education or ()
    return any(study.status in ENROLLED or study.expected for study in programs)


def _studied_abroad(plan: Plan) -> bool:
    return any(study.country != HOME_COUNTRY for study in plan.client_state.client.education or ())


def _served(plan: Plan) -> bool:
    return bool(plan.client_state.client.military)


_ABROAD = "those who studied abroad"
_MENTIONED: dict[str, tuple[Callable[[Plan], bool], str]] = {
    "enrolled_final_term": (_studies_now, "those who are in such a program, near its end"),
    "in_pursuit_of": (_studies_now, "those who are on the way to that level already"),
    "enrolled_high_school_cte": (_studies_now, "those in such a program of a high school"),
    "foreign_reciprocity": (_studied_abroad, _ABROAD),
    "military_training": (_served, "those with such training in the military"),
}


def evaluation(condition: Condition, result: ConditionResult, plan: Plan) -> None:
    """Take the step of having study abroad evaluated, where there is any."""
    if not _studied_abroad(plan):
        raise NoWay(f"it is for {_ABROAD}")
    text = f"Get an {result.requirement}"
    effect = stated(foreign_evaluation=True)
    step = plan.step("statement", text, condition, effect=effect, months=None)
    before = plan.client_state
    if not before._replace(client=effect(before.client, before.day, before.day)).meets(condition):
        raise NoWay("it asks for finished study abroad in the field")
    plan.take(step._replace(grants=(condition,)))
