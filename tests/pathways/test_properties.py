"""What holds of every way, whatever the client and the day (found by Hypothesis).

A way is built by taking its steps. Here it is held against the rules once more, from the steps
alone: each is told of the client as a fact, and the evaluator that ``eligible`` uses is asked on
the day that they lead to.
"""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.answers.eligibility import Verdict
from careerkit.eligibility import check
from careerkit.model.career import Career
from careerkit.model.client import Client, Credits, HeldCredential, Statements, Study
from careerkit.model.client_vocabulary import WORK_FIELDS
from careerkit.model.credential import Credential
from careerkit.model.entries import Membership, MilitaryTraining, Training, Work
from careerkit.model.rule import AllOf, Condition
from careerkit.model.study import LevelOfStudy
from careerkit.model.vocabulary import FIELDS, LEVELS, STUDY_STATUSES
from careerkit.pathways.career_ways import career_ways, entries
from careerkit.pathways.client_state import client_state_of
from careerkit.pathways.lookups import Lookups
from careerkit.pathways.step import KINDS
from careerkit.pathways.ways import credential_ways
from careerkit.queries.reference import reference
from careerkit.rules.evaluate import conditions_in, evaluate
from careerkit.rules.three_valued import Truth

DAYS = (date(2020, 1, 1), date(2026, 11, 22), date(2027, 6, 30))
EARLY = ("enrolled_final_term", "in_pursuit_of")
"""What holds on the day of the exam, and no more on the day of the award."""
IDS = sorted(each.stem for each in (Path(__file__).parents[2] / "data/credentials").glob("*.yaml"))
few = settings(max_examples=settings.default.max_examples // 2)

bools = st.sampled_from([True, False, None, None])
written = st.sampled_from([None, "2015", "2019-05", "2019-12-31"])
studies = st.builds(
    Study,
    level=st.sampled_from([*LEVELS, "unknown", None]),
    field=st.sampled_from([None, *FIELDS]),
    accredited_by=st.sampled_from([None, (), ("cahiim",), ("caahep", "abhes")]),
    approved_by=st.sampled_from([None, (), ("state",), ("state-board",)]),
    status=st.sampled_from([*STUDY_STATUSES, None, None]),
    completed=written,
    expected=st.sampled_from([None, None, "2027-05", "2029"]),
    country=st.sampled_from(["US", "US", "US", "CA"]),
)
works = st.builds(
    Work,
    field=st.sampled_from([*WORK_FIELDS]),
    months=st.sampled_from([None, 6.0, 18.0]),
    hours=st.sampled_from([None, 300.0, 2000.0]),
    from_=written,
    full_time=bools,
    paid=bools,
    supervised=bools,
)


def listed(entry):
    """Return a section: untold, or a list of up to two entries."""
    return st.none() | st.lists(entry, max_size=2).map(tuple)


clients = st.builds(
    Client,
    age=st.sampled_from([None, None, 16, 17, 19, 40]),
    state=st.sampled_from([None, "OH", "TX", "ME"]),
    education=listed(studies),
    credentials=listed(
        st.builds(
            HeldCredential,
            id=st.sampled_from(IDS),
            earned=written,
            active=bools,
            proctored=bools,
        )
    ),
    work=listed(works),
    training=listed(
        st.builds(Training, subject=st.just("medical_coding"), hours=st.sampled_from([20.0, 80.0]))
    ),
    memberships=listed(st.builds(Membership, organization=st.just("aapc"), since=written)),
    military=listed(st.builds(MilitaryTraining, field=st.sampled_from([*FIELDS]))),
    credits=st.none() | st.builds(Credits, total=st.sampled_from([None, 30.0, 130.0])),
    facts=st.builds(
        Statements,
        **dict.fromkeys(("background_check", "cpr_current", "language", "references"), bools),
        authority_approval=bools,
        high_school_days_left=st.sampled_from([None, None, 50]),
    ),
)


@pytest.fixture(scope="module")
def known(catalog):
    """Return the world of the real records, without schools, and the credentials by id."""
    records = {record.id: record for record in catalog.all(Credential)}
    levels = {level.id: level for level in catalog.all(LevelOfStudy)}
    offered = ("associate", "bachelor")
    lookups = Lookups(records.get, levels, cips=lambda _: (), offered=lambda _: offered)
    return lookups, records, reference(catalog)


def replay(start, provided, steps):
    """Return the case that steps lead to if provisos hold, all of them as facts of the client.

    The evaluator then reads them in every condition. Only a proviso that is no fact is granted.
    """
    now = start
    for proviso in provided:
        if proviso.effect is None:
            now = now.granting(proviso)
        else:
            now = now._replace(client=proviso.effect(now.client, now.day, now.day))
    now = now._replace(original=now.client)
    for step in steps:
        then = now.later(step.months or 0)
        now = then._replace(client=step.effect(then.client, now.day, then.day))
    return now.case


def hold(way, start, record):
    """Assert that a way leads to the exam, and to the credential, by the evaluator's own word."""
    assert check(record, replay(start, way.provided, way.steps[: way.before])).verdict is (
        Verdict.ELIGIBLE
    )
    case = replay(start, way.provided, way.steps)
    verdict = check(record, case, "license")
    route = next(route for route in record.routes if route.id == way.route)
    early = any(one.condition in EARLY for one in conditions_in(route.requires))
    assert verdict.held
    assert early or verdict.verdict is Verdict.ELIGIBLE
    assert all(step.kind in KINDS for step in way.steps)


@pytest.mark.parametrize("name", IDS)
def test_the_ways_of_a_stranger_hold(known, name):
    """For a client of whom nothing is known, every credential's ways lead there."""
    lookups, records, words = known
    start = client_state_of(Client(), DAYS[1], words)
    found = credential_ways(name, start, lookups)
    for way in found.ways:
        hold(way, start, records[name])
    assert found.ways or found.left_out


@few
@given(client=clients, day=st.sampled_from(DAYS), names=st.lists(st.sampled_from(IDS), max_size=4))
def test_the_ways_of_anybody_hold(known, client, day, names):
    """Whatever is told of a client, each step once done makes the verdict eligible."""
    lookups, records, words = known
    start = client_state_of(client, day, words)
    for name in names:
        for way in credential_ways(name, start, lookups).ways:
            hold(way, start, records[name])


@few
@given(client=clients, day=st.sampled_from(DAYS), name=st.sampled_from(IDS))
def test_no_step_of_a_way_is_done_twice(known, client, day, name):
    """A way never sends anybody to do the same again."""
    lookups, _, words = known
    for way in credential_ways(name, client_state_of(client, day, words), lookups).ways:
        texts = [step.text for step in way.steps]
        assert len(texts) == len(set(texts))


def test_the_ways_into_every_career_hold(whole, known):
    """Each way into each career ends with the schooling, or with the license, that it asks."""
    lookups, _, words = known
    for client in (Client(), Client(education=(Study(level="high_school"),), state="OH")):
        start = client_state_of(client, DAYS[1], words)
        for career in whole.all(Career):
            asked = entries(career, ())
            found = career_ways(career, asked, start, lookups)
            assert 1 <= len(found.ways) <= 3, career.id
            for way in found.ways:
                enters(career, way, start)


def enters(career, way, start):
    """Assert that a way ends where the career begins: a claim is met, or the law is satisfied."""
    case = replay(start, way.provided, way.steps)
    required = {link.id for link in career.credentials if link.relation == "required-by-law"}
    levels = [claim.level for claim in career.requirements.education if claim.level != "none"]
    degrees = [Condition(condition="degree_at_least", level=level) for level in levels]
    schooled = [evaluate(AllOf(all_of=(degree,)), case, "sit") for degree in degrees]
    assert {held.id for held in case.client.credentials or ()} >= required
    assert required or not levels or any(result.verdict is Truth.MET for result in schooled)
