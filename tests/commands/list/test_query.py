"""Careers filtered and sorted."""

import csv
from typing import get_args

import pytest
from pages import SOURCE, catalog_of

from careerkit.commands.list.cli import Sort
from careerkit.commands.list.query import SORTS, Filters, careers
from careerkit.csvdata.rows import AreaRow, WageRow
from careerkit.queries.areas import areas


def career(title, soc, level=None, projected=None, paid=None):
    """Return the record of a career; what is left out is not on record."""
    page = {"source": "page"}
    claims = [{"level": level, "basis": "typical"} | page] if level else []
    years = {"base_year": 2024, "horizon_year": 2034}
    wages = [{"period": "2025-05"} | paid | page] if paid else []
    return {
        "title": title,
        "soc": soc,
        "group": "health-information",
        "summary": "Does what it is called.",
        "sources": ["page"],
        "requirements": {"education": claims},
        "outlook": [years | projected | page] if projected else [],
        "wages": wages,
    }


def projection(growth, openings=None):
    """Return the figures of a projection."""
    known = {"growth_percent": growth, "openings_per_year": openings}
    return {name: figure for name, figure in known.items() if figure is not None}


RECORDS = {
    "medical-coder": career(
        *("Medical coder", "29-2072", "certificate", projection(7.1, 14200)),
        {"median": 51140, "employment": 194720},
    ),
    "records-manager": career(
        *("Records manager", "11-9111", "bachelor", projection(23, 62100), {"median": 117960})
    ),
    "file-clerk": career(
        *("File clerk", "43-4071", "high_school", projection(-10.5, 8000), {"median": 39000})
    ),
    "new-career": career("Zebra records keeper", "43-9999"),
    "archivist": career("archivist", "25-4011", "master", projection(7.1), {"median": 51140}),
}
AREAS = '39,Ohio,state,OH,2025-05\n18140,"Columbus, OH",metropolitan,OH,2025-05'
WAGES = """
39,29-2072,year,7440,1.356,1.06,54550,37000,43000,50990,61000,80000
39,11-9111,year,,,,120000,70000,90000,>=239200,>=239200,>=239200
39,43-4071,hour,310,0.1,0.9,20.5,15,18,19.75,22,25
39,25-4011,year,90,0.02,1.1,,,,,,
18140,29-2072,year,1200,1.1,1,55000,38000,44000,52000,62000,81000
"""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """Return a catalog of five careers, one of them without any figure, and two areas."""
    tables = {
        "wages/local/areas.csv": [AreaRow._fields, *csv.reader(AREAS.split("\n"))],
        "wages/local/all.csv": [WageRow._fields, *csv.reader(WAGES.split())],
    }
    records = {"careers": RECORDS, "sources": {"local": SOURCE, "page": SOURCE}}
    return catalog_of(tmp_path_factory.mktemp("shelf"), records, tables)


def listed(shelf, sort="title", limit=None, **filters):
    """Return the ids of the careers that pass."""
    return [row.id for row in careers(shelf, Filters(**filters), sort, limit).careers]


def test_without_filters_every_career_is_listed(shelf):
    """No filter leaves nothing out."""
    assert set(listed(shelf)) == set(RECORDS)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"group": "health-information"}, set(RECORDS)),
        ({"group": "health"}, set(RECORDS)),
        ({"group": "information"}, set()),
        ({"education": "certificate"}, {"medical-coder", "file-clerk"}),
        ({"education": "high_school"}, {"file-clerk"}),
        ({"education": "none"}, set()),
        ({"education": "doctorate"}, set(RECORDS) - {"new-career"}),
        ({"min_wage": 51140}, {"medical-coder", "records-manager", "archivist"}),
        ({"min_wage": 51141}, {"records-manager"}),
        ({"min_growth": 7.1}, {"medical-coder", "records-manager", "archivist"}),
        ({"min_growth": -20}, set(RECORDS) - {"new-career"}),
        ({"min_wage": 0}, set(RECORDS) - {"new-career"}),
        ({"min_growth": 0}, {"medical-coder", "records-manager", "archivist"}),
    ],
)
def test_a_filter_keeps_what_has_the_figure(shelf, filters, found):
    """A filter keeps the careers that reach it; a figure not on record passes no filter on it."""
    assert set(listed(shelf, **filters)) == found


def test_filters_combine(shelf):
    """A career must pass every filter that is given."""
    both = {"min_growth": 7.1, "education": "bachelor"}
    assert listed(shelf, **both) == ["medical-coder", "records-manager"]
    assert listed(shelf, **both, min_wage=60000) == ["records-manager"]
    assert listed(shelf, **both, min_wage=60000, group="health") == ["records-manager"]
    assert listed(shelf, **both, min_wage=200000) == []


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("title", ["archivist", "file-clerk", "medical-coder", "records-manager", "new-career"]),
        ("growth", ["records-manager", "archivist", "medical-coder", "file-clerk", "new-career"]),
        ("openings", ["records-manager", "medical-coder", "file-clerk", "archivist", "new-career"]),
        ("wage", ["records-manager", "archivist", "medical-coder", "file-clerk", "new-career"]),
        ("workers", ["medical-coder", "archivist", "file-clerk", "new-career", "records-manager"]),
        (
            "education",
            ["file-clerk", "medical-coder", "records-manager", "archivist", "new-career"],
        ),
    ],
)
def test_sorts_put_the_best_first_and_the_unknown_last(shelf, sort, order):
    """Figures fall, titles and levels rise; what has no figure comes last, equals by their id."""
    assert listed(shelf, sort=sort) == order


