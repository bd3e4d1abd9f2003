"""Tables that are too wide: some cells go below others, and no word is cut."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from careerkit.render.as_table import _print
from careerkit.render.folded import Stack, folded, plain
from careerkit.render.page import Column, Grid, Page, StyledText

COLUMNS = (
    Column("School"),
    Column("Place", under=True),
    Column("Address", under=True),
    Column("Level", whole=True),
    Column("Code", whole=True, under=True),
    Column("Price", right=True),
)
ROW = (
    StyledText("Sinclair Community College", "strong"),
    "Dayton, OH",
    "www.sinclair.edu",
    "associate",
    "51.0707",
    "$5,992",
)


def drawn(width, *rows, columns=COLUMNS):
    """Return the lines of a table as it is drawn on a terminal of some width."""
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, legacy_windows=False)
    _print(console, Page("Title", [Grid(columns, rows)]), ascii_only=False)
    return [line.rstrip() for line in out.getvalue().splitlines()][2:]


def test_where_there_is_room_nothing_is_folded():
    """Each column has its own place."""
    head, _, row = drawn(200, ROW)
    assert head.split() == ["School", "Place", "Address", "Level", "Code", "Price"]
    assert row.split()[-4:] == ["www.sinclair.edu", "associate", "51.0707", "$5,992"]


def test_the_first_column_is_folded_first():
    """What stands under the first cell goes below it, side by side; the rest stays."""
    assert drawn(80, ROW) == [
        "  School",
        "  Place  Address                 Level       Code       Price",
        "  ───────────────────────────────────────────────────────────",
        "  Sinclair Community College     associate   51.0707   $5,992",
        "  Dayton, OH  www.sinclair.edu",
    ]


def test_other_columns_are_folded_where_that_is_not_enough():
    """A cell that is never broken has what is under it on lines of their own."""
    assert drawn(50, ROW) == [
        "  School                        Level",
        "  Place  Address                Code         Price",
        "  ────────────────────────────────────────────────",
        "  Sinclair Community College    associate   $5,992",
        "  Dayton, OH                    51.0707",
        "  www.sinclair.edu",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["www.lincolntech.edu/", "campus/new-britain-ct"],
        ["www.concorde.edu/campus/", "north-hollywood-", "california"],
        ["x" * 24, "x" * 6],
    ],
)
def test_long_addresses_are_broken_after_slashes_and_dots(lines):
    """Or else after hyphens, or else anywhere: all of it is there to be read."""
    shown = drawn(50, (*ROW[:2], "".join(lines), *ROW[3:]))
    assert [line.strip() for line in shown[5:]] == lines


def test_what_is_empty_takes_no_line():
    """A cell with nothing in it leaves no gap."""
    row = (ROW[0], "", "", "associate", "", "$5,992")
    assert drawn(50, ROW, row)[-1] == "  Sinclair Community College    associate   $5,992"


def test_tones_stay():
    """Each of the cells below one another keeps its tone."""
    (row,) = folded(Grid(COLUMNS, [ROW]), 50).rows
    assert isinstance(row[0], Stack)
    assert row[0].parts == (ROW[0], "Dayton, OH", "www.sinclair.edu")
    assert row[0].parts[0].tone == "strong"


def test_a_terminal_too_narrow_for_that_gets_lists():
    """Then each column is a line of its own again."""
    columns = (*COLUMNS[:3], *(Column(name, right=True) for name in ("A", "B")))
    lines = drawn(40, (*ROW[:3], "1" * 12, "2" * 12), columns=columns)
    assert lines[1:3] == ["  Place    Dayton, OH", "  Address  www.sinclair.edu"]


def test_tables_without_such_columns_stay_as_they_are():
    """Nothing is folded that was not meant to be."""
    block = Grid([Column("A"), Column("B")], [["x" * 50, "y" * 50]])
    assert folded(block, 40) is block


WORDS = st.text("abc./ ", max_size=60)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@given(rows=st.lists(st.tuples(*[WORDS] * len(COLUMNS)), min_size=1, max_size=4))
def test_nothing_is_lost(width, rows):
    """Whatever cells hold and however wide the terminal is, all of it stands in the table."""
    block = folded(Grid(COLUMNS, rows), width)
    told = "".join(plain(cell) for row in block.rows for cell in row)
    assert "".join(told.split()) == "".join("".join(each for row in rows for each in row).split())
