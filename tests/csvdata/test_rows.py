"""Every bulk table: exact rows of a good one, one located problem for each mistake."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.csvdata.cells import AtLeast
from careerkit.csvdata.kinds import TABLES
from careerkit.csvdata.reading import TableReader, table_text
from careerkit.csvdata.rows import (
    TITLE_KINDS,
    AreaRow,
    AwardRow,
    CipRow,
    CrosswalkRow,
    FieldRow,
    PriceRow,
    TitleRow,
    WageRow,
)
from careerkit.model.school import CONTROLS, DISTANCES, School
from careerkit.model.vocabulary import WAGE_FIGURES

CASE = (
    "201645,Case College,Cleveland,OH,Cuyahoga County,44106,public,41.5,-81.61,"
    "https://www.case.edu/,some,none,2023-24,"
)
SCHOOL = dict(zip(School._fields, CASE.split(","), strict=True))
WAGE = "39,29-2072,year,7440,1.356,1.06,54550,37000,43000.5,50990,61000,76000"
OHIO = dict(zip(WageRow._fields, WAGE.split(","), strict=True))


def school(**cells):
    """Return the row of a further school with some cells written otherwise."""
    return ",".join({**SCHOOL, "unitid": "300000", **cells}.values())


def wage(**cells):
    """Return Ohio's row of nurses with some cells written otherwise."""
    return ",".join({**OHIO, "soc": "29-1141", **cells}.values())


GOOD = {
    TitleRow: {
        "29-2072.00,Medical Records Specialists,,occupation": (
            *("29-2072.00", "Medical Records Specialists", "", "occupation"),
        ),
        "29-2072.00,Health Technician (HT),HT,reported": (
            *("29-2072.00", "Health Technician (HT)", "HT", "reported"),
        ),
        '29-2072,"Coder, Medical",,direct_match': ("29-2072", "Coder, Medical", "", "direct_match"),
        "29-2072,Chart Clerk,,alternate": ("29-2072", "Chart Clerk", "", "alternate"),
        "43-4071,Chart Clerk,,alternate": ("43-4071", "Chart Clerk", "", "alternate"),
        "29-2072,29-2071,,former_code": ("29-2072", "29-2071", "", "former_code"),
    },
    CipRow: {
        "51,HEALTH PROFESSIONS,": ("51", "HEALTH PROFESSIONS", None),
        '51.07,"Health, Administrative",': ("51.07", "Health, Administrative", None),
        "51.0808,Veterinary Technology,51.0899": ("51.0808", "Veterinary Technology", "51.0899"),
        "51.0899,Veterinary Assistants,": ("51.0899", "Veterinary Assistants", None),
        "51.19,Osteopathy,51.07": ("51.19", "Osteopathy", "51.07"),
    },
    CrosswalkRow: {
        "51.0707,29-2072": ("51.0707", "29-2072"),
        "51.0707,29-9021": ("51.0707", "29-9021"),
        "51.3801,29-2072": ("51.3801", "29-2072"),
    },
    AreaRow: {
        "39,Ohio,state,OH,2025-05": ("39", "Ohio", "state", "OH", "2025-05"),
        '17140,"Cincinnati, OH-KY-IN",metropolitan,OH,2025-05': (
            *("17140", "Cincinnati, OH-KY-IN", "metropolitan", "OH", "2025-05"),
        ),
        "3900001,West Ohio,nonmetropolitan,OH,2025": (
            *("3900001", "West Ohio", "nonmetropolitan", "OH", "2025"),
        ),
    },
    WageRow: {
        ",".join(OHIO.values()): (
            *("39", "29-2072", "year", 7440, 1.356, 1.06),
            *(54550, 37000, 43000.5, 50990, 61000, 76000),
        ),
        "39,27-2011,hour,,,,21.7,14.9,,20.67,>=115,>=115.5": (
            *("39", "27-2011", "hour", None, None, None, 21.7, 14.9, None, 20.67),
            *(AtLeast(115), AtLeast(115.5)),
        ),
        "17140,29-2072,year,90,0.07,0,,,,,,": (
            *("17140", "29-2072", "year", 90, 0.07, 0, *[None] * 6),
        ),
    },
    School: {
        ",".join(SCHOOL.values()): (
            *(201645, "Case College", "Cleveland", "OH", "Cuyahoga County", "44106", "public"),
            *(41.5, -81.61, "https://www.case.edu/", "some", "none", "2023-24", None),
        ),
        '100654,"St. ""A"", Nursing",Guam,GU,,,,,,,,,2023-24,2024-05-31': (
            *(100654, 'St. "A", Nursing', "Guam", "GU", "", "", None),
            *(None, None, None, None, None, "2023-24", "2024-05-31"),
        ),
    },
    PriceRow: {
        "201645,17621": (201645, 17621),
        "10236801,-28": (10236801, -28),
        "100654,0": (100654, 0),
    },
    AwardRow: {
        "51.0707,201645,3,12": ("51.0707", 201645, 3, 12),
        "51.0707,201645,21,0": ("51.0707", 201645, 21, 0),
        "51.0707,100654,3,1": ("51.0707", 100654, 3, 1),
    },
    FieldRow: {
        "51.07,201645,2,51727,50894,9500": ("51.07", 201645, 2, 51727, 50894, 9500),
        "51.07,999999,8,,,9500": ("51.07", 999999, 8, None, None, 9500),
        "51.07,201645,3,0,,": ("51.07", 201645, 3, 0, None, None),
    },
}
KNOWN = {WageRow: {"39", "17140"}, AwardRow: {"201645", "100654"}}
"""The keys of other tables that rows may refer to."""

