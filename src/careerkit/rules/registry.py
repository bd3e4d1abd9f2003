"""Every type of condition, by the word that records use for it."""

import dataclasses
from collections.abc import Iterator, Mapping
from importlib import import_module

from careerkit.model.rule import Condition
from careerkit.model.statements import PLAIN
from careerkit.rules.result import ConditionKind

_MODULES = {
    "college_conditions": ("course_in", "credit_hours_at_least"),
    "credential_conditions": ("holds_credential",),
    "degree_conditions": ("degree_at_least",),
    "enrollment_conditions": ("enrolled_final_term", "in_pursuit_of"),
    "fact_conditions": ("attempts_remaining", "ce_hours", "legal_status"),
    "foreign_conditions": ("foreign_evaluation", "foreign_reciprocity"),
    "person_conditions": ("age_at_least", "membership", "state_in", "state_not_in"),
    "program_conditions": ("program_accredited_by", "program_approved_by", "program_completed"),
    "statement_conditions": tuple(PLAIN),
    "training_conditions": (
        *("exam_passed", "military_training", "procedures_performed"),
        *("training_completed", "training_hours"),
    ),
    "work_conditions": ("work_in_field",),
}
"""The types of condition by module: each is in its ``KINDS``, loaded when a rule first uses it."""
STUDY_CONDITIONS = _MODULES["degree_conditions"] + _MODULES["program_conditions"]
"""The types that ask for a degree or a completed program."""


class _Conditions(Mapping[str, ConditionKind]):
    def __init__(self) -> None:
        self.modules = {name: module for module, names in _MODULES.items() for name in names}
        self.loaded: dict[str, ConditionKind] = {}

    def __getitem__(self, name: str) -> ConditionKind:
        if name not in self.loaded:
            module = import_module(f"careerkit.rules.{self.modules[name]}")
            self.loaded.update(module.KINDS)
        return self.loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.modules))

    def __len__(self) -> int:
        return len(self.modules)


CONDITIONS = _Conditions()
PARAMETERS = {
    field.name: field.default
    for field in dataclasses.fields(Condition)
    if field.name not in ("condition", "stage", "confidence")
}
"""The parameters a condition may take, with the value that stands for "not given"."""
