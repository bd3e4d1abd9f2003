"""Reading a store: plain values, names, and nothing that writes."""

import json
import sqlite3
from pathlib import Path

import pytest
from packs import compiled, write

from careerkit.errors import CareerkitError
from careerkit.model.kinds import KINDS
from careerkit.store.compile import compile_store
from careerkit.store.read import Named, Store

CAREER = "medical-records-technician"


@pytest.fixture
def store(catalog):
    """Return the store of the real records."""
    return catalog.store


def test_a_record_is_read_by_kind_and_id(store):
    """A record comes as plain values; another kind's id is none."""
    body = store.body("career", CAREER)
    assert (body["soc"], body["id"]) == ("29-2072", CAREER)
    assert store.body("program", CAREER) is None
    assert store.body("career", "none") is None
    assert store.body("none", CAREER) is None


def test_the_records_of_a_kind_come_by_id(store):
    """Bodies, ids and titles have one order."""
    ids = store.ids("credential")
    assert sorted(ids) == ids
    assert ids == [body["id"] for body in store.bodies("credential")]
    assert ids == list(store.titles("credential"))
    assert store.titles("credential")["ahima-rhit"] == "Registered Health Information Technician"


def test_several_records_are_read_at_once(store):
    """Records come by the ids asked for."""
    bodies = store.bodies_of("credential", ["ahima-rhit", "aapc-cpc"])
    assert bodies.keys() == {"ahima-rhit", "aapc-cpc"}
    assert bodies["aapc-cpc"] == store.body("credential", "aapc-cpc")
    assert store.bodies_of("credential", []) == {}


def test_a_kind_without_records_is_empty(tmp_path):
    """A kind of which nothing was written has no records, titles or names."""
    store = compiled(write(tmp_path / "empty", {".keep": ""}))
    for kind in KINDS:
        assert (store.ids(kind), list(store.bodies(kind)), store.titles(kind)) == ([], [], {})
        assert (store.abbreviations(kind), store.names_equal(kind, "rhit")) == ({}, [])
    assert list(store.career_rows()) == []


def test_abbreviations_are_known_by_id(store):
    """Credentials, issuers and accreditors have abbreviations; careers have none."""
    assert store.abbreviations("credential")["ahima-rhit"] == "RHIT"
    assert store.abbreviations("accreditor")["cahiim"] == "CAHIIM"
    assert store.abbreviations("career") == {}


def test_rows_of_careers_are_read(store):
    """All rows, or those asked for in the order asked, as plain values."""
    rows = list(store.career_rows())
    assert store.ids("career") == [row["id"] for row in rows]
    (row,) = store.career_rows([CAREER])
    assert (row["id"], row["title"]) == (CAREER, "Medical records technician")
    assert row in rows
    assert [row, row] == list(store.career_rows([CAREER, CAREER]))
    assert list(store.career_rows([])) == []


def test_careers_are_found_by_soc_code(store):
    """The career's own code finds it; an older code does not."""
    assert CAREER in store.careers_of_soc("29-2072")
    assert store.careers_of_soc("29-2071") == []


def test_names_are_found_by_their_normal_form(store):
    """A normal form leads to the name as it is written, its role and its record."""
    expected = Named(
        "Medical records technician", "medical record technician", "title", CAREER, 14200
    )
    assert expected in store.names_equal("career", "medical record technician")
    assert store.names_equal("program", "medical record technician") == []


def test_names_are_found_by_three_letters(store):
    """A misspelt name shares letters with the right one; at most as many as asked for come."""
    names = store.names_like("program", "medcal transcriptonist", 200)
    assert "medical-transcriptionist" in {name.id for name in names}
    assert len(store.names_like("program", "medcal transcriptonist", 2)) == 2


@pytest.mark.parametrize("text", ["", "x", "me"])
def test_less_than_three_letters_are_like_nothing(text, store):
    """A text of two letters is too short to be like a name."""
    assert store.names_like("career", text, 9) == []


def test_a_store_cannot_be_written(data):
    """The file is opened for reading alone."""
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        compiled(data)._connection.execute("DELETE FROM record")


def test_opening_what_is_not_there_makes_no_file(tmp_path):
    """A store that does not exist is not made by asking for it."""
    with pytest.raises(CareerkitError):
        Store(tmp_path / "none.sqlite")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"no store", b"SQLite format 3\x00" + b"\xff" * 8_000])
def test_what_is_no_store_is_not_whole(content, tmp_path):
    """An empty file, a text and a broken database are reported, not raised."""
    path = tmp_path / "store.sqlite"
    path.write_bytes(content)
    assert not Store(path).is_whole("")


@pytest.mark.parametrize("name", ["a b", "50% off", "what?", "#1", "é", "a&b=c", "mode=rw"])
def test_a_store_may_lie_anywhere(name, data, tmp_path):
    """A folder's name with blanks and signs of addresses is no obstacle."""
    folder = tmp_path / name
    folder.mkdir()
    compile_store([data], folder / "s?.sqlite")
    assert CAREER in Store(folder / "s?.sqlite").ids("career")


def test_a_relative_path_is_followed_from_here(data, tmp_path, monkeypatch):
    """A store may be named relative to the working folder."""
    compile_store([data], tmp_path / "store.sqlite")
    monkeypatch.chdir(tmp_path)
    assert CAREER in Store(Path("store.sqlite")).ids("career")


def test_a_closed_store_answers_no_more(data):
    """After closing, the file is let go."""
    store = compiled(data)
    store.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        store.ids("career")


def test_records_are_json_and_no_code(store):
    """What a store holds is JSON text: reading it cannot run anything."""
    rows = store._connection.execute("SELECT body FROM record UNION SELECT body FROM career_row")
    bodies = [json.loads(body) for (body,) in rows]
    assert all(isinstance(body, dict) for body in bodies)
