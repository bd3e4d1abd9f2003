"""Conditions on one program: accredited, approved, or in its final term."""

from collections.abc import Callable
from typing import NamedTuple

from careerkit.model.client import Study
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import DEGREES, FIELDS
from careerkit.rules import studies
from careerkit.rules.finding import Case, ConditionKind, Effort, Finding, Reference
from careerkit.rules.kleene import Truth, truth_of
from careerkit.rules.studies import Match, Part
from careerkit.rules.wording import accreditors, program
from careerkit.words import article

_FACTS = ("level", "field", "status", "completed", "expected")


class _Words(NamedTuple):
    """How a condition is worded, and how much it is to lack it."""

    requirement: str
    missing: str
    ask: str
    effort: Effort


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

    def judge(study: Study) -> Match:
        body = studies.body_part(condition, study.accredited_by, asked)
        return _completed_match(condition, study, body, case)

    words = _completed_words(_accredited_requirement(condition, case.reference), _effort(condition))
    return _finding(condition, case, judge, words)


def _approved(condition: Condition, case: Case) -> Finding:
    asked = f"approved by {accreditors(condition, case.reference)}"

    def judge(study: Study) -> Match:
        parts = (
            studies.body_part(condition, bodies, asked)
            for bodies in (study.approved_by, study.accredited_by)
        )
        body = max(parts, key=lambda part: _ORDER.index(part.truth))
        return _completed_match(condition, study, body, case)

    words = _completed_words(_approved_requirement(condition, case.reference), _effort(condition))
    return _finding(condition, case, judge, words)


def _completed_words(requirement: str, effort: Effort) -> _Words:
    verb, _, program_asked = requirement.partition(" ")
    return _Words(
        requirement=requirement,
        missing=article(requirement),
        ask=f"Has the client {verb} {article(program_asked)}?",
        effort=effort,
    )


_ORDER = [Truth.NOT_MET, Truth.UNKNOWN, Truth.MET]


def _effort(condition: Condition) -> Effort:
    return Effort.DEGREE if condition.level in (None, *DEGREES) else Effort.STEP


def _final_term(condition: Condition, case: Case) -> Finding:
    requirement = _final_term_requirement(condition, case.reference)
    asked = f"accredited by {accreditors(condition, case.reference)}"

    def judge(study: Study) -> Match:
        status = studies.status_of(study, case.as_of)
        in_term = None if status in ("past_due", "expected") else status == "final_term"
        parts = [
            Part(
                name="term",
                truth=truth_of(in_term),
                asked="in its final term now",
                short="is not in its final term",
            ),
            studies.level_part(condition, study),
            studies.field_part(condition, study, case.reference),
        ]
        if condition.accreditors:
            parts.append(studies.body_part(condition, study.accredited_by, asked))
        return Match(study=study, parts=tuple(parts))

    words = _Words(
        requirement=requirement,
        missing=f"being in the {requirement}",
        ask=f"Is the client in the {requirement}?",
        effort=_effort(condition),
    )
    return _finding(condition, case, judge, words)


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
        assumes.append(f"the {noun} is in {name}, which was not said: confirm it")
    return Match(study=study, parts=parts, assumes=tuple(assumes))


def _finding(
    condition: Condition, case: Case, judge: Callable[[Study], Match], words: _Words
) -> Finding:
    truth, match = studies.judged(case, judge)
    asked: tuple[str, ...] = ()
    if truth is Truth.UNKNOWN:
        told = match and tuple(studies.questions(match, condition, case.reference))
        asked = told or (words.ask,)
    return Finding(
        condition=condition.condition,
        stage=condition.stage,
        verdict=truth,
        requirement=words.requirement,
        reason=_reason(truth, match),
        missing=words.missing if truth is Truth.NOT_MET else None,
        ask=asked,
        assumes=match.assumes if match and truth is Truth.MET else (),
        effort=words.effort if truth is Truth.NOT_MET else Effort.NONE,
        touched=_told(match) if match else 0,
        confidence=condition.confidence,
    )


def _short(match: Match) -> set[str]:
    return {part.name for part in match.parts if part.truth is Truth.NOT_MET}


def _told(match: Match) -> int:
    """Count the facts of the program that speak to the condition.

    Its level alone does not, many programs being at that level, unless what is left is open or is
    the accreditation, told to be another or none.
    """
    held = {part.name for part in match.parts if part.asked and part.truth is Truth.MET}
    by_field = "field" in held and match.study.field is not None
    by_level = "level" in held and (
        match.truth is Truth.UNKNOWN
        or (match.study.accredited_by is not None and "field" not in _short(match))
    )
    speaks = "body" in held or by_field or by_level
    return len(held & {"level", "field", "body"}) if speaks else 0


def _reason(truth: Truth, match: Match | None) -> str:
    if match is None:
        return (
            "nothing was said of the client's education"
            if truth is Truth.UNKNOWN
            else ("the client has no such program")
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
    facts=(*_FACTS, "accredited_by", "approved_by"),
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
