"""Tables of program codes: exact rows of good ones, one located problem for each mistake."""

import pytest

from careerkit.csvdata.cip import COLUMNS, CipRow, read_cip_table, read_cips

HEAD = ",".join(COLUMNS) + "\n"
GOOD = """\
51,HEALTH PROFESSIONS,
51.07,"Health and Medical Administrative Services",
51.0707,"Health Information/Medical Records Technology, Other",
51.0808,Veterinary Technology,51.0707
51.19,Osteopathy,51.07
52,Former Family,51
"""
ROWS = [
    CipRow("51", "HEALTH PROFESSIONS", None),
    CipRow("51.07", "Health and Medical Administrative Services", None),
    CipRow("51.0707", "Health Information/Medical Records Technology, Other", None),
    CipRow("51.0808", "Veterinary Technology", "51.0707"),
    CipRow("51.19", "Osteopathy", "51.07"),
    CipRow("52", "Former Family", "51"),
]


@pytest.fixture
def folder(tmp_path):
    """Make a folder of codes with one good table."""
    path = tmp_path / "cip"
    path.mkdir()
    (path / "cip-2020.csv").write_text(HEAD + GOOD, encoding="utf-8")
    return path


def test_a_good_table_gives_its_rows(folder):
    """Every row comes as it is written; a valid code has none to use instead."""
    ((table,), problems) = read_cips(folder, "d/cip")
    assert problems == []
    assert (table.source, table.shown) == ("cip-2020", "d/cip/cip-2020.csv")
    assert table.codes == ROWS


def test_tables_come_in_the_order_of_their_names(folder):
    """A folder may hold several editions; each is read by itself."""
    (folder / "cip-2010.csv").write_text(f"{HEAD}51.24,Old,\n", encoding="utf-8")
    tables, problems = read_cips(folder, "d")
    assert [(each.source, len(each.codes)) for each in tables] == [("cip-2010", 1), ("cip-2020", 6)]
    assert problems == []


CODE = "is not a CIP code like 51, 51.07 or 51.0707 [code]"
UNKNOWN = "is no valid code of this table [unknown-code]"
BAD = {
    "no code": (",x,", f"8:1: '' {CODE}"),
    "as a number": ("51.071,x,", f"8:1: '51.071' {CODE}"),
    "without a dot": ("5107,x,", f"8:1: '5107' {CODE}"),
    "zero lost": ("1.0101,x,", f"8:1: '1.0101' {CODE}"),
    "other digits": ("५१,x,", f"8:1: '५१' {CODE}"),
    "as a formula": ('"=""53""",x,', f"""8:1: '="53"' {CODE}"""),
    "no title": ("53,,", "8:4: the title is empty [empty]"),
    "blank title": ("53,  ,", "8:4: the title is empty [empty]"),
    "repeated": ("51.07,x,", "8:1: the code '51.07' stands here twice [repeated]"),
    "repeated as former": ("51.07,x,51", "8:1: the code '51.07' stands here twice [repeated]"),
    "unknown now": ('53,"x, y",54', f"8:11: '54' {UNKNOWN}"),
    "now a former one": ("53,x,51.0808", f"8:6: '51.0808' {UNKNOWN}"),
    "now itself": ("53,x,53", f"8:6: '53' {UNKNOWN}"),
    "now no code": ("53,x,none", f"8:6: 'none' {UNKNOWN}"),
    "cells": ("53,x", "8:1: the row has 2 cells where 3 should be [cells]"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_wrong_row_is_told_where_it_stands(name, folder):
    """A wrong row is left out and told at its cell; the others stay."""
    row, wrong = BAD[name]
    (folder / "cip-2020.csv").write_text(f"{HEAD}{GOOD}{row}\n", encoding="utf-8")
    table, problems = read_cip_table(folder / "cip-2020.csv", "x.csv")
    assert [str(problem) for problem in problems] == [f"x.csv:{wrong}"]
    assert table.codes == ROWS


def test_every_wrong_row_is_told_once(folder):
    """One mistake does not hide the next, and reading for the codes first tells none twice."""
    path = folder / "cip-2020.csv"
    path.write_text(f"{HEAD}x,y,\n51,,\n51.1,a,b\n51\n", encoding="utf-8")
    table, problems = read_cip_table(path, "x.csv")
    assert [(each.line, each.code) for each in problems] == [
        *((2, "code"), (3, "empty"), (4, "code"), (5, "cells")),
    ]
    assert table.codes == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "columns"),
        ("code,title\n", "columns"),
        ("title,code,now\n", "columns"),
        (f'{HEAD}51,"x', "not-csv"),
        (f"{HEAD}51,x\x00,\n", "control"),
    ],
    ids=["empty", "a column less", "another order", "a quote left open", "a zero byte"],
)
def test_another_file_is_told(text, code, folder):
    """What is no such table is told once, and gives no row."""
    (folder / "cip-2020.csv").write_text(text, encoding="utf-8")
    ((table,), problems) = read_cips(folder, "d")
    assert ([problem.code for problem in problems], table.codes) == ([code], [])


def test_a_stray_file_is_told(folder):
    """Only tables belong into the folder; what an editor hides there is left out."""
    (folder / "notes.txt").touch()
    (folder / ".cip-2020.csv.swp").touch()
    _, (problem,) = read_cips(folder, "d")
    assert (problem.file, problem.code) == ("d/notes.txt", "stray-file")
    assert problem.message == "is not a table of program codes; one .csv file a source belongs here"
