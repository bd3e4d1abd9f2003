"""Files of a data folder change together; what is cut short is told, and completed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from importing import SEED, written

from careerkit.errors import CareerkitError, ExitStatus
from careerkit.importers.writing import finish, write_all
from careerkit.store.validate import validate

HEAD = "code,title,short_title,kind\n"
AREAS = "area,title,area_type,state,period\n39,Ohio,state,OH,2025-05\n"
WAGES = "area,soc,unit,employment,jobs_per_1000,location_quotient,mean,p10,p25,median,p75,p90\n"
WAGE = f"{WAGES}39,29-2072,year,7440,,,54550,,,,,\n"


def career(title):
    """Return the text of a career's record."""
    return f"title: {title}\nsoc: 43-4071\ngroup: office\nsources: [seed]\n"


@pytest.fixture
def data(tmp_path):
    """Return a data folder of two careers, a source, and two tables."""
    folder = tmp_path / "data"
    texts = {
        "careers/a.yaml": career("Old a"),
        "careers/b.yaml": career("Old b"),
        "sources/seed.yaml": SEED,
        "sources/old.yaml": SEED,
        "titles/old.csv": HEAD,
        "wages/seed/areas.csv": AREAS,
        "wages/seed/29.csv": WAGE,
    }
    written(folder, texts)
    return folder


CHANGED = {
    "careers/a.yaml": career("New a"),
    "careers/b.yaml": career("New b"),
    "sources/new.yaml": SEED,
    "titles/new.csv": f"{HEAD}43-4071,Filer,,reported\n",
    "wages/seed/29.csv": WAGE.replace("7440", "7441"),
}


def change(data):
    """Change two careers and a table, write a new table and its source, and remove a table."""
    write_all({data / name: text for name, text in CHANGED.items()}, [data / "titles" / "old.csv"])


def snapshot(folder):
    """Return every file below a folder, hidden ones too, with its content and its time."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def texts(folder):
    """Return the names and contents of the files below a folder, hidden ones too."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def after(before):
    """Return the files of a folder as they are to be after ``change``."""
    return {name: text for name, text in (before | CHANGED).items() if name != "titles/old.csv"}


def fail_at(monkeypatch, method, where, error=None):
    """Let a method of ``Path`` fail where its name (below its folder) is that."""
    real = getattr(Path, method)

    def fails(path, *args, **kwargs):
        if path.as_posix().endswith(where):
            raise error or OSError(28, "No space left on device", str(path))
        return real(path, *args, **kwargs)

    monkeypatch.setattr(Path, method, fails)


def test_all_is_written_and_removed_in_one_step(data):
    """New texts stand in their places, a file is gone, and nothing is left beside them."""
    before = texts(data)
    change(data)
    assert texts(data) == after(before)
    assert validate([data]) == (8, [])
    assert {path.name for path in data.iterdir()} == {"careers", "sources", "titles", "wages"}


def test_nothing_to_change_changes_nothing(data):
    """No folder is made where nothing is written; a file that is gone already is no failure."""
    before = snapshot(data)
    write_all({})
    write_all({}, [data / "titles" / "none.csv"])
    assert snapshot(data) == before


def test_a_file_that_is_written_is_not_removed(data):
    """A file that is named in both gets its new text."""
    path = data / "careers" / "a.yaml"
    write_all({path: career("New")}, [path])
    assert path.read_text("utf-8") == career("New")


@pytest.mark.parametrize("error", [OSError(28, "No space"), KeyboardInterrupt()], ids=type)
@pytest.mark.parametrize(
    ("method", "where"),
    [
        ("mkdir", ".import/careers"),
        ("write_bytes", ".import/careers/a.yaml"),
        ("write_bytes", ".import/wages/seed/29.csv"),
        ("rename", ".import"),
    ],
)
def test_what_fails_before_files_take_their_places_changes_nothing(
    method, where, error, data, monkeypatch
):
    """Wherever it stops, every file is as it was, its date too, and nothing stands beside."""
    before = snapshot(data)
    fail_at(monkeypatch, method, where, error)
    with pytest.raises(type(error)):
        change(data)
    assert snapshot(data) == before
    assert not (data / ".import").exists()


