"""Damage that shows only where it is read: one clear failure, never another answer or error."""

import json
import random
import re
import shutil
import sqlite3
from datetime import date

import pytest
from packs import alter

from careerkit.catalog import Catalog
from careerkit.cli import main
from careerkit.errors import CareerkitError, ExitStatus
from careerkit.model.career import Career
from careerkit.store.compile import compile_store
from careerkit.store.credential_effort import efforts_of
from careerkit.store.digest import check_digest
from careerkit.store.open_store import open_store
from careerkit.store.read import Store

CREDENTIAL = "ahima-rhit"


@pytest.fixture(scope="module")
def whole(records, tmp_path_factory):
    """Compile the records."""
    path = tmp_path_factory.mktemp("whole") / "store.sqlite"
    compile_store([records], path)
    return path


@pytest.fixture
def damaged(whole, tmp_path):
    """Return what opens a copy of the store after a statement changed it."""

    def change(statement):
        path = shutil.copyfile(whole, tmp_path / "store.sqlite")
        alter(path, f"BEGIN; PRAGMA writable_schema = ON; {statement}; COMMIT")
        return Store(path)

    return change


READS = {
    "ids": lambda store: store.ids("credential"),
    "bodies": lambda store: list(store.bodies("credential")),
    "titles": lambda store: store.titles("credential"),
    "all": lambda store: list(Catalog(store).all(Career)),
    "career rows": lambda store: list(store.career_rows()),
    "title": lambda store: store.title("credential", CREDENTIAL),
    "one": lambda store: Catalog(store).plain("credential", CREDENTIAL),
    "several": lambda store: store.bodies_of("credential", ["ahima-rhia", CREDENTIAL]),
    "effort": lambda store: efforts_of(store)(CREDENTIAL, date(2026, 11, 22)),
    "names": lambda store: store.abbreviations("credential"),
}


def failure_of(store, read):
    """Return why a read fails, which must be one line of bad data that says what to do."""
    with pytest.raises(CareerkitError) as caught:
        READS[read](store)
    assert (caught.value.status, caught.value.details) == (ExitStatus.BAD_DATA, ())
    assert caught.value.message.startswith("the data of careerkit are damaged (")
    assert caught.value.message.endswith("); reinstall careerkit")
    return caught.value.message


@pytest.mark.parametrize("read", READS)
def test_a_whole_store_answers(read, whole):
    """A store that is as it was written answers."""
    assert READS[read](Store(whole))


ANOTHER_ID = "UPDATE record SET id = 'ahima-rhiu' WHERE id = 'ahima-rhit'"
ANOTHER_KIND = "UPDATE record SET kind = 'credentiam' WHERE id = 'ahima-rhit'"
NO_ROWS = "DELETE FROM career_row; DELETE FROM credential_effort"


@pytest.mark.parametrize(
    ("statement", "reads"),
    [
        (ANOTHER_ID, ["title", "one", "several"]),
        (ANOTHER_KIND, ["ids", "bodies", "titles", "title", "one", "several"]),
        ("DELETE FROM record WHERE kind = 'career'", ["all"]),
        (NO_ROWS, ["career rows", "effort"]),
        ("DELETE FROM meta", ["ids", "bodies", "titles", "all", "career rows", "effort"]),
    ],
)
def test_what_is_missing_is_reported(statement, reads, damaged):
    """A record that another names, and a kind that comes back short, are no answer."""
    store = damaged(statement)
    for read in reads:
        assert re.search("are missing|there is no credential", failure_of(store, read))


def test_a_row_of_a_career_that_is_missing_is_reported(damaged):
    """A career that is found by its name has a row in lists."""
    store = damaged(NO_ROWS)
    with pytest.raises(CareerkitError, match="there is no career 'x'"):
        list(store.career_rows(["x"]))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET body = ''",
        "UPDATE record SET body = substr(body, 2)",
        "UPDATE record SET body = x'ff'",
        "UPDATE record SET body = CAST(x'22ff22' AS TEXT)",
        "DROP TABLE record",
        "UPDATE sqlite_schema SET name = 'recorf', tbl_name = 'recorf' WHERE name = 'record'",
        "UPDATE sqlite_schema SET sql = 'CREATE TABL' WHERE name = 'record'",
        "UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'record'",
    ],
)
@pytest.mark.parametrize("read", ["bodies", "one", "several"])
def test_what_cannot_be_read_is_reported(read, statement, damaged):
    """Whatever SQLite or JSON says of it becomes the one line."""
    failure_of(damaged(statement), read)


