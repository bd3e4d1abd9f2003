"""Files with one mistake each: every one is found, where it stands, and nothing else is."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from packs import write

from careerkit.model.kinds import KINDS
from careerkit.model.problem import Problem
from careerkit.store import validate as validating
from careerkit.store.validate import validate
from careerkit.yamldata.profiles import decode_profile
from careerkit.yamldata.records import find_files

TESTS = Path(__file__).resolve().parent.parent
DATA = TESTS.parent / "data"
BAD_FILES = sorted((TESTS / "bad").glob("*.yaml"))
AS_OF = date(2026, 11, 22)


def kind_of(path: Path) -> str:
    """Return what a bad file is: the word its name begins with."""
    return path.name.partition("-")[0]


@pytest.fixture(scope="module")
def known() -> dict[str, list[str]]:
    """Return the ids of the real records by kind."""
    ids: dict[str, list[str]] = {}
    for file in find_files(DATA, str(DATA))[0]:
        ids.setdefault(file.kind.name, []).append(file.path.stem)
    return ids


def problems_of(path: Path, folder: Path, known: dict[str, list[str]]) -> list[Problem]:
    """Check a bad file, as of a folder of its kind, and return every problem found."""
    if kind_of(path) == "profile":
        client, problems = decode_profile(path.read_bytes(), path.name, known, AS_OF)
        assert client is None
        return problems
    target = folder / KINDS[kind_of(path)].plural / path.name
    target.parent.mkdir()
    shutil.copyfile(path, target)
    count, problems = validate([target])
    assert count == 1
    return problems


@pytest.mark.parametrize("path", BAD_FILES, ids=lambda path: path.stem)
def test_one_mistake_is_found_where_it_stands(path, tmp_path, known, records, monkeypatch):
    """A file with one mistake gives one problem: at its line and column, coded, in plain words.

    The first line of the file says which: ``# expect: LINE:COLUMN code | words``.
    """
    monkeypatch.setattr(validating, "CHECKOUT", records)  # quicker to list than all records
    first_line = path.read_text(encoding="utf-8").partition("\n")[0]
    expected, _, words = first_line.removeprefix("# expect: ").partition(" | ")
    assert words, f"{path.name} does not begin with '# expect: LINE:COLUMN code | words'"
    (problem,) = problems_of(path, tmp_path, known)
    assert Path(problem.file).name == path.name
    assert f"{problem.line}:{problem.column} {problem.code}" == expected
    assert words in problem.message


@pytest.mark.parametrize("kind", [*KINDS, "profile"])
def test_every_kind_has_bad_files(kind):
    """Each kind of record, and the profile, has mistakes on file."""
    assert kind in {kind_of(path) for path in BAD_FILES}


def test_the_real_records_have_no_problem(data):
    """What the bad files are put among has no problem of its own."""
    count, problems = validate([data])
    assert problems == []
    assert count == len(list(data.glob("*/*.yaml")))


def test_mistakes_of_many_files_come_in_one_pass(data):
    """Mistakes in several files, unreadable ones among them, are all reported, in file order."""
    copies = {
        "career-unknown-key": "careers/b.yaml",
        "career-dangling-program": "careers/a.yaml",
        "career-repeated-item": "careers/c.yaml",
        "credential-two-roots": "credentials/c.yaml",
        "program-dangling-career": "programs/c.yaml",
    }
    for name, copy in copies.items():
        shutil.copyfile(TESTS / "bad" / f"{name}.yaml", data / copy)
    write(data, {"sources/d.yaml": "title: [", "sources/notes.txt": "no record"})
    (data / "carreers").mkdir()
    _, problems = validate([data])
    assert [f"{Path(p.file).relative_to(data)} {p.code}" for p in problems] == [
        *("careers/a.yaml dangling", "careers/b.yaml unknown-key", "careers/c.yaml repeated"),
        *("carreers unknown-folder", "credentials/c.yaml choice", "programs/c.yaml dangling"),
        *("sources/d.yaml syntax", "sources/notes.txt stray-file"),
    ]


def test_mistakes_of_one_file_come_in_one_pass_and_in_order(data):
    """Every mistake of one file is reported, sorted by line and column."""
    text = (
        "title: yes\nsoc: 292072\ngrupp: health-information\nsummary: ''\nsources: seed-2016\n"
        "requirements: {education: [{level: x, basis: typical}]}\n"
    )
    _, problems = validate([write(data, {"careers/many.yaml": text})])
    assert [f"{problem.line}:{problem.column} {problem.code}" for problem in problems] == [
        *("1:1 missing-key", "1:8 unquoted", "2:6 unquoted", "3:1 unknown-key"),
        *("4:10 empty-text", "5:10 type", "6:28 missing-key", "6:36 vocabulary"),
    ]


def test_a_reference_to_a_record_with_a_mistake_does_not_dangle(data):
    """A record that does not decode still counts as being there: one mistake stays one problem."""
    shutil.copyfile(TESTS / "bad" / "program-cip-bare-number.yaml", data / "programs" / "new.yaml")
    career = (TESTS / "bad" / "career-dangling-program.yaml").read_text(encoding="utf-8")
    write(data, {"careers/a.yaml": career.replace("health-information-tecnology", "new")})
    _, (problem,) = validate([data])
    assert (Path(problem.file).name, problem.code) == ("new.yaml", "unquoted")


def test_all_mistakes_of_a_profile_come_in_one_pass():
    """Mistakes of several sections of a profile are reported together, sorted."""
    content = (
        b"education:\n"
        b"  - {level: bachelor, completed: 2027-01-01}\n"
        b"  - {level: associate, status: in_progress, expected: 1900-01-01}\n"
        b"credentials: [{id: nowhere, earned: 2030}]\n"
    )
    client, problems = decode_profile(content, "p.yaml", {"credential": ["ahima-cca"]}, AS_OF)
    assert client is None
    mistakes = [f"{problem.line} {problem.code}" for problem in problems]
    assert mistakes == ["2 future", "3 past", "4 dangling", "4 future"]
