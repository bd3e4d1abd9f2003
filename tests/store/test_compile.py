"""Data folders to a store: whole or not there, one folder on top of another."""

import errno
import shutil
import sqlite3
from pathlib import Path

import pytest
from packs import SOURCE, check_database, write

from careerkit.catalog import Catalog
from careerkit.errors import CareerkitError, ExitStatus
from careerkit.model.career import Career
from careerkit.model.kinds import KINDS
from careerkit.model.source import Source
from careerkit.store import compile as compiling
from careerkit.store.compile import compile_in_memory, compile_store, load
from careerkit.store.read import Store
from careerkit.store.titles import names_with_words
from careerkit.yamldata.records import find_files, read_entries

TESTS = Path(__file__).resolve().parent.parent
CAREER = "medical-records-technician"
CLERK = """
title: {}
soc: 99-9999
group: health-information
summary: Files things.
aka: [{}]
sources: [seed-2016]
requirements: {{}}
"""


@pytest.fixture
def pack(tmp_path):
    """Make a data folder that adds a career and replaces one of the real ones."""
    zeppelin = CLERK.format("Zeppelin keeper", "Zeppelin warden")
    keeper = CLERK.format("Keeper of records", "Keeper")
    careers = {"zeppelin-keeper": zeppelin, CAREER: keeper}
    return write(tmp_path / "pack", {f"careers/{name}.yaml": careers[name] for name in careers})


@pytest.fixture
def base(data, tmp_path):
    """Compile the real records."""
    compile_store([data], tmp_path / "base.sqlite")
    return tmp_path / "base.sqlite"


@pytest.fixture
def target(tmp_path):
    """Name a store in a folder of its own."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "store.sqlite"


def left_in(target):
    """Return the names of the files beside and at a target."""
    return sorted(path.name for path in target.parent.iterdir())


def test_a_store_holds_what_the_files_say(data, base):
    """Every record of every kind comes out of the store as it was read from its file."""
    entries, _ = read_entries(find_files(data, "data")[0])
    catalog = Catalog(Store(base))
    for kind in KINDS.values():
        of_kind = {entry.id: entry.value for entry in entries if entry.kind is kind}
        assert sorted(of_kind) == catalog.store.ids(kind.name)
        assert of_kind == {record.id: record for record in catalog.all(kind.record)}


@pytest.mark.parametrize("below", ["none", "another"])
def test_a_store_knows_its_format_and_fingerprint(below, data, pack, base, target):
    """The store is whole for its own fingerprint and for no other, on top of another one too."""
    compile_store([data, pack], target, base=base if below == "another" else None, fingerprint="a")
    fingerprints = [text for text in ("a", "b", "") if Store(target).is_whole(text)]
    assert fingerprints == ["a"]


def test_a_store_replaces_an_older_one(data, target):
    """What was at the target, sound or not, is replaced as a whole; nothing else is left."""
    target.write_bytes(b"no store at all")
    compile_store([data], target)
    assert CAREER in Store(target).ids("career")
    assert left_in(target) == ["store.sqlite"]


def test_a_store_passes_the_check_of_its_database(base, pack, target):
    """SQLite finds no fault in a store, nor in one on top of another."""
    compile_store([pack], target, base=base)
    check_database(base)
    check_database(target)


def test_an_empty_folder_is_an_empty_store(tmp_path, target):
    """No records make a store that answers."""
    (tmp_path / "empty").mkdir()
    compile_store([tmp_path / "empty"], target)
    assert Store(target).ids("career") == []
    with pytest.raises(CareerkitError, match="there is no career 'clerk'"):
        Catalog(Store(target)).resolve("career", "clerk")


def test_bad_data_leave_nothing(data, target):
    """With a problem in the data no file is written, and every problem is reported."""
    shutil.copyfile(TESTS / "bad" / "career-unknown-key.yaml", data / "careers" / "b.yaml")
    shutil.copyfile(TESTS / "bad" / "career-dangling-source.yaml", data / "careers" / "a.yaml")
    with pytest.raises(CareerkitError) as caught:
        compile_store([data], target)
    assert caught.value.status == ExitStatus.BAD_DATA
    assert caught.value.message == "2 problems in the data files"
    problems = [(Path(problem.file).name, problem.code) for problem in caught.value.details]
    assert problems == [("a.yaml", "dangling"), ("b.yaml", "unknown-key")]
    assert left_in(target) == []


def test_bad_data_leave_the_older_store(data, target):
    """With a problem in the data what was there stays as it was."""
    compile_store([data], target)
    before = target.read_bytes()
    (data / "careers" / "bad.yaml").write_text("[", encoding="utf-8")
    with pytest.raises(CareerkitError):
        compile_store([data], target)
    assert (["store.sqlite"], before) == (left_in(target), target.read_bytes())


@pytest.mark.parametrize(
    "failure",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        sqlite3.OperationalError("database or disk is full"),
        KeyboardInterrupt(),
        MemoryError(),
    ],
    ids=["disk", "full", "interrupt", "memory"],
)
@pytest.mark.parametrize("old", [b"older store", None], ids=["older", "none"])
def test_a_failure_while_writing_leaves_what_was_there(failure, old, data, target, monkeypatch):
    """A failure half-way leaves the older store, or none; SQLite's own is raised as an OSError."""
    put, calls = compiling._put, []

    def fail(connection, entry):
        calls.append(entry)
        if len(calls) > 20:
            raise failure
        put(connection, entry)

    monkeypatch.setattr(compiling, "_put", fail)
    if old:
        target.write_bytes(old)
    with pytest.raises(OSError if isinstance(failure, sqlite3.Error) else type(failure)):
        compile_store([data], target)
    assert (["store.sqlite"] if old else []) == left_in(target)
    assert not old or old == target.read_bytes()


