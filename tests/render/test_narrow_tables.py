"""Tables too wide for a terminal: columns go below others, and nothing is cut."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.render.draw import UNLIMITED, Surface, drawn
from careerkit.render.lines import width_of
from careerkit.render.narrow_tables import fitted
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
FIGURES = ("Growth", "Openings", "Wage")


def table(width, *rows, columns=COLUMNS):
    """Return the lines of a table on a terminal of some width."""
    page = Page("Title", [Grid(columns, rows)])
    return [*drawn(page, Surface(width, lambda text, _tone: text))][2:]


def test_where_there_is_room_each_column_has_its_place():
    """A table that fits is drawn as the page has it, whatever its columns may do."""
    head, _, row = table(91, ROW)
    assert head.split() == ["School", "Place", "Address", "Level", "Code", "Price"]
    assert row.split()[-4:] == ["www.sinclair.edu", "associate", "51.0707", "$5,992"]


def test_what_is_marked_goes_below_first_from_the_left():
    """What the page marks stands below the first column, side by side; the rest stays."""
    assert table(80, ROW) == [
        "  School",
        "  Place  Address                 Level       Code       Price",
        "  ───────────────────────────────────────────────────────────",
        "  Sinclair Community College     associate   51.0707   $5,992",
        "  Dayton, OH  www.sinclair.edu",
    ]


def test_below_codes_and_figures_each_has_a_line():
    """A cell that is never broken has what is below it on lines of their own."""
    assert table(52, ROW) == [
        "  School                         Level",
        "  Place  Address                 Code         Price",
        "  ─────────────────────────────────────────────────",
        "  Sinclair Community College     associate   $5,992",
        "  Dayton, OH  www.sinclair.edu   51.0707",
    ]
    columns = [Column(name, right=True, under=name != "Growth") for name in FIGURES]
    lines = table(40, ("1" * 20, "2" * 20, "3" * 20), columns=columns)
    assert [line.strip() for line in lines[:3]] == [*FIGURES]
    assert [line.strip() for line in lines[4:]] == [each * 20 for each in "123"]


def test_the_first_column_has_none_to_go_below():
    """It stands first, whatever the page marks."""
    columns = [Column("A", under=True), Column("B", under=True)]
    assert table(40, ("a" * 30, "b" * 30), columns=columns)[:2] == ["  A", "  B"]


def test_what_is_not_marked_goes_below_its_neighbor_from_the_right():
    """Where marks are not enough figures go below figures, two by two before three."""
    columns = [Column("Career"), *(Column(name, right=True) for name in FIGURES)]
    row = ("Medical records technician", "+7.1%", "14,200", "$51,140")
    assert table(40, row, columns=columns) == [
        "                                Openings",
        "  Career               Growth       Wage",
        "  ──────────────────────────────────────",
        "  Medical records       +7.1%     14,200",
        "  technician                     $51,140",
    ]


def test_a_title_that_goes_below_is_one_line():
    """Broken for a narrow column, it would look like the titles of two."""
    columns = [Column("Career"), *(Column(f"{name}\n10%", right=True) for name in FIGURES)]
    row = ("Medical records technician", "$37,000", "$14,200", "$51,140")
    assert table(48, row, columns=columns)[:2] == [
        "                           Growth   Openings 10%",
        "  Career                      10%       Wage 10%",
    ]


def test_neighbors_are_alike_before_they_are_not():
    """Codes do not go below figures as long as other columns can."""
    columns = [Column("Career"), Column("Code", whole=True), Column("Wage", right=True)]
    (_, head, *_) = table(40, ("A long career title", "51.0707 of 51.0710", "$9"), columns=columns)
    assert head.split() == ["Code", "Wage"]


def test_one_column_always_fits():
    """At last all stand below one another, and what else is never broken is broken too."""
    columns = [Column("A", whole=True), Column("B", right=True)]
    lines = table(40, ("x" * 50, "1" * 50), columns=columns)
    assert lines[:2] == ["  A", "  B"]
    assert lines[3:] == [f"  {each}" for each in ("x" * 38, "x" * 12, "1" * 38, "1" * 12)]


def test_a_long_word_is_broken_only_where_there_is_no_other_way():
    """A name with hyphens is whole where there is room, and broken after one where there is not."""
    area = "Nashville-Davidson--Murfreesboro--Franklin, TN"
    columns = [Column("Area"), Column("Wage", right=True)]
    assert f"  {area}     $9" in table(80, (area, "$9"), columns=columns)
    lines = table(40, ("Winston-Salem, NC", "$8"), (area, "$9"), columns=columns)
    assert lines[2:] == [
        "  Winston-Salem, NC                   $8",
        "  Nashville-Davidson--                $9",
        "  Murfreesboro--Franklin, TN",
    ]


def test_a_very_long_word_leaves_room_for_others():
    """A web address may be broken over lines where it would take most of the table."""
    columns = [Column("Area"), Column("Address")]
    lines = table(60, ("New Hampshire", f"https://www.{'x' * 40}/a"), columns=columns)
    assert lines[2:] == ["  New Hampshire   https://www.", f"                  {'x' * 40}/a"]


def test_an_empty_cell_takes_no_line_at_the_end():
    """Below others what is empty leaves no gap; between two lines it keeps its place."""
    row = (ROW[0], "", "", "associate", "", "$5,992")
    assert table(52, ROW, row)[-1] == "  Sinclair Community College     associate   $5,992"
    columns = [Column(name, whole=True) for name in "ABC"]
    lines = table(40, ("a" * 30, "", "c" * 30), columns=columns)
    assert lines[4:] == [f"  {'a' * 30}", "", f"  {'c' * 30}"]


def test_each_line_keeps_its_tone():
    """Cells of other tones stand on other lines, so that each keeps its own."""
    row = (ROW[0], StyledText("closed", "bad"), *ROW[2:])
    first = fitted(Grid(COLUMNS, [row]), 70)[0]
    assert first.cells[1] == [ROW[0], row[1], StyledText("www.sinclair.edu")]


def test_the_narrowest_text_is_widened_first():
    """What room is left goes to the columns whose text is broken, until they are alike."""
    columns = [Column("A"), Column("B"), Column("C")]
    widths = [each.width for each in fitted(Grid(columns, [["a " * 40, "b " * 20, "c"]]), 57)]
    assert widths == [25, 25, 1]


def test_a_table_without_rows_has_its_titles():
    """Titles too go below one another."""
    assert table(40, columns=[Column("A" * 30), Column("B" * 30)])[:2] == [
        f"  {'A' * 30}",
        f"  {'B' * 30}",
    ]


CELLS = st.text("abc./- 看", max_size=60)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@given(rows=st.lists(st.tuples(*[CELLS] * len(COLUMNS)), min_size=1, max_size=4))
def test_nothing_is_lost_and_nothing_too_wide(width, rows):
    """Whatever cells hold and however wide the terminal is, all of it stands in the table."""
    shown = table(width, *rows)
    assert max(map(width_of, shown)) <= width
    whole = table(UNLIMITED, *rows)
    assert _letters(shown) == _letters(whole)


def _letters(lines):
    return sorted(re.sub(r"[\s─]", "", "".join(lines)))
