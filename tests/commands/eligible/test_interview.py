"""``careerkit eligible --interactive``: what is asked, how answers are taken, how it ends."""

import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[3] / "docs" / "how-to" / "give-facts.md"
DAY = ("--as-of", "2026-11-22")


@pytest.fixture
def ask(run, small_house, monkeypatch):
    """Run ``eligible --interactive`` with lines on stdin: ``ask("rhit", lines=["aas"])``."""

    def call(*argv, lines=()):
        content = "".join(f"{line}\n" for line in lines).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        return run("eligible", *argv, "--interactive", *DAY)

    return call


def verdict(result):
    """Return the verdict on the only credential of a JSON answer."""
    assert result.status == 0
    (only,) = json.loads(result.out)["data"]["results"]
    return only["verdict"]


def questions(result):
    """Return the questions of a dialogue, each as one line."""
    return [" ".join(line.split()) for line in re.findall(r"\n\n([A-Z][^>]*)\n> ", result.err)]


def test_answers_settle_the_verdict(ask):
    """Only what still matters is asked, and the answer on stdout is the usual one."""
    lines = ["aas", "him", "cahiim", "2024-05", ""]
    result = ask("rhit", "--json", lines=lines)
    assert verdict(result) == "eligible"
    assert [line.split()[:2] for line in questions(result)] == [
        ["What", "is"],
        ["In", "which"],
        ["Who", "accredits"],
        ["When", "was"],
        ["Another", "program"],
    ]
    assert result.err.startswith("Asking about RHIT.\n")
    assert result.err.endswith("\n\nNothing that is untold could change a verdict.\n\n")


def test_stdout_is_what_flags_would_print(ask, run):
    """An interview and flags give the same answer, byte for byte, in each format."""
    flags = ("--degree", "aas", "--field", "him", "--accredited", "none")
    for form in ("table", "json", "csv", "markdown"):
        shown = ask("rhit", "--format", form, lines=["aas", "him", "none", "", ""])
        assert shown.out == run("eligible", "rhit", *flags, "--format", form, *DAY).out


def test_flags_are_not_asked_again(ask):
    """What was given is known; only the rest is asked."""
    flags = ("--degree", "aas", "--field", "him")
    result = ask("rhit", "--json", *flags, lines=["cahiim"])
    assert [line.split()[0] for line in questions(result)] == ["Who"]
    assert verdict(result) == "eligible"
    assert questions(ask("rhit", *flags, "--accredited", "cahiim")) == []


def test_without_names_every_credential_is_asked_about(ask, small_house):
    """With neither credential nor career the dialogue says so, and how to be asked less."""
    number = len(list((small_house / "credentials").iterdir()))
    assert ask(lines=["done"]).err.startswith(f"Asking about all {number} credentials; name some")
    assert "Asking about" in ask("--career", "29-2072", lines=["done"]).err


def test_a_career_without_credentials_asks_nothing(ask, small_house, monkeypatch):
    """Where nothing is on record there is nothing to ask."""
    from careerkit.commands.eligible import cli as eligible

    monkeypatch.setattr(eligible, "_named", lambda *_: [])
    result = ask("--career", "29-2072")
    assert result.err == "careerkit: no credential is on record for 29-2072\n"


def test_many_credentials_are_counted():
    """Of more than six, five are named."""
    from careerkit.commands.eligible.interview import _about

    named = [type("Credential", (), {"abbreviation": letter}) for letter in "ABCDEFGH"]
    assert _about(named, everything=False) == "Asking about A, B, C, D, E and 3 more."
    assert _about(named[:6], everything=False) == "Asking about A, B, C, D, E and F."


@pytest.mark.parametrize("word", ["done", "stop", "Done"])
def test_done_ends_the_questions(ask, word):
    """What was told so far counts; what was not stays unknown."""
    result = ask("rhit", "--json", lines=["aas", word, "him"])
    assert verdict(result) == "unknown"
    assert result.err.endswith("\n\nNo more questions; 1 verdict is still open.\n\n")


def test_the_end_of_the_input_ends_the_questions(ask):
    """So does no input at all."""
    assert verdict(ask("rhit", "--json", lines=["aas", "him"])) == "unknown"
    assert verdict(ask("rhit", "--json")) == "unknown"


def test_a_closed_stdin_is_no_input(run, small_house, monkeypatch):
    """A caller may have closed stdin."""
    monkeypatch.setattr(sys, "stdin", None)
    assert verdict(run("eligible", "rhit", "--interactive", "--json", *DAY)) == "unknown"


def test_a_mistake_is_told_and_asked_again(ask):
    """A mistake costs one clear line, the flag's own, and its details."""
    lines = ["asociate", "aas", "him", "hlc", "cahiim", "2030", "2024", ""]
    result = ask("rhit", "--json", lines=lines)
    assert verdict(result) == "eligible"
    shown = " ".join(result.err.split())
    assert "'asociate' is not an education level that careerkit knows; did you mean" in shown
    assert "there is no accreditor 'hlc'" in shown
    assert "who accredits the program itself, not the college" in shown
    assert "2030 is after 2026-11-22; a later date is 'expected'" in shown


def test_mistakes_end_too(ask):
    """After five mistakes the question is left open."""
    result = ask("cca", "--json", lines=["?!"] * 5)
    assert verdict(result) == "unknown"
    assert "Going on without it." in result.err


