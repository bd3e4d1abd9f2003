"""Tables: how wide they are, when they have styles, and what a terminal can show of them."""

import io
import os
from types import SimpleNamespace

import pytest

from careerkit.render import as_table, pager
from careerkit.render.page import Column, Grid, Page, Prose, StyledText

LONG = "word " * 40
PAGE = Page(
    "Title", [Grid([Column("A"), Column("B")], [["a", StyledText("\u2588\u2019", "good")]])]
)


class Stream(io.StringIO):
    """A terminal or a pipe that keeps what is written to it."""

    def __init__(self, encoding="utf-8", *, terminal=False):
        super().__init__()
        self._encoding = encoding
        self._terminal = terminal

    @property
    def encoding(self):
        """Return the encoding that it pretends to write."""
        return self._encoding

    def isatty(self):
        """Tell whether it pretends to be a terminal."""
        return self._terminal


@pytest.fixture(autouse=True)
def usual(monkeypatch):
    """Let the environment ask for nothing."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def written(monkeypatch):
    """Return a function that writes a page to a stream and returns what is there then."""

    def write(page, stream, *, no_color=False, paged=False):
        monkeypatch.setattr(as_table, "page_of", lambda _: page)
        reply = SimpleNamespace(data=SimpleNamespace(paged=paged))
        as_table.write(reply, stream, no_color=no_color)
        return stream.getvalue()

    return write


def test_a_pipe_has_neither_width_nor_style(written):
    """What a program reads has one line a row and no codes."""
    page = Page("Title", [Prose(LONG, "bad")])
    assert written(page, Stream()) == f"Title\n\n{LONG.rstrip()}\n"


@pytest.mark.parametrize(("columns", "width"), [(120, 120), (0, 80), (10, 40), (None, 80)])
def test_a_terminal_wraps_at_its_width(written, monkeypatch, columns, width):
    """Eighty columns where it does not say, and never fewer than forty."""

    def size(_descriptor):
        if columns is None:
            raise OSError
        return os.terminal_size((columns, 24))

    stream = Stream(terminal=True)
    monkeypatch.setattr(stream, "fileno", lambda: 1)
    monkeypatch.setattr(os, "get_terminal_size", size)
    lines = written(Page("Title", [Prose(LONG)]), stream, no_color=True).splitlines()
    assert width - len("word ") < max(map(len, lines)) <= width


def test_a_terminal_shows_tones(written):
    """What is strong is bold, what is good is green, and plain text has no code."""
    lines = written(PAGE, Stream(terminal=True)).splitlines()
    assert lines[0] == "\x1b[1mTitle\x1b[0m"
    assert lines[-1] == "  a   \x1b[1;32m\u2588\u2019\x1b[0m"


def test_what_is_empty_has_no_codes(written):
    """Nothing stands behind a line, nor a code that nobody sees."""
    page = Page("Title", [Grid([Column("A"), Column("")], [["a", StyledText("", "bad")]])])
    lines = written(page, Stream(terminal=True)).splitlines()
    assert lines[2:4:2] == ["  \x1b[1mA\x1b[0m"]
    assert lines[-1] == "  a"


@pytest.mark.parametrize(
    ("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb"), ("TERM", "unknown"), (None, None)]
)
def test_styles_may_be_unwanted(written, monkeypatch, name, value):
    """NO_COLOR, a terminal that knows none and --no-color take them all away."""
    if name:
        monkeypatch.setenv(name, value)
    assert "\x1b" not in written(PAGE, Stream(terminal=True), no_color=name is None)


@pytest.mark.parametrize(
    ("encoding", "row"),
    [("ascii", "a | #?"), ("cp1252", "a | #\u2019"), ("utf-8", "a   \u2588\u2019")],
)
def test_a_terminal_gets_what_it_can_show(written, encoding, row):
    """Lines and bars have ASCII of their own; another character is a question mark."""
    assert written(PAGE, Stream(encoding)).splitlines()[-1] == f"  {row}"


def test_half_a_character_is_a_question_mark(written):
    """A byte of an argument that is no text ends no answer."""
    assert written(Page("\udcff", []), Stream()) == "?\n"


@pytest.mark.parametrize(("terminal", "paged"), [(True, True), (True, False), (False, True)])
def test_long_lists_are_handed_to_the_pager_on_a_terminal(written, monkeypatch, terminal, paged):
    """Neither what is about one thing nor what goes into a pipe is."""
    shown = []
    monkeypatch.setattr(pager, "show", lambda text, _stream: shown.append(text))
    out = written(Page("Title", []), Stream(terminal=terminal), no_color=True, paged=paged)
    assert (out, shown) == (("", ["Title\n"]) if terminal and paged else ("Title\n", []))
