"""Damage that shows only where it is read: a store goes on with a mended one, or tells."""

import random
import shutil
import sqlite3

import pytest

from careerkit.csvdata.rows import AreaRow, WageRow
from careerkit.errors import CareerkitError, ExitStatus
from careerkit.model.kinds import KINDS
from careerkit.store import locate
from careerkit.store.areas import areas, local_wage
from careerkit.store.compile import compile_store
from careerkit.store.locate import open_store, reinstall
from careerkit.store.read import Store

CAREER = "medical-records-technician"


@pytest.fixture(scope="module")
def whole(records, tmp_path_factory):
    """Compile the records."""
    path = tmp_path_factory.mktemp("whole") / "store.sqlite"
    compile_store([records], path)
    return path


@pytest.fixture
def store(whole, tmp_path):
    """Copy the store, to damage it."""
    return shutil.copyfile(whole, tmp_path / "store.sqlite")


def changed(path, statement):
    """Change a store behind its checksums."""
    connection = sqlite3.connect(path)
    assert connection.execute(statement).rowcount > 0
    connection.commit()
    connection.close()
    return path


FIGURE = "SET body = replace(body, '14200', '14201') WHERE id = 'medical-records-technician'"


@pytest.mark.parametrize("table", ["record", "career_row"])
def test_another_figure_is_noticed(table, store, whole):
    """A figure that is not the one written fails where it is read, and only there."""
    damaged = Store(changed(store, f"UPDATE {table} {FIGURE}"))
    read = {
        "record": lambda: damaged.body("career", CAREER),
        "career_row": lambda: list(damaged.career_rows()),
    }
    with pytest.raises(sqlite3.OperationalError):
        read.pop(table)()
    (other,) = read.values()
    assert other()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET body = ''",
        "UPDATE record SET body = '{}'",
        "UPDATE record SET body = x'ff'",
        "UPDATE record SET sum = 0",
    ],
)
def test_whatever_a_body_has_become_is_noticed(statement, store):
    """Not even a body that is still JSON, or no text at all, is taken for the record."""
    damaged = Store(changed(store, statement))
    with pytest.raises(sqlite3.OperationalError):
        list(damaged.bodies("career"))


def test_a_record_in_the_place_of_another_is_noticed(store):
    """A body belongs to its id."""
    statement = (
        "UPDATE record SET (body, sum) = (SELECT body, sum FROM record WHERE id = 'ahima-rhit') "
        "WHERE id = 'ahima-rhia'"
    )
    with pytest.raises(sqlite3.OperationalError):
        Store(changed(store, statement)).body("credential", "ahima-rhia")


def test_a_damaged_store_goes_on_with_a_mended_one(store, whole):
    """The query that found the damage is answered, and so are those after it."""
    errors = []

    def mend(error):
        errors.append(error)
        return Store(whole)

    damaged = Store(changed(store, f"UPDATE record {FIGURE}"), mend)
    sound = Store(whole)
    assert damaged.ids("career") == sound.ids("career")
    assert errors == []
    assert damaged.body("career", CAREER) == sound.body("career", CAREER)
    assert damaged.body("career", CAREER) == sound.body("career", CAREER)
    assert (len(errors), damaged.path) == (1, whole)


def test_no_flipped_byte_makes_another_record(whole, store):
    """Wherever a byte changes, a record is the one that was written, or not there, or an error."""
    content, sound = whole.read_bytes(), Store(whole)
    true = {(kind, each["id"]): each for kind in KINDS for each in sound.bodies(kind)}
    rows = {each["id"]: each for each in sound.career_rows()}
    chance = random.Random(7)  # noqa: S311 - no secret
    noticed = 0
    for _ in range(300):
        at = chance.randrange(100, len(content))
        flipped = bytes([content[at] ^ 1 << chance.randrange(8)])
        store.write_bytes(content[:at] + flipped + content[at + 1 :])
        damaged = Store(store)
        for key, record in true.items():
            try:
                assert damaged.body(*key) in (record, None)
            except sqlite3.DatabaseError:
                noticed += 1
        try:
            assert all(each == rows[each["id"]] for each in damaged.career_rows())
        except sqlite3.DatabaseError:
            noticed += 1
        damaged.close()
    assert noticed > 10


def test_a_wrong_query_is_no_damage(whole):
    """A mistake of ours is not blamed on the store."""
    for statement in ("SELECT none FROM record", "SELECT id FROM record WHERE id = ?"):
        with pytest.raises(sqlite3.Error) as caught:
            Store(whole, reinstall).query(statement)
        assert not isinstance(caught.value, CareerkitError)


def test_a_cache_that_is_damaged_again_at_once_is_told(store, records, monkeypatch, tmp_path):
    """Where a store made anew is damaged too, it is not made a third time."""
    made = []

    def spoil(folders, target, **options):
        made.append(target)
        compile_store(folders, target, **options)
        changed(target, f"UPDATE record {FIGURE}")

    monkeypatch.setattr("careerkit.store.compile.compile_store", spoil)
    monkeypatch.setattr(locate, "CHECKOUT", records)
    monkeypatch.setattr(locate, "BUNDLED", tmp_path / "none")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    with pytest.raises(CareerkitError) as caught:
        open_store([]).body("career", CAREER)
    assert (caught.value.status, len(made)) == (ExitStatus.BAD_DATA, 2)


def test_another_wage_of_an_area_is_noticed(data, tmp_path):
    """A figure of a bulk table that is not the one written fails where it is read."""
    wages = data / "wages" / "bls-oews-2025-state"
    wages.mkdir(parents=True)
    (wages / "areas.csv").write_text(f"{','.join(AreaRow._fields)}\n39,Ohio,state,OH,2025-05\n")
    row = "39,29-2072,year,7440,,,50000,,,50990,,"
    (wages / "29.csv").write_text(f"{','.join(WageRow._fields)}\n{row}\n")
    path = tmp_path / "store.sqlite"
    compile_store([data], path)
    changed(path, "UPDATE wage SET body = replace(body, '50990', '50991')")
    store = Store(path)
    (ohio,) = areas(store)
    with pytest.raises(sqlite3.OperationalError):
        local_wage(store, ohio, "29-2072")
