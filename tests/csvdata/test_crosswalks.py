"""Tables of programs and occupations: exact pairs of good ones, a problem for each mistake."""

import pytest

from careerkit.csvdata.crosswalks import (
    COLUMNS,
    CrosswalkRow,
    read_crosswalk_table,
    read_crosswalks,
)

HEAD = ",".join(COLUMNS) + "\n"
GOOD = "51.0707,29-2072\n51.0707,29-9021\n51.3801,29-2072\n"
PAIRS = [
    CrosswalkRow("51.0707", "29-2072"),
    CrosswalkRow("51.0707", "29-9021"),
    CrosswalkRow("51.3801", "29-2072"),
]


@pytest.fixture
def folder(tmp_path):
    """Make a folder of crosswalks with one good table."""
    path = tmp_path / "crosswalks"
    path.mkdir()
    (path / "cip-soc-2020.csv").write_text(HEAD + GOOD, encoding="utf-8")
    return path


def test_a_good_table_gives_its_pairs(folder):
    """A program may lead to several occupations, and an occupation to several programs."""
    ((table,), problems) = read_crosswalks(folder, "d/crosswalks")
    assert problems == []
    assert (table.source, table.shown) == ("cip-soc-2020", "d/crosswalks/cip-soc-2020.csv")
    assert table.pairs == PAIRS


CIP = "is not a CIP code like 51.0707 [cip]"
SOC = "is not a SOC code like 29-2072 [code]"
BAD = {
    "no program": (",29-2072", f"5:1: '' {CIP}"),
    "group of programs": ("51.07,29-2072", f"5:1: '51.07' {CIP}"),
    "zero lost": ("1.0101,29-2072", f"5:1: '1.0101' {CIP}"),
    "other digits": ("५१.0707,29-2072", f"5:1: '५१.0707' {CIP}"),
    "no occupation": ("51.0707,", f"5:9: '' {SOC}"),
    "code with detail": ("51.0707,29-2072.00", f"5:9: '29-2072.00' {SOC}"),
    "both": ("x,y", f"5:1: 'x' {CIP}"),
    "repeated": ("51.0707,29-2072", "5:9: '29-2072' of 51.0707 stands here twice [repeated]"),
    "cells": ("51.0707", "5:1: the row has 1 cells where 2 should be [cells]"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_wrong_row_is_told_where_it_stands(name, folder):
    """A wrong row is left out and told at its cell; the others stay."""
    row, wrong = BAD[name]
    path = folder / "cip-soc-2020.csv"
    path.write_text(f"{HEAD}{GOOD}{row}\n", encoding="utf-8")
    table, problems = read_crosswalk_table(path, "x.csv")
    assert [str(problem) for problem in problems] == [f"x.csv:{wrong}"]
    assert table.pairs == PAIRS


def test_other_columns_and_stray_files_are_told(folder):
    """A table with other columns gives no pair; what is no table is told too."""
    (folder / "a.csv").write_text("soc,cip\n29-2072,51.0707\n", encoding="utf-8")
    (folder / "b").mkdir()
    tables, problems = read_crosswalks(folder, "d")
    assert [(each.source, len(each.pairs)) for each in tables] == [("a", 0), ("cip-soc-2020", 3)]
    assert [(each.file, each.code) for each in problems] == [
        ("d/b", "stray-file"),
        ("d/a.csv", "columns"),
    ]
