"""Which store is opened: the bundled one, a cached one, or one compiled anew."""

import errno
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from careerkit.errors import CareerkitError, ExitStatus
from careerkit.store import cache as cache_folder
from careerkit.store import compile as compiling
from careerkit.store import open_store as opening
from careerkit.store.compile import compile_store
from careerkit.store.open_store import checkout_data, open_store
from careerkit.store.read import Store

CAREER = "medical-records-technician"
SOURCE = "title: A page\npublisher: Somebody\nkind: third-party\nretrieved: 2026-11-22\n"


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """Name a cache home of this test's own; it does not exist yet."""
    home = tmp_path / "home" / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    return home / "careerkit"


@pytest.fixture
def data(records, tmp_path):
    """Copy the records, to change them."""
    return shutil.copytree(records, tmp_path / "data")


@pytest.fixture
def checkout(data, cache, monkeypatch):
    """Pretend that careerkit runs from a checkout with these records."""
    monkeypatch.setattr(opening, "CHECKOUT", data)
    monkeypatch.setattr(opening, "BUNDLED", data.parent / "no-store.sqlite")
    return data


@pytest.fixture
def bundled(records, tmp_path, cache, monkeypatch):
    """Pretend that careerkit came as a wheel, with a store and without a checkout."""
    path = tmp_path / "wheel" / "store.sqlite"
    path.parent.mkdir()
    compile_store([records], path)
    monkeypatch.setattr(opening, "BUNDLED", path)
    monkeypatch.setattr(opening, "CHECKOUT", tmp_path / "no-checkout")
    return path


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
def pack(tmp_path):
    """Make a pack of one source."""
    return a_pack(tmp_path / "pack", "extra")


def a_pack(folder, name):
    """Make a data folder that holds one source."""
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / f"{name}.yaml").write_text(SOURCE, encoding="utf-8")
    return folder


def files_of(folder):
    """Return the files of a cache folder."""
    return sorted(folder.iterdir())


def answers(store):
    """Tell whether a store holds the real records."""
    return CAREER in store.ids("career") and bool(store.names_like("career", "medcal", 9))


def test_a_checkout_is_compiled_on_first_use(checkout, cache, compiled):
    """The first use writes one store into a cache that need not exist before."""
    store = open_store([])
    assert answers(store)
    assert [store.path] == compiled == files_of(cache)


def test_a_cached_store_is_used_again(checkout, cache, compiled):
    """The second use compiles nothing and changes nothing."""
    first = open_store([])
    state = first.path.stat()
    second = open_store([])
    assert answers(second)
    assert (first.path, 1) == (second.path, len(compiled))
    assert state == second.path.stat()


@pytest.mark.parametrize("change", ["edited", "added", "removed", "replaced", "renamed"])
def test_a_change_of_the_files_compiles_anew(change, checkout, compiled):
    """Whatever happens to a file, the next use sees it."""
    sources = a_pack(checkout.parent / "p", "extra") / "sources"
    shutil.copyfile(sources / "extra.yaml", checkout / "sources" / "extra.yaml")
    path = checkout / "sources" / "extra.yaml"
    assert open_store([]).titles("source")["extra"] == "A page"
    if change == "edited":
        path.write_text(SOURCE.replace("A page", "Another page"), encoding="utf-8")
        expected = "Another page"
    elif change == "added":
        path.with_name("more.yaml").write_text(SOURCE, encoding="utf-8")
        expected = "A page"
    elif change == "removed":
        path.unlink()
        expected = None
    elif change == "replaced":
        os.utime(path, ns=(1, 1))
        expected = "A page"
    else:
        path.rename(path.with_name("other.yaml"))
        expected = None
    titles = open_store([]).titles("source")
    assert (2, expected) == (len(compiled), titles.get("extra"))
    assert (change == "added", change == "renamed") == ("more" in titles, "other" in titles)


def test_a_change_behind_a_link_compiles_anew(checkout, compiled, tmp_path):
    """A record may be a link: what counts is the file that it leads to."""
    path = tmp_path / "elsewhere.yaml"
    path.write_text(SOURCE, encoding="utf-8")
    (checkout / "sources" / "extra.yaml").symlink_to(path)
    assert open_store([]).titles("source")["extra"] == "A page"
    path.write_text(SOURCE.replace("A page", "Another page"), encoding="utf-8")
    assert open_store([]).titles("source")["extra"] == "Another page"


