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
    """A career found by what only a table calls it says so on stderr and in its heading."""
    result = run("show", name, *DAY)
    assert (result.status, result.err) == (0, f"careerkit: {told}\n")
    heading, card = result.out.split("\n", 1)
    assert heading == f"Registered nurse (you asked: {name})"
    assert run("show", "registered-nurse", *DAY).out == f"Registered nurse\n{card}"


@pytest.mark.parametrize(
    ("argv", "heading"),
    [
        (("show", "banking"), "New accounts clerk (you asked: banking; also: "),
        (("outlook", "janitorial"), "Job outlook in the US: Housekeeping or janitorial supervisor"),
        (("pathway", "medical records"), "Medical records technician (you asked: medical records;"),
        (("programs", "medical records"), "(you asked: medical records; also: "),
        (("schools", "medical records", "--state", "OH"), "(you asked: medical records; also: "),
        (("credential", "real estate"), "(you asked: real estate)"),
    ],
)
@pytest.mark.parametrize("style", ["table", "markdown"])
def test_a_part_of_a_name_is_told_in_the_heading(run, argv, heading, style):
    """No career or credential opens by a part of its name without saying what was asked for."""
    result = run(*argv, *DAY, "--format", style)
    first = result.out.split("\n", 1)[0]
    assert result.status == 0
    assert heading in first
    assert f"you asked: {argv[1]}" in first


def test_what_was_asked_stands_in_json(run):
    """A script reads what was typed, what it was taken for, and what else it may have meant."""
    answer = json.loads(run("compare", "welder", "banking", *DAY, "--json").out)
    (name,) = answer["resolved"]
    assert (name["typed"], name["kind"], name["id"]) == ("banking", "career", "new-accounts-clerk")
    assert (name["how"], name["title"]) == ("words", "New accounts clerk")
    assert name["id"] not in name["others"]
    assert json.loads(run("show", "welder", *DAY, "--json").out)["resolved"] == []


@pytest.mark.parametrize(
    ("argv", "first"),
    [
        (("show", "cooking"), "restaurant-cook"),
        (("pathway", "journalism"), "journalist"),
        (("show", "firefighting"), "firefighter"),
        (("compare", "welder", "cooking"), "restaurant-cook"),
    ],
)
def test_words_that_a_search_takes_for_another_career_open_none(run, argv, first):
    """What search and the names of careers disagree on is listed, best first."""
    result = run(*argv, *DAY)
    assert (result.status, result.out) == (2, "")
    assert "may be one of several careers; name one by its id" in result.err
    assert result.err.splitlines()[1].startswith(f"  {first}  (")


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
