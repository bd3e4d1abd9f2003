"""A way: how long it takes, how sure it is, and how it differs from others."""

from datetime import date

import pytest

from careerkit.model.client import Client
from careerkit.pathways.client_state import client_state_of
from careerkit.pathways.step import Step
from careerkit.pathways.way import Way, distinct, least_sure
from careerkit.rules.result import Reference

END = client_state_of(Client(), date(2026, 11, 22), Reference())


def way(*steps, route="a"):
    """Return a way of some steps."""
    return Way("one", route, "", steps, (), (), "confirmed", (), (), 1, 0, END)


SCHOOL = Step("finish_high_school", "", months=None)
AAS = Step("program", "", months=24, level="associate", field="him")
BS = Step("program", "", months=48, level="bachelor", field="him")
WORK = Step("work", "", months=12)
EXAM = Step("exam", "", credential="one")


@pytest.mark.parametrize(
    ("steps", "months", "least", "after_school"),
    [
        ((AAS, EXAM), 24, 24, False),
        ((AAS, WORK), 36, 36, False),
        ((SCHOOL, AAS), None, 24, False),
        ((SCHOOL._replace(known=False), AAS), 24, 24, True),
        ((SCHOOL._replace(known=False, months=6), AAS), 30, 30, False),
        ((WORK._replace(open_ended=True),), None, 12, False),
        ((AAS, Step("training", "", months=None, after_hire=True)), 24, 24, False),
    ],
)
def test_time_adds_up(steps, months, least, after_school):
    """Unknown lengths make the total a least; school that may be done is where time begins."""
    built = way(*steps)
    times = (built.months, built.months_at_least, built.after_school)
    assert times == (months, least, after_school)


def test_no_confidence_is_better_than_its_worst():
    """Steps without a rule say nothing of how sure the others are; alone they are usual."""
    assert least_sure(["confirmed", None, "usual", "unverified", "reported"]) == "unverified"
    assert least_sure(["usual", "confirmed"]) == "confirmed"
    assert least_sure([None]) == "usual"


@pytest.mark.parametrize(
    ("other", "like"),
    [
        (way(AAS, EXAM, route="b"), True),
        (way(AAS, Step("statement", ""), route="b"), True),
        (way(AAS._replace(field="mlt"), route="b"), False),
        (way(AAS._replace(field="mlt"), route="a"), True),
        (way(AAS, WORK, route="a"), True),
        (way(AAS, WORK, route="b"), False),
        (way(BS, route="a"), False),
        (way(AAS._replace(months=12), route="b"), False),
        (way(Step("finish_program", "", months=24, level="associate", field="him")), True),
    ],
)
def test_what_makes_another_way(other, like):
    """Other large steps do, or much less time; papers do not, nor one more step on a route."""
    assert other.is_like(way(AAS)) is like


def test_a_way_that_takes_far_longer_than_the_shortest_is_none():
    """Nobody takes ten years where two will do."""
    ages = way(WORK._replace(months=120), route="b")
    assert distinct([way(AAS), ages]) == [way(AAS)]
    assert distinct([ages]) == [ages]
