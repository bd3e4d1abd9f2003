"""What a career pays, on the page: the nation through the years, and areas beside it."""

from pages import all_texts, tables

from careerkit.model.career import Wage
from careerkit.render.page import Citations
from careerkit.render.wages import wages

NATION = {"mean": 56790, "p10": 37000, "p25": 43490, "median": 51140, "p75": 64820, "p90": 81150}
OHIO = {"mean": 54550, "p10": 36000, "p25": 43000, "median": 50990, "p75": 61000, "p90": 77000}
HOURLY = {"mean": 46.27, "p10": 18.59, "p25": 24.98, "median": 33.36, "p75": 60.79, "p90": 75.9}


def nation(period="2025-05", source="national", **told):
    """Return a wage of the nation."""
    return Wage(period=period, source=source, **{**NATION, "employment": 194720, **told})


def local(area="Ohio", area_type="state", source="states", **told):
    """Return a wage of an area; its figures are as told, or else those of Ohio."""
    figures = {} if told.get("unit") == "hour" or "mean" in told else OHIO
    place = {"period": "2025-05", "area": area, "area_type": area_type, "source": source}
    return Wage(**{**place, **figures, **told})


def drawn(*found, without=()):
    """Return the blocks of the wages."""
    return wages(found, without, Citations(sources={}))


def by_area(blocks):
    """Return each table as rows by their first cell."""
    return [{row.pop(next(iter(row))): row for row in rows} for rows in tables(blocks)]


def test_the_nation_comes_through_the_years():
    """Without an area the page has one table, a row a date, newest first as they are given."""
    blocks = drawn(nation(), nation(period="2015-05", source="old", p25=None))
    (table,) = by_area(blocks)
    assert list(table) == ["May 2025", "May 2015"]
    assert table["May 2025"]["Median"] == "$51,140"
    assert table["May 2015"]["Source"] == "[2]"
    assert all_texts(blocks) == [
        "Wages a year (United States)",
        "In May 2025 half of all workers earned between $43,490 and $64,820 a year.",
    ]


def test_no_wages_take_no_room():
    """A career without any wage has no heading for them."""
    assert drawn() == []


def test_areas_stand_beside_the_nation_on_one_scale():
    """Figures, ranges and workers of each area stand in rows, the nation's newest below."""
    blocks = drawn(nation(), nation(period="2024-05"), local(employment=7440))
    _, paid, jobs = by_area(blocks)
    assert list(paid) == ["Ohio [2]", "United States [1]"]
    axis = "$36,000 ───── $81,150"
    assert list(paid["Ohio [2]"]) == ["Median", "Lowest 10%", "Highest 10%", axis]
    assert paid["Ohio [2]"]["Median"] == "$50,990"
    assert paid["Ohio [2]"][axis].startswith("├")
    assert paid["United States [1]"][axis].strip("·").endswith("┤")
    assert list(jobs) == ["Ohio", "United States"]
    assert jobs["Ohio"] == {
        "Mean wage": "$54,550",
        "Workers": "7,440",
        "Of 1,000 jobs": "-",
        "Location quotient": "-",
    }


def test_the_figures_need_no_drawing():
    """Everything that a range shows is told in figures as well."""
    blocks = drawn(local(location_quotient=1.06, jobs_per_1000=1.356))
    paid, jobs = by_area(blocks)
    page = " ".join([*all_texts(blocks), *(paid["Ohio [1]"].values()), *jobs["Ohio"].values()])
    for figure in (*(f"${wage:,}" for wage in OHIO.values()), "1.06", "1.36"):
        assert figure in page
    assert "Range: ├ lowest 10%, ▒ middle half, █ median, ┤ highest 10%." in all_texts(blocks)


def test_each_area_cites_its_source():
    """Areas of two published files carry the mark of each; the heading tells places and date."""
    blocks = drawn(local("Columbus, OH", "metropolitan", "metros"), local())
    assert all_texts(blocks)[0] == "Wages a year in Columbus, OH and Ohio, May 2025"
    assert list(by_area(blocks)[0]) == ["Columbus, OH [1]", "Ohio [2]"]


