"""Mistakes a user makes: one clear line on stderr, nothing on stdout, the right exit status."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from careerkit.cli import common, main

CAREER = "medical-records-technician"

MISTAKES = {
    "no program text": (("eligible", "--study", "degree"), 2, "'degree' is not key=value"),
    "none and some": (
        ("eligible", "--accredited", "none", "--accredited", "cahiim"),
        2,
        "contradicts",
    ),
    "long ago": (("eligible", "rhit", "--completed", "1850-01"), 2, "1850-01 is too long ago"),
    "yet to come": (
        ("eligible", "rhit", "--completed", "2999-01"),
        2,
        "a later date is 'expected'",
    ),
    "two statuses": (
        ("eligible", "rhit", "--status", "final_term", "--completed", "2020-01"),
        2,
        "--status: 'final_term', yet it has a date of completion",
    ),
    "credential shown as career": (("show", "rhia"), 3, "careerkit credential ahima-rhia"),
    "career shown as credential": (("credential", "29-2072"), 3, "careerkit show medical-records"),
    "misspelt credential": (("credential", "rhti"), 3, "the nearest:\n  ahima-rhit"),
    "very long name": (("show", "x" * 5000), 3, f"'{'x' * 80}…'"),
    "level that means two things": (
        ("list", "--education", "diploma"),
        2,
        "--education: 'diploma'",
    ),
    "level that leaves high school open": (
        ("programs", CAREER, "--education", "No degree"),
        2,
        "--education: 'No degree' does not say whether the client finished high school",
    ),
    "unknown command": (("shw", "x"), 2, "No such command 'shw'. Did you mean 'show'?"),
    "unknown option": (("show", "--foo", CAREER), 2, "No such option: --foo"),
    "missing argument": (("show",), 2, "Missing argument 'CAREER'. Try 'careerkit show --help'."),
    "unknown format": (("show", CAREER, "--format", "xml"), 2, "'xml' is not one of"),
    "impossible day": (("show", CAREER, "--as-of", "2026-02-30"), 2, "--as-of: '2026-02-30'"),
    "unknown career": (("show", "medical-records-technican"), 3, "the nearest:\n  medical-records"),
    "unknown code": (("show", "99-9999"), 3, "there is no career '99-9999'"),
    "unknown career elsewhere": (("outlook", CAREER, "qwzx"), 3, "there is no career 'qwzx'"),
    "unknown credential": (("credential", "rhix"), 3, "there is no credential 'rhix'"),
    "ambiguous career": (("show", "nurse"), 2, "'nurse' fits 8 career records"),
    "ambiguous credential": (("credential", "rhi"), 2, "fits 2 credential records"),
    "one career to compare": (("compare", CAREER), 2, "1 name given, and 2 to 5 careers can be"),
    "six to compare": (("compare", *"abcdef"), 2, "6 names given, and 2 to 5 careers can be"),
    "nothing to compare": (("compare",), 2, "Missing argument 'CAREER...'"),
    "a career twice": (
        ("compare", "RN", CAREER, "29-1141"),
        2,
        "'RN' and '29-1141' are the same career, registered-nurse",
    ),
    "ambiguous career to compare": (("compare", CAREER, "manager"), 2, "'manager' fits "),
    "unknown career to compare": (("compare", CAREER, "qwzx"), 3, "there is no career 'qwzx'"),
    "unknown level": (("eligible", "--degree", "aass"), 2, "--degree: 'aass' is not an education"),
    "no name of a field": (("eligible", "--field", "no"), 2, "--field: 'no' is not a field"),
    "part of a name": (
        ("eligible", "--holds", "social worker"),
        3,
        "--holds: there is no credential 'social worker'; the nearest:\n  lcsw  (",
    ),
    "college accreditor": (("eligible", "--accredited", "hlc"), 3, "who accredits the program"),
    "bad status": (("eligible", "--status", "nearly"), 2, "--status: 'nearly' is not a status"),
    "bad country": (("eligible", "--country", "USA"), 2, "--country: 'USA' is not a country code"),
    "bad yes or no": (("eligible", "--foreign-reciprocity", "maybe"), 2, "neither yes nor no"),
    "impossible age": (("eligible", "--age", "240"), 2, "--age: an age is at most 120, not 240"),
    "misspelt state": (("eligible", "--state", "Ohoi"), 2, "--state: 'Ohoi' is not a state"),
    "no name of work": (("eligible", "--work", "?:2y"), 2, "--work: '?' is not a field of work"),
    "no length of work": (("eligible", "--work", "coding:2"), 2, "write 2y, 18m or 1950h"),
    "work yet to come": (
        ("eligible", "--work", "coding,from=2999"),
        2,
        "--work: 2999 is after",
    ),
    "member of nothing": (("eligible", "--member", "nobody"), 3, "--member: there is no issuer"),
    "misspelt fact": (("eligible", "--fact", "cpr_curent"), 2, "did you mean 'cpr_current'?"),
    "earlier than birth": (
        ("eligible", "--age", "20", "--degree", "bs", "--completed", "1990"),
        2,
        "--completed: 1990 is before the birth",
    ),
    "bad program": (("eligible", "--study", "degre=bs"), 2, "did you mean 'degree'?"),
    "nothing to check": (("eligible", "--check"), 2, "--check needs a credential"),
    "two ways at once": (("eligible", "--profile", "x", "--degree", "aas"), 2, "not both"),
    "no such profile": (("eligible", "--profile", "nope.yaml"), 4, "nope.yaml: No such file"),
    "no such level": (("programs", CAREER, "--level", "hs"), 2, "no program awards 'hs'"),
    "no such group": (("list", "--group", "helth"), 2, "there is no group 'helth'"),
    "negative limit": (("list", "--limit", "0"), 2, "--limit"),
    "no such pack": (("list", "--data", "nowhere"), 4, "--data: there is no folder 'nowhere'"),
    "nothing to validate": (("validate", "nowhere"), 4, "there is no file or folder 'nowhere'"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake(name, run):
    """The mistake is named, with what to do, and answers nothing."""
    argv, status, words = MISTAKES[name]
    result = run(*argv)
    assert (status, "") == (result.status, result.out)
    assert result.err.startswith("careerkit: ")
    assert words in result.err
    assert "Traceback" not in result.err


def test_bug_is_told_shortly(run, monkeypatch):
    """Our own bug says so in one line, with how to report it, and exits 1."""
    monkeypatch.setattr(common, "open_store", lambda *_: 1 / 0)
    result = run("list")
    assert (result.status, result.out) == (1, "")
    assert "internal error (ZeroDivisionError: division by zero)" in result.err
    assert "report" in result.err
    assert result.err.count("\n") == 1


def test_bug_is_traced_on_request(run, monkeypatch):
    """CAREERKIT_DEBUG=1 adds the trace."""
    monkeypatch.setattr(common, "open_store", lambda *_: 1 / 0)
    monkeypatch.setenv("CAREERKIT_DEBUG", "1")
    result = run("list")
    assert result.status == 1
    assert "Traceback (most recent call last)" in result.err


def test_interrupt(run, monkeypatch):
    """Ctrl-C exits 130 and says nothing."""

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(common, "open_store", interrupt)
    result = run("list")
    assert (result.status, result.out, result.err) == (130, "", "")


def test_end_of_input_counts_as_an_interrupt(run, monkeypatch):
    """Typer's own abort exits 130 as well."""

    def end(*_):
        raise EOFError

    monkeypatch.setattr(common, "open_store", end)
    assert run("list").status == 130