def test_a_failure_while_renaming_leaves_what_was_there(data, target):
    """Where the target cannot be replaced, nothing is left aside."""
    target.mkdir()
    (target / "in the way").touch()
    with pytest.raises(OSError, match="directory"):
        compile_store([data], target)
    assert left_in(target) == ["store.sqlite"]


def test_a_folder_that_is_not_there_is_an_os_error(data, target):
    """A store is not written into a folder that does not exist."""
    with pytest.raises(FileNotFoundError):
        compile_store([data], target.parent / "none" / "store.sqlite")


def test_a_base_that_vanishes_leaves_nothing(pack, base, target, monkeypatch):
    """Where the base cannot be copied, nothing is left aside."""
    load = compiling.load

    def lose(*given):
        read = load(*given)
        base.unlink()
        return read

    monkeypatch.setattr(compiling, "load", lose)
    with pytest.raises(OSError, match="unable to open database file"):
        compile_store([pack], target, base=base)
    assert left_in(target) == []


def test_a_store_in_memory_holds_the_same(pack, base, target):
    """What is compiled where no file can be written answers as the file would."""
    compile_store([pack], target, base=base)
    memory, file = Store(compile_in_memory([pack], base=base)), Store(target)
    for table in ("record", "career_row", "career_soc", "name", "title", "area", "wage", "word"):
        query = f"SELECT * FROM {table}"  # noqa: S608 - names of tables
        assert memory.query(query) == file.query(query)
    like = [store.names_like("career", "zepelin", 9) for store in (memory, file)]
    assert like[0] == like[1] != []


def test_a_pack_adds_to_its_base(pack, base, target):
    """What the pack has in addition stands beside what the base has; the base is not written."""
    before = base.read_bytes()
    compile_store([pack], target, base=base)
    assert before == base.read_bytes()
    store = Store(target)
    assert store.ids("career") == sorted([*Store(base).ids("career"), "zeppelin-keeper"])
    assert Store(base).ids("credential") == store.ids("credential")
    equal = store.names_equal("career", "zeppelin warden")
    beginning = names_with_words(store, "career", "zepp")
    like = store.names_like("career", "zepelin warden", 9)
    assert [name.id for name in equal] == ["zeppelin-keeper"]
    assert {name.id for name in beginning} == {"zeppelin-keeper"} < {name.id for name in like}


