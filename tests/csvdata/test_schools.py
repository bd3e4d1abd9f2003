"""Tables of schools: exact rows of good ones, one located problem for each mistake."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.csvdata.schools import read_school_tables, read_schools
from careerkit.csvdata.schools_rows import (
    AWARD_COLUMNS,
    AWLEVELS,
    CONTROLS,
    DISTANCES,
    FIELD_COLUMNS,
    PRICE_COLUMNS,
    SCHOOL_COLUMNS,
    AwardRow,
    FieldRow,
    PriceRow,
    SchoolRow,
    award_row,
    field_row,
)
from careerkit.store.study_levels import AWARD_CLASSES, GRADUATE_LEVELS

HEAD, PRICE_HEAD, AWARD_HEAD, FIELD_HEAD = (
    ",".join(columns) + "\n"
    for columns in (SCHOOL_COLUMNS, PRICE_COLUMNS, AWARD_COLUMNS, FIELD_COLUMNS)
)
PLAIN = {
    "unitid": "201645",
    "name": "Case College",
    "city": "Cleveland",
    "state": "OH",
    "county": "Cuyahoga County",
    "zip": "44106",
    "control": "public",
    "latitude": "41.5",
    "longitude": "-81.61",
    "url": "https://www.case.edu/",
    "distance_undergraduate": "some",
    "distance_graduate": "none",
    "awards_year": "2023-24",
    "closed": "",
}
EMPTY = '100654,"St. ""A"", Nursing",Guam,GU,,,,,,,,,2023-24,2024-05-31\n'
SCHOOLS = f"{','.join(PLAIN.values())}\n{EMPTY}"
SCHOOL_ROWS = [
    SchoolRow(
        *(201645, "Case College", "Cleveland", "OH", "Cuyahoga County", "44106", "public"),
        *(41.5, -81.61, "https://www.case.edu/", "some", "none", "2023-24", None),
    ),
    SchoolRow(
        *(100654, 'St. "A", Nursing', "Guam", "GU", "", "", None),
        *(None, None, None, None, None, "2023-24", "2024-05-31"),
    ),
]
AWARDS = "51.0707,201645,3,12\n51.0707,201645,21,0\n51.0707,100654,3,1\n"
AWARD_ROWS = [
    AwardRow("51.0707", 201645, 3, 12),
    AwardRow("51.0707", 201645, 21, 0),
    AwardRow("51.0707", 100654, 3, 1),
]
PRICES = "201645,17621\n10236801,-28\n100654,0\n"
PRICE_ROWS = [PriceRow(201645, 17621), PriceRow(10236801, -28), PriceRow(100654, 0)]
FIELDS = "51.07,201645,2,51727,50894,9500\n51.07,999999,8,,,9500\n51.07,201645,3,0,,\n"
FIELD_ROWS = [
    FieldRow("51.07", 201645, 2, 51727, 50894, 9500),
    FieldRow("51.07", 999999, 8, None, None, 9500),
    FieldRow("51.07", 201645, 3, 0, None, None),
]


def put(folder, **tables):
    """Write tables into a folder, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in tables.items():
        path = folder / f"{name.replace('_', '-')}.csv"
        path.write_text(text, encoding="utf-8", newline="")


@pytest.fixture
def folder(tmp_path):
    """Make a folder of schools with the good tables of two sources."""
    put(tmp_path / "schools" / "i", schools=HEAD + SCHOOLS, awards_51=AWARD_HEAD + AWARDS)
    put(tmp_path / "schools" / "s", schools=PRICE_HEAD + PRICES, fields_51=FIELD_HEAD + FIELDS)
    return tmp_path / "schools"


def told(folder):
    """Return what is wrong with the tables, as it is told."""
    _, problems = read_schools(folder, "w")
    return [str(problem) for problem in problems]


