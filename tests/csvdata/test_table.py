"""A table is read as CSV with the columns it must have; mistakes are reported where they stand."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.csvdata import table as tables
from careerkit.csvdata.table import Mistake, Table, inside

COLUMNS = ("code", "title", "kind")
HEAD = "code,title,kind\n"


def read(path, content):
    """Write a table, read it, and return its rows with what was wrong."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    table = Table(path, "shown.csv", COLUMNS)
    return [*table.rows()], table


@pytest.fixture
def path(tmp_path):
    """Name a table."""
    return tmp_path / "x.csv"


@pytest.mark.parametrize(
    "content",
    [
        HEAD + "a,b,c\nd,e,\n",
        HEAD + "a,b,c\nd,e,",
        (HEAD + "a,b,c\nd,e,\n").replace("\n", "\r\n"),
        (HEAD + "a,b,c\nd,e,\n").replace("\n", "\r"),
        "\ufeff" + HEAD + "a,b,c\nd,e,\n",
        HEAD + '"a","b","c"\n"d",e,""\n',
        HEAD + "\na,b,c\n\n\nd,e,\n\n",
    ],
    ids=["plain", "no end", "windows", "old mac", "mark", "quotes", "blank lines"],
)
def test_rows_are_read_in_order(content, path):
    """However the lines end and the cells are quoted, the rows are the same."""
    rows, table = read(path, content)
    assert rows == [["a", "b", "c"], ["d", "e", ""]]
    assert (table.problems, table.is_whole) == ([], True)


def test_a_quoted_cell_may_hold_anything(path):
    """Commas, quotes and ends of lines inside quotes belong to the cell."""
    rows, table = read(path, HEAD + '"a, b","say ""x""","one\ntwo"\n')
    assert rows == [["a, b", 'say "x"', "one\ntwo"]]
    assert table.problems == []


def test_letters_of_any_script_are_kept(path):
    """A cell comes as it stands, blanks around it included."""
    rows, _ = read(path, HEAD + " Ünï ,ع,\U0001f4a1\u2028x\n")
    assert rows == [[" Ünï ", "ع", "\U0001f4a1\u2028x"]]


def test_a_table_may_have_no_rows(path):
    """The names of the columns alone are a table without rows."""
    rows, table = read(path, HEAD)
    assert (rows, table.problems, table.is_whole) == ([], [], True)


FIRST = "the first line must name the columns: code,title,kind [columns]"
NOT_CSV = "{}:1: the row that begins here is not CSV: "
BAD = {
    "empty": ("", f"1:1: {FIRST}"),
    "blank line first": ("\n" + HEAD, f"1:1: {FIRST}"),
    "no header": ("a,b,c\n", f"1:1: {FIRST}"),
    "column missing": ("code,title\na,b\n", f"1:1: {FIRST}"),
    "column more": ("code,title,kind,x\na,b,c,d\n", f"1:1: {FIRST}"),
    "columns moved": ("title,code,kind\na,b,c\n", f"1:1: {FIRST}"),
    "semicolons": ("code;title;kind\na;b;c\n", f"1:1: {FIRST}"),
    "cell missing": (HEAD + "a,b,c\na,b\n", "3:1: the row has 2 cells where 3 should be [cells]"),
    "cell more": (HEAD + "a,b,c,d\n", "2:1: the row has 4 cells where 3 should be [cells]"),
    "blanks": (HEAD + "  \n", "2:1: the row has 1 cells where 3 should be [cells]"),
    "cell missing behind two lines in one": (
        HEAD + 'a,"b\nb",c\na,b\n',
        "4:1: the row has 2 cells where 3 should be [cells]",
    ),
    "quote open": (
        HEAD + 'a,b,c\na,"b,c\nd,e,f\n',
        f"{NOT_CSV.format(3)}unexpected end of data [not-csv]",
    ),
    "quote inside": (
        HEAD + 'a,"b"b,c\nd,e,f\n',
        f"{NOT_CSV.format(2)}',' expected after '\"' [not-csv]",
    ),
    "huge cell": (
        HEAD + "a,b,c\n" + f"a,{'x' * 140_000},c\n",
        f"{NOT_CSV.format(3)}field larger than field limit (131072) [not-csv]",
    ),
    "latin-1": (
        (HEAD + "a,b,c\na,\xe9,c\n").encode("latin-1"),
        "3:1: the file is not UTF-8; save it as UTF-8 [encoding]",
    ),
    "utf-16": (
        (HEAD + "a,b,c\n").encode("utf-16"),
        "1:1: the file is not UTF-8; save it as UTF-8 [encoding]",
    ),
    "NUL": (
        HEAD + "a,b,c\na,b\0,c\n",
        r"3:4: the file holds a character that is no text: '\x00' [control]",
    ),
    "escape": (
        HEAD + "a,\x1b[31m,c\n",
        r"2:3: the file holds a character that is no text: '\x1b' [control]",
    ),
    "delete": (
        HEAD + "a,é,\x7f\n",
        r"2:5: the file holds a character that is no text: '\x7f' [control]",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_one_mistake_is_reported_where_it_stands(name, path):
    """What is no such table gives one problem, at its line and column."""
    content, problem = BAD[name]
    _, table = read(path, content)
    assert [str(problem) for problem in table.problems] == [f"shown.csv:{problem}"]
    assert not table.is_whole


@pytest.mark.parametrize(
    ("content", "rows", "lines"),
    [
        ("a,b,c\nx\n\nd,e,f\ny,z\n", [["a", "b", "c"], ["d", "e", "f"]], [3, 6]),
        ('a,b,c\n"d,e,f\n', [["a", "b", "c"]], [3]),
    ],
    ids=["length", "quote"],
)
def test_rows_before_and_behind_a_mistake_are_read(content, rows, lines, path):
    """A row of the wrong length is left out, alone; a quote that is never closed ends reading."""
    result, table = read(path, HEAD + content)
    assert result == rows
    assert [problem.line for problem in table.problems] == lines
    assert not table.is_whole


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    """A missing file, and a folder in its place, are reported by the system's words."""
    for path, words in ((tmp_path / "no.csv", "No such file"), (tmp_path, "Is a directory")):
        table = Table(path, "shown.csv", COLUMNS)
        assert [*table.rows()] == []
        (problem,) = table.problems
        assert (problem.line, problem.column, problem.code) == (1, 1, "unreadable")
        assert problem.message.startswith(f"the file cannot be read: {words}")
        assert not table.is_whole


def test_a_file_that_is_too_large_is_not_read(path, monkeypatch):
    """A table has at most 64 MiB: a larger one, or one without end, is refused."""
    assert tables.MAX_BYTES == 64 << 20
    monkeypatch.setattr(tables, "MAX_BYTES", len(HEAD))
    assert read(path, HEAD)[1].problems == []
    rows, table = read(path, HEAD + "a,b,c\n")
    assert rows == []
    (problem,) = table.problems
    assert problem.code == "too-large"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("row", "places"),
    [
        ("a,b,c", [(3, 1), (3, 3), (3, 5)]),
        (",,", [(3, 1), (3, 2), (3, 3)]),
        ('"a","b",c', [(3, 1), (3, 5), (3, 9)]),
        ('"a, b",c,d', [(3, 1), (3, 8), (3, 10)]),
        ('"say ""x, y""",c,d', [(3, 1), (3, 16), (3, 18)]),
        ('a"b,c",d', [(3, 1), (3, 5), (3, 8)]),
        ('é,"ع",d', [(3, 1), (3, 3), (3, 7)]),
        ('a,"b\nb",c', [(3, 1), (3, 3), (4, 4)]),
    ],
)
def test_a_cell_is_reported_by_line_and_column(row, places, end, mark, path):
    """The place of a cell is where it begins in the file, whatever is quoted before it."""
    text = f'{mark}{HEAD}"x, y",y,z\n{row}\n'.replace("\n", end)
    path.write_bytes(text.encode())
    table = Table(path, "shown.csv", COLUMNS)
    for number, _ in enumerate(table.rows()):
        for at in range(3) if number else ():
            table.report(Mistake(at, "x", "y"))
    assert [(problem.line, problem.column) for problem in table.problems] == places


cell = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from(',"\n\r\t'))


