"""The condition on the highest completed level of education."""

import dataclasses
from datetime import date

from careerkit.model.client import Study
from careerkit.model.fields import study_name
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import AWARD_LEVELS, DEGREES, FIELDS, LEVELS
from careerkit.rules import program_match
from careerkit.rules.program_match import HOME_COUNTRY
from careerkit.rules.result import (
    LEVEL,
    Case,
    ConditionKind,
    ConditionResult,
    Effort,
    Reference,
    conclude,
)
from careerkit.rules.study_in_progress import Lack, goes_on, rest_of
from careerkit.rules.three_valued import Truth, any_of, truth_of
from careerkit.rules.wording import degree
from careerkit.words import article, join


def _requirement(condition: Condition, _reference: Reference) -> str:
    return degree(condition)


def _evaluate(condition: Condition, case: Case) -> ConditionResult:
    requirement = degree(condition)
    listed = case.client.education
    judged = [(study, _judge(condition, study, case)) for study in listed or ()]
    truth = Truth.UNKNOWN if listed is None else any_of(truth for _, truth in judged)
    deciding = [study for study, own in judged if own is truth]
    effort = _effort(condition)
    relevant = bool(listed) and (truth is not Truth.NOT_MET or effort is Effort.STEP)
    fields = [study.field for study in listed or () if study.field and condition.field]
    in_field = (program_match.field_truth(condition.field, field) for field in fields)
    lack = Lack(article(requirement), effort, None)
    if truth is Truth.NOT_MET:
        lack = _lack(condition, case, lack)
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=_reason(truth, deciding, listed=listed is not None),
        missing=lack.missing,
        ask=_questions(condition, deciding, case),
        assumes=_assumptions(condition, deciding, case) if truth is Truth.MET else (),
        effort=lack.effort,
        months_short=lack.months_short,
        relevance=int(relevant and Truth.MET in in_field),
        background_relevance=int(relevant),
    )


def _judge(condition: Condition, study: Study, case: Case) -> Truth:
    """Judge one program.

    College in progress leaves high school unknown. So does foreign study without an evaluation.
    """
    least = LEVEL_ORDER[condition.level or "none"]
    level = study.level or "none"
    too_low = study.level is None or (level != "unknown" and LEVEL_ORDER[level] < least)
    if too_low or program_match.is_no_degree_itself(condition, level):
        return Truth.NOT_MET
    field = program_match.field_truth(condition.field, study.field)
    if field is Truth.NOT_MET:
        return Truth.NOT_MET
    status = program_match.status_of(study, case.as_of)
    if status in program_match.STUDYING:
        college = (
            study.level in ("unknown", "some_college", *AWARD_LEVELS)
            and least <= LEVEL_ORDER["high_school"]
        )
        return Truth.UNKNOWN if college else Truth.NOT_MET
    equal = study.country == HOME_COUNTRY or case.client.facts.foreign_evaluation
    if equal is False:
        return Truth.NOT_MET
    open_questions = (
        study.level == "unknown",
        status == "past_due",
        equal is None,
        field is Truth.UNKNOWN,
    )
    return Truth.UNKNOWN if any(open_questions) else truth_of(True)


def _questions(condition: Condition, deciding: list[Study], case: Case) -> tuple[str, ...]:
    wanted = article(degree(condition))
    not_evaluated = case.client.facts.foreign_evaluation is None
    if not_evaluated and any(study.country != HOME_COUNTRY for study in deciding):
        return (f"Is the client's foreign degree judged equal to {wanted}?",)
    fields = [study.field for study in deciding if study.field and study.field not in FIELDS]
    named = [f" (told: {join(map(study_name, dict.fromkeys(fields)))})"] if fields else []
    return (f"Does the client have {wanted}{''.join(named)}?",)


