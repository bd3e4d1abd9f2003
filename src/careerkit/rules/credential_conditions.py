"""The condition on credentials that the client holds."""

import dataclasses

from careerkit.dates import date_in_words, first_day, last_day
from careerkit.model.client import HeldCredential
from careerkit.model.client_vocabulary import OTHER_CREDENTIALS
from careerkit.model.rule import Condition
from careerkit.rules.result import (
    Case,
    ConditionKind,
    ConditionResult,
    Effort,
    Reference,
    Taken,
    conclude,
    only,
    over_list,
)
from careerkit.rules.three_valued import Truth, all_of, truth_of
from careerkit.rules.time_limits import MONTHS, agreed, since
from careerkit.rules.wording import credentials
from careerkit.words import counted

_LONG = 2
"""Holding a credential for this many years is as much as a degree."""
_TO_EARN = 24
"""The least months short of a credential: it has rules of its own, so it is the longest step."""


def _requirement(condition: Condition, reference: Reference) -> str:
    before = condition.earned_before
    details = [
        f"held for {counted(condition.held_years, 'year')}" if condition.held_years else "",
        f"earned before {date_in_words(before)}" if before else "",
        "earned by a proctored exam" if condition.proctored else "",
        "lapsed or not" if condition.lapsed else "",
    ]
    named = f"{credentials(condition, reference)} credential"
    if condition.active and not any(details):
        return f"active {named}"
    return ", ".join(filter(None, (named, "active" if condition.active else "", *details)))


def _evaluate(condition: Condition, case: Case) -> ConditionResult:
    requirement = _requirement(condition, case.reference)
    relevant, truth = over_list(condition, case, case.client.credentials, _is_named, _is_as_asked)
    effort, months_short = Effort.STEP, None
    if truth is Truth.NOT_MET:
        effort, months_short = _lack(condition, case, some=bool(relevant))
    earnable = _earnable(condition)
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=_reason(truth, lapsed=any(_has_lapsed(held, condition) for held in relevant)),
        missing=f"the {requirement}",
        ask=_question(condition, case, relevant) if truth is Truth.UNKNOWN else "",
        effort=effort,
        months_short=months_short,
        relevance=int(bool(relevant)),
        required_credentials=() if relevant or len(earnable) > 1 else earnable,
    )


def _is_named(condition: Condition, held: HeldCredential) -> bool:
    return held.id in condition.credentials


def _earnable(condition: Condition) -> tuple[str, ...]:
    """Leave out credentials without a record: nobody here can earn them."""
    return tuple(name for name in condition.credentials if name not in OTHER_CREDENTIALS)


def _question(condition: Condition, case: Case, relevant: list[HeldCredential]) -> str:
    """Ask for the date where only that is open, otherwise whether the client holds it."""
    dateless = dataclasses.replace(condition, held_years=None, earned_before=None)
    if any(_is_as_asked(dateless, held, case) is Truth.MET for held in relevant):
        return f"When did the client earn the {credentials(condition, case.reference)} credential?"
    return f"Does the client hold the {_requirement(condition, case.reference)}?"


def _reason(truth: Truth, *, lapsed: bool) -> str:
    if truth is Truth.NOT_MET and lapsed:
        return "what the client held has lapsed"
    return {
        Truth.MET: "the client holds it",
        Truth.NOT_MET: "the client does not hold it",
        Truth.UNKNOWN: "not known whether the client holds it",
    }[truth]


def _has_lapsed(held: HeldCredential, condition: Condition) -> bool:
    return held.active is False and not condition.lapsed


def _is_as_asked(condition: Condition, held: HeldCredential, case: Case) -> Truth:
    """Judge one credential; unless the client says that it is not active, it counts as held."""
    earned = held.earned
    if earned and first_day(earned) > case.as_of:
        return Truth.NOT_MET
    truths = [
        truth_of(held.active if condition.active else not _has_lapsed(held, condition)),
        truth_of(held.proctored) if condition.proctored else Truth.MET,
    ]
    if condition.held_years:
        months = round(condition.held_years * MONTHS)
        truths.append(since(earned, months, case.as_of) if earned else Truth.UNKNOWN)
    if condition.earned_before:
        limit = first_day(condition.earned_before)
        ends = (first_day(earned), last_day(earned)) if earned else ()
        truths.append(agreed(day < limit for day in ends) if ends else Truth.UNKNOWN)
    return all_of(truths)


def _lack(condition: Condition, case: Case, *, some: bool) -> tuple[Effort, float | None]:
    """Return the effort and the months short; ``some`` credential is held, but not as asked.

    A credential is a little farther than its own requirements: a client who lacks a program is sent
    to the program, not to a credential that requires it.
    """
    before = condition.earned_before
    too_late = before and first_day(before) <= case.as_of
    earnable = _earnable(condition)
    if too_late or not earnable:
        return Effort.OUT_OF_REACH, None
    effort, months_short = Effort.STEP, 0.0
    if not some:
        effort, months_short = min(_taken(name, case) for name in earnable)
    if (condition.held_years or 0) >= _LONG:
        effort = max(effort, Effort.DEGREE)
    return effort, max(_TO_EARN, months_short + 1) + (condition.held_years or 0) * MONTHS


def _taken(credential: str, case: Case) -> Taken:
    try:
        return case.reference.takes(credential, case.as_of)
    except KeyError:
        return Effort.STEP, 0


KINDS = {
    "holds_credential": ConditionKind(
        meaning="holds one of the named credentials, which has not lapsed; perhaps for some years",
        needs=("credentials",),
        takes=("active", "lapsed", "held_years", "earned_before", "proctored"),
        facts=("credentials",),
        about=("credentials",),
        relevant=only(_is_named),
        requirement=_requirement,
        evaluate=_evaluate,
    )
}
