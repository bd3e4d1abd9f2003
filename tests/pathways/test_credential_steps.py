"""Steps to what a rule asks to be held: credentials, memberships, exams."""

import pytest

from careerkit.model.client import Client, HeldCredential
from careerkit.model.entries import ExamPassed, Membership
from careerkit.model.rule import Condition
from careerkit.pathways.step import NoWay

HOLDS_ONE = Condition(condition="holds_credential", credentials=("one",))
JOINED = Condition(condition="membership", organization="aapc")


@pytest.fixture
def one(record, path):
    """Return a credential that a year of work leads to."""
    return record("one", path("work", Condition(condition="work_in_field", work="ehr", years=1)))


@pytest.mark.parametrize(("held", "known"), [((), [True, True]), (None, [False, False])])
def test_the_way_to_a_credential_is_part_of_the_way(planned, lookups, one, held, known):
    """What it asks comes first, then its exam; a client of unknown credentials may skip all."""
    plan = planned(HOLDS_ONE, lookups=lookups(one), client=Client(credentials=held, work=()))
    assert [(step.kind, step.months, step.credential) for step in plan.steps] == [
        ("work", 12, None),
        ("exam", 0, "one"),
    ]
    assert [step.known for step in plan.steps] == known


def test_the_nearest_of_several_credentials_is_taken(planned, lookups, record, path, one):
    """Any of the credentials will do, so the way to the nearest one is taken."""
    other = record("other", path("open"))
    asked = Condition(condition="holds_credential", credentials=("one", "other"))
    plan = planned(asked, lookups=lookups(one, other))
    assert [step.credential for step in plan.steps] == ["other"]


def test_a_credential_without_a_record_is_no_step(planned, lookups):
    """Nobody here knows how to come by it, so the route is for those who hold it."""
    asked = Condition(condition="holds_credential", credentials=("state-emt",), active=True)
    with pytest.raises(NoWay, match="holders of the active state EMT"):
        planned(asked, lookups=lookups())


def test_a_credential_that_asks_for_itself_is_no_step_to_itself(ways, record, path):
    """A route for those whose credential has lapsed leads nobody to a first one."""
    found = ways(record("one", path("again", HOLDS_ONE)))
    assert not found.ways
    assert [out.reason for out in found.left_out] == ["it is for holders of the ONE credential"]


def test_credentials_that_ask_for_each_other_end(ways, record, path):
    """A circle of rules is no way, and is noticed."""
    two = record("two", path("up", HOLDS_ONE))
    one = record("one", path("down", Condition(condition="holds_credential", credentials=("two",))))
    assert not ways(one, None, two).ways


def test_a_credential_earned_too_late_is_no_step(planned, lookups, one):
    """What had to be earned before a day that has come cannot be earned now."""
    asked = Condition(condition="holds_credential", credentials=("one",), earned_before="2020")
    with pytest.raises(NoWay):
        planned(asked, lookups=lookups(one))


def test_years_of_holding_are_waited_for(planned, lookups, one):
    """Who has held it for one of three years waits two more."""
    asked = Condition(condition="holds_credential", credentials=("one",), held_years=3)
    held = HeldCredential(id="one", earned="2025-11-22")
    (step,) = planned(asked, lookups=lookups(one), client=Client(credentials=(held,))).steps
    assert (step.kind, step.months, step.text) == ("wait", 24, "Hold the ONE for 3 years")


def test_years_of_holding_pass_while_other_things_are_done(planned, lookups, record, path):
    """The wait is for what is left of the years when all else is done."""
    free = record("one", path("open"))
    held = Condition(condition="holds_credential", credentials=("one",), held_years=3)
    work = Condition(condition="work_in_field", work="ehr", years=2)
    steps = planned(held, work, lookups=lookups(free)).steps
    assert [(step.kind, step.months) for step in steps] == [("exam", 0), ("work", 24), ("wait", 12)]


def test_membership_grows_old_beside_work(planned):
    """Who joins first has been a member for a year when the work is done."""
    tenure = Condition(condition="membership", organization="aapc", tenure_years=1)
    work = Condition(condition="work_in_field", work="ehr", years=2)
    assert [step.kind for step in planned(tenure, work).steps] == ["membership", "work"]
    assert [step.kind for step in planned(tenure).steps] == ["membership", "wait"]


def test_a_member_since_long_ago_does_not_wait(planned):
    """What is met asks for no step."""
    tenure = Condition(condition="membership", organization="aapc", tenure_years=1)
    member = Client(memberships=(Membership(organization="aapc", since="2020"),))
    assert not planned(tenure, JOINED, client=member).steps


def test_an_exam_of_another_credential_asks_what_that_asks_to_sit(planned, lookups, record, path):
    """The exam is taken by those who may sit for it: here, by adults."""
    owner = record("finra-sie", path("open", Condition(condition="age_at_least", years=18)))
    asked = Condition(condition="exam_passed", exam="finra-sie")
    plan = planned(asked, lookups=lookups(owner), client=Client(age=17))
    assert [(step.kind, step.months) for step in plan.steps] == [("wait", 12), ("exam", 0)]


def test_an_exam_nobody_may_sit_for_ends_the_way(planned, lookups, record, path):
    """Where no way leads to the exam, none leads through it."""
    closed = record("finra-sie", path("old", valid_until="2020-12-31"))
    with pytest.raises(NoWay, match="sit for the exam"):
        planned(Condition(condition="exam_passed", exam="finra-sie"), lookups=lookups(closed))


def test_an_exam_that_was_passed_is_no_step(planned):
    """A fact that is told is not asked again."""
    asked = Condition(condition="exam_passed", exam="finra-sie")
    assert not planned(asked, client=Client(exams=(ExamPassed(id="finra-sie"),))).steps
