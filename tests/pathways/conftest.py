"""Records to plan with: four levels of study, three accreditors, the credentials of a test."""

from datetime import date

import pytest

from careerkit.model.client import Client
from careerkit.model.credential import Credential, Exam, Route
from careerkit.model.organization import Accreditor, Accredits
from careerkit.model.rule import AllOf
from careerkit.model.study import LevelOfStudy
from careerkit.pathways.client_state import client_state_of
from careerkit.pathways.lookups import Lookups
from careerkit.pathways.plan import Origin
from careerkit.pathways.ways import credential_ways, plan_from
from careerkit.rules.result import Reference

DAY = date(2026, 11, 22)


def level(name, months, requires, confidence="confirmed"):
    """Return a record of what study at a level takes."""
    return LevelOfStudy(
        id=name,
        title=name,
        months=months,
        months_source="lengths" if months else None,
        requires=requires,
        confidence=confidence,
        sources=("entry",),
    )


LEVELS = {
    "certificate": level("certificate", None, "high_school", "reported"),
    "associate": level("associate", 24, "high_school"),
    "bachelor": level("bachelor", 48, "high_school"),
    "master": level("master", 12, "bachelor"),
}


def body(name, *accredits):
    """Return an accreditor of fields at levels."""
    return Accreditor(
        id=name,
        name=name.title(),
        abbreviation=name.upper(),
        accredits=tuple(Accredits(field=field, levels=levels) for field, levels in accredits),
        confidence="confirmed",
        sources=(),
    )


BODIES = {
    "cahiim": body("cahiim", ("him", ("associate", "bachelor", "master"))),
    "state": body("state", ("emt", ()), ("registered_nursing", ())),
    "other": body("other", ("business", ("bachelor",))),
}
REFERENCE = Reference(
    accreditors=BODIES, issuers={"aapc": "AAPC", "body": "BODY"}, credentials={"one": "ONE"}
)


def route(name, *conditions, confidence="confirmed", **dates):
    """Return a route that asks for all of some conditions."""
    return Route(
        id=name,
        label=f"Route {name}",
        confidence=confidence,
        sources=("page",),
        requires=AllOf(all_of=conditions),
        **dates,
    )


def credential(name, *routes, exam="ONE"):
    """Return a credential with some routes, and an exam unless there is none."""
    test = Exam(name=exam, confidence="confirmed", sources=("exam-page",)) if exam else None
    return Credential(
        id=name,
        name=name.title(),
        abbreviation=name.upper(),
        issuer="body",
        kind="certification",
        careers=("29-2072",),
        url="https://example.org",
        confidence="confirmed",
        routes=routes,
        exam=test,
        sources=("page",),
    )


def world_of(*credentials, offered=()):
    """Return look-ups of some credentials."""
    known = {record.id: record for record in credentials}
    return Lookups(
        credential=known.get,
        levels=LEVELS,
        cips=lambda field: ("51.0707",) if field == "him" else (),
        offered=lambda _: offered,
    )


@pytest.fixture
def planned():
    """Settle conditions for a client, and return the plan."""

    def settle(*conditions, client=None, lookups=None):
        client_state = client_state_of(client or Client(), DAY, REFERENCE)
        plan = plan_from(client_state, lookups or world_of(), Origin(("page",), "confirmed"))
        plan.settle(conditions)
        return plan

    return settle


@pytest.fixture
def ways():
    """Return what is found for a client who wants a credential."""

    def find(record, client=None, *others):
        client_state = client_state_of(client or Client(), DAY, REFERENCE)
        return credential_ways(record.id, client_state, world_of(record, *others))

    return find


@pytest.fixture
def lookups():
    """Make look-ups of some credentials."""
    return world_of


@pytest.fixture
def record():
    """Make a credential of some routes."""
    return credential


@pytest.fixture
def path():
    """Make a route that asks for some conditions."""
    return route


@pytest.fixture
def reference():
    """Return the accreditors and names of the small world."""
    return REFERENCE


@pytest.fixture
def day():
    """Return the day on which everything begins."""
    return DAY
