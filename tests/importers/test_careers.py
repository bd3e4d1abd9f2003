"""Careers of a folder are read whole, changed in memory, and told apart where they changed."""

import pytest
from importing import DAY, failure, written

from careerkit.errors import CareerkitError
from careerkit.importers.careers import CareerFiles, source_text, with_item
from careerkit.importers.writing import write_all
from careerkit.store.compile import load

FIELDS = {"title": "Figures", "note": "One.", "publisher": "BLS", "kind": "mirror"}
CLERK = "title: Clerk\nsoc: 43-4071\ngroup: office\nsources: [s]\n"


def record(data, name, text=CLERK):
    """Write a career's record and return its path."""
    return written(data, {f"careers/{name}.yaml": text})[0]


def test_a_folder_without_careers_has_none(tmp_path):
    """An import may begin with nothing; one that needs careers is told what to import first."""
    files = CareerFiles.read(tmp_path / "new", needed=False)
    assert (files.by_soc, files.changed()) == ({}, {})
    (tmp_path / "careers").mkdir()
    for data in (tmp_path / "new", tmp_path):
        message = failure(CareerFiles.read, data)
        assert message == f"{data / 'careers'}: holds no careers; import bls-projections first"


def test_every_record_of_a_code_is_changed(tmp_path):
    """Two careers of one code are both told of; a record that does not change is not."""
    first, second = record(tmp_path, "first"), record(tmp_path, "second", CLERK + "# by hand\n")
    record(tmp_path, "other", CLERK.replace("4071", "4081"))
    files = CareerFiles.read(tmp_path)
    assert files.changed() == {}
    for career in files.by_soc["43-4071"].values():
        career["official_title"] = "Clerks"
    title = CLERK.replace("soc:", "official_title: Clerks\nsoc:")
    assert files.changed() == {first: title, second: f"{title}# by hand\n"}


def test_ends_of_lines_stay(tmp_path):
    """A record with CRLF keeps them: a change touches no line beside its own."""
    path = record(tmp_path, "clerk", CLERK.replace("\n", "\r\n"))
    files = CareerFiles.read(tmp_path)
    files.by_soc["43-4071"][path]["official_title"] = "Clerks"
    changed = CLERK.replace("soc:", "official_title: Clerks\nsoc:").replace("\n", "\r\n")
    assert files.changed() == {path: changed}


def test_a_record_is_begun_under_a_name_of_its_own(tmp_path):
    """A new record is told of though nothing changes it; a name that is taken gets the code."""
    record(tmp_path, "file-clerk")
    files = CareerFiles.read(tmp_path)
    for soc in ("43-4072", "43-4073"):
        files.begin("file-clerk", {"title": "Clerks: all", "soc": soc, "sources": ["bls"]})
    folder = tmp_path / "careers"
    assert files.changed() == {
        folder / f"file-clerk-{soc}.yaml": "# yaml-language-server: $schema="
        f"../../schemas/career.schema.json\ntitle: 'Clerks: all'\nsoc: {soc}\nsources: [bls]\n"
        for soc in ("43-4072", "43-4073")
    }
    (career,) = files.by_soc["43-4073"].values()
    assert career["title"] == "Clerks: all"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a: [\n", "syntax"),
        (b"title: caf\xe9\n", "encoding"),
        (f"{CLERK}wages: word\n".encode(), "type"),
        (f"{CLERK}wage: []\n".encode(), "unknown-key"),
    ],
)
def test_a_record_that_is_not_valid_stops_the_import(content, code, tmp_path):
    """The failure has every problem with its place, as validate would tell it."""
    path = record(tmp_path, "bad")
    path.write_bytes(content)
    record(tmp_path, "good")
    with pytest.raises(CareerkitError, match="in the careers; nothing is changed") as failed:
        CareerFiles.read(tmp_path)
    problems = failed.value.details
    assert (str(path), code) in [(problem.file, problem.code) for problem in problems]


def test_a_record_that_cannot_be_changed_is_named(tmp_path):
    """A comment inside a block that changes is the failure of its file."""
    path = record(tmp_path, "clerk", f"{CLERK}wages: []  # mine\n")
    files = CareerFiles.read(tmp_path)
    files.by_soc["43-4071"][path]["wages"] = [{"period": "2025-05", "source": "s"}]
    assert failure(files.changed).startswith(f"{path}: 'wages' changes, and a comment is inside")


def test_an_item_takes_the_place_of_its_older_self():
    """What a person added to that stays, figures that its source no longer tells go."""
    items = [{"source": "a", "n": 1}, {"source": "b", "n": 2, "m": 3, "note": "mine"}]
    new = with_item(items, {"source": "b", "n": 4}, lambda old: old["source"] == "b", {"n", "m"})
    assert new == [items[0], {"source": "b", "n": 4, "note": "mine"}]
    assert items[1]["n"] == 2


def test_an_item_without_an_older_self_stands_at_the_end():
    """A newer vintage follows those on record."""
    assert with_item([{"n": 1}], {"n": 2}, lambda _: False, {"n"}) == [{"n": 1}, {"n": 2}]
    assert with_item([], {"n": 2}, lambda _: True) == [{"n": 2}]


def test_a_source_is_written_once(tmp_path):
    """A source on record stays: a person may have said more of it."""
    write_all(source_text(tmp_path, "bls", DAY, FIELDS))
    path = tmp_path / "sources" / "bls.yaml"
    assert path.read_text("utf-8") == (
        "# yaml-language-server: $schema=../../schemas/source.schema.json\n"
        "title: Figures\npublisher: BLS\nkind: mirror\nretrieved: 2026-11-22\n"
        "licence: Public domain (US government work)\nnote: One.\n"
    )
    assert load([tmp_path], {})[1] == []
    assert source_text(tmp_path, "bls", DAY, {**FIELDS, "title": "Others"}) == {}
