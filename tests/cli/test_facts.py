"""The facts of a client on the command line: what is noted, and names that rules use."""

import json

import pytest

DAY = ("--as-of", "2026-11-22")
PARAMEDIC = ("nremt-paramedic", "--degree", "certificate", "--field", "paramedic")


def test_a_program_that_was_to_end_by_now_is_noted_and_judged(run, tmp_path):
    """A kept profile goes on working; a note asks what has become of the program."""
    path = tmp_path / "client.yaml"
    path.write_text(
        "education: [{level: high_school}, {level: associate, field: him, "
        "accredited_by: [cahiim], status: final_term, expected: 2026-11-20}]",
        encoding="utf-8",
    )
    before = run("eligible", "rhit", "--profile", str(path), "--as-of", "2026-11-20", "--json")
    after = run("eligible", "rhit", "--profile", str(path), *DAY, "--json")
    assert (before.status, before.err) == (0, "")
    assert after.status == 0
    question = "education[1]: 2026-11-20 has passed; was the program completed?"
    assert after.err == f"careerkit: {question}\n"
    verdicts = [
        json.loads(result.out)["data"]["results"][0]["verdict"] for result in (before, after)
    ]
    assert verdicts == ["eligible", "unknown"]


def test_a_flag_that_has_passed_is_noted_by_its_name(run):
    """The same fact as a flag is told by the flag."""
    result = run("eligible", "rhit", "--degree", "aas", "--expected", "2026-05", *DAY)
    assert result.status == 0
    assert "--expected: 2026-05 has passed; was the program completed?" in result.err


def test_an_empty_profile_tells_nothing(run, tmp_path):
    """It is answered like no facts at all, and the note says so."""
    path = tmp_path / "client.yaml"
    path.write_text("# to be filled in\n", encoding="utf-8")
    result = run("eligible", "--profile", str(path), "--json", *DAY)
    assert (result.status, result.out) == (0, run("eligible", "--json", *DAY).out)
    assert result.err.startswith("careerkit: no facts were given")


@pytest.mark.parametrize("name", ["coaemsp", "coaemsp_lor", "CoAEMSP-LOR"])
def test_a_body_is_found_by_the_name_that_rules_use(run, name):
    """A letter of review of the committee counts like its name."""
    result = run("eligible", *PARAMEDIC, "--accredited", name, "--json", *DAY)
    assert result.out == run("eligible", *PARAMEDIC, "--accredited", "coaemsp", "--json", *DAY).out
    assert (result.status, result.err) == (0, "")
