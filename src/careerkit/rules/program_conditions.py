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
"""What every condition on one program reads: its bodies may also tell its field."""
ABOUT = ("field", "accreditors")
_WINDOWS = ("within_years", "within_months", "completed_before", "completed_after")
_LONG = 2
"""A program of as many years is as much as a degree."""
_UNMEASURED = 4 * LEVEL
"""The gap of a program that may be as much as a degree, where neither level nor length is told."""


class Words(NamedTuple):
    """How a condition is worded, and how much it is to lack it."""

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

    def judge(study: Study) -> Match:
        body = program_match.body_part(condition, asked, study.accredited_by)
        return _completed_match(condition, study, body, case)

    words = _words(_accredited_requirement(condition, case.reference), condition, case)
    return result_of(condition, case, judge, words)


def _approved(condition: Condition, case: Case) -> ConditionResult:
    asked = _approved_by(condition, case.reference)

    def judge(study: Study) -> Match:
        body = program_match.approval_part(condition, asked, study, case.reference)
        return _completed_match(condition, study, body, case)

    words = _words(_approved_requirement(condition, case.reference), condition, case)
    return result_of(condition, case, judge, words)


def _completed(condition: Condition, case: Case) -> ConditionResult:
    def judge(study: Study) -> Match:
        school = program_match.school_part(condition, study)
        match = _completed_match(condition, study, school, case)
        if not program_match.is_school_assumed(condition, study):
            return match
        taken = (
            f"the {program_match.noun_of(study)} is {school.asked}, which was not said: confirm it"
        )
        return match._replace(assumes=(*match.assumes, taken))

    words = _words(_completed_requirement(condition, case.reference), condition, case)
    return result_of(condition, case, judge, words)


def _words(requirement: str, condition: Condition, case: Case) -> Words:
    verb, _, program_asked = requirement.partition(" ")
    return Words(
        requirement=requirement,
        missing=article(requirement),
        ask=f"Has the client {verb} {article(program_asked)}?",
        effort=_effort(condition, case),
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
    """Return how much it is to lack a program: a degree, unless it gives less."""
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
    return Match(study=study, parts=parts, assumes=tuple(assumes))


def result_of(
    condition: Condition, case: Case, judge: Callable[[Study], Match], words: Words
) -> ConditionResult:
    """Return the result on the program of the client that comes closest."""
    listed = case.client.education
    matches = [judge(study) for study in listed or ()]
    match = program_match.best_of(matches)
    truth = match.truth if match else truth_of(None if listed is None else False)
    told: tuple[str, ...] = ()
    if match and truth is Truth.UNKNOWN:
        told = tuple(program_match.questions(match, condition, case.reference))
    lack = study_in_progress.Lack(words.missing, words.effort, None)
    if truth is Truth.NOT_MET:
        lack = _lack(condition, case, matches, lack)
    return conclude(
        condition,
        truth,
        requirement=words.requirement,
        reason=_reason(truth, match),
        missing=lack.missing,
        ask=told or words.ask,
        assumes=match.assumes if match else (),
        effort=lack.effort,
        months_short=lack.months_short,
        relevance=max(map(_told, matches), default=0),
    )


def _lack(
    condition: Condition, case: Case, matches: Sequence[Match], none: study_in_progress.Lack
) -> study_in_progress.Lack:
    """Return what is lacking: the rest of a program that is under way, or all of one."""
    if none.effort is Effort.OUT_OF_REACH:
        return none
    whole = none._replace(months_short=_gap(condition, none.effort))
    if condition.condition == "enrolled_final_term":
        return study_in_progress.term_of_any(matches, case.as_of, whole)
    return study_in_progress.rest_of_any(matches, condition.field, case.as_of, whole)


def _gap(condition: Condition, effort: Effort) -> float:
    """Measure a program by what it gives above high school, or by its length.

    What the client studied before does not count: another program is lacking as a whole. One at a
    school of which neither is told counts as a year, as much as a certificate: were it no more than
    a step, who lacks a few months of work would be sent to study instead.
    """
    rank = LEVEL_ORDER[condition.level or "high_school"] - LEVEL_ORDER["high_school"]
    untold = MONTHS if effort is Effort.STEP else _UNMEASURED
    return max(rank * LEVEL, _length(condition)) or untold


def _length(condition: Condition) -> float:
    return max((condition.years or 0) * MONTHS, (condition.hours or 0) * HOUR)


def relevant(condition: Condition, study: Study, _as_of: date) -> Study | None:
    """Return what counts of a program: all of one that may be in the field that is asked for.

    Another one is never what is asked, and speaks to it only by its level and a body that is named.
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
    noun = f"the client's {program_match.noun_of(match.study)}"
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
    takes=("field", "level", "level_match", "accreditation_timing", "hours", "years", *_WINDOWS),
    facts=(*FACTS, "hours", "years"),
    about=ABOUT,
    relevant=relevant,
    requirement=_accredited_requirement,
    evaluate=_accredited,
)
APPROVED = ConditionKind(
    meaning="completed a program that one of the named bodies approves",
    needs=("accreditors",),
    takes=("field", "level", "level_match", "hours", "years", *_WINDOWS),
    facts=(*FACTS, "hours", "years"),
    about=ABOUT,
    relevant=relevant,
    requirement=_approved_requirement,
    evaluate=_approved,
)
COMPLETED = ConditionKind(
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
)
KINDS = {
    "program_accredited_by": ACCREDITED,
    "program_approved_by": APPROVED,
    "program_completed": COMPLETED,
}
