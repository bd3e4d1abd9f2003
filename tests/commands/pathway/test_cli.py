"""``careerkit pathway`` as a user gives it."""

import csv
import io
import json

import pytest

from careerkit.cli import complete
from careerkit.commands.pathway.cli import _goals

DAY = ("--as-of", "2026-11-22")
RHIT = ("pathway", "rhit", "--degree", "ged", "--state", "OH")


def answer(result):
    """Return the data of a JSON answer."""
    assert (result.status, result.err) == (0, "")
    return json.loads(result.out)["data"]


def test_facts_are_those_of_eligible(run):
    """Flags of several sections, and a further program, are read as eligible reads them."""
    data = answer(
        run("pathway", "rhia", "--study", "degree=bs,field=business", "--holds", "none", "--json")
    )
    assert data["held"] is False
    assert data["ways"][0]["steps"][0]["level"] == "master"


def test_a_profile_takes_the_place_of_flags(run, tmp_path):
    """The client's facts come from a file, but not from both."""
    profile = tmp_path / "client.yaml"
    profile.write_text("state: OH\neducation: [{level: high_school}]\n", encoding="utf-8")
    expected = answer(run(*RHIT, *DAY, "--json"))
    assert answer(run("pathway", "rhit", "--profile", str(profile), *DAY, "--json")) == expected
    result = run(*RHIT, "--profile", str(profile))
    assert result.status == 2
    assert "not both" in result.err


def test_a_goal_of_several_words_needs_no_quotes(run):
    """A career's title may be typed as it is."""
    data = answer(run("pathway", "medical", "records", "technician", "--json"))
    assert (data["goal_kind"], data["goal"]) == ("career", "medical-records-technician")


@pytest.mark.parametrize(
    ("argv", "status", "message"),
    [
        (("RN",), 2, "fits a career and a credential"),
        (("zzzzzz",), 3, "there is no career or credential 'zzzzzz'"),
        (("rhit", "--degree", "xyz"), 2, "--degree"),
        (("rhit", "--completed", "2030-01-01", "--degree", "aas"), 2, "--completed"),
        ((), 2, "Missing argument"),
    ],
)
def test_mistakes_are_one_clear_line(run, argv, status, message):
    """What cannot be answered says why, and exits with the status of its kind."""
    result = run("pathway", *argv, *DAY)
    assert (result.status, result.out) == (status, "")
    assert result.err.startswith("careerkit: ")
    assert message in result.err
    assert "Traceback" not in result.err


def test_csv_is_one_row_a_step(run):
    """A spreadsheet gets a row for every step, with its way."""
    result = run("pathway", "aapc-cpc", *DAY, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.out)))
    data = answer(run("pathway", "aapc-cpc", *DAY, "--json"))
    assert len(rows) == sum(len(way["steps"]) for way in data["ways"])
    assert {row["way"] for row in rows} == {"1", "2", "3"}
    assert rows[0]["text"] == data["ways"][0]["steps"][0]["text"]


def test_the_same_question_has_the_same_answer(run):
    """Two runs print the same bytes."""
    assert run(*RHIT, *DAY).out == run(*RHIT, *DAY).out


def test_what_is_eligible_after_the_steps_is_what_eligible_says(run):
    """The program that the way names, told as done, makes eligible's verdict eligible."""
    (way,) = answer(run(*RHIT, *DAY, "--json"))["ways"]
    step = way["steps"][0]
    body = step["accreditors"][0]["id"]
    study = ("--degree", step["level"], "--field", step["field"], "--accredited", body)
    data = answer(run("eligible", "rhit", *study, *DAY, "--json"))
    assert data["results"][0]["verdict"] == "eligible"


def test_ids_are_completed(catalog, monkeypatch):
    """Careers and credentials that begin with what was typed are offered for Tab."""
    monkeypatch.setattr(complete, "open_store", lambda _: catalog.store)
    assert _goals("ahima-rhi") == ["ahima-rhia", "ahima-rhit"]
    assert _goals("medical-rec") == ["medical-records-technician"]
