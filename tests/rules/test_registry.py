"""The registry of conditions: every entry whole, used, and honest about what it reads."""

import dataclasses
from collections.abc import Iterator
from datetime import date

import pytest

from careerkit.facts import FACTS
from careerkit.model.client import Client, HeldCredential, Study
from careerkit.model.credential import Credential
from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Counted, Rule
from careerkit.queries.reference import reference
from careerkit.rules.finding import Case
from careerkit.rules.kleene import Truth
from careerkit.rules.registry import CONDITIONS, PARAMETERS

TODAY = date(2026, 11, 22)
NAMES = sorted(CONDITIONS)
VALUES = {
    "field": "him",
    "level": "associate",
    "level_match": "exact",
    "accreditors": ("cahiim",),
    "credentials": ("ahima-rhit",),
    "active": True,
    "organization": "ahima",
}
STUDY = Study(
    level="associate",
    field="him",
    accredited_by=("cahiim",),
    approved_by=("cahiim",),
    status="completed",
    completed="2026-05-15",
)
STUDIES = (
    STUDY,
    dataclasses.replace(STUDY, approved_by=None),
    dataclasses.replace(STUDY, accredited_by=None),
    dataclasses.replace(STUDY, field=None, accredited_by=()),
    dataclasses.replace(STUDY, field=None),
    dataclasses.replace(STUDY, status="final_term", completed=None),
)


def conditions_of(rule: Rule) -> Iterator[Condition]:
    """Yield every condition in a rule."""
    if isinstance(rule, Condition):
        yield rule
        return
    if isinstance(rule, AllOf):
        parts = rule.all_of
    else:
        parts = rule.any_of if isinstance(rule, AnyOf) else rule.at_least.of
    for part in parts:
        yield from conditions_of(part)


def full(name):
    """Return a condition with every parameter that its kind needs or takes."""
    kind = CONDITIONS[name]
    return Condition(condition=name, **{each: VALUES[each] for each in (*kind.needs, *kind.takes)})


def test_conditions_are_found_in_any_rule():
    """The helper of these tests reads every form of rule."""
    one, two = Condition(condition="a"), Condition(condition="b")
    rule = AllOf(all_of=(AnyOf(any_of=(one, two)), AtLeast(at_least=Counted(n=1, of=(one,)))))
    assert [each.condition for each in conditions_of(rule)] == ["a", "b", "a"]


def test_every_condition_is_used_in_the_data(catalog):
    """No condition is kept for a rule that no credential has."""
    used = {
        condition.condition
        for credential in catalog.all(Credential)
        for route in credential.routes
        for condition in conditions_of(route.requires)
    }
    assert used == set(CONDITIONS)


def test_parameters_are_those_of_a_condition():
    """The parameters are the fields of a condition that are not about the condition itself."""
    fields = {each.name for each in dataclasses.fields(Condition)}
    assert set(PARAMETERS) == fields - {"condition", "stage", "confidence"}
    assert set(PARAMETERS) == set(VALUES)
    for name, empty in PARAMETERS.items():
        assert getattr(Condition(condition="x"), name) == empty


def test_every_parameter_belongs_to_some_condition():
    """No parameter is left that no condition takes."""
    taken = {name for kind in CONDITIONS.values() for name in (*kind.needs, *kind.takes)}
    assert taken == set(PARAMETERS)


@pytest.mark.parametrize("name", NAMES)
def test_an_entry_is_whole(name):
    """A condition has a meaning, real parameters, each named once, and real facts."""
    kind = CONDITIONS[name]
    assert kind.meaning
    named = (*kind.needs, *kind.takes)
    assert len(named) == len(set(named))
    assert set(named) <= set(PARAMETERS)
    assert kind.facts
    assert len(kind.facts) == len(set(kind.facts))
    assert set(kind.facts) <= {fact.key for fact in FACTS}


@pytest.mark.parametrize("name", NAMES)
def test_a_finding_is_of_its_condition(catalog, name):
    """A finding carries the name and the wording of the condition it is about."""
    condition = full(name)
    case = Case(client=Client(), as_of=TODAY, reference=reference(catalog))
    finding = CONDITIONS[name].evaluate(condition, case)
    assert finding.condition == name
    assert finding.requirement == CONDITIONS[name].requirement(condition, case.reference)
    assert finding.verdict is Truth.UNKNOWN
    assert finding.ask


@pytest.mark.parametrize("name", NAMES)
def test_the_facts_of_a_condition_are_all_that_it_reads(catalog, name):
    """A fact that a condition does not name never changes what it comes to."""
    kind = CONDITIONS[name]
    words = reference(catalog)
    defaults = {each.name: each.default for each in dataclasses.fields(Study)}
    unread = {key for key in defaults if key not in kind.facts}
    for study in STUDIES:
        for condition in (full(name), dataclasses.replace(full(name), level_match="unstated")):
            told = Client(education=(study,), credentials=(HeldCredential(id="ahima-rhit"),))
            blank = {key: "unknown" if key == "level" else defaults[key] for key in unread}
            less = dataclasses.replace(told, education=(dataclasses.replace(study, **blank),))
            verdicts = {
                kind.evaluate(condition, Case(client=client, as_of=TODAY, reference=words)).verdict
                for client in (told, less)
            }
            assert len(verdicts) == 1, (study, sorted(unread))
