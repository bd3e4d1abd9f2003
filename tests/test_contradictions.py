"""What cannot be true of any client, and what can."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.contradictions import contradictions, past_due
from careerkit.model.client import Client, Credits, HeldCredential, Study
from careerkit.model.entries import ExamPassed, Membership, MilitaryTraining, Training, Work

AS_OF = date(2026, 11, 22)


def found(**sections):
    """Return where a client contradicts itself, and how."""
    return [(path, code) for path, code, _ in contradictions(Client(**sections), AS_OF)]


def work(**told):
    """Return the contradictions of one period of work by the key they stand at."""
    entry = Work(field="medical_coding", **told)
    return {path[-1]: code for path, code in found(work=(entry,))}


def test_a_client_of_whom_nothing_is_known_contradicts_nothing():
    """Neither the unknown nor the empty is a contradiction."""
    assert found() == []
    assert found(education=(), work=(), training=(), memberships=(), exams=(), military=()) == []


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"years": 40},
        {"from_": "2024-01", "to": "2024-01"},
        {"from_": "2026-11-22"},
        {"from_": "2026-11", "to": "2026-11"},
        {"from_": "2024", "to": "2026", "years": 3},
        {"from_": "2025-01-01", "to": "2026-01-01", "years": 1, "hours": 2000},
        {"from_": "2025-02-10", "to": "2026-01-20", "months": 12},
        {"from_": "2020", "current": True},
        {"to": "2020", "current": False},
        {"hours": 3000, "supervision_hours": 100},
        {"supervision_hours": 100},
    ],
)
def test_work_that_can_have_been_is_no_contradiction(told):
    """Lengths are rounded by people, and a year may be the whole of it."""
    assert work(**told) == {}


@pytest.mark.parametrize(
    ("told", "at"),
    [
        ({"from_": "2027"}, {"from": "future"}),
        ({"to": "2026-12"}, {"to": "future"}),
        ({"from_": "1910", "to": "1915"}, {"from": "past", "to": "past"}),
        ({"from_": "2025-02", "to": "2025-01"}, {"to": "order"}),
        ({"years": 2, "months": 24}, {"months": "contradiction"}),
        ({"from_": "2025-01", "to": "2025-12", "years": 2}, {"years": "contradiction"}),
        ({"from_": "2026-10-01", "months": 6}, {"months": "contradiction"}),
        ({"from_": "2026-11-20", "hours": 80}, {"hours": "contradiction"}),
        ({"to": "2025", "current": True}, {"current": "contradiction"}),
        ({"hours": 90, "supervision_hours": 100}, {"supervision_hours": "contradiction"}),
    ],
)
def test_work_that_cannot_have_been_is_told(told, at):
    """Each contradiction stands at the key that makes it."""
    assert work(**told) == at


@given(st.dates(date(1950, 1, 1), AS_OF), st.dates(date(1950, 1, 1), AS_OF))
def test_the_time_between_two_days_always_fits_between_them(one, other):
    """Work that lasted from one day to another is as long as that, whichever the days."""
    begun, ended = sorted((one, other))
    days = (ended - begun).days
    told = {"from_": str(begun), "to": str(ended), "years": days / 365.25, "hours": days * 24}
    assert work(**told) == {}


@pytest.mark.parametrize(
    ("section", "entry", "name"),
    [
        ("credentials", HeldCredential(id="a", earned="2027"), "earned"),
        ("training", Training(subject="other", completed="2026-11-23"), "completed"),
        ("memberships", Membership(organization="ahima", since="2026-12"), "since"),
        ("exams", ExamPassed(id="cpa-uniform", passed="2030-01-01"), "passed"),
        ("military", MilitaryTraining(field="mlt", completed="2027"), "completed"),
    ],
)
def test_what_has_happened_has_a_date_that_has_come(section, entry, name):
    """An exam cannot have been passed tomorrow, nor training been completed then."""
    assert found(**{section: (entry,)}) == [((section, 0, name), "future")]


def test_training_is_in_a_subject_or_has_a_name():
    """Training of which neither is told says nothing."""
    assert found(training=(Training(hours=80),)) == [(("training", 0, "subject"), "missing-key")]


def test_a_member_is_told_once():
    """The same association twice is a slip."""
    twice = tuple(Membership(organization=name) for name in "aba")
    assert found(memberships=twice) == [(("memberships", 2), "repeated")]


def test_credits_of_a_part_are_no_more_than_all():
    """A subject or the graduate level cannot have more credits than the total; an unknown can."""
    assert found(credits=Credits(total=60, graduate=60, subjects={"chemistry": 60})) == []
    assert found(credits=Credits(graduate=61, subjects={"chemistry": 61})) == []
    assert found(credits=Credits(total=60, graduate=61, subjects={"chemistry": 61})) == [
        (("credits", "graduate"), "contradiction"),
        (("credits", "subjects", "chemistry"), "contradiction"),
    ]


@pytest.mark.parametrize(
    ("section", "entry"),
    [
        ("education", Study(level="associate", completed="1999")),
        ("credentials", HeldCredential(id="a", earned="1999")),
        ("work", Work(field="medical_coding", from_="1999")),
        ("work", Work(field="medical_coding", years=25)),
        ("work", Work(field="medical_coding", months=300)),
        ("exams", ExamPassed(id="cpa-uniform", passed="1999-06")),
    ],
)
def test_nothing_was_done_before_birth(section, entry):
    """A client of 24 did nothing 27 years ago; of one whose age is unknown, that is not known."""
    assert [code for _, code in found(age=24, **{section: (entry,)})] == ["contradiction"]
    assert found(**{section: (entry,)}) == []


def test_what_may_have_been_in_the_year_of_birth_is_let_be():
    """An age in whole years leaves a year open, and a year of birth more."""
    assert found(age=24, credentials=(HeldCredential(id="a", earned="2001-12"),)) == []
    assert found(age=24, work=(Work(field="medical_coding", years=24),)) == []


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ({"expected": "2026-11-21"}, True),
        ({"expected": "2026-10", "status": "final_term"}, True),
        ({"expected": "2025", "status": "in_progress"}, True),
        ({"expected": "2026-11-22"}, False),
        ({"expected": "2026"}, False),
        ({"expected": "2025", "completed": "2025"}, False),
        ({"expected": "2025", "status": "completed"}, False),
        ({"status": "final_term"}, False),
        ({}, False),
    ],
)
def test_a_program_that_was_to_end_by_now_is_asked_about(told, due):
    """What was expected is no contradiction once the day has passed; what became of it is open."""
    client = Client(education=(Study(level="bachelor"), Study(level="associate", **told)))
    questions = [*past_due(client, AS_OF)]
    if due:
        question = f"{told['expected']} has passed; was the program completed?"
        assert questions == [(("education", 1, "expected"), question)]
        assert [*contradictions(client, AS_OF)] == []
    else:
        assert questions == []
