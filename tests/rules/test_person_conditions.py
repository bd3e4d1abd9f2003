"""Conditions on the person: age, state, membership."""

from datetime import date
from math import inf

import pytest
from evaluating import MET, NOT_MET, UNKNOWN, result_of

from careerkit.model.client import Client
from careerkit.model.entries import Membership
from careerkit.model.rule import StateSince
from careerkit.rules.result import Effort, Reference


@pytest.mark.parametrize(
    ("age", "truth", "missing"),
    [
        (18, MET, None),
        (17, NOT_MET, "1 more year of age, to be 18"),
        (15, NOT_MET, "3 more years of age, to be 18"),
        (0, NOT_MET, "18 more years of age, to be 18"),
        (40, MET, None),
        (None, UNKNOWN, None),
    ],
)
def test_age_is_in_whole_years(age, truth, missing):
    """Age speaks to a great many rules; what is short of it nobody can do anything about."""
    result = result_of("age_at_least", Client(age=age), years=18)
    assert (result.verdict, result.requirement) == (truth, "age 18 or over")
    assert result.missing == missing
    assert (result.relevance, result.background_relevance) == (0, int(truth is MET))
    said = "the client's age was not said" if age is None else f"the client is {age}"
    assert result.reason == said
    assert result.effort is (Effort.OUT_OF_REACH if missing else Effort.NONE)
    assert result.ask == (("How old is the client?",) if truth is UNKNOWN else ())


@pytest.mark.parametrize(("age", "months_short"), [(17, 12), (15, 36)])
def test_months_short_to_an_age_is_the_months_to_come(age, months_short):
    """An age is reached with time."""
    assert result_of("age_at_least", Client(age=age), years=18).months_short == months_short


@pytest.mark.parametrize(("parameters", "months_short"), [({}, 1), ({"tenure_years": 3}, 36)])
def test_months_short_of_a_membership_is_its_time(parameters, months_short):
    """To join is a step; to have been a member for years takes them."""
    assert (
        result_of(
            "membership", Client(memberships=()), organization="ache", **parameters
        ).months_short
        == months_short
    )


def test_a_state_is_not_reached_with_time():
    """Where the client does not live, no waiting helps."""
    assert result_of("state_in", Client(state="NY"), states=("TX",)).months_short == inf


SINCE = (
    StateSince(state="OH", since="2026-01-01"),
    StateSince(state="IL", since="2027-01-01"),
    StateSince(state="UT", since="2026-11"),
)


@pytest.mark.parametrize(
    ("state", "truth"),
    [("OH", MET), ("IL", NOT_MET), ("UT", UNKNOWN), ("TX", MET), ("NY", NOT_MET), (None, UNKNOWN)],
)
def test_a_rule_holds_in_a_state_from_its_day(state, truth):
    """Before its day a state is as any other; a month leaves its own days open."""
    parameters = {"states": ("TX",), "states_effective": SINCE}
    result = result_of("state_in", Client(state=state), **parameters)
    assert result.verdict is truth
    assert result.requirement == (
        "living in Texas, Ohio (from 1 Jan 2026), Illinois (from 1 Jan 2027) "
        "or Utah (from Nov 2026)"
    )
    if truth is NOT_MET:
        assert result.effort is Effort.OUT_OF_REACH
    assert (result.relevance, result.background_relevance) == (0, int(truth is MET))
    assert ("was not said" in result.reason) is (state is None)


@pytest.mark.parametrize(
    ("as_of", "truth"), [(date(2026, 12, 31), NOT_MET), (date(2027, 1, 1), MET)]
)
def test_a_rule_begins_on_its_day(as_of, truth):
    """The day a rule begins is the first on which it holds."""
    result = result_of("state_in", Client(state="IL"), as_of=as_of, states_effective=SINCE)
    assert result.verdict is truth


def test_a_list_of_states_may_be_incomplete():
    """Outside an incomplete list it is open, and the question names the state."""
    parameters = {"states": ("TX",), "incomplete": True}
    result = result_of("state_in", Client(state="NY"), **parameters)
    assert result.verdict is UNKNOWN
    assert result.ask == ("Does the rule hold in New York too?",)
    assert result.requirement == "living in Texas or another state with the same rule"
    assert result_of("state_in", Client(), **parameters).ask == (
        "In which state does the client live?",
    )


@pytest.mark.parametrize(
    ("state", "truth"), [("NJ", NOT_MET), ("AZ", NOT_MET), ("NY", MET), (None, UNKNOWN)]
)
def test_a_rule_may_be_barred_in_states(state, truth):
    """Who lives in a barred state is out."""
    result = result_of("state_not_in", Client(state=state), states=("NJ", "AZ"))
    assert (result.verdict, result.requirement) == (truth, "not living in New Jersey or Arizona")
    assert result.missing == (result.requirement if truth is NOT_MET else None)
    assert (result.relevance, result.background_relevance) == (0, int(truth is MET))
    assert ("was not said" in result.reason) is (state is None)


@pytest.mark.parametrize(
    ("members", "parameters", "truth"),
    [
        ((Membership(organization="ache"),), {}, MET),
        ((Membership(organization="other"),), {}, NOT_MET),
        ((), {}, NOT_MET),
        (None, {}, UNKNOWN),
        ((Membership(organization="ache", since="2025-11-22"),), {"tenure_years": 1}, MET),
        ((Membership(organization="ache", since="2025-11-23"),), {"tenure_years": 1}, NOT_MET),
        ((Membership(organization="ache", since="2025-11"),), {"tenure_years": 1}, UNKNOWN),
        ((Membership(organization="ache"),), {"tenure_years": 1}, UNKNOWN),
        ((Membership(organization="ache", since="2026-12"),), {}, NOT_MET),
        ((Membership(organization="ache", since="2026-11-22"),), {}, MET),
        ((Membership(organization="ache", class_="member"),), {"classes": ("member",)}, MET),
        ((Membership(organization="ache", class_="student"),), {"classes": ("member",)}, NOT_MET),
        ((Membership(organization="ache"),), {"classes": ("member",)}, UNKNOWN),
    ],
)
def test_membership_may_need_time_and_class(members, parameters, truth):
    """A year of membership is full on its anniversary; a student may be no member."""
    result = result_of("membership", Client(memberships=members), organization="ache", **parameters)
    assert result.verdict is truth
    assert result.relevance == any(member.organization == "ache" for member in members or ())


def test_membership_is_worded_with_class_and_time():
    """The requirement names the association, the classes and the time."""
    parameters = {
        "organization": "ache",
        "tenure_years": 1,
        "classes": ("member", "faculty_associate"),
    }
    reference = Reference(issuers={"ache": "ACHE"})
    result = result_of("membership", Client(memberships=()), reference=reference, **parameters)
    assert result.missing == "membership in ACHE as a member or faculty associate for 1 year"
    plain = result_of("membership", Client(), organization="unheard-of")
    assert plain.ask == ("Does the client have membership in unheard-of?",)
