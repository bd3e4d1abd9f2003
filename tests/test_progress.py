"""Progress is told on a terminal only, now and then, and leaves an empty line."""

import io
from types import SimpleNamespace

import pytest

from careerkit import progress
from careerkit.progress import counting, on_terminal


class Terminal(io.StringIO):
    """What a terminal would be sent."""

    def isatty(self):
        """Tell that it is one."""
        return True


@pytest.fixture
def terminal(monkeypatch):
    """Let stderr be a terminal."""
    stream = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=stream))
    return stream


def lines(terminal):
    """Return what was shown, one line after the other."""
    return terminal.getvalue().replace("\x1b[K", "").split("\r")[1:]


def test_without_a_terminal_nothing_is_told(monkeypatch):
    """In a file or a pipe a line that is written over and over would be noise."""
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=io.StringIO()))
    assert on_terminal("reading") is None


def test_every_25th_step_is_shown_and_the_end_clears_the_line(terminal):
    """The line tells what is done of how much; at the end nothing of it is left."""
    show = on_terminal("reading")
    for done in range(1, 61):
        show(done, 60)
    assert lines(terminal) == ["reading 25/60", "reading 50/60", ""]


def test_what_nobody_knows_the_length_of_is_a_bare_count(terminal):
    """A total of 0 is not known: the count stands alone, with commas, until the end."""
    show = on_terminal("importing")
    for done in (1000, 2000, 12_000):
        show(done, 0)
    show(12_345, 12_345)
    assert lines(terminal) == ["importing 1,000", "importing 2,000", "importing 12,000", ""]


def test_every_line_takes_away_the_one_before(terminal):
    """A shorter line leaves nothing of a longer one, and the cursor never leaves the line."""
    show = on_terminal("x")
    show(25, 50)
    show(50, 50)
    assert terminal.getvalue() == "\rx 25/50\x1b[K\r\x1b[K"


def test_counting_tells_of_every_thousandth_item(terminal):
    """Items come through as they are; the end tells their number as done and as the total."""
    told = []
    with counting(range(2500), lambda *step: told.append(step)) as items:
        assert [*items] == [*range(2500)]
    assert told == [(1000, 0), (2000, 0), (2500, 2500)]


def test_counting_nothing_tells_of_the_end_alone(terminal):
    """Without items the line is cleared all the same."""
    with counting([], on_terminal("x")) as items:
        assert [*items] == []
    assert lines(terminal) == [""]


def test_a_failure_clears_the_line(terminal):
    """What goes wrong half-way is told on a line of its own."""
    show = on_terminal("importing")

    def fail():
        with counting(range(9999), show) as items:
            for item in items:
                if item == 1500:
                    raise KeyError(item)

    with pytest.raises(KeyError, match="1500"):
        fail()
    assert lines(terminal) == ["importing 1,000", ""]


def test_counting_for_nobody_is_silent(terminal):
    """Without a progress line the items are all there is."""
    with counting("ab", None) as items:
        assert [*items] == ["a", "b"]
    assert terminal.getvalue() == ""
