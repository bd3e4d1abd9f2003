"""Conditions on what was done and counted outside a program: training, exams, procedures."""

from typing import TYPE_CHECKING

from careerkit.model.client_vocabulary import EXAMS, PROCEDURES, TRAINING_NAMES, TRAINING_SUBJECTS
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import FIELDS
from careerkit.rules.program_match import field_truth
from careerkit.rules.result import (
    HOUR,
    Case,
    ConditionKind,
    ConditionResult,
    Effort,
    Reference,
    conclude,
    only,
    over_list,
)
from careerkit.rules.three_valued import Truth, all_of, truth_of
from careerkit.rules.time_limits import between, enough, total, when_done, window
from careerkit.words import counted, figure

if TYPE_CHECKING:  # few clients tell of these, and their records cost time to load
    from careerkit.model.entries import ExamPassed, MilitaryTraining, Training

_WINDOWS = ("within_years", "within_months")


def _hours_requirement(condition: Condition, _reference: Reference) -> str:
    return _in_subject(counted(condition.hours or 0, "hour"), condition)


def _in_subject(hours: str, condition: Condition) -> str:
    subject = TRAINING_SUBJECTS[condition.subject or "other"]
    return f"{hours} of training in {subject}{window(condition)}"


def _hours(condition: Condition, case: Case) -> ConditionResult:
    requirement = _hours_requirement(condition, case.reference)
    listed = case.client.training
    entries = [training for training in listed or () if _is_in_subject(condition, training)]
    have = total(
        between(_was_completed(condition, training, case), training.hours) for training in entries
    )
    truth = Truth.UNKNOWN if listed is None else enough(have, condition.hours or 0)
    short = (condition.hours or 0) - have[1]
    more = _in_subject(counted(short, "more hour"), condition)
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=_reason(truth, "training", some=bool(entries)),
        missing=more if have[1] else requirement,
        ask=f"Does the client have {requirement}?",
        months_short=short * HOUR,
        relevance=int(bool(entries)),
    )


def _is_in_subject(condition: Condition, training: "Training") -> bool:
    return training.subject == condition.subject


def _named_requirement(condition: Condition, _reference: Reference) -> str:
    return f"{TRAINING_NAMES[condition.name or '']} completed{window(condition)}"


def _named(condition: Condition, case: Case) -> ConditionResult:
    requirement = _named_requirement(condition, case.reference)
    entries, truth = over_list(condition, case, case.client.training, _is_named, _was_completed)
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=_reason(truth, "training", some=bool(entries)),
        missing=requirement,
        ask=f"Has the client completed {TRAINING_NAMES[condition.name or '']}{window(condition)}?",
        relevance=int(bool(entries)),
    )


def _is_named(condition: Condition, training: "Training") -> bool:
    return training.name == condition.name


def _was_completed(condition: Condition, training: "Training", case: Case) -> Truth:
    return when_done(training.completed, condition, case.as_of)


def _military_requirement(condition: Condition, _reference: Reference) -> str:
    weeks = f"of at least {counted(condition.weeks, 'week')} " if condition.weeks else ""
    field = f"in {FIELDS[condition.field]}" if condition.field else ""
    return f"military training {weeks}{field}{window(condition)}".strip()


def _military(condition: Condition, case: Case) -> ConditionResult:
    requirement = _military_requirement(condition, case.reference)
    entries, truth = over_list(condition, case, case.client.military, _may_be_in_field, _trained)
    fields = (field_truth(condition.field, training.field) for training in entries)
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=_reason(truth, "military training", some=bool(entries)),
        missing=requirement,
        ask=f"Did the client complete {requirement}?",
        effort=Effort.OUT_OF_REACH,
        relevance=int(Truth.MET in fields),
    )


def _may_be_in_field(condition: Condition, training: "MilitaryTraining") -> bool:
    return field_truth(condition.field, training.field) is not Truth.NOT_MET


