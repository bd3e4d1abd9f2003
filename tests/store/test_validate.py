"""Checking folders and single files without writing anything."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from packs import SOURCE, write

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
AREAS = "area,title,area_type,state,period\n39,Ohio,state,OH,2025\n"
WAGES = (
    "area,soc,unit,employment,jobs_per_1000,location_quotient,mean,p10,p25,median,p75,p90\n"
    "39,43-4071,year,{},1,1,5,1,2,3,4,5\n"
)
TITLES = "code,title,short_title,kind\n43-4071,Filer,,{}\n"


def codes(paths):
    """Return how many files were checked, and which codes of problems came."""
    count, problems = validate(paths)
    return count, [problem.code for problem in problems]


@pytest.fixture
def pack(tmp_path):
    """Make a folder with one good record that refers to a built-in one."""
    return write(tmp_path / "pack", {"careers/clerk.yaml": CLERK})


@pytest.fixture
def bulk(pack):
    """Add sound bulk tables of a built-in source to the folder: four files."""
    return write(
        pack,
        {
            "titles/seed-2016.csv": TITLES.format("alternate"),
            "wages/seed-2016/areas.csv": AREAS,
            "wages/seed-2016/43.csv": WAGES.format(7),
            "wages/seed-2016/29.csv": WAGES.partition("39")[0],
        },
    )


def test_the_real_records_are_sound():
    """The data that careerkit carries have no problem."""
    data = TESTS.parent / "data"
    tables = [*data.glob("*/*.csv"), *data.glob("*/*/*.csv")]
    assert (len([*data.glob("*/*.yaml"), *tables]), []) == codes([data])
    assert (len([*data.glob("wages/*/*.csv")]), []) == codes([data / "wages"])


def test_nothing_is_checked_where_nothing_is_named():
    """No paths, no files, no problems."""
    assert codes([]) == (0, [])


def test_a_folder_of_one_kind_is_checked(pack):
    """A folder named after a kind is checked as records of that kind."""
    write(pack, {"careers/b.yaml": CLERK + "more: 1\n"})
    assert codes([pack / "careers"]) == (2, ["unknown-key"])


def test_a_single_record_is_checked(pack):
    """A file is checked as the kind of its folder, and shown as it was named."""
    path = pack / "careers" / "clerk.yaml"
    assert codes([path]) == (1, [])
    path.write_text(CLERK.replace("43-4071", "43"), encoding="utf-8")
    _, (problem,) = validate([path])
    assert (str(path), "unquoted") == (problem.file, problem.code)


def test_a_record_outside_its_folder_has_no_kind(pack, tmp_path):
    """A file that lies elsewhere is reported where to go, with the folders there are."""
    shutil.copyfile(pack / "careers" / "clerk.yaml", tmp_path / "clerk.yaml")
    count, (problem,) = validate([tmp_path / "clerk.yaml"])
    assert (count, problem.code, problem.line, problem.column) == (0, "no-kind", 1, 1)
    assert problem.message.startswith("put it in a folder named after its kind: careers, ")


def test_a_file_that_is_not_there_is_a_problem(pack):
    """A named record that does not exist is reported."""
    assert codes([pack / "careers" / "none.yaml"]) == (1, ["unreadable"])


def test_several_paths_are_checked_together(pack, tmp_path):
    """Records of one path may refer to those of another, and problems come sorted."""
    texts = {"a": CLERK + "more: 1\n", "b": CLERK + "programs: [x]\n"}
    other = write(tmp_path / "other", {f"careers/{name}.yaml": texts[name] for name in texts})
    assert codes([pack, other]) == (3, ["unknown-key", "dangling"])
    program = (TESTS / "bad" / "program-cip-bare-number.yaml").read_text(encoding="utf-8")
    write(pack, {"programs/x.yaml": program.replace("51.0710", '"51.0710"')})
    assert codes([other, pack]) == (4, ["unknown-key"])
    assert codes([other / "careers" / "b.yaml"]) == (1, ["dangling"])


def test_a_reference_to_nothing_dangles(pack):
    """What neither the paths nor the built-in data have is reported."""
    path = pack / "careers" / "clerk.yaml"
    path.write_text(CLERK.replace("seed-2016", "seed-2061"), encoding="utf-8")
    _, (problem,) = validate([pack])
    assert problem.message == "there is no source 'seed-2061'; did you mean 'seed-2016'?"


@pytest.mark.parametrize("name", ["notes.txt", "clerk.yml"])
def test_what_does_not_belong_into_a_data_folder_is_reported(name, pack):
    """A stray file is reported for the data folder and the kind's folder, as are other folders."""
    (pack / "carers").mkdir()
    (pack / "careers" / name).touch()
    assert codes([pack]) == (1, ["stray-file", "unknown-folder"])
    assert codes([pack / "careers"]) == (1, ["stray-file"])