@given(st.lists(st.tuples(cell, cell, cell)), st.data())
def test_what_is_written_as_csv_is_read_again(tmp_path_factory, written, data):
    """Any rows survive, and the place told of a cell is where the file has it."""
    path = tmp_path_factory.getbasetemp() / "any.csv"
    out = io.StringIO(newline="")
    csv.writer(out).writerows([COLUMNS, *written])
    path.write_bytes(out.getvalue().encode())
    table = Table(path, "shown.csv", COLUMNS)
    lines = [*io.StringIO(out.getvalue(), newline="")]
    read = []
    for row in table.rows():
        read.append(tuple(row))
        at = data.draw(st.integers(0, 2))
        table.report(Mistake(at, "x", "y"))
        place = table.problems[-1]
        line, column = lines[place.line - 1], place.column - 1
        before, rest = line[:column], line[column:]
        assert rest.startswith((row[at] + ("\r\n" if at == 2 else ","), '"'))
        assert before.endswith(",") == (at > 0)
    assert read == written


def is_csv(path):
    """Tell whether a path is named like a table."""
    return path.suffix == ".csv"


def test_what_is_hidden_is_not_seen(tmp_path):
    """Editors keep their locks and swap files in hidden ones."""
    for name in (".x.csv.swp", ".x.csv", ".~lock.x.csv#"):
        (tmp_path / name).touch()
    (tmp_path / ".git").mkdir()
    assert inside(tmp_path, "d", is_csv, "m") == ([], [])
    assert inside(tmp_path, "d", Path.is_dir, "m") == ([], [])


def test_what_does_not_belong_is_reported(tmp_path):
    """Tables and folders come in order; the other of the two, and other files, are stray."""
    for name in ("b.csv", "a.csv", "notes.txt", "c.CSV", "d.csv~"):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()
    found, problems = inside(tmp_path, "d", is_csv, "does not belong")
    assert [path.name for path in found] == ["a.csv", "b.csv"]
    assert [str(problem) for problem in problems] == [
        f"d/{name}:1:1: does not belong [stray-file]"
        for name in ("c.CSV", "d.csv~", "folder", "notes.txt")
    ]
    found, problems = inside(tmp_path, "d", Path.is_dir, "m")
    assert [path.name for path in found] == ["folder"]
    assert len(problems) == 5


def test_what_is_not_there_is_reported(tmp_path):
    """A broken link is found, so that reading reports it; a folder that went away is a problem."""
    (tmp_path / "x.csv").symlink_to("nowhere")
    assert inside(tmp_path, "d", is_csv, "m") == ([tmp_path / "x.csv"], [])
    paths, (problem,) = inside(tmp_path / "no", "d", is_csv, "m")
    assert paths == []
    assert str(problem).startswith("d:1:1: the folder cannot be read: No such file")
