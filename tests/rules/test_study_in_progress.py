"""Study that goes on, and what is left of it."""

import pytest
from evaluating import MET, NOT_MET, TODAY

from careerkit.model.client import Study
from careerkit.rules.program_match import Match, Part
from careerkit.rules.result import Effort
from careerkit.rules.study_in_progress import (
    Lack,
    ends_soon,
    finishing,
    goes_on,
    rest_of,
    rest_of_any,
    term_of_any,
)

WHOLE = Lack("a completed program", Effort.DEGREE, 24)


@pytest.mark.parametrize(
    ("stated", "on", "soon"),
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
def test_what_ends_within_a_year_ends_soon(stated, on, soon):
    """A study ends soon in its final term, or with less than a year to go to its last day."""
    study = Study(level="associate", **stated)
    assert (goes_on(study, TODAY), ends_soon(study, TODAY)) == (on, soon)


def test_the_rest_is_less_than_the_whole():
    """What ends soon is a step; of what does not a year is left, and always less than the whole."""
    near = rest_of(Study(status="final_term"), None, TODAY, WHOLE)
    assert (near.effort, near.months_short) == (Effort.STEP, 1)
    far = rest_of(Study(status="in_progress"), None, TODAY, WHOLE)
    assert (far.effort, far.months_short) == (Effort.DEGREE, 12)
    small = WHOLE._replace(effort=Effort.STEP, months_short=2)
    assert rest_of(Study(status="in_progress"), None, TODAY, small).months_short == 1.5


@pytest.mark.parametrize(
    ("stated", "months_short"),
    [
        ({"expected": "2027-01-21"}, 2),
        ({"status": "in_progress", "expected": "2028-05-21"}, 18),
        ({"status": "final_term", "completed": "2027-05-21"}, 6),
        ({"status": "in_progress", "expected": "2030"}, 23.5),
    ],
)
def test_the_rest_lasts_as_long_as_was_told(stated, months_short):
    """The months to the last day, in the final term too; who studies is nearer than who begins."""
    assert rest_of(Study(**stated), None, TODAY, WHOLE).months_short == months_short


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


def match(*short, **stated):
    """Return a program of which some parts are not met."""
    parts = [Part(name=name, truth=NOT_MET, asked="", short="") for name in short]
    held = Part(name="level", truth=MET, asked="", short="")
    return Match(study=Study(level="associate", **stated), parts=(held, *parts))


SOON, LATER = {"status": "final_term"}, {"status": "in_progress"}


@pytest.mark.parametrize(
    ("matches", "effort", "months_short"),
    [
        ([match("completion", **SOON)], Effort.STEP, 1),
        ([match("completion", **LATER)], Effort.DEGREE, 12),
        ([match("completion", **LATER), match("completion", **SOON)], Effort.STEP, 1),
        ([match("completion", **SOON), match("completion", **LATER)], Effort.STEP, 1),
        ([match("completion", "field", **SOON)], Effort.DEGREE, 24),
        ([match("completion")], Effort.DEGREE, 24),
        ([], Effort.DEGREE, 24),
    ],
)
def test_of_several_programs_the_least_rest_is_lacking(matches, effort, months_short):
    """Only one that goes on, and is all else that is asked, is less than the whole."""
    lack = rest_of_any(matches, None, TODAY, WHOLE)
    assert (lack.effort, lack.months_short) == (effort, months_short)


@pytest.mark.parametrize(
    ("matches", "effort", "months_short"),
    [
        ([match("term", **SOON)], Effort.STEP, 0.5),
        ([match("term", **LATER)], Effort.DEGREE, 11.5),
        ([match("term", **LATER), match("term", **SOON)], Effort.STEP, 0.5),
        ([match("term", "field", **SOON)], Effort.DEGREE, 25),
        ([match("term")], Effort.DEGREE, 25),
        ([], Effort.DEGREE, 25),
    ],
)
def test_the_last_term_is_nearer_than_the_end_for_students_alone(matches, effort, months_short):
    """Who is in no such program has the whole of it before that term, and a little more."""
    assert term_of_any(matches, TODAY, WHOLE) == Lack(WHOLE.missing, effort, months_short)
    assert term_of_any([], TODAY, WHOLE._replace(months_short=None)).months_short == 1
