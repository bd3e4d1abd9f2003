"""The ways of one client into a career."""

import dataclasses

import pytest

from careerkit.model.career import (
    Career,
    CredentialLink,
    EducationClaim,
    ExperienceClaim,
    Requirements,
    TrainingClaim,
)
from careerkit.model.client import Client, HeldCredential, Study
from careerkit.model.rule import Condition
from careerkit.pathways.career_ways import (
    career_ways,
    entries,
    has_reached,
    law_met,
    level_met,
)
from careerkit.pathways.client_state import client_state_of
from careerkit.rules.three_valued import Truth

GED = Client(education=(Study(level="high_school"),))
HIM = Condition(
    condition="program_accredited_by", field="him", level="associate", accreditors=("cahiim",)
)
WORK = Condition(condition="work_in_field", work="ehr", years=2)
CIPS = ("51.0707", "51.0713")


def career(*levels, links=(), experience=None, training=None):
    """Return a career that asks for levels of education, by BLS."""
    claims = [EducationClaim(level=level, basis="typical", source="bls") for level in levels]
    requirements = Requirements(
        education=tuple(claims),
        experience=ExperienceClaim(level=experience, source="bls") if experience else None,
        training=TrainingClaim(level=training, source="bls") if training else None,
    )
    credentials = [CredentialLink(id=id_, relation=kind, source="page") for id_, kind in links]
    return Career(
        id="clerk",
        title="Clerk",
        soc="43-9061",
        group="office",
        sources=("bls",),
        requirements=requirements,
        credentials=tuple(credentials),
    )


@pytest.fixture
def enter(lookups, reference, day):
    """Return the ways into a career, with some credentials on record."""

    def find(asked, client, *records, **told):
        client_state = client_state_of(client, day, reference)
        known = lookups(*records)._replace(leading=CIPS, **told)
        return career_ways(asked, entries(asked, CIPS), client_state, known)

    return find


def texts(way):
    """Return kind and level of a way's steps."""
    return [(step.kind, step.level) for step in way.steps]


def test_each_level_that_is_claimed_is_a_way(enter):
    """A certificate will do, and an associate degree is taken too: two ways."""
    found = enter(career("associate", "certificate"), GED).ways
    assert [(texts(way), way.label) for way in found] == [
        ([("program", "associate")], "Associate degree"),
        ([("program", "certificate")], "Certificate or diploma below a degree"),
    ]
    assert all(step.cips == CIPS for way in found for step in way.steps)
    assert found[0].steps[0].sources == ("bls", "lengths")


def test_a_career_that_asks_nothing_gets_one_short_way(enter):
    """Apply, and learn on the job: no schooling is made up."""
    asked = career("none", training="short_term")
    (way,) = enter(asked, Client()).ways
    assert [step.kind for step in way.steps] == ["apply", "training"]
    assert "no schooling" in way.steps[0].text
    assert (way.months, way.label) == (0, "Without schooling")


def test_who_has_the_schooling_applies(enter):
    """Nobody is sent to school for what they have."""
    (way,) = enter(career("high_school"), GED).ways
    assert [step.kind for step in way.steps] == ["apply"]
    assert way.steps[0].text.endswith("no more schooling than the client has")


@pytest.mark.parametrize(
    ("level", "kind", "months", "after_hire"),
    [
        ("short_term", "training", 0, True),
        ("moderate_term", "training", 0, True),
        ("long_term", "training", 0, True),
        ("apprenticeship", "apprenticeship", 0, True),
        ("internship_residency", "training", None, False),
    ],
)
def test_training_after_hire_is_the_last_step_and_takes_no_time_before(
    enter, level, kind, months, after_hire
):
    """What is learned on the job comes after it begins; a residency comes before."""
    (way,) = enter(career("high_school", training=level), GED).ways
    assert (way.steps[-1].kind, way.steps[-1].after_hire) == (kind, after_hire)
    assert way.months == months
    assert way.steps[-1].sources == ("bls",)


@pytest.mark.parametrize(
    ("client", "known"), [(GED, False), (dataclasses.replace(GED, work=()), True)]
)
def test_work_elsewhere_comes_before_hire(enter, client, known):
    """Five years in a related occupation are at least five years, if not had already."""
    (way,) = enter(career("high_school", experience="5_years_or_more"), client).ways
    assert [(step.kind, step.months, step.known) for step in way.steps] == [("work", 60, known)]
    assert (way.months, way.months_at_least) == (None, 60)