def test_good_tables_give_their_rows(folder):
    """Both sources come with the tables that each has; what is empty is None, and 0 is 0."""
    (ipeds, scorecard), problems = read_schools(folder, "d/schools")
    assert problems == []
    assert ipeds == ("i", "d/schools/i", 2, SCHOOL_ROWS, AWARD_ROWS, [], [])
    assert scorecard == ("s", "d/schools/s", 2, [], [], PRICE_ROWS, FIELD_ROWS)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tables_may_come_from_another_system(end, mark, folder):
    """Windows ends of lines and the mark of Excel change no row of any table."""
    for path in folder.glob("*/*.csv"):
        text = path.read_text(encoding="utf-8")
        path.write_text(mark + text.replace("\n", end), encoding="utf-8", newline="")
    (ipeds, scorecard), problems = read_schools(folder, "w")
    assert problems == []
    assert (ipeds.schools, ipeds.awards) == (SCHOOL_ROWS, AWARD_ROWS)
    assert (scorecard.prices, scorecard.fields) == (PRICE_ROWS, FIELD_ROWS)


def test_the_words_of_levels_are_those_of_the_store():
    """Each award level that a table may name has a meaning, and each meaning may be named."""
    assert {*map(int, AWLEVELS)} == AWARD_CLASSES.keys()
    assert {*GRADUATE_LEVELS, 8} == {*range(1, 9)}


def row(**cells):
    """Return the row of a further school with some cells written otherwise."""
    return ",".join({**PLAIN, "unitid": "300000", **cells}.values())


UNITID = "is no number of an institution like 201645 [unitid]"
BLANKS = "is empty, or has blanks around it [text]"
LATITUDE = "is no latitude in degrees [degrees]"
LONGITUDE = "is no longitude in degrees [degrees]"
URL = "is no web address like https://www.ed.gov [url]"
YEAR = "is not a school year like 2023-24 [school-year]"
DATE = "is not a date like 2024-05-31 [date]"
BAD_SCHOOLS = {
    "no number": (row(unitid=""), f"4:1: '' {UNITID}"),
    "NA": (row(unitid="NA"), f"4:1: 'NA' {UNITID}"),
    "zero before": (row(unitid="0201645"), f"4:1: '0201645' {UNITID}"),
    "other digits": (row(unitid="२०१६४५"), f"4:1: '२०१६४५' {UNITID}"),
    "no name": (row(name=""), f"4:8: '' {BLANKS}"),
    "blank before": (row(name=" x"), f"4:8: ' x' {BLANKS}"),
    "two lines": (row(name='"x\ny"'), f"4:8: 'x\ny' {BLANKS}"),
    "no city": (row(city=""), f"4:21: '' {BLANKS}"),
    "state in words": (row(name="x", state="Ohio"), "4:20: 'Ohio' is not a postal code like OH"),
    "blank after": (row(county="x "), "4:34: 'x ' has blanks around it [text]"),
    "long zip": (row(zip="44106-1"), "4:50: '44106-1' is not a ZIP code like 44114 [zip]"),
    "zero lost": (row(zip="1234"), "4:50: '1234' is not a ZIP code like 44114 [zip]"),
    "control": (row(control="private"), f"4:56: 'private' is none of {', '.join(CONTROLS)}"),
    "latitude": (row(latitude="91"), f"4:63: '91' {LATITUDE}"),
    "latitude in words": (row(latitude="41N"), f"4:63: '41N' {LATITUDE}"),
    "longitude": (row(longitude="-180.5"), f"4:68: '-180.5' {LONGITUDE}"),
    "no longitude": (row(longitude=""), "4:63: one of two degrees is missing [degrees]"),
    "no latitude": (row(latitude=""), "4:63: one of two degrees is missing [degrees]"),
    "no scheme": (row(url="www.case.edu"), f"4:75: 'www.case.edu' {URL}"),
    "another scheme": (row(url="ftp://case.edu"), f"4:75: 'ftp://case.edu' {URL}"),
    "scheme alone": (row(url="https://"), f"4:75: 'https://' {URL}"),
    "distance": (
        row(distance_graduate="few"),
        f"4:102: 'few' is none of {', '.join(DISTANCES)} [distance]",
    ),
    "no year": (row(awards_year=""), f"4:107: '' {YEAR}"),
    "one year": (row(awards_year="2024"), f"4:107: '2024' {YEAR}"),
    "month 13": (row(closed="2024-13"), f"4:115: '2024-13' {DATE}"),
    "American": (row(closed="5/31/2024"), f"4:115: '5/31/2024' {DATE}"),
    "repeated": (row(unitid="201645"), "4:1: '201645' is given already [repeated]"),
    "cells": ("300000,x", "4:1: the row has 2 cells where 14 should be [cells]"),
}


