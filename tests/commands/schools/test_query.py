"""Schools of programs: which pass, in which order, and what a row tells."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import catalog_of

from careerkit.catalog import Catalog
from careerkit.commands.schools.answer import NearPlace, ProgramAsked, StudyAsked
from careerkit.commands.schools.query import SORTS, Filters, schools
from careerkit.commands.schools.resolve_study import resolve_study
from careerkit.model.vocabulary import AWARD_LEVELS, CONTROLS
from careerkit.queries.geocode import state
from careerkit.queries.places import Place

DAY = date(2026, 11, 22)
COLUMBUS = Place("Columbus, OH", 39.95, -83.0, 2)
COOK = "cook"
PROFESSOR = "cooking-professor"


def listed(campus, text=COOK, sort="awards", limit=None, as_of=DAY, **filters):
    """Return the answer for a text and filters."""
    return schools(campus, resolve_study(campus, text), Filters(**filters), sort, limit, as_of)


def named(found):
    """Return what tells the rows of an answer apart."""
    return [(row.name, row.cip, row.level) for row in found.schools]


def test_a_row_is_a_school_a_program_and_a_level(campus):
    """Classes of awards are summed into their level; the most awards come first, then names."""
    answer = listed(campus)
    assert [(row.name, row.cip, row.level, row.awards) for row in answer.schools] == [
        ("Alpha", "12.0500", "certificate", 7),
        ("Alpha", "12.0500", "associate", 5),
        ("Delta", "12.0503", "associate", 5),
        ("Epsilon", "12.0503", "associate", 5),
        ("Lost", "12.0501", "certificate", 3),
        ("beta", "12.0500", "certificate", 0),
    ]
    assert (answer.total, answer.closed, answer.rows_total) == (6, 1, 6)
    assert answer.asked == StudyAsked(kind="career", id="cook", title="Cook")
    assert answer.programs == (
        ProgramAsked(cip="12.0500", title="Cooking, General", schools=2),
        ProgramAsked(cip="12.0501", title="Baking and Pastry Arts/Baker", schools=1),
        ProgramAsked(cip="12.0503", title="Culinary Arts/Chef Training", schools=2),
    )
    assert (answer.year, answer.sources) == ("2023-24", ("cip-x", "pairs-x", "schools-x"))


def test_a_row_tells_what_is_known_and_from_where(campus):
    """Names, figures and sources; what is not on record is None, and has no source."""
    first, *_, last = listed(campus, "12.0500").schools
    told = {each: getattr(first, each) for each in type(first).__slots__}
    assert told == {
        "unitid": 100001,
        "name": "Alpha",
        "city": "Columbus",
        "state": "OH",
        "control": "public",
        "cip": "12.0500",
        "program": "Cooking, General",
        "level": "certificate",
        "lengths": ("12 weeks to 1 year",),
        "awards": 7,
        "year": "2023-24",
        "net_price": 9000,
        "earnings_1yr": 20000,
        "earnings_4yr": None,
        "debt": 900,
        "distance": None,
        "miles": None,
        "url": "https://alpha.edu/",
        "source": "schools-x",
        "net_price_source": "costs-x",
        "graduates_source": "costs-x",
    }
    assert (last.name, last.awards, last.net_price, last.url) == ("beta", 0, None, None)
    assert (last.net_price_source, last.graduates_source) == (None, None)


def test_lengths_are_those_with_awards_or_all_that_are_offered(campus):
    """A length without awards is left out where another has some; degrees have no lengths."""
    lengths = {(row.name, row.level): row.lengths for row in listed(campus).schools}
    assert lengths["Alpha", "certificate"] == ("12 weeks to 1 year",)
    assert lengths["beta", "certificate"] == ("1 to 2 years", "2 to 4 years")
    assert lengths["Alpha", "associate"] == ()


def test_doctorates_of_all_classes_are_one_level(campus):
    """Research and professional practice count together, and are study above a bachelor's."""
    (row,) = listed(campus, PROFESSOR, level="doctorate").schools
    assert (row.name, row.awards, row.distance) == ("beta", 3, "none")


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"level": "associate"}, ["Alpha", "Delta", "Epsilon"]),
        ({"controls": ("public",)}, ["Alpha", "Alpha", "Lost"]),
        ({"controls": ("private_nonprofit", "private_for_profit")}, ["Delta", "beta"]),
        ({"distance": True}, ["Delta", "beta"]),
        ({"distance": True, "controls": ("public",)}, []),
        ({"near": COLUMBUS}, ["Alpha", "Alpha", "beta"]),
        ({"near": COLUMBUS, "within": 70.0}, ["Alpha", "Alpha", "Delta", "beta"]),
        ({"near": COLUMBUS, "within": 3.0}, []),
    ],
)
def test_filters_combine(campus, filters, names):
    """A row must pass every filter that is given."""
    answer = listed(campus, **filters)
    assert [row.name for row in answer.schools] == names
    assert answer.rows_total == len(names)


