"""Tables of local wages: exact rows of good ones, one located problem for each mistake."""

import pytest

from careerkit.csvdata.wage_rows import AREA_COLUMNS, WAGE_COLUMNS, AreaRow, WageRow
from careerkit.csvdata.wages import read_wage_tables, read_wages
from careerkit.model.vocabulary import WAGE_FIGURES

AREA_HEAD = ",".join(AREA_COLUMNS) + "\n"
HEAD = ",".join(WAGE_COLUMNS) + "\n"
AREAS = """\
39,Ohio,state,OH,2025-05
17140,"Cincinnati, OH-KY-IN",metropolitan,OH,2025-05
3900001,West Ohio nonmetropolitan area,nonmetropolitan,OH,2025
"""
OHIO = "39,29-2072,year,7440,1.356,1.06,54550,37000,43000.5,50990,61000,76000"
WAGES = f"""\
{OHIO}
39,27-2011,hour,,,,21.7,14.9,,20.67,>=115,>=115
17140,29-2072,year,90,0.07,0,,,,,,
"""
AREA_ROWS = [
    AreaRow("39", "Ohio", "state", "OH", "2025-05"),
    AreaRow("17140", "Cincinnati, OH-KY-IN", "metropolitan", "OH", "2025-05"),
    AreaRow("3900001", "West Ohio nonmetropolitan area", "nonmetropolitan", "OH", "2025"),
]
FIGURES = (7440, 1.356, 1.06, 54550, 37000, 43000.5, 50990, 61000, 76000)
WAGE_ROWS = [
    WageRow("39", "29-2072", "year", FIGURES, ""),
    WageRow("39", "27-2011", "hour", (*[None] * 3, 21.7, 14.9, None, 20.67, 115, 115), "p75,p90"),
    WageRow("17140", "29-2072", "year", (90, 0.07, 0, *[None] * 6), ""),
]


