"""Conditions on the person: age, state, membership."""

from typing import TYPE_CHECKING

from careerkit.dates import date_in_words, first_day, last_day
from careerkit.model.client_vocabulary import MEMBER_CLASSES, STATES
from careerkit.model.rule import Condition
from careerkit.rules.result import (
    Case,
    ConditionKind,
    ConditionResult,
    Effort,
    Reference,
    conclude,
    only,
    over_list,
)
from careerkit.rules.three_valued import Truth, all_of, truth_of
from careerkit.rules.time_limits import MONTHS, agreed, since
from careerkit.words import article, counted, figure, join

if TYPE_CHECKING:  # few clients tell of memberships, and their record costs time to load
    from careerkit.model.entries import Membership


def _age_requirement(condition: Condition, _reference: Reference) -> str:
    return f"age {figure(condition.years or 0)} or over"


def _age(condition: Condition, case: Case) -> ConditionResult:
    age, least = case.client.age, condition.years or 0
    short = least - (age or 0)
    truth = truth_of(None if age is None else short <= 0)
    return conclude(
        condition,
        truth,
        requirement=_age_requirement(condition, case.reference),
        reason="the client's age was not said" if age is None else f"the client is {age}",
        missing=f"{counted(short, 'more year')} of age, to be {figure(least)}",
        ask="How old is the client?",
        effort=Effort.OUT_OF_REACH,
        months_short=short * MONTHS,
        background_relevance=int(truth is Truth.MET),
    )


_WHICH_STATE = "In which state does the client live?"


def _state_in_requirement(condition: Condition, _reference: Reference) -> str:
    dated = (
        f"{STATES[entry.state]} (from {date_in_words(entry.since)})"
        for entry in condition.states_effective
    )
    named = [*(STATES[state] for state in condition.states), *dated]
    more = ["another state with the same rule"] if condition.incomplete else []
    return f"living in {join([*named, *more], 'or')}"


def _state_in(condition: Condition, case: Case) -> ConditionResult:
    state = case.client.state
    requirement = _state_in_requirement(condition, case.reference)
    truth = _in_force(condition, case)
    name = STATES[state] if state else ""
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=f"the client lives in {name}" if state else "the client's state was not said",
        missing=requirement,
        ask=f"Does the rule hold in {name} too?" if state else _WHICH_STATE,
        effort=Effort.OUT_OF_REACH,
        background_relevance=int(truth is Truth.MET),
    )


def _in_force(condition: Condition, case: Case) -> Truth:
    state = case.client.state
    if state is None:
        return Truth.UNKNOWN
    if state in condition.states:
        return Truth.MET
    for entry in condition.states_effective:
        if entry.state == state:
            ends = first_day(entry.since), last_day(entry.since)
            return agreed(case.as_of >= day for day in ends)
    return truth_of(None if condition.incomplete else False)


def _state_not_in_requirement(condition: Condition, _reference: Reference) -> str:
    return f"not living in {join((STATES[state] for state in condition.states), 'or')}"


def _state_not_in(condition: Condition, case: Case) -> ConditionResult:
    state = case.client.state
    requirement = _state_not_in_requirement(condition, case.reference)
    truth = truth_of(None if state is None else state not in condition.states)
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=f"the client lives in {STATES[state]}" if state else "the state was not said",
        missing=requirement,
        ask=_WHICH_STATE,
        effort=Effort.OUT_OF_REACH,
        background_relevance=int(truth is Truth.MET),
    )


def _membership_requirement(condition: Condition, reference: Reference) -> str:
    body = condition.organization or ""
    tenure = f" for {counted(condition.tenure_years, 'year')}" if condition.tenure_years else ""
    classes = join((MEMBER_CLASSES[name] for name in condition.classes), "or")
    as_class = f" as {article(classes)}" if classes else ""
    return f"membership in {reference.issuers.get(body, body)}{as_class}{tenure}"


def _membership(condition: Condition, case: Case) -> ConditionResult:
    requirement = _membership_requirement(condition, case.reference)
    own, truth = over_list(condition, case, case.client.memberships, _is_of, _belongs)
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason={
            Truth.MET: "the client is a member",
            Truth.NOT_MET: "the client is no such member",
            Truth.UNKNOWN: "not known whether the client is such a member",
        }[truth],
        missing=requirement,
        ask=f"Does the client have {requirement}?",
        months_short=(condition.tenure_years or 0) * MONTHS or None,
        relevance=int(bool(own)),
    )


def _is_of(condition: Condition, membership: "Membership") -> bool:
    return membership.organization == condition.organization


def _belongs(condition: Condition, membership: "Membership", case: Case) -> Truth:
    begun, kind = membership.since, membership.class_
    if begun and first_day(begun) > case.as_of:
        return Truth.NOT_MET
    tenure = of_class = Truth.MET
    if months := round((condition.tenure_years or 0) * MONTHS):
        tenure = since(begun, months, case.as_of) if begun else Truth.UNKNOWN
    if condition.classes:
        of_class = truth_of(None if kind is None else kind in condition.classes)
    return all_of((tenure, of_class))


KINDS = {
    "age_at_least": ConditionKind(
        meaning="is of some age",
        needs=("years",),
        facts=("age",),
        measured=True,
        requirement=_age_requirement,
        evaluate=_age,
    ),
    "membership": ConditionKind(
        meaning="is a member of an association, perhaps for some years or of a class",
        needs=("organization",),
        takes=("tenure_years", "classes"),
        facts=("memberships",),
        about=("organization",),
        relevant=only(_is_of),
        requirement=_membership_requirement,
        evaluate=_membership,
    ),
    "state_in": ConditionKind(
        meaning="lives in a state where the rule holds, perhaps from a day on",
        needs_one_of=("states", "states_effective"),
        takes=("incomplete",),
        facts=("state",),
        requirement=_state_in_requirement,
        evaluate=_state_in,
    ),
    "state_not_in": ConditionKind(
        meaning="lives in none of the states where the rule is barred",
        needs=("states",),
        facts=("state",),
        requirement=_state_not_in_requirement,
        evaluate=_state_not_in,
    ),
}
