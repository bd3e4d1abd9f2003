"""Conditions on credentials held, and on study abroad under an agreement."""

from careerkit.dates import first_day
from careerkit.model.client import HeldCredential
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import FIELDS
from careerkit.rules.finding import Case, ConditionKind, Effort, Finding, Reference
from careerkit.rules.kleene import Truth, all_of, any_of, truth_of
from careerkit.rules.studies import HOME_COUNTRY, completion_part
from careerkit.rules.wording import one_of


def _holds_requirement(condition: Condition, reference: Reference) -> str:
    names = one_of(condition.credentials, reference.credentials)
    return f"{'active ' if condition.active else ''}{names} credential"


def _holds(condition: Condition, case: Case) -> Finding:
    requirement = _holds_requirement(condition, case.reference)
    held = case.client.credentials
    relevant = [each for each in held or () if each.id in condition.credentials]
    truth = (
        Truth.UNKNOWN if held is None else any_of(_held(each, condition, case) for each in relevant)
    )
    return Finding(
        condition=condition.condition,
        stage=condition.stage,
        verdict=truth,
        requirement=requirement,
        reason={
            Truth.MET: "the client holds it",
            Truth.NOT_MET: "the client does not hold it",
            Truth.UNKNOWN: "not known whether the client holds it",
        }[truth],
        missing=f"the {requirement}" if truth is Truth.NOT_MET else None,
        ask=(f"Does the client hold the {requirement}?",) if truth is Truth.UNKNOWN else (),
        effort=Effort.STEP if truth is Truth.NOT_MET else Effort.NONE,
        touched=int(bool(relevant)),
        confidence=condition.confidence,
    )


def _held(held: HeldCredential, condition: Condition, case: Case) -> Truth:
    if held.earned and first_day(held.earned) > case.as_of:
        return Truth.NOT_MET
    return truth_of(held.active) if condition.active else Truth.MET


def _reciprocity_requirement(condition: Condition, reference: Reference) -> str:
    field = f"{FIELDS[condition.field]} " if condition.field else ""
    issuer = condition.organization or ""
    return (
        f"{field}program abroad, approved by an association with which "
        f"{reference.issuers.get(issuer, issuer)} has a reciprocity agreement"
    )


def _reciprocity(condition: Condition, case: Case) -> Finding:
    requirement = _reciprocity_requirement(condition, case.reference)
    abroad = [s for s in case.client.education or () if s.country != HOME_COUNTRY]
    told = case.client.facts.foreign_reciprocity
    truth = all_of((truth_of(told), _study_abroad(condition, case)))
    return Finding(
        condition=condition.condition,
        stage=condition.stage,
        verdict=truth,
        requirement=requirement,
        reason={
            Truth.MET: "the client finished a program abroad, and says that an agreement covers it",
            Truth.NOT_MET: "no finished program of the client is under such an agreement",
            Truth.UNKNOWN: "not known whether an agreement covers a program of the client",
        }[truth],
        missing=f"a {requirement}" if truth is Truth.NOT_MET else None,
        ask=(f"Did the client finish a {requirement}?",) if truth is Truth.UNKNOWN else (),
        assumes=("the agreement covers the program abroad",) if truth is Truth.MET else (),
        effort=Effort.OUT_OF_REACH if truth is Truth.NOT_MET else Effort.NONE,
        touched=int(bool(abroad or told)),
        confidence=condition.confidence,
    )


def _study_abroad(condition: Condition, case: Case) -> Truth:
    """Tell whether the client finished a program of the field abroad.

    Study is in the US unless its country was told. A client of whose education nothing was told,
    but who says that an agreement covers it, is taken at the word.
    """
    if case.client.education is None:
        return truth_of(case.client.facts.foreign_reciprocity)
    return any_of(
        all_of(
            (
                truth_of(study.country != HOME_COUNTRY),
                truth_of(None in (condition.field, study.field) or study.field == condition.field),
                completion_part(study, case.as_of).truth,
            )
        )
        for study in case.client.education
    )


HOLDS = ConditionKind(
    meaning="holds one of the named credentials, perhaps in active standing",
    needs=("credentials",),
    takes=("active",),
    facts=("credentials",),
    requirement=_holds_requirement,
    evaluate=_holds,
)
FOREIGN_RECIPROCITY = ConditionKind(
    meaning="finished a program abroad under an agreement of the issuer with a foreign body",
    needs=("organization",),
    takes=("field",),
    facts=("foreign_reciprocity", "country"),
    requirement=_reciprocity_requirement,
    evaluate=_reciprocity,
)
