"""The page of careers side by side: every figure with its unit, date and source."""

import dataclasses
from itertools import dropwhile

import pytest
from pages import all_texts, page_on, tables

from careerkit.commands.compare.query import compare
from careerkit.model.career import (
    Attainment,
    Career,
    EducationClaim,
    Interests,
    JobZone,
    Outlook,
    Requirements,
    Wage,
)
from careerkit.words import counted

SEED, WAGES = "seed-2016", "bls-oews-2025"
PLAIN = {"job_zone": None, "interests": None}


@pytest.fixture
def drawn(catalog):
    """Return the page of careers: the one of the seed page with each of some changes."""

    def draw(*changes):
        career = catalog.one(Career, "medical-records-technician")
        careers = [
            dataclasses.replace(career, id=str(at), title=f"Career {at}", **(PLAIN | changed))
            for at, changed in enumerate(changes)
        ]
        return page_on(catalog, compare(catalog, careers))

    return draw


def paid(**figures):
    """Return the wages of a career as a change."""
    return {"wages": (Wage(**{"period": "2025-05", "source": WAGES, **figures}),)}


def table(page, heading):
    """Return the rows, by the career's cell, below the heading that begins so."""
    below = dropwhile(lambda block: not getattr(block, "text", "").startswith(heading), page.blocks)
    rows, *_ = tables([*below])
    return {row.pop(next(iter(row))): row for row in rows}


def test_the_title_counts(drawn):
    """The page says how many careers it compares."""
    assert drawn({}, {}, {}).title == f"{counted(3, 'career')} side by side"


def test_one_origin_stands_in_the_heading(drawn):
    """Where all figures of a table are of one date and source, its heading says so, once."""
    page = drawn({}, {})
    assert "Outlook in the US, 2024-34 [1]" in all_texts(page)
    assert "Wages a year in the US, May 2025 [2]" in all_texts(page)
    assert list(table(page, "Wages")) == ["Career 0", "Career 1"]


def test_another_origin_stands_beside_its_career(drawn):
    """A figure of another date or source than most says so in its row."""
    older = Outlook(base_year=2022, horizon_year=2032, growth_percent=1, source=SEED)
    page = drawn({}, {}, {"outlook": (older,), **paid(period="2024", median=50_000, source=SEED)})
    assert list(table(page, "Outlook in the US, 2024-34 [1]")) == [
        "Career 0",
        "Career 1",
        "Career 2, 2022-32 [2]",
    ]
    assert "Career 2, 2024 [2]" in table(page, "Wages a year in the US, May 2025 [3]")
    assert table(page, "Outlook")["Career 0"]["Jobs at start"] == "194,800"


def test_entry_and_degrees_of_another_source_say_so(drawn):
    """Claims about entry, and shares of degrees, are marked where their source is not the usual."""
    claim = EducationClaim(level="master", basis="typical", source=SEED)
    shares = "less_than_high_school high_school some_college associate bachelor master doctorate"
    survey = Attainment(**dict.fromkeys(shares.split(), 12.5), source=SEED, exact=False)
    page = drawn({}, {}, {"requirements": Requirements(education=(claim,)), "attainment": survey})
    assert (
        table(page, "What entry typically asks for [1]")["Career 2 [2]"]["Education"] == "master's"
    )
    assert table(page, "Degrees")["Career 2 [2]"]["Bachelor's or more [1]"] == "37.5%*"
    assert "* The survey counts this occupation together with others." in all_texts(page)


def test_preparation_and_interests_where_on_record(drawn):
    """Job zones and Holland codes have a table with their meaning where some career has them."""
    zone, interests = JobZone(zones=(3, 4), source=SEED), Interests(holland=("CI",), source=SEED)
    page = drawn({}, {"job_zone": zone, "interests": interests}, {"job_zone": zone})
    rows = table(page, "Preparation and interests [2]")
    assert rows["Career 0"] == {"Job zone": "-", "Interests": "-"}
    assert rows["Career 1"] == {"Job zone": "3, 4", "Interests": "CI"}
    assert rows["Career 2"] == {"Job zone": "3, 4", "Interests": "-"}
    assert any(text.startswith("Job zone: from 1") for text in all_texts(page))
    assert not any(text.startswith("Preparation") for text in all_texts(drawn({}, {})))