@pytest.mark.parametrize("name", BAD_SCHOOLS)
def test_a_wrong_school_is_told_where_it_stands(name, folder):
    """A wrong school is left out and told at its cell; the others, and all awards, stay."""
    text, wrong = BAD_SCHOOLS[name]
    put(folder / "i", schools=f"{HEAD}{SCHOOLS}{text}\n")
    (read, _), (problem,) = read_schools(folder, "w")
    assert str(problem).startswith(f"w/i/schools.csv:{wrong}")
    assert (read.schools, read.awards) == (SCHOOL_ROWS, AWARD_ROWS)


@pytest.mark.parametrize(
    "cells",
    [
        {"latitude": "-14.322636", "longitude": "179.999999"},
        {"latitude": "90", "longitude": "-180"},
        {"latitude": "0", "longitude": "0.5"},
        {"latitude": "", "longitude": ""},
        {"url": "HTTP://x.edu"},
        {"url": '"https://x.edu#location=West Palm Beach, FL"'},
        {"closed": "2024"},
        {"closed": "2024-05"},
        {"unitid": "10236801"},
        *({"control": each} for each in ("", *CONTROLS)),
        *({"distance_undergraduate": each} for each in ("", *DISTANCES)),
    ],
    ids=str,
)
def test_what_may_stand_in_a_cell_is_no_mistake(cells, folder):
    """Places at the ends of the earth, any address of the web, dates as far as they are known."""
    put(folder / "i", schools=f"{HEAD}{SCHOOLS}{row(**cells)}\n")
    assert told(folder) == []


CIP = "is not a CIP code like 51.0707 [cip]"
LEVEL = f"is none of {', '.join(AWLEVELS)} [award-level]"
NUMBER = "is no whole number [number]"
BAD_AWARDS = {
    "no program": (",201645,3,1", f"5:1: '' {CIP}"),
    "group": ("51.07,201645,3,1", f"5:1: '51.07' {CIP}"),
    "total": ("99,201645,3,1", f"5:1: '99' {CIP}"),
    "no school": ("51.0707,,3,1", f"5:9: '' {UNITID}"),
    "unknown school": ("51.0707,300000,3,1", "5:9: the school '300000' is not in schools.csv"),
    "level": ("51.0707,201645,1,1", f"5:16: '1' {LEVEL}"),
    "level with zero": ("51.0707,201645,03,1", f"5:16: '03' {LEVEL}"),
    "level in words": ("51.0707,201645,associate,1", f"5:16: 'associate' {LEVEL}"),
    "no awards": ("51.0707,201645,5,", f"5:18: '' {NUMBER}"),
    "negative": ("51.0707,201645,5,-1", f"5:18: '-1' {NUMBER}"),
    "part": ("51.0707,201645,5,1.0", f"5:18: '1.0' {NUMBER}"),
    "comma": ('51.0707,201645,5,"1,0"', f"5:18: '1,0' {NUMBER}"),
    "other digit": ("51.0707,201645,5,५", f"5:18: '५' {NUMBER}"),
    "line": ('51.0707,201645,5,"1\n"', f"5:18: '1\n' {NUMBER}"),
    "zero before": ("51.0707,201645,5,01", f"5:18: '01' {NUMBER}"),
    "repeated": (
        "51.0707,201645,3,12",
        "5:16: '51.0707, 201645, 3' is given already [repeated]",
    ),
    "cells": ("51.0707,201645,5", "5:1: the row has 3 cells where 4 should be [cells]"),
}