OCCUPATION = "is not an occupation code like 29-2072 [code]"
SOC = "is not a SOC code like 29-2072 [code]"
CIP = "is not a CIP code like 51.0707 [cip]"
ANY_CIP = "is not a CIP code like 51, 51.07 or 51.0707 [code]"
CIP_GROUP = "is not a CIP code of four digits like 51.07 [cip]"
NOW = "is no valid code of this table [unknown-code]"
AREA_TYPES = "is none of state, metropolitan, nonmetropolitan [area-type]"
STATE = "is not a postal code like OH [state]"
DATE = "is not a date like 2026-05-15 [date]"
UNIT = "is none of year, hour [unit]"
AREA = "is no area of areas.csv [unknown-area]"
UNITID = "is not an institution number like 201645 [unitid]"
NAME = "is not a name without blanks around it [text]"
LATITUDE = "is not a latitude in degrees [degrees]"
ONE_DEGREE = "one of two degrees is missing [degrees]"
URL = "is not a web address like https://www.ed.gov [url]"
YEAR = "is not a school year like 2023-24 [school-year]"
WHOLE = "is not a whole number [number]"
LEVEL = "is none of 2, 3, 4, 5, 6, 7, 8, 17, 18, 19, 20, 21 [award-level]"
REPEATED = "is given already [repeated]"

