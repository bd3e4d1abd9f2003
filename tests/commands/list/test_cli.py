"""``careerkit list`` in an area, in every format."""

import csv
import io
import json

import pytest

OHIO = ("list", "--state", "OH", "--as-of", "2026-11-22")


def listed(run, *options):
    """Return the answer of a list as JSON."""
    return json.loads(run(*OHIO, *options, "--json").out)


def test_rows_of_an_area_tell_where_and_from_what(run):
    """JSON tells the area and month, and of each row the workers, area and source of the wage."""
    answer = listed(run, "--sort", "workers", "--limit", "3")
    data = answer["data"]
    assert (data["area"], data["period"]) == ("Ohio", "2025-05")
    assert len(data["careers"]) == 3 < data["total"]
    for row in data["careers"]:
        assert (row["area"], row["wage_source"]) == ("Ohio", "bls-oews-2025-state")
        assert {*row["sources"], row["wage_source"]} <= set(answer["sources"])
    workers = [row["employment"] for row in data["careers"]]
    assert workers == sorted(workers, reverse=True)


def test_a_wage_filter_means_the_area(run):
    """At least so much a year there, whatever the nation pays."""
    rows = listed(run, "--min-wage", "200000")["data"]["careers"]
    assert rows
    assert all(row["median_wage"] >= 200_000 for row in rows)
    nation = json.loads(run("list", "--min-wage", "200000", "--json").out)["data"]["careers"]
    assert {row["id"] for row in rows} != {row["id"] for row in nation}


def test_hourly_occupations_have_workers_and_no_annual_wage(run):
    """Dollars an hour are no annual wage: the row stays, without one."""
    rows = {row["id"]: row for row in listed(run)["data"]["careers"]}
    assert rows["musician-or-singer"]["median_wage"] is None
    assert rows["musician-or-singer"]["employment"] > 0


def test_a_career_without_a_row_there_is_left_out(run):
    """BLS has no local wages of legislators, whom the nation's list has."""
    ids = {row["id"] for row in listed(run)["data"]["careers"]}
    nation = json.loads(run("list", "--json").out)["data"]["careers"]
    assert "legislator" in {row["id"] for row in nation} - ids


@pytest.mark.parametrize("form", ["csv", "markdown", "table"])
def test_every_format_has_the_workers(run, form):
    """The same rows come in every format, with the area's figures."""
    (row,) = listed(run, "--sort", "workers", "--limit", "1")["data"]["careers"]
    out = run(*OHIO, "--sort", "workers", "--limit", "1", "--format", form).out
    if form == "csv":
        (told,) = csv.DictReader(io.StringIO(out))
        assert told["id"] == row["id"]
        assert (told["employment"], told["area"]) == (str(row["employment"]), "Ohio")
        assert float(told["median_wage"]) == row["median_wage"]
    else:
        assert f"{row['employment']:,}" in out
        assert f"${row['median_wage']:,}" in out
        assert "in Ohio" in out