@pytest.mark.parametrize("name", BAD_AWARDS)
def test_a_wrong_award_is_told_where_it_stands(name, folder):
    """A wrong row is left out and told at its first wrong cell; the others stay."""
    text, wrong = BAD_AWARDS[name]
    put(folder / "i", awards_51=f"{AWARD_HEAD}{AWARDS}{text}\n")
    (read, _), (problem,) = read_schools(folder, "w")
    assert str(problem).startswith(f"w/i/awards-51.csv:{wrong}")
    assert (read.schools, read.awards) == (SCHOOL_ROWS, AWARD_ROWS)


def test_awards_are_given_once_in_all_tables(folder):
    """A program, school and level stand in one of the tables of a source only."""
    put(folder / "i", awards_52=f"{AWARD_HEAD}52.0101,201645,5,1\n51.0707,201645,3,12\n")
    (read, _), (problem,) = read_schools(folder, "w")
    assert (problem.file, problem.line, problem.code) == ("w/i/awards-52.csv", 3, "repeated")
    assert (read.files, len(read.awards)) == (3, 4)


def test_awards_of_a_wrong_school_are_not_wrong_too(folder):
    """A school with a mistake is known all the same; one whose table is not whole may be."""
    put(folder / "i", schools=f"{HEAD}{SCHOOLS.replace('Cleveland', '')}")
    assert [line.rpartition(" ")[2] for line in told(folder)] == ["[text]"]
    put(folder / "i", schools=f"{HEAD}{EMPTY}x,y\n")
    assert [line.rpartition(" ")[2] for line in told(folder)] == ["[cells]"]


def test_awards_need_the_schools_beside_them(folder):
    """Awards without a table of schools are told; whether their schools exist is then unknown."""
    (folder / "i" / "schools.csv").unlink()
    ((read, _), (problem,)) = read_schools(folder, "w")
    assert (problem.file, problem.code) == ("w/i/schools.csv", "unreadable")
    assert read.awards == AWARD_ROWS


CIP_4 = "is not a CIP code of four digits like 51.07 [cip]"
BAD_FIELDS = {
    "six digits": ("51.0707,201645,5,1,,", f"5:1: '51.0707' {CIP_4}"),
    "no dot": ("5107,201645,5,1,,", f"5:1: '5107' {CIP_4}"),
    "NA": ("51.07,NA,5,1,,", f"5:7: 'NA' {UNITID}"),
    "level": ("51.07,201645,99,1,,", "5:14: '99' is none of 1, 2, 3, 4, 5, 6, 7, 8 [level]"),
    "part": ("51.07,201645,5,1.5,,", f"5:16: '1.5' {NUMBER}"),
    "suppressed": ("51.07,201645,5,,,PrivacySuppressed", f"5:18: 'PrivacySuppressed' {NUMBER}"),
    "negative": ("51.07,201645,5,,-1,", f"5:17: '-1' {NUMBER}"),
    "nothing": ("51.07,201645,5,,,", "5:16: the row has no figure [no-figure]"),
    "repeated": ("51.07,201645,2,,,1", "5:14: '51.07, 201645, 2' is given already [repeated]"),
}