def _assumptions(condition: Condition, deciding: list[Study], case: Case) -> tuple[str, ...]:
    """Return what the highest program assumes, or nothing if some program needs no assumption."""
    ordered = sorted(deciding, key=lambda study: -LEVEL_ORDER[study.level or "none"])
    assumed = [_assumption(condition, study, case) for study in ordered]
    return () if "" in assumed else (assumed[0],)


def _assumption(condition: Condition, study: Study, case: Case) -> str:
    if study.country != HOME_COUNTRY:
        return f"the evaluation of the client's foreign study found {article(degree(condition))}"
    entry = _BUILDS_ON.get(study.level or "")
    if entry and study.level != condition.level:
        return f"the {program_match.noun_of(study)} was not open without {article(LEVELS[entry])}"
    if (
        program_match.status_of(study, case.as_of) == "assumed_completed"
        and study.level in AWARD_LEVELS
    ):
        return f"the {program_match.noun_of(study)} is completed"
    return ""


_BUILDS_ON = {
    "certificate": "high_school",
    "post_baccalaureate_certificate": "bachelor",
    "post_master_certificate": "master",
}


def _effort(condition: Condition) -> Effort:
    return Effort.DEGREE if condition.level in DEGREES else Effort.STEP


def _lack(condition: Condition, case: Case, none: Lack) -> Lack:
    whole = none._replace(months_short=_months_short(condition, case))
    rests = [
        rest_of(study, condition.field, case.as_of, whole)
        for study in case.client.education or ()
        if goes_on(study, case.as_of) and _would_do(condition, study, case)
    ]
    return min(rests, key=lambda lack: lack.effort, default=whole)


def _would_do(condition: Condition, study: Study, case: Case) -> bool:
    done = dataclasses.replace(study, status="completed", completed=None, expected=None)
    return study.level in AWARD_LEVELS and _judge(condition, done, case) is Truth.MET


def _months_short(condition: Condition, case: Case) -> float:
    """Count the levels from the best one completed, in a field that may count, to the one asked.

    Any other program counts as high school, which it is likely to build on.
    """
    reached = [_rank(condition, study, case) for study in case.client.education or ()]
    least = LEVEL_ORDER[condition.level or "none"]
    return max(least - max(reached, default=0), 1) * LEVEL


def _rank(condition: Condition, study: Study, case: Case) -> int:
    high_school = LEVEL_ORDER["high_school"]
    rank = LEVEL_ORDER.get(study.level or "unknown", high_school)
    other = program_match.field_truth(condition.field, study.field) is Truth.NOT_MET
    if other or program_match.is_no_degree_itself(condition, study.level):
        return high_school
    done = program_match.status_of(study, case.as_of) in ("completed", "assumed_completed")
    return rank if done else min(rank, high_school)


def _reason(truth: Truth, deciding: list[Study], *, listed: bool) -> str:
    if not listed:
        return "nothing was said of the client's education"
    if truth is Truth.NOT_MET:
        return "no completed program of the client reaches that level"
    if truth is Truth.UNKNOWN:
        return "what was said of the client's education does not settle it"
    named = [study_name(study.field) for study in deciding if study.field]
    return "the client's education reaches that level" + (f" ({named[0]})" if named else "")


def _relevant(condition: Condition, study: Study, as_of: date) -> Study:
    """Drop details that never count, such as the date of a completed program."""
    if program_match.field_truth(condition.field, study.field) is Truth.NOT_MET:
        return Study()
    if condition.field is None and study.level in AWARD_LEVELS:
        study = dataclasses.replace(study, field=None)
    if program_match.status_of(study, as_of) == "completed":
        study = dataclasses.replace(study, status="completed", completed=None, expected=None)
    return study


KINDS = {
    "degree_at_least": ConditionKind(
        meaning="highest completed level of education is at or above a level, perhaps in a field",
        needs=("level",),
        takes=("field",),
        facts=(
            "level",
            "field",
            "status",
            "completed",
            "expected",
            "country",
            "foreign_evaluation",
        ),
        about=("field",),
        relevant=_relevant,
        requirement=_requirement,
        evaluate=_evaluate,
    )
}
