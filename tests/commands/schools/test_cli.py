"""``careerkit schools`` with the real directory, in every format."""

import csv
import io
import json
from typing import get_args

import pytest

from careerkit.commands.schools.cli import Sort
from careerkit.commands.schools.query import SORTS

CAREER = "medical-records-technician"
KEYS = {
    *("unitid", "name", "city", "state", "control", "cip", "program", "level", "awards", "year"),
    "url",
}


@pytest.fixture
def asked(run):
    """Return what ``schools`` answers, as JSON."""

    def ask(*argv):
        result = run("schools", *argv, "--as-of", "2026-11-22", "--json")
        assert (result.status, result.err) == (0, "")
        return json.loads(result.out)

    return ask


@pytest.mark.parametrize(
    ("argv", "total", "closed", "awards"),
    [
        (("51.0707", "--level", "associate"), 308, 0, 3354),
        (("51.0707", "--level", "AAS"), 308, 0, 3354),
        (("51.0707",), 419, 0, None),
        (("51.3801",), 2125, 1, None),
    ],
)
def test_schools_and_awards_are_counted_as_published(asked, argv, total, closed, awards):
    """The counts of the directory, those that have closed since among them."""
    data = asked(*argv)["data"]
    assert (data["total"], data["closed"]) == (total, closed)
    assert len({row["unitid"] for row in data["schools"]}) == total - closed
    assert data["rows_total"] == len(data["schools"])
    assert awards in (None, sum(row["awards"] for row in data["schools"]))


def test_rows_have_the_keys_of_the_contract(asked):
    """Every row tells school, program, level, awards with their year, and address."""
    answer = asked("51.0707", "--state", "Ohio", "--level", "associate")
    data = answer["data"]
    assert data["schools"]
    for row in data["schools"]:
        assert set(row) >= KEYS
        assert (row["state"], row["level"], row["cip"]) == ("OH", "associate", "51.0707")
        assert (row["year"], row["source"]) == ("2023-24", "ipeds-2024")
        assert row["url"].startswith("http")
    awards = [row["awards"] for row in data["schools"]]
    assert awards == sorted(awards, reverse=True)
    assert awards[-1] == 0
    assert set(answer["sources"]) == {"cip-2020", "ipeds-2024", "scorecard-2026"}


def test_a_career_is_asked_for_by_what_leads_to_it(asked):
    """Its programs are those that the crosswalk pairs with it; rows tell which."""
    answer = asked(CAREER, "--state", "OH")
    data = answer["data"]
    assert data["asked"] == {"kind": "career", "id": CAREER, "title": "Medical records technician"}
    assert {each["cip"] for each in data["programs"]} >= {"51.0707", "51.0713"}
    assert {row["cip"] for row in data["schools"]} <= {each["cip"] for each in data["programs"]}
    assert "cip-soc-2020" in answer["sources"]


def test_near_a_place_the_nearest_comes_first(asked):
    """Fifty miles if nobody says, neighbouring states too, and no further than asked."""
    data = asked("51.3801", "--near", "Cincinnati, OH")["data"]
    miles = [row["miles"] for row in data["schools"]]
    assert miles == sorted(miles)
    assert miles[-1] <= 50
    assert {row["state"] for row in data["schools"]} == {"OH", "KY"}
    assert data["near"]["name"] == "Cincinnati, OH"
    closer = asked("51.3801", "--near", "Cincinnati, OH", "--within", "5")["data"]
    assert 0 < closer["total"] < data["total"]
    only = asked("51.3801", "--near", "Cincinnati, OH", "--state", "KY")["data"]
    assert {row["state"] for row in only["schools"]} == {"KY"}


@pytest.mark.parametrize(
    ("option", "key", "found"),
    [
        (("--control", "public"), "control", {"public"}),
        (("--control", "nonprofit"), "control", {"private_nonprofit"}),
        (("--control", "private"), "control", {"private_nonprofit", "private_for_profit"}),
        (("--distance",), "distance", {"all", "some"}),
    ],
)
def test_filters_hold_of_every_row(asked, option, key, found):
    """Who runs a school, and what it offers at a distance."""
    rows = asked("51.0707", *option)["data"]["schools"]
    assert {row[key] for row in rows} == found


def test_every_sort_is_offered():
    """The command takes the sorts that there are."""
    assert get_args(Sort) == (*SORTS,)


def test_csv_has_a_line_for_each_row(run, asked):
    """Every row comes, with its sources and without any note."""
    data = asked("51.0707")["data"]
    result = run("schools", "51.0707", "--as-of", "2026-11-22", "--format", "csv")
    rows = [*csv.DictReader(io.StringIO(result.out))]
    assert (len(rows), result.err) == (len(data["schools"]), "")
    assert [row["unitid"] for row in rows] == [str(row["unitid"]) for row in data["schools"]]
    assert rows[0]["cip"] == "51.0707"
    assert {row["source"] for row in rows} == {"ipeds-2024"}


@pytest.mark.parametrize(
    ("argv", "status", "told"),
    [
        (("51.0707", "--within", "5"), 2, "--within: say from where, with --near PLACE"),
        (("51.0707", "--sort", "distance"), 2, "--sort distance: say from where"),
        (("51.0707", "--near", "Columbus"), 2, "--near: 'Columbus' is in 4 states; name one"),
        (("51.0707", "--near", "Columbus, OH", "--within", "0"), 2, "--within: '0' is not"),
        (("51.0707", "--near", "Columbus, OH", "--within", "nan"), 2, "--within: 'nan' is not"),
        (("51.0707", "--near", "Bexley, OH"), 3, "--near: no school on record is in 'Bexley, OH'"),
        (("51.0707", "--near", ""), 3, "--near: no school on record is in ''"),
        (("51.0707", "--state", "Columbus"), 2, "--state: 'Columbus' is no state; for a city use"),
        (("51.0707", "--state", "Atlantis"), 3, "--state: there is no state or territory"),
        (("51.0707", "--level", "ged"), 2, "--level: no program awards 'ged'"),
        (("51.0707", "--control", "prviate"), 2, "did you mean 'private'?"),
        (("15.0503",), 2, "is a former code; use 15.1701"),
        (("51.0799999",), 3, "there is no CIP code 51.0799999; the nearest:"),
        (("zzzz",), 3, "there is no career or program 'zzzz'"),
        (("medical",), 2, "career records; name one by its id"),
    ],
)
def test_what_cannot_be_answered_is_told_in_one_line(run, argv, status, told):
    """Mistakes end in a status and a line that says what to do."""
    result = run("schools", *argv, "--as-of", "2026-11-22")
    assert (result.status, result.out) == (status, "")
    assert told in result.err.splitlines()[0]


def test_a_title_is_told_as_what_it_was_taken_for(run):
    """Where words stood for a code, a note on stderr says which; a code needs none."""
    result = run("schools", "Welding", "Technology", "--state", "OH", "--limit", "1")
    assert result.status == 0
    assert result.err == (
        "careerkit: 'Welding Technology' is taken for CIP 48.0508 (Welding Technology/Welder)\n"
    )
    assert not run("schools", "cip", "48.0508", "--limit", "1").err


def test_no_school_is_an_answer(asked):
    """Nobody in Palau teaches it: that is said with status 0."""
    data = asked("51.0707", "--state", "Palau")["data"]
    assert (data["schools"], data["total"], data["area"]) == ([], 0, "Palau")
