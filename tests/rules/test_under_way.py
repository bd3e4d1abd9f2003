"""Study that goes on, and what is left of it."""

from datetime import date

import pytest

from careerkit.model.client import Study
from careerkit.rules.finding import Effort
from careerkit.rules.under_way import Lack, ends_soon, finishing, goes_on, rest_of

TODAY = date(2026, 11, 22)
WHOLE = Lack("a completed program", Effort.DEGREE, 24)


@pytest.mark.parametrize(
    ("told", "on", "soon"),
    [
        ({"status": "final_term"}, True, True),
        ({"status": "final_term", "expected": "2029"}, True, True),
        ({"status": "in_progress"}, True, False),
        ({"expected": "2026-11-22"}, True, True),
        ({"status": "in_progress", "expected": "2027-11-21"}, True, True),
        ({"status": "in_progress", "expected": "2027-11-22"}, True, False),
        ({"status": "in_progress", "expected": "2027-10"}, True, True),
        ({"status": "in_progress", "expected": "2027-11"}, True, False),
        ({"status": "in_progress", "completed": "2027-05-15"}, True, True),
        ({"status": "final_term", "expected": "2026-11-21"}, False, False),
        ({"status": "completed", "expected": "2027-05-15"}, False, False),
        ({"completed": "2026-05-15"}, False, False),
        ({}, False, False),
    ],
)
def test_what_ends_within_a_year_ends_soon(told, on, soon):
    """A study ends soon in its final term, or with less than a year to go to its last day."""
    study = Study(level="associate", **told)
    assert (goes_on(study, TODAY), ends_soon(study, TODAY)) == (on, soon)


def test_the_rest_is_less_than_the_whole():
    """What ends soon is a step; what does not is no more than a year, nor than the whole."""
    near = rest_of(Study(status="final_term"), None, TODAY, WHOLE)
    assert (near.effort, near.gap) == (Effort.STEP, 1)
    far = rest_of(Study(status="in_progress"), None, TODAY, WHOLE)
    assert (far.effort, far.gap) == (Effort.DEGREE, 12)
    small = WHOLE._replace(effort=Effort.STEP, gap=2)
    assert rest_of(Study(status="in_progress"), None, TODAY, small).gap == 2


@pytest.mark.parametrize(
    ("level", "field", "words"),
    [
        ("associate", "medical_assisting", "finishing the associate program in medical assisting"),
        ("bachelor", None, "finishing the bachelor's program"),
        (None, "phlebotomy", "finishing the program in phlebotomy"),
        ("unknown", None, "finishing the program"),
    ],
)
def test_what_is_to_be_finished_is_named(level, field, words):
    """The level is the student's, the field is the one that is asked for."""
    assert finishing(Study(level=level), field) == words
