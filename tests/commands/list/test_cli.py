"""``careerkit list`` in an area, in every format."""

import csv
import io
import json

import pytest

OHIO = ("list", "--state", "OH", "--as-of", "2026-11-22")


def test_rows_of_an_area_tell_where_and_from_what(run):
    """JSON tells the area and month, and of each row the workers, area and source of the wage."""
    answer = json.loads(run(*OHIO, "--sort", "workers", "--limit", "3", "--json").out)
    data = answer["data"]
    assert (data["area"], data["period"]) == ("Ohio", "2025-05")
    assert len(data["careers"]) == 3 < data["total"]
    for row in data["careers"]:
        assert (row["area"], row["wage_source"]) == ("Ohio", "bls-oews-2025-state")
        assert {*row["sources"], row["wage_source"]} <= set(answer["sources"])
    workers = [row["employment"] for row in data["careers"]]
    assert workers == sorted(workers, reverse=True)


@pytest.mark.parametrize("form", ["csv", "markdown", "table"])
def test_every_format_has_the_workers(run, form):
    """The same rows come in every format, with the area's figures."""
    argv = (*OHIO, "--sort", "workers", "--limit", "1", "--min-wage", "50k")
    (row,) = json.loads(run(*argv, "--json").out)["data"]["careers"]
    out = run(*argv, "--format", form).out
    if form == "csv":
        (line,) = csv.DictReader(io.StringIO(out))
        assert line["id"] == row["id"]
        assert (line["employment"], line["area"]) == (str(row["employment"]), "Ohio")
        assert float(line["median_wage"]) == row["median_wage"] >= 50_000
    else:
        assert f"{row['employment']:,}" in out
        assert f"${row['median_wage']:,}" in out
        assert "in Ohio" in out