def test_areas_of_different_dates_tell_them():
    """Where the dates differ, each row has its own, and the heading none."""
    blocks = drawn(local("Columbus, OH", "metropolitan", "metros", period="2024-05"), local())
    assert all_texts(blocks)[0] == "Wages a year in Columbus, OH and Ohio"
    assert list(by_area(blocks)[0]) == ["Columbus, OH, May 2024 [1]", "Ohio, May 2025 [2]"]


def test_hourly_wages_stand_beside_hourly_ones():
    """Dollars an hour are never set against dollars a year: the nation's stay in their table."""
    blocks = drawn(nation(), local(unit="hour", **HOURLY))
    assert list(by_area(blocks)[1]) == ["Ohio [2]"]
    assert "Wages an hour in Ohio, May 2025" in all_texts(blocks)
    assert "In Ohio half of all workers earned between $24.98 and $60.79 an hour." in all_texts(
        blocks
    )


def test_areas_of_two_units_have_a_table_each():
    """A state by the hour and an area by the year stand apart, the nation with its own unit."""
    blocks = drawn(
        nation(), local("Columbus, OH", "metropolitan", "metros"), local(unit="hour", **HOURLY)
    )
    headings = [text for text in all_texts(blocks) if text.startswith("Wages")]
    assert headings[1:] == [
        "Wages a year in Columbus, OH, May 2025",
        "Wages an hour in Ohio, May 2025",
    ]
    _, yearly, _, hourly, _ = by_area(blocks)
    assert (list(yearly), list(hourly)) == (["Columbus, OH [2]", "United States [1]"], ["Ohio [3]"])


def test_workers_without_wages_are_told():
    """Where only the workers are released, the wages are dashes, in the table of the other unit."""
    unreleased = local("Akron, OH", "metropolitan", "metros", mean=None, employment=70)
    blocks = drawn(nation(unit="hour", **HOURLY), unreleased, local(unit="hour", **HOURLY))
    _, paid, jobs = by_area(blocks)
    assert set(paid["Akron, OH [2]"].values()) == {"-"}
    assert jobs["Akron, OH"]["Workers"] == "70"
    assert "BLS has released how many work in Akron, OH, but not what they earn." in all_texts(
        blocks
    )
    assert list(paid) == ["Akron, OH [2]", "Ohio [3]", "United States [1]"]


def test_nothing_but_workers_draws_nothing():
    """An area of which no wage is released has no range and no scale."""
    unreleased = local("Akron, OH", "metropolitan", "metros", mean=None, employment=70)
    blocks = drawn(unreleased)
    assert list(by_area(blocks)[0]["Akron, OH [1]"]) == ["Median", "Lowest 10%", "Highest 10%"]
    assert not any("Range:" in text for text in all_texts(blocks))


def test_an_area_without_a_row_is_named():
    """Where BLS has nothing of an occupation, the page says so for each area."""
    blocks = drawn(nation(), without=("Akron, OH", "Ohio"))
    assert all_texts(blocks)[-2:] == [
        "BLS has released no wages of this occupation for Akron, OH.",
        "BLS has released no wages of this occupation for Ohio.",
    ]


def test_top_coded_wages_are_marked():
    """A figure that is only a least has a plus, an open range, and a sentence that is true."""
    names = ("mean", "p10", "p25", "median", "p75", "p90")
    top = local(at_least=names, **dict.fromkeys(names, 239200))
    blocks = drawn(nation(), top)
    row = by_area(blocks)[1]["Ohio [2]"]
    assert {row["Median"], row["Lowest 10%"], row["Highest 10%"]} == {"$239,200+"}
    assert row["$37,000 ─── $239,200+"].endswith(">")
    assert "In Ohio three quarters of all workers earned $239,200 or more a year." in all_texts(
        blocks
    )
    assert all_texts(blocks)[-1] == "A figure with + is only known to be that or more."


def test_a_middle_half_open_above_has_a_plus():
    """Where only the upper quarter is a least, the sentence keeps its plus."""
    top = local(**{**OHIO, "p75": 239200, "p90": 239200}, at_least=("p75", "p90"))
    assert "In Ohio half of all workers earned between $43,000 and $239,200+ a year." in all_texts(
        drawn(top)
    )
