"""Which store is opened: the bundled one, a cached one, or one compiled anew."""

import errno
import os
import shutil
import sqlite3
import tempfile

import pytest
from packs import alter

from careerkit.errors import CareerkitError, ExitStatus
from careerkit.store import compile as compiling
from careerkit.store import open_store as opening
from careerkit.store.compile import compile_store
from careerkit.store.digest import write_digest
from careerkit.store.open_store import checkout_data, open_store


@pytest.fixture
def compiled(monkeypatch):
    """Return the list of the targets that were compiled."""
    targets = []

    def count(folders, target, **options):
        targets.append(target)
        compile_store(folders, target, **options)

    monkeypatch.setattr(compiling, "compile_store", count)
    return targets


@pytest.fixture
def pack(tmp_path, a_pack):
    """Make a pack of one source."""
    return a_pack(tmp_path / "pack", "extra")


def files_of(folder):
    """Return the files of a cache folder."""
    return sorted(folder.iterdir())


def answers(store):
    """Tell whether a store holds the tiny records."""
    return store.ids("career") == ["clerk", "filer"] and bool(
        store.names_like("career", "clerc", 9)
    )


def title_of(name, packs=()):
    """Open the store and return what a source is called there."""
    return open_store(packs).titles("source").get(name)


def test_a_checkout_is_compiled_on_first_use(checkout, cache, compiled):
    """The first use writes a store into a cache that need not exist; the second changes nothing."""
    first = open_store([])
    state = first.path.stat()
    second = open_store([])
    assert answers(first)
    assert answers(second)
    assert [first.path] == [second.path] == compiled == files_of(cache)
    assert state == second.path.stat()


def test_a_change_of_the_files_compiles_anew(checkout, compiled, a_pack):
    """The next use sees an edit, even one that keeps size and time, and compiles once."""
    path = a_pack(checkout, "extra") / "sources" / "extra.yaml"
    modified = path.stat().st_mtime_ns
    assert title_of("extra") == "A page"
    a_pack(checkout, "extra", "B page")
    os.utime(path, ns=(1, modified))
    assert [title_of("extra"), title_of("extra")] == ["B page", "B page"]
    assert len(compiled) == 2


def test_only_the_newest_store_of_the_same_folders_stays(checkout, cache, pack, a_pack):
    """A store of other folders, and any other file, is left alone."""
    plain, older = open_store([]).path, open_store([pack]).path
    (cache / "notes.txt").touch()
    a_pack(pack, "extra", "New")
    newer = open_store([pack]).path
    assert older != newer
    assert sorted([cache / "notes.txt", plain, newer]) == files_of(cache)


def of_a_link(path):
    """Put a link to the same store in its place."""
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))