def test_what_the_law_asks_is_in_every_way(enter, record, path):
    """Every way ends with the license; the usual degree comes beside the least that is asked."""
    any_nursing = Condition(
        condition="program_approved_by", field="registered_nursing", accreditors=("state",)
    )
    asked = career("bachelor", links=[("rn", "required-by-law"), ("more", "optional")])
    rn = record("rn", path("only", any_nursing))
    offered = {"offered": lambda _: ("associate", "bachelor")}
    found = enter(asked, GED, rn, record("more", path("open")), **offered).ways
    assert [texts(way) for way in found] == [
        [("program", "associate"), ("exam", None)],
        [("program", "bachelor"), ("exam", None)],
    ]
    assert all(way.credential == "rn" for way in found)
    assert "less than what is usual, which is a bachelor's degree" in found[0].notes[0]
    assert found[1].notes == ()


def test_where_no_route_to_the_license_is_open_the_reasons_are_told(enter, record, path):
    """A career that the law closes has no way, and says why."""
    asked = career("high_school", links=[("rn", "required-by-law")])
    found = enter(asked, GED, record("rn", path("old", valid_until="2020-12-31")))
    assert not found.ways
    assert [out.label for out in found.left_out] == ["Route old"]


@pytest.mark.parametrize(
    ("dates", "ways"), [({}, [["one", "two"]]), ({"valid_until": "2020-12-31"}, [])]
)
def test_a_way_leads_to_every_license_or_is_none(enter, record, path, dates, ways):
    """Where the law asks for two credentials, a way that leads to only one of them is none."""
    links = [("one", "required-by-law"), ("two", "required-by-law")]
    records = record("one", path("open")), record("two", path("second", **dates), exam="TWO")
    found = enter(career("none", links=links), GED, *records)
    assert [[step.credential for step in way.steps] for way in found.ways] == ways


@pytest.mark.parametrize("relation", ["required-by-law", "expected", "optional"])
def test_what_the_client_holds_is_not_to_be_earned_again(enter, record, path, relation):
    """Whoever holds the credential of a career is not sent to study for it."""
    holder = dataclasses.replace(GED, credentials=(HeldCredential(id="one"),))
    asked = career("high_school", links=[("one", relation)])
    (way,) = enter(asked, holder, record("one", path("him", HIM))).ways
    assert [step.kind for step in way.steps] == ["apply"]
    assert not way.notes


def test_a_license_is_enough_for_the_law_if_not_for_employers(enter, record, path):
    """Of a holder whose schooling is not told it is not said that employers ask for no more."""
    holder = Client(credentials=(HeldCredential(id="one"),))
    asked = career("bachelor", links=[("one", "required-by-law")])
    first, *_ = enter(asked, holder, record("one", path("open"))).ways
    assert first.label == "With what the law asks at hand"
    assert [step.text for step in first.steps] == [
        "Apply for work: no more is on record that the law asks for, though employers may"
    ]


def test_an_expected_credential_comes_before_the_plain_way(enter, record, path):
    """What employers expect is the first way, and the plain one says that they expect more."""
    asked = career("certificate", links=[("one", "expected")])
    through, plain = enter(asked, GED, record("one", path("open"))).ways
    assert (through.credential, plain.credential) == ("one", None)
    assert plain.notes == ("Employers expect more: ONE",)
    assert through.label == "Certificate or diploma below a degree and the ONE"


def test_of_optional_credentials_that_of_the_own_program_is_shown(enter, record, path):
    """An accredited associate program that gives a credential is the way that the founders name."""
    asked = career("associate", "certificate", links=[("two", "optional"), ("rhit", "optional")])
    records = record("two", path("open")), record("rhit", path("him", HIM))
    found = enter(asked, GED, *records).ways
    assert [way.credential for way in found] == ["rhit", None]
    assert texts(found[0]) == [("program", "associate"), ("exam", None)]
    assert found[0].label == "Associate program in health information management and the RHIT"


