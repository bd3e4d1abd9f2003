"""The engine gives every client of a caseload the verdict that the client would get alone.

The rules and the clients are those of the properties of verdicts; clients of one caseload share
sections, so that what was found for one is used for another.
"""

import dataclasses
import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.caseload import engine as engines
from careerkit.caseload.engine import Engine
from careerkit.eligibility import check
from careerkit.model.client import Client, HeldCredential, Statements, Study
from careerkit.model.entries import Work
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import FIELDS
from careerkit.rules.result import Case

_SPEC = importlib.util.spec_from_file_location(
    "verdict_properties", Path(__file__).parents[1] / "rules" / "test_properties.py"
)
VERDICTS = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(VERDICTS)
SECTIONS = [field.name for field in dataclasses.fields(Client)]
TODAY = VERDICTS.DAYS[-1]
RHIT = next(credential for credential in VERDICTS.REAL if credential.id == "ahima-rhit")


def whole(verdict):
    """Keep all of a verdict."""
    return verdict


@st.composite
def caseloads(draw):
    """Draw clients who have sections in common."""
    people = draw(st.lists(VERDICTS.clients, min_size=2, max_size=3))
    mixed = [
        dataclasses.replace(
            draw(st.sampled_from(people)),
            **{name: getattr(draw(st.sampled_from(people)), name) for name in draw(sections)},
        )
        for _ in range(draw(st.integers(1, 4)))
    ]
    return [*people, *mixed]


sections = st.lists(st.sampled_from(SECTIONS), max_size=4, unique=True)
studies = st.builds(
    Study,
    level=st.sampled_from(["certificate", "associate", "bachelor", "high_school", None]),
    field=st.sampled_from([*FIELDS, None]),
    accredited_by=st.sampled_from([None, (), ("cahiim",), ("caahep",), ("abhes",)]),
    completed=VERDICTS.written,
) | st.builds(
    Study,
    level=st.sampled_from(["certificate", "associate", "bachelor"]),
    field=st.sampled_from(["him", "business", "engineering", None]),
    accredited_by=st.sampled_from([None, ("cahiim",), ("abet",)]),
    status=st.sampled_from(["in_progress", "final_term"]),
    expected=st.sampled_from([None, "2027-01", "2027-11-21", "2027-11-22", "2029"]),
    country=st.sampled_from(["US", "IN"]),
)
clients = st.builds(Statements, foreign_evaluation=VERDICTS.bools)
works = st.builds(
    Work,
    field=st.sampled_from(["medical_coding", "billing_coding", "healthcare_or_finance"]),
    months=st.sampled_from([None, 11.0, 12.0, 24.0]),
    from_=st.sampled_from([None, "2020", "2024-11-22", "2025-11", "2025-12-01"]),
    to=st.sampled_from([None, "2026", "2026-01-31", "2026-11-21"]),
    current=st.sampled_from([None, True, False]),
    full_time=VERDICTS.bools,
    paid=VERDICTS.bools,
)
practical = st.builds(
    Client,
    age=st.none() | st.integers(16, 30),
    education=st.none() | st.lists(studies, max_size=2).map(tuple),
    work=st.none() | st.lists(works, max_size=2).map(tuple),
    credentials=st.none() | st.lists(VERDICTS.holdings, max_size=1).map(tuple),
    facts=clients,
)


def compare(credentials, people, as_of, stage):
    """Hold every answer of one engine against the verdict on that client alone, field by field."""
    case = Case(client=Client(), as_of=as_of, reference=VERDICTS.REFERENCE)
    engine = Engine(credentials, case, stage, whole)
    for client in people:
        alone = [
            check(credential, case._replace(client=client), stage) for credential in credentials
        ]
        assert engine.judge(client) == [credential._replace(routes=()) for credential in alone]


@given(
    st.lists(VERDICTS.generated, min_size=1, max_size=1),
    caseloads(),
    VERDICTS.asked_days,
    VERDICTS.stages,
)
@settings(derandomize=True, deadline=None, max_examples=150)
def test_any_rule_gives_the_verdict_of_the_client_alone(credentials, people, as_of, stage):
    """Whatever the rules and the facts, sharing findings changes no answer."""
    compare(credentials, people, as_of, stage)


@given(st.lists(practical, min_size=3, max_size=8), VERDICTS.stages)
@settings(derandomize=True, deadline=None, max_examples=25)
def test_the_rules_on_record_give_the_verdict_of_the_client_alone(people, stage):
    """Of all credentials on record, every client gets the answers that ``check`` gives."""
    compare(VERDICTS.REAL, people, TODAY, stage)


def alike(**changed):
    """Return two clients who differ in one thing that is told of a program."""
    usual = {"level": "bachelor", "field": "engineering", "accredited_by": ("abet",)}
    (key, values), *others = changed.items()
    return [Client(education=(Study(**usual, **dict(others), **{key: value}),)) for value in values]


