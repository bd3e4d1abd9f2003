"""``careerkit credentials``: its filters as people type them."""

import csv
import io
import json

import pytest

from careerkit.cli import complete

DAY = ("--as-of", "2026-11-22")


def listed(run, *options):
    """Return the ids of the credentials that pass."""
    result = run("credentials", *options, *DAY, "--json")
    assert (result.status, result.err) == (0, "")
    return [row["id"] for row in json.loads(result.out)["data"]["credentials"]]


@pytest.mark.parametrize("career", ["29-2072", "medical-records-technician", "Medical records"])
def test_a_career_is_named_in_any_way(career, run):
    """An id, a code or a title all mean the career, and each row says what it is to it."""
    answer = json.loads(run("credentials", "--career", career, *DAY, "--json").out)
    assert answer["data"]["career"] == "medical-records-technician"
    rhit = next(row for row in answer["data"]["credentials"] if row["id"] == "ahima-rhit")
    assert (rhit["relation"], rhit["careers"]) == ("optional", ["29-2072", "29-9021"])
    assert rhit["relation_source"] in answer["sources"]


@pytest.mark.parametrize(
    "issuer", ["ahima", "AHIMA", "American Health Information Management Association"]
)
def test_an_issuer_is_named_in_any_way(issuer, run):
    """An id, an abbreviation or a name mean the body."""
    ids = listed(run, "--issuer", issuer)
    assert {"ahima-cca", "ahima-ccs", "ahima-rhia", "ahima-rhit"} <= set(ids)
    assert all(credential.startswith("ahima-") for credential in ids)


@pytest.mark.parametrize("kind", ["certification", "Certifications", " certification "])
def test_a_kind_is_one_or_many(kind, run):
    """A kind may be said in the plural."""
    assert "ahima-rhit" in listed(run, "--kind", kind)


@pytest.mark.parametrize("kind", ["licence", "license", "Licenses", "licences", "registration"])
def test_other_kinds_are_other_credentials(kind, run):
    """A licence is spelled as in the US too; no AHIMA credential is one."""
    assert listed(run, "--kind", kind, "--issuer", "ahima") == []


def test_a_credential_with_a_rule_is_not_open_to_anyone(run):
    """--open leaves out whatever asks for something."""
    assert "ahima-rhit" not in listed(run, "--open")


def test_sorts_and_limits(run):
    """By routes the one with the most ways in comes first; a limit keeps the first."""
    assert listed(run, "--issuer", "ahima", "--sort", "routes", "--limit", "1") == ["ahima-chps"]
    assert listed(run, "--issuer", "ahima")[:2] == ["ahima-cca", "ahima-ccs"]


@pytest.mark.parametrize(
    ("options", "status", "message"),
    [
        (("--kind", "lisense"), 2, "--kind: there is no kind 'lisense'; did you mean 'licence'?"),
        (("--kind", "zz"), 2, "--kind: there is no kind 'zz'; use certification, licence, regi"),
        (("--career", "zzzz"), 3, "--career: there is no career 'zzzz'"),
        (("--issuer", "ahimma"), 3, "--issuer: there is no issuer 'ahimma'; the nearest:"),
        (("--sort", "fame"), 2, "'fame' is not one of 'short', 'name', 'issuer'"),
    ],
)
def test_what_is_not_understood_is_one_line(options, status, message, run):
    """A mistake names its flag and says what to do."""
    result = run("credentials", *options)
    assert (result.status, result.out) == (status, "")
    assert message in result.err


def test_csv_has_a_row_a_credential(run):
    """CSV has the keys of JSON as columns; codes are joined."""
    out = run("credentials", "--issuer", "ahima", *DAY, "--format", "csv").out
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(out))}
    assert rows["ahima-rhit"]["careers"] == "29-2072; 29-9021"
    assert (rows["ahima-rhit"]["open_to_anyone"], rows["ahima-rhit"]["relation"]) == ("false", "")


@pytest.mark.parametrize(
    ("offer", "typed", "offered"),
    [
        (complete.issuers, "AHI", "ahima"),
        (complete.kinds, "cert", "certification"),
        (complete.kinds, "L", "Licence"),
    ],
)
def test_issuers_and_kinds_are_offered(offer, typed, offered):
    """Tab offers the ids of bodies and the kinds that there are."""
    assert offered in offer(typed)
    assert offer("zz") == []
