"""Areas and their wages as a store has them: the newest figures, as plain wages."""

import pytest
from packs import SOURCE, compiled, write

from careerkit.csvdata.rows import AreaRow, WageRow
from careerkit.model.career import Wage
from careerkit.model.plain import from_plain
from careerkit.store.areas import Area, areas, local_wage, local_wages

OHIO = "39,Ohio,state,OH,{}\n"
DAYTON = '19430,"Dayton, OH",metropolitan,OH,{}\n'
SOUTH = "3900003,South Ohio nonmetropolitan area,nonmetropolitan,OH,{}\n"
FULL = "{},29-2072,year,7440,1.356,1.06,54550,37000,43000,50990,61000,>=239200\n"
NONE = "{},11-1011,year,,,,,,,,,\n"
NOW = ("2025-05", "bls-2025")
HOURLY = "{},27-2011,hour,20,0.5,2,21.7,14.9,,20.67,>=115,>=115\n"


def put(data, source, areas, rows):
    """Write the tables of a source below a data folder, and its record."""
    return write(
        data,
        {
            f"sources/{source}.yaml": SOURCE,
            f"wages/{source}/areas.csv": f"{','.join(AreaRow._fields)}\n{areas}",
            f"wages/{source}/all.csv": f"{','.join(WageRow._fields)}\n{rows}",
        },
    )


@pytest.fixture
def data(tmp_path):
    """Make a data folder with three areas of one May, Ohio with three occupations."""
    areas, rows = OHIO + DAYTON + SOUTH, FULL + NONE + HOURLY
    month = areas.replace("{}", "2025-05")
    return put(tmp_path / "data", "bls-2025", month, rows.replace("{}", "39"))


def named(store, title):
    """Return the area with a title."""
    (area,) = [area for area in areas(store) if area.title == title]
    return area


def test_areas_come_by_type_and_title(data):
    """Every area is reported with its code, type, state, month and source."""
    result = areas(compiled(data))
    assert [area[1:4] for area in result] == [
        ("19430", "Dayton, OH", "metropolitan"),
        ("3900003", "South Ohio nonmetropolitan area", "nonmetropolitan"),
        ("39", "Ohio", "state"),
    ]
    assert {area[4:] for area in result} == {("OH", *NOW)}
    assert all(isinstance(area, Area) for area in result)


def test_a_wage_is_a_record_of_its_area(data):
    """The plain wage makes a ``Wage`` with the area's name, month and source."""
    store = compiled(data)
    wage = from_plain(Wage, local_wage(store, named(store, "Ohio"), "29-2072"))
    figures = {"p10": 37_000, "p25": 43_000, "median": 50_990, "p75": 61_000, "p90": 239_200}
    jobs = {"employment": 7440, "jobs_per_1000": 1.356, "location_quotient": 1.06}
    place = {"period": "2025-05", "area": "Ohio", "area_type": "state", "source": "bls-2025"}
    assert wage == Wage(**place, **jobs, mean=54_550, **figures, at_least=("p90",))


def test_what_was_not_released_is_none(data):
    """A row without figures is there: the occupation exists in the area, and no figure is 0."""
    store = compiled(data)
    wage = local_wage(store, named(store, "Ohio"), "11-1011")
    figures = [value for key, value in wage.items() if key in WageRow._fields[3:]]
    assert figures == [None] * 9
    assert wage["at_least"] == []


@pytest.mark.parametrize(("title", "soc"), [("Ohio", "29-1141"), ("Dayton, OH", "29-2072")])
def test_an_occupation_without_a_row_has_no_wage(title, soc, data):
    """What BLS says nothing about in an area is None, not the figures of another."""
    store = compiled(data)
    assert local_wage(store, named(store, title), soc) is None


def test_all_wages_of_an_area_are_those_of_each_occupation(data):
    """The list has one entry an occupation, the same as asked for one by one."""
    store = compiled(data)
    area = named(store, "Ohio")
    wages = dict(local_wages(store, area))
    assert [*wages] == ["11-1011", "27-2011", "29-2072"]
    assert all(local_wage(store, area, soc) == wage for soc, wage in wages.items())
    assert [*local_wages(store, named(store, "Dayton, OH"))] == []


@pytest.mark.parametrize("newer", [False, True])
@pytest.mark.parametrize("way", ["folder", "pack", "base"])
def test_of_two_vintages_the_newest_is_used(way, newer, data, tmp_path):
    """An area is listed once, with its newest figures, wherever and whenever they were added."""
    other = data if way == "folder" else tmp_path / "pack"
    year = "2026" if newer else "2024"
    rows = FULL.replace("7440", "1").format("39")
    put(other, f"bls-{year}", OHIO.format(f"{year}-05"), rows)
    if way == "base":
        store = compiled(other, base=compiled(data).path)
    else:
        store = compiled(*dict.fromkeys((data, other)))
    assert len(areas(store)) == 3
    ohio = named(store, "Ohio")
    assert (ohio.period, ohio.source) == ((f"{year}-05", f"bls-{year}") if newer else NOW)
    assert local_wage(store, ohio, "29-2072")["employment"] == (1 if newer else 7440)
    assert (local_wage(store, ohio, "11-1011") is None) == newer
    assert {wage["period"] for _, wage in local_wages(store, ohio)} == {ohio.period}


def test_a_newer_name_of_an_area_is_its_name(data):
    """An area is known by type and code: its older name is history."""
    put(data, "bls-2026", DAYTON.replace("Dayton", "Dayton-Kettering").format("2026-05"), "")
    titles = [area.title for area in areas(compiled(data)) if area.code == "19430"]
    assert titles == ["Dayton-Kettering, OH"]


def test_equal_codes_of_two_types_are_two_areas(data):
    """A metropolitan area is no state, whatever its number."""
    put(data, "other", '39,"Lima, OH",metropolitan,OH,2026\n', FULL.format("39"))
    store = compiled(data)
    assert len(areas(store)) == 4
    assert named(store, "Ohio").source == "bls-2025"
    assert named(store, "Lima, OH").source == "other"


def test_of_two_sources_of_one_month_that_of_the_pack_counts(data, tmp_path):
    """Who adds figures of the same month means them instead of the built-in ones."""
    put(tmp_path / "pack", "a", OHIO.format("2025-05"), FULL.replace("7440", "1").format("39"))
    base = compiled(data)
    for store in (compiled(data, tmp_path / "pack"), compiled(tmp_path / "pack", base=base.path)):
        ohio = named(store, "Ohio")
        assert ohio.source == "a"
        assert local_wage(store, ohio, "29-2072")["employment"] == 1
        assert len(areas(store)) == 3


@pytest.mark.parametrize("soc", ["", "29", "29-2072' OR '1' = '1", "%"])
def test_a_code_is_a_value_not_a_query(soc, data):
    """What is asked for is compared, never run."""
    store = compiled(data)
    assert local_wage(store, named(store, "Ohio"), soc) is None


def test_the_figures_are_found_without_reading_all(data):
    """One wage and one area's wages are looked up by their keys, however many there are."""
    store = compiled(data)
    for query in ("area = 1 AND soc = '29-2072'", "area = 1"):
        plan = f"EXPLAIN QUERY PLAN SELECT body FROM wage WHERE {query}"  # noqa: S608 - our own
        assert "SEARCH wage USING PRIMARY KEY" in str([*store.query(plan)])
