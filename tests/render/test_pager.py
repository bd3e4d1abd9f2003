"""Answers that are longer than the terminal go through the user's pager."""

import io
import os
import pty
import signal
import struct
import threading
from fcntl import ioctl
from termios import TIOCSWINSZ

import pytest

from careerkit.commands.credentials.answer import CredentialList
from careerkit.commands.list.answer import CareerList
from careerkit.commands.schools.answer import SchoolList
from careerkit.commands.show.answer import CareerCard
from careerkit.commands.sources.answer import SourceList
from careerkit.render import pager

LONG = "".join(f"line {number}\n" for number in range(40))
SHORT = "one\ntwo\n"
MARK = "sed s/^/paged:/"


class Terminal:
    """A terminal of some lines, and what was written to it."""

    def __init__(self, lines: int) -> None:
        self._ours, theirs = pty.openpty()
        ioctl(theirs, TIOCSWINSZ, struct.pack("HHHH", lines, 80, 0, 0))
        self.stream = os.fdopen(theirs, "w", encoding="utf-8")
        self._shown = bytearray()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        try:
            while part := os.read(self._ours, 65536):
                self._shown += part
        except OSError:  # the terminal was closed
            pass

    def shown(self):
        """Close the terminal and return what it has shown."""
        self.stream.close()
        self._reader.join()
        os.close(self._ours)
        return self._shown.decode().replace("\r\n", "\n")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch):
    """Let the terminal be a usual one, and name no pager."""
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("CAREERKIT_PAGER", "PAGER", "LESS"):
        monkeypatch.delenv(name, raising=False)


def shown(text, lines=24):
    """Return what a terminal shows of a text."""
    terminal = Terminal(lines)
    pager.show(text, terminal.stream)
    return terminal.shown()


@pytest.mark.parametrize("name", ["PAGER", "CAREERKIT_PAGER"])
def test_what_is_longer_than_the_terminal_is_paged(monkeypatch, name):
    """Every line goes through the pager, in order."""
    monkeypatch.setenv(name, MARK)
    assert shown(LONG) == "".join(f"paged:{line}\n" for line in LONG.splitlines())


def test_our_own_setting_goes_first(monkeypatch):
    """CAREERKIT_PAGER is for careerkit alone."""
    monkeypatch.setenv("PAGER", "false")
    monkeypatch.setenv("CAREERKIT_PAGER", MARK)
    assert shown(LONG).startswith("paged:line 0\n")


@pytest.mark.parametrize(("lines", "is_paged"), [(40, True), (41, False), (0, False)])
def test_what_fits_is_not_paged(monkeypatch, lines, is_paged):
    """A text is paged where it and the prompt do not fit; where no height is known it is not."""
    monkeypatch.setenv("PAGER", MARK)
    assert shown(LONG, lines).startswith("paged:") == is_paged
    assert shown(SHORT) == SHORT


@pytest.mark.parametrize("wanted", ["", " ", "cat", "no-such-pager -R", "less 'unended"])
def test_without_a_pager_the_text_is_written(monkeypatch, wanted):
    """None is wanted, it is not there, or nobody can tell what is meant."""
    monkeypatch.setenv("PAGER", wanted)
    assert shown(LONG) == LONG


def test_a_pager_that_cannot_be_run_is_none(monkeypatch, tmp_path):
    """A file that is marked as a program and is none leaves the answer whole."""
    broken = tmp_path / "pager"
    broken.write_bytes(b"\x7fELF")
    broken.chmod(0o755)
    monkeypatch.setenv("PAGER", str(broken))
    assert shown(LONG) == LONG


@pytest.mark.parametrize("term", ["dumb", "unknown", None])
def test_a_dumb_terminal_has_no_pager(monkeypatch, term):
    """A pager could not move there."""
    monkeypatch.setenv("PAGER", MARK)
    if term is None:
        monkeypatch.delenv("TERM")
    else:
        monkeypatch.setenv("TERM", term)
    assert shown(LONG) == LONG


def test_less_is_usual_and_keeps_colours(monkeypatch):
    """Without a setting it is less, which is also told to keep colours where a setting names it."""
    assert pager._command() in ([], ["less", "-FIRX"])
    monkeypatch.setenv("PAGER", "sh -c 'echo $LESS; cat >/dev/null'")
    assert shown(LONG) == "FIRX\n"
    monkeypatch.setenv("LESS", "-S")
    assert shown(LONG) == "-S\n"


def test_leaving_the_pager_early_is_silent(monkeypatch):
    """A pager that reads nothing, or not all, is no failure."""
    monkeypatch.setenv("PAGER", "head -n 1")
    assert shown("line\n" * 200_000) == "line\n"
    monkeypatch.setenv("PAGER", "true")
    assert not shown("line\n" * 200_000)


def test_an_interrupt_is_the_pagers(monkeypatch):
    """While the pager runs Ctrl-C does not end careerkit; after that it does again."""
    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setenv("PAGER", "sh -c 'kill -INT $PPID; cat'")
    assert shown(LONG) == LONG
    assert signal.getsignal(signal.SIGINT) is before


def test_what_is_no_terminal_is_never_paged(monkeypatch):
    """A stream without a height gets the text."""
    monkeypatch.setenv("PAGER", "false")
    stream = io.StringIO()
    pager.show(LONG, stream)
    assert stream.getvalue() == LONG


@pytest.mark.parametrize("kind", [CareerList, CredentialList, SchoolList, SourceList, CareerCard])
def test_lists_are_paged_and_cards_are_not(kind):
    """A list may be long; a card stays on the terminal, to be looked at again."""
    assert kind.paged is (kind is not CareerCard)