@pytest.mark.parametrize(
    "people",
    [
        alike(expected=("2027-11-21", "2027-11-22"), status="in_progress"),
        alike(expected=("2027-06", "2029-06"), status="in_progress"),
        alike(status=("in_progress", "final_term"), expected="2029"),
        alike(country=("US", "IN")),
        [
            replace(client, facts=Statements(foreign_evaluation=known))
            for client in alike(country=("IN",))
            for known in (None, True, False)
        ],
        [
            Client(credentials=(HeldCredential(id=credential, active=active),))
            for credential in (
                "rn-license",
                "ahima-rhit",
                "nbrc-crt",
                "pmi-capm",
                "shrm-cp",
                "danb-cda",
            )
            for active in (None, True, False)
        ],
    ],
)
@pytest.mark.parametrize("stage", ["sit", "award"])
def test_clients_who_differ_in_little_are_told_apart(people, stage):
    """Of all credentials on record, each gets the answer of one's own, in either order."""
    compare(VERDICTS.REAL, people, TODAY, stage)
    compare(VERDICTS.REAL, people[::-1], TODAY, stage)


def test_a_holder_is_told_apart():
    """Who holds a credential gets an answer of one's own, and others are not taken for holders."""
    case = Case(client=Client(), as_of=TODAY, reference=VERDICTS.REFERENCE)
    engine = Engine([RHIT], case, "sit", whole)
    holder = Client(credentials=(HeldCredential(id="ahima-rhit"),))
    stranger = Client(credentials=(HeldCredential(id="ahima-cca"),))
    held = [engine.judge(client)[0].held for client in (holder, stranger, Client(), holder)]
    assert held == [True, False, None, True]


def test_however_little_is_remembered_the_answers_are_the_same(monkeypatch):
    """What is forgotten is found again."""
    monkeypatch.setattr(engines, "MOST", 1)
    monkeypatch.setattr(engines, "MOST_SECTIONS", 1)
    clients = [
        Client(education=(Study(level=level, field=field),))
        for level in ("associate", "bachelor")
        for field in ("him", "business", "welding", None)
    ]
    compare([RHIT], clients * 3, TODAY, "sit")


def test_what_conditions_read_alike_is_found_once(monkeypatch):
    """Clients who differ in what no condition reads get one answer, decided once."""
    decided, decide = [], engines.check_briefly
    monkeypatch.setattr(
        engines, "check_briefly", lambda *clients: decided.append(clients) or decide(*clients)
    )
    case = Case(client=Client(), as_of=TODAY, reference=VERDICTS.REFERENCE)
    engine = Engine([RHIT], case, "sit", whole)
    clients = [
        Client(education=(Study(level="associate", field="him"),), age=age) for age in (20, 21)
    ]
    first, second = map(engine.judge, clients)
    assert first[0] is second[0]
    assert len(decided) == 1


@pytest.mark.parametrize(
    ("in_general", "missing"),
    [
        (False, "1 more year of medical coding work"),
        (True, "2 years of medical coding work"),
    ],
)
def test_what_is_missing_is_told_with_own_amounts_or_in_general(in_general, missing):
    """Clients who lack more or less of the same thing lack the same thing, in general."""
    condition = Condition(condition="work_in_field", work="medical_coding", years=2)
    credential = replace(RHIT, routes=(replace(RHIT.routes[0], requires=condition),))
    case = Case(client=Client(), as_of=TODAY, reference=VERDICTS.REFERENCE)
    engine = Engine([credential], case, "sit", whole, in_general=in_general)
    client = Client(work=(Work(field="medical_coding", years=1),))
    assert engine.judge(client)[0].missing == (missing,)


def test_rules_may_refer_to_records_opened_anew():
    """What a credential takes is asked of the reference that was given last."""
    condition = Condition(condition="holds_credential", credentials=("ahima-rhia",))
    credential = replace(RHIT, routes=(replace(RHIT.routes[0], requires=condition),))
    case = Case(client=Client(), as_of=TODAY, reference=VERDICTS.REFERENCE)
    engine = Engine([credential], case, "sit", whole)
    engine.refer_to(VERDICTS.REFERENCE._replace(credentials={"ahima-rhia": "the RHIA"}))
    assert "the RHIA" in engine.judge(Client(credentials=()))[0].missing[0]


@pytest.mark.parametrize("stage", ["sit", "award", "license"])
def test_an_open_rule_has_its_answer_too(stage):
    """A credential that asks for nothing is judged like any other."""
    case = Case(client=Client(), as_of=TODAY, reference=VERDICTS.REFERENCE)
    free = dataclasses.replace(
        RHIT, routes=(dataclasses.replace(RHIT.routes[0], requires=VERDICTS.AllOf(all_of=())),)
    )
    (answer,) = Engine([free], case, stage, whole).judge(Client(age=20))
    assert answer.verdict == "eligible"
