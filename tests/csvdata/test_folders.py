"""Bulk tables are found, read and checked by the folders that they lie in."""

import pytest
from packs import write

from careerkit.csvdata.folders import Bulk, check_sources, read_bulk, read_bulk_at, read_source
from careerkit.csvdata.rows import (
    AreaRow,
    AwardRow,
    CipRow,
    CrosswalkRow,
    FieldRow,
    PriceRow,
    WageRow,
)
from careerkit.model.school import School

SCHOOL = "201645,Case College,Cleveland,OH,,44106,public,,,,,,2023-24,"
TABLES = {
    "cip/c.csv": "code,title,now\n51,Health,\n",
    "crosswalks/x.csv": "cip,soc\n51.0707,29-2072\n",
    "schools/i/schools.csv": f"{','.join(School._fields)}\n{SCHOOL}\n",
    "schools/i/awards-51.csv": f"{','.join(AwardRow._fields)}\n51.0707,201645,3,12\n",
    "schools/s/schools.csv": f"{','.join(PriceRow._fields)}\n201645,17621\n",
    "schools/s/fields-51.csv": f"{','.join(FieldRow._fields)}\n51.07,201645,2,1,,\n",
    "wages/w/areas.csv": f"{','.join(AreaRow._fields)}\n39,Ohio,state,OH,2025-05\n",
    "wages/w/29.csv": f"{','.join(WageRow._fields)}\n39,29-2072,year,{',' * 8}\n",
}


@pytest.fixture
def folder(tmp_path):
    """Make a data folder with sound tables of five sources."""
    return write(tmp_path / "data", TABLES)


def counts(bulk):
    """Return how many rows there are: codes, pairs, schools, awards, prices, figures, wages."""
    types = (CipRow, CrosswalkRow, School, AwardRow, PriceRow, FieldRow, WageRow)
    return tuple(sum(len(tables.of(row)) for tables in bulk.tables) for row in types)


def problems_of(folder):
    """Return what is wrong with the tables below a data folder, as text."""
    return [str(problem) for problem in read_bulk(folder, "d")[1]]


def test_every_table_of_a_data_folder_is_read(folder):
    """Each source comes with the tables that it has, one entry a source of a folder."""
    bulk, problems = read_bulk(folder, "d")
    assert (counts(bulk), bulk.files, problems) == ((1, 1, 1, 1, 1, 1, 1), 8, [])
    assert [(tables.source, tables.shown, tables.files) for tables in bulk.tables] == [
        *(("w", "d/wages/w", 2), ("c", "d/cip/c.csv", 1), ("x", "d/crosswalks/x.csv", 1)),
        *(("i", "d/schools/i", 2), ("s", "d/schools/s", 2)),
    ]
    assert read_bulk(folder / "nothing", "d") == (Bulk([]), [])


@pytest.mark.parametrize(
    ("place", "files", "rows"),
    [
        ("cip", 1, (1, 0, 0, 0, 0, 0, 0)),
        ("cip/c.csv", 1, (1, 0, 0, 0, 0, 0, 0)),
        ("crosswalks", 1, (0, 1, 0, 0, 0, 0, 0)),
        ("crosswalks/x.csv", 1, (0, 1, 0, 0, 0, 0, 0)),
        ("schools", 4, (0, 0, 1, 1, 1, 1, 0)),
        ("schools/i", 2, (0, 0, 1, 1, 0, 0, 0)),
        ("schools/i/awards-51.csv", 1, (0, 0, 1, 1, 0, 0, 0)),
        ("schools/i/schools.csv", 1, (0, 0, 1, 0, 0, 0, 0)),
        ("schools/s/schools.csv", 1, (0, 0, 0, 0, 1, 0, 0)),
        ("schools/s/fields-51.csv", 1, (0, 0, 0, 0, 0, 1, 0)),
        ("wages/w", 2, (0, 0, 0, 0, 0, 0, 1)),
        ("wages/w/29.csv", 1, (0, 0, 0, 0, 0, 0, 1)),
    ],
)
def test_tables_are_known_by_the_folders_they_lie_in(place, files, rows, folder):
    """A folder of tables, or one of its files, is read as what it is; awards with their schools."""
    bulk, problems = read_bulk_at(folder / place)
    assert (counts(bulk), bulk.files, problems) == (rows, files, [])


