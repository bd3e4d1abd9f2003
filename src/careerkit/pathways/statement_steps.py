"""What is a matter of yes or no: a step where one can bring it about, a proviso where none can."""

from collections.abc import Callable

from careerkit.model.client_vocabulary import STATES
from careerkit.model.rule import Condition
from careerkit.model.statements import PLAIN, Action
from careerkit.pathways.effects import said, told
from careerkit.pathways.plan import Plan
from careerkit.pathways.step import NoWay, Proviso
from careerkit.rules.program_match import ENROLLED, HOME_COUNTRY
from careerkit.rules.result import ConditionResult
from careerkit.rules.statement_conditions import phrase
from careerkit.rules.three_valued import Truth
from careerkit.words import figure


def statement(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Take the step that brings a plain statement about, or provide that it holds."""
    action = PLAIN[condition.condition].action
    if action:
        _act(action, condition, finding, plan)
    else:
        given(condition, finding, plan)


def _act(action: Action, condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    text = action.text.format(phrase(condition, finding.requirement), kind=condition.kind)
    plan.take(
        plan.step(
            action.kind,
            text,
            condition,
            effect=said(**{condition.condition: True}),
            months=action.months,
            field=condition.field,
            grants=(condition,),
        )
    )


def english(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Take English for granted unless the client said no; then learning it is a step."""
    if finding.verdict is Truth.NOT_MET:
        statement(condition, finding, plan)
    else:
        given(condition, finding, plan)


def given(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Provide that a statement holds; where the client said that it does not, there is no way."""
    if finding.verdict is Truth.NOT_MET:
        raise NoWay(f"it asks for {finding.requirement}")
    text = phrase(condition, finding.requirement)
    plan.provide(Proviso(text, condition, said(**{condition.condition: True})))


def status(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Provide that the client has one of the legal statuses."""
    if finding.verdict is Truth.NOT_MET:
        raise NoWay(f"it asks for {finding.requirement}")
    effect = said(legal_status=condition.statuses[0])
    plan.provide(Proviso(finding.requirement, condition, effect))


def approval(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Provide that whoever decides case by case approves; of a ``kind`` that is an exception."""
    if finding.verdict is Truth.NOT_MET:
        raise NoWay(f"it asks for {finding.requirement}, which was refused")
    text = f"{finding.requirement}: decided case by case, so ask there"
    effect = said(authority_approval=True)
    plan.provide(Proviso(text, condition, effect, exceptional=condition.kind is not None))


def attempts(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Provide that an attempt at the exam is left."""
    if finding.verdict is Truth.NOT_MET:
        raise NoWay(f"it asks for {finding.requirement}")
    plan.provide(Proviso(finding.requirement, condition, said(exam_attempts=0)))


def place(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Provide where the client lives, or that a rule holds there, as far as that is open."""
    if finding.verdict is Truth.NOT_MET:
        raise NoWay(f"it asks for {finding.requirement}")
    state = plan.client_state.client.state
    if state:
        text = f"the rule holds in {STATES[state]} too, which no source read here says"
        plan.provide(Proviso(text, condition))
    else:
        plan.provide(Proviso(finding.requirement, condition))


def age(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Wait until the client is old enough, or provide that the client is."""
    asked = condition.years or 0
    now = plan.client_state.client.age
    if now is None:
        effect = told(age=int(-(-asked // 1)))
        plan.provide(Proviso(finding.requirement, condition, effect))
        return
    text = f"Wait until the client is {figure(asked)}"
    months = int(-(-(asked - now) // 1)) * 12
    plan.take(plan.step("wait", text, condition, months=months))


def only_told(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Go on only where the client's facts speak of it: service, study that goes on, study abroad.

    Nobody begins those for the sake of a rule, so they are no steps.
    """
    speaks, whom = _SPEAK[condition.condition]
    if finding.verdict is Truth.NOT_MET or not speaks(plan):
        raise NoWay(f"it is for {whom}")
    plan.provide(Proviso(finding.requirement, condition))


def _studies_now(plan: Plan) -> bool:
    listed = plan.client_state.client.education or ()
    return any(each.status in ENROLLED or each.expected for each in listed)


def _studied_abroad(plan: Plan) -> bool:
    return any(each.country != HOME_COUNTRY for each in plan.client_state.client.education or ())


def _served(plan: Plan) -> bool:
    return bool(plan.client_state.client.military)


_ABROAD = "those who studied abroad"
_SPEAK: dict[str, tuple[Callable[[Plan], bool], str]] = {
    "enrolled_final_term": (_studies_now, "those who are in such a program, near its end"),
    "in_pursuit_of": (_studies_now, "those who are on the way to that level already"),
    "enrolled_high_school_cte": (_studies_now, "those in such a program of a high school"),
    "foreign_reciprocity": (_studied_abroad, _ABROAD),
    "military_training": (_served, "those with such training in the military"),
}


def evaluation(condition: Condition, finding: ConditionResult, plan: Plan) -> None:
    """Take the step of having study abroad evaluated, where there is any."""
    if not _studied_abroad(plan):
        raise NoWay(f"it is for {_ABROAD}")
    text = f"Get an {finding.requirement}"
    effect = said(foreign_evaluation=True)
    step = plan.step("statement", text, condition, effect=effect, months=None)
    before = plan.client_state
    if not before._replace(client=effect(before.client, before.day, before.day)).meets(condition):
        raise NoWay("it asks for finished study abroad in the field")
    plan.take(step._replace(grants=(condition,)))
