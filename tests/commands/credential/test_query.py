"""One credential's card: its rule, exam and renewal as a person reads them."""

import dataclasses
from datetime import date

import pytest

from careerkit.commands.credential.query import credential_card
from careerkit.model.credential import Credential, Route
from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Counted

TODAY = date(2026, 11, 22)
HOLDS = Condition(condition="holds_credential", credentials=("ahima-rhit",), confidence="reported")
SCHOOL = Condition(condition="degree_at_least", level="high_school", stage="award")


def card(catalog, name="ahima-rhia", as_of=TODAY):
    """Return the card of a credential on record."""
    return credential_card(catalog, catalog.one(Credential, name), as_of)


def requirement(catalog, rule):
    """Return how a rule is worded on a card."""
    route = Route(id="it", label="it", confidence="confirmed", requires=rule)
    record = dataclasses.replace(catalog.one(Credential, "ahima-cca"), routes=(route,))
    return credential_card(catalog, record, TODAY).routes[0].requires


def test_the_card_says_what_the_record_says(catalog):
    """What needs no looking up stands on the card as it stands in the record."""
    record, answer = catalog.one(Credential, "ahima-rhia"), card(catalog)
    for name in (
        *("id", "name", "abbreviation", "aka", "issuer", "kind", "recommended", "exam"),
        *("renewal", "cautions", "notes", "url", "confidence", "sources"),
    ):
        assert getattr(answer, name) == getattr(record, name)
    assert answer.issuer_name == "American Health Information Management Association"


def test_careers_are_linked_where_they_have_a_record(catalog):
    """A credential's careers are named where they are on record, and kept by code where not."""
    assert [(part.id, part.soc) for part in card(catalog, "ahima-rhit").careers] == [
        ("medical-records-technician", "29-2072"),
        (None, "29-9021"),
    ]
    assert card(catalog, "ahima-rhit").careers[0].title == "Medical records technician"


def test_every_route_is_shown_closed_ones_too(catalog):
    """A closed route stays on the card as history, with its days."""
    routes = {route.id: route for route in card(catalog).routes}
    assert list(routes) == [
        *("bacc-cahiim", "master-cahiim", "postbacc", "early-test", "foreign", "rhit-proviso"),
    ]
    proviso = routes["rhit-proviso"]
    assert (proviso.closed, proviso.confidence) == (True, "unverified")
    assert (proviso.valid_from, proviso.valid_until) == ("2017-07-01", "2021-12-31")
    assert not routes["postbacc"].closed
    assert routes["early-test"].effect.startswith("May sit before graduating")
    assert routes["postbacc"].note.startswith("AHIMA speaks of an approved certificate")
    assert routes["postbacc"].sources


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2017, 6, 30), "not_yet_open"),
        (date(2017, 7, 1), "open"),
        (date(2021, 12, 31), "open"),
        (date(2022, 1, 1), "closed"),
    ],
)
def test_a_route_counts_between_its_days(catalog, day, status):
    """A route before its first day is not yet open, after its last it is closed."""
    route = card(catalog, as_of=day).routes[-1]
    assert (route.status, route.closed) == (status, status != "open")


def test_a_career_says_what_the_credential_is_to_it(catalog):
    """The career's own link is told, with its source; a code without a record has none."""
    linked, code = card(catalog, "ahima-rhit").careers
    assert (linked.relation, linked.relation_source) == ("optional", "seed-2016")
    assert (code.relation, code.relation_source) == (None, None)


@pytest.mark.parametrize(
    ("rule", "stage"),
    [
        (AnyOf(any_of=(SCHOOL, SCHOOL)), "award"),
        (AllOf(all_of=(HOLDS, SCHOOL)), "sit"),
        (AllOf(all_of=()), "sit"),
    ],
)
def test_a_group_is_of_the_stage_of_its_parts(catalog, rule, stage):
    """A group whose parts all come later comes later itself."""
    assert requirement(catalog, rule).stage == stage


def test_a_rule_is_worded_condition_by_condition(catalog):
    """A route's rule reads as its conditions do, joined as the record joins them."""
    requires = card(catalog).routes[2].requires
    assert (requires.condition, requires.requirement) == ("all_of", "all of")
    assert [part.requirement for part in requires.conditions] == [
        "bachelor's degree or higher",
        (
            "completed post-baccalaureate certificate program in health information management, "
            "approved by CAHIIM"
        ),
    ]


@pytest.mark.parametrize(
    ("rule", "name", "lead"),
    [
        (AllOf(all_of=(HOLDS, SCHOOL)), "all_of", "all of"),
        (AnyOf(any_of=(HOLDS, SCHOOL)), "any_of", "any one of"),
        (AtLeast(at_least=Counted(n=2, of=(HOLDS, SCHOOL))), "at_least", "at least 2 of"),
    ],
)
def test_each_way_of_joining_is_worded(catalog, rule, name, lead):
    """Every form of group has its words, and keeps its parts with stage and confidence."""
    item = requirement(catalog, rule)
    assert (item.condition, item.requirement, item.confidence) == (name, lead, None)
    holds, school = item.conditions
    assert (holds.requirement, holds.confidence) == ("RHIT credential", "reported")
    assert (school.stage, school.conditions) == ("award", ())


def test_a_single_condition_needs_no_group(catalog):
    """A rule of one condition reads as that condition."""
    item = requirement(catalog, HOLDS)
    assert (item.condition, item.requirement) == ("holds_credential", "RHIT credential")


def test_an_empty_rule_says_that_anyone_may(catalog):
    """A credential open to all says so."""
    item = requirement(catalog, AllOf(all_of=()))
    assert (item.requirement, item.conditions) == ("nothing: anyone may", ())


def test_groups_in_groups_keep_their_form(catalog):
    """A group within a group is worded as it is nested."""
    item = requirement(catalog, AllOf(all_of=(HOLDS, AnyOf(any_of=(HOLDS, SCHOOL)))))
    assert [part.requirement for part in item.conditions] == ["RHIT credential", "any one of"]
    assert len(item.conditions[1].conditions) == 2
