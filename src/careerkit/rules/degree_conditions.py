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
    truths = [(_judge(condition, study, case), study) for study in listed or ()]
    truth = Truth.UNKNOWN if listed is None else any_of(truth for truth, _ in truths)
    deciding = [study for each, study in truths if each is truth]
    effort = _effort(condition)
    synonyms = bool(listed) and (truth is not Truth.NOT_MET or effort is Effort.STEP)
    in_field = [each for each in listed or () if each.field and condition.field]
    matching = (program_match.field_truth(condition.field, each.field) for each in in_field)
    lack = Lack(article(requirement), effort, None)
    if truth is Truth.NOT_MET:
        lack = _lack(condition, case, lack)
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=_reason(truth, deciding, told=listed is not None),
        missing=lack.missing,
        ask=_questions(condition, deciding, case),
        assumes=_assumptions(condition, deciding, case) if truth is Truth.MET else (),
        effort=lack.effort,
        months_short=lack.months_short,
        relevance=int(synonyms and Truth.MET in matching),
        background_relevance=int(synonyms),
    )


def _judge(condition: Condition, study: Study, case: Case) -> Truth:
    """Judge one program; high school where only college is told stays open.

    Foreign study stays open until it was told whether an evaluation found it equal.
    """
    asked = LEVEL_ORDER[condition.level or "none"]
    level = study.level or "none"
    too_low = study.level is None or (level != "unknown" and LEVEL_ORDER[level] < asked)
    if too_low or program_match.is_no_degree_itself(condition, level):
        return Truth.NOT_MET
    field = program_match.field_truth(condition.field, study.field)
    if field is Truth.NOT_MET:
        return Truth.NOT_MET
    status = program_match.status_of(study, case.as_of)
    if status in program_match.STUDYING:
        college = (
            study.level in ("unknown", "some_college", *AWARD_LEVELS)
            and asked <= LEVEL_ORDER["high_school"]
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
    untold = case.client.facts.foreign_evaluation is None
    if untold and any(study.country != HOME_COUNTRY for study in deciding):
        return (f"Is the client's foreign degree judged equal to {wanted}?",)
    fields = [study.field for study in deciding if study.field and study.field not in FIELDS]
    named = [f" (told: {join(map(study_name, dict.fromkeys(fields)))})"] if fields else []
    return (f"Does the client have {wanted}{''.join(named)}?",)


def _assumptions(condition: Condition, deciding: list[Study], case: Case) -> tuple[str, ...]:
    """Say what was taken for granted, unless some program needs nothing taken for granted."""
    ordered = sorted(deciding, key=lambda study: -LEVEL_ORDER[study.level or "none"])
    found = [_assumption(condition, study, case) for study in ordered]
    return () if "" in found else (found[0],)


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
    """Return what is lacking: the rest of a study that is under way, or the level as a whole."""
    whole = none._replace(months_short=_gap(condition, case))
    rests = [
        rest_of(study, condition.field, case.as_of, whole)
        for study in case.client.education or ()
        if goes_on(study, case.as_of) and _would_do(condition, study, case)
    ]
    return min(rests, key=lambda lack: lack.effort, default=whole)


def _would_do(condition: Condition, study: Study, case: Case) -> bool:
    """Tell whether a study that goes on will be what is asked once it is completed."""
    done = dataclasses.replace(study, status="completed", completed=None, expected=None)
    return study.level in AWARD_LEVELS and _judge(condition, done, case) is Truth.MET


def _gap(condition: Condition, case: Case) -> float:
    """Measure the levels from the best one completed, in a field that may count, to the one asked.

    Any other program stands for high school, which it is likely to build on.
    """
    reached = [_rank(condition, study, case) for study in case.client.education or ()]
    asked = LEVEL_ORDER[condition.level or "none"]
    return max(asked - max(reached, default=0), 1) * LEVEL


def _rank(condition: Condition, study: Study, case: Case) -> int:
    high_school = LEVEL_ORDER["high_school"]
    rank = LEVEL_ORDER.get(study.level or "unknown", high_school)
    other = program_match.field_truth(condition.field, study.field) is Truth.NOT_MET
    if other or program_match.is_no_degree_itself(condition, study.level):
        return high_school
    done = program_match.status_of(study, case.as_of) in ("completed", "assumed_completed")
    return rank if done else min(rank, high_school)


def _reason(truth: Truth, deciding: list[Study], *, told: bool) -> str:
    if not told:
        return "nothing was said of the client's education"
    if truth is Truth.NOT_MET:
        return "no completed program of the client reaches that level"
    if truth is Truth.UNKNOWN:
        return "what was said of the client's education does not settle it"
    named = [study_name(study.field) for study in deciding if study.field]
    return "the client's education reaches that level" + (f" ({named[0]})" if named else "")


def _relevant(condition: Condition, study: Study, as_of: date) -> Study:
    """Return what counts of a program: that a completed one is, and of another field no more."""
    if program_match.field_truth(condition.field, study.field) is Truth.NOT_MET:
        return Study()
    if condition.field is None and study.level in AWARD_LEVELS:
        study = dataclasses.replace(study, field=None)
    if program_match.status_of(study, as_of) == "completed":
        study = dataclasses.replace(study, status="completed", completed=None, expected=None)
    return study


DEGREE = ConditionKind(
    meaning="highest completed level of education is at or above a level, perhaps in a field",
    needs=("level",),
    takes=("field",),
    facts=("level", "field", "status", "completed", "expected", "country", "foreign_evaluation"),
    about=("field",),
    relevant=_relevant,
    requirement=_requirement,
    evaluate=_evaluate,
)
KINDS = {"degree_at_least": DEGREE}