def put(folder, **tables):
    """Write tables into a folder, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name.strip('_')}.csv").write_text(text, encoding="utf-8", newline="")


@pytest.fixture
def folder(tmp_path):
    """Make a folder of wages with the good tables of one source."""
    put(tmp_path / "wages" / "s", areas=AREA_HEAD + AREAS, _29=HEAD + WAGES)
    return tmp_path / "wages"


def told(folder):
    """Return what is wrong with the tables, as it is told."""
    _, problems = read_wages(folder, "w")
    return [str(problem) for problem in problems]


def test_good_tables_give_their_rows(folder):
    """Areas and wages come as they are written: whole numbers whole, what is empty as None."""
    ((read,), problems) = read_wages(folder, "d/wages")
    assert problems == []
    assert (read.source, read.shown, read.files) == ("s", "d/wages/s", 2)
    assert read.areas == AREA_ROWS
    assert read.wages == WAGE_ROWS
    assert [type(each) for each in read.wages[0].figures] == [type(each) for each in FIGURES]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tables_may_come_from_another_system(end, mark, folder):
    """Windows ends of lines and the mark of Excel change no row."""
    put(
        folder / "s",
        areas=mark + (AREA_HEAD + AREAS).replace("\n", end),
        _29=mark + (HEAD + WAGES).replace("\n", end),
    )
    ((read,), problems) = read_wages(folder, "w")
    assert (read.areas, read.wages, problems) == (AREA_ROWS, WAGE_ROWS, [])


def test_wages_are_read_of_every_table_of_every_source(folder):
    """Sources and their tables come in the order of their names."""
    put(folder / "s", _11=HEAD + OHIO.replace("29-2072", "11-1011"))
    put(folder / "a", areas=AREA_HEAD + AREAS, _29=f"{HEAD}{OHIO}")
    (first, second), problems = read_wages(folder, "w")
    assert problems == []
    assert [(first.source, first.files), (second.source, second.files)] == [("a", 2), ("s", 3)]
    assert [row.soc for row in second.wages] == ["11-1011", "29-2072", "27-2011", "29-2072"]


@pytest.mark.parametrize("tables", [{"areas": AREA_HEAD}, {"areas": AREA_HEAD, "_29": HEAD}])
def test_tables_may_have_no_rows(tables, tmp_path):
    """The names of the columns alone are a table without rows."""
    put(tmp_path / "s", **tables)
    ((read,), problems) = read_wages(tmp_path, "w")
    assert (read.areas, read.wages, problems) == ([], [], [])


def test_an_empty_folder_is_no_source(tmp_path):
    """A folder without tables, as a failed import may leave it, is passed over."""
    (tmp_path / "s").mkdir()
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / ".DS_Store").touch()
    assert read_wages(tmp_path, "w") == ([], [])


TYPES = "is none of state, metropolitan, nonmetropolitan [area-type]"
DATE = "is not a date like 2025-05 [date]"
STATE = "is not a postal code like OH [state]"
BAD_AREAS = {
    "no code": (',"x, y",state,OH,2025', "5:1: the area is empty [empty]"),
    "blank code": ("  ,x,state,OH,2025", "5:1: the area is empty [empty]"),
    "no title": ('"40",,state,OH,2025', "5:6: the title is empty [empty]"),
    "no type": ("40,x,,OH,2025", f"5:6: '' {TYPES}"),
    "type": ('40,"x, y",State,OH,2025', f"5:11: 'State' {TYPES}"),
    "nation": ("99,x,national,US,2025", f"5:6: 'national' {TYPES}"),
    "no state": ("40,x,state,,2025", f"5:12: '' {STATE}"),
    "state": ('40,"x, y",state,Ohio,2025', f"5:17: 'Ohio' {STATE}"),
    "two states": ("40,x,state,OH-KY,2025", f"5:12: 'OH-KY' {STATE}"),
    "no date": ("40,x,state,OH,", f"5:15: '' {DATE}"),
    "month 13": ("40,x,state,OH,2025-13", f"5:15: '2025-13' {DATE}"),
    "month in words": ("40,x,state,OH,May 2025", f"5:15: 'May 2025' {DATE}"),
    "other digits": ("40,x,state,OH,٢٠٢٥", f"5:15: '٢٠٢٥' {DATE}"),
    "repeated": ("39,x,state,OH,2025", "5:1: the area '39' stands here twice [repeated]"),
    "cells": ("40,x,state,OH", "5:1: the row has 4 cells where 5 should be [cells]"),
}


@pytest.mark.parametrize("name", BAD_AREAS)
def test_a_wrong_area_is_told_where_it_stands(name, folder):
    """A wrong area is left out and told at its cell; the others, and all wages, stay."""
    row, wrong = BAD_AREAS[name]
    put(folder / "s", areas=f"{AREA_HEAD}{AREAS}{row}\n")
    ((read,), problems) = read_wages(folder, "w")
    assert [str(problem) for problem in problems] == [f"w/s/areas.csv:{wrong}"]
    assert (read.areas, read.wages) == (AREA_ROWS, WAGE_ROWS)


def row(**cells):
    """Return Ohio's row of nurses with some cells written otherwise."""
    plain = dict(zip(WAGE_COLUMNS, OHIO.split(","), strict=True))
    return ",".join({**plain, "soc": "29-1141", **cells}.values())


