"""A row of the wage statistics: figures as published, symbols for what they mean."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing import failure
from wage_files import ANNUAL, HOURLY

from careerkit.importers.bls_wages_layout import (
    COLUMNS,
    COUNTS,
    FIGURES,
    is_hourly,
    published,
    wage,
)
from careerkit.importers.tables import Row
from careerkit.model.vocabulary import WAGE_FIGURES

PLACE = "f.xlsx, sheet 'S', row 7, column"
TOP = {"A": 239_200, "H": 115}


def line(annual=ANNUAL, hourly=HOURLY, **cells):
    """Return a row as it is published."""
    figures = {
        f"{unit}_{name}": value
        for unit, values in (("A", annual), ("H", hourly))
        for name, value in zip(FIGURES.values(), values, strict=True)
    }
    fixed = {"TOT_EMP": 7440, "JOBS_1000": 1.356, "LOC_QUOTIENT": 1.06, "HOURLY": None}
    return Row(place="f.xlsx, sheet 'S'", number=7, cells={**fixed, **figures, **cells})


def test_a_row_gives_its_figures():
    """Employment, mean and percentiles by their names in a record; the unit is the usual one."""
    figures = dict(zip(WAGE_FIGURES, ANNUAL, strict=True))
    assert wage(line(), TOP) == {"employment": 7440, **figures}
    counts = {"employment": 7440, "jobs_per_1000": 1.356, "location_quotient": 1.06}
    assert wage(line(), TOP, COUNTS) == {**counts, **figures}


def test_figures_as_text_are_the_same_figures():
    """In a text every cell is text, with commas or without."""
    texts = [f"{value:,}" for value in ANNUAL]
    cells = {"TOT_EMP": "7,440", "JOBS_1000": "1.356", "LOC_QUOTIENT": "1.06", "HOURLY": ""}
    assert wage(line(texts, **cells), TOP, COUNTS) == wage(line(), TOP, COUNTS)


@pytest.mark.parametrize("flag", ["TRUE", True, "true", " True ", "X", 1])
def test_performers_have_hourly_wages_only(flag):
    """A workbook says True, a text "TRUE"; both give the wages of an hour."""
    row = line(["*"] * 6, HOURLY=flag)
    assert is_hourly(row)
    assert wage(row, TOP) == {
        "unit": "hour",
        "employment": 7440,
        **dict(zip(WAGE_FIGURES, HOURLY, strict=True)),
    }


@pytest.mark.parametrize("flag", ["", None, False, "FALSE", " ", 0])
def test_all_others_have_annual_wages(flag):
    """Without the flag nothing is said of the unit, and hourly figures are left alone."""
    row = line(hourly=["*"] * 6, HOURLY=flag)
    assert not is_hourly(row)
    assert "unit" not in wage(row, TOP)


@pytest.mark.parametrize("flag", ["FLASE", "hour", 2, "*"])
def test_a_flag_that_is_none_is_told(flag):
    """A unit is not guessed: what is neither set nor empty stops the import."""
    message = failure(wage, line(HOURLY=flag), TOP)
    assert message == f"{PLACE} 'HOURLY' holds '{flag}', which is neither TRUE nor empty"


@pytest.mark.parametrize("symbol", ["*", "**", "~", " * "])
@pytest.mark.parametrize("column", [*COUNTS.values(), "A_MEAN", "A_PCT10", "A_MEDIAN", "A_PCT90"])
def test_what_was_not_released_is_absent(column, symbol):
    """A star is no figure, in whatever column: the others stay."""
    released = wage(line(**{column: symbol}), TOP, COUNTS)
    whole = wage(line(), TOP, COUNTS)
    assert len(released) == len(whole) - 1
    assert released.items() <= whole.items()


@pytest.mark.parametrize("symbol", ["#", " # "])
def test_a_hash_is_the_highest_wage_that_is_published(symbol):
    """It is that wage or more, a year or an hour, and told as such, the mean too."""
    annual = wage(line([symbol, *ANNUAL[1:4], symbol, symbol]), TOP)
    assert (annual["mean"], annual["p75"], annual["p90"]) == (239_200,) * 3
    assert annual["at_least"] == ["mean", "p75", "p90"]
    hourly = wage(line(["*"] * 6, [*HOURLY[:5], symbol], HOURLY="TRUE"), TOP)
    assert (hourly["p90"], hourly["at_least"]) == (115, ["p90"])


@pytest.mark.parametrize(("top", "flag", "column"), [({}, "", "A"), ({"A": 239_200}, True, "H")])
def test_a_hash_of_which_nothing_is_known_is_told(top, flag, column):
    """No wage is made up for a file that does not say what its hash stands for."""
    row = line([*ANNUAL[:5], "#"], [*HOURLY[:5], "#"], HOURLY=flag)
    problem = "holds '#', and no sheet of notes says from which wage on"
    assert failure(wage, row, top) == f"{PLACE} '{column}_PCT90' {problem}"
    assert "at_least" not in wage(line(), top)


@pytest.mark.parametrize("column", ["TOT_EMP", "JOBS_1000", "A_MEAN", "A_PCT90"])
@pytest.mark.parametrize("value", [None, "", "x", "##", "1e5", ">=239200", "५", True])
def test_a_figure_that_is_none_is_told(column, value):
    """What is neither a number nor a symbol stops the import, with its place."""
    message = failure(wage, line(**{column: value}), TOP, COUNTS)
    shown = "" if value is None else value
    assert message == f"{PLACE} '{column}' holds '{shown}' where a number should be"


@pytest.mark.parametrize("column", ["TOT_EMP", "LOC_QUOTIENT", "A_MEAN", "A_MEDIAN"])
@pytest.mark.parametrize("value", [-5, "-5", "-1,000.5"])
def test_a_figure_below_nothing_is_told(column, value):
    """Nobody is paid less than nothing: such a record would not be valid."""
    message = failure(wage, line(**{column: value}), TOP, COUNTS)
    assert message.startswith(f"{PLACE} '{column}' holds '-")


@pytest.mark.parametrize("value", [7.5, "7.5", "7,440.0"])
def test_workers_come_in_whole_numbers(value):
    """A part of a worker is a cell of another column."""
    message = failure(wage, line(TOT_EMP=value), TOP)
    assert "column 'TOT_EMP' holds '7" in message
    assert message.endswith("', which is no whole number")


@pytest.mark.parametrize("column", [*(f"A_{name}" for name in FIGURES.values()), "HOURLY"])
def test_a_row_that_ends_early_is_told(column):
    """A cell that is not there is not one that was not released."""
    row = line()
    cells = {name: value for name, value in row.cells.items() if name != column}
    short = Row(place=row.place, number=row.number, cells=cells)
    assert failure(wage, short, TOP).endswith(f"'{column}' is missing; is the file cut short?")


def test_the_columns_asked_for_are_those_that_are_read():
    """Every cell that a row is asked for is among the columns that a file must have."""
    read = {"TOT_EMP", "HOURLY", *(f"{unit}_{name}" for unit in "AH" for name in FIGURES.values())}
    assert read <= {*COLUMNS}
    assert {*FIGURES} == {*WAGE_FIGURES}


def test_a_source_says_what_it_is():
    """Title, month and areas are those of the file."""
    (file,) = published([Path("MSA_M2024_dl.csv")])
    fields = file.source_fields
    assert fields["title"].endswith("Wage Statistics, May 2024, metropolitan areas")
    assert fields["published"] == "2024-05"
    assert fields["covers"] == "Employment and wages in May 2024"


figures = st.integers(0, 500_000) | st.sampled_from(["*", "#"])


@given(st.lists(figures, min_size=6, max_size=6))
def test_no_figure_is_made_up(annual):
    """Every figure told is that of its cell; a star tells none, a hash the top and no more."""
    released = wage(line(annual), TOP)
    for key, cell in zip(WAGE_FIGURES, annual, strict=True):
        assert released.get(key) == {"*": None, "#": 239_200}.get(cell, cell)
        assert (key in released.get("at_least", ())) == (cell == "#")
