"""Data folders to records: what is found, what is refused, in which order."""

import gc
import shutil

import pytest

from careerkit.model.kinds import BULK_FOLDERS, KINDS
from careerkit.model.source import Source
from careerkit.yamldata.nodes import MAX_BYTES
from careerkit.yamldata.records import RecordFile, find_files, read_entries

SOURCE = (
    "title: A page\npublisher: Somebody\nkind: third-party\n"
    "url: https://example.org\nretrieved: 2026-11-22\n"
)


@pytest.fixture
def folder(tmp_path):
    """Make a data folder with one record."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.yaml").write_text(SOURCE, encoding="utf-8")
    return tmp_path


def found(folder):
    """Return the shown names of the files and the problems of a folder, shown as "d"."""
    files, problems = find_files(folder, "d")
    return [file.shown for file in files], [(each.file, each.code) for each in problems]


def read(folder):
    """Read every record of a folder shown as "d"."""
    files, _ = find_files(folder, "d")
    return read_entries(files)


def problem_of(folder, name, content):
    """Return the one problem of a file put into the folder's sources."""
    (folder / "sources" / name).write_bytes(content)
    entries, (problem,) = read(folder)
    assert [entry.id for entry in entries] == ["a"]
    assert f"d/sources/{name}" == problem.file
    return problem


def test_records_are_found_by_kind_and_name(folder):
    """Files come in the order of folders and names, shown with the folder's name before them."""
    (folder / "careers").mkdir()
    for name in ("z", "b"):
        (folder / "careers" / f"{name}.yaml").touch()
    assert found(folder) == (["d/careers/b.yaml", "d/careers/z.yaml", "d/sources/a.yaml"], [])


def test_a_file_knows_its_kind_and_path(folder):
    """A record file has the kind of its folder."""
    files, _ = find_files(folder, "d")
    path = folder / "sources" / "a.yaml"
    assert [RecordFile(kind=KINDS["source"], path=path, shown="d/sources/a.yaml")] == files


def test_a_record_takes_its_id_from_its_file(folder):
    """The entry holds the record under the file's name."""
    (entry,), problems = read(folder)
    assert problems == []
    assert (entry.kind.name, entry.id) == ("source", "a")
    assert isinstance(entry.value, Source)
    assert entry.value.id == "a"
    assert entry.document.positions["title",] == (1, 8)


def test_an_empty_folder_holds_nothing(tmp_path):
    """No records are no problem."""
    assert found(tmp_path) == ([], [])
    assert read_entries([]) == ([], [])


def test_folders_of_tables_and_loose_files_are_left_alone(folder):
    """Tables, hidden folders and other files beside the folders are nobody's records."""
    for name in (*BULK_FOLDERS, ".git", ".cache"):
        (folder / name).mkdir()
        (folder / name / "x.yaml").write_text("[", encoding="utf-8")
    (folder / "README.md").touch()
    assert found(folder) == (["d/sources/a.yaml"], [])


def test_a_record_beside_the_folders_is_told(folder):
    """A record that lies in no kind's folder is a problem, not skipped in silence."""
    (folder / "loose.yaml").touch()
    assert found(folder) == (["d/sources/a.yaml"], [("d/loose.yaml", "no-kind")])


@pytest.mark.parametrize(
    ("name", "hint"),
    [("career", "; did you mean 'careers'?"), ("wage", "; did you mean 'wages'?"), ("zzz", "")],
)
def test_an_unknown_folder_is_told_with_the_nearest(name, hint, folder):
    """A folder of no kind is a problem; its files are not read."""
    (folder / name).mkdir()
    (folder / name / "x.yaml").write_text("[", encoding="utf-8")
    files, (problem,) = find_files(folder, "d")
    assert [file.shown for file in files] == ["d/sources/a.yaml"]
    assert (f"d/{name}", 1, 1, "unknown-folder") == (
        *(problem.file, problem.line, problem.column, problem.code),
    )
    assert f"'{name}' is not a folder of records{hint}" == problem.message


@pytest.mark.parametrize("name", ["b.yml", "b.json", "b.yaml.orig", "b", "b.YAML", "b.yaml~"])
def test_a_stray_file_is_told(name, folder):
    """A file of another kind among the records is a problem, not skipped in silence."""
    (folder / "sources" / name).write_text(SOURCE, encoding="utf-8")
    assert (["d/sources/a.yaml"], [(f"d/sources/{name}", "stray-file")]) == found(folder)


@pytest.mark.parametrize("name", ["more", "more.yaml"])
def test_a_folder_among_records_is_told(name, folder):
    """A folder inside a kind's folder is a problem, whatever it is called."""
    (folder / "sources" / name).mkdir()
    assert (["d/sources/a.yaml"], [(f"d/sources/{name}", "stray-file")]) == found(folder)


@pytest.mark.parametrize("name", [".DS_Store", ".a.yaml.swp", ".gitkeep", "._a.yaml", ".a.yaml"])
def test_hidden_files_are_left_alone(name, folder):
    """What editors and file managers leave behind is nobody's mistake."""
    (folder / "sources" / name).write_bytes(b"\x00\xff")
    assert found(folder) == (["d/sources/a.yaml"], [])


def test_the_lock_of_an_editor_is_left_alone(folder):
    """A hidden link that leads nowhere, as Emacs makes one, is no record."""
    (folder / "sources" / ".#a.yaml").symlink_to("user@host.1234:5678")
    assert found(folder) == (["d/sources/a.yaml"], [])


