"""Data folders to records: what is found, what is refused, in which order."""

import gc
import shutil

import pytest
from packs import SOURCE, write

from careerkit.model.kinds import BULK_FOLDERS, KINDS
from careerkit.model.source import Source
from careerkit.yamldata.nodes import MAX_BYTES
from careerkit.yamldata.records import RecordFile, find_files, read_entries


@pytest.fixture
def folder(tmp_path):
    """Make a data folder with one record."""
    return write(tmp_path, {"sources/a.yaml": SOURCE})


def found(folder):
    """Return the shown names of the files and the problems of a folder, shown as "d"."""
    files, problems = find_files(folder, "d")
    return [file.shown for file in files], [(problem.file, problem.code) for problem in problems]


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
    write(folder, {"careers/z.yaml": "", "careers/b.yaml": ""})
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
    names = (*BULK_FOLDERS, ".git", ".cache")
    write(folder, {"README.md": "", **{f"{name}/x.yaml": "[" for name in names}})
    assert found(folder) == (["d/sources/a.yaml"], [])


def test_a_record_beside_the_folders_is_reported(folder):
    """A record that lies in no kind's folder is a problem, not skipped in silence."""
    (folder / "loose.yaml").touch()
    assert found(folder) == (["d/sources/a.yaml"], [("d/loose.yaml", "no-kind")])


@pytest.mark.parametrize(
    ("name", "hint"),
    [("career", "; did you mean 'careers'?"), ("wage", "; did you mean 'wages'?"), ("zzz", "")],
)
def test_an_unknown_folder_is_reported_with_the_nearest(name, hint, folder):
    """A folder of no kind is a problem; its files are not read."""
    write(folder, {f"{name}/x.yaml": "["})
    files, (problem,) = find_files(folder, "d")
    assert [file.shown for file in files] == ["d/sources/a.yaml"]
    message = f"'{name}' is not a folder of records{hint}"
    assert str(problem) == f"d/{name}:1:1: {message} [unknown-folder]"


@pytest.mark.parametrize(
    "name",
    ["b.yml", "b.json", "b.yaml.orig", "b", "b.YAML", "b.yaml~", "folder/", "folder.yaml/"],
)
def test_a_stray_file_is_reported(name, folder):
    """A file of another kind, or a folder, among the records is a problem, not skipped."""
    path = folder / "sources" / name
    path.mkdir() if name.endswith("/") else path.touch()
    stray = (f"d/sources/{name.rstrip('/')}", "stray-file")
    assert found(folder) == (["d/sources/a.yaml"], [stray])


@pytest.mark.parametrize("name", [".DS_Store", ".a.yaml.swp", ".gitkeep", "._a.yaml", ".#a.yaml"])
def test_hidden_files_are_left_alone(name, folder):
    """What editors and file managers leave behind is no mistake, nor is Emacs' broken link."""
    path = folder / "sources" / name
    path.symlink_to("user@host:5678") if "#" in name else path.write_bytes(b"\x00\xff")
    assert found(folder) == (["d/sources/a.yaml"], [])


@pytest.mark.parametrize(
    "stem", ["Seed-2016", "seed_2016", "seed 2016", "-seed", "seed-", "a--b", "é", "a.b"]
)
def test_a_file_name_that_is_no_id_is_reported(stem, folder):
    """An id is small letters and digits, joined by single hyphens."""
    problem = problem_of(folder, f"{stem}.yaml", SOURCE.encode())
    assert (problem.line, problem.column, problem.code) == (1, 1, "file-name")
    assert f"'{stem}' cannot be an id" in problem.message


def test_a_record_of_a_word_is_named_by_the_word(tmp_path):
    """The records of a vocabulary's words bear those, underscores and all, and no other name."""
    level = "title: M\nrequires: bachelor\nconfidence: confirmed\nsources: [a]\n"
    names = ("post_master_certificate", "masters")
    (entry,), (problem,) = read(write(tmp_path, {f"levels/{name}.yaml": level for name in names}))
    assert entry.value.id == "post_master_certificate"
    message = "'masters' is not an award level; did you mean 'master'?"
    assert str(problem) == f"d/levels/masters.yaml:1:1: {message} [file-name]"


def test_a_file_name_and_what_is_in_the_file_are_reported_together(folder):
    """A bad name does not hide a bad value."""
    (folder / "sources" / "B.yaml").write_text(SOURCE + "more: 1\n", encoding="utf-8")
    _, problems = read(folder)
    assert [problem.code for problem in problems] == ["file-name", "unknown-key"]


@pytest.mark.parametrize(
    ("content", "line", "code"),
    [
        (b"title: A\npublisher: Caf\xe9\n", 2, "encoding"),
        (b"title: A\npublisher: \x1b[31mred\n", 2, "syntax"),
        (SOURCE.encode() + b"#" * MAX_BYTES, 1, "too-large"),
        (b"[" * 500 + b"]" * 500, 1, "too-deep"),
    ],
    ids=["encoding", "control character", "size", "depth"],
)
def test_a_file_that_is_no_text_of_a_record_is_reported(content, line, code, folder):
    """What is wrong with the text of a file is one problem of it, at its line."""
    problem = problem_of(folder, "b.yaml", content)
    assert (problem.line, problem.code) == (line, code)


def test_a_file_that_vanishes_is_reported(folder):
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
    assert [problem.file for problem in problems] == ["d/sources/b.yaml"]


def test_progress_is_reported_file_by_file(folder):
    """Whoever asks is reported of every file, bad ones too, and of how many there are."""
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