def test_a_change_sweeps_the_older_store(checkout, cache, compiled):
    """Only the newest store of the same folders stays in the cache."""
    older = open_store([]).path
    (checkout / "sources" / "extra.yaml").write_text(SOURCE, encoding="utf-8")
    newer = open_store([]).path
    assert older != newer
    assert [newer] == files_of(cache)


def test_a_sweep_leaves_stores_of_other_folders(checkout, cache, pack, compiled):
    """A store of other folders, and any other file, is left alone."""
    plain, packed = open_store([]).path, open_store([pack]).path
    (cache / "notes.txt").touch()
    (pack / "sources" / "extra.yaml").write_text(SOURCE + "note: New.\n", encoding="utf-8")
    newer = open_store([pack]).path
    assert sorted([cache / "notes.txt", plain, newer]) == files_of(cache)
    assert packed != newer


def test_a_sweep_goes_on_where_a_file_cannot_be_removed(checkout, cache, compiled):
    """What cannot be removed stays, and the answer comes."""
    path = open_store([]).path
    stuck = cache / path.name.replace(path.stem.partition("-")[2], "0")
    stuck.mkdir()
    older = stuck.with_name(stuck.name.replace("-0", "-1"))
    older.touch()
    path.unlink()
    assert answers(open_store([]))
    assert sorted([stuck, path]) == files_of(cache)


@pytest.mark.parametrize("damage", ["truncated", "half a page", "garbage", "empty", "text"])
def test_a_damaged_store_is_compiled_anew(damage, checkout, compiled):
    """A cached file that is no whole store is replaced, and the answer is right."""
    path = open_store([]).path
    whole = path.read_bytes()
    content = {
        "truncated": whole[: len(whole) // 2],
        "half a page": whole[:-2048],
        "garbage": os.urandom(len(whole)),
        "empty": b"",
        "text": b"no store at all\n",
    }[damage]
    path.write_bytes(content)
    assert answers(open_store([]))
    assert (len(compiled), answers(Store(path))) == (2, True)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE meta SET value = '0' WHERE key = 'format'",
        "UPDATE meta SET value = 'other' WHERE key = 'fingerprint'",
        "DELETE FROM meta",
        "DROP TABLE meta",
        "INSERT INTO meta VALUES ('more', '1')",
    ],
)
def test_a_store_of_another_format_is_compiled_anew(statement, checkout, compiled):
    """A store that does not say exactly what it should is not trusted."""
    path = open_store([]).path
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    assert answers(open_store([]))
    assert [path, path] == compiled


def test_another_version_compiles_anew(checkout, compiled, monkeypatch):
    """A store of another version of careerkit, or of another format, is not used."""
    open_store([])
    monkeypatch.setattr(opening, "__version__", "0.0.0")
    open_store([])
    monkeypatch.setattr(opening, "FORMAT", 0)
    open_store([])
    assert len(set(compiled)) == 3


def test_a_folder_in_place_of_the_store_costs_only_time(checkout, cache, compiled):
    """Where the store's name is taken by a folder, the answer comes all the same."""
    path = open_store([]).path
    path.unlink()
    path.mkdir()
    (path / "in the way").touch()
    assert answers(open_store([]))


def test_a_cached_store_that_cannot_be_opened_costs_only_time(checkout, compiled, monkeypatch):
    """A cached file of somebody else, which may not be read, does not stop the answer."""
    path = open_store([]).path

    class Refusing(Store):
        def __init__(self, asked, *more):
            if asked == path and len(compiled) == 1:
                raise sqlite3.OperationalError("unable to open database file")
            super().__init__(asked, *more)

    monkeypatch.setattr(cache_folder, "Store", Refusing)
    assert answers(open_store([]))


