"""Tables of job titles: exact rows of good ones, one located problem for each mistake."""

import pytest

from careerkit.csvdata.titles import COLUMNS, KINDS, TitleRow, read_title_table, read_titles

HEAD = ",".join(COLUMNS) + "\n"
GOOD = """\
29-2072.00,Medical Records Specialists,,occupation
29-2072.00,Registered Health Information Technician (RHIT),RHIT,reported
29-2072,"Coder, Medical",,direct_match
29-2072,Chart Clerk,,alternate
29-2072,29-2071,,former_code
"""
ROWS = [
    TitleRow("29-2072.00", "Medical Records Specialists", "", "occupation"),
    TitleRow("29-2072.00", "Registered Health Information Technician (RHIT)", "RHIT", "reported"),
    TitleRow("29-2072", "Coder, Medical", "", "direct_match"),
    TitleRow("29-2072", "Chart Clerk", "", "alternate"),
    TitleRow("29-2072", "29-2071", "", "former_code"),
]


@pytest.fixture
def folder(tmp_path):
    """Make a folder of titles with one good table."""
    path = tmp_path / "titles"
    path.mkdir()
    (path / "onet-30-1.csv").write_text(HEAD + GOOD, encoding="utf-8")
    return path


def test_a_good_table_gives_its_rows(folder):
    """Every row comes as it is written, under the source that the file is named after."""
    ((table,), problems) = read_titles(folder, "d/titles")
    assert problems == []
    assert (table.source, table.shown) == ("onet-30-1", "d/titles/onet-30-1.csv")
    assert table.titles == ROWS


def test_every_kind_of_title_is_used():
    """The good table has a row of each kind."""
    assert {row.kind for row in ROWS} == {*KINDS}


def test_tables_come_in_the_order_of_their_names(folder):
    """A folder may hold the tables of several sources."""
    (folder / "a.csv").write_text(HEAD, encoding="utf-8")
    tables, problems = read_titles(folder, "d")
    assert [(table.source, len(table.titles)) for table in tables] == [("a", 0), ("onet-30-1", 5)]
    assert problems == []


def test_one_title_of_two_occupations_is_two_rows(folder):
    """The same words name several occupations; of a code and its details too."""
    path = folder / "onet-30-1.csv"
    same = "29-2072,Clerk,,alternate\n29-2072.00,Clerk,,alternate\n43-4071,Clerk,,alternate\n"
    path.write_text(HEAD + same, encoding="utf-8")
    table, problems = read_title_table(path, "x.csv")
    assert (len(table.titles), problems) == (3, [])


CODE = "is not an occupation code like 29-2072 or 29-2072.00 [code]"
KIND = "is none of occupation, direct_match, reported, alternate, former_code [kind]"
BAD = {
    "number": ("292072,Clerk,,alternate", f"7:1: '292072' {CODE}"),
    "no code": (",Clerk,,alternate", f"7:1: '' {CODE}"),
    "a blank": (" 29-2072,Clerk,,alternate", f"7:1: ' 29-2072' {CODE}"),
    "one decimal": ("29-2072.0,Clerk,,alternate", f"7:1: '29-2072.0' {CODE}"),
    "other digits": ("٢٩-٢٠٧٢,Clerk,,alternate", f"7:1: '٢٩-٢٠٧٢' {CODE}"),
    "line in code": ('"29-2072\n",Clerk,,alternate', f"7:1: '29-2072\n' {CODE}"),
    "no title": ("29-2072,,,alternate", "7:9: the title is empty [empty]"),
    "blank title": ('29-2072,"  ",x,alternate', "7:9: the title is empty [empty]"),
    "no kind": ("29-2072,Clerk,,", f"7:16: '' {KIND}"),
    "kind": ('29-2072,"Clerk, File",,Alternate', f"7:24: 'Alternate' {KIND}"),
    "former code": ("29-2072,2071,,former_code", f"7:9: '2071' {CODE}"),
    "repeated": (
        "29-2072,Chart Clerk,CC,reported",
        "7:9: 'Chart Clerk' of 29-2072 stands here twice [repeated]",
    ),
    "cells": ("29-2072,Clerk,alternate", "7:1: the row has 3 cells where 4 should be [cells]"),
}


@pytest.mark.parametrize("name", BAD)
def test_one_mistake_is_told_where_it_stands(name, folder):
    """A wrong row is left out and told at its cell; the others stay."""
    row, told = BAD[name]
    path = folder / "onet-30-1.csv"
    path.write_text(HEAD + GOOD + row + "\n43-4071,File Clerk,,alternate\n", encoding="utf-8")
    ((table,), problems) = read_titles(folder, "d")
    assert [str(problem) for problem in problems] == [f"d/onet-30-1.csv:{told}"]
    assert table.titles == [*ROWS, TitleRow("43-4071", "File Clerk", "", "alternate")]


def test_every_wrong_row_is_told(folder):
    """One mistake does not hide the next, and a file that cannot be read not the others."""
    (folder / "onet-30-1.csv").write_text(f"{HEAD}x,a,,alternate\ny,b,,alternate\n", "utf-8")
    (folder / "a.csv").write_text("x", encoding="utf-8")
    _, problems = read_titles(folder, "d")
    assert [(problem.file, problem.line, problem.code) for problem in problems] == [
        ("d/a.csv", 1, "columns"),
        ("d/onet-30-1.csv", 2, "code"),
        ("d/onet-30-1.csv", 3, "code"),
    ]


@pytest.mark.parametrize("name", ["notes.txt", "onet.tsv", "onet.CSV", "onet.csv~"])
def test_what_is_no_table_is_told(name, folder):
    """A stray file is a problem, as it is beside records; the tables are read all the same."""
    (folder / name).touch()
    tables, problems = read_titles(folder, "d")
    belongs = "is not a table of titles; one .csv file a source belongs here [stray-file]"
    assert [str(problem) for problem in problems] == [f"d/{name}:1:1: {belongs}"]
    assert len(tables) == 1


def test_a_folder_among_the_tables_is_told(folder):
    """Tables lie in the folder itself, not deeper."""
    (folder / "older").mkdir()
    _, problems = read_titles(folder, "d")
    assert [(problem.file, problem.code) for problem in problems] == [("d/older", "stray-file")]


def test_what_editors_keep_is_not_seen(folder):
    """Hidden files are no tables and no problem."""
    (folder / ".onet.csv").write_text("x", encoding="utf-8")
    (folder / ".~lock.onet-30-1.csv#").touch()
    tables, problems = read_titles(folder, "d")
    assert (len(tables), problems) == (1, [])
