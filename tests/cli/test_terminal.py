"""What the terminal changes: width and colour, and nothing else."""

import os
import pty
import re
import struct
import subprocess
import sys
from fcntl import ioctl
from termios import TIOCSWINSZ

import pytest

CAREER = "medical-records-technician"
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
pytestmark = pytest.mark.usefixtures("cached")
COMMAND = [sys.executable, "-m", "careerkit"]
CARD = ("show", CAREER, "--as-of", "2026-11-22")
FIVE = (
    "compare",
    CAREER,
    "anesthesiologist",
    "actor",
    "legislator",
    "train-and-boat-electronics-technician",
)
HERE = ("show", CAREER, "--state", "TN", "--metro", "Nashville", "--as-of", "2026-11-22")
LISTED = ("list", "--metro", "Nashville", "--limit", "40", "--as-of", "2026-11-22")
RULE = ("credential", "rhia", "--as-of", "2026-11-22")
TAUGHT = ("schools", CAREER, "--near", "Tampa, FL", "--as-of", "2026-11-22")
VERDICTS = ("eligible", "--degree", "aas", "--accredited", "cahiim", "--as-of", "2026-11-22")


def on_terminal(argv, columns, **env):
    """Run a command on a terminal of some columns and return what it shows."""
    ours, theirs = pty.openpty()
    ioctl(theirs, TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "CAREERKIT_PAGER": "cat", **env}
    process = subprocess.Popen([*COMMAND, *argv], stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    process.wait()
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def in_pipe(argv, **env):
    """Run a command in a pipe and return what it prints."""
    environment = {**os.environ, **env}
    done = subprocess.run([*COMMAND, *argv], capture_output=True, env=environment, check=True)
    return done.stdout.decode(env.get("PYTHONIOENCODING", "utf-8"))


def words(text):
    """Return the words of a text without rules, styles and line breaks (a broken word too)."""
    return re.sub(r"[\s─-]+", "", ESCAPES.sub("", text))


@pytest.mark.parametrize(
    "argv",
    [
        *(CARD, HERE, LISTED, VERDICTS, FIVE, RULE, TAUGHT, ("programs", CAREER), ("sources",)),
        *(("eligible", "rhit", "--degree", "aas"), ("outlook", CAREER)),
    ],
)
def test_a_page_fits_the_terminal_and_nothing_is_cut(argv, run):
    """No line is longer than the terminal is wide, and all that a pipe gets is shown."""
    piped = sorted(words(run(*argv).out))
    for columns in (60, 80, 120):
        shown = ESCAPES.sub("", on_terminal(argv, columns))
        assert max(map(len, shown.splitlines())) <= columns
        assert sorted(words(shown)) == piped


def test_a_long_list_goes_through_the_pager():
    """On a terminal that it is too long for; never a card, and never what programs read."""
    mark = "sed s/^/paged:/"
    shown = ESCAPES.sub("", on_terminal(TAUGHT, 80, CAREERKIT_PAGER=mark))
    assert all(line.startswith("paged:") for line in shown.splitlines())
    assert "paged:" not in on_terminal((*TAUGHT, "--limit", "1"), 80, CAREERKIT_PAGER=mark)
    assert "paged:" not in on_terminal(CARD, 80, CAREERKIT_PAGER=mark)
    for form in ("json", "csv", "markdown"):
        argv = (*TAUGHT, "--format", form)
        assert "paged:" not in on_terminal(argv, 80, CAREERKIT_PAGER=mark)
        assert "paged:" not in in_pipe(argv, CAREERKIT_PAGER=mark)


def test_paging_keeps_colours():
    """What a pager gets has the styles of the terminal."""
    assert "\x1b[1m" in on_terminal(TAUGHT, 80, CAREERKIT_PAGER="sed s/^/paged:/")


def test_pipe_is_not_wrapped():
    """In a pipe a paragraph is one line, however long, with nothing behind it."""
    lines = in_pipe(CARD).splitlines()
    assert max(map(len, lines)) > 200
    assert [line.rstrip() for line in lines] == lines


def test_pipe_has_no_colour_even_when_forced():
    """Without a terminal there is no style, whatever the environment asks for."""
    forced = {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "GITHUB_ACTIONS": "1", "COLUMNS": "40"}
    assert in_pipe(CARD) == in_pipe(CARD, **forced)
    assert "\x1b" not in in_pipe(CARD, **forced)


def test_terminal_has_colour():
    """On a terminal verdicts stand out."""
    assert "\x1b[1;32m" in on_terminal(VERDICTS, 80)


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_color_strips_every_style(env):
    """NO_COLOR and a dumb terminal take bold and italics away too."""
    assert "\x1b" not in on_terminal(CARD, 80, **env)


def test_no_color_option_strips_every_style():
    """--no-color does what NO_COLOR does."""
    assert "\x1b" not in on_terminal((*CARD, "--no-color"), 80)


def test_ascii_stdout_is_served():
    """A stream that knows only ASCII gets ASCII, not a crash."""
    assert in_pipe(CARD, PYTHONIOENCODING="ascii").isascii()


def test_drawings_have_ascii_of_their_own():
    """Where only ASCII can be written, bars and ranges are drawn with it, not with ``?``."""
    assert "25.6%  ######" in in_pipe(CARD, PYTHONIOENCODING="ascii")
    compared = in_pipe(FIVE, PYTHONIOENCODING="ascii")
    assert "[==#=" in compared or "[=#=" in compared
    assert "?" not in compared.partition("Sources")[0]


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_what_is_no_table_is_utf8_everywhere(form, encoding):
    """Files and programs get the same bytes, whatever the locale says."""
    argv = [*COMMAND, *HERE, "--format", form]
    there = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}
    printed = subprocess.run(argv, capture_output=True, env=there, check=True).stdout
    assert printed.decode("utf-8") == in_pipe(argv[len(COMMAND) :])


@pytest.mark.parametrize(("form", "shown"), [("table", "'?'"), ("markdown", r"'\udcff'")])
def test_what_is_no_text_ends_no_answer(form, shown):
    """A byte of an argument that is not UTF-8 is shown in some way, and the answer goes on."""
    argv = [*map(os.fsencode, COMMAND), b"search", b"\xff", b"--format", form.encode()]
    done = subprocess.run(argv, capture_output=True, check=True)
    assert done.stderr == b""
    first, *rest = done.stdout.decode("utf-8").splitlines()
    assert first.endswith(f"Nothing fits {shown}")
    assert rest[1].startswith("Try fewer or other words")


def test_json_is_the_same_on_a_terminal():
    """JSON does not depend on a terminal."""
    argv = (*CARD, "--json")
    assert in_pipe(argv) == on_terminal(argv, 80)


def test_a_dumb_terminal_gets_drawings_in_ascii():
    """A terminal of which nothing is known may not have the characters of rules and bars."""
    assert on_terminal(LISTED, 80, TERM="dumb").replace("\u2026", "").isascii()
