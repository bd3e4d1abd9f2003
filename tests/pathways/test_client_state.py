"""A client on a day of a way."""

from datetime import date

from careerkit.model.client import Client, Statements
from careerkit.model.rule import Condition
from careerkit.pathways.client_state import client_state_of
from careerkit.pathways.effects import stated
from careerkit.pathways.step import Proviso, Step
from careerkit.rules.result import Reference

DAY = date(2026, 11, 22)
CHECKED = Condition(condition="background_check")
PORTFOLIO = Condition(condition="performance_assessment", kind="portfolio")
VISIT = Condition(condition="performance_assessment", kind="visit")
ADULT = Condition(condition="age_at_least", years=18)


def start(client):
    """Return a client at the beginning of a way."""
    return client_state_of(client, DAY, Reference())


def test_clients_grow_older_by_whole_years():
    """A year is counted once it is over: nobody is made older than they surely are."""
    young = start(Client(age=17))
    assert not young.later(11).meets(ADULT)
    assert young.later(12).meets(ADULT)
    assert young.later(8).later(4).meets(ADULT)
    assert start(Client()).later(60).client.age is None


def test_days_of_high_school_pass():
    """What is left of high school grows less, never below nothing."""
    client = Client(facts=Statements(high_school_days_left=90))
    assert start(client).later(1).client.facts.high_school_days_left == 60
    assert start(client).later(12).client.facts.high_school_days_left == 0


def test_what_one_step_grants_does_not_stand_for_another():
    """A portfolio is no visit, though the facts have one yes for both."""
    step = Step("statement", "", stated(performance_assessment=True), grants=(PORTFOLIO,))
    then = start(Client()).after(step)
    assert then.meets(PORTFOLIO)
    assert not then.meets(VISIT)


def test_the_first_state_is_kept():
    """The client at the beginning is known after any step."""
    client = Client(age=17)
    then = start(client).later(12).granting(Proviso("", CHECKED))
    assert then.first == start(client)
