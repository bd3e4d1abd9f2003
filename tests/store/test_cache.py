"""The folder of the cache: made, swept, and never in the way."""

import os
import time
from pathlib import Path

import platformdirs
import pytest

from careerkit.store import cache
from careerkit.store.compile import compile_store
from careerkit.store.read import Store


def made(path, *, age):
    """Make a file that was last written some seconds ago."""
    path.touch()
    then = time.time() - age
    os.utime(path, (then, then))
    return path


def test_the_folder_is_made(tmp_path, monkeypatch):
    """The first use makes the folder and those above it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a" / "b"))
    folder = cache.folder()
    assert folder == tmp_path / "a" / "b" / "careerkit"
    assert folder.is_dir()
    assert cache.folder() == folder


@pytest.mark.parametrize("path", ["~/.cache/careerkit", "here/careerkit"])
def test_where_there_is_no_home_there_is_no_cache(path, tmp_path, monkeypatch):
    """No folder is made in whatever folder the user stands in, as some platformdirs would have."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: Path(path))
    assert cache.folder() is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_of_the_folder_means_no_cache(tmp_path, monkeypatch):
    """Where the folder cannot be made there is none."""
    (tmp_path / "careerkit").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.folder() is None


def test_only_older_stores_of_the_same_folders_are_swept(tmp_path):
    """The store just made stays, and so do those of other folders, and what is not ours."""
    ours = [tmp_path / name for name in ("aa-2.sqlite", "bb-1.sqlite", "aa-1.txt", "notes")]
    for path in (*ours, tmp_path / "aa-1.sqlite"):
        path.touch()
    cache.sweep(ours[0])
    assert sorted(ours) == sorted(tmp_path.iterdir())


def test_half_written_files_are_swept_once_they_are_old(tmp_path):
    """What a killed process left goes, of whatever folders; what may yet be written stays."""
    young = made(tmp_path / "aa-1.sqlitexyz.new", age=600)
    ahead = made(tmp_path / "aa-3.sqlitexyz.new", age=-600)
    made(tmp_path / "aa-2.sqlitexyz.new", age=4000)
    made(tmp_path / "bb-2.sqlitexyz.new", age=4000)
    other = made(tmp_path / "notes.new", age=4000)
    cache.sweep(tmp_path / "aa-9.sqlite")
    assert sorted([young, ahead, other]) == sorted(tmp_path.iterdir())


def test_what_cannot_be_removed_stays(tmp_path):
    """A folder with the name of a store does not stop the sweep."""
    stuck = tmp_path / "aa-1.sqlite"
    stuck.mkdir()
    (tmp_path / "aa-2.sqlite").touch()
    made(tmp_path / "aa-1.sqlitexyz.new", age=4000)
    cache.sweep(tmp_path / "aa-9.sqlite")
    assert [stuck] == list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [None, b"", b"no store", b"SQLite format 3\x00" + bytes(4096)])
def test_what_is_no_store_is_not_sound(content, tmp_path):
    """Neither a file that is not there nor one that is no store is opened."""
    path = tmp_path / "store.sqlite"
    if content is not None:
        path.write_bytes(content)
    assert cache.sound(path, "") is None


def test_a_store_that_goes_while_it_is_looked_at_is_not_sound(tmp_path, monkeypatch, records):
    """Another process may remove a store right after it was opened."""
    path = tmp_path / "store.sqlite"
    compile_store([records], path, fingerprint="x")

    class Losing(Store):
        def __init__(self, asked, *more):
            super().__init__(asked, *more)
            asked.unlink()

    monkeypatch.setattr(cache, "Store", Losing)
    assert cache.sound(path, "x") is None
