"""Checking folders and single files without writing anything."""

import shutil
import sqlite3
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
    tables = [*data.glob("*/*.csv"), *data.glob("*/*/*.csv")]
    assert (len([*data.glob("*/*.yaml"), *tables]), []) == codes([data])
    assert (len([*data.glob("wages/*/*.csv")]), []) == codes([data / "wages"])


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


def test_a_bundled_store_fulfils_references(pack, records, tmp_path, monkeypatch):
    """In a wheel the built-in records are those of its store, which is closed when it is read."""
    path = tmp_path / "store.sqlite"
    compile_store([records], path)
    opened = []

    class Noted(validating.Store):
        def __init__(self, *given):
            super().__init__(*given)
            opened.append(self)

    monkeypatch.setattr(validating, "Store", Noted)
    monkeypatch.setattr(validating, "BUNDLED", path)
    monkeypatch.setattr(validating, "CHECKOUT", tmp_path / "none")
    assert codes([pack]) == (1, [])
    (store,) = opened
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        store.ids("source")


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


AREAS = "area,title,area_type,state,period\n39,Ohio,state,OH,2025\n"
WAGES = (
    "area,soc,unit,employment,jobs_per_1000,location_quotient,mean,p10,p25,median,p75,p90\n"
    "39,43-4071,year,{},1,1,5,1,2,3,4,5\n"
)
TITLES = "code,title,short_title,kind\n43-4071,Filer,,{}\n"


@pytest.fixture
def bulk(pack):
    """Add sound bulk tables of a built-in source to the folder: four files."""
    (pack / "titles").mkdir()
    (pack / "wages" / "seed-2016").mkdir(parents=True)
    (pack / "titles" / "seed-2016.csv").write_text(TITLES.format("alternate"), encoding="utf-8")
    for name, text in (("areas", AREAS), ("43", WAGES.format(7)), ("29", WAGES.partition("39")[0])):
        (pack / "wages" / "seed-2016" / f"{name}.csv").write_text(text, encoding="utf-8")
    return pack


@pytest.mark.parametrize(
    ("place", "count"),
    [
        (".", 5),
        ("titles", 1),
        ("titles/seed-2016.csv", 1),
        ("wages", 3),
        ("wages/seed-2016", 3),
        ("wages/seed-2016/43.csv", 1),
        ("wages/seed-2016/areas.csv", 1),
    ],
)
def test_bulk_tables_are_checked(place, count, bulk):
    """Every table counts, of a data folder, of one of its folders, or as a file named itself."""
    assert codes([bulk / place]) == (count, [])


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("", "{}/wages/seed-2016/43.csv"),
        ("wages", "{}/seed-2016/43.csv"),
        ("wages/seed-2016", "{}/43.csv"),
        ("wages/seed-2016/43.csv", "{}"),
    ],
)
def test_a_mistake_in_a_table_is_told_wherever_it_is_named(place, shown, bulk):
    """A wrong cell is told under the path that was named."""
    (bulk / "wages" / "seed-2016" / "43.csv").write_text(WAGES.format("x"), encoding="utf-8")
    _, (problem,) = validate([bulk / place])
    assert str(problem) == f"{shown.format(bulk / place)}:2:17: 'x' is not a whole number [number]"


def test_a_table_of_titles_is_checked_by_itself(bulk):
    """A wrong title is told; another table of the folder is not read."""
    path = bulk / "titles" / "seed-2016.csv"
    path.write_text(TITLES.format("nickname"), encoding="utf-8")
    (bulk / "titles" / "other.csv").touch()
    _, (problem,) = validate([path])
    assert (problem.file, problem.line, problem.code) == (str(path), 2, "kind")


def test_a_table_of_wages_is_checked_with_its_areas(bulk):
    """Named alone, a table is held against the areas beside it, which are told with it."""
    folder = bulk / "wages" / "seed-2016"
    (folder / "29.csv").touch()
    (folder / "areas.csv").write_text(AREAS.replace("39", "18"), encoding="utf-8")
    assert codes([folder / "43.csv"]) == (1, ["unknown-area"])
    (folder / "areas.csv").unlink()
    _, (problem,) = validate([folder / "43.csv"])
    assert (Path(problem.file), problem.code) == (folder / "areas.csv", "unreadable")


def test_a_problem_is_told_once(bulk):
    """What two paths have in common is not told twice."""
    folder = bulk / "wages" / "seed-2016"
    (folder / "areas.csv").write_text(AREAS.replace("OH", "Ohio"), encoding="utf-8")
    assert codes([folder / "43.csv", folder / "29.csv"]) == (2, ["state"])


def test_a_table_of_no_source_is_told(bulk):
    """A table is named after a source: a built-in one, or one among the paths."""
    (bulk / "titles" / "mine.csv").write_text(TITLES.format("alternate"), encoding="utf-8")
    assert codes([bulk]) == (6, ["unknown-source"])
    assert codes([bulk / "titles"]) == (2, ["unknown-source"])
    assert codes([bulk / "titles" / "mine.csv"]) == (1, ["unknown-source"])
    (bulk / "sources").mkdir()
    page = "title: t\npublisher: p\nkind: seed\nretrieved: 2026-11-22\n"
    (bulk / "sources" / "mine.yaml").write_text(page, encoding="utf-8")
    assert codes([bulk]) == (7, [])
    assert codes([bulk / "titles", bulk / "sources"]) == (3, [])


@pytest.mark.parametrize("name", ["titles/notes.txt", "wages/notes.txt", "wages/seed-2016/29.txt"])
def test_a_stray_file_among_tables_is_told(name, bulk):
    """What is no table is a problem of its folder, and of itself where it is named."""
    (bulk / name).touch()
    assert codes([bulk]) == (5, ["stray-file"])
    assert codes([(bulk / name).parent])[1] == ["stray-file"]
    assert codes([bulk / name]) == (0, ["no-kind"])


def test_a_table_outside_its_folder_has_no_kind(bulk, tmp_path):
    """A table that lies elsewhere is told where to go; one directly among wages is stray."""
    (tmp_path / "29.csv").touch()
    _, (problem,) = validate([tmp_path / "29.csv"])
    assert problem.message.endswith(
        ", sources, titles, wages/SOURCE, cip, crosswalks, schools/SOURCE"
    )
    (bulk / "wages" / "29.csv").touch()
    assert codes([bulk / "wages" / "29.csv"]) == (0, ["no-kind"])
    assert codes([bulk / "wages"]) == (3, ["stray-file"])


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ("titles", "seed-2016.csv"),
        ("titles", "."),
        ("wages/seed-2016", "43.csv"),
        ("wages/seed-2016", "."),
        ("wages", "seed-2016/43.csv"),
        ("careers", "../wages/seed-2016/43.csv"),
        ("wages/seed-2016", "../seed-2016"),
    ],
)
def test_a_table_may_be_named_from_within(inside, named, bulk, monkeypatch):
    """A table is known by the folders it lies in, however its path is written."""
    monkeypatch.chdir(bulk / inside)
    count, problems = validate([Path(named)])
    assert (count in (1, 3), problems) == (True, [])


def test_a_table_that_is_not_there_is_a_problem(bulk):
    """A named table that does not exist is told, as a record is."""
    for name in ("titles/no.csv", "wages/seed-2016/no.csv"):
        count, found = codes([bulk / name])
        assert (count, "unreadable" in found) == (1, True)
