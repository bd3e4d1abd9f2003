"""Conditions on study in progress: in its final term, or on the way to a level."""

from datetime import date

from careerkit.dates import add_days, first_day, last_day
from careerkit.model.client import Study
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import LEVELS
from careerkit.rules import program_match
from careerkit.rules.program_conditions import (
    ABOUT,
    FACTS,
    Words,
    effort_of_level,
    relevant,
    result_of,
)
from careerkit.rules.program_match import Match, Part
from careerkit.rules.result import (
    LEVEL,
    Case,
    ConditionKind,
    ConditionResult,
    Reference,
    conclude,
    only,
)
from careerkit.rules.study_in_progress import goes_on
from careerkit.rules.three_valued import Truth, any_of, truth_of
from careerkit.rules.time_limits import agreed
from careerkit.rules.wording import accreditors, program
from careerkit.words import article, counted


def _final_term_requirement(condition: Condition, reference: Reference) -> str:
    by = f", {_body(condition, reference)}" if condition.accreditors else ""
    school, long = _school_and_length(condition, program_match.NO_STUDY)
    kind = "".join(f", {part.asked}" for part in (school, long) if part.asked)
    days = condition.within_days
    part = f"last {counted(days, 'day')}" if days else "final term"
    return f"{part} of {article(program(condition))}{by}{kind}"


def _school_and_length(condition: Condition, study: Study) -> tuple[Part, Part]:
    return program_match.school_part(condition, study), program_match.length_part(condition, study)


def _body(condition: Condition, reference: Reference) -> str:
    verb = "approved" if condition.approved else "accredited"
    return f"{verb} by {accreditors(condition, reference)}"


def _final_term(condition: Condition, case: Case) -> ConditionResult:
    requirement = _final_term_requirement(condition, case.reference)
    asked = _body(condition, case.reference)

    def judge(study: Study) -> Match:
        parts = [
            _term_part(condition, study, case.as_of),
            program_match.level_part(condition, study),
            program_match.field_part(condition, study, case.reference),
        ]
        if condition.accreditors:
            body = (
                program_match.approval_part(condition, asked, study, case.reference)
                if condition.approved
                else program_match.body_part(condition, asked, study.accredited_by)
            )
            parts.append(body)
        parts += (part for part in _school_and_length(condition, study) if part.asked)
        return Match(study=study, parts=tuple(parts))

    words = Words(
        requirement=requirement,
        missing=f"being in the {requirement}",
        ask=f"Is the client in the {requirement}?",
        effort=effort_of_level(condition),
    )
    return result_of(condition, case, judge, words)


def _term_part(condition: Condition, study: Study, as_of: date) -> Part:
    if condition.within_days:
        left = counted(condition.within_days, "day")
        return Part(
            name="term",
            truth=_ends_within(condition.within_days, study, as_of),
            asked=f"going to end within {left}",
            short=f"is not going to end within {left}",
        )
    status = program_match.status_of(study, as_of)
    in_term = None if status in ("past_due", "expected") else status == "final_term"
    return Part(
        name="term",
        truth=truth_of(in_term),
        asked="in its final term now",
        short="is not in its final term",
    )


def _ends_within(days: int, study: Study, as_of: date) -> Truth:
    status = program_match.status_of(study, as_of)
    if status not in program_match.STUDYING:
        return truth_of(None if status == "past_due" else False)
    ends = study.expected or study.completed
    if not ends:
        return Truth.UNKNOWN
    latest = add_days(as_of, days)
    return agreed(day <= latest for day in (max(first_day(ends), as_of), last_day(ends)))


def _pursuit_requirement(condition: Condition, _reference: Reference) -> str:
    goal = LEVELS[condition.level or "none"]
    if condition.within_days:
        return f"{goal} to come within {counted(condition.within_days, 'day')}"
    return f"{goal} to come, still being studied for"


def _pursuit(condition: Condition, case: Case) -> ConditionResult:
    requirement = _pursuit_requirement(condition, case.reference)
    listed = case.client.education
    left = case.client.facts.high_school_days_left if condition.level == "high_school" else None
    if left is not None:
        truth = truth_of(not condition.within_days or left <= condition.within_days)
    elif listed is None:
        truth = Truth.UNKNOWN
    else:
        truth = any_of(_pursues(condition, study, case.as_of) for study in listed)
    goal = article(LEVELS[condition.level or "none"])
    days = condition.within_days
    going = left is not None or any(
        study.level == condition.level and goes_on(study, case.as_of) for study in listed or ()
    )
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason={
            Truth.MET: "the client is on the way there",
            Truth.NOT_MET: "the client is not on the way there, or has longer to go",
            Truth.UNKNOWN: "not known whether and when the client will have it",
        }[truth],
        missing=f"being within {counted(days, 'day')} of {goal}"
        if days
        else f"studying for {goal}",
        ask=f"Will the client have {goal} within {counted(days, 'day')}?"
        if days
        else f"Is the client studying for {goal}?",
        effort=effort_of_level(condition),
        months_short=_months_short(condition, going=going),
        background_relevance=int(truth is Truth.MET),
    )


def _months_short(condition: Condition, *, going: bool) -> float:
    """Return a little less than the level takes if the client is on the way there, else more."""
    rank = LEVEL_ORDER[condition.level or "none"] - LEVEL_ORDER["high_school"]
    return max(rank, 1) * LEVEL + (-1 if going else 1)


def _pursues(condition: Condition, study: Study, as_of: date) -> Truth:
    status = program_match.status_of(study, as_of)
    if study.level in ("grade_8", "unknown") and condition.level == "high_school":
        return Truth.UNKNOWN
    if study.level not in (condition.level, "unknown") or status not in program_match.UNFINISHED:
        return Truth.NOT_MET
    if status == "past_due" or study.level == "unknown":
        return Truth.UNKNOWN
    return _ends_within(condition.within_days, study, as_of) if condition.within_days else Truth.MET


def _may_lead_to(condition: Condition, study: Study) -> bool:
    return study.level in (condition.level, "grade_8", "unknown")


KINDS = {
    "enrolled_final_term": ConditionKind(
        meaning="is a student in the final term of such a program, or within some days of its end",
        takes=(
            *("field", "level", "level_match", "accreditors", "approved", "within_days"),
            *("institution_accredited", "hours"),
        ),
        facts=(*FACTS, "institution_accredited", "hours"),
        about=ABOUT,
        relevant=relevant,
        requirement=_final_term_requirement,
        evaluate=_final_term,
    ),
    "in_pursuit_of": ConditionKind(
        meaning="still studies toward a level of education, perhaps with some days to go at most",
        needs=("level",),
        takes=("within_days",),
        facts=("level", "status", "completed", "expected", "high_school_days_left"),
        about=("level",),
        relevant=only(_may_lead_to),
        requirement=_pursuit_requirement,
        evaluate=_pursuit,
    ),
}
