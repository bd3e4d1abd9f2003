"""Summaries, duties and skills are the project's own words."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from careerkit.model.career import Career
from careerkit.store.compile import load

ROOT = Path(__file__).resolve().parent.parent
OFFICIAL = ROOT.parent / "shared" / "data"
RUN = 8


def runs(text):
    """Return every run of eight words of a text."""
    words = re.findall("[a-z0-9']+", text.lower())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


@pytest.fixture(scope="module")
def careers():
    """Return the careers on record."""
    entries, problems = load([ROOT / "data"], {})
    assert problems == []
    return [entry.value for entry in entries if isinstance(entry.value, Career)]


def test_every_career_has_a_summary_of_its_own(careers):
    """All 832 careers have a summary, and no two the same one."""
    assert len(careers) == 832
    assert all(career.summary for career in careers)
    assert len({career.summary for career in careers}) == len(careers)


def test_duties_and_skills_of_the_most_asked_for_careers(careers):
    """At least 80 careers also have duties and skills."""
    assert sum(bool(each.duties and each.requirements.skills) for each in careers) >= 80


def test_no_sentence_frame_repeats(careers):
    """No six words in a row stand in more than five summaries: nothing reads like a template."""
    counts = {}
    for career in careers:
        words = re.findall("[a-z0-9']+", career.summary.lower())
        for run in {tuple(words[i : i + 6]) for i in range(len(words) - 5)}:
            counts[run] = counts.get(run, 0) + 1
    assert max(counts.values()) <= 5


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official files are not beside the project")
def test_no_eight_words_come_from_onet_or_soc(careers):
    """No text shares eight words in a row with O*NET descriptions and tasks or SOC definitions."""
    theirs = set()
    for name in ("Occupation Data.txt", "Task Statements.txt"):
        for line in (OFFICIAL / "onet-30.1" / name).read_text(encoding="utf-8").splitlines():
            theirs |= set().union(*map(runs, line.split("\t")))
    definitions = OFFICIAL / "soc-2018" / "soc_2018_definitions.xlsx"
    book = load_workbook(definitions, read_only=True)
    for row in book.worksheets[0].iter_rows(values_only=True):
        theirs |= runs(str(row[3] or ""))
    book.close()
    for career in careers:
        for text in (career.summary, *career.duties, *career.requirements.skills):
            assert not runs(text) & theirs, (career.id, text)