DAMAGES = {
    "cut in the middle": lambda path: os.truncate(path, path.stat().st_size // 2),
    "half a page too short": lambda path: os.truncate(path, path.stat().st_size - 2048),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "empty": lambda path: path.write_bytes(b""),
    "a text": lambda path: path.write_text("no store at all\n"),
    "a link": of_a_link,
    "a link to nowhere": lambda path: (path.unlink(), path.symlink_to("nowhere")),
    "of other folders": lambda path: compile_store([path.parent], path, fingerprint="other"),
    "another format": lambda path: alter(path, "UPDATE meta SET value = '0' WHERE key = 'format'"),
    "another fingerprint": lambda path: alter(path, "UPDATE meta SET value = '0'"),
    "no fingerprint": lambda path: alter(path, "DELETE FROM meta"),
    "nothing to read it from": lambda path: alter(path, "DROP TABLE meta"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_no_whole_store_is_compiled_anew_once(damage, checkout, compiled):
    """A store that is damaged, or does not say exactly what it was made of, is replaced."""
    path = open_store([]).path
    DAMAGES[damage](path)
    for _ in range(2):
        assert answers(open_store([]))
    assert (compiled, path.is_symlink()) == ([path, path], False)


def test_another_version_compiles_anew(checkout, compiled, monkeypatch):
    """A store of another version of careerkit, or of another format, is not used."""
    open_store([])
    monkeypatch.setattr(opening, "__version__", "0.0.0")
    open_store([])
    monkeypatch.setattr(opening, "FORMAT", 0)
    open_store([])
    assert len(set(compiled)) == 3


def test_a_folder_in_place_of_the_store_costs_only_time(checkout, cache):
    """Where the store's name is taken by a folder, the answer comes from memory."""
    path = open_store([]).path
    path.unlink()
    path.mkdir()
    (path / "in the way").touch()
    store = open_store([])
    assert (answers(store), store.path, files_of(cache)) == (True, None, [path])


def test_a_cache_home_that_cannot_be_made_costs_only_time(checkout, tmp_path, monkeypatch):
    """With a file where the cache should be, every use compiles into memory."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    store = open_store([])
    assert (answers(store), store.path) == (True, None)


def test_a_cache_that_cannot_be_written_costs_no_second_compiling(checkout, cache, monkeypatch):
    """Where no file can be made, that is found before the records are read."""

    def refuse(**_):
        raise PermissionError(errno.EACCES, "Permission denied")

    loads = []
    load = compiling.load
    monkeypatch.setattr(compiling, "load", lambda *given: loads.append(given) or load(*given))
    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert answers(open_store([]))
    assert (files_of(cache), len(loads)) == ([], 1)


@pytest.mark.parametrize(
    "failure",
    [OSError(errno.ENOSPC, "No space left"), sqlite3.OperationalError("database or disk is full")],
    ids=["file system", "sqlite"],
)
def test_a_full_cache_costs_only_time(failure, checkout, cache, monkeypatch):
    """Where the store does not fit into the cache, it is kept in memory; nothing is left."""
    put, failures = compiling._put, [failure]

    def full(*given):
        if failures:
            raise failures.pop()
        put(*given)

    monkeypatch.setattr(compiling, "_put", full)
    assert answers(open_store([]))
    assert (failures, files_of(cache)) == ([], [])


def test_a_store_that_is_gone_at_once_costs_only_time(checkout, cache, monkeypatch):
    """Another process may remove a store right after it was written."""
    monkeypatch.setattr(opening.cache, "sweep", lambda path: path.unlink())
    store = open_store([])
    assert (answers(store), store.path, files_of(cache)) == (True, None, [])


def test_bad_data_are_reported_and_keep_the_older_store(checkout, cache):
    """Bad records end in one failure with every problem; nothing is thrown away for them."""
    older = open_store([]).path
    (checkout / "careers" / "bad.yaml").write_text("[", encoding="utf-8")
    with pytest.raises(CareerkitError) as caught:
        open_store([])
    assert caught.value.status == ExitStatus.BAD_DATA
    assert len(caught.value.details) == 1
    assert [older] == files_of(cache)


def test_progress_is_reported_while_compiling_alone(checkout):
    """Whoever waits sees progress; a cached store needs none."""
    calls = []
    open_store([], lambda done, total: calls.append((done, total)))
    assert calls == [(1, 3), (2, 3), (3, 3)]
    open_store([], lambda done, total: calls.append((done, total)))
    assert len(calls) == 3


def test_a_cache_that_is_removed_in_use_goes_on_answering(checkout, cache, compiled):
    """An open store is read to the end, and the next use compiles anew."""
    store = open_store([])
    shutil.rmtree(cache.parent)
    assert answers(store)
    assert answers(open_store([]))
    assert len(compiled) == 2


def test_without_any_data_the_advice_is_to_reinstall(bundled, pack):
    """Where neither a store nor a checkout is there, one line says what to do."""
    bundled.unlink()
    for packs in ([], [pack]):
        with pytest.raises(CareerkitError, match="reinstall careerkit") as caught:
            open_store(packs)
        assert caught.value.status == ExitStatus.BAD_DATA


def test_a_pack_does_not_lie_on_a_damaged_store(bundled, pack, cache):
    """Damage of the wheel's own store is reported before it gets into a cache."""
    bundled.write_bytes(bundled.read_bytes()[:-1] + b"?")
    with pytest.raises(CareerkitError, match="reinstall careerkit") as caught:
        open_store([pack])
    assert (caught.value.status, files_of(cache)) == (ExitStatus.BAD_DATA, [])


def test_a_folder_that_is_no_pack_is_refused_unread(checkout, tmp_path, monkeypatch):
    """A folder of anything else, such as a whole disk, is refused before any record is read."""
    (tmp_path / "disk" / "usr" / "lib").mkdir(parents=True)
    (tmp_path / "disk" / "carers").mkdir()
    monkeypatch.setattr(compiling, "load", None)
    with pytest.raises(CareerkitError) as caught:
        open_store([tmp_path / "disk"])
    assert caught.value.status == ExitStatus.BAD_DATA
    assert [problem.code for problem in caught.value.details] == ["unknown-folder"] * 2
    assert "did you mean 'careers'?" in caught.value.details[0].message


def test_packs_lie_on_top_of_a_checkout(checkout, pack, compiled, a_pack):
    """A pack adds to the checkout's records, and a change in it is seen."""
    assert answers(open_store([pack]))
    assert title_of("extra", [pack]) == "A page"
    a_pack(pack, "extra", "New")
    assert title_of("extra", [pack]) == "New"
    assert len(compiled) == 2


def test_the_order_of_packs_matters(checkout, pack, tmp_path, a_pack):
    """Of two packs with the same record the later one counts, whichever was asked for first."""
    other = a_pack(tmp_path / "other", "extra", "Other")
    for packs, title in (([pack, other], "Other"), ([other, pack], "A page")) * 2:
        assert title_of("extra", packs) == title


def test_a_bundled_store_is_read_as_it_is(bundled, cache, compiled):
    """A wheel's own records need no compiling, no cache, no digest and no right to write."""
    before = bundled.read_bytes()
    bundled.with_name("store.sqlite.sha256").unlink()
    bundled.chmod(0o444)
    bundled.parent.chmod(0o555)
    try:
        store = open_store([])
        assert answers(store)
    finally:
        bundled.parent.chmod(0o755)
    assert (bundled, [], False) == (store.path, compiled, cache.exists())
    assert ([bundled], before) == (files_of(bundled.parent), bundled.read_bytes())


def test_packs_lie_on_top_of_a_bundled_store(bundled, cache, pack, compiled):
    """With a pack the bundled store is copied into the cache, and used again from there."""
    before = bundled.read_bytes()
    for _ in range(2):
        store = open_store([pack])
        assert answers(store)
        assert store.titles("source")["extra"] == "A page"
    assert [store.path] == compiled == files_of(cache)
    assert before == bundled.read_bytes()


def test_another_bundled_store_compiles_its_packs_anew(bundled, tiny, pack, compiled, a_pack):
    """After an upgrade the packs lie on top of the new records."""
    open_store([pack])
    compile_store([tiny, a_pack(bundled.parent / "more", "upgraded")], bundled)
    write_digest(bundled)
    assert {"extra", "upgraded"} <= set(open_store([pack]).titles("source"))
    assert len(compiled) == 2


def test_the_checkout_is_known_where_there_is_one(checkout):
    """The data folder of a checkout is known."""
    assert checkout == checkout_data()


def test_a_wheel_has_no_checkout(bundled, tiny, monkeypatch):
    """With a bundled store no folder counts as a checkout; without either there is none."""
    with monkeypatch.context() as patch:
        patch.setattr(opening, "CHECKOUT", tiny)
        assert checkout_data() is None
    bundled.unlink()
    assert checkout_data() is None