BAD = {
    TitleRow: {
        "292072,Clerk,,alternate": f"1: '292072' {OCCUPATION}",
        ",Clerk,,alternate": f"1: '' {OCCUPATION}",
        " 29-2072,Clerk,,alternate": f"1: ' 29-2072' {OCCUPATION}",
        "29-2072.0,Clerk,,alternate": f"1: '29-2072.0' {OCCUPATION}",
        "٢٩-٢٠٧٢,Clerk,,alternate": f"1: '٢٩-٢٠٧٢' {OCCUPATION}",
        '"29-2072\n",Clerk,,alternate': f"1: '29-2072\n' {OCCUPATION}",
        "29-2072,,,alternate": "9: the title is empty [empty]",
        '29-2072,"  ",x,alternate': "9: the title is empty [empty]",
        "29-2072,Clerk,,": f"16: '' is none of {', '.join(TITLE_KINDS)} [kind]",
        '29-2072,"Clerk, File",,Reported': (
            f"24: 'Reported' is none of {', '.join(TITLE_KINDS)} [kind]"
        ),
        "29-2072,2071,,former_code": f"9: '2071' {OCCUPATION}",
        "29-2072,Chart Clerk,CC,reported": f"9: '29-2072, Chart Clerk' {REPEATED}",
        "29-2072,Clerk,alternate": "1: the row has 3 cells where 4 should be [cells]",
    },
    CipRow: {
        ",x,": f"1: '' {ANY_CIP}",
        "51.071,x,": f"1: '51.071' {ANY_CIP}",
        "5107,x,": f"1: '5107' {ANY_CIP}",
        "1.0101,x,": f"1: '1.0101' {ANY_CIP}",
        '"=""53""",x,': f"""1: '="53"' {ANY_CIP}""",
        "53,  ,": "4: the title is empty [empty]",
        "51.07,x,": f"1: '51.07' {REPEATED}",
        '53,"x, y",54': f"11: '54' {NOW}",
        "53,x,51.0808": f"6: '51.0808' {NOW}",
        "53,x,53": f"6: '53' {NOW}",
        "53,x,none": f"6: 'none' {NOW}",
    },
    CrosswalkRow: {
        ",29-2072": f"1: '' {CIP}",
        "51.07,29-2072": f"1: '51.07' {CIP}",
        "51.0707,": f"9: '' {SOC}",
        "51.0707,29-2072.00": f"9: '29-2072.00' {SOC}",
        "x,y": f"1: 'x' {CIP}",
        "51.0707,29-2072": f"9: '51.0707, 29-2072' {REPEATED}",
    },
    AreaRow: {
        ',"x, y",state,OH,2025': "1: the area is empty [empty]",
        "  ,x,state,OH,2025": "1: the area is empty [empty]",
        '"40",,state,OH,2025': "6: the title is empty [empty]",
        "40,x,,OH,2025": f"6: '' {AREA_TYPES}",
        '40,"x, y",State,OH,2025': f"11: 'State' {AREA_TYPES}",
        "40,x,national,OH,2025": f"6: 'national' {AREA_TYPES}",
        "40,x,state,Ohio,2025": f"12: 'Ohio' {STATE}",
        "40,x,state,oh,2025": f"12: 'oh' {STATE}",
        "40,x,state,OH,": f"15: '' {DATE}",
        "40,x,state,OH,2025-13": f"15: '2025-13' {DATE}",
        "40,x,state,OH,May 2025": f"15: 'May 2025' {DATE}",
        "40,x,state,OH,٢٠٢٥": f"15: '٢٠٢٥' {DATE}",
        "39,x,state,OH,2025": f"1: '39' {REPEATED}",
    },
    WageRow: {
        wage(area="40"): f"1: '40' {AREA}",
        wage(area=""): "1: the area is empty [empty]",
        wage(area="039"): f"1: '039' {AREA}",
        wage(soc=""): f"4: '' {SOC}",
        wage(soc="29-1141.00"): f"4: '29-1141.00' {SOC}",
        wage(unit=""): f"12: '' {UNIT}",
        wage(area='"39"', unit="x"): f"14: 'x' {UNIT}",
        wage(soc="29-2072"): f"4: '39, 29-2072' {REPEATED}",
        wage(employment="7.5"): f"17: '7.5' {WHOLE}",
        wage(employment=">=5"): f"17: '>=5' {WHOLE}",
        wage(employment="-3"): f"17: '-3' {WHOLE}",
        wage(location_quotient=">=1"): "28: '>=1' is not a figure [number]",
        wage(mean=">="): "33: '>=' is not a figure [number]",
        wage(p90=">= 239200"): "65: '>= 239200' is not a figure [number]",
        wage(p90=">=-5"): "65: '>=-5' is not a figure [number]",
        wage(p25="36999.9"): "45: p25 is below p10 [order]",
        wage(median="43000"): "53: median is below p25 [order]",
        wage(p75="50989"): "59: p75 is below median [order]",
        wage(p90="60999.99"): "65: p90 is below p75 [order]",
        wage(p25="", median="", p75="36999"): "47: p75 is below p10 [order]",
        wage(median=">=61001"): "61: p75 is below median [order]",
        wage(median="70000", p75=">=60000", p90="69999"): "67: p90 is below median [order]",
        wage(unit="x", p25="1"): f"12: 'x' {UNIT}",
    },
    School: {
        school(unitid=""): f"1: '' {UNITID}",
        school(unitid="NA"): f"1: 'NA' {UNITID}",
        school(unitid="0201645"): f"1: '0201645' {UNITID}",
        school(name=""): f"8: '' {NAME}",
        school(name=" x"): f"8: ' x' {NAME}",
        school(name='"x\ny"'): f"8: 'x\ny' {NAME}",
        school(city=""): f"21: '' {NAME}",
        school(name="x", state="Ohio"): f"20: 'Ohio' {STATE}",
        school(county="x "): "34: 'x ' is not a text without blanks around it [text]",
        school(zip="44106-1"): "50: '44106-1' is not a ZIP code like 44114 [zip]",
        school(zip="1234"): "50: '1234' is not a ZIP code like 44114 [zip]",
        school(control="private"): f"56: 'private' is none of {', '.join(CONTROLS)} [control]",
        school(latitude="91"): f"63: '91' {LATITUDE}",
        school(latitude="41N"): f"63: '41N' {LATITUDE}",
        school(latitude="-0"): f"63: '-0' {LATITUDE}",
        school(longitude="-180.5"): "68: '-180.5' is not a longitude in degrees [degrees]",
        school(longitude=""): f"63: {ONE_DEGREE}",
        school(latitude=""): f"63: {ONE_DEGREE}",
        school(url="www.case.edu"): f"75: 'www.case.edu' {URL}",
        school(url="ftp://case.edu"): f"75: 'ftp://case.edu' {URL}",
        school(url="https://"): f"75: 'https://' {URL}",
        school(distance_graduate="few"): (
            f"102: 'few' is none of {', '.join(DISTANCES)} [distance]"
        ),
        school(awards_year=""): f"107: '' {YEAR}",
        school(awards_year="2024"): f"107: '2024' {YEAR}",
        school(closed="2024-13"): f"115: '2024-13' {DATE}",
        school(closed="5/31/2024"): f"115: '5/31/2024' {DATE}",
        school(unitid="201645"): f"1: '201645' {REPEATED}",
    },
    PriceRow: {
        "x,1": f"1: 'x' {UNITID}",
        "300000,": f"8: '' {WHOLE}",
        "300000,-0": f"8: '-0' {WHOLE}",
        "300000,1.5": f"8: '1.5' {WHOLE}",
        "201645,17621": f"1: '201645' {REPEATED}",
    },
    AwardRow: {
        "51.07,201645,3,1": f"1: '51.07' {CIP}",
        "99,201645,3,1": f"1: '99' {CIP}",
        "51.0707,,3,1": f"9: '' {UNITID}",
        "51.0707,300000,3,1": "9: '300000' is no school of schools.csv [unknown-school]",
        "51.0707,201645,1,1": f"16: '1' {LEVEL}",
        "51.0707,201645,03,1": f"16: '03' {LEVEL}",
        "51.0707,201645,associate,1": f"16: 'associate' {LEVEL}",
        "51.0707,201645,5,": f"18: '' {WHOLE}",
        "51.0707,201645,5,-1": f"18: '-1' {WHOLE}",
        "51.0707,201645,3,12": f"16: '51.0707, 201645, 3' {REPEATED}",
    },
    FieldRow: {
        "51.0707,201645,5,1,,": f"1: '51.0707' {CIP_GROUP}",
        "5107,201645,5,1,,": f"1: '5107' {CIP_GROUP}",
        "51.07,NA,5,1,,": f"7: 'NA' {UNITID}",
        "51.07,201645,99,1,,": "14: '99' is none of 1, 2, 3, 4, 5, 6, 7, 8 [level]",
        "51.07,201645,5,1.5,,": f"16: '1.5' {WHOLE}",
        "51.07,201645,5,,,PrivacySuppressed": f"18: 'PrivacySuppressed' {WHOLE}",
        "51.07,201645,5,,-1,": f"17: '-1' {WHOLE}",
        "51.07,201645,5,,,": "16: the row has no figure [no-figure]",
        "51.07,201645,2,,,1": f"14: '51.07, 201645, 2' {REPEATED}",
    },
}


