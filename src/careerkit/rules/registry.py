"""Every type of condition, by the word that records use for it."""

import dataclasses

from careerkit.model.rule import Condition
from careerkit.rules import (
    college_conditions,
    degree_conditions,
    enrollment_conditions,
    other_conditions,
    person_conditions,
    program_conditions,
    statement_conditions,
    training_conditions,
    work_conditions,
)

CONDITIONS = {
    "age_at_least": person_conditions.AGE,
    "attempts_remaining": person_conditions.ATTEMPTS,
    "ce_hours": person_conditions.CE_HOURS,
    "course_in": college_conditions.COURSES_TAKEN,
    "credit_hours_at_least": college_conditions.CREDITS,
    "degree_at_least": degree_conditions.DEGREE,
    "enrolled_final_term": enrollment_conditions.FINAL_TERM,
    "exam_passed": training_conditions.EXAM,
    "foreign_evaluation": other_conditions.FOREIGN_EVALUATION,
    "foreign_reciprocity": other_conditions.FOREIGN_RECIPROCITY,
    "holds_credential": other_conditions.HOLDS,
    "in_pursuit_of": enrollment_conditions.PURSUIT,
    "legal_status": statement_conditions.LEGAL_STATUS,
    "membership": person_conditions.MEMBERSHIP,
    "military_training": training_conditions.MILITARY,
    "procedures_performed": training_conditions.PROCEDURES_PERFORMED,
    "program_accredited_by": program_conditions.ACCREDITED,
    "program_approved_by": program_conditions.APPROVED,
    "program_completed": program_conditions.COMPLETED,
    "state_in": person_conditions.STATE_IN,
    "state_not_in": person_conditions.STATE_NOT_IN,
    "training_completed": training_conditions.TRAINING_NAMED,
    "training_hours": training_conditions.TRAINING_HOURS,
    "work_in_field": work_conditions.WORK,
    **statement_conditions.KINDS,
}

PARAMETERS = {
    each.name: each.default
    for each in dataclasses.fields(Condition)
    if each.name not in ("condition", "stage", "confidence")
}
"""The parameters a condition may take, with the value that stands for "not given"."""