def test_a_cache_home_that_cannot_be_made_costs_only_time(checkout, tmp_path, monkeypatch):
    """With a file where the cache should be, every use compiles into memory."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    stores = [open_store([]), open_store([])]
    assert [answers(each) for each in stores] == [True, True]
    assert [each.path for each in stores] == [None, None]


def test_a_read_only_cache_costs_only_time(checkout, cache, compiled, monkeypatch):
    """Where the cache cannot be written, nothing is written there and the answer comes."""
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    assert answers(open_store([]))
    assert (files_of(cache), compiled) == ([], [])


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
    assert failures == []
    assert files_of(cache) == []


def test_bad_data_are_told_and_leave_no_store(checkout, cache):
    """Bad records end in one failure with every problem, and the cache stays empty."""
    (checkout / "careers" / "bad.yaml").write_text("[", encoding="utf-8")
    with pytest.raises(CareerkitError) as caught:
        open_store([])
    assert caught.value.status == ExitStatus.BAD_DATA
    assert len(caught.value.details) == 1
    assert files_of(cache) == []


def test_bad_data_keep_the_older_store(checkout, cache, compiled):
    """Nothing is thrown away for a store that could not be made."""
    older = open_store([]).path
    (checkout / "sources" / "seed-2016.yaml").write_bytes(b"[")
    with pytest.raises(CareerkitError):
        open_store([])
    assert [older] == files_of(cache)


def test_progress_is_told_while_compiling_alone(checkout):
    """Whoever waits is told of progress; a cached store needs none."""
    calls = []
    open_store([], lambda done, total: calls.append((done, total)))
    assert calls
    assert {len(calls)} == {total for _, total in calls}
    before = len(calls)
    open_store([], lambda done, total: calls.append((done, total)))
    assert before == len(calls)


def test_a_pack_has_one_store_however_it_is_named(checkout, pack, compiled, tmp_path, monkeypatch):
    """A relative path, a link to the folder and a way round about lead to the same store."""
    monkeypatch.chdir(pack.parent)
    link = tmp_path / "link"
    link.symlink_to(pack)
    named = [pack, Path(pack.name), link, pack / ".." / pack.name, Path(f"./{pack.name}/")]
    assert len({open_store([each]).path for each in named}) == len(compiled) == 1


def test_a_change_that_keeps_size_and_time_compiles_anew(checkout, compiled):
    """A file that is changed, and its time put back, is seen to have changed."""
    path = checkout / "sources" / "extra.yaml"
    path.write_text(SOURCE, encoding="utf-8")
    state = path.stat()
    assert open_store([]).titles("source")["extra"] == "A page"
    path.write_text(SOURCE.replace("A page", "B page"), encoding="utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert path.stat().st_size == state.st_size
    assert open_store([]).titles("source")["extra"] == "B page"


def test_a_change_before_compiling_is_waited_for(checkout, compiled, monkeypatch):
    """Nothing is compiled until the files have stood still for longer than a clock's tick."""
    path = checkout / "sources" / "extra.yaml"
    waits = []

    def change(seconds):
        waits.append(seconds)
        if len(waits) < 4:
            path.write_text(SOURCE.replace("A page", f"Page {len(waits)}"), encoding="utf-8")

    monkeypatch.setattr(opening.time, "sleep", change)
    assert open_store([]).titles("source")["extra"] == "Page 3"
    assert (len(waits), len(compiled)) == (4, 1)
    assert min(waits) >= 0.016  # the coarsest clock of a common system


def changing(monkeypatch, path, times):
    """Let a file change while it is compiled, as often as told; return how often it was compiled.

    The change comes when the file has been read and before the store is written.
    """
    calls = []
    write = compiling._write

    def change(*given):
        calls.append(given)
        if len(calls) <= times:
            path.write_text(SOURCE.replace("A page", f"Page {len(calls)}"), encoding="utf-8")
        write(*given)

    monkeypatch.setattr(compiling, "_write", change)
    return calls


def test_a_change_while_compiling_is_seen(checkout, cache, monkeypatch):
    """What changed after it was read is read again, and only the last store stays."""
    calls = changing(monkeypatch, checkout / "sources" / "extra.yaml", 2)
    store = open_store([])
    assert (store.titles("source")["extra"], len(calls)) == ("Page 2", 3)
    assert [store.path] == files_of(cache)
    assert open_store([]).titles("source")["extra"] == "Page 2"
    assert len(calls) == 3


def test_data_that_never_stand_still_are_answered_from_and_not_cached(checkout, cache, monkeypatch):
    """After some tries the answer comes from what was read last; no store of it stays."""
    calls = changing(monkeypatch, checkout / "sources" / "extra.yaml", 99)
    store = open_store([])
    assert store.titles("source")["extra"] == f"Page {len(calls) - 1}"
    assert files_of(cache) == []


def test_bad_data_that_are_put_right_while_compiling_are_read_again(checkout, monkeypatch):
    """A file found half-written is no mistake of the data if it is whole a moment later."""
    path = checkout / "sources" / "extra.yaml"
    path.write_text("title: A pa", encoding="utf-8")
    load = compiling.load

    def finish(*given):
        read = load(*given)
        path.write_text(SOURCE, encoding="utf-8")
        return read

    monkeypatch.setattr(compiling, "load", finish)
    assert open_store([]).titles("source")["extra"] == "A page"


