"""Conditions on credentials held, and on study abroad that is under an agreement or evaluated."""

import dataclasses

from careerkit.dates import date_in_words, first_day, last_day
from careerkit.model.client import HeldCredential, Study
from careerkit.model.client_vocabulary import OTHER_CREDENTIALS
from careerkit.model.rule import Condition
from careerkit.model.statements import STATEMENTS
from careerkit.model.vocabulary import FIELDS
from careerkit.rules.program_match import HOME_COUNTRY, completion_part, field_truth
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
from careerkit.rules.three_valued import Truth, all_of, any_of, truth_of
from careerkit.rules.time_limits import MONTHS, agreed, since
from careerkit.rules.wording import credentials
from careerkit.words import article, counted

_LONG = 2
"""To hold a credential for as many years is as much as a degree."""
_TO_EARN = 24
"""The least months_short of a credential that is not held: it has rules of its own, so no step is longer."""


def _holds_requirement(condition: Condition, reference: Reference) -> str:
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
    told = filter(None, ("active" if condition.active else "", *details))
    return ", ".join((named, *told))


def _holds(condition: Condition, case: Case) -> ConditionResult:
    requirement = _holds_requirement(condition, case.reference)
    relevant, truth = over_list(condition, case, case.client.credentials, _is_named, _held)
    effort, months_short = Effort.STEP, None
    if truth is Truth.NOT_MET:
        effort, months_short = _lack(condition, case, some=bool(relevant))
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=_holds_reason(truth, lapsed=any(_has_lapsed(each, condition) for each in relevant)),
        missing=f"the {requirement}",
        ask=_holds_questions(condition, case, relevant) if truth is Truth.UNKNOWN else (),
        effort=effort,
        months_short=months_short,
        relevance=int(bool(relevant)),
        required_credentials=()
        if relevant or len(_earnable(condition)) > 1
        else _earnable(condition),
    )


def _is_named(condition: Condition, held: HeldCredential) -> bool:
    return held.id in condition.credentials


def _earnable(condition: Condition) -> tuple[str, ...]:
    """Return the credentials that are on record; others nobody here can earn."""
    return tuple(each for each in condition.credentials if each not in OTHER_CREDENTIALS)


def _holds_questions(
    condition: Condition, case: Case, relevant: list[HeldCredential]
) -> tuple[str, ...]:
    """Ask when what is held was earned, where only that is open; else for the holding itself."""
    dateless = dataclasses.replace(condition, held_years=None, earned_before=None)
    if not any(_held(dateless, each, case) is Truth.MET for each in relevant):
        return (f"Does the client hold the {_holds_requirement(condition, case.reference)}?",)
    return (f"When did the client earn the {credentials(condition, case.reference)} credential?",)


def _holds_reason(truth: Truth, *, lapsed: bool) -> str:
    if truth is Truth.NOT_MET and lapsed:
        return "what the client held has lapsed"
    return {
        Truth.MET: "the client holds it",
        Truth.NOT_MET: "the client does not hold it",
        Truth.UNKNOWN: "not known whether the client holds it",
    }[truth]


def _in_standing(held: HeldCredential, condition: Condition) -> Truth:
    """Tell whether a credential stands as it should: one told without its standing is held."""
    return truth_of(held.active if condition.active else not _has_lapsed(held, condition))


def _has_lapsed(held: HeldCredential, condition: Condition) -> bool:
    return held.active is False and not condition.lapsed


def _held(condition: Condition, held: HeldCredential, case: Case) -> Truth:
    earned = held.earned
    if earned and first_day(earned) > case.as_of:
        return Truth.NOT_MET
    truths = [
        _in_standing(held, condition),
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
    """Return the effort and the months_short of lacking a credential; ``some`` is held, if not as asked.

    Those with no record nobody here can earn. Others are as far away as what they take themselves,
    and a little more, so that who has none is not sent there instead of to the same program.
    """
    before = condition.earned_before
    too_late = before and first_day(before) <= case.as_of
    named = _earnable(condition)
    if too_late or not named:
        return Effort.OUT_OF_REACH, None
    effort, months_short = Effort.STEP, 0.0
    if not some:
        effort, months_short = min(_taken(each, case) for each in named)
    if (condition.held_years or 0) >= _LONG:
        effort = max(effort, Effort.DEGREE)
    return effort, max(_TO_EARN, months_short + 1) + (condition.held_years or 0) * MONTHS


def _taken(credential: str, case: Case) -> Taken:
    try:
        return case.reference.takes(credential, case.as_of)
    except KeyError:
        return Effort.STEP, 0


def _reciprocity_requirement(condition: Condition, reference: Reference) -> str:
    field = f"{FIELDS[condition.field]} " if condition.field else ""
    return f"{field}program abroad{_agreement(condition, reference)}"


def _agreement(condition: Condition, reference: Reference) -> str:
    issuer = condition.organization or ""
    named = reference.issuers.get(issuer, issuer)
    return f", approved by an association with which {named} has a reciprocity agreement"


def _reciprocity(condition: Condition, case: Case) -> ConditionResult:
    requirement = _reciprocity_requirement(condition, case.reference)
    told = case.client.facts.foreign_reciprocity
    truth = all_of((truth_of(told), _study_abroad(condition, case, told=told)))
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason={
            Truth.MET: "the client finished a program abroad, and says that an agreement covers it",
            Truth.NOT_MET: "no finished program of the client is under such an agreement",
            Truth.UNKNOWN: "not known whether an agreement covers a program of the client",
        }[truth],
        missing=article(requirement),
        ask=STATEMENTS["foreign_reciprocity"].asked(
            _in_field(condition) + _agreement(condition, case.reference)
        ),
        assumes=("the agreement covers the program abroad",),
        effort=Effort.OUT_OF_REACH,
        relevance=int(bool(_abroad(case) or told)),
    )


