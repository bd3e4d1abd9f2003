"""A caseload file to rows: whatever a spreadsheet wrote, each row at its line."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.caseload.lines import lines_of
from careerkit.errors import CareerkitError, ExitStatus
from careerkit.model.problem import Problem

CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=6)


def read(content):
    """Return the header and the rows of a file's bytes, as the command line opens it."""
    stream = io.TextIOWrapper(
        io.BytesIO(content), encoding="utf-8", errors="surrogateescape", newline=""
    )
    header, lines = lines_of(stream, "f.csv")
    return header, list(lines)


def refused(content):
    """Return the message that a file ends in."""
    with pytest.raises(CareerkitError) as caught:
        read(content)
    assert caught.value.status is ExitStatus.BAD_DATA
    return caught.value.message


@pytest.mark.parametrize(
    "content",
    [
        b"client,age\nA,24\n",
        b"client,age\r\nA,24\r\n",
        b"client,age\rA,24",
        b"\xef\xbb\xbfclient,age\r\nA,24\r\n",
        b'\xef\xbb\xbf"client","age"\r\n"A","24"\r\n',
        b"client;age\nA;24\n",
        b"client\tage\nA\t24\n",
        b"client,age,,\nA,24\n",
    ],
)
def test_what_spreadsheets_write_is_read(content):
    """Line ends, a mark of order, quotes, semicolons, tabs, and columns without anything."""
    assert read(content) == (["client", "age"], [(2, ["A", "24"])])


def test_semicolons_in_cells_are_kept():
    """The delimiter is that of the header: a cell may hold the others."""
    assert read(b'work;age\n"a:1y; b:2y";3,5\n')[1] == [(2, ["a:1y; b:2y", "3,5"])]
    assert read(b"work,age\na:1y; b:2y,3\n")[1] == [(2, ["a:1y; b:2y", "3"])]


def test_a_row_has_the_line_it_begins_on():
    """Empty lines and line breaks in cells count as lines, and are no rows."""
    content = b'\n\nclient,age\n\nA,"2\n4"\n,,\n  ,\t\nC,25\n'
    assert read(content)[1] == [(5, ["A", "2\n4"]), (9, ["C", "25"])]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b",", b";", b"\t"])
def test_lines_that_a_mark_makes_one_row_are_a_problem(mark, end):
    """A stray mark that a later row closes merges no clients, in whichever column it stands."""
    rows = [b"degree,x_note,client", b'aas,"likes dogs,Ana', b'hs,call back",Ben', b"bs,,Cy"]
    _, (merged, last) = read(end.join(rows).replace(b",", mark) + end)
    assert (merged[0], merged[1].code) == (2, "row")
    assert "2 lines are one row here" in merged[1].message
    assert last == (4, ["bs", "", "Cy"])


def test_a_note_of_several_lines_is_no_problem():
    """What holds fewer delimiters than a row is no row that was taken in."""
    content = b'client,age,x_note\nA,24,"one, two\nthree"\nB,25,\n'
    assert next(row for _, row in read(content)[1]) == ["A", "24", "one, two\nthree"]


def test_a_line_break_in_the_header_is_refused():
    """A mark that opens in the header would hide the clients up to the next one."""
    with pytest.raises(CareerkitError, match="a line break stands in the header"):
        read(b'client,degree,"x_note\nAna,aas,ok"\nBen,aas,hi\n')


def test_a_missing_quotation_mark_hides_no_rows():
    """A row that cannot be read ends with its line, and those after it are read."""
    _, (first, *others) = read(b'client,age\n"A,24\nB,25\n"C","26"\nD,27\n')
    assert others == [(3, ["B", "25"]), (4, ["C", "26"]), (5, ["D", "27"])]
    message = "this is no row of CSV: ',' expected after '\"'; is a quotation mark missing?"
    assert first == (2, Problem(file="f.csv", line=2, column=1, code="row", message=message))


def test_a_quotation_mark_open_at_the_end_is_told():
    """A mark that nothing closes up to the end of the file costs its row only."""
    _, rows = read(b'client,age\nA,24\nB,"25\nC,26\n')
    assert [number for number, _ in rows] == [2, 3, 4]
    assert "unexpected end of data" in str(rows[1][1])
    assert rows[2] == (4, ["C", "26"])


def test_a_huge_cell_costs_its_row_only():
    """A cell of 200 kB, in quotes or not, is told, and the rows after it are read."""
    huge = b"z" * 200_000
    for cell in (huge, b'"' + huge):
        _, rows = read(b"client,age\nA," + cell + b"\nB,25\n")
        assert "field larger than field limit" in str(rows[0][1])
        assert rows[1:] == [(3, ["B", "25"])]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "f.csv is empty; its first line names the columns"),
        (b"\xef\xbb\xbf\n \r\n\t", "f.csv is empty"),
        (b'[{"client": 1}]', "write JSON Lines, an object a line and no list around them"),
        (b"PK\x03\x04\x14", "f.csv is a workbook; save it as CSV UTF-8"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "f.csv is a workbook"),
        ("client,age\n".encode("utf-16"), "perhaps UTF-16; save it as CSV UTF-8"),
        ("client,age\n".encode("utf-16-le"), "perhaps UTF-16"),
        (
            "client,zusätze\n".encode("latin-1"),
            "f.csv: the text is not UTF-8; save the file in",
        ),
        (b'client,"age\nA,1\n', "the header is no row of CSV: unexpected end of data"),
    ],
)
def test_what_is_no_table_is_refused(content, message):
    """A file that holds no rows at all is one clear line."""
    assert message in refused(content)


def test_a_header_of_commas_has_no_column():
    """Columns without a name at the end are none."""
    assert read(b",,,\nA,,,\n") == ([], [(2, ["A", "", "", ""])])


def test_json_lines_have_no_header():
    """A first line that begins an object makes it JSON Lines; empty lines are no rows."""
    content = b'\xef\xbb\xbf\n {"age": 1}\r\n\n{"age": 2}'
    assert read(content) == (None, [(2, (' {"age": 1}\r\n',)), (4, ('{"age": 2}',))])


@given(ROWS)
def test_rows_come_back_whatever_their_texts(rows):
    """What the csv module writes is read back, but for rows without any text.

    A row with a line break may be told as several rows made one.
    """
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([["client", "age", "state"], *rows])
    header, lines = lines_of(io.StringIO(stream.getvalue(), newline=""), "f.csv")
    assert header == ["client", "age", "state"]
    written = [row for row in rows if "".join(row).strip()]
    found = [row for _, row in lines if not isinstance(row, Problem)]
    assert [row for row in found if row in written] == found
    unbroken = [row for row in written if not {"\n", "\r"} & {*"".join(row)}]
    assert [row for row in found if row in unbroken] == unbroken
