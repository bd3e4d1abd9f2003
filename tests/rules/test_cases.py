"""Every case of ``tests/cases``: a client, a credential, and the verdict that the rules call for.

A case has a ``name``, a ``client`` (a profile), perhaps ``as_of`` (2026-11-22 if left out), a
``stage`` (sit), and what to ``expect``. Of ``missing``, ``ask`` and ``assumes`` it gives words:
each must stand in an item of the answer, and ``[]`` means that there is none; ``missing`` and
``assumes`` have as many items as words. A client that no profile can tell of (such as one whose
date has passed) is ``unchecked``: it goes straight to the model.
"""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from careerkit.api import check
from careerkit.model.client import Client
from careerkit.model.credential import Credential
from careerkit.model.plain import from_plain
from careerkit.yamldata.profiles import decode_profile

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
CASES = Path(__file__).resolve().parent.parent / "cases"
TODAY = date(2026, 11, 22)
KEYS = {"name", "client", "as_of", "stage", "unchecked", "expect"}
EXPECTED = {"verdict", "route", "missing", "ask", "nearly", "assumes"}
LEAST = {"ahima-rhit": 8, "ahima-rhia": 8}


@cache
def cases_in(path):
    """Return the cases of a file."""
    return yaml.load(path.read_text("utf-8"), LOADER)  # noqa: S506 - the safe one, in C if there


def cases():
    """Yield every case with the credential that its file names."""
    for path in sorted(CASES.glob("**/*.yaml")):
        for case in cases_in(path):
            yield pytest.param(path.stem, case, id=f"{path.stem}::{case['name']}")


def as_texts(value):
    """Return plain values with dates and years as the text a profile holds."""
    if isinstance(value, dict):
        return {key: as_texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_texts(item) for item in value]
    return str(value) if isinstance(value, date) else value


def client_of(case, catalog, as_of):
    """Return the client of a case, read as strictly as a profile unless it is unchecked."""
    if case.get("unchecked"):
        return from_plain(Client, as_texts(case["client"]))
    content = yaml.dump(case["client"], Dumper=DUMPER).encode()
    known = {kind: catalog.store.ids(kind) for kind in ("accreditor", "credential", "issuer")}
    client, problems = decode_profile(content, "client", known, as_of)
    assert not problems, [str(problem) for problem in problems]
    return client


@pytest.mark.parametrize(("credential", "case"), [*cases()])
def test_case(catalog, credential, case):
    """The client of the case gets the verdict that the published rules call for."""
    assert case.keys() <= KEYS
    assert {"name", "client", "expect"} <= case.keys()
    expect = case["expect"]
    assert expect.keys() <= EXPECTED
    assert "verdict" in expect
    as_of = case.get("as_of", TODAY)
    client = client_of(case, catalog, as_of)

    answer = check(credential, client, as_of=as_of, stage=case.get("stage", "sit"), catalog=catalog)

    stated = {key: getattr(answer, key) for key in expect.keys() & {"verdict", "route", "nearly"}}
    assert stated == {key: expect[key] for key in stated}, (answer.missing, answer.ask)
    for key in expect.keys() & {"missing", "ask", "assumes"}:
        items = getattr(answer, key)
        for words in expect[key]:
            assert any(words in item for item in items), (key, words, items)
        if key != "ask" or not expect[key]:
            assert len(items) == len(expect[key]), (key, items)


def test_case_names_are_claims_of_their_own():
    """No two cases of a credential have the same name."""
    for path in CASES.glob("**/*.yaml"):
        names = [case["name"] for case in cases_in(path)]
        assert len(names) == len(set(names)), path.name


def test_every_credential_has_cases(catalog):
    """Every credential on record has at least three cases, and more where its rules are hard."""
    files = {path.stem: path for path in CASES.glob("**/*.yaml")}
    for credential in catalog.store.ids("credential"):
        assert credential in files, f"no tests/cases/{credential}.yaml"
        answer = cases_in(files[credential])
        assert len(answer) >= LEAST.get(credential, 3)


def test_every_route_is_met_by_a_case(catalog):
    """Every route of every credential is the winning route of some case."""
    routes = {
        (record.id, route.id) for record in catalog.all(Credential) for route in record.routes
    }
    met = {
        (path.stem, case["expect"].get("route"))
        for path in CASES.glob("**/*.yaml")
        for case in cases_in(path)
    }
    assert routes <= met