WRONG = {
    "a control character in a title": ("titles/new.csv", f"{HEAD}43-4071,a\x07b,,reported\n", 2),
    "a title of blanks": ("cip/new.csv", "code,title,now\n51,Health,\n51.07, ,\n", 3),
    "a figure that is none": ("wages/seed/29.csv", WAGE.replace("7440", "many"), 2),
    "an area that is none": ("wages/seed/29.csv", WAGE.replace("39,29", "40,29"), 2),
    "a value that is none": ("careers/a.yaml", career("a").replace("office", "offices"), 3),
    "a title that is no text": ("sources/new.yaml", SEED.replace("title: t", "title: 7"), 1),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_its_reader_would_refuse_is_not_written(what, data):
    """The failure has file and line as they would be, and nothing is changed."""
    name, text, line = WRONG[what]
    before = snapshot(data)
    with pytest.raises(CareerkitError, match="1 problem in what would be written") as failed:
        write_all({data / name: text, data / "careers" / "b.yaml": career("New")})
    assert failed.value.status is ExitStatus.BAD_DATA
    (problem,) = failed.value.details
    assert (problem.file, problem.line) == (f"{data}/{name}", line)
    assert snapshot(data) == before


def test_a_table_is_read_with_those_that_will_stand_beside_it(data):
    """Wages need their areas: those on record count, and stay untouched; those that go do not."""
    wages = data / "wages" / "seed"
    number = (wages / "areas.csv").stat().st_ino
    write_all({wages / "29.csv": WAGE.replace("7440", "1")})
    assert (wages / "areas.csv").stat().st_ino == number
    with pytest.raises(CareerkitError) as failed:
        write_all({wages / "29.csv": WAGE}, [wages / "areas.csv"])
    assert failed.value.details[0].file == f"{wages}/areas.csv"


NAMES = ["careers/a.yaml", "careers/b.yaml", "sources/new.yaml", "titles/new.csv"]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_cut_short_is_told_and_completed_by_the_next_import(name, data, monkeypatch):
    """Between two files everybody is told of it; then all of it is done, and nothing is left."""
    before = texts(data)
    with monkeypatch.context() as patch:
        fail_at(patch, "replace", f"import-under-way/{name}")
        with pytest.raises(OSError, match="No space"):
            change(data)
    (problem,) = validate([data])[1]
    place = f"{data}/import-under-way:1:1: "
    assert str(problem).startswith(
        f"{place}an import is under way, or was cut short; run the import"
    )
    finish(data)
    assert texts(data) == after(before)
    assert validate([data]) == (8, [])
    done = snapshot(data)
    finish(data)
    assert snapshot(data) == done


def test_what_is_removed_is_removed_by_the_next_import_too(data, monkeypatch):
    """A table that is to go, and did not, goes when the import is completed."""
    before = texts(data)
    with monkeypatch.context() as patch:
        fail_at(patch, "unlink", "titles/old.csv")
        with pytest.raises(OSError, match="No space"):
            change(data)
    assert "titles/old.csv" in texts(data)
    finish(data)
    assert texts(data) == after(before)


def test_what_an_ended_run_left_waiting_is_swept(data):
    """A folder of a run that was killed before anything changed goes with the next one."""
    before = texts(data)
    left = {".import/careers/x.yaml": "["}
    written(data, left)
    assert validate([data]) == (7, [])
    finish(data)
    assert texts(data) == before
    written(data, left)
    change(data)
    assert not (data / ".import").exists()
    assert not (data / "careers" / "x.yaml").exists()


ENDED = """
import os, signal, sys
from pathlib import Path
from careerkit.importers.writing import write_all
data, number, calls = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
texts = {data / "careers" / f"{n}.yaml": sys.argv[4].replace("Old", f"New {n}") for n in range(20)}
real = {name: getattr(Path, name) for name in ("write_bytes", "replace")}
def counted(name):
    def call(path, *args):
        global calls
        calls -= 1
        if not calls:
            os.kill(os.getpid(), number)
        return real[name](path, *args)
    return call
for name in real:
    setattr(Path, name, counted(name))
write_all(texts)
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP", "SIGKILL"])
@pytest.mark.parametrize("calls", [10, 30])
def test_a_signal_leaves_the_old_state_or_the_mark(name, calls, data):
    """Ended while texts are written, nothing changed; among the renames, everybody is told."""
    number = getattr(signal, name)
    before = texts(data)
    command = [sys.executable, "-c", ENDED, str(data), str(int(number)), str(calls), career("Old")]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ})
    assert done.returncode == -number
    visible = {k: text for k, text in texts(data).items() if not k.startswith(".import/")}
    if calls == 10:
        assert visible == before
        assert validate([data]) == (7, [])
        finish(data)
        assert texts(data) == before
    else:
        assert [problem.code for problem in validate([data])[1]] == ["unfinished-import"]
        finish(data)
        new = {f"careers/{n}.yaml": career(f"New {n}") for n in range(20)}
        assert texts(data) == before | new