def test_a_pack_replaces_a_record_of_its_base(pack, base, target):
    """The pack's record stands alone: nothing of the older one is found any more."""
    compile_store([pack], target, base=base)
    catalog = Catalog(Store(target))
    assert catalog.one(Career, CAREER).title == "Keeper of records"
    assert catalog.store.names_equal("career", "medical record clerk") == []
    assert names_with_words(catalog.store, "career", "specialist") == []
    assert CAREER not in catalog.careers_of_soc("29-2072")
    assert catalog.careers_of_soc("99-9999") == [CAREER, "zeppelin-keeper"]
    (row,) = catalog.store.career_rows([CAREER])
    assert row["title"] == "Keeper of records"


def test_a_pack_may_not_refer_to_what_nobody_has(pack, base, target):
    """A reference that neither the pack nor the base fulfils is a problem."""
    write(pack, {"careers/c.yaml": CLERK.format("C", "D").replace("seed-2016", "seed-1916")})
    with pytest.raises(CareerkitError) as caught:
        compile_store([pack], target, base=base)
    assert [problem.code for problem in caught.value.details] == ["dangling"]


def test_of_two_folders_the_later_one_counts(data, pack, target):
    """A record of a later folder replaces that of an earlier, in names and in lists too."""
    compile_store([data, pack], target)
    catalog = Catalog(Store(target))
    assert catalog.one(Career, CAREER).title == "Keeper of records"
    assert catalog.store.names_equal("career", "medical record clerk") == []
    rows = [row["id"] for row in catalog.store.career_rows()]
    assert rows == catalog.store.ids("career")


def test_the_same_id_in_two_kinds_is_two_records(tmp_path, target):
    """An id is unique in its kind alone."""
    issuer = "name: An Association\nabbreviation: AA\nurl: https://a.org\nsources: [same]\n"
    files = {"sources/same.yaml": SOURCE, "issuers/same.yaml": issuer}
    compile_store([write(tmp_path / "d", files)], target)
    assert Catalog(Store(target)).one(Source, "same").title == "A page"
    assert Store(target).titles("issuer") == {"same": "An Association"}


def test_text_of_any_script_comes_back_as_it_was(tmp_path, target):
    """Letters, emoji, quotes and escape sequences are kept, none is obeyed."""
    title = "Ünï “quoted” 'x' \"y\" [/red] 💡 ع \\x1b[31m '); DROP TABLE record; --"
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    text = SOURCE.replace("A page", f'"{escaped}"') + 'note: "\\e[31m\\0"\n'
    compile_store([write(tmp_path / "d", {"sources/odd.yaml": text})], target)
    source = Catalog(Store(target)).one(Source, "odd")
    assert (title, "\x1b[31m\x00") == (source.title, source.note)


def test_progress_is_reported_to_the_last_file(data, target):
    """Progress counts every file of every folder."""
    calls = []
    compile_store([data], target, progress=lambda done, total: calls.append((done, total)))
    total = len(list(data.glob("*/*.yaml")))
    assert [(done, total) for done in range(1, total + 1)] == calls


def test_loading_tells_problems_of_all_folders_in_order(data, tmp_path):
    """Problems of places, of files and across records come together, sorted."""
    pack = write(tmp_path / "a pack", {"careers/b.yaml": "[", "sources/x.txt": ""})
    (data / "program").mkdir()
    entries, problems = load([pack, data], {})
    assert [problem.code for problem in problems] == ["syntax", "stray-file", "unknown-folder"]
    assert str(pack / "careers" / "b.yaml") == problems[0].file
    assert len(list(data.glob("*/*.yaml"))) == len(entries)


def test_loading_knows_the_records_of_a_store(tmp_path):
    """A reference may lead to a record that is in a store already."""
    write(tmp_path, {"careers/c.yaml": CLERK.format("C", "D")})
    assert [problem.code for problem in load([tmp_path], {})[1]] == ["dangling"]
    assert load([tmp_path], {"source": ["seed-2016"]})[1] == []
