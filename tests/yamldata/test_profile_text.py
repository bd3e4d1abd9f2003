"""A client written as a profile."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.model.client import Client, Credits, HeldCredential, Statements, Study
from careerkit.model.entries import Course, Membership, Work
from careerkit.yamldata.profile_text import encode_profile
from careerkit.yamldata.profiles import decode_profile

AS_OF = date(2026, 11, 22)
KNOWN = {"accreditor": ["cahiim"], "credential": ["ahima-rhit"], "issuer": ["aapc"]}


def read(text):
    """Read a profile that has no problem."""
    client, problems = decode_profile(text.encode(), "p.yaml", KNOWN, AS_OF)
    assert problems == []
    return client


@pytest.mark.parametrize(
    "client",
    [
        Client(),
        Client(education=(), credentials=(), work=(), procedures={}, courses={}),
        Client(education=(Study(), Study(level="unknown", accredited_by=(), country="NO"))),
        Client(credits=Credits()),
        Client(courses={"chemistry": Course(), "biology": Course(grade="A-")}),
        Client(work=(Work(field="other", months=4.5, from_="2020", domains=()),)),
        Client(
            memberships=(Membership(organization="aapc", class_="student", since="2020-02-03"),)
        ),
    ],
)
def test_what_is_unknown_stays_so(client):
    """Left out, known to be none, and a word that YAML would take for another: all come back."""
    assert read(encode_profile(client, AS_OF)) == client


def test_it_is_written_to_be_read():
    """A profile says what it is, keeps the order of the sections, and leaves out the untold."""
    client = Client(
        age=24,
        education=(Study(level="associate", field="him"),),
        facts=Statements(cpr_current=True),
    )
    assert encode_profile(client, AS_OF) == (
        "# What is known of a client as of 2026-11-22; for careerkit eligible --profile\n"
        "age: 24\n"
        "education:\n"
        "  - {level: associate, field: him}\n"
        "facts: {cpr_current: true}\n"
    )


amounts = st.integers(0, 10**9).map(float) | st.floats(0, 10**6).map(lambda x: round(x, 4))
past = st.dates(date(1990, 1, 1), AS_OF).map(str)


@given(
    st.builds(
        Client,
        credits=st.none() | st.builds(Credits, graduate=st.none() | amounts),
        credentials=st.none()
        | st.lists(st.builds(HeldCredential, id=st.just("ahima-rhit"), earned=past)).map(tuple),
        education=st.none()
        | st.lists(
            st.builds(Study, field=st.sampled_from(["him", None]), completed=past, hours=amounts)
        ).map(tuple),
        facts=st.builds(
            Statements, ce_hours=st.none() | amounts, language=st.none() | st.booleans()
        ),
    )
)
def test_a_profile_reads_back_to_an_equal_client(client):
    """Whatever the numbers and dates, nothing is lost, added or written as YAML would not take."""
    assert read(encode_profile(client, AS_OF)) == client


def test_small_numbers_have_no_exponent():
    """The decoder takes none."""
    client = Client(facts=Statements(ce_hours=0.0001))
    assert read(encode_profile(client, AS_OF)) == client
    whole = dataclasses.replace(client, facts=Statements(ce_hours=float(10**16)))
    assert "ce_hours: 10000000000000000\n" in encode_profile(whole, AS_OF).replace("}", "\n")
