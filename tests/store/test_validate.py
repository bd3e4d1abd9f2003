"""Checking folders and single files without writing anything."""

import shutil
from pathlib import Path

import pytest

from careerkit.store import validate as validating
from careerkit.store.compile import compile_store
from careerkit.store.validate import validate

TESTS = Path(__file__).resolve().parent.parent
CLERK = """
title: Clerk
soc: 43-4071
group: health-information
summary: Files things.
sources: [seed-2016]
requirements: {}
"""


def codes(paths):
    """Return how many files were checked, and which codes of problems came."""
    count, problems = validate(paths)
    return count, [each.code for each in problems]


@pytest.fixture
def pack(tmp_path):
    """Make a folder with one good record that refers to a built-in one."""
    folder = tmp_path / "pack"
    (folder / "careers").mkdir(parents=True)
    (folder / "careers" / "clerk.yaml").write_text(CLERK, encoding="utf-8")
    return folder


def test_the_real_records_are_sound():
    """The data that careerkit carries have no problem."""
    data = TESTS.parent / "data"
    assert (len(list(data.glob("*/*.yaml"))), []) == codes([data])


def test_nothing_is_checked_where_nothing_is_named():
    """No paths, no files, no problems."""
    assert codes([]) == (0, [])


def test_a_data_folder_is_checked(pack):
    """A folder of folders of records is checked against the built-in records."""
    assert codes([pack]) == (1, [])


def test_a_folder_of_one_kind_is_checked(pack):
    """A folder named after a kind is checked as records of that kind."""
    assert codes([pack / "careers"]) == (1, [])
    (pack / "careers" / "b.yaml").write_text(CLERK + "more: 1\n", encoding="utf-8")
    assert codes([pack / "careers"]) == (2, ["unknown-key"])


def test_a_single_record_is_checked(pack):
    """A file is checked as the kind of its folder, and shown as it was named."""
    path = pack / "careers" / "clerk.yaml"
    assert codes([path]) == (1, [])
    path.write_text(CLERK.replace("43-4071", "43"), encoding="utf-8")
    _, (problem,) = validate([path])
    assert (str(path), "unquoted") == (problem.file, problem.code)


def test_a_record_outside_its_folder_has_no_kind(pack, tmp_path):
    """A file that lies elsewhere is told where to go, with the folders there are."""
    shutil.copyfile(pack / "careers" / "clerk.yaml", tmp_path / "clerk.yaml")
    count, (problem,) = validate([tmp_path / "clerk.yaml"])
    assert (count, problem.code, problem.line, problem.column) == (0, "no-kind", 1, 1)
    assert problem.message.startswith("put it in a folder named after its kind: careers, ")


def test_a_file_that_is_not_there_is_a_problem(pack):
    """A named record that does not exist is told."""
    assert codes([pack / "careers" / "none.yaml"]) == (1, ["unreadable"])


def test_several_paths_are_checked_together(pack, tmp_path):
    """Records of one path may refer to those of another, and problems come sorted."""
    other = tmp_path / "other"
    (other / "careers").mkdir(parents=True)
    (other / "careers" / "b.yaml").write_text(CLERK + "programs: [x]\n", encoding="utf-8")
    (other / "careers" / "a.yaml").write_text(CLERK + "more: 1\n", encoding="utf-8")
    (pack / "programs").mkdir()
    program = (TESTS / "bad" / "program-cip-bare-number.yaml").read_text(encoding="utf-8")
    good = program.replace("51.0710", '"51.0710"')
    assert codes([pack, other]) == (3, ["unknown-key", "dangling"])
    (pack / "programs" / "x.yaml").write_text(good, encoding="utf-8")
    assert codes([other, pack]) == (4, ["unknown-key"])
    assert codes([other / "careers" / "b.yaml"]) == (1, ["dangling"])


def test_a_reference_to_nothing_dangles(pack):
    """What neither the paths nor the built-in data have is told."""
    path = pack / "careers" / "clerk.yaml"
    path.write_text(CLERK.replace("seed-2016", "seed-2061"), encoding="utf-8")
    _, (problem,) = validate([pack])
    assert problem.message == "there is no source 'seed-2061'; did you mean 'seed-2016'?"


def test_what_does_not_belong_into_a_data_folder_is_told(pack):
    """Unknown folders and stray files are problems of a data folder."""
    (pack / "carers").mkdir()
    (pack / "careers" / "notes.txt").touch()
    assert codes([pack]) == (1, ["stray-file", "unknown-folder"])


@pytest.mark.parametrize("name", ["notes.txt", "clerk.yml"])
def test_what_does_not_belong_into_a_folder_of_one_kind_is_told(name, pack):
    """A stray file is told whether the data folder or the kind's folder is named."""
    (pack / "careers" / name).touch()
    assert codes([pack]) == (1, ["stray-file"])
    assert codes([pack / "careers"]) == (1, ["stray-file"])


@pytest.mark.parametrize(
    ("inside", "named"), [(".", "careers"), ("careers", "."), ("careers", "../careers")]
)
def test_a_folder_may_be_named_from_within(inside, named, pack, monkeypatch):
    """The same folder of records is checked, however its path is written."""
    (pack / "careers" / "b.yaml").write_text("[", encoding="utf-8")
    monkeypatch.chdir(pack / inside)
    assert codes([Path(named)]) == (2, ["syntax"])


@pytest.mark.parametrize(
    ("inside", "named"),
    [("careers", "clerk.yaml"), ("careers", "./clerk.yaml"), (".", "careers/clerk.yaml")],
)
def test_a_record_may_be_named_from_within(inside, named, pack, monkeypatch):
    """A file takes its kind from the folder it lies in, however its path is written."""
    monkeypatch.chdir(pack / inside)
    assert codes([Path(named)]) == (1, [])


def test_the_folder_itself_may_be_the_working_folder(pack, monkeypatch):
    """A data folder may be named by a dot."""
    monkeypatch.chdir(pack)
    (pack / "careers" / "b.yaml").write_text("[", encoding="utf-8")
    _, (problem,) = validate([Path()])
    assert str(Path(problem.file)) == "careers/b.yaml"


def test_a_bundled_store_fulfils_references(pack, tmp_path, monkeypatch):
    """In a wheel the built-in records are those of its store."""
    store = tmp_path / "store.sqlite"
    compile_store([TESTS.parent / "data"], store)
    monkeypatch.setattr(validating, "BUNDLED", store)
    monkeypatch.setattr(validating, "CHECKOUT", tmp_path / "none")
    assert codes([pack]) == (1, [])


def test_without_built_in_records_references_dangle(pack, tmp_path, monkeypatch):
    """Where there is neither a store nor a checkout, the paths stand alone."""
    monkeypatch.setattr(validating, "BUNDLED", tmp_path / "none.sqlite")
    monkeypatch.setattr(validating, "CHECKOUT", tmp_path / "none")
    assert codes([pack]) == (1, ["dangling"])


def test_built_in_records_need_not_be_sound(pack, tmp_path, monkeypatch):
    """A mistake in the checkout's own records is no problem of the path that is checked."""
    checkout = tmp_path / "checkout"
    (checkout / "sources").mkdir(parents=True)
    (checkout / "sources" / "seed-2016.yaml").write_text("[", encoding="utf-8")
    monkeypatch.setattr(validating, "CHECKOUT", checkout)
    assert codes([pack]) == (1, [])


def test_checking_writes_nothing(pack):
    """The folder is as it was."""
    before = sorted(pack.rglob("*"))
    validate([pack])
    assert before == sorted(pack.rglob("*"))
