"""What a client has not told, and what telling it makes."""

from datetime import date

import pytest

from careerkit.interview.unknowns import filled, gaps, guesses, is_unknown
from careerkit.model.client import Client, Credits, HeldCredential, Statements, Study
from careerkit.model.client_vocabulary import COURSES, PROCEDURES
from careerkit.model.entries import Course, Work
from careerkit.model.vocabulary import FIELDS

AS_OF = date(2026, 11, 22)
LONG_AGO = "1900-01-01"
CLIENT = Client(
    education=(Study(level="unknown", field="him"), Study(level="associate")),
    credentials=(HeldCredential(id="ahima-rhit", earned="2020"),),
    courses={"chemistry": Course(credits=4)},
    credits=Credits(total=60),
    procedures={},
    facts=Statements(cpr_current=False),
)


@pytest.mark.parametrize(
    ("key", "paths"),
    [
        ("age", [("age",)]),
        ("work", [("work",)]),
        ("cpr_current", []),
        ("language", [("facts", "language")]),
        ("level", [("education", 0, "level")]),
        ("field", [("education", 1, "field")]),
        ("country", []),
        ("credentials", [("credentials", 0, "active"), ("credentials", 0, "proctored")]),
        ("courses", [("courses", "chemistry", "hours"), ("courses", "chemistry", "grade")]),
        ("credits", [("credits", "graduate")]),
        ("procedures", []),
    ],
)
def test_gaps_are_what_is_unknown(key, paths):
    """A section, a statement, a fact of a program or a detail of an entry is a gap if untold."""
    assert list(gaps(CLIENT, key)) == paths


def test_education_that_is_unknown_is_one_gap():
    """Of a client whose programs are not known, all facts of programs are one question."""
    assert list(gaps(Client(), "field")) == list(gaps(Client(), "hours")) == [("education",)]
    assert list(gaps(Client(), "credits")) == [("credits", "total"), ("credits", "graduate")]


@pytest.mark.parametrize(
    ("study", "key", "untold"),
    [
        (Study(), "status", False),
        (Study(expected="2027"), "status", True),
        (Study(), "completed", True),
        (Study(status="completed"), "completed", True),
        (Study(status="final_term"), "completed", False),
        (Study(expected="2027"), "completed", False),
        (Study(status="final_term"), "expected", True),
        (Study(), "expected", False),
        (Study(), "country", False),
        (Study(), "level", False),
    ],
)
def test_the_end_of_a_program_is_asked_for_once(study, key, untold):
    """What is taken for told is no gap: a program that says nothing is completed."""
    assert is_unknown(study, key) is untold


@pytest.mark.parametrize(
    ("work", "open_keys"),
    [
        ({}, ["months", "current"]),
        ({"years": 2}, ["hours", "from", "current"]),
        ({"hours": 900}, ["from", "current"]),
        ({"from_": "2024"}, []),
        ({"months": 6, "to": "2025"}, ["hours", "from"]),
    ],
)
def test_work_is_asked_its_length_once(work, open_keys):
    """Years, months, hours and dates are asked for so that none takes back what was told."""
    client = Client(work=(Work(field="ekg", **work),))
    found = [path[-1] for path in gaps(client, "work")]
    manners = ["full_time", "paid", "supervised", "supervision_hours", "domains"]
    assert [key for key in found if key not in manners] == open_keys
    assert set(manners) <= set(found)


@pytest.mark.parametrize(
    ("path", "value", "found"),
    [
        (("age",), 24, Client(age=24)),
        (("facts", "language"), True, Client(facts=Statements(language=True))),
        (("credits", "total"), 60, Client(credits=Credits(total=60))),
        (("work",), (), Client(work=())),
    ],
)
def test_a_fact_is_filled_in(path, value, found):
    """What stands at a path is told, and nothing else."""
    assert filled(Client(), path, value) == found


def test_a_detail_is_filled_in():
    """A detail belongs to its entry alone."""
    told = filled(CLIENT, ("education", 1, "field"), {"field": "business"})
    assert told.education == (CLIENT.education[0], Study(level="associate", field="business"))
    told = filled(CLIENT, ("courses", "chemistry", "grade"), {"grade": "B"})
    assert told.courses == {"chemistry": Course(credits=4, grade="B")}


def changes(key, *values):
    """Return the changes of one detail to some values."""
    return [{key: value} for value in values]


@pytest.mark.parametrize(
    ("path", "values"),
    [
        (("age",), [0, 1000]),
        (("facts", "language"), [False, True]),
        (("work",), [()]),
        (("education", 0, "accredited_by"), changes("accredited_by", (), ("cahiim",))),
        (("education", 0, "field"), changes("field", *FIELDS)),
        (("education", 0, "completed"), changes("completed", LONG_AGO, "2026-11-22")),
        (("education", 0, "expected"), changes("expected", LONG_AGO, "2026-11-22", "2200-01-01")),
        (("work", 0, "from"), [{"from_": LONG_AGO, "to": LONG_AGO}, {"from_": "2026-11-22"}]),
        (("procedures",), [{}, dict.fromkeys(PROCEDURES, 1000)]),
        (("courses",), [{}, dict.fromkeys(COURSES, Course(credits=1000, hours=1000, grade="A"))]),
    ],
)
def test_guesses_go_from_the_poorest_to_the_richest(path, values):
    """The least that may be told comes first, the most last; an expected end may lie far ahead."""
    assert guesses(path, AS_OF, ["cahiim"]) == values
