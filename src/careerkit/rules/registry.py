"""Every type of condition, by the word that records use for it."""

import dataclasses

from careerkit.model.rule import Condition
from careerkit.rules import degree_conditions, other_conditions, program_conditions

CONDITIONS = {
    "degree_at_least": degree_conditions.DEGREE,
    "enrolled_final_term": program_conditions.FINAL_TERM,
    "foreign_reciprocity": other_conditions.FOREIGN_RECIPROCITY,
    "holds_credential": other_conditions.HOLDS,
    "program_accredited_by": program_conditions.ACCREDITED,
    "program_approved_by": program_conditions.APPROVED,
}

PARAMETERS = {
    each.name: each.default
    for each in dataclasses.fields(Condition)
    if each.name not in ("condition", "stage", "confidence")
}
"""The parameters a condition may take, with the value that stands for "not given"."""
