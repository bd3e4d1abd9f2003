"""Verdicts on the credentials asked for, or on those that the client's facts bear on."""

import dataclasses
from datetime import date

import pytest

from careerkit.answers.eligibility import EligibilityReport, Verdict
from careerkit.commands.eligible.query import overall, verdicts
from careerkit.eligibility import check
from careerkit.model.client import Client, HeldCredential, Study
from careerkit.model.credential import Credential
from careerkit.queries.reference import reference
from careerkit.rules.result import Case

TODAY = date(2026, 11, 22)
FOUR = ("ahima-cca", "ahima-ccs", "ahima-rhia", "ahima-rhit")
"""Credentials whose places in a report are known by heart."""
GRADUATE = Client(
    education=(
        Study(level="associate", field="him", accredited_by=("cahiim",), completed="2026-05-15"),
    )
)
PUPIL = Client(education=(Study(level="grade_8"),))
BACHELOR = Client(education=(Study(level="bachelor", field="him", completed="2026-05-15"),))


@pytest.fixture
def report(catalog):
    """Return the report on a client."""

    def call(client, *named, stage="sit", everything=False):
        case = Case(client=client, as_of=TODAY, reference=reference(catalog))
        return verdicts(catalog, case, stage, named or None, everything=everything)

    return call


@pytest.fixture
def every(catalog):
    """Return the ids of all credentials on record."""
    return catalog.store.ids("credential")


def ids(report):
    """Return the credentials of a report in its order."""
    return [result.credential for result in report.results]


def four(report):
    """Return the results on the four well-known credentials, in the order of the report."""
    return [result for result in report.results if result.credential in FOUR]


def test_credentials_that_are_named_come_as_named(report):
    """Named credentials are judged in the order asked, whether facts bear on them or not."""
    named = report(Client(), "ahima-rhit", "ahima-cca", "ahima-rhia")
    assert ids(named) == ["ahima-rhit", "ahima-cca", "ahima-rhia"]
    assert (named.stage, named.left_out) == ("sit", 0)


def test_credentials_the_facts_do_not_bear_on_are_counted(report, every):
    """Without a name, credentials to which no fact speaks are left out and counted."""
    answer = report(Client())
    assert (answer.results, answer.left_out) == ((), len(every))
    answer = report(GRADUATE)
    assert answer.left_out == len(every) - len(answer.results)
    assert all(result.bears for result in answer.results)
    assert "ahima-rhit" in ids(answer)


def test_all_leaves_none_out(report, every):
    """Asked for everything, every credential on record is judged."""
    answer = report(Client(), everything=True)
    assert sorted(ids(answer)) == every
    assert answer.left_out == 0
    assert {result.bears for result in answer.results} == {0}


def test_the_best_verdicts_come_first(report):
    """Eligible comes first, then unknown, then not eligible, nearly before not."""
    graduate = four(report(GRADUATE, everything=True))
    assert [(result.credential, result.verdict.value) for result in graduate] == [
        ("ahima-rhit", "eligible"),
        ("ahima-cca", "eligible"),
        ("ahima-ccs", "eligible"),
        ("ahima-rhia", "not_eligible"),
    ]
    mixed = four(report(BACHELOR, everything=True))
    assert [result.verdict.value for result in mixed] == [
        *("eligible", "eligible"),
        *("unknown", "unknown"),
    ]
    pupil = four(report(PUPIL, everything=True))
    assert [result.nearly for result in pupil] == [True, True, False, False]


def test_of_equal_verdicts_the_facts_that_bear_on_it_decide(report):
    """Equal verdicts are ordered by how much was told of them, then by name."""
    graduate = four(report(GRADUATE, everything=True))
    assert [result.bears for result in graduate[:3]] == [3, 1, 1]
    places = [result.credential for result in four(report(PUPIL, everything=True))]
    assert places == list(FOUR)


def test_each_result_is_what_checking_it_finds(report, catalog):
    """The report adds nothing to the verdict on each credential."""
    case = Case(client=GRADUATE, as_of=TODAY, reference=reference(catalog))
    for result in report(GRADUATE, everything=True).results:
        assert result == check(catalog.one(Credential, result.credential), case, "sit")


def test_the_stage_is_the_one_asked(report):
    """Verdicts are at the stage that was asked for."""
    student = Client(
        education=(dataclasses.replace(GRADUATE.education[0], completed=None, status="final_term"),)
    )
    assert report(student, "ahima-rhit").results[0].verdict is Verdict.ELIGIBLE
    award = report(student, "ahima-rhit", stage="award")
    assert award.stage == "award"
    assert award.results[0].verdict is Verdict.NOT_ELIGIBLE


def test_a_credential_held_bears_on_what_asks_for_it(report):
    """A credential held bears on itself; what only a closed route asks for bears on nothing."""
    holder = Client(credentials=(HeldCredential(id="ahima-rhit"),))
    answer = report(holder)
    assert [result.credential for result in four(answer)] == ["ahima-rhit"]
    assert "ahima-chps" in ids(answer)


@pytest.mark.parametrize(
    ("parts", "verdict"),
    [
        ((), Verdict.UNKNOWN),
        ((Verdict.ELIGIBLE,), Verdict.ELIGIBLE),
        ((Verdict.ELIGIBLE, Verdict.ELIGIBLE), Verdict.ELIGIBLE),
        ((Verdict.ELIGIBLE, Verdict.UNKNOWN), Verdict.UNKNOWN),
        ((Verdict.UNKNOWN, Verdict.NOT_ELIGIBLE), Verdict.NOT_ELIGIBLE),
        ((Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE), Verdict.NOT_ELIGIBLE),
    ],
)
def test_overall_is_eligible_only_where_each_is(report, parts, verdict):
    """All results together are a no if one is, unknown if one is or there are none, else a yes."""
    (example,) = report(GRADUATE, "ahima-cca").results
    results = tuple(example._replace(verdict=part) for part in parts)
    assert overall(EligibilityReport(stage="sit", results=results, left_out=0)) is verdict
