"""The pages of lists and searches: what their columns mean, and for where."""

import pytest
from pages import page_on, tables, texts

from careerkit.answers.career_row import CareerRow
from careerkit.commands.list.answer import CareerList
from careerkit.commands.search.answer import CareerMatch, SearchMatches
from careerkit.render.page import Bullets

ROW = {
    "id": "actor",
    "title": "Actor",
    "soc": "27-2011",
    "group": "arts-media",
    "education": "some_college",
    "growth_percent": 0.3,
    "openings_per_year": 6300,
    "median_wage": 51140,
    "median_wage_at_least": False,
    "employment": 1520,
    "area": "United States",
    "wage_source": "bls-oews-2025",
    "sources": ("bls-projections-2024-34",),
}
NATION = {"area": "United States", "period": None, "unknown": 0}
OHIO = {"area": "Ohio", "period": "2025-05", "unknown": 0}


@pytest.fixture
def drawn(catalog):
    """Return the page of an answer."""
    return lambda data: page_on(catalog, data)


def listed(*rows, total=None, **place):
    """Return a list of careers, each as what differs from the usual row."""
    careers = tuple(CareerRow(**(ROW | row)) for row in rows)
    return CareerList(careers=careers, total=total or len(careers), **{**NATION, **place})


def matches(*found):
    """Return what a search found, each as what differs from the usual row."""
    usual = ROW | {"matched": "Actor", "match": "title"}
    return SearchMatches(text="actor", matches=tuple(CareerMatch(**(usual | row)) for row in found))


def grid(page):
    """Return the names of the columns and the rows of a page's table."""
    (rows,) = tables(page)
    return [*rows[0]], [[*row.values()] for row in rows]


def prose(page):
    """Return the paragraphs of a page in one."""
    return " ".join(texts(page))


def test_a_list_of_the_nation_has_codes_and_no_workers(drawn):
    """The nation's list has the columns of a career with its code."""
    page = drawn(listed({}))
    names, rows = grid(page)
    assert names == ["Career", "SOC", "Education", "Growth", "Openings", "Median wage"]
    assert rows == [["Actor", "27-2011", "some college", "+0.3%", "6,300", "$51,140"]]
    assert page.title == "1 career"
    assert "all for the US" in prose(page)


def test_a_list_of_an_area_has_its_workers(drawn):
    """With an area, workers there take the place of codes, and the page tells what is of where."""
    page = drawn(listed({"area": "Ohio", "wage_source": "bls-oews-2025-state"}, total=9, **OHIO))
    names, rows = grid(page)
    assert names == ["Career", "Education", "Growth", "Openings", "Median wage", "Workers"]
    assert rows == [["Actor", "some college", "+0.3%", "6,300", "$51,140", "1,520"]]
    assert page.title == "1 of 9 careers in Ohio"
    assert "Annual wages and workers are those of Ohio, May 2025" in prose(page)
    assert "are left out" in prose(page)


def test_the_sources_of_a_list_are_those_of_its_figures(drawn):
    """Projections and the wages of the area are cited, and no others."""
    page = drawn(listed({"area": "Ohio", "wage_source": "bls-oews-2025-state"}, **OHIO))
    (sources,) = (block for block in page.blocks if isinstance(block, Bullets))
    assert [text.split(":")[1].split(",")[0] for _, text in sources.items] == [
        " Employment Projections 2024-34",
        " Occupational Employment and Wage Statistics",
    ]
    assert "states and territories" in sources.items[1][1]


def test_missing_figures_are_dashes(drawn):
    """A figure that is not on record is a dash, never a zero."""
    nothing = dict.fromkeys(("education", "growth_percent", "openings_per_year", "median_wage"))
    page = drawn(listed({**nothing, "employment": None, "wage_source": None}, **OHIO))
    assert grid(page)[1] == [["Actor", "-", "-", "-", "-", "-"]]


@pytest.mark.parametrize("place", [NATION, OHIO])
def test_a_top_coded_wage_is_marked_and_explained(drawn, place):
    """A median that is only a least has a plus, and the page says what that means."""
    page = drawn(listed({"median_wage": 239200, "median_wage_at_least": True}, **place))
    assert "$239,200+" in grid(page)[1][0]
    assert prose(page).endswith("A figure with + is only known to be that or more.")
    assert "A figure with +" not in prose(drawn(listed({}, **place)))


def test_an_empty_list_of_an_area_names_it(drawn):
    """No career in an area is told with the area."""
    assert drawn(listed(**OHIO)).title == "No careers in Ohio"


def test_a_match_tells_by_which_name_it_was_found(drawn):
    """The last column says the name that fits, that it is the title, or that it is only like it."""
    other, like = ("Thespian", "other name"), ("Actress", "spelling")
    page = drawn(matches({}, *({"matched": name, "match": fit} for name, fit in (other, like))))
    names, rows = grid(page)
    assert names == ["Career", "SOC", "Education", "Growth", "Median wage", "Found by"]
    assert [row[-1] for row in rows] == ["its title", "Thespian", "like 'Actress'"]


def test_a_top_coded_match_is_explained(drawn):
    """A plus among the matches is explained below them."""
    page = drawn(matches({"median_wage": 239200, "median_wage_at_least": True}))
    assert "A figure with + is only known to be that or more." in prose(page)
    assert prose(drawn(matches({}))) == ""


@pytest.mark.parametrize(("unknown", "words"), [(1, "1 more career"), (12, "12 more careers")])
def test_what_the_filters_could_not_decide_is_told(drawn, unknown, words):
    """Careers that may fit are counted, in a list and where none fits for certain."""
    for rows in ([{}], []):
        page = drawn(listed(*rows, **{**OHIO, "unknown": unknown}))
        assert f"{words} may fit" in prose(page)
    assert "may fit" not in prose(drawn(listed({})))