def _evaluation_requirement(condition: Condition, _reference: Reference) -> str:
    return f"evaluation of foreign study{_in_field(condition)} as equivalent{_by(condition)}"


def _in_field(condition: Condition) -> str:
    return f" in {FIELDS[condition.field]}" if condition.field else ""


def _by(condition: Condition) -> str:
    return f" by {condition.who}" if condition.who else ""


def _evaluation(condition: Condition, case: Case) -> ConditionResult:
    requirement = _evaluation_requirement(condition, case.reference)
    told = case.client.facts.foreign_evaluation
    detailed = condition.who or condition.field
    truth = all_of((truth_of(told), _study_abroad(condition, case, told=told)))
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason={
            Truth.MET: "the client's study abroad was judged equivalent",
            Truth.NOT_MET: "no finished study abroad of the client was judged equivalent",
            Truth.UNKNOWN: "not known whether study abroad of the client was judged equivalent",
        }[truth],
        missing=requirement,
        ask=STATEMENTS["foreign_evaluation"].asked(_by(condition) + _in_field(condition)),
        assumes=(f"what was said is about this: {requirement}",) if detailed else (),
        effort=Effort.STEP if _abroad(case) else Effort.OUT_OF_REACH,
        relevance=int(bool(_abroad(case) or told)),
    )


def _abroad(case: Case) -> bool:
    return any(_is_foreign(study) for study in case.client.education or ())


def _is_foreign(study: Study) -> bool:
    return study.country != HOME_COUNTRY


def _study_abroad(condition: Condition, case: Case, *, told: bool | None) -> Truth:
    """Tell whether the client finished a program of the field abroad.

    Study is in the US unless its country was told. A client of whose education nothing was told,
    but who says that an agreement or evaluation covers it, is taken at the word.
    """
    if case.client.education is None:
        return truth_of(told)
    return any_of(
        all_of(
            (
                truth_of(_is_foreign(study)),
                Truth.MET if study.field is None else field_truth(condition.field, study.field),
                completion_part(study, case.as_of).truth,
            )
        )
        for study in case.client.education
    )


_ABROAD = ("country", "field", "status", "completed", "expected")
HOLDS = ConditionKind(
    meaning="holds one of the named credentials, which has not lapsed; perhaps for some years",
    needs=("credentials",),
    takes=("active", "lapsed", "held_years", "earned_before", "proctored"),
    facts=("credentials",),
    about=("credentials",),
    relevant=only(_is_named),
    requirement=_holds_requirement,
    evaluate=_holds,
)
FOREIGN_RECIPROCITY = ConditionKind(
    meaning="finished a program abroad under an agreement of the issuer with a foreign body",
    needs=("organization",),
    takes=("field",),
    facts=("foreign_reciprocity", *_ABROAD),
    relevant=only(lambda _condition, study: _is_foreign(study)),
    requirement=_reciprocity_requirement,
    evaluate=_reciprocity,
)
FOREIGN_EVALUATION = ConditionKind(
    meaning="finished study abroad that was judged equivalent; study in the US never is",
    takes=("field", "who"),
    facts=("foreign_evaluation", *_ABROAD),
    relevant=only(lambda _condition, study: _is_foreign(study)),
    requirement=_evaluation_requirement,
    evaluate=_evaluation,
)
KINDS = {
    "foreign_evaluation": FOREIGN_EVALUATION,
    "foreign_reciprocity": FOREIGN_RECIPROCITY,
    "holds_credential": HOLDS,
}