def test_a_question_mark_explains(ask):
    """``?`` tells which credentials ask for what, and how much is open."""
    result = ask("rhia", "rhit", lines=["?", "aas", "him", "?", "none", "?", ""])
    assert "It would settle whether the client meets this:" in result.err
    assert "- RHIA and RHIT: health information management program abroad" in result.err
    assert "2 verdicts are still open." in result.err
    assert "A list is taken to be complete" in result.err


def test_a_long_explanation_is_cut(ask, monkeypatch):
    """What many rules ask is not told in full."""
    from careerkit.commands.eligible import interview

    monkeypatch.setattr(interview, "_MANY", 2)
    assert re.search(r"\n  - and \d+ more\n", ask("rhia", lines=["?", "done"]).err)


@pytest.mark.parametrize("word", ["none", "no", "None", ""])
def test_no_more_is_said_in_several_ways(ask, word):
    """A list ends with no answer, no and none."""
    result = ask("rhit", "--json", lines=["aas", "him", "none", "", word])
    assert verdict(result) == "not_eligible"


def test_no_says_none_of_a_list(ask, small_house):
    """No accreditor is none, as for the flag."""
    assert verdict(ask("rhit", "--json", lines=["aas", "him", "no", "", ""])) == "not_eligible"


def test_check_judges_what_was_told(ask):
    """The status of --check is that of the answer."""
    assert ask("cca", "--check", lines=["ged", ""]).status == 0
    assert ask("cca", "--check", lines=["none"]).status == 10
    assert ask("cca", "--check", lines=[""]).status == 11


def test_what_is_not_text_is_a_mistake(ask, run, monkeypatch):
    """Bytes that are no UTF-8 are shown, not obeyed."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\x1b[2J\n")))
    result = run("eligible", "cca", "--interactive", *DAY)
    assert "\x1b" not in result.err
    assert "\\x1b[2J' is not an education level" in result.err


def test_a_profile_on_stdin_leaves_no_room_for_answers(run, small_house):
    """Both would read the same lines."""
    result = run("eligible", "cca", "--interactive", "--profile", "-", *DAY)
    assert (result.status, result.out) == (2, "")
    assert "give --profile a file" in result.err


def test_the_page_shows_what_is_asked(ask):
    """The dialogue in the documentation is what careerkit asks."""
    block = re.search(r"```text\n\$ careerkit (.*)\n((?:.*\n)*?)```", PAGE.read_text("utf-8"))
    command, shown = block.groups()
    words = command.replace(" --interactive", "").replace(" --as-of 2026-11-22", "").split()[1:]
    result = ask(*words, lines=[line[2:] for line in shown.splitlines() if line.startswith(">")])
    assert [line.rstrip() for line in result.err.splitlines()] == shown.splitlines()


def test_on_a_terminal_ctrl_c_leaves_nothing(tmp_path):
    """Ctrl-C at a question exits 130, prints no answer and saves nothing."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "careerkit", "eligible", "cca", "--interactive"]
    command += ["--save", str(tmp_path / "client.yaml")]
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        start_new_session=True,
        # Tests that a shell runs in the background ignore Ctrl-C, and would hand that on.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads
    )
    os.close(theirs)
    shown = b""
    while b"> " not in shown:
        shown += os.read(ours, 65536)
    os.write(ours, b"?\n")
    while shown.count(b"> ") < 2:
        shown += os.read(ours, 65536)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate()
    os.close(ours)
    assert (process.returncode, out) == (130, b"")
    assert list(tmp_path.iterdir()) == []
    assert shown.count(b"?\r\n") == 1  # the terminal's own echo, and no other


@pytest.mark.parametrize("argv", [("eligible", "cca", "--degree", "ged", "--json", *DAY)])
def test_without_interactive_nothing_of_it_is_loaded(argv):
    """An answer from flags costs what it did."""
    code = (
        "import sys; from careerkit.cli import main; main(sys.argv[1:]); "
        "print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *argv]
    for _ in range(2):  # the first compiles
        done = subprocess.run(command, capture_output=True, check=True, text=True)
    ours = {
        "careerkit.interview",
        "careerkit.commands.eligible.interview",
        "careerkit.commands.eligible.save",
    }
    ours |= {"careerkit.facts.questions", "careerkit.facts.telling", "yaml"}
    assert not ours & set(done.stderr.split())


class Terminal(io.BytesIO):
    """A terminal on which a line is typed, and then Ctrl-C."""

    buffer = property(lambda self: self)

    def isatty(self):
        """Tell that it shows what is typed."""
        return True

    def readline(self, size=-1):
        """Return the line that was typed; then interrupt."""
        line = super().readline(size)
        if not line:
            raise KeyboardInterrupt
        return line


def test_an_interrupt_ends_the_line(run, small_house, monkeypatch):
    """After Ctrl-C the shell's prompt begins on a line of its own, and nothing was repeated."""
    monkeypatch.setattr(sys, "stdin", Terminal(b"?\n"))
    result = run("eligible", "cca", "--interactive", *DAY)
    assert (result.status, result.out) == (130, "")
    assert result.err.endswith("> \n")
    assert "> ?" not in result.err


def test_a_field_that_nobody_knows_is_kept_and_noted(ask):
    """What a client calls their major is an answer; that it was not understood is said once."""
    result = ask("rhia", "--json", lines=["bs", "basket weaving", "", "done"])
    assert result.status == 0
    assert result.err.count("'basket weaving' is not a field of study that careerkit knows") == 1
    (name,) = json.loads(result.out)["resolved"]
    assert (name["typed"], name["how"], name["id"]) == ("basket weaving", "told", None)