def test_hourly_and_annual_wages_stand_apart(drawn):
    """Wages by the hour have a table, a heading and a scale of their own."""
    page = drawn(paid(median=50_000, p10=30_000), paid(median=20.5, p10=15, unit="hour"), {})
    annual = table(page, "Wages a year in the US, May 2025")
    hourly = table(page, "Wages an hour in the US, May 2025")
    assert (list(annual), list(hourly)) == (["Career 0", "Career 2"], ["Career 1"])
    assert hourly["Career 1"]["Median"] == "$20.50"
    assert any(name.startswith("$15.00 ─") for name in hourly["Career 1"])
    assert any(name.startswith("$30,000 ─") for name in annual["Career 0"])


def test_a_missing_figure_is_a_dash(drawn):
    """What is not on record is a dash in every table, and never a zero."""
    bare = {"outlook": (), "wages": (), "attainment": None, "credentials": ()}
    page = drawn({}, {"requirements": Requirements(), **bare})
    for heading in ("What entry", "Outlook", "Wages", "Degrees"):
        cells = table(page, heading)["Career 1"]
        assert {cell for name, cell in cells.items() if name != "SOC"} == {"-"}


def test_careers_without_any_figure_are_a_page_too(drawn):
    """Nothing on record of any career: dashes, no scale, no source."""
    bare = {"outlook": (), "wages": (), "attainment": None, "credentials": ()}
    page = drawn(*[{"requirements": Requirements(), **bare}] * 2)
    figures = ("Median", "Lowest 10%", "Highest 10%")
    assert table(page, "Wages a year")["Career 0"] == dict.fromkeys(figures, "-")
    assert "Sources" not in all_texts(page)
    assert not any("Range" in text for text in all_texts(page))


def test_top_coded_wages_are_marked(drawn):
    """A figure that is only a least has a plus, an open range, and a word on what that means."""
    top = paid(p10=60_000, median=150_000, p90=239_200, at_least=("p90",))
    page = drawn({}, top)
    row = table(page, "Wages")["Career 1"]
    assert row["Highest 10%"] == "$239,200+"
    assert [*row.values()][-1].rstrip("·").endswith(">")
    assert "A figure with + is only known to be that or more." in all_texts(page)
    assert not any("+" in text for text in all_texts(drawn({}, {})))


def test_a_mean_stands_in_for_no_median(drawn):
    """The mean is shown, as a mean, where some career has no median; else it is left out."""
    page = drawn({}, paid(mean=40_430))
    assert table(page, "Wages")["Career 1"]["Mean"] == "$40,430"
    assert table(page, "Wages")["Career 1"]["Median"] == "-"
    assert "Mean" not in table(drawn({}, {}), "Wages")["Career 0"]


def test_what_a_figure_is_really_for_is_said(drawn):
    """A note of a figure, or the other code it is for, stands below the table."""
    older = Outlook(base_year=2014, horizon_year=2024, note="Wider then.", source=SEED)
    page = drawn({"outlook": (older,)}, paid(median=50_000, describes="29-2071"))
    assert "Career 0, 2014-24: Wider then." in all_texts(page)
    assert "Career 1, May 2025: The figures are for the code 29-2071." in all_texts(page)


def test_credentials_tell_how_much_they_matter(drawn):
    """Credentials stand by their relation with their source; none on record is not none needed."""
    page = drawn({}, {"credentials": ()})
    rows = table(page, "Degrees and credentials")
    expected, optional = rows["Career 0"]["Credentials"].split("; ")
    assert expected.startswith("expected by employers: CPC [")
    assert optional.startswith("optional: RHIT, CCA, CCS, RHIA, ")
    assert optional.endswith("]")
    assert rows["Career 1"]["Credentials"] == "-"
    warning = "That no credential is on record here does not mean that none is needed."
    assert warning in all_texts(page)
    assert warning not in all_texts(drawn({}, {}))
    none = table(drawn(*[{"credentials": ()}] * 2), "Degrees")
    assert "Credentials" not in none["Career 0"]