@pytest.mark.parametrize(
    "stem", ["Seed-2016", "seed_2016", "seed 2016", "-seed", "seed-", "a--b", "é", "a.b"]
)
def test_a_file_name_that_is_no_id_is_told(stem, folder):
    """An id is small letters and digits, joined by single hyphens."""
    problem = problem_of(folder, f"{stem}.yaml", SOURCE.encode())
    assert (problem.line, problem.column, problem.code) == (1, 1, "file-name")
    assert f"'{stem}' cannot be an id" in problem.message


def test_a_record_of_a_word_is_named_by_the_word(tmp_path):
    """The records of a vocabulary's words bear those, underscores and all, and no other name."""
    (tmp_path / "levels").mkdir()
    level = "title: M\nrequires: bachelor\nconfidence: confirmed\nsources: [a]\n"
    for name in ("post_master_certificate", "masters"):
        (tmp_path / "levels" / f"{name}.yaml").write_text(level, encoding="utf-8")
    (entry,), (problem,) = read(tmp_path)
    assert entry.value.id == "post_master_certificate"
    assert (problem.file, problem.code) == ("d/levels/masters.yaml", "file-name")
    assert problem.message == "'masters' is not an award level; did you mean 'master'?"


def test_a_file_name_and_what_is_in_the_file_are_told_together(folder):
    """A bad name does not hide a bad value."""
    (folder / "sources" / "B.yaml").write_text(SOURCE + "more: 1\n", encoding="utf-8")
    _, problems = read(folder)
    assert [each.code for each in problems] == ["file-name", "unknown-key"]


def test_a_file_that_is_not_utf_8_is_told(folder):
    """A page saved in another encoding is told at the line of its first odd byte."""
    problem = problem_of(folder, "b.yaml", b"title: A\npublisher: Caf\xe9\n")
    assert (problem.line, problem.code) == (2, "encoding")


def test_a_control_character_is_told(folder):
    """A record with an escape sequence in it is told at its line."""
    problem = problem_of(folder, "b.yaml", b"title: A\npublisher: \x1b[31mred\n")
    assert (problem.line, problem.code) == (2, "syntax")


def test_a_file_over_1_mib_is_told(folder):
    """A record that large is refused."""
    problem = problem_of(folder, "b.yaml", SOURCE.encode() + b"#" * MAX_BYTES)
    assert problem.code == "too-large"


def test_a_record_nested_too_deep_is_told(folder):
    """Rules inside rules without end are told once."""
    (folder / "credentials").mkdir()
    rule = "{all_of: [" * 99 + "]}" * 99
    text = f"routes:\n  - requires: {rule}\n"
    (folder / "credentials" / "b.yaml").write_text(text, encoding="utf-8")
    _, problems = read(folder)
    assert [each.code for each in problems].count("too-deep") == 1


def test_a_file_that_vanishes_is_told(folder):
    """A file that is gone by the time it is read is a problem, not a crash."""
    files, _ = find_files(folder, "d")
    (folder / "sources" / "a.yaml").unlink()
    entries, (problem,) = read_entries(files)
    assert (entries, problem.code, problem.file) == ([], "unreadable", "d/sources/a.yaml")


def test_a_good_file_is_kept_beside_a_bad_one(folder):
    """One bad file spoils no other, and the order is that of the files."""
    (folder / "sources" / "b.yaml").write_text("[", encoding="utf-8")
    (folder / "sources" / "c.yaml").write_text(SOURCE, encoding="utf-8")
    entries, problems = read(folder)
    assert [entry.id for entry in entries] == ["a", "c"]
    assert [each.file for each in problems] == ["d/sources/b.yaml"]


def test_progress_is_told_file_by_file(folder):
    """Whoever asks is told of every file, bad ones too, and of how many there are."""
    (folder / "sources" / "b.yaml").write_text("[", encoding="utf-8")
    files, _ = find_files(folder, "d")
    calls = []
    read_entries(iter(files), lambda done, total: calls.append((done, total)))
    assert calls == [(1, 2), (2, 2)]


@pytest.mark.parametrize("enabled", [True, False], ids=["on", "off"])
def test_garbage_collection_is_left_as_it_was(enabled, folder):
    """Collection is held while reading, and is as before afterwards."""
    files, _ = find_files(folder, "d")
    before = gc.isenabled()
    during = []
    try:
        (gc.enable if enabled else gc.disable)()
        read_entries(files, lambda _done, _total: during.append(gc.isenabled()))
        after = gc.isenabled()
    finally:
        (gc.enable if before else gc.disable)()
    assert ([False], enabled) == (during, after)


def test_garbage_collection_comes_back_after_a_failure(folder):
    """An interrupt while reading leaves collection on."""

    def interrupt(_done, _total):
        raise KeyboardInterrupt

    files, _ = find_files(folder, "d")
    with pytest.raises(KeyboardInterrupt):
        read_entries(files, interrupt)
    assert gc.isenabled()


def test_a_linked_record_is_read(folder, tmp_path_factory):
    """A record may be a link to a file elsewhere."""
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "x"
    shutil.copyfile(folder / "sources" / "a.yaml", elsewhere)
    (folder / "sources" / "b.yaml").symlink_to(elsewhere)
    entries, _ = read(folder)
    assert [entry.id for entry in entries] == ["a", "b"]
