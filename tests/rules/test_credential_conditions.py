"""The condition on credentials that the client holds."""

from math import inf

import pytest
from evaluating import MET, NOT_MET, UNKNOWN, YES_NO_UNTOLD, by_truth, result_of

from careerkit.model.client import Client, HeldCredential
from careerkit.rules.result import Effort, Reference

REFERENCE = Reference(credentials={"ahima-rhit": "RHIT", "ahima-rhia": "RHIA"})
BOTH = ("ahima-rhit", "ahima-rhia")


def rhit(**stated):
    """Return an RHIT that the client holds."""
    return HeldCredential(id="ahima-rhit", **stated)


def held(*credentials, listed=True, takes=REFERENCE.takes, **parameters):
    """Return what holding the RHIT comes to for a client with these credentials."""
    client = Client(credentials=credentials if listed else None)
    parameters = {"credentials": ("ahima-rhit",), **parameters}
    reference = REFERENCE._replace(takes=takes)
    return result_of("holds_credential", client, reference=reference, **parameters)


def test_a_credential_held_meets_it():
    """A credential of the list is what is asked."""
    result = held(rhit())
    assert (result.verdict, result.requirement) == (MET, "RHIT credential")
    assert result.reason == "the client holds it"
    assert (result.missing, result.ask) == (None, ())
    assert (result.effort, result.relevance) == (Effort.NONE, 1)


def test_another_credential_does_not():
    """A credential that the rule does not name is not one it asks for."""
    result = held(HeldCredential(id="ahima-cca"))
    assert (result.verdict, result.missing) == (NOT_MET, "the RHIT credential")
    assert result.reason == "the client does not hold it"
    assert (result.effort, result.relevance) == (Effort.STEP, 0)


def test_none_held_is_not_met_and_untold_is_open():
    """An empty list is known to hold none; no list is unknown."""
    assert held().verdict is NOT_MET
    result = held(listed=False)
    assert result.verdict is UNKNOWN
    assert result.ask == ("Does the client hold the RHIT credential?",)
    assert result.reason == "not known whether the client holds it"


def test_one_of_several_is_enough():
    """Where the rule names several credentials, any one of them will do."""
    result = held(HeldCredential(id="ahima-rhia"), credentials=BOTH)
    assert (result.verdict, result.requirement) == (MET, "RHIT or RHIA credential")


@pytest.mark.parametrize(("active", "truth"), YES_NO_UNTOLD)
def test_active_standing_is_asked_only_where_the_rule_does(active, truth):
    """A rule that wants active standing leaves an untold one open."""
    result = held(rhit(active=active), active=True)
    assert (result.verdict, result.requirement) == (truth, "active RHIT credential")


@pytest.mark.parametrize(("active", "plain"), [(True, MET), (False, NOT_MET), (None, MET)])
def test_a_lapsed_credential_counts_only_for_rules_on_former_holders(active, plain):
    """What has lapsed is held no more; told without its standing, a credential is held."""
    assert held(rhit(active=active)).verdict is plain
    result = held(rhit(active=active), lapsed=True)
    assert (result.verdict, result.requirement) == (MET, "RHIT credential, lapsed or not")


def test_a_lapsed_credential_is_not_called_one_that_was_never_held():
    """The reason says that it lapsed, unless it is another that the rule does not name."""
    lapsed = rhit(active=False)
    assert held(lapsed).reason == "what the client held has lapsed"
    assert held(lapsed).missing == "the RHIT credential"
    assert held(lapsed).relevance == 1
    assert held(lapsed, credentials=("ahima-rhia",)).reason == "the client does not hold it"
    assert held(lapsed, lapsed=True, earned_before="2013").verdict is UNKNOWN
    unproctored = rhit(active=False, proctored=False)
    assert held(unproctored, lapsed=True, proctored=True).reason == "the client does not hold it"


def test_a_lapsed_credential_does_not_hide_an_active_one():
    """The best of the credentials held decides."""
    active = HeldCredential(id="ahima-rhia", active=True)
    assert held(rhit(active=False), active, credentials=BOTH, active=True).verdict is MET


@pytest.mark.parametrize(
    ("earned", "truth"),
    by_truth(met=["2026-11-22", "2026-11", None], not_met=["2026-11-23", "2027"]),
)
def test_a_credential_counts_from_the_day_it_was_earned(earned, truth):
    """A credential earned after the day asked is not held on it."""
    assert held(rhit(earned=earned)).verdict is truth


def test_a_credential_without_a_record_goes_by_its_id():
    """A credential that no record names is called by its id."""
    assert held(credentials=("xyz",)).requirement == "xyz credential"


@pytest.mark.parametrize(
    ("earned", "truth"),
    by_truth(met=["2023-11-22", "2022"], not_met=["2023-11-23"], unknown=["2023-11", None]),
)
def test_a_credential_may_have_to_be_held_for_years(earned, truth):
    """Three years are full on the day of the year on which it was earned."""
    result = held(rhit(earned=earned), held_years=3)
    assert (result.verdict, result.requirement) == (truth, "RHIT credential, held for 3 years")
    assert result.effort is (Effort.DEGREE if truth is NOT_MET else Effort.NONE)


