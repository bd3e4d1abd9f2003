"""Conditions on one program: accredited, approved, or in its final term."""

from careerkit.model.client import Study
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import FIELDS
from careerkit.rules import studies
from careerkit.rules.finding import Case, ConditionKind, Effort, Finding, Reference
from careerkit.rules.kleene import Truth, truth_of
from careerkit.rules.studies import Match, Part
from careerkit.rules.wording import accreditors, article, program

_FACTS = ("level", "field", "status", "completed", "expected")


def _accredited_requirement(condition: Condition, reference: Reference) -> str:
    who = accreditors(condition, reference)
    return f"completed {program(condition)}, accredited by {who}"


def _approved_requirement(condition: Condition, reference: Reference) -> str:
    return f"completed {program(condition)}, approved by {accreditors(condition, reference)}"


def _final_term_requirement(condition: Condition, reference: Reference) -> str:
    by = f", accredited by {accreditors(condition, reference)}" if condition.accreditors else ""
    return f"final term of {article(program(condition))}{by}"


def _accredited(condition: Condition, case: Case) -> Finding:
    asked = f"accredited by {accreditors(condition, case.reference)}"
    requirement = _accredited_requirement(condition, case.reference)

    def judge(study: Study) -> Match:
        body = studies.body_part(condition, study.accredited_by, asked)
        return _completed_match(condition, study, body, case)

    ask = f"Has the client {requirement}?"
    return _finding(condition, case, judge, requirement, ask, Effort.DEGREE)


def _approved(condition: Condition, case: Case) -> Finding:
    asked = f"approved by {accreditors(condition, case.reference)}"
    requirement = _approved_requirement(condition, case.reference)

    def judge(study: Study) -> Match:
        body = studies.body_part(condition, _approvers(condition, study), asked)
        return _completed_match(condition, study, body, case)

    effort = Effort.DEGREE if condition.level in studies.DEGREES else Effort.STEP
    return _finding(condition, case, judge, requirement, f"Has the client {requirement}?", effort)


def _approvers(condition: Condition, study: Study) -> tuple[str, ...] | None:
    """Return who approves the program: a body that accredits it does, whatever else is unknown."""
    accredited = study.accredited_by or ()
    told = not set(accredited).isdisjoint(condition.accreditors)
    return accredited if told else study.approved_by


def _final_term(condition: Condition, case: Case) -> Finding:
    requirement = _final_term_requirement(condition, case.reference)
    asked = f"accredited by {accreditors(condition, case.reference)}"

    def judge(study: Study) -> Match:
        status = studies.status_of(study, case.as_of)
        in_term = None if status == "past_due" else status == "final_term"
        parts = [
            Part(
                name="term",
                truth=truth_of(in_term),
                asked="still in its final term",
                short="is not in its final term",
            ),
            studies.level_part(condition, study),
            studies.field_part(condition, study, case.reference),
        ]
        if condition.accreditors:
            parts.append(studies.body_part(condition, study.accredited_by, asked))
        return Match(study=study, parts=tuple(parts))

    ask = f"Is the client in the {requirement}?"
    return _finding(condition, case, judge, requirement, ask, Effort.DEGREE)


def _completed_match(condition: Condition, study: Study, body: Part, case: Case) -> Match:
    parts = (
        studies.level_part(condition, study),
        studies.field_part(condition, study, case.reference),
        body,
        studies.completion_part(study, case.as_of),
    )
    assumes = []
    noun = studies.noun_of(study)
    if studies.status_of(study, case.as_of) == "assumed_completed":
        assumes.append(f"the {noun} is completed, and was {body.asked} at the time")
    if study.field is None and condition.field:
        name = FIELDS[condition.field]
        assumes.append(f"the {noun} is in {name}: no other field is known to be {body.asked} there")
    return Match(study=study, parts=parts, assumes=tuple(assumes))


def _finding(  # noqa: PLR0913 - the parts of one finding, each said once
    condition: Condition,
    case: Case,
    judge: "studies.Callable[[Study], Match]",
    requirement: str,
    ask: str,
    effort: Effort,
) -> Finding:
    truth, match = studies.judged(case, judge)
    asked: tuple[str, ...] = ()
    if truth is Truth.UNKNOWN:
        asked = tuple(studies.questions(match, condition, case.reference)) if match else (ask,)
    return Finding(
        condition=condition.condition,
        stage=condition.stage,
        verdict=truth,
        requirement=requirement,
        reason=_reason(truth, match),
        missing=article(requirement) if truth is Truth.NOT_MET else None,
        ask=asked,
        assumes=match.assumes if match and truth is Truth.MET else (),
        effort=effort if truth is Truth.NOT_MET else Effort.NONE,
        touched=match is not None and _speaks_to(match),
        confidence=condition.confidence,
    )


def _speaks_to(match: Match) -> bool:
    """Tell whether the program is more than just some program: its body, or its field and level."""
    named = {part.name: part.truth is Truth.MET for part in match.parts if part.asked}
    told_field = match.study.field is not None and named.get("field", False)
    return named.get("body", False) or told_field or (
        named.get("level", False) and match.truth is Truth.UNKNOWN
    )


def _reason(truth: Truth, match: Match | None) -> str:
    if match is None:
        return "nothing was said of the client's education" if truth is Truth.UNKNOWN else (
            "the client has no such program"
        )
    noun = f"the client's {studies.noun_of(match.study)}"
    if truth is Truth.MET:
        return f"{noun} is what is asked"
    if truth is Truth.UNKNOWN:
        unknown = [part.asked for part in match.parts if part.truth is Truth.UNKNOWN]
        return f"not known of {noun}: whether it is {', '.join(unknown)}"
    short = [part.short for part in match.parts if part.truth is Truth.NOT_MET]
    return f"{noun} {', '.join(short)}"


ACCREDITED = ConditionKind(
    meaning="completed a program that one of the named program accreditors accredits",
    needs=("accreditors",),
    takes=("field", "level", "level_match"),
    facts=(*_FACTS, "accredited_by"),
    requirement=_accredited_requirement,
    evaluate=_accredited,
)
APPROVED = ConditionKind(
    meaning="completed a program that one of the named bodies approves",
    needs=("accreditors",),
    takes=("field", "level", "level_match"),
    facts=(*_FACTS, "approved_by"),
    requirement=_approved_requirement,
    evaluate=_approved,
)
FINAL_TERM = ConditionKind(
    meaning="is a student in the final term of such a program",
    needs=(),
    takes=("field", "level", "level_match", "accreditors"),
    facts=(*_FACTS, "accredited_by"),
    requirement=_final_term_requirement,
    evaluate=_final_term,
)
