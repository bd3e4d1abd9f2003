"""Bulk tables of programs and schools are found, read and checked by the folders they lie in."""

from pathlib import Path

import pytest

from careerkit.csvdata.schools_rows import (
    AWARD_COLUMNS,
    FIELD_COLUMNS,
    PRICE_COLUMNS,
    SCHOOL_COLUMNS,
)
from careerkit.store.bulk_files import Bulk, check_sources, read_bulk, read_bulk_at
from careerkit.store.validate import validate

SCHOOL = "201645,Case College,Cleveland,OH,,44106,public,,,,,,2023-24,"
TABLES = {
    "cip/c.csv": "code,title,now\n51,Health,\n",
    "crosswalks/x.csv": "cip,soc\n51.0707,29-2072\n",
    "schools/i/schools.csv": f"{','.join(SCHOOL_COLUMNS)}\n{SCHOOL}\n",
    "schools/i/awards-51.csv": f"{','.join(AWARD_COLUMNS)}\n51.0707,201645,3,12\n",
    "schools/s/schools.csv": f"{','.join(PRICE_COLUMNS)}\n201645,17621\n",
    "schools/s/fields-51.csv": f"{','.join(FIELD_COLUMNS)}\n51.07,201645,2,1,,\n",
}


@pytest.fixture
def folder(tmp_path):
    """Make a data folder with sound tables of four sources."""
    for name, text in TABLES.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "data"


def counts(bulk):
    """Return how many rows there are: codes, pairs, schools, awards, prices, figures."""
    return (
        sum(len(table.codes) for table in bulk.cips),
        sum(len(table.pairs) for table in bulk.crosswalks),
        *(sum(map(len, each)) for each in zip(*(t[3:] for t in bulk.schools), strict=True)),
    )


def test_every_table_of_a_data_folder_is_read(folder):
    """Codes, pairs, schools, awards, prices and figures come with the others, a file each."""
    bulk, problems = read_bulk(folder, "d")
    assert (counts(bulk), bulk.files, problems) == ((1, 1, 1, 1, 1, 1), 6, [])
    assert [each.shown for each in bulk.schools] == ["d/schools/i", "d/schools/s"]
    assert (bulk.titles, bulk.wages) == ([], [])


@pytest.mark.parametrize(
    ("place", "files", "rows"),
    [
        ("cip", 1, (1, 0)),
        ("cip/c.csv", 1, (1, 0)),
        ("crosswalks", 1, (0, 1)),
        ("crosswalks/x.csv", 1, (0, 1)),
        ("schools", 4, (0, 0, 1, 1, 1, 1)),
        ("schools/i", 2, (0, 0, 1, 1, 0, 0)),
        ("schools/i/awards-51.csv", 1, (0, 0, 1, 1, 0, 0)),
        ("schools/i/schools.csv", 1, (0, 0, 1, 0, 0, 0)),
        ("schools/s/schools.csv", 1, (0, 0, 0, 0, 1, 0)),
        ("schools/s/fields-51.csv", 1, (0, 0, 0, 0, 0, 1)),
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


def test_a_mistake_is_told_wherever_it_is_named(folder):
    """A wrong cell is told under the path that was named."""
    path = folder / "schools" / "i" / "awards-51.csv"
    path.write_text(TABLES["schools/i/awards-51.csv"].replace("12", "x"), encoding="utf-8")
    for named in (folder, folder / "schools", folder / "schools" / "i", path):
        _, problems = validate([named])
        (wrong,) = [each for each in problems if each.code != "unknown-source"]
        assert (Path(wrong.file), wrong.line, wrong.column) == (path, 2, 18)


def test_tables_are_named_after_their_sources(folder):
    """Every table whose source is nowhere on record is told, a folder of schools once."""
    bulk, _ = read_bulk(folder, "d")
    assert check_sources(bulk, {"c", "x", "i", "s"}) == []
    assert [each.file for each in check_sources(bulk, set())] == [
        *("d/cip/c.csv", "d/crosswalks/x.csv", "d/schools/i", "d/schools/s"),
    ]
    assert check_sources(Bulk([], []), set()) == []


def test_every_table_is_counted_when_it_is_checked(folder):
    """The folder's files are the six tables; each source that is not on record is a problem."""
    count, problems = validate([folder])
    assert (count, [each.code for each in problems]) == (6, ["unknown-source"] * 4)
