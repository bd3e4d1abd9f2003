"""Steps of work: as much as is still lacking."""

from dataclasses import replace

import pytest

from careerkit.model.client import Client
from careerkit.model.entries import Work
from careerkit.model.rule import Condition

TWO_YEARS = Condition(condition="work_in_field", work="medical_coding", years=2)


def worked(**told):
    """Return a client with one period of medical coding work."""
    return Client(work=(Work(field="medical_coding", **told),))


@pytest.mark.parametrize(
    ("period", "months", "text"),
    [
        ({"years": 1, "to": "2025-06"}, 12, "Gain 1 more year of medical coding work"),
        ({"from_": "2025-12-22"}, 13, "Keep on with the present work for 13 more months"),
    ],
    ids=["ended", "goes on"],
)
def test_only_the_rest_is_to_be_worked(planned, period, months, text):
    """Who has a year of two needs one more; who works now keeps on, without a second job."""
    (step,) = planned(TWO_YEARS, client=worked(**period)).steps
    assert (step.months, step.text) == (months, text)


def test_work_that_goes_on_but_is_not_of_the_kind_does_not_count(planned):
    """Unpaid work is not kept up for a rule that asks for paid work."""
    asked = Condition(condition="work_in_field", work="medical_coding", years=2, paid=True)
    plan = planned(asked, client=worked(from_="2025-12-22", paid=False))
    assert [step.months for step in plan.steps] == [24]


@pytest.mark.parametrize(
    ("told", "months"),
    [
        ({"years": 1, "hours": 1200}, 12),
        ({"hours": 4000}, 24),
        ({"hours": 1000, "over_months": 24}, 24),
        ({"months": 30, "within_years": 3, "non_overlapping": True}, 30),
        ({"years": 2, "continuous": True}, 24),
        ({"years": 1, "current": True, "full_time": True, "within_years": 1}, 12),
        ({"years": 5, "paid": True, "min_domains": 2}, 60),
        ({"hours": 3000, "supervision_hours": 100}, 18),
        ({"months": 6, "domains": ("chemistry", "hematology")}, 6),
    ],
)
def test_work_of_every_kind_is_met_in_its_time(planned, told, months):
    """Whatever the rule asks of the work, the step has it, and takes as long as it asks."""
    asked = Condition(condition="work_in_field", work="clinical_lab", **told)
    plan = planned(asked, client=Client(work=()))
    assert [(step.kind, step.months, step.known) for step in plan.steps] == [("work", months, True)]
    assert plan.client_state.meets(asked)


def test_work_in_a_narrower_field_counts_in_the_wider_one(planned):
    """Three years in health care are three of five years in all."""
    wide = Condition(condition="work_in_field", work="health_it", years=5)
    narrow = Condition(condition="work_in_field", work="health_it_in_healthcare", years=3)
    assert [step.months for step in planned(wide, narrow).steps] == [36, 24]


def test_work_after_a_degree_waits_for_it(planned):
    """The degree comes first where only work after it counts."""
    degree = Condition(condition="degree_at_least", level="associate")
    work = Condition(condition="work_in_field", work="counseling", hours=2000)
    asked = replace(work, after_degree=True, level="associate")
    plan = planned(asked, degree, client=Client(education=(), work=()))
    assert [step.kind for step in plan.steps] == ["finish_high_school", "program", "work"]
