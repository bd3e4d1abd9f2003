"""What a result says, and how far it is from being met."""

from datetime import date
from math import inf

import pytest
from evaluating import MET, NOT_MET, UNKNOWN

from careerkit.model.client import Client
from careerkit.model.rule import Condition
from careerkit.rules.result import (
    CREDIT,
    HOUR,
    LEVEL,
    Case,
    ConditionResult,
    Effort,
    Reference,
    conclude,
    over_list,
)
from careerkit.rules.three_valued import Truth


def concluded(truth, **given):
    """Return the result on a condition of which all is told that may be said of it."""
    condition = Condition(condition="cpr_current", stage="award", confidence="reported")
    said = {"requirement": "it", "reason": "why", "missing": "what", "ask": "Is it?", **given}
    return conclude(condition, truth, **said)


def test_a_finding_says_what_its_truth_owes_and_no_more():
    """Only a no is missing something, only an open one asks, only a yes assumes."""
    stated = [concluded(truth, assumes=("this",)) for truth in Truth]
    assert {result.verdict: (result.missing, result.ask, result.assumes) for result in stated} == {
        MET: (None, (), ("this",)),
        NOT_MET: ("what", (), ()),
        UNKNOWN: (None, ("Is it?",), ()),
    }
    assert all((result.stage, result.confidence) == ("award", "reported") for result in stated)


def test_several_questions_are_all_asked():
    """A condition may have more than one thing to ask."""
    assert concluded(UNKNOWN, ask=("A?", "B?")).ask == ("A?", "B?")


@pytest.mark.parametrize(
    ("effort", "months_short"), [(Effort.STEP, 1), (Effort.DEGREE, 24), (Effort.OUT_OF_REACH, inf)]
)
def test_what_cannot_be_measured_is_as_far_as_its_effort(effort, months_short):
    """A step is a month, a degree two years, and what is out of reach has no end."""
    assert concluded(NOT_MET, effort=effort).distance == (effort, 1, months_short)
    assert concluded(NOT_MET, effort=effort, months_short=6).distance == (effort, 1, 6)


@pytest.mark.parametrize("truth", [MET, UNKNOWN])
def test_what_is_not_a_no_is_at_no_distance(truth):
    """What is met or open lacks nothing that is known."""
    assert concluded(truth, effort=Effort.DEGREE, months_short=7).distance == (Effort.NONE, 0, 0)


@pytest.mark.parametrize("months_short", [0.01, 0.6, 5, 49, 1000])
def test_months_short_are_what_is_lacking(months_short):
    """Nothing is rounded: who lacks less is nearer."""
    assert concluded(NOT_MET, months_short=months_short).months_short == months_short


def test_efforts_are_four_and_in_order():
    """Nothing is less than a step, a step less than a degree, a degree less than out of reach."""
    assert sorted(Effort) == [Effort.NONE, Effort.STEP, Effort.DEGREE, Effort.OUT_OF_REACH]
    assert len(Effort) == len({*Effort.__members__}) == 4


def test_a_finding_of_which_no_more_is_said_lacks_nothing():
    """No fact speaks to it, and it is at no distance."""
    plain = ConditionResult(condition="all_of", verdict=MET, requirement="it", reason="why")
    assert plain.distance == (Effort.NONE, 0, 0)
    assert (plain.relevance, plain.background_relevance, plain.parts) == (0, 0, ())


def test_measures_agree_on_what_is_as_much_as_a_degree():
    """Four levels, 4,000 hours and 30 credits are all two years."""
    assert pytest.approx(24) == 4 * LEVEL
    assert pytest.approx(24) == 4000 * HOUR
    assert pytest.approx(24) == 30 * CREDIT


@pytest.mark.parametrize(
    ("listed", "entries", "truth"),
    [
        (None, [], UNKNOWN),
        ((), [], NOT_MET),
        ((("other", MET),), [], NOT_MET),
        ((("it", NOT_MET), ("it", MET)), [("it", NOT_MET), ("it", MET)], MET),
        ((("it", UNKNOWN), ("other", MET)), [("it", UNKNOWN)], UNKNOWN),
    ],
)
def test_one_entry_that_matches_is_enough(listed, entries, truth):
    """What does not match counts for nothing, and only a list that was not told leaves it open."""
    condition = Condition(condition="it")
    case = Case(client=Client(), as_of=date(2026, 11, 22), reference=Reference())
    answer = over_list(
        condition,
        case,
        listed,
        lambda parameters, entry: entry[0] == parameters.condition,
        lambda _asked, entry, _case: entry[1],
    )
    assert answer == (entries, truth)
