"""Tables on a terminal: what they do with words that are too long for it."""

import io

import pytest
from rich.console import Console

from careerkit.render.as_table import _print
from careerkit.render.page import Column, Grid, Page, StyledText

LONG = "Nashville-Davidson--Murfreesboro--Franklin, TN"


COLUMNS = (Column("Area"), Column("Wage", right=True))


def drawn(width, *rows, columns=COLUMNS):
    """Return a table as it is drawn on a terminal of some width."""
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, legacy_windows=False)
    _print(console, Page("Title", [Grid(columns, rows)]), ascii_only=False)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_a_long_word_is_whole_where_there_is_room():
    """Where the table fits, nothing is broken."""
    assert f"  {LONG}     $9" in drawn(80, [LONG, "$9"])


def test_a_long_word_is_broken_after_its_hyphens():
    """Where it does not fit, a long word goes on after a hyphen on the next line."""
    lines = drawn(40, ["Ohio", "$8"], [LONG, "$9"])
    at = lines.index("  Nashville-         $9")
    assert lines[at + 1 : at + 4] == ["  Davidson--", "  Murfreesboro--", "  Franklin, TN"]


@pytest.mark.parametrize("cell", ["Winston-Salem, NC", "--", "-", "left-handed"])
def test_a_short_word_stays_whole(cell):
    """Words of fifteen letters, and dashes, are never broken."""
    assert any(cell in line for line in drawn(40, [LONG, "$9"], [cell, "$8"]))


def test_the_tone_of_a_broken_cell_stays():
    """A cell that says something in a tone keeps it when it is broken."""
    text = "\n".join(drawn(40, [StyledText(LONG, "strong"), "$9"]))
    assert "Davidson--\n" in text


def test_what_is_whole_is_never_broken():
    """Codes and figures are not broken at a hyphen: the table becomes lists instead."""
    columns = (Column("Area", whole=True), Column("Wage", right=True))
    lines = drawn(40, [LONG, "$9"], columns=columns)
    assert any(line.startswith("  Area  Nashville-Davidson") for line in lines)