def _trained(condition: Condition, training: "MilitaryTraining", case: Case) -> Truth:
    weeks = None if training.weeks is None else training.weeks >= (condition.weeks or 0)
    return all_of(
        (
            field_truth(condition.field, training.field),
            truth_of(weeks) if condition.weeks else Truth.MET,
            when_done(training.completed, condition, case.as_of),
        )
    )


def _exam_requirement(condition: Condition, _reference: Reference) -> str:
    return f"{EXAMS[condition.exam or '']} passed{window(condition)}"


def _exam(condition: Condition, case: Case) -> ConditionResult:
    requirement = _exam_requirement(condition, case.reference)
    entries, truth = over_list(condition, case, case.client.exams, _is_exam, _was_passed)
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=_reason(truth, "exams", some=bool(entries)),
        missing=f"the {requirement}",
        ask=f"Has the client passed the {EXAMS[condition.exam or '']}{window(condition)}?",
        relevance=int(bool(entries)),
    )


def _is_exam(condition: Condition, exam: "ExamPassed") -> bool:
    return exam.id == condition.exam


def _was_passed(condition: Condition, exam: "ExamPassed", case: Case) -> Truth:
    return when_done(exam.passed, condition, case.as_of)


def _procedures_requirement(condition: Condition, _reference: Reference) -> str:
    return f"{figure(condition.count or 0)} {PROCEDURES[condition.procedure or '']}"


def _procedures(condition: Condition, case: Case) -> ConditionResult:
    requirement = _procedures_requirement(condition, case.reference)
    procedures = case.client.procedures
    done = (procedures or {}).get(condition.procedure or "", 0)
    short = (condition.count or 0) - done
    truth = truth_of(None if procedures is None else short <= 0)
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=_reason(truth, "procedures", some=done > 0),
        missing=f"{requirement}: {figure(short)} short" if done else requirement,
        ask=f"Has the client performed {requirement}?",
        months_short=short * HOUR,
        relevance=int(done > 0),
    )


def _is_procedure(condition: Condition, performed: tuple[str, int]) -> bool:
    return performed[0] == condition.procedure


def _reason(truth: Truth, what: str, *, some: bool) -> str:
    """Give the reason; where no relevant entry makes it unknown, the list was not given."""
    if truth is Truth.UNKNOWN and not some:
        return f"nothing was said of the client's {what}"
    verb = {
        Truth.MET: "has it",
        Truth.NOT_MET: "does not have it",
        Truth.UNKNOWN: "does not settle it",
    }[truth]
    return f"what was said of the client's {what} {verb}"


KINDS = {
    "exam_passed": ConditionKind(
        meaning="passed an exam, perhaps in the last years",
        needs=("exam",),
        takes=_WINDOWS,
        facts=("exams",),
        about=("exam",),
        relevant=only(_is_exam),
        requirement=_exam_requirement,
        evaluate=_exam,
    ),
    "military_training": ConditionKind(
        meaning="completed a military service school in a field, perhaps of some weeks, and lately",
        needs=("field",),
        takes=("weeks", *_WINDOWS),
        facts=("military",),
        about=("field",),
        relevant=only(_may_be_in_field),
        requirement=_military_requirement,
        evaluate=_military,
    ),
    "procedures_performed": ConditionKind(
        meaning="performed some number of a procedure",
        needs=("procedure", "count"),
        facts=("procedures",),
        about=("procedure",),
        relevant=only(_is_procedure),
        measured=True,
        requirement=_procedures_requirement,
        evaluate=_procedures,
    ),
    "training_completed": ConditionKind(
        meaning="completed a named product or course",
        needs=("name",),
        takes=_WINDOWS,
        facts=("training",),
        about=("name",),
        relevant=only(_is_named),
        requirement=_named_requirement,
        evaluate=_named,
    ),
    "training_hours": ConditionKind(
        meaning="had some clock hours of training in a subject, perhaps in the last years",
        needs=("subject", "hours"),
        takes=_WINDOWS,
        facts=("training",),
        about=("subject",),
        relevant=only(_is_in_subject),
        measured=True,
        requirement=_hours_requirement,
        evaluate=_hours,
    ),
}
