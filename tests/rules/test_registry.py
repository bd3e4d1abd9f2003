"""The registry of conditions: every entry whole, used, and honest about what it reads."""

import dataclasses
from datetime import date
from importlib import import_module

import pytest

from careerkit.facts import FACTS
from careerkit.model.client import Client, Statements, Study
from careerkit.model.credential import Credential
from careerkit.model.rule import Condition, StateSince
from careerkit.model.shape import slots_of
from careerkit.queries.reference import reference
from careerkit.rules import registry
from careerkit.rules.evaluate import conditions_in
from careerkit.rules.registry import CONDITIONS, PARAMETERS
from careerkit.rules.result import Case
from careerkit.rules.three_valued import Truth

TODAY = date(2026, 11, 22)
NAMES = sorted(CONDITIONS)
VALUES = {
    **dict.fromkeys(
        (
            *("approved", "institution_accredited", "school_assumed", "active", "lapsed"),
            *("proctored", "full_time", "paid", "supervised", "current", "continuous"),
            *("non_overlapping", "after_degree", "graduate", "incomplete", "per_state"),
        ),
        True,
    ),
    **dict.fromkeys(("held_years", "tenure_years", "years"), 1.0),
    **dict.fromkeys(("credits", "credits_each"), 3.0),
    "field": "him",
    "level": "associate",
    "level_match": "exact",
    "accreditors": ("cahiim",),
    "accreditation_timing": "while the client was enrolled",
    "credentials": ("ahima-rhit",),
    "earned_before": "2020",
    "organization": "ahima",
    "classes": ("member",),
    "work": "medical_coding",
    "months": 6.0,
    "weeks": 10.0,
    "hours": 500.0,
    "domains": ("chemistry", "hematology"),
    "min_domains": 1,
    "supervision_hours": 20.0,
    "over_months": 12,
    "within_years": 5,
    "within_months": 6,
    "within_days": 60,
    "completed_before": "2030",
    "completed_after": "2000",
    "subject": "medical_coding",
    "name": "aapc_practicode",
    "subjects": ("human_anatomy",),
    "hours_each": 30.0,
    "min_grade": "C",
    "exam": "cpa-uniform",
    "max_attempts": 3,
    "procedure": "venipuncture_live",
    "count": 30,
    "states": ("OH",),
    "states_effective": (StateSince(state="VA", since="2026-01-01"),),
    "statuses": ("us_citizen",),
    "who": "the board",
    "kind": "of this kind",
}


def full(name):
    """Return a condition with every parameter that its kind needs or takes."""
    given = {key: VALUES[key] for key in taken_by(name)}
    return Condition(condition=name, stage="award", confidence="reported", **given)


def taken_by(name):
    """Return every parameter that a kind of condition needs or takes."""
    kind = CONDITIONS[name]
    return (*kind.needs, *kind.needs_one_of, *kind.takes)


def test_every_condition_is_used_in_the_data(catalog):
    """No condition is kept for a rule that no credential has."""
    used = {
        condition.condition
        for credential in catalog.all(Credential)
        for route in credential.routes
        for condition in conditions_in(route.requires)
    }
    assert used == set(CONDITIONS)


def test_every_module_has_the_kinds_that_the_registry_looks_for_there():
    """A type of condition stands in the module the registry names, and no other is there."""
    for module, names in registry._MODULES.items():
        assert set(import_module(f"careerkit.rules.{module}").KINDS) == set(names)
    assert list(CONDITIONS) == NAMES
    assert len(CONDITIONS) == len(NAMES)
    assert "no-such-condition" not in CONDITIONS


def test_parameters_are_those_of_a_condition():
    """The parameters are the fields of a condition that are not about the condition itself."""
    fields = {field.name for field in dataclasses.fields(Condition)}
    assert set(PARAMETERS) == fields - {"condition", "stage", "confidence"}
    assert set(PARAMETERS) == set(VALUES)
    for name, empty in PARAMETERS.items():
        assert getattr(Condition(condition="x"), name) == empty


def test_every_parameter_belongs_to_some_condition():
    """No parameter is left that no condition takes."""
    assert {key for name in CONDITIONS for key in taken_by(name)} == set(PARAMETERS)


@pytest.mark.parametrize("name", NAMES)
def test_an_entry_is_whole(name):
    """A condition has a meaning, real parameters, each named once, and real facts."""
    kind = CONDITIONS[name]
    assert kind.meaning
    named = taken_by(name)
    assert len(named) == len(set(named))
    assert set(named) <= set(PARAMETERS)
    assert set(kind.about) <= set(named)
    assert kind.facts
    assert len(kind.facts) == len(set(kind.facts))
    assert set(kind.facts) <= {fact.key for fact in FACTS}


@pytest.mark.parametrize("name", NAMES)
def test_a_result_is_of_its_condition(catalog, name):
    """A result carries the name, stage, confidence and wording of the condition it is about."""
    condition = full(name)
    case = Case(client=Client(), as_of=TODAY, reference=reference(catalog))
    result = CONDITIONS[name].evaluate(condition, case)
    assert (result.condition, result.stage, result.confidence) == (name, "award", "reported")
    assert result.requirement == CONDITIONS[name].requirement(condition, case.reference)
    assert result.verdict is Truth.UNKNOWN
    assert result.ask


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_of_a_condition_can_be_told(name):
    """What a condition reads has a key in a profile, and a flag or a place in another's text."""
    sections = slots_of(Client)
    inner = {"education": slots_of(Study), "facts": slots_of(Statements)}
    for key in CONDITIONS[name].facts:
        (fact,) = (entry for entry in FACTS if entry.key == key)
        assert fact.key in inner.get(fact.section, sections)
        assert fact.flag or any(entry.flag for entry in FACTS if entry.section == fact.section)
