"""``careerkit show``: what it says beside its answer, and areas."""

import json

import pytest

CAREER = "medical-records-technician"
DAY = ("--as-of", "2026-11-22")


@pytest.mark.parametrize("name", [CAREER, "29-2072", "Medical records technician", "medical coder"])
def test_a_name_of_the_record_needs_no_word(run, name):
    """Who names a career as its record does is told nothing beside the card."""
    result = run("show", name, *DAY)
    assert (result.status, result.err) == (0, "")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("er nurse", "'ER Nurse' is one of the titles of Registered nurse (29-1141)"),
        ("29-1141.01", "'29-1141.01' is an O*NET code of Registered nurse (29-1141)"),
    ],
)
def test_another_title_is_told_by_which_it_was_found(run, name, told):
    """A career found by what only a bulk table calls it is told on stderr, and only there."""
    result = run("show", name, *DAY)
    assert (result.status, result.err) == (0, f"careerkit: {told}\n")
    assert run("show", "registered-nurse", *DAY).out == result.out


def test_a_title_that_is_a_credential_too_says_where_that_is(run):
    """``RHIT`` is listed as a title, but who asks for it may mean the credential."""
    result = run("show", "RHIT", *DAY)
    assert result.status == 0
    assert result.err.splitlines() == [
        "careerkit: 'RHIT' is one of the titles of Medical records technician (29-2072)",
        "careerkit: there is a credential of that name: careerkit credential ahima-rhit",
    ]


def test_a_title_of_two_careers_lists_both(run):
    """A charge nurse may be either kind of nurse."""
    result = run("show", "charge", "nurse")
    assert (result.status, result.out) == (2, "")
    assert "registered-nurse" in result.err
    assert "licensed-practical-nurse" in result.err


@pytest.mark.parametrize(
    ("options", "areas"),
    [
        ((), []),
        (("--state", "oh"), ["Ohio"]),
        (("--metro", "Columbus, Ohio"), ["Columbus, OH"]),
        (("--state", "OH", "--metro", "columbus"), ["Columbus, OH", "Ohio"]),
    ],
)
def test_wages_of_areas_come_with_their_source(run, options, areas):
    """Each area asked for adds a row of wages with its place, date, workers and source."""
    answer = json.loads(run("show", CAREER, *options, *DAY, "--json").out)
    local = [row for row in answer["data"]["wages"] if row["area_type"] != "national"]
    assert [row["area"] for row in local] == areas
    for row in local:
        assert row["source"] in answer["sources"]
        assert (row["period"], row["unit"]) == ("2025-05", "year")
        assert row["employment"] > 0


def test_an_area_without_wages_is_told(run):
    """Where BLS has no figures of a career, the card says so and has no row for it."""
    answer = json.loads(run("show", "legislator", "--state", "OH", *DAY, "--json").out)
    assert answer["data"]["without_wages"] == ["Ohio"]
    assert "no wages of this occupation for Ohio" in run("show", "legislator", "--state", "OH").out


@pytest.mark.parametrize("command", [("show", CAREER), ("list",)])
@pytest.mark.parametrize(
    ("given", "status", "message"),
    [
        ("--state=Ohoi", 3, "--state: there is no state or territory 'Ohoi'; the nearest:"),
        ("--state=", 3, "--state: there is no state or territory ''; give a name or postal"),
        ("--metro=Columbus", 2, "--metro: 'Columbus' fits 3 areas; name one by its name or"),
        ("--metro=zqzq", 3, "--metro: there is no area 'zqzq'; BLS names areas after"),
        ("--metro=Iowa", 2, "--metro: 'Iowa' is a state; for all of it use --state IA"),
    ],
)
def test_an_area_that_is_not_one_is_told_in_one_line(run, command, given, status, message):
    """What is wrong with an area is one line, with a list below where there is one."""
    result = run(*command, given)
    assert (result.status, result.out) == (status, "")
    assert result.err.startswith(f"careerkit: {message}")
    assert all(line.startswith("  ") for line in result.err.splitlines()[1:])


@pytest.mark.parametrize("form", ["csv", "markdown", "table"])
def test_every_format_has_the_areas(run, form):
    """CSV, Markdown and the table carry the figures of an area as JSON does."""
    out = run("show", CAREER, "--state", "OH", *DAY, "--format", form).out
    assert ("50990" if form == "csv" else "$50,990") in out
    assert "Ohio" in out
