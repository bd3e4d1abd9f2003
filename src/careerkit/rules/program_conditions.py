"""Conditions on one completed program: accredited, approved, or simply completed."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from careerkit.dates import first_day
from careerkit.model.client import Study
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import DEGREES, FIELDS
from careerkit.rules import program_match, study_in_progress
from careerkit.rules.program_match import Match, Part
from careerkit.rules.result import (
    HOUR,
    LEVEL,
    Case,
    ConditionKind,
    ConditionResult,
    Effort,
    Reference,
    conclude,
)
from careerkit.rules.three_valued import Truth, truth_of
from careerkit.rules.time_limits import MONTHS
from careerkit.rules.wording import accreditors, program
from careerkit.words import article

FACTS = ("level", "field", "status", "completed", "expected", "accredited_by", "approved_by")
"""The facts that every condition on one program reads: an accreditor may imply the field."""
ABOUT = ("field", "accreditors")
_WINDOWS = ("within_years", "within_months", "completed_before", "completed_after")
_LONG = 2
"""A program of this many years is as much as a degree."""
_UNMEASURED = 4 * LEVEL
"""The months short of a program that may be as much as a degree, without a level or length."""


class Words(NamedTuple):
    """The wording of a condition, and the effort if it is not met."""

    requirement: str
    missing: str
    ask: str
    effort: Effort


def _accredited_requirement(condition: Condition, reference: Reference) -> str:
    return _requirement(condition, _accredited_by(condition, reference))


def _approved_requirement(condition: Condition, reference: Reference) -> str:
    return _requirement(condition, _approved_by(condition, reference))


def _completed_requirement(condition: Condition, _reference: Reference) -> str:
    whole = "at an accredited institution" if condition.institution_accredited else ""
    return _requirement(condition, whole)


def _requirement(condition: Condition, body: str) -> str:
    long = program_match.length_part(condition, program_match.NO_STUDY).asked
    details = filter(None, (body, long, program_match.completed_when(condition).strip()))
    return ", ".join((f"completed {program(condition)}", *details))


def _accredited_by(condition: Condition, reference: Reference) -> str:
    timing = f" ({condition.accreditation_timing})" if condition.accreditation_timing else ""
    return f"accredited by {accreditors(condition, reference)}{timing}"


def _approved_by(condition: Condition, reference: Reference) -> str:
    return f"approved by {accreditors(condition, reference)}"


def _accredited(condition: Condition, case: Case) -> ConditionResult:
    asked = _accredited_by(condition, case.reference)
    return _evaluate(
        condition,
        case,
        _accredited_requirement(condition, case.reference),
        lambda study: program_match.body_part(condition, asked, study.accredited_by),
    )


def _approved(condition: Condition, case: Case) -> ConditionResult:
    asked = _approved_by(condition, case.reference)
    return _evaluate(
        condition,
        case,
        _approved_requirement(condition, case.reference),
        lambda study: program_match.approval_part(condition, asked, study, case.reference),
    )


def _completed(condition: Condition, case: Case) -> ConditionResult:
    return _evaluate(
        condition,
        case,
        _completed_requirement(condition, case.reference),
        lambda study: program_match.school_part(condition, study),
    )


def _evaluate(
    condition: Condition, case: Case, requirement: str, body_part: Callable[[Study], Part]
) -> ConditionResult:
    verb, _, named = requirement.partition(" ")
    words = Words(
        requirement=requirement,
        missing=article(requirement),
        ask=f"Has the client {verb} {article(named)}?",
        effort=_effort(condition, case),
    )
    return result_of(
        condition,
        case,
        lambda study: _completed_match(condition, study, body_part(study), case),
        words,
    )


def _effort(condition: Condition, case: Case) -> Effort:
    before = condition.completed_before
    if before and first_day(before) <= case.as_of:
        return Effort.OUT_OF_REACH
    if condition.level is not None:
        return effort_of_level(condition)
    long = _length(condition)
    small = long < _LONG * MONTHS if long else condition.institution_accredited
    return Effort.STEP if small else Effort.DEGREE


def effort_of_level(condition: Condition) -> Effort:
    """Return the effort of a program: a degree, unless its award is less."""
    return Effort.DEGREE if condition.level in (None, *DEGREES) else Effort.STEP


def _completed_match(condition: Condition, study: Study, body: Part, case: Case) -> Match:
    parts = (
        program_match.level_part(condition, study),
        program_match.field_part(condition, study, case.reference),
        body,
        program_match.length_part(condition, study),
        program_match.completion_part(study, case.as_of, condition),
    )
    assumes = []
    noun = program_match.noun_of(study)
    if program_match.status_of(study, case.as_of) == "assumed_completed":
        at_the_time = f", and was {body.asked} at the time" if body.name == "body" else ""
        assumes.append(f"the {noun} is completed{at_the_time}")
    if study.field is None and condition.field:
        name = FIELDS[condition.field]
        assumes.append(f"the {noun} is in {name}, which was not said: confirm it")
    if program_match.is_school_assumed(condition, study):
        assumes.append(f"the {noun} is {body.asked}, which was not said: confirm it")
    return Match(study=study, parts=parts, assumes=tuple(assumes))


def result_of(
    condition: Condition, case: Case, judge: Callable[[Study], Match], words: Words
) -> ConditionResult:
    """Return the result for the client's program that comes closest."""
    listed = case.client.education
    matches = [judge(study) for study in listed or ()]
    match = program_match.best_of(matches)
    truth = match.truth if match else truth_of(None if listed is None else False)
    questions: tuple[str, ...] = ()
    if match and truth is Truth.UNKNOWN:
        questions = tuple(program_match.questions(match, condition, case.reference))
    lack = study_in_progress.Lack(words.missing, words.effort, None)
    if truth is Truth.NOT_MET:
        lack = _lack(condition, case, matches, lack)
    return conclude(
        condition,
        truth,
        requirement=words.requirement,
        reason=_reason(truth, match),
        missing=lack.missing,
        ask=questions or words.ask,
        assumes=match.assumes if match else (),
        effort=lack.effort,
        months_short=lack.months_short,
        relevance=max(map(_relevance, matches), default=0),
    )


