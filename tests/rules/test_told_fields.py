"""A field of study or work that no vocabulary has: unknown to every rule, never a no or a yes."""

import dataclasses
from datetime import date

import pytest

from careerkit.answers.eligibility import Verdict
from careerkit.eligibility import check
from careerkit.model.client import Client, Study
from careerkit.model.client_vocabulary import WORK_FIELDS
from careerkit.model.credential import Credential
from careerkit.model.entries import MilitaryTraining, Work
from careerkit.model.vocabulary import FIELDS
from careerkit.queries.reference import reference
from careerkit.rules.result import Case

DAY = date(2026, 11, 30)
UNKNOWN = "basket weaving"


@pytest.fixture(scope="module")
def verdicts(catalog):
    """Return what every credential comes to for a client, by id."""
    records = [*catalog.all(Credential)]
    words = reference(catalog)

    def judge(client):
        case = Case(client=client, as_of=DAY, reference=words)
        return {record.id: check(record, case, "award") for record in records}

    return judge


def studied(field, level="bachelor"):
    """Return a client who finished one program, and did nothing else."""
    study = Study(level=level, field=field, accredited_by=(), completed="2024-05")
    return Client(education=(study,), work=(), credentials=(), military=(), training=())


def worked(field):
    """Return a client of ten years in one field, with a high-school diploma."""
    work = Work(field=field, years=10, full_time=True, paid=True, from_="2014", to="2024")
    return dataclasses.replace(studied(None, "high_school"), work=(work,))


def trained(field):
    """Return a client with a course of a military service school."""
    course = MilitaryTraining(field=field, weeks=40, completed="2024-05")
    return dataclasses.replace(studied(None, "high_school"), military=(course,))


@pytest.mark.parametrize(
    ("client", "fields"),
    [(studied, FIELDS), (worked, WORK_FIELDS), (trained, FIELDS)],
    ids=["study", "work", "military"],
)
def test_a_verdict_on_words_that_nobody_knows_holds_whatever_they_mean(verdicts, client, fields):
    """A yes or a no is given only where every field that the words may mean has the same."""
    stated = verdicts(client(UNKNOWN))
    for field in fields:
        known = verdicts(client(field))
        for name, verdict in stated.items():
            if verdict.verdict is not Verdict.UNKNOWN:
                assert known[name].verdict is verdict.verdict, (name, field)


def test_the_question_names_the_words(verdicts):
    """What would settle it is asked in the words that the client used."""
    study = dataclasses.replace(studied(UNKNOWN).education[0], accredited_by=None)
    rule = " ".join(verdicts(Client(education=(study,)))["ahima-rhia"].ask)
    assert f"(told: '{UNKNOWN}')" in rule
    work = " ".join(verdicts(worked(UNKNOWN))["isc2-cissp"].ask)
    assert f"Does the client's work told as '{UNKNOWN}' count as" in work


def test_an_accreditor_does_not_overrule_the_words(verdicts):
    """Who accredits a program tells its field where nothing was said, not against what was."""
    client = studied(UNKNOWN, "associate")
    stated = dataclasses.replace(client.education[0], accredited_by=("cahiim",))
    verdict = verdicts(dataclasses.replace(client, education=(stated,)))["ahima-rhit"]
    assert verdict.verdict is Verdict.UNKNOWN
    unstated = dataclasses.replace(stated, field=None)
    verdict = verdicts(dataclasses.replace(client, education=(unstated,)))["ahima-rhit"]
    assert verdict.verdict is not Verdict.NOT_ELIGIBLE