@pytest.mark.parametrize("name", BAD_FIELDS)
def test_a_wrong_figure_is_told_where_it_stands(name, folder):
    """A wrong row is left out and told at its first wrong cell; the others stay."""
    text, wrong = BAD_FIELDS[name]
    put(folder / "s", fields_51=f"{FIELD_HEAD}{FIELDS}{text}\n")
    (_, read), problems = read_schools(folder, "w")
    assert [str(problem) for problem in problems] == [f"w/s/fields-51.csv:{wrong}"]
    assert (read.prices, read.fields) == (PRICE_ROWS, FIELD_ROWS)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("x,1", f"5:1: 'x' {UNITID}"),
        ("300000,", f"5:8: '' {NUMBER}"),
        ("300000,-0", f"5:8: '-0' {NUMBER}"),
        ("300000,1.5", f"5:8: '1.5' {NUMBER}"),
        ("201645,17621", "5:1: '201645' is given already [repeated]"),
    ],
)
def test_a_wrong_price_is_told_where_it_stands(text, wrong, folder):
    """A price is whole dollars, below 0 too; each school has one."""
    put(folder / "s", schools=f"{PRICE_HEAD}{PRICES}{text}\n")
    (_, read), problems = read_schools(folder, "w")
    assert [str(problem) for problem in problems] == [f"w/s/schools.csv:{wrong}"]
    assert read.prices == PRICE_ROWS


@given(
    cells=st.tuples(
        *(st.text(alphabet="0123456789.,-x ५\n", max_size=9) for _ in AWARD_COLUMNS),
    )
)
def test_a_row_that_passes_is_what_it_says(cells):
    """However cells look, a row either has a mistake in one of them or gives them back."""
    row = award_row(cells)
    if isinstance(row, AwardRow):
        assert (row.cip, *map(str, row[1:])) == cells
    else:
        assert 0 <= row.at < len(cells)


@given(figures=st.tuples(*[st.none() | st.integers(0, 999_999_999)] * 3))
def test_figures_come_back_as_they_are_written(figures):
    """Every figure of a row is read as it stands; a row with none is told."""
    cells = ["" if figure is None else str(figure) for figure in figures]
    row = field_row(("51.07", "201645", "2", *cells))
    if any(cells):
        assert row == FieldRow("51.07", 201645, 2, *figures)
    else:
        assert row.code == "no-figure"


@pytest.mark.parametrize("name", ["schools.txt", "awards.csv", "awards-5.csv", "prices.csv"])
def test_a_stray_file_among_tables_is_told(name, folder):
    """Only the tables that are named as they should be belong to a source."""
    (folder / "i" / name).touch()
    _, (problem,) = read_schools(folder, "w")
    assert (problem.file, problem.code) == (f"w/i/{name}", "stray-file")
    assert problem.message.startswith("is not a table of schools; schools.csv, awards-51.csv or")


def test_what_is_no_folder_of_a_source_is_told(folder):
    """Tables lie in the folder of their source; an empty one is no source."""
    (folder / "schools.csv").touch()
    (folder / "t").mkdir()
    tables, (problem,) = read_schools(folder, "w")
    assert (problem.file, problem.code) == ("w/schools.csv", "stray-file")
    assert [each.source for each in tables] == ["i", "s"]


@pytest.mark.parametrize("text", ["", "unitid\n", "unitid,price\n1,2\n", "\xff\n"])
def test_a_table_of_schools_with_other_columns_is_told(text, folder):
    """What has the columns of neither kind is held against those of the directory."""
    path = folder / "s" / "schools.csv"
    path.write_bytes(text.encode("latin-1"))
    (_, read), (problem,) = read_schools(folder, "w")
    assert (problem.file, problem.line) == ("w/s/schools.csv", 1)
    assert problem.code == ("encoding" if "\xff" in text else "columns")
    assert (read.prices, read.schools, read.fields) == ([], [], FIELD_ROWS)


def test_one_table_is_read_with_the_schools_it_needs(folder):
    """Awards named alone are held against the schools; figures of graduates stand by themselves."""
    put(folder / "i", awards_52=f"{AWARD_HEAD}x\n", schools=f"{HEAD}{EMPTY}")
    read, problems = read_school_tables(folder / "i", "w", only="awards-51.csv")
    assert [each.code for each in problems] == ["unknown-school"] * 2
    assert (read.files, read.awards) == (1, AWARD_ROWS[2:])
    (folder / "s" / "schools.csv").write_text("x", encoding="utf-8")
    read, problems = read_school_tables(folder / "s", "w", only="fields-51.csv")
    assert (read.files, read.fields, problems) == (1, FIELD_ROWS, [])