def test_for_those_who_are_in_already_the_nearest_credential_is_shown(enter, record, path):
    """Who has the schooling gains most from the shortest further step."""
    asked = career("high_school", links=[("rhit", "optional"), ("two", "optional")])
    records = record("two", path("open")), record("rhit", path("him", HIM))
    assert [way.credential for way in enter(asked, GED, *records).ways] == [None, "two"]


def test_a_credential_that_asks_for_work_first_is_no_way_in(enter, record, path):
    """Who begins cannot have the years that only the career gives: it is left for later."""
    asked = career("high_school", links=[("one", "expected")])
    found = enter(asked, GED, record("one", path("work", WORK)))
    assert [way.credential for way in found.ways] == [None]
    (out,) = found.left_out
    assert out == ("ONE", "it asks for work, so it comes later; see careerkit pathway one")


def test_the_license_of_another_state_is_no_way(enter, record, path):
    """A license of Texas is of no use in Ohio, and may be where the state was not told."""
    asked = career("high_school", links=[("one", "expected")])
    one = record("one", path("open"))
    texas = {"place": lambda _: "TX"}
    assert [way.credential for way in enter(asked, GED, one, **texas).ways] == ["one", None]
    ohio = dataclasses.replace(GED, state="OH")
    found = enter(asked, ohio, one, **texas)
    assert [way.credential for way in found.ways] == [None]
    assert found.left_out[0].reason == "it is the license of another state"


def holding(**held):
    """Return the client with a diploma who holds one credential."""
    return dataclasses.replace(GED, credentials=(HeldCredential(id="one", **held),))


@pytest.mark.parametrize(
    ("client", "is_license", "found"),
    [
        (GED, True, (None, None)),
        (dataclasses.replace(GED, credentials=()), True, (False, False)),
        (holding(active=True), True, (True, True)),
        (holding(active=True), False, (True, None)),
        (holding(), True, (True, None)),
        (holding(active=False), True, (False, False)),
    ],
    ids=["not told", "holds none", "active license", "certification", "perhaps active", "lapsed"],
)
def test_a_licensed_career_is_reached_with_an_active_license(
    reference, day, client, is_license, found
):
    """Nothing less than a license that is known to be active is a yes; one that lapsed is a no."""
    asked = entries(career("high_school", links=[("one", "required-by-law")]), CIPS)
    client_state = client_state_of(client, day, reference)
    law = law_met(asked, client_state)
    assert (law, has_reached(asked, client_state, lambda _: is_license)) == found


@pytest.mark.parametrize(
    ("levels", "client", "found"),
    [
        (["high_school"], GED, (Truth.MET, None)),
        (["associate", "high_school"], GED, (Truth.MET, None)),
        (["associate"], GED, (Truth.NOT_MET, False)),
        (["associate"], Client(), (Truth.UNKNOWN, None)),
        (["none"], Client(), (Truth.MET, None)),
        ([], Client(), (Truth.UNKNOWN, None)),
    ],
)
def test_a_usual_level_alone_reaches_no_career(reference, day, levels, client, found):
    """Without a license on record, a level that is met leaves it open; one that is not says no."""
    asked = entries(career(*levels), CIPS)
    client_state = client_state_of(client, day, reference)
    assert (level_met(asked, client_state), has_reached(asked, client_state, bool)) == found


@pytest.mark.parametrize("level", ["none", "high_school", "certificate", "doctorate"])
def test_what_is_usual_is_never_confirmed(enter, level):
    """Applying with a usual level rests on no rule, and says so; so does training once hired."""
    client = dataclasses.replace(GED, education=(Study(level="doctorate", field="other"),))
    (way,) = enter(career(level, training="short_term"), client).ways
    assert {way.confidence, *(step.confidence for step in way.steps)} == {"usual"}
    unchecked = level in {"certificate", "doctorate"}
    assert ("was not checked" in way.steps[0].text) is unchecked


def test_a_rule_is_as_sure_as_it_is_beside_what_is_usual(enter, record, path):
    """Training that is usual makes a rule neither surer nor less sure."""
    asked = career("high_school", links=[("one", "expected")], training="short_term")
    first, second = enter(asked, GED, record("one", path("open", confidence="reported"))).ways
    assert (first.credential, first.confidence) == ("one", "reported")
    assert (second.credential, second.confidence) == (None, "usual")