@pytest.mark.parametrize(
    ("inside", "named", "count"),
    [
        (".", ".", 6),
        (".", "careers", 2),
        ("careers", ".", 2),
        ("careers", "../careers", 2),
        ("careers", "clerk.yaml", 1),
        ("careers", "./clerk.yaml", 1),
        (".", "careers/clerk.yaml", 1),
        ("titles", "seed-2016.csv", 1),
        ("titles", ".", 1),
        ("wages/seed-2016", "43.csv", 1),
        ("wages/seed-2016", ".", 3),
        ("wages", "seed-2016/43.csv", 1),
        ("careers", "../wages/seed-2016/43.csv", 1),
        ("wages/seed-2016", "../seed-2016", 3),
    ],
)
def test_a_path_may_be_named_from_within(inside, named, count, bulk, monkeypatch):
    """Records and tables are known by the folders they lie in, however the path is written."""
    write(bulk, {"careers/b.yaml": "["})
    monkeypatch.chdir(bulk / inside)
    checked, problems = validate([Path(named)])
    assert checked == count
    assert [Path(problem.file).name for problem in problems] == ["b.yaml"] * (count in (2, 6))


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
    checkout = write(tmp_path / "checkout", {"sources/seed-2016.yaml": "["})
    monkeypatch.setattr(validating, "CHECKOUT", checkout)
    assert codes([pack]) == (1, [])


def test_checking_writes_nothing(pack):
    """The folder is as it was."""
    before = sorted(pack.rglob("*"))
    validate([pack])
    assert before == sorted(pack.rglob("*"))


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


@pytest.mark.parametrize("place", ["", "wages", "wages/seed-2016", "wages/seed-2016/43.csv"])
def test_a_mistake_in_a_table_is_reported_wherever_it_is_named(place, bulk):
    """A wrong cell is reported under the path that was named."""
    write(bulk, {"wages/seed-2016/43.csv": WAGES.format("x")})
    _, (problem,) = validate([bulk / place])
    path = bulk / "wages" / "seed-2016" / "43.csv"
    assert str(problem) == f"{path}:2:17: 'x' is not a whole number [number]"


def test_a_table_of_titles_is_checked_by_itself(bulk):
    """A wrong title is reported; another table of the folder is not read."""
    write(bulk, {"titles/seed-2016.csv": TITLES.format("nickname"), "titles/other.csv": ""})
    path = bulk / "titles" / "seed-2016.csv"
    _, (problem,) = validate([path])
    assert (problem.file, problem.line, problem.code) == (str(path), 2, "kind")


def test_a_table_of_wages_is_checked_with_its_areas(bulk):
    """Named alone, a table is held against the areas beside it, which are reported with it."""
    folder = bulk / "wages" / "seed-2016"
    (folder / "29.csv").touch()
    (folder / "areas.csv").write_text(AREAS.replace("39", "18"), encoding="utf-8")
    assert codes([folder / "43.csv"]) == (1, ["unknown-area"])
    (folder / "areas.csv").unlink()
    _, (problem,) = validate([folder / "43.csv"])
    assert (Path(problem.file), problem.code) == (folder / "areas.csv", "unreadable")


def test_a_problem_is_reported_once(bulk):
    """What two paths have in common is not told twice."""
    folder = bulk / "wages" / "seed-2016"
    (folder / "areas.csv").write_text(AREAS.replace("OH", "Ohio"), encoding="utf-8")
    assert codes([folder / "43.csv", folder / "29.csv"]) == (2, ["state"])


def test_a_table_of_no_source_is_reported(bulk):
    """A table is named after a source: a built-in one, or one among the paths."""
    write(bulk, {"titles/mine.csv": TITLES.format("alternate")})
    assert codes([bulk]) == (6, ["unknown-source"])
    assert codes([bulk / "titles"]) == (2, ["unknown-source"])
    assert codes([bulk / "titles" / "mine.csv"]) == (1, ["unknown-source"])
    write(bulk, {"sources/mine.yaml": SOURCE})
    assert codes([bulk]) == (7, [])
    assert codes([bulk / "titles", bulk / "sources"]) == (3, [])


@pytest.mark.parametrize("name", ["titles/notes.txt", "wages/notes.txt", "wages/seed-2016/29.txt"])
def test_a_stray_file_among_tables_is_reported(name, bulk):
    """What is no table is a problem of its folder, and of itself where it is named."""
    (bulk / name).touch()
    assert codes([bulk]) == (5, ["stray-file"])
    assert codes([(bulk / name).parent])[1] == ["stray-file"]
    assert codes([bulk / name]) == (0, ["no-kind"])


def test_a_table_outside_its_folder_has_no_kind(bulk, tmp_path):
    """A table that lies elsewhere is reported where to go; one directly among wages is stray."""
    (tmp_path / "29.csv").touch()
    _, (problem,) = validate([tmp_path / "29.csv"])
    assert problem.message.endswith(
        ", sources, titles, wages/SOURCE, cip, crosswalks, schools/SOURCE"
    )
    (bulk / "wages" / "29.csv").touch()
    assert codes([bulk / "wages" / "29.csv"]) == (0, ["no-kind"])
    assert codes([bulk / "wages"]) == (3, ["stray-file"])


def test_a_table_that_is_not_there_is_a_problem(bulk):
    """A named table that does not exist is reported, as a record is."""
    for name in ("titles/no.csv", "wages/seed-2016/no.csv"):
        count, problems = codes([bulk / name])
        assert (count, "unreadable" in problems) == (1, True)
