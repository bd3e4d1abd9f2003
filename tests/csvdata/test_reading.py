"""A table is read against the others of its source: each key once, each reference to a row."""

import pytest

from careerkit.csvdata.reading import TableReader, read_table
from careerkit.csvdata.rows import AwardRow, CipRow, CrosswalkRow

HEAD = ",".join(AwardRow._fields) + "\n"
CIP_HEAD = ",".join(CipRow._fields) + "\n"


@pytest.fixture
def path(tmp_path):
    """Name a table."""
    return tmp_path / "x.csv"


def write(path, text):
    """Write a table; return its path."""
    path.write_text(text, encoding="utf-8")
    return path


def codes(problems):
    """Return the line and the code of each problem."""
    return [(problem.line, problem.code) for problem in problems]


def test_every_wrong_row_is_reported(path):
    """One mistake does not hide the next; of one row the first is reported."""
    rows = "x,y,3,1\n51.0707,201645,3,-1\n51.0707,201645,5,1\n51.0707,201645,1,x\n"
    read, problems = read_table(write(path, HEAD + rows), AwardRow)
    assert codes(problems) == [(2, "cip"), (3, "number"), (5, "award-level")]
    assert read == [AwardRow("51.0707", 201645, 5, 1)]
    assert {problem.file for problem in problems} == {str(path)}


def test_a_key_is_given_once_in_all_tables_of_a_source(path):
    """A reader remembers the keys of the tables before, those of wrong rows too."""
    reader = TableReader(CrosswalkRow)
    first = reader.read(write(path, "cip,soc\n51.0707,29-2072\n51.0707,x\n"))
    second = reader.read(write(path, "cip,soc\n51.0707,29-2072\n51.3801,29-2072\n"), "y.csv")
    assert (codes(first[1]), codes(second[1])) == ([(3, "code")], [(2, "repeated")])
    assert second[0] == [("51.3801", "29-2072")]
    assert reader.keys == {("51.0707", "29-2072"), ("51.0707", "x"), ("51.3801", "29-2072")}


def test_what_a_row_refers_to_must_be_known(path):
    """A school that is not among the known ones is a mistake; where none are known, it is not."""
    write(path, f"{HEAD}51.0707,201645,3,1\n")
    reader = TableReader(AwardRow)
    assert codes(reader.read(path, known={"1"})[1]) == [(2, "unknown-school")]
    assert TableReader(AwardRow).read(path, known={"201645"})[1] == []
    assert TableReader(AwardRow).read(path)[1] == []


def test_a_table_that_is_not_whole_is_reported(path):
    """After rows that could not be read, nobody knows which keys there are."""
    reader = TableReader(CrosswalkRow)
    reader.read(write(path, "cip,soc\n51.0707,x\n"))
    assert reader.whole
    reader.read(write(path, "cip,soc\n51.0707\n"))
    reader.read(write(path, "cip,soc\n"))
    assert not reader.whole


def test_a_row_may_name_one_that_comes_later(path):
    """Codes of the same table are read first, nothing is reported twice, a former one is none."""
    rows = "x,y,\n51,,\n51.1,a,b\n51\n52,a,53\n53,a,\n54,a,x\n"
    read, problems = read_table(write(path, CIP_HEAD + rows), CipRow)
    assert codes(problems) == [(2, "code"), (3, "empty"), (4, "code"), (5, "cells")]
    assert read == [("52", "a", "53"), ("53", "a", None), ("54", "a", "x")]
