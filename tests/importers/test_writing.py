"""Many files change as one: all of them or none, and nothing is left beside them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.errors import CareerkitError, ExitStatus
from careerkit.importers import writing
from careerkit.importers.careers import CareerFiles
from careerkit.importers.writing import write_all

METHODS = ["write_bytes", "replace", "unlink"]


def is_visible(path):
    """Tell whether a file is one of those that are changed, not one that waits beside them."""
    return not path.name.startswith(".")


WHERE = {"unlink": is_visible}
"""Removing a file of one's own fails only where renaming it does."""


@pytest.fixture
def folder(tmp_path):
    """Return a folder with two files to be changed, one to be removed and one to be left."""
    for name in ("a", "b", "gone", "left"):
        (tmp_path / f"{name}.yaml").write_text(f"old {name}\n", encoding="utf-8")
    return tmp_path


def change(folder):
    """Change two files, write a new one in a new folder, and remove one."""
    texts = {folder / f"{name}.yaml": "new\n" for name in ("a", "b", "in/c")}
    write_all(texts, [folder / "gone.yaml"])


def snapshot(folder):
    """Return every file below a folder with its content and the time it was written."""
    return {
        path: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def texts(folder):
    """Return the names and contents of the files below a folder, hidden ones too."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in found}


class Breaking:
    """Methods of ``Path`` that fail as a full disk does, after a number of calls."""

    def __init__(self, monkeypatch, error=None):
        self.monkeypatch = monkeypatch
        self.error = error or OSError(28, "No space left on device")
        self.left = 0

    def after(self, method, calls, where=bool, *, forever=False):
        """Let ``method`` fail once, or from then on, at its next call ``where`` is true."""
        real, self.left = getattr(Path, method), calls

        def fails(path, *args, **kwargs):
            if where(path):
                self.left -= 1
                if self.left == -1 or (forever and self.left < 0):
                    raise self.error
            return real(path, *args, **kwargs)

        self.monkeypatch.setattr(Path, method, fails)


def test_all_is_written_and_removed_in_one_step(folder):
    """New texts stand in their places, in new folders too, and a file is gone."""
    change(folder)
    assert texts(folder) == {
        "a.yaml": "new\n",
        "b.yaml": "new\n",
        "in/c.yaml": "new\n",
        "left.yaml": "old left\n",
    }


def test_a_file_that_is_gone_already_is_no_failure(folder):
    """Removing what is not there removes nothing."""
    before = snapshot(folder)
    write_all({}, [folder / "x.yaml", folder / "no" / "y.yaml"])
    assert snapshot(folder) == before


def test_a_file_that_is_written_is_not_removed(folder):
    """A file that is named in both gets its new text."""
    path = folder / "a.yaml"
    write_all({path: "new\n"}, [path])
    assert path.read_text("utf-8") == "new\n"


@pytest.mark.parametrize("error", [OSError(28, "No space"), KeyboardInterrupt()], ids=type)
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("calls", range(6))
def test_a_failure_anywhere_changes_nothing(method, calls, error, folder, monkeypatch):
    """Wherever it stops, every file is as it was, its date too, and nothing stands beside."""
    before = snapshot(folder)
    with monkeypatch.context() as patch:
        breaking = Breaking(patch, error)
        breaking.after(method, calls, WHERE.get(method, bool))
        try:
            change(folder)
        except (OSError, KeyboardInterrupt) as raised:
            assert raised is error  # noqa: PT017 - not every number of calls is reached
            assert snapshot(folder) == before
        else:
            assert texts(folder)["a.yaml"] == "new\n"
            assert set(texts(folder)) == {"a.yaml", "b.yaml", "in/c.yaml", "left.yaml"}


@pytest.mark.parametrize("name", ["b", "in/c"])
def test_a_rename_that_fails_brings_the_others_back(name, folder, monkeypatch):
    """The files renamed before it get their old text, and a new one goes."""
    before = snapshot(folder)
    hidden = f".{Path(name).name}.yaml.new"
    with monkeypatch.context() as patch:
        Breaking(patch).after("replace", 0, lambda path: path.name == hidden)
        with pytest.raises(OSError, match="No space"):
            change(folder)
    assert snapshot(folder) == before


def test_a_removal_that_fails_brings_the_others_back(folder, monkeypatch):
    """A file that cannot be removed undoes what was written."""
    before = snapshot(folder)
    with monkeypatch.context() as patch:
        Breaking(patch).after("unlink", 0, lambda path: path.name == "gone.yaml")
        with pytest.raises(OSError, match="No space"):
            change(folder)
    assert snapshot(folder) == before


def test_what_cannot_be_brought_back_is_told_and_kept(folder, monkeypatch):
    """Where changing back fails as well, the failure says where the old file is."""
    with monkeypatch.context() as patch:
        breaking = Breaking(patch)
        moved = {".b.yaml.new", ".a.yaml.old"}
        breaking.after("replace", 0, lambda path: path.name in moved, forever=True)
        with pytest.raises(CareerkitError) as failed:
            change(folder)
    assert failed.value.status is ExitStatus.BAD_DATA
    assert failed.value.message == (
        f"{folder}: could not be changed ([Errno 28] No space left on device),"
        " nor all of it changed back"
    )
    path = folder / "a.yaml"
    told = f"{path}: was as .a.yaml.old beside it is; rename that to bring it back"
    assert failed.value.details == (told,)
    assert texts(folder) == {
        "a.yaml": "new\n",
        ".a.yaml.old": "old a\n",
        **{f"{name}.yaml": f"old {name}\n" for name in ("b", "gone", "left")},
    }


def test_a_new_file_that_cannot_be_taken_away_is_told(folder, monkeypatch):
    """A file that was not there before, and stays, is named."""
    path = folder / "in" / "c.yaml"
    with monkeypatch.context() as patch:
        fixed = {"gone.yaml", "c.yaml"}
        Breaking(patch).after("unlink", 0, lambda each: each.name in fixed, forever=True)
        with pytest.raises(CareerkitError) as failed:
            change(folder)
    assert failed.value.details == (f"{path}: is new; remove it",)
    assert path.read_text("utf-8") == "new\n"
    assert {name for name in texts(folder) if name.rpartition("/")[2].startswith(".")} == set()


def test_what_an_earlier_run_left_beside_is_not_taken_for_the_old_file(folder, monkeypatch):
    """A hidden file of a run that was killed neither comes back nor stays."""
    for name in (".c.yaml.old", ".c.yaml.new", ".a.yaml.old"):
        (folder / "in").mkdir(exist_ok=True)
        place = folder / "in" if "c" in name else folder
        (place / name).write_text("of another day\n", encoding="utf-8")
    with monkeypatch.context() as patch:
        Breaking(patch).after("unlink", 0, lambda path: path.name == "gone.yaml")
        with pytest.raises(OSError, match="No space"):
            change(folder)
    assert texts(folder) == {f"{name}.yaml": f"old {name}\n" for name in ("a", "b", "gone", "left")}


def test_hidden_files_are_no_records(tmp_path):
    """What waits beside a record is read as none."""
    careers = tmp_path / "careers"
    careers.mkdir()
    for end in ("new", "old"):
        (careers / f".clerk.yaml.{end}").write_text("[", encoding="utf-8")
    assert CareerFiles.read(tmp_path).texts == {}


def test_a_copy_that_fails_changes_nothing(folder, monkeypatch):
    """Where there is no room to keep the old file, it is not touched."""
    before = snapshot(folder)

    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(writing, "copy2", full)
        with pytest.raises(OSError, match="No space"):
            change(folder)
    assert snapshot(folder) == before


NAMES = st.sets(st.sampled_from("abcd"))


@given(
    files=st.fixed_dictionaries({"there": NAMES, "new": NAMES, "gone": NAMES}),
    method=st.sampled_from(METHODS),
    calls=st.integers(0, 12),
)
def test_it_is_all_or_nothing(tmp_path_factory, files, method, calls):
    """Whatever is written and removed, and wherever it fails, all of it is done or nothing."""
    folder = tmp_path_factory.mktemp("any")
    for name in files["there"]:
        (folder / name).write_text("old", encoding="utf-8")
    before = texts(folder)
    done = {name: text for name, text in before.items() if name not in files["gone"]}
    done |= dict.fromkeys(files["new"], "new")
    with pytest.MonkeyPatch.context() as patch:
        Breaking(patch).after(method, calls, WHERE.get(method, bool))
        try:
            write_all(
                {folder / name: "new" for name in files["new"]},
                [folder / name for name in files["gone"]],
            )
        except OSError:
            done = before
    assert texts(folder) == done