def test_closed_pipe_is_silent(cached):
    """A reader that leaves early is no error and gets no message."""
    command = [sys.executable, "-m", "careerkit", "show", CAREER]
    read, write = os.pipe()
    os.close(read)
    process = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (process.returncode, process.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk_is_told(cached):
    """An answer that cannot be written is one line and a status that is not 0."""
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "careerkit", "show", CAREER]
        process = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert process.returncode == 1
    assert process.stderr == b"careerkit: No space left on device\n"


def test_bad_pack_is_told_at_its_lines(run, data, small_house):
    """A pack with mistakes exits 4 and tells each at its file, line and column."""
    (data / "careers" / "medical-records-technician.yaml").write_text("titel: x\n")
    result = run("list", "--data", str(data))
    assert (result.status, result.out) == (4, "")
    assert "medical-records-technician.yaml:1:1: 'titel' is not a key here" in result.err


def test_control_characters_in_arguments_are_shown(run):
    """What the user typed comes back visible, not obeyed."""
    result = run("show", "\x1b[31mred")
    assert "\\x1b[31mred" in result.err
    assert "\x1b" not in result.err


def test_no_arguments_is_help(run):
    """Without arguments careerkit shows its help and is content."""
    result = run()
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("Usage: careerkit")


def test_version(run):
    """The version is one line."""
    from careerkit import __version__

    assert f"careerkit {__version__}\n" == run("--version").out


def test_main_reads_the_command_line(monkeypatch, capsys):
    """Without arguments of its own, main takes the process's."""
    monkeypatch.setattr(sys, "argv", ["careerkit", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("careerkit ")
