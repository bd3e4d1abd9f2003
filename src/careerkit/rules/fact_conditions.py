"""Conditions on one figure or word: attempts left, continuing education, legal status."""

from careerkit.model.client_vocabulary import LEGAL_STATUSES, TRAINING_SUBJECTS
from careerkit.model.rule import Condition
from careerkit.model.statements import STATEMENTS
from careerkit.rules.result import (
    HOUR,
    Case,
    ConditionKind,
    ConditionResult,
    Effort,
    Reference,
    conclude,
)
from careerkit.rules.three_valued import Truth, truth_of
from careerkit.rules.time_limits import window
from careerkit.words import counted, join

_ADMITTED = "lawfully_admitted_alien"


def _attempts_requirement(condition: Condition, _reference: Reference) -> str:
    return f"fewer than {counted(condition.max_attempts or 0, 'attempt')} used{window(condition)}"


def _attempts(condition: Condition, case: Case) -> ConditionResult:
    used, most = case.client.facts.exam_attempts, condition.max_attempts or 0
    requirement = _attempts_requirement(condition, case.reference)
    truth = truth_of(None if used is None else used < most)
    attempts = "" if used is None else counted(used, "attempt")
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=f"{attempts} used" if attempts else "the attempts were not said",
        missing=f"an attempt that is left: {attempts} of {most} used",
        ask=STATEMENTS["exam_attempts"].asked(window(condition)),
        effort=Effort.OUT_OF_REACH,
        background_relevance=int(truth is Truth.MET),
    )


def _ce_requirement(condition: Condition, _reference: Reference) -> str:
    subject = f" in {TRAINING_SUBJECTS[condition.subject]}" if condition.subject else ""
    kind = f" ({condition.kind})" if condition.kind else ""
    hours = counted(condition.hours or 0, "hour")
    return f"{hours} of continuing education{subject}{kind}{window(condition)}"


def _ce_hours(condition: Condition, case: Case) -> ConditionResult:
    hours, least = case.client.facts.ce_hours, condition.hours or 0
    requirement = _ce_requirement(condition, case.reference)
    details = condition.subject or condition.kind or window(condition)
    short = least - (hours or 0)
    return conclude(
        condition,
        truth_of(None if hours is None else hours >= least),
        requirement=requirement,
        reason="the hours were not said" if hours is None else f"{counted(hours, 'hour')} told",
        missing=requirement.replace(counted(least, "hour"), counted(short, "more hour"))
        if hours
        else requirement,
        ask=f"Does the client have {requirement}?",
        assumes=(f"what was said is about this: {requirement}",) if details else (),
        months_short=short * HOUR,
        background_relevance=int(bool(hours)),
    )


def _status_requirement(condition: Condition, _reference: Reference) -> str:
    named = join((LEGAL_STATUSES[status] for status in condition.statuses), "or")
    return f"legal status: {named}"


def _status(condition: Condition, case: Case) -> ConditionResult:
    status = case.client.facts.legal_status
    requirement = _status_requirement(condition, case.reference)
    truth = _status_truth(status, condition.statuses)
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=f"legal status told: {LEGAL_STATUSES[status]}"
        if status
        else "nothing was said of it",
        missing=requirement,
        ask=f"Is the client's {requirement}?",
        effort=Effort.OUT_OF_REACH,
        background_relevance=int(truth is Truth.MET),
    )


def _status_truth(status: str | None, accepted: tuple[str, ...]) -> Truth:
    """Tell whether a status is accepted; a wider status than an accepted one leaves it open."""
    if status is None or status in accepted:
        return truth_of(True if status else None)
    if status == "permanent_resident":
        return truth_of(_ADMITTED in accepted)
    narrower = {"permanent_resident", "non_domiciled_eligible"}
    return truth_of(None if status == _ADMITTED and narrower & set(accepted) else False)


KINDS = {
    "attempts_remaining": ConditionKind(
        meaning="has not used up the attempts at the exam",
        needs=("max_attempts",),
        takes=("within_years", "within_months"),
        facts=("exam_attempts",),
        measured=True,
        requirement=_attempts_requirement,
        evaluate=_attempts,
    ),
    "ce_hours": ConditionKind(
        meaning="has some hours of continuing education, perhaps in the last years",
        needs=("hours",),
        takes=("subject", "kind", "within_years", "within_months"),
        facts=("ce_hours",),
        measured=True,
        requirement=_ce_requirement,
        evaluate=_ce_hours,
    ),
    "legal_status": ConditionKind(
        meaning="has one of the named standings in the United States",
        needs=("statuses",),
        facts=("legal_status",),
        requirement=_status_requirement,
        evaluate=_status,
    ),
}