@pytest.mark.parametrize(
    ("earned", "truth"),
    [("2022-02-06", MET), ("2022-02-07", NOT_MET), ("2022-02", UNKNOWN), (None, UNKNOWN)],
)
def test_a_credential_may_have_to_be_older_than_a_rule(earned, truth):
    """What was earned on the day of the rule was not earned before it."""
    result = held(rhit(earned=earned), earned_before="2022-02-07")
    assert result.verdict is truth
    assert result.requirement == "RHIT credential, earned before 7 Feb 2022"
    assert result.effort is (Effort.OUT_OF_REACH if truth is NOT_MET else Effort.NONE)


@pytest.mark.parametrize(("proctored", "truth"), YES_NO_UNTOLD)
def test_its_exam_may_have_to_be_proctored(proctored, truth):
    """An exam by mail does not count where the rule asks for a proctored one."""
    result = held(rhit(proctored=proctored), proctored=True)
    assert result.verdict is truth
    assert result.requirement == "RHIT credential, earned by a proctored exam"


def test_facts_of_two_credentials_never_add_up():
    """One held long and another that is active are not one that is both."""
    long, fresh = rhit(earned="2010", active=False), rhit(earned="2026", active=True)
    assert held(long, fresh, active=True, held_years=3).verdict is NOT_MET


@pytest.mark.parametrize(
    ("parameters", "worded"),
    [
        ({"active": True}, "active RHIT credential"),
        ({"active": True, "held_years": 3}, "RHIT credential, active, held for 3 years"),
        (
            {"held_years": 1, "earned_before": "2022", "proctored": True},
            "RHIT credential, held for 1 year, earned before 2022, earned by a proctored exam",
        ),
    ],
)
def test_what_is_asked_of_a_credential_follows_its_name(parameters, worded):
    """Active alone stands before the name; with more to say, all of it comes after."""
    result = held(**parameters)
    assert result.requirement == worded
    assert result.missing == f"the {worded}"


@pytest.mark.parametrize(
    ("parameters", "effort"),
    [
        ({}, Effort.STEP),
        ({"held_years": 1.5}, Effort.STEP),
        ({"held_years": 2}, Effort.DEGREE),
        ({"earned_before": "2026-11-23"}, Effort.STEP),
        ({"earned_before": "2026-11-22"}, Effort.OUT_OF_REACH),
        ({"earned_before": "2026-11-22", "held_years": 2}, Effort.OUT_OF_REACH),
    ],
)
def test_to_hold_a_credential_for_two_years_is_as_much_as_a_degree(parameters, effort):
    """Before the day of a rule a credential can still be earned; on it, it is too late."""
    assert held(**parameters).effort is effort


@pytest.mark.parametrize(
    ("parameters", "months_short"),
    [
        ({}, 24),
        ({"held_years": 3}, 60),
        ({"held_years": 3, "earned_before": "2020"}, inf),
        ({"credentials": ("danb-cda-former",)}, inf),
    ],
)
def test_months_short_of_a_credential_are_to_earn_and_to_hold_it(parameters, months_short):
    """No step is longer than to earn another credential; one that cannot be earned has no end."""
    assert held(**parameters).months_short == months_short


def test_a_credential_without_a_record_is_named_and_out_of_reach():
    """What nobody can earn now, or not here, is no step; beside one on record it is."""
    former = held(credentials=("danb-cda-former",))
    assert former.missing == "the former CDA (DANB) credential"
    assert former.effort is Effort.OUT_OF_REACH
    assert held(credentials=("danb-cda-former", "ahima-rhit")).effort is Effort.STEP


def lacking(efforts, *credentials, **parameters):
    """Return what holding the RHIT comes to where credentials take these efforts, by id."""
    return held(*credentials, takes=lambda name, _as_of: efforts[name], **parameters)


def test_a_credential_is_as_far_as_what_it_takes():
    """A credential that takes a degree is no step, and farther than the same degree itself."""
    result = lacking({"ahima-rhit": (Effort.DEGREE, 60)})
    assert result.effort is Effort.DEGREE
    assert result.months_short > 60
    assert lacking({"ahima-rhit": (Effort.STEP, 12)}).effort is Effort.STEP
    assert lacking({}).effort is Effort.STEP


def test_the_credential_that_takes_least_counts():
    """Of several credentials one is enough, and those that nobody here can earn are passed over."""
    efforts = {"ahima-rhit": (Effort.DEGREE, 18), "ahima-rhia": (Effort.STEP, 2)}
    assert lacking(efforts, credentials=(*BOTH, "danb-cda-former")).effort is Effort.STEP


def test_what_is_held_does_not_have_to_be_earned_again():
    """Who holds it, but not as it is asked, does not lack all that it takes."""
    efforts = {"ahima-rhit": (Effort.DEGREE, 60)}
    assert lacking(efforts, rhit(active=False), active=True).effort is Effort.STEP


@pytest.mark.parametrize("dated", [{"held_years": 3}, {"earned_before": "2020"}])
def test_when_it_was_earned_is_asked_where_only_that_is_open(dated):
    """A holder is not asked whether they hold it."""
    holder = held(rhit(active=True), active=True, **dated)
    assert holder.ask == ("When did the client earn the RHIT credential?",)
    doubtful = held(rhit(), active=True, **dated)
    assert doubtful.ask[0].startswith("Does the client hold the RHIT credential, active, ")
