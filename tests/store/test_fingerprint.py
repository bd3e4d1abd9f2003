"""What changes the fingerprint of data folders, and what does not."""

import os
import shutil
from pathlib import Path

import pytest
from packs import write

from careerkit.store.fingerprint import fingerprint, key_of


@pytest.fixture
def folder(tmp_path):
    """Make a data folder with a record and a table two folders down."""
    return write(tmp_path / "data", {"sources/page.yaml": "text", "wages/2025/areas.csv": "text"})


def print_of(*folders, base=None, made_by="1"):
    """Return the fingerprint of folders."""
    return fingerprint(folders, base, made_by)


CHANGES = {
    "longer": lambda path: path.write_text("texts", encoding="utf-8"),
    "touched": lambda path: os.utime(path, ns=(1, path.stat().st_mtime_ns + 1)),
    "removed": Path.unlink,
    "renamed": lambda path: path.rename(path.with_stem("other")),
    "link": lambda path: (path.unlink(), path.symlink_to("nowhere")),
    "copy": lambda path: shutil.copy2(path, path.with_stem("other")),
}


@pytest.mark.parametrize("name", ["sources/page.yaml", "wages/2025/areas.csv"])
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_at_any_depth_shows(name, change, folder):
    """Any change of a file, however deep, gives another fingerprint."""
    before = print_of(folder)
    CHANGES[change](folder / name)
    assert before != print_of(folder)


@pytest.mark.parametrize("name", ["more", "sources/more", "wages/2026", "wages/2025/more"])
def test_a_new_folder_shows(name, folder):
    """A folder more may be a mistake that has to be reported."""
    before = print_of(folder)
    (folder / name).mkdir()
    assert before != print_of(folder)


@pytest.mark.parametrize("name", [".git", "sources/.#page.yaml", "wages/2025/.~lock.areas.csv#"])
def test_what_is_hidden_does_not_show(name, folder):
    """An editor's lock or backup changes nothing."""
    before = print_of(folder)
    (folder / name).write_text("x", encoding="utf-8")
    assert before == print_of(folder)


def test_a_file_behind_a_link_shows(folder, tmp_path):
    """What counts is the file that a link leads to, and the files in a linked folder of tables."""
    other = tmp_path / "other"
    shutil.copytree(folder / "wages" / "2025", other)
    (folder / "wages" / "linked").symlink_to(other)
    (folder / "sources" / "linked.yaml").symlink_to(other / "areas.csv")
    before = print_of(folder)
    (other / "areas.csv").write_text("longer", encoding="utf-8")
    assert before != print_of(folder)


@pytest.mark.parametrize("name", ["usr", "sources/deep", "wages/2025/deep"])
def test_no_folder_is_looked_into_where_no_data_lie(name, folder, monkeypatch):
    """A whole disk, named by mistake or behind a link, is not walked."""
    (folder / name).symlink_to(folder.parent)
    listed = []
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: listed.append(path) or scandir(path))
    print_of(folder)
    wages = folder / "wages"
    assert {*map(Path, listed)} == {folder, folder / "sources", wages, wages / "2025"}


def test_links_that_loop_come_to_an_end(folder):
    """A link to a folder above is not followed for ever, and what lies beside it still shows."""
    (folder / "wages" / "up").symlink_to(folder)
    (folder / "titles").symlink_to(folder)
    (folder / "wages" / "itself").symlink_to(folder / "wages" / "itself")
    before = print_of(folder)
    assert before == print_of(folder)
    (folder / "sources" / "page.yaml").write_text("longer", encoding="utf-8")
    assert before != print_of(folder)


def test_a_name_that_is_no_text_is_a_name(folder):
    """A file name of bytes that are no UTF-8 does not stop anything."""
    before = print_of(folder)
    Path(os.fsdecode(os.fsencode(folder) + b"/sources/\xff.yaml")).touch()
    assert before != print_of(folder)


def test_a_folder_that_is_not_there_has_a_fingerprint(folder, tmp_path):
    """Whoever reads the records says what is wrong; a folder that comes later shows."""
    before = print_of(tmp_path / "later")
    shutil.copytree(folder, tmp_path / "later")
    assert before != print_of(tmp_path / "later")


def test_the_way_to_a_folder_does_not_show(folder, tmp_path, monkeypatch):
    """Neither key nor fingerprint depends on how the folder is named."""
    (tmp_path / "link").symlink_to(folder)
    monkeypatch.chdir(tmp_path)
    named = [folder, Path("data"), Path("link"), folder / ".." / "data"]
    assert len({(key_of([path], None), print_of(path)) for path in named}) == 1


def test_folders_and_their_order_show(folder, tmp_path):
    """Other folders, and the same in another order, are something else."""
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    orders = [[folder], [other], [folder, other], [other, folder]]
    assert len({key_of(order, None) for order in orders}) == 4
    (other / "sources" / "more.yaml").touch()
    assert len({print_of(*order) for order in orders}) == 4


def test_the_store_below_and_the_maker_show(folder, tmp_path):
    """Another store below, a change of it, or another careerkit make another fingerprint."""
    base = tmp_path / "store.sqlite"
    base.write_text("one", encoding="utf-8")
    prints = {print_of(folder), print_of(folder, base=base), print_of(folder, made_by="2")}
    base.write_text("three", encoding="utf-8")
    prints.add(print_of(folder, base=base))
    assert len(prints) == 4
    assert key_of([folder], base) != key_of([folder], None)