def test_what_is_not_there_or_no_store_is_reported(tmp_path):
    """A file that is gone fails when it is opened, one that is no store when it is read."""
    with pytest.raises(CareerkitError, match="unable to open"):
        Store(tmp_path / "none.sqlite")
    (tmp_path / "text.sqlite").write_text("no store at all\n" * 999)
    assert "file is not a database" in failure_of(Store(tmp_path / "text.sqlite"), "ids")


def test_a_wrong_query_is_no_damage(whole):
    """A mistake of ours in calling SQLite is not blamed on the store."""
    with pytest.raises(sqlite3.ProgrammingError):
        Store(whole).query("SELECT id FROM record WHERE id = ?")


ASKED = {
    "list": ("list", "--json"),
    "sources": ("sources", "--json"),
    "show": ("show", "clerk", "--json"),
    "search": ("search", "filler", "--json"),
    "pathway": ("pathway", "clerk", "--degree", "ged", "--json"),
    "eligible": ("eligible", "--degree", "ged", "--json"),
}


def outcome(argv, capsys):
    """Return the status of a command, its answer and its error."""
    status = main([*argv, "--as-of", "2026-11-22"])
    return status, *capsys.readouterr()


def test_no_flipped_byte_is_our_bug(bundled, capsys):
    """Wherever a byte of the installed store changes, validate tells; a command tells or answers.

    What it answers may be another figure: only the digest, which is not read at every start, knows.
    """
    content = bundled.read_bytes()
    written = [at for at, byte in enumerate(content) if byte]
    chance = random.Random(7)  # noqa: S311 - no secret
    noticed = 0
    for _ in range(150):
        at = chance.choice(written)
        flipped = bytes([content[at] ^ 1 << chance.randrange(8)])
        bundled.write_bytes(content[:at] + flipped + content[at + 1 :])
        with pytest.raises(CareerkitError, match="is not as it was built"):
            check_digest(bundled)
        status, out, err = outcome(ASKED[chance.choice([*ASKED])], capsys)
        if status == ExitStatus.BAD_DATA:
            noticed += 1
            assert (out, err.count("\n")) == ("", 1)
            assert "reinstall careerkit" in err
        else:
            assert status in (ExitStatus.OK, ExitStatus.NOT_FOUND)
            assert status or json.loads(out)
    assert noticed > 10


@pytest.mark.parametrize("command", ASKED)
def test_a_store_of_zeros_is_one_line(command, bundled, capsys):
    """Where all but the first page is gone, as after a power cut, every command says the same."""
    content = bundled.read_bytes()
    bundled.write_bytes(content[:4096] + bytes(len(content) - 4096))
    status, out, err = outcome(ASKED[command], capsys)
    assert (status, out, err.count("\n")) == (ExitStatus.BAD_DATA, "", 1)
    assert err.startswith("careerkit: the data of careerkit are damaged")


def test_a_bug_over_a_whole_store_stays_a_bug(bundled, capsys, monkeypatch):
    """An error of ours is not blamed on data that are as they were built."""
    monkeypatch.setattr("careerkit.store.read.Store.career_rows", None)
    status, _, err = outcome(ASKED["list"], capsys)
    assert status == ExitStatus.BUG
    assert "internal error" in err


def test_damage_of_a_cached_store_says_what_to_delete(checkout, capsys):
    """Damage that shows after opening names the file; without it the answer is right."""
    right = outcome(ASKED["list"], capsys)
    path = open_store([]).path
    alter(path, "DELETE FROM career_row")
    status, out, err = outcome(ASKED["list"], capsys)
    assert (status, out) == (ExitStatus.BAD_DATA, "")
    assert f"delete {path} and ask again" in err
    path.unlink()
    assert outcome(ASKED["list"], capsys) == right
