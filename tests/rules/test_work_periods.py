"""Which of the work that a client told can count for a condition, and from when on."""

import pytest
from evaluating import MET, NOT_MET, TODAY, UNKNOWN

from careerkit.model.client import Client, Study
from careerkit.model.entries import Work
from careerkit.model.rule import Condition
from careerkit.rules.employment import months_of
from careerkit.rules.result import Case, Reference
from careerkit.rules.work_periods import field_truth, periods_of, qualifiers_met

YEAR = Work(field="phlebotomy", from_="2025-01-01", to="2025-12-31")


def asking(**parameters):
    """Return a condition on work in phlebotomy."""
    return Condition(condition="work_in_field", work="phlebotomy", **parameters)


def stated(condition, *work, education=None):
    """Return the periods that can count for a client with this work and education."""
    client = Client(work=work, education=education)
    return periods_of(condition, Case(client=client, as_of=TODAY, reference=Reference()))


def months(*periods):
    """Return the months that periods add up to, to the hundredth."""
    return tuple(round(amount, 2) for amount in months_of(periods, once=False, unbroken=False))


@pytest.mark.parametrize(("begun", "count"), [("2026-11-22", 1), ("2026-11", 1), ("2026-11-23", 0)])
def test_work_counts_from_the_day_on_which_it_begins(begun, count):
    """What begins today has begun, what begins tomorrow has not."""
    assert len(stated(asking(), Work(field="phlebotomy", from_=begun))) == count


@pytest.mark.parametrize(
    ("worked", "wanted", "truth"),
    [
        ("medical_coding", "medical_coding", MET),
        ("medical_coding", "billing_coding", MET),
        ("billing_coding", "medical_coding", UNKNOWN),
        ("phlebotomy", "medical_coding", NOT_MET),
        ("other", None, MET),
    ],
)
def test_work_in_a_narrower_field_counts_and_in_a_wider_one_may(worked, wanted, truth):
    """Without a field asked, other work is what is asked."""
    condition = Condition(condition="work_in_field", work=wanted)
    assert field_truth(condition, Work(field=worked)) is truth


def test_only_the_kinds_that_are_asked_are_told():
    """Whether work was paid matters where the rule asks for paid work."""
    work = Work(field="phlebotomy", paid=False, full_time=True)
    assert qualifiers_met(asking(), work) == {}
    wanted = asking(paid=True, full_time=True, supervised=True)
    assert qualifiers_met(wanted, work) == {
        "paid": NOT_MET,
        "full_time": MET,
        "supervised": UNKNOWN,
    }
    assert stated(wanted, work) == []


@pytest.mark.parametrize(
    ("wanted", "study", "expected"),
    [
        (None, Study(level="associate", completed="2025-07-01"), (6, 6)),
        (None, Study(level="certificate", completed="2024-07-01"), (0, 0)),
        ("bachelor", Study(level="bachelor", completed="2024-07-01"), (12, 12)),
        ("bachelor", Study(level="master", completed="2024-07-01"), (12, 12)),
        ("bachelor", Study(level="associate", completed="2024-07-01"), (0, 0)),
        ("bachelor", Study(level="bachelor", completed="2025"), (0.03, 12)),
        ("bachelor", Study(level="bachelor", status="in_progress"), (0, 0)),
        ("bachelor", Study(level="bachelor"), (0, 12)),
        ("bachelor", Study(level="bachelor", expected="2026-05"), (0, 12)),
        ("bachelor", Study(level="unknown", completed="2024-07-01"), (0, 12)),
    ],
)
def test_work_after_the_degree_counts_from_its_day(wanted, study, expected):
    """A degree without a day, or a program that may be none, leaves all of the work open."""
    condition = asking(after_degree=True, level=wanted)
    assert months(*stated(condition, YEAR, education=(study,))) == expected


def test_without_a_word_on_education_all_work_may_lie_after_the_degree():
    """Nothing is sure, not even of a job that goes on today; without any study nothing counts."""
    condition = asking(after_degree=True)
    going_on = Work(field="phlebotomy", from_="2025-11-23")
    assert months(*stated(condition, going_on)) == (0, 12)
    assert stated(condition, going_on, education=()) == []
    undated = (Study(level="bachelor"),)
    assert months(*stated(condition, going_on, education=undated)) == (0, 12)


def test_the_first_degree_counts():
    """Of two degrees at the level the earlier one opens the window."""
    listed = (
        Study(level="bachelor", completed="2025-07-01"),
        Study(level="bachelor", completed="2020"),
    )
    condition = asking(after_degree=True, level="bachelor")
    assert months(*stated(condition, YEAR, education=listed)) == (12, 12)


def test_a_window_and_a_degree_both_close_work_out():
    """The later of the two is where work begins to count."""
    wanted = asking(after_degree=True, level="bachelor", within_months=12)
    degree = (Study(level="bachelor", completed="2020"),)
    assert months(*stated(wanted, YEAR, education=degree)) == (1.32, 1.32)
    late = (Study(level="bachelor", completed="2025-12-01"),)
    assert months(*stated(wanted, YEAR, education=late)) == (1, 1)
