"""The folder of the cache: made for its user alone, believed only where it is theirs, swept."""

import os
import time
from pathlib import Path

import platformdirs
import pytest

from careerkit.store import cache
from careerkit.store.compile import compile_store


def made(path, *, age):
    """Make a file that was last written some seconds ago."""
    path.touch()
    then = time.time() - age
    os.utime(path, (then, then))
    return path


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Take a folder of this test's own for the home of caches."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def somebody_else(monkeypatch):
    """Let every file be another user's, so far as the cache can tell."""
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_the_folder_is_made_for_its_user_alone(umask, tmp_path, monkeypatch):
    """The first use makes the folder and those above it; nobody else may look into it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a" / "b"))
    before = os.umask(umask)
    try:
        path = cache.path_of("key", "state")
    finally:
        os.umask(before)
    assert path == tmp_path / "a" / "b" / "careerkit" / "key-state.sqlite"
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert cache.path_of("key", "state") == path


@pytest.mark.parametrize(("mode", "then"), [(0o777, 0o700), (0o775, 0o700), (0o755, 0o755)])
def test_a_folder_that_others_may_write_is_closed_to_them(mode, then, home):
    """Some were made so, where the umask was loose."""
    (home / "careerkit").mkdir()
    (home / "careerkit").chmod(mode)
    assert cache.path_of("key", "state")
    assert (home / "careerkit").stat().st_mode & 0o777 == then


@pytest.mark.usefixtures("somebody_else")
def test_a_folder_of_another_user_is_not_used(home):
    """What somebody else can write there could turn a verdict."""
    (home / "careerkit").mkdir()
    assert cache.path_of("key", "state") is None


@pytest.mark.parametrize("in_the_way", [Path.touch, lambda path: path.symlink_to(path.parent)])
def test_a_file_or_link_in_place_of_the_folder_means_no_cache(in_the_way, home):
    """No folder can be made where a file is, and a link may lead to somebody else's folder."""
    in_the_way(home / "careerkit")
    assert cache.path_of("key", "state") is None


@pytest.mark.parametrize("path", ["~/.cache/careerkit", "here/careerkit"])
def test_where_there_is_no_home_there_is_no_cache(path, tmp_path, monkeypatch):
    """No folder is made in whatever folder the user stands in, as some platformdirs would have."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: Path(path))
    assert cache.path_of("key", "state") is None
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def store(tiny, tmp_path):
    """Compile a store."""
    path = tmp_path / "store.sqlite"
    compile_store([tiny], path, fingerprint="state")
    return path


def test_a_store_of_ones_own_is_opened(store):
    """A whole store with the fingerprint that is asked for is opened, and no other."""
    assert cache.opened(store, "state").ids("career") == ["clerk", "filer"]
    assert cache.opened(store, "another state") is None


@pytest.mark.usefixtures("somebody_else")
def test_a_store_of_another_user_is_not_opened(store):
    """A planted store answers nothing, however whole it is."""
    assert cache.opened(store, "state") is None


def test_a_store_without_an_owner_is_opened(store, monkeypatch):
    """Where the system tells no owner of files, as on Windows, the store is used."""
    monkeypatch.delattr(os, "geteuid")
    assert cache.opened(store, "state")


def test_a_link_to_a_store_is_not_opened(store):
    """A link may lead to a file of somebody else."""
    link = store.with_name("link.sqlite")
    link.symlink_to(store)
    assert cache.opened(link, "state") is None


@pytest.mark.parametrize("content", [None, b"", b"no store", b"SQLite format 3\x00" + bytes(4096)])
def test_what_is_no_store_is_not_opened(content, tmp_path):
    """Neither a file that is not there nor one that is no store is opened."""
    path = tmp_path / "store.sqlite"
    if content is not None:
        path.write_bytes(content)
    assert cache.opened(path, "") is None


def test_a_store_that_goes_while_it_is_looked_at_is_not_opened(store, monkeypatch):
    """Another process may remove a store right after it was opened."""

    class Losing(cache.Store):
        def __init__(self, path, **more):
            super().__init__(path, **more)
            path.unlink()

    monkeypatch.setattr(cache, "Store", Losing)
    assert cache.opened(store, "state") is None


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