def test_a_state_filter_reads_the_rows_of_that_state(campus, monkeypatch):
    """Nothing of other states is read, and the state is told by code and name."""
    asked = []
    offers = Catalog.offers
    monkeypatch.setattr(Catalog, "offers", lambda *args: asked.append(args[2]) or offers(*args))
    answer = listed(campus, state=state(campus, "Georgia"))
    assert [row.name for row in answer.schools] == ["Epsilon"]
    assert (answer.state, answer.area, asked) == ("GA", "Georgia", ["GA"])


def test_the_level_decides_which_distance_is_meant(campus):
    """A school with undergraduate study at a distance need not have its doctorates there."""
    assert listed(campus, PROFESSOR, level="doctorate", distance=True).schools == ()
    assert [row.distance for row in listed(campus, "12.0500", distance=True).schools] == ["all"]


def test_closed_schools_are_counted_and_have_no_row(campus):
    """Before it closed the school had its row; after that it counts in the total only."""
    answer = listed(campus, "12.0500", level="associate")
    assert named(answer) == [("Alpha", "12.0500", "associate")]
    assert (answer.total, answer.closed) == (2, 1)
    before = listed(campus, "12.0500", level="associate", as_of=date(2024, 5, 30))
    assert [row.name for row in before.schools] == ["Gone", "Alpha"]
    assert (before.total, before.closed) == (2, 0)
    assert answer.programs[0].schools == 1
    assert before.programs[0].schools == 2


def test_schools_without_coordinates_are_not_near_and_are_counted(campus):
    """Nobody knows how far they are; without --near that does not matter."""
    answer = listed(campus, near=COLUMBUS)
    assert (answer.total, answer.unplaced) == (2, 1)
    assert answer.near == NearPlace(
        name="Columbus, OH", latitude=39.95, longitude=-83.0, schools=2, within=50.0
    )
    assert [row.miles for row in answer.schools] == [3.5, 3.5, 3.5]
    assert listed(campus).unplaced == 0
    assert {row.miles for row in listed(campus).schools} == {None}


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("awards", ["Alpha", "Alpha", "Delta", "Epsilon", "Lost", "beta"]),
        ("name", ["Alpha", "Alpha", "beta", "Delta", "Epsilon", "Lost"]),
        ("net-price", ["Delta", "Alpha", "Alpha", "beta", "Epsilon", "Lost"]),
        ("earnings", ["Delta", "Alpha", "Alpha", "beta", "Epsilon", "Lost"]),
        ("distance", ["Alpha", "Alpha", "beta", "Delta", "Epsilon"]),
    ],
)
def test_what_is_equal_goes_by_name_and_what_is_missing_comes_last(campus, sort, names):
    """A price may be below nothing; capitals do not matter for names; the nearest comes first."""
    near = {"near": COLUMBUS, "within": 9000.0} if sort == "distance" else {}
    assert [row.name for row in listed(campus, sort=sort, **near).schools] == names


def test_earnings_after_four_years_go_before_those_after_one(campus):
    """A school whose graduates are known by the first year only is sorted by that."""
    rows = listed(campus, sort="earnings").schools
    told = [(row.earnings_4yr, row.earnings_1yr) for row in rows]
    assert told[:3] == [(None, 45000), (40000, 30000), (None, 20000)]


def test_a_career_without_programs_has_no_school(campus):
    """That is an answer, not a failure."""
    answer = listed(campus, "porter")
    assert (answer.schools, answer.programs, answer.total, answer.rows_total) == ((), (), 0, 0)


def test_without_tables_there_is_no_year(tmp_path):
    """Where no school is on record, nothing is made up."""
    cook = {"title": "Cook", "soc": "35-2014", "group": "food", "summary": "x", "sources": []}
    answer = listed(catalog_of(tmp_path, {"careers": {"cook": cook}}))
    assert (answer.year, answer.sources, answer.total) == (None, (), 0)


FILTERS = st.builds(
    dict,
    level=st.sampled_from([None, *AWARD_LEVELS]),
    controls=st.sampled_from([(), *((each,) for each in CONTROLS)]),
    near=st.sampled_from([None, COLUMBUS]),
    within=st.floats(0.1, 9000),
    distance=st.booleans(),
)


@given(filters=FILTERS, sort=st.sampled_from([*SORTS]), limit=st.integers(1, 9))
def test_rows_pass_and_counts_agree(campus, filters, sort, limit):
    """Whatever is asked, rows are among all rows, limited, open, and as the counts say."""
    answer = listed(campus, PROFESSOR, sort, limit, **filters)
    every = listed(campus, PROFESSOR, sort, None, **filters)
    assert answer.schools == every.schools[:limit]
    assert answer.rows_total == every.rows_total == len(every.schools) == len(set(named(every)))
    assert answer.total == every.total
    assert answer.total - answer.closed == len({row.unitid for row in every.schools})
    assert {(row.unitid, row.cip, row.level) for row in every.schools} <= {
        (row.unitid, row.cip, row.level) for row in listed(campus, PROFESSOR).schools
    }
    if filters["near"]:
        assert all(row.miles <= filters["within"] + 0.05 for row in every.schools)
