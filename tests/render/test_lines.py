"""Lines of text: their width on a terminal, and where they are broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.render.lines import lines_of, longest_piece, width_of, within, wrapped
from careerkit.render.page import StyledText


@pytest.mark.parametrize(
    ("line", "columns"), [("", 0), ("$51,140", 7), ("Peñón", 5), ("看護師", 6), ("e\u0301", 1)]
)
def test_a_wide_character_takes_two_columns(line, columns):
    """Accents take no column of their own, characters of Chinese and Japanese take two each."""
    assert width_of(line) == columns


def test_lines_are_broken_between_words():
    """As many words stand on a line as fit, and no blanks at its ends."""
    assert wrapped("one two  three four", 9) == ["one two", "three", "four"]


def test_blanks_within_a_line_stay():
    """Blanks that put figures below one another are kept."""
    assert wrapped("  5.1%  and more", 11) == ["  5.1%  and", "more"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "see www.school.edu/campus/new-britain",
            ["see", "www.school.", "edu/campus/", "new-britain"],
        ),
        ("a Murfreesboro--Franklin", ["a", "Murfreesboro", "--Franklin"]),
        ("a_change_of_rules", ["a_change_of_", "rules"]),
        ("x" * 15, ["x" * 12, "x" * 3]),
        ("看護師看護師看", ["看護師看護師", "看"]),
    ],
)
def test_a_word_longer_than_a_line_is_broken_after_its_marks(text, lines):
    """After slashes and dots, else after hyphens, else anywhere; it begins a line of its own."""
    assert wrapped(text, 12) == lines


def test_what_fits_is_the_same_lines():
    """Lines that have room are handed on as they are."""
    cell = lines_of("one\ntwo")
    assert within(cell, 3) is cell
    assert within(cell, 2) == [StyledText(each) for each in ("on", "e", "tw", "o")]


def test_each_line_keeps_the_tone():
    """A text in a tone has it on all lines it is broken into, the breaks of its own too."""
    lines = within(lines_of(StyledText("not yet\nknown", "open")), 4)
    assert lines == [StyledText(each, "open") for each in ("not", "yet", "know", "n")]


def test_what_cannot_be_seen_is_spelled_out():
    """An escape sequence in data is shown and does nothing; it takes the room of what is shown."""
    assert lines_of("a\x1b[31mb\tc") == [StyledText("a\\x1b[31mb\\tc")]


@pytest.mark.parametrize(
    ("line", "columns"),
    [("", 0), ("  ", 0), ("Legal Assistant/Paralegal", 10), ("a post-baccalaureate", 13)],
)
def test_pieces_end_with_slashes_and_hyphens(line, columns):
    """The room that a text needs at the least is that of its longest piece."""
    assert longest_piece(line) == columns


@given(text=st.text("ab/.- \n看é", max_size=80), room=st.integers(2, 30))
def test_nothing_is_lost_and_nothing_too_wide(text, room):
    """However a text is broken, all of it but blanks is there, in order, and each line fits."""
    lines = [line.text for line in within(lines_of(text), room)]
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert max(map(width_of, lines)) <= max(room, 2)