def _lack(
    condition: Condition, case: Case, matches: Sequence[Match], none: study_in_progress.Lack
) -> study_in_progress.Lack:
    if none.effort is Effort.OUT_OF_REACH:
        return none
    whole = none._replace(months_short=_months_short(condition, none.effort))
    if condition.condition == "enrolled_final_term":
        return study_in_progress.term_of_any(matches, case.as_of, whole)
    return study_in_progress.rest_of_any(matches, condition.field, case.as_of, whole)


def _months_short(condition: Condition, effort: Effort) -> float:
    """Measure a program by its level above high school, or by its length.

    Earlier study does not count: the client lacks the whole of another program. A program without
    level and length that is a step counts as a year, like a certificate; if it counted as a month,
    a client who lacks a few months of work would be sent to study instead.
    """
    rank = LEVEL_ORDER[condition.level or "high_school"] - LEVEL_ORDER["high_school"]
    unmeasured = MONTHS if effort is Effort.STEP else _UNMEASURED
    return max(rank * LEVEL, _length(condition)) or unmeasured


def _length(condition: Condition) -> float:
    return max((condition.years or 0) * MONTHS, (condition.hours or 0) * HOUR)


def relevant(condition: Condition, study: Study, _as_of: date) -> Study | None:
    """Return what counts of a program: all of it, if it may be in the condition's field.

    A program in another field never meets the condition. It is relevant only if a named body
    accredits or approves it, by its level, field and bodies.
    """
    field, level = study.field, study.level
    is_schooling = field is None and level in program_match.SCHOOLING
    if not is_schooling and program_match.field_truth(condition.field, field) is not Truth.NOT_MET:
        return study
    bodies = (*(study.accredited_by or ()), *(study.approved_by or ()))
    if not any(body in condition.accreditors for body in bodies):
        return None
    return Study(
        level=study.level,
        field=study.field,
        accredited_by=study.accredited_by,
        approved_by=study.approved_by,
    )


def _relevance(match: Match) -> int:
    """Count the facts of the program that speak to the condition.

    Many programs are at a level, so a level alone counts only if the rest is unknown, or if all
    that is not met besides is the accreditation.
    """
    held = {part.name for part in match.parts if part.asked and part.truth is Truth.MET}
    by_field = "field" in held and match.study.field is not None
    by_level = "level" in held and (
        match.truth is Truth.UNKNOWN
        or (match.study.accredited_by is not None and match.of("field") is not Truth.NOT_MET)
    )
    speaks = "body" in held or by_field or by_level
    return len(held & {"level", "field", "body"}) if speaks else 0


def _reason(truth: Truth, match: Match | None) -> str:
    if match is None:
        if truth is Truth.UNKNOWN:
            return "nothing was said of the client's education"
        return "the client has no such program"
    noun = f"the client's {program_match.noun_of(match.study)}"
    if truth is Truth.MET:
        return f"{noun} is what is asked"
    if truth is Truth.UNKNOWN:
        open_parts = [part.asked for part in match.parts if part.truth is Truth.UNKNOWN]
        return f"not known of {noun}: whether it is {', '.join(open_parts)}"
    short = [part.short for part in match.parts if part.truth is Truth.NOT_MET]
    return f"{noun} {', '.join(short)}"


KINDS = {
    "program_accredited_by": ConditionKind(
        meaning="completed a program that one of the named program accreditors accredits",
        needs=("accreditors",),
        takes=(
            "field",
            "level",
            "level_match",
            "accreditation_timing",
            "hours",
            "years",
            *_WINDOWS,
        ),
        facts=(*FACTS, "hours", "years"),
        about=ABOUT,
        relevant=relevant,
        requirement=_accredited_requirement,
        evaluate=_accredited,
    ),
    "program_approved_by": ConditionKind(
        meaning="completed a program that one of the named bodies approves",
        needs=("accreditors",),
        takes=("field", "level", "level_match", "hours", "years", *_WINDOWS),
        facts=(*FACTS, "hours", "years"),
        about=ABOUT,
        relevant=relevant,
        requirement=_approved_requirement,
        evaluate=_approved,
    ),
    "program_completed": ConditionKind(
        meaning="completed a program in a field, whoever accredits it",
        needs=("field",),
        takes=(
            *("level", "level_match", "institution_accredited", "school_assumed", "hours", "years"),
            *_WINDOWS,
        ),
        facts=(*FACTS, "institution_accredited", "hours", "years"),
        about=("field",),
        relevant=relevant,
        requirement=_completed_requirement,
        evaluate=_completed,
    ),
}