@pytest.mark.parametrize("place", [".", "cip/c.txt", "schools/x.csv", "cip/i/x.csv", "x.csv"])
def test_what_lies_elsewhere_is_no_table(place, folder):
    """A data folder, another kind of file and a table in the wrong place are none of these."""
    assert read_bulk_at(folder / place) is None


def test_tables_are_named_after_their_sources(folder):
    """Every table whose source is nowhere on record is reported, a folder of schools once."""
    bulk, _ = read_bulk(folder, "d")
    assert check_sources(bulk, {"c", "x", "i", "s", "w"}) == []
    assert [problem.file for problem in check_sources(bulk, set())] == [
        *("d/wages/w", "d/cip/c.csv", "d/crosswalks/x.csv", "d/schools/i", "d/schools/s"),
    ]
    assert check_sources(Bulk(), set()) == []


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tables_may_come_from_another_system(end, mark, folder):
    """Windows ends of lines and the mark of Excel change no row of any table."""
    before, _ = read_bulk(folder, "d")
    for path in folder.rglob("*.csv"):
        text = path.read_text(encoding="utf-8")
        path.write_text(mark + text.replace("\n", end), encoding="utf-8", newline="")
    assert read_bulk(folder, "d") == (before, [])


def test_tables_come_in_the_order_of_their_names(folder):
    """A folder may hold several sources, and each of them several tables of a kind."""
    awards = f"{','.join(AwardRow._fields)}\n01.0101,201645,3,1\n"
    write(folder, {"cip/a.csv": "code,title,now\n51.24,Old,\n", "schools/i/awards-01.csv": awards})
    bulk, problems = read_bulk(folder, "d")
    assert problems == []
    assert [tables.source for tables in bulk.tables] == ["w", "a", "c", "x", "i", "s"]
    (schools,) = (tables for tables in bulk.tables if tables.source == "i")
    assert [row.cip for row in schools.of(AwardRow)] == ["01.0101", "51.0707"]


@pytest.mark.parametrize(
    ("name", "belongs"),
    [
        ("cip/notes.txt", "cip/*.csv belong"),
        ("cip/c.CSV", "cip/*.csv belong"),
        ("schools/schools.csv", "schools/*/schools.csv, schools/*/awards-[0-9][0-9].csv and"),
        ("schools/i/schools.txt", "schools/*/schools.csv, schools/*/awards-[0-9][0-9].csv and"),
        ("schools/i/awards.csv", "schools/*/schools.csv, schools/*/awards-[0-9][0-9].csv and"),
        ("schools/i/awards-5.csv", "schools/*/schools.csv, schools/*/awards-[0-9][0-9].csv and"),
        ("wages/w/29.csv.bak", "wages/*/areas.csv and wages/*/*.csv belong in a data folder"),
    ],
)
def test_a_stray_file_is_reported(name, belongs, folder):
    """What is no table of its folder is a problem; the tables are read all the same."""
    (folder / name).touch()
    (line,) = problems_of(folder)
    assert line.startswith(f"d/{name}:1:1: is no table; {belongs}")
    assert line.endswith(" [stray-file]")
    assert counts(read_bulk(folder, "d")[0]) == (1, 1, 1, 1, 1, 1, 1)


@pytest.mark.parametrize("name", ["cip/older", "wages/w/older"])
def test_a_folder_among_the_tables_is_reported(name, folder):
    """Nothing is read from a folder beside the tables."""
    (folder / name).mkdir()
    assert [line.rpartition(" ")[2] for line in problems_of(folder)] == ["[stray-file]"]


