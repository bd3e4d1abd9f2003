"""What importers of bulk tables share: files by their names, tables written, stale tables."""

import re
from pathlib import Path

import pytest
from importing import SEED, failure, written

from careerkit.importers.bulk import check_kept, named, stale_in, whole_rows, write_tables

PATTERNS = {"a1.csv": re.compile(r"a(\d)\.csv"), "b1.csv": re.compile(r"b(\d)\.csv")}


def test_files_are_found_by_their_names():
    """Each comes in the order of the patterns, with what its name tells; others are left alone."""
    paths = [Path("x") / name for name in ("b2.csv", "c3.csv", "a1.csv")]
    files = named(paths, PATTERNS)
    expected = [("a1.csv", "a1.csv", "1"), ("b1.csv", "b2.csv", "2")]
    assert [(name, path.name, match[1]) for name, (path, match) in files.items()] == expected


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("c3.csv",), "no file is named like a1.csv, b1.csv in c3.csv"),
        (("a1.csv", "b1.csv", "a2.csv"), "a2.csv: is given twice, also as a1.csv"),
    ],
)
def test_a_file_that_is_absent_or_given_twice_is_told(names, message):
    """All that are needed must be there, each once."""
    assert failure(named, [*map(Path, names)], PATTERNS) == message


def test_a_row_that_is_shorter_than_the_first_is_told(tmp_path):
    """Rows come as they are read; one that lacks a cell, needed or not, ends them."""
    (path,) = written(tmp_path, {"a1.csv": "a,b,c\n1,2,3\n4,5\n"})
    rows = whole_rows(path, ["a"])
    assert next(rows).cells == {"a": "1", "b": "2", "c": "3"}
    message = failure(next, rows)
    assert message == f"{path}, row 3, column 'c' is missing; is the file cut short?"


def test_what_is_lost_is_told():
    """More than is on record is welcome; less is refused, with how much there is and is not."""
    check_kept(Path("a.csv"), "code", {1, 2}, [1, 2, 3], Path("place"))
    message = failure(check_kept, Path("a.csv"), "code", {1, 2, 3}, [3], Path("place"))
    assert message.startswith("a.csv: has 1 code, and not 2 of those on record")


def test_tables_are_written_where_they_change(tmp_path):
    """Tables that change and stale ones are counted; the record of the source is not."""
    folder = tmp_path / "titles"
    head = "code,title,short_title,kind\n"
    same, old, _ = written(folder, {"same.csv": head, "old.csv": "", ".hidden.csv": ""})
    tables = {same: head, folder / "new.csv": f"{head}29-2072,Coder,,reported\n"}
    stale = stale_in(folder, tables)
    assert stale == [old]
    assert write_tables(tables, {tmp_path / "sources" / "new.yaml": SEED}, stale) == 2
    names = sorted(path.name for path in tmp_path.rglob("*.*"))
    assert names == [".hidden.csv", "new.csv", "new.yaml", "same.csv"]
