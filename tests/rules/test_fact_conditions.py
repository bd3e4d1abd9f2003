"""Conditions on a figure or a word that was said: attempts, continuing education, legal status."""

import pytest
from evaluating import MET, NOT_MET, UNKNOWN, result_of

from careerkit.model.client import Client, Statements
from careerkit.rules.result import HOUR, Effort


def judged(name, statements, **parameters):
    """Return what a condition comes to for a client with these statements."""
    return result_of(name, Client(facts=Statements(**statements)), **parameters)


@pytest.mark.parametrize(
    ("used", "truth"), [(0, MET), (2, MET), (3, NOT_MET), (4, NOT_MET), (None, UNKNOWN)]
)
def test_attempts_are_left_until_all_are_used(used, truth):
    """The last attempt allowed uses them up."""
    result = judged("attempts_remaining", {"exam_attempts": used}, max_attempts=3, within_years=3)
    assert result.verdict is truth
    assert result.requirement == "fewer than 3 attempts used in the last 3 years"
    assert (result.relevance, result.background_relevance) == (0, int(truth is MET))
    counted = "1 attempt" if used == 1 else f"{used} attempts"
    said = "the attempts were not said" if used is None else f"{counted} used"
    assert result.reason == said
    if truth is NOT_MET:
        assert result.missing == f"an attempt that is left: {used} attempts of 3 used"
        assert result.effort is Effort.OUT_OF_REACH
    if truth is UNKNOWN:
        assert result.ask == ("How many times has the client taken the exam in the last 3 years?",)


@pytest.mark.parametrize(
    ("stated", "truth", "missing"),
    [
        (45, MET, None),
        (60, MET, None),
        (44, NOT_MET, "1 more hour of continuing education in the last 6 years"),
        (0, NOT_MET, "45 hours of continuing education in the last 6 years"),
        (None, UNKNOWN, None),
    ],
)
def test_continuing_education_is_counted_in_the_window_meant(stated, truth, missing):
    """The hours told are taken to be those in the window, and the answer says so."""
    result = judged("ce_hours", {"ce_hours": stated}, hours=45, within_years=6)
    assert (result.verdict, result.missing) == (truth, missing)
    if truth is MET:
        assert result.assumes == (
            "what was said is about this: 45 hours of continuing education in the last 6 years",
        )


@pytest.mark.parametrize(("stated", "rule"), [(44, 45), (0, 45), (0, 17), (0, 16), (20, 100)])
def test_months_short_of_continuing_education_is_its_hours(stated, rule):
    """The hours that are short are what is lacking."""
    assert (
        judged("ce_hours", {"ce_hours": stated}, hours=rule).months_short == (rule - stated) * HOUR
    )


def test_continuing_education_may_be_in_a_subject():
    """Subject and kind are part of what is asked; without them nothing is assumed."""
    stated = {"ce_hours": 50}
    rule = {"hours": 12, "subject": "sonography_physics", "kind": "in person"}
    assert judged("ce_hours", stated, **rule).requirement == (
        "12 hours of continuing education in sonography physics (in person)"
    )
    assert judged("ce_hours", stated, hours=12).assumes == ()
    for part in ({"subject": "sonography_physics"}, {"kind": "in person"}, {"within_months": 6}):
        assert len(judged("ce_hours", stated, hours=12, **part).assumes) == 1


@pytest.mark.parametrize(
    ("stated", "accepted", "truth"),
    [
        ("us_citizen", ("us_citizen",), MET),
        ("permanent_resident", ("us_citizen",), NOT_MET),
        ("permanent_resident", ("us_citizen", "lawfully_admitted_alien"), MET),
        ("lawfully_admitted_alien", ("us_citizen", "permanent_resident"), UNKNOWN),
        ("lawfully_admitted_alien", ("us_citizen", "non_domiciled_eligible"), UNKNOWN),
        ("lawfully_admitted_alien", ("us_citizen",), NOT_MET),
        ("other", ("us_citizen", "permanent_resident"), NOT_MET),
        (None, ("us_citizen",), UNKNOWN),
    ],
)
def test_a_legal_status_may_lie_in_another(stated, accepted, truth):
    """A permanent resident is lawfully admitted; who is admitted may be a permanent resident."""
    result = judged("legal_status", {"legal_status": stated}, statuses=accepted)
    assert result.verdict is truth
    assert result.background_relevance == int(truth is MET)


def test_legal_status_is_worded():
    """The requirement names each status that is accepted."""
    result = judged("legal_status", {}, statuses=("us_citizen", "permanent_resident"))
    assert result.requirement == "legal status: US citizen or lawful permanent resident"
    assert result.ask == ("Is the client's legal status: US citizen or lawful permanent resident?",)
    stated = judged("legal_status", {"legal_status": "other"}, statuses=("us_citizen",))
    assert stated.missing == "legal status: US citizen"
    assert stated.effort is Effort.OUT_OF_REACH