def test_what_editors_keep_is_not_seen(folder):
    """Hidden files and folders, and folders without tables, are no tables and no problem."""
    for name in ("wages/.DS_Store", "wages/w/.29.csv.new", "cip/.~lock.c.csv#"):
        (folder / name).touch()
    write(folder, {"wages/.s/areas.csv": "x\n"})
    (folder / "wages" / "empty").mkdir()
    bulk, problems = read_bulk(folder, "d")
    assert (bulk.files, problems) == (8, [])


def test_a_folder_that_is_not_there_is_reported(tmp_path):
    """The folder of a source that went away is a problem at its name."""
    tables, (problem,) = read_source(tmp_path / "no", "wages", "w/no")
    assert (tables.source, tables.files, tables.of(AreaRow)) == ("no", 0, [])
    assert (problem.file, problem.code) == ("w/no", "unreadable")


@pytest.mark.parametrize(
    ("areas", "wrong"),
    [
        (None, "1:1: the file cannot be read: No such file or directory [unreadable]"),
        ("", f"1:1: the first line must name the columns: {','.join(AreaRow._fields)} [columns]"),
        ('39,Ohio,state,"OH', "2:1: the row that begins here"),
        ("39,Ohio,state,OH", "2:1: the row has 4 cells where 5"),
        ("39,Ohio,state,OH,soon", "2:18: 'soon' is not a date"),
    ],
)
def test_without_sound_areas_no_wage_is_blamed(areas, wrong, folder):
    """A mistake in a table is reported once, not again for every row that refers to it."""
    path = folder / "wages" / "w" / "areas.csv"
    if areas is None:
        path.unlink()
    else:
        path.write_text(areas and f"{','.join(AreaRow._fields)}\n{areas}\n", encoding="utf-8")
    (line,) = problems_of(folder)
    assert line.startswith(f"d/wages/w/areas.csv:{wrong}")


def test_a_row_that_stands_in_two_tables_is_reported(folder):
    """A key is given once in all tables of a source; what another source says is no repetition."""
    wages, areas = TABLES["wages/w/29.csv"], TABLES["wages/w/areas.csv"]
    write(folder, {"wages/w/31.csv": wages, "wages/v/29.csv": wages, "wages/v/areas.csv": areas})
    assert problems_of(folder) == [
        "d/wages/w/31.csv:2:4: '39, 29-2072' is given already [repeated]",
    ]


@pytest.mark.parametrize("text", ["", "unitid\n", "unitid,price\n1,2\n", "\xff\n"])
def test_a_table_with_the_columns_of_no_kind_is_reported(text, folder):
    """Of two kinds with one name, it is held against the first; the other tables are read."""
    (folder / "schools" / "s" / "schools.csv").write_bytes(text.encode("latin-1"))
    bulk, (problem,) = read_bulk(folder, "d")
    assert (problem.file, problem.line) == ("d/schools/s/schools.csv", 1)
    assert problem.code == ("encoding" if "\xff" in text else "columns")
    assert counts(bulk) == (1, 1, 1, 1, 0, 1, 1)


def test_one_table_is_read_with_those_it_refers_to(folder):
    """Awards named alone are held against the schools, and no other table is looked at."""
    columns = ",".join(School._fields)
    write(folder, {"schools/i/awards-52.csv": "x\n", "schools/i/schools.csv": f"{columns}\n"})
    tables, (problem,) = read_source(folder / "schools" / "i", "schools", "s", only="awards-51.csv")
    assert (problem.file, problem.code) == ("s/awards-51.csv", "unknown-school")
    assert (tables.files, tables.of(AwardRow)) == (1, [])


def test_one_file_that_is_no_table_is_reported(folder):
    """A table named alone that its folder does not hold is a stray file there too."""
    path = folder / "schools" / "i" / "prices.csv"
    path.touch()
    bulk, (problem,) = read_bulk_at(path)
    assert (problem.file, problem.code) == (str(path), "stray-file")
    assert sum(counts(bulk)) == 0