def test_a_cache_that_is_removed_in_use_goes_on_answering(checkout, cache, compiled):
    """An open store is read to the end, and the next use compiles anew."""
    store = open_store([])
    shutil.rmtree(cache.parent)
    assert answers(store)
    assert answers(open_store([]))
    assert len(compiled) == 2


def test_without_any_data_one_is_told_to_reinstall(bundled, pack):
    """Where neither a store nor a checkout is there, one line says what to do."""
    bundled.unlink()
    for packs in ([], [pack]):
        with pytest.raises(CareerkitError, match="reinstall careerkit") as caught:
            open_store(packs)
        assert caught.value.status == ExitStatus.BAD_DATA


def test_a_pack_on_a_store_that_is_none_is_told(bundled, pack):
    """What is wrong with the wheel's own store is told, not taken for a cache that is full."""
    bundled.write_bytes(b"no store")
    with pytest.raises(CareerkitError, match="reinstall careerkit"):
        open_store([pack])


def test_packs_lie_on_top_of_a_checkout(checkout, pack, compiled):
    """A pack adds to the checkout's records, and a change in it is seen."""
    store = open_store([pack])
    assert answers(store)
    assert store.titles("source")["extra"] == "A page"
    (pack / "sources" / "extra.yaml").write_text(SOURCE.replace("A page", "New"), encoding="utf-8")
    assert open_store([pack]).titles("source")["extra"] == "New"
    assert len(compiled) == 2


def test_the_order_of_packs_matters(checkout, pack, tmp_path):
    """Of two packs with the same record the later one counts, whichever was asked for first."""
    other = a_pack(tmp_path / "other", "extra")
    path = other / "sources" / "extra.yaml"
    path.write_text(SOURCE.replace("A page", "Other"), encoding="utf-8")
    assert open_store([pack, other]).titles("source")["extra"] == "Other"
    assert open_store([other, pack]).titles("source")["extra"] == "A page"
    assert open_store([pack, other]).titles("source")["extra"] == "Other"


def test_the_lock_of_an_editor_does_not_stop_the_answer(checkout):
    """A hidden link that leads nowhere, as Emacs makes one beside an edited file, is ignored."""
    (checkout / "careers" / f".#{CAREER}.yaml").symlink_to("user@host.1234:5678")
    assert answers(open_store([]))


def test_a_bundled_store_is_read_as_it_is(bundled, cache, compiled):
    """A wheel's own records need no compiling and no cache."""
    before = bundled.read_bytes()
    store = open_store([])
    assert answers(store)
    assert (bundled, []) == (store.path, compiled)
    assert (False, before) == (cache.exists(), bundled.read_bytes())
    assert [bundled] == files_of(bundled.parent)


def test_a_bundled_store_in_a_read_only_folder_is_read(bundled, compiled):
    """Reading needs no right to write, neither for the file nor for its folder."""
    bundled.chmod(0o444)
    bundled.parent.chmod(0o555)
    try:
        assert answers(open_store([]))
    finally:
        bundled.parent.chmod(0o755)


def test_packs_lie_on_top_of_a_bundled_store(bundled, cache, pack, compiled):
    """With a pack the bundled store is copied into the cache, and used again from there."""
    before = bundled.read_bytes()
    for _ in range(2):
        store = open_store([pack])
        assert answers(store)
        assert store.titles("source")["extra"] == "A page"
    assert [store.path] == compiled == files_of(cache)
    assert before == bundled.read_bytes()


def test_another_bundled_store_compiles_its_packs_anew(bundled, records, pack, compiled):
    """After an upgrade the packs lie on top of the new records."""
    open_store([pack])
    more = a_pack(bundled.parent / "more", "upgraded")
    compile_store([records, more], bundled)
    titles = open_store([pack]).titles("source")
    assert {"extra", "upgraded"} <= set(titles)
    assert len(compiled) == 2


def test_the_checkout_is_told_where_there_is_one(checkout):
    """The data folder of a checkout is known."""
    assert checkout == checkout_data()


def test_a_wheel_has_no_checkout(bundled, data, monkeypatch):
    """With a bundled store a folder that looks like a checkout does not count."""
    monkeypatch.setattr(opening, "CHECKOUT", data)
    assert checkout_data() is None


def test_without_store_and_checkout_there_is_no_data_folder(bundled):
    """Where neither is there, there is nothing to name."""
    bundled.unlink()
    assert checkout_data() is None