def test_every_sort_is_tried():
    """The sorts tried above are all there are, and all that the command takes."""
    tried = {"title", "growth", "openings", "wage", "workers", "education"}
    assert set(SORTS) == set(get_args(Sort)) == tried


@pytest.mark.parametrize("limit", [0, 1, 3, 99])
def test_a_limit_cuts_the_list_and_not_the_total(shelf, limit):
    """A limit shows the first of the list and still says how many there are."""
    answer = careers(shelf, Filters(), "wage", limit)
    assert len(answer.careers) == min(limit, len(RECORDS))
    assert answer.total == len(RECORDS)


def test_a_row_keeps_what_is_missing_missing(shelf):
    """A figure that is not on record is None in the row, never zero."""
    *_, row = careers(shelf, Filters(), "wage", None).careers
    assert (row.id, row.education, row.growth_percent) == ("new-career", None, None)
    assert (row.median_wage, row.openings_per_year, row.sources) == (None, None, ())


def local(shelf, sort="title", metro=None, **filters):
    """Return the list of careers in Ohio, or in an area of it."""
    area = areas(shelf, "OH", metro)[0]
    return careers(shelf, Filters(**filters), sort, None, area)


def test_in_an_area_wages_and_workers_are_those_there(shelf):
    """A row has the area's median and workers with their source; the rest is of the nation."""
    (row,) = (row for row in local(shelf).careers if row.id == "medical-coder")
    assert (row.median_wage, row.employment, row.area) == (50990, 7440, "Ohio")
    assert (row.wage_source, row.sources) == ("local", ("page",))
    assert (row.growth_percent, row.openings_per_year, row.education) == (7.1, 14200, "certificate")


def test_a_list_tells_its_area_and_date(shelf):
    """The answer names the area and the month of its figures; the nation's has no month."""
    assert (local(shelf).area, local(shelf).period) == ("Ohio", "2025-05")
    nation = careers(shelf, Filters(), "title", None)
    assert (nation.area, nation.period) == ("United States", None)
    assert {row.area for row in nation.careers} == {"United States"}


def test_the_smaller_area_is_the_one_listed(shelf):
    """With a state and an area in it, the list is that of the area."""
    answer = local(shelf, metro="Columbus")
    assert answer.area == "Columbus, OH"
    assert [(row.id, row.median_wage) for row in answer.careers] == [("medical-coder", 52000)]
    assert answer.total == 1


def test_a_career_without_a_row_there_is_left_out(shelf):
    """A career without a row in the area is not listed, and not counted."""
    answer = local(shelf)
    assert {row.id for row in answer.careers} == set(RECORDS) - {"new-career"}
    assert answer.total == 4


@pytest.mark.parametrize(
    ("career_id", "wage", "at_least", "workers"),
    [
        pytest.param("file-clerk", None, False, 310, id="hourly"),
        pytest.param("archivist", None, False, 90, id="unreleased"),
        pytest.param("records-manager", 239200, True, None, id="top-coded, workers unreleased"),
        pytest.param("medical-coder", 50990, False, 7440, id="exact"),
    ],
)
def test_a_row_has_annual_wages_only_and_marks_a_least(shelf, career_id, wage, at_least, workers):
    """An hourly or unreleased wage is None; one that is known to be that or more is marked."""
    (row,) = (row for row in local(shelf).careers if row.id == career_id)
    assert (row.median_wage, row.median_wage_at_least) == (wage, at_least)
    assert row.employment == workers


def test_filters_and_sorts_are_held_to_the_area(shelf):
    """A wage filter and the sorts by wage and workers use the figures of the area."""

    def ids(**asked):
        return [row.id for row in local(shelf, **asked).careers]

    assert ids(min_wage=51000) == ["records-manager"]
    assert ids(min_wage=50990, sort="wage") == ["records-manager", "medical-coder"]
    most, *others = ids(sort="workers")
    assert (most, others) == ("medical-coder", ["file-clerk", "archivist", "records-manager"])


def test_what_a_wage_filter_cannot_decide_is_counted(shelf):
    """A least may be more, an hourly or unreleased wage may be enough: neither a yes nor a no."""
    answer = local(shelf, min_wage=300_000)
    assert (answer.careers, answer.total, answer.unknown) == ((), 0, 3)
    assert local(shelf, min_wage=239_200).unknown == 2
    assert local(shelf).unknown == 0
