"""Conditions on study abroad: covered by an agreement, or evaluated as equivalent."""

from careerkit.model.client import Study
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
    conclude,
    only,
)
from careerkit.rules.three_valued import Truth, all_of, any_of, truth_of
from careerkit.words import article


def _reciprocity_requirement(condition: Condition, reference: Reference) -> str:
    field = f"{FIELDS[condition.field]} " if condition.field else ""
    return f"{field}program abroad{_agreement(condition, reference)}"


def _agreement(condition: Condition, reference: Reference) -> str:
    issuer = condition.organization or ""
    named = reference.issuers.get(issuer, issuer)
    return f", approved by an association with which {named} has a reciprocity agreement"


def _reciprocity(condition: Condition, case: Case) -> ConditionResult:
    claimed = case.client.facts.foreign_reciprocity
    truth = all_of((truth_of(claimed), _study_abroad(condition, case, claimed=claimed)))
    requirement = _reciprocity_requirement(condition, case.reference)
    agreement = _agreement(condition, case.reference)
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
        ask=STATEMENTS["foreign_reciprocity"].asked(_in_field(condition) + agreement),
        assumes=("the agreement covers the program abroad",),
        effort=Effort.OUT_OF_REACH,
        relevance=int(bool(_abroad(case) or claimed)),
    )


def _evaluation_requirement(condition: Condition, _reference: Reference) -> str:
    return f"evaluation of foreign study{_in_field(condition)} as equivalent{_by(condition)}"


def _in_field(condition: Condition) -> str:
    return f" in {FIELDS[condition.field]}" if condition.field else ""


def _by(condition: Condition) -> str:
    return f" by {condition.who}" if condition.who else ""


def _evaluation(condition: Condition, case: Case) -> ConditionResult:
    claimed = case.client.facts.foreign_evaluation
    truth = all_of((truth_of(claimed), _study_abroad(condition, case, claimed=claimed)))
    requirement = _evaluation_requirement(condition, case.reference)
    detailed = condition.who or condition.field
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
        relevance=int(bool(_abroad(case) or claimed)),
    )


def _abroad(case: Case) -> bool:
    return any(_is_foreign(study) for study in case.client.education or ())


def _is_foreign(study: Study) -> bool:
    return study.country != HOME_COUNTRY


def _study_abroad(condition: Condition, case: Case, *, claimed: bool | None) -> Truth:
    """Tell whether the client finished a program of the field abroad.

    Study without a country was in the US. Without a list of education, the client's claim that an
    agreement or evaluation covers it is believed.
    """
    if case.client.education is None:
        return truth_of(claimed)
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
_relevant = only(lambda _condition, study: _is_foreign(study))
KINDS = {
    "foreign_evaluation": ConditionKind(
        meaning="finished study abroad that was judged equivalent; study in the US never is",
        takes=("field", "who"),
        facts=("foreign_evaluation", *_ABROAD),
        relevant=_relevant,
        requirement=_evaluation_requirement,
        evaluate=_evaluation,
    ),
    "foreign_reciprocity": ConditionKind(
        meaning="finished a program abroad under an agreement of the issuer with a foreign body",
        needs=("organization",),
        takes=("field",),
        facts=("foreign_reciprocity", *_ABROAD),
        relevant=_relevant,
        requirement=_reciprocity_requirement,
        evaluate=_reciprocity,
    ),
}
