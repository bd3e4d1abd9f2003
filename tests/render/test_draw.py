"""Pages as lines: what each block looks like, in a pipe and on a terminal."""

from types import SimpleNamespace

import pytest

from careerkit.render.draw import UNLIMITED, Surface, drawn
from careerkit.render.page import Bullets, Column, Grid, Heading, Page, Pairs, Prose, StyledText


def lines(*blocks, width=UNLIMITED, paint=lambda text, _tone: text, **rules):
    """Return the lines below the title of a page."""
    return [*drawn(Page("Title", blocks), Surface(width, paint, **rules))][1:]


def test_lists_stand_close_to_what_they_belong_to():
    """A blank line comes before a block, but not between a heading and its list."""
    blocks = [Heading("One"), Pairs([("a", "b")]), Heading("Two"), Bullets([(0, "c")]), Prose("d")]
    assert lines(*blocks) == ["", "One", "  a  b", "", "Two", "  - c", "", "d"]
    assert lines(Bullets([(0, "c")])) == ["", "  - c"]


def test_a_paragraph_wraps_only_on_a_terminal():
    """In a pipe it is one line, however long."""
    text = "word " * 30
    assert lines(Prose(text)) == ["", text.rstrip()]
    assert max(map(len, lines(Prose(text), width=40))) <= 40


def test_values_stand_below_one_another():
    """Values begin where the longest label ends, and go on below themselves."""
    block = Pairs([("Wage", "$9"), ("", "$8"), ("Education", "some college or more than that")])
    assert lines(block, width=30)[1:] == [
        "  Wage       $9",
        "             $8",
        "  Education  some college or",
        "             more than that",
    ]


def test_long_labels_leave_half_of_the_line():
    """A label never takes the room of its value."""
    block = Pairs([("a label of many words", "and a value")])
    assert lines(block, width=24)[1:] == ["  a label of    and a", "  many words    value"]


def test_items_go_on_below_themselves():
    """A deeper item stands farther in."""
    block = Bullets([(0, "one two"), (1, "three four\nfive")])
    assert lines(block, width=12)[1:] == ["  - one two", "    - three", "      four", "      five"]


def test_figures_stand_right_and_titles_at_the_bottom():
    """Titles of one line stand just above their column; a cell may have lines of its own."""
    block = Grid([Column("Area"), Column("Lowest\n10%", right=True)], [["Ohio\nand Maine", "$9"]])
    assert lines(block)[1:] == [
        "              Lowest",
        "  Area           10%",
        "  ──────────────────",
        "  Ohio            $9",
        "  and Maine",
    ]


def test_tables_are_ruled_as_the_surface_says():
    """Where only ASCII can be written the lines are ASCII, those between columns too."""
    block = Grid([Column("A"), Column("B")], [["a", "b"]])
    assert lines(block, rule="-", cross="+", between="|")[1:] == ["  A | B", "  --+--", "  a | b"]


def test_wide_characters_keep_columns_in_line():
    """What follows a wide character stands where it would else."""
    block = Grid([Column("A"), Column("B")], [["看護", "b"], ["abcd", "b"]])
    assert lines(block)[3:] == ["  看護   b", "  abcd   b"]


def test_only_text_is_painted():
    """Tones are put on text, not on the blanks around it, and none are left behind a line."""
    block = Grid([Column("A"), Column("B")], [[StyledText("a", "good"), StyledText("b", "bad")]])
    shown = lines(
        block,
        Pairs([("c", StyledText("d", "open"))]),
        Prose("e", "quiet"),
        paint=lambda text, tone: f"<{tone} {text}>",
    )
    assert shown[3:] == ["  <good a>   <bad b>", "  <plain c>  <open d>", "", "<quiet e>"]


def test_unknown_blocks_are_our_bug():
    """A block that cannot be drawn is an error, never dropped."""
    with pytest.raises(TypeError, match="no drawing for SimpleNamespace"):
        lines(SimpleNamespace())