def read(path, row, *lines):
    """Read a table of a type with the lines of a good one and some more."""
    path.write_text("\n".join([",".join(row._fields), *GOOD[row], *lines, ""]), encoding="utf-8")
    return TableReader(row).read(path, "x.csv", KNOWN.get(row))


def rows_of(row):
    """Return the rows of the good table of a type."""
    return [row(*cells) for cells in GOOD[row].values()]


def test_every_table_is_tried():
    """The good and the bad tables are those that there are."""
    assert [kind.row for kind in TABLES if kind.row not in GOOD or kind.row not in BAD] == []


@pytest.mark.parametrize("row", GOOD, ids=lambda row: row.__name__)
def test_a_good_table_gives_its_rows(row, tmp_path):
    """Cells come as what they are: whole numbers whole, what is empty as None, 0 as 0."""
    rows, problems = read(tmp_path / "x.csv", row)
    assert (rows, problems) == (rows_of(row), [])
    assert {*map(type, rows)} == {row}
    assert [[*map(type, cells)] for cells in rows] == [[*map(type, r)] for r in rows_of(row)]


@pytest.mark.parametrize(
    ("row", "line"),
    [(row, line) for row, bad in BAD.items() for line in bad],
    ids=lambda value: value.__name__ if isinstance(value, type) else ascii(value)[:60],
)
def test_a_wrong_row_is_reported_where_it_stands(row, line, tmp_path):
    """A wrong row is left out and told at its first wrong cell; the others stay."""
    rows, problems = read(tmp_path / "x.csv", row, line)
    number = len(GOOD[row]) + 2
    assert [str(problem) for problem in problems] == [f"x.csv:{number}:{BAD[row][line]}"]
    assert rows == rows_of(row)


