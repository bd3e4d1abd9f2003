"""``careerkit eligible --save``: a profile that reads back, never half-written."""

import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from careerkit.commands.eligible import save
from careerkit.errors import CareerkitError
from careerkit.model.client import Client

DAY = ("--as-of", "2026-11-22")
FACTS = ("--degree", "aas", "--field", "him", "--work", "coding:2y,paid", "--fact", "language=no")


@pytest.fixture
def eligible(run, small_house):
    """Run ``eligible`` on the small records."""
    return lambda *argv: run("eligible", "rhit", *argv, *DAY)


def test_what_flags_told_is_saved(eligible, tmp_path):
    """A saved profile gives the same answer as the flags did."""
    path = tmp_path / "client.yaml"
    result = eligible(*FACTS, "--save", str(path), "--json")
    assert (result.status, result.err) == (0, f"careerkit: saved to {path}\n")
    assert result.out == eligible("--profile", str(path), "--json").out
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_what_was_answered_is_saved(eligible, tmp_path, monkeypatch):
    """So are the answers of an interview."""
    path = tmp_path / "client.yaml"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"aas\nhim\ncahiim\n2024\n\n")))
    result = eligible("--interactive", "--save", str(path), "--json")
    again = eligible("--profile", str(path), "--json")
    assert json.loads(result.out)["data"] == json.loads(again.out)["data"]
    assert "completed: '2024'" in path.read_text("utf-8")


def test_a_file_is_not_written_over(eligible, tmp_path):
    """What is there stays, and nothing is asked or answered."""
    path = tmp_path / "client.yaml"
    path.write_text("mine")
    result = eligible("--degree", "aas", "--save", str(path))
    assert (result.status, result.out) == (2, "")
    assert result.err == f"careerkit: --save: {path} is there already; name another file\n"
    assert path.read_text() == "mine"


@pytest.mark.parametrize(("word", "status"), [("yes", 0), ("Y", 0), ("no", 2), ("", 2), (None, 2)])
def test_a_file_is_written_over_if_the_user_says_so(eligible, tmp_path, monkeypatch, word, status):
    """In an interview it is asked before anything else; no answer is a no."""
    path = tmp_path / "client.yaml"
    path.write_text("mine")
    path.chmod(0o640)
    line = b"" if word is None else f"{word}\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line)))
    result = eligible("--interactive", "--save", str(path))
    assert result.status == status
    assert " ".join(result.err.split()).startswith(f"{path} is there already. Write over it?")
    assert (path.read_text() == "mine") is (status == 2)
    assert path.stat().st_mode & 0o777 == 0o640


def test_the_profile_that_was_read_is_written_over(eligible, tmp_path, monkeypatch):
    """To go on with a client is to save to the same file, by whatever name; a link stays one."""
    path, link = tmp_path / "client.yaml", tmp_path / "link.yaml"
    path.write_text("age: 24\n")
    link.symlink_to(path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"ged\n")))
    result = eligible("--profile", str(path), "--save", str(link), "--interactive")
    assert result.status == 0
    assert link.is_symlink()
    assert "age: 24" in path.read_text()
    assert "level: high_school" in path.read_text()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("-", "--save: name a file; stdout is for the answer"),
        (".", "--save: . is a folder; name a file in it"),
        ("nowhere/client.yaml", "--save: there is no folder 'nowhere'"),
    ],
)
def test_a_bad_place_is_told_before_any_question(eligible, tmp_path, monkeypatch, name, message):
    """Nothing is asked where the answers could not be saved."""
    monkeypatch.chdir(tmp_path)
    result = eligible("--interactive", "--save", name)
    status = 2 if name == "-" else 4
    assert (result.status, result.out, result.err) == (status, "", f"careerkit: {message}\n")


@pytest.mark.parametrize("step", ["mkstemp", "replace"])
def test_a_failed_write_costs_no_answer_and_leaves_nothing(eligible, tmp_path, monkeypatch, step):
    """The answer is printed, one line says what failed, and the status is 4."""

    def fail(*_args, **_more):
        raise OSError(28, "No space left on device")

    owner = save.tempfile if step == "mkstemp" else Path
    monkeypatch.setattr(owner, step, fail)
    path = tmp_path / "client.yaml"
    result = eligible("--degree", "aas", "--save", str(path), "--check")
    assert result.status == 4
    assert result.err == f"careerkit: --save: {path}: No space left on device\n"
    assert "RHIT" in result.out
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_while_writing_leaves_nothing(tmp_path, monkeypatch):
    """What was written aside is gone."""

    def stop(*_args, **_more):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fdopen", stop)
    with pytest.raises(KeyboardInterrupt):
        save.save_profile(tmp_path / "client.yaml", Client(), date(2026, 11, 22))
    assert list(tmp_path.iterdir()) == []


def test_a_place_is_checked_without_a_profile_that_is_gone(tmp_path):
    """A profile that cannot be found is not the file to write over."""
    path = tmp_path / "client.yaml"
    path.write_text("mine")
    with pytest.raises(CareerkitError):
        save.check_place(path, tmp_path / "gone.yaml", None)