CODE = "is not a SOC code like 29-2072 [code]"
UNIT = "is none of year, hour [unit]"
BAD_WAGES = {
    "unknown area": (row(area="40"), "5:1: the area '40' is not in areas.csv [unknown-area]"),
    "no area": (row(area=""), "5:1: the area '' is not in areas.csv [unknown-area]"),
    "zero lost": (row(area="039"), "5:1: the area '039' is not in areas.csv [unknown-area]"),
    "no code": (row(soc=""), f"5:4: '' {CODE}"),
    "code with detail": (row(soc="29-1141.00"), f"5:4: '29-1141.00' {CODE}"),
    "code in other digits": (row(soc="29-२२41"), f"5:4: '29-२२41' {CODE}"),
    "no unit": (row(unit=""), f"5:12: '' {UNIT}"),
    "unit": (row(unit="month"), f"5:12: 'month' {UNIT}"),
    "quoted before": (row(area='"39"', unit="x"), f"5:14: 'x' {UNIT}"),
    "repeated": (row(soc="29-2072"), "5:4: '29-2072' in area '39' is given already [repeated]"),
    "cells": ("39,29-1141", "5:1: the row has 2 cells where 12 should be [cells]"),
    "order p25": (row(p25="36999.9"), "5:45: p25 is below p10 [order]"),
    "order median": (row(median="43000"), "5:53: median is below p25 [order]"),
    "order p75": (row(p75="50989"), "5:59: p75 is below median [order]"),
    "order p90": (row(p90="60999.99"), "5:65: p90 is below p75 [order]"),
    "order over a gap": (row(p25="", median="", p75="36999"), "5:47: p75 is below p10 [order]"),
    "below the least": (row(median=">=61001"), "5:61: p75 is below median [order]"),
    "below what lies before the least": (
        row(median="70000", p75=">=60000", p90="69999"),
        "5:67: p90 is below median [order]",
    ),
}
NO_FIGURE = {
    **{text: text for text in ("1e5", "-3", " 5", "5 ", "+5", "1_000", "5.", ".5", "1.2.3", "0x1")},
    **{text: text for text in ("५", "९", "²", "½", "nan", "inf", "*", "**", "#", "~", "$5", "5%")},
    **{text: text for text in ("<=5", "> =5", "=5", ">5", "5>=", ">=>=5", "None", "9" * 5000)},
    '"1,000"': "1,000",
    '"5\n"': "5\n",
    "1.00000000001": "1.00000000001",
}


@pytest.mark.parametrize("name", BAD_WAGES)
def test_a_wrong_wage_is_told_where_it_stands(name, folder):
    """A wrong row is left out and told at its cell; the others stay."""
    text, wrong = BAD_WAGES[name]
    put(folder / "s", _29=f"{HEAD}{WAGES}{text}\n")
    ((read,), problems) = read_wages(folder, "w")
    assert [str(problem) for problem in problems] == [f"w/s/29.csv:{wrong}"]
    assert (read.areas, read.wages) == (AREA_ROWS, WAGE_ROWS)


@pytest.mark.parametrize("text", NO_FIGURE, ids=lambda text: ascii(text)[:20])
@pytest.mark.parametrize("column", ["employment", "jobs_per_1000", "mean", "p10", "p90"])
def test_what_is_no_figure_is_told(column, text, folder):
    """Figures are plain ASCII digits, with a full stop at most; nothing else is guessed at."""
    put(folder / "s", _29=f"{HEAD}{WAGES}{row(**{column: text})}\n")
    what = "whole number" if column == "employment" else "figure"
    before = row().split(",")[: WAGE_COLUMNS.index(column)]
    at = len(",".join([*before, ""])) + 1
    ((read,), (problem,)) = read_wages(folder, "w")
    assert (problem.line, problem.column, problem.code) == (5, at, "number")
    assert problem.message == f"'{NO_FIGURE[text]}' is no {what}"
    assert read.wages == WAGE_ROWS


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("employment", "7.5"),
        ("employment", "7.0"),
        ("employment", ">=5"),
        ("location_quotient", ">=1"),
        ("mean", ">="),
        ("p90", ">= 239200"),
        ("p90", ">=-5"),
    ],
)
def test_a_mark_stands_before_a_wage_only(column, text, folder):
    """Workers come in whole numbers, and only a wage can be that or more."""
    put(folder / "s", _29=f"{HEAD}{row(**{column: text})}\n")
    assert [line.rpartition(" ")[2] for line in told(folder)] == ["[number]"]


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
    ],
    ids=str,
)
def test_percentiles_that_may_rise_are_no_mistake(cells, folder):
    """Equal steps and gaps pass; what is at least so much is below nothing; the mean is apart."""
    put(folder / "s", _29=f"{HEAD}{row(**cells)}\n")
    assert told(folder) == []