@pytest.mark.parametrize("row", GOOD, ids=lambda row: row.__name__)
def test_a_table_that_is_written_is_read_again(row, tmp_path):
    """Writing is the inverse of reading, in the order of the kind, whatever the order before."""
    path = tmp_path / "x.csv"
    text = table_text(row, reversed(rows_of(row)))
    path.write_text(text, encoding="utf-8")
    rows, problems = TableReader(row).read(path)
    assert problems == []
    assert sorted(rows, key=str) == sorted(rows_of(row), key=str)
    assert table_text(row, rows) == text


def test_rows_are_written_in_the_order_of_their_kind():
    """Numbers are sorted as numbers, and titles by occupation, kind and words."""
    rows = [FieldRow("51.07", 1000000, 2, None, 1, None), FieldRow("51.07", 999999, 3, 1, None, 2)]
    _, *lines = table_text(FieldRow, rows).splitlines()
    assert lines == ["51.07,999999,3,1,,2", "51.07,1000000,2,,1,"]
    kinds = ["alternate", "reported", "occupation"]
    _, *lines = table_text(TitleRow, [TitleRow("29-2072", "x", "", kind) for kind in kinds]).split()
    assert [line.split(",")[-1] for line in lines] == kinds[::-1]


NO_FIGURE = {
    **{text: text for text in ("1e5", "-3", " 5", "5 ", "+5", "1_000", "5.", ".5", "1.2.3", "01")},
    **{text: text for text in ("५", "९", "²", "½", "nan", "inf", "*", "**", "#", "~", "$5", "5%")},
    **{text: text for text in ("<=5", "> =5", "=5", ">5", "5>=", ">=>=5", "None", "9" * 5000)},
    '"1,000"': "1,000",
    '"5\n"': "5\n",
    "1.00000000001": "1.00000000001",
}


@pytest.mark.parametrize("text", NO_FIGURE, ids=lambda text: ascii(text)[:20])
@pytest.mark.parametrize("column", ["employment", "jobs_per_1000", "p90"])
def test_what_is_no_figure_is_reported(column, text, tmp_path):
    """Figures are plain ASCII digits, with a full stop at most; nothing else is guessed at."""
    rows, (problem,) = read(tmp_path / "x.csv", WageRow, wage(**{column: text}))
    what = "whole number" if column == "employment" else "figure"
    assert (problem.code, problem.message) == ("number", f"'{NO_FIGURE[text]}' is not a {what}")
    assert rows == rows_of(WageRow)


@pytest.mark.parametrize(
    "cells",
    [
        {"p10": "50990", "p25": "50990", "p75": "50990", "p90": "50990"},
        {"p25": "", "median": "", "p75": ""},
        {"p10": "", "p90": ""},
        {"mean": "1"},
        {"mean": ">=239200"},
        {"p75": "776140", "p90": ">=239200"},
        {"median": ">=115", "p75": ">=115", "p90": ">=115"},
        {"median": ">=60000"},
        dict.fromkeys(WAGE_FIGURES, ">=239200"),
        {**dict.fromkeys(WAGE_FIGURES, ">=239200"), "p90": ">=115"},
    ],
    ids=str,
)
def test_percentiles_that_may_rise_are_no_mistake(cells, tmp_path):
    """Equal steps and gaps pass; what is at least so much is below nothing; the mean is apart."""
    assert read(tmp_path / "x.csv", WageRow, wage(**cells))[1] == []


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
        *({"control": word} for word in ("", *CONTROLS)),
        *({"distance_undergraduate": word} for word in ("", *DISTANCES)),
    ],
    ids=str,
)
def test_what_may_stand_in_a_school_is_no_mistake(cells, tmp_path):
    """Places at the ends of the earth, any address of the web, dates as far as they are known."""
    assert read(tmp_path / "x.csv", School, school(**cells))[1] == []


@given(
    cells=st.tuples(
        *(st.text(alphabet="0123456789.,-x ५\n", max_size=9) for _ in AwardRow._fields),
    )
)
def test_a_row_that_passes_is_what_it_says(cells):
    """However cells look, a row either has a mistake in one of them or gives them back."""
    row = TableReader(AwardRow).row(cells)
    if isinstance(row, AwardRow):
        assert (row.cip, *map(str, row[1:])) == cells
    else:
        assert 0 <= row.at < len(cells)


@given(figures=st.tuples(*[st.none() | st.integers(0, 999_999_999)] * 3))
def test_figures_come_back_as_they_are_written(figures):
    """Every figure of a row is read as it stands; a row with none is reported."""
    cells = ["" if figure is None else str(figure) for figure in figures]
    row = TableReader(FieldRow).row(("51.07", "201645", "2", *cells))
    if any(cells):
        assert row == FieldRow("51.07", 201645, 2, *figures)
    else:
        assert row.code == "no-figure"