def test_every_wrong_row_is_told(folder):
    """One mistake does not hide the next, of one row the first is told."""
    rows = [row(soc="x", p10="y"), row(unit="z"), row(p10="y", p90="y"), row(soc="29-1142")]
    put(folder / "s", _29="\n".join([HEAD.strip(), *rows]))
    _, problems = read_wages(folder, "w")
    assert [(problem.line, problem.code) for problem in problems] == [
        (2, "code"),
        (3, "unit"),
        (4, "repeated"),
    ]


def test_a_wage_that_stands_in_two_tables_is_told(folder):
    """An occupation has one row an area, in whatever table of the source."""
    put(folder / "s", _31=f"{HEAD}{OHIO}\n")
    assert told(folder) == [
        "w/s/31.csv:2:4: '29-2072' in area '39' is given already [repeated]",
    ]


def test_two_sources_may_tell_of_the_same_areas(folder):
    """What one source says is no repetition of another."""
    put(folder / "t", areas=AREA_HEAD + AREAS, _29=HEAD + WAGES)
    assert told(folder) == []


@pytest.mark.parametrize(
    ("areas", "wrong"),
    [
        (None, "1:1: the file cannot be read: No such file or directory [unreadable]"),
        ("", f"1:1: the first line must name the columns: {AREA_HEAD.strip()} [columns]"),
        (AREA_HEAD + AREAS.replace(",OH,2025-05", ',"OH', 1), "2:1: the row that begins here"),
        (AREA_HEAD + AREAS.replace(",OH,2025-05", ",OH", 1), "2:1: the row has 4 cells where 5"),
    ],
)
def test_without_sound_areas_no_wage_is_blamed(areas, wrong, folder):
    """Where the areas cannot be read that is told once, not again for every wage."""
    if areas is None:
        (folder / "s" / "areas.csv").unlink()
    else:
        put(folder / "s", areas=areas)
    (line,) = told(folder)
    assert line.startswith(f"w/s/areas.csv:{wrong}")


def test_an_area_with_a_mistake_is_known(folder):
    """The wages of an area whose row is wrong are no mistake of their own."""
    put(folder / "s", areas=AREA_HEAD + AREAS.replace("2025-05", "soon"))
    assert [line.rpartition(" ")[2] for line in told(folder)] == ["[date]", "[date]"]


@pytest.mark.parametrize("name", ["29.txt", "29.CSV", "29.csv.bak"])
def test_what_is_no_table_is_told(name, folder):
    """A stray file among the tables is a problem; the tables are read all the same."""
    (folder / "s" / name).touch()
    belongs = "is not a table of wages; only .csv files belong here [stray-file]"
    assert told(folder) == [f"w/s/{name}:1:1: {belongs}"]


@pytest.mark.parametrize("name", ["29.csv", "areas.csv", "notes.txt"])
def test_a_loose_file_is_told(name, folder):
    """Tables lie in the folder of their source: one beside it would be read by nobody."""
    (folder / name).write_text(HEAD, encoding="utf-8")
    belongs = "is not a folder of wages; one folder a source belongs here [stray-file]"
    assert told(folder) == [f"w/{name}:1:1: {belongs}"]


def test_a_folder_among_the_tables_is_told(folder):
    """Nothing is read from a folder inside that of a source."""
    put(folder / "s" / "older", _29=HEAD)
    assert [line.rpartition(" ")[2] for line in told(folder)] == ["[stray-file]"]


def test_what_editors_keep_is_not_seen(folder):
    """Hidden files and folders are no tables and no problem."""
    put(folder / ".s", areas="x")
    (folder / ".DS_Store").touch()
    put(folder / "s", **{".29": "x", ".areas": "x"})
    (folder / "s" / ".29.csv.new").touch()
    ((read,), problems) = read_wages(folder, "w")
    assert (read.files, len(read.wages), problems) == (2, 3, [])


def test_a_folder_that_is_not_there_is_told(tmp_path):
    """The folder of a source that went away is a problem at its name."""
    read, (problem,) = read_wage_tables(tmp_path / "no", "w/no")
    assert (read.source, read.files, read.areas) == ("no", 0, [])
    assert (problem.file, problem.code) == ("w/no", "unreadable")
