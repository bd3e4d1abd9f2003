"""Published tables are read by the names of their columns; what is wrong is told with its place."""

import gzip
import io
import sys
import tracemalloc
import zipfile
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing import failure, workbook, zipped

from careerkit.errors import CareerkitError
from careerkit.importers import tables
from careerkit.importers.packed import expanded
from careerkit.importers.tables import Row, first_cell, once, sheet_names, sheet_rows, text_rows


def book(folder, **sheets):
    """Write a workbook with these sheets and rows; return its path."""
    return workbook(folder / "f.xlsx", sheets)


def text(folder, content, name="f.csv"):
    """Write a text, or bytes, to a file; return its path."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def table(path, sheet="S", header=1):
    """Return the rows of a sheet that has the columns of ``HEAD``, or of a text."""
    if ".xlsx" in path.name:
        return [*sheet_rows(path, sheet, HEAD, header)]
    return [*text_rows(path, HEAD)]


def row(value, **others):
    """Return a row whose column C holds a value."""
    return Row(place="f.xlsx, sheet 'S'", number=7, cells={"C": value, **others})


PLACE = "f.xlsx, sheet 'S', row 7, column 'C' "
HEAD = ["code", "name", "count"]
ROWS = [["11-1011", "Chief executives", 3], ["11-1021", "Managers", 4.5]]
CSV = "code,name,count\n11-1011,Chief executives,3\n11-1021,Managers,4.5\n"


def cells(rows):
    """Return rows as code, name and count."""
    return [[row.text("code"), row.text("name"), row.number_at("count")] for row in rows]


@pytest.mark.parametrize(
    ("value", "number"),
    [
        *((5, 5), (0, 0), (-7.1, -7.1), ("5", 5), (" 7.5 ", 7.5), ("-3.1", -3.1)),
        *(("1,234", 1234), ("1,234,567.8", 1234567.8)),
    ],
)
def test_a_number_is_read_as_it_is_published(value, number):
    """A cell is a number or the text of one, with commas between thousands."""
    read = row(value).number_at("C")
    assert (read, type(read)) == (number, type(number))


@pytest.mark.parametrize("symbol", ["*", "**", "—", " # ", ""])
def test_a_symbol_for_a_missing_value_is_none(symbol):
    """A symbol is missing where the table has it, never 0, and a mistake where it has not."""
    assert row(symbol).number_at("C", (symbol.strip(),)) is None
    message = failure(row(symbol).number_at, "C", ("~",))
    assert message == f"{PLACE}holds '{symbol.strip()}' where a number should be"


def test_an_empty_cell_is_missing_only_where_that_is_a_symbol():
    """A cell with nothing in it is not missing unless the table leaves missing values out."""
    assert row(None).number_at("C", ("",)) is None
    assert failure(row(None).number_at, "C", ("*",)).startswith(PLACE)


NO_NUMBERS = (
    *(">=$239,200", "$5", "5 %", "12a", "1.2.3", "nan", "inf", "1_000", "0x10", "1 000"),
    *("1,5", "12,34", ",5", ".", "1.000,5"),
)
AS_EXCEL = [datetime(2025, 5, 1), True]  # noqa: DTZ001 - as openpyxl gives it


@pytest.mark.parametrize("value", [*NO_NUMBERS, *AS_EXCEL], ids=str)
def test_what_is_no_number_is_told_with_its_place(value):
    """A comma that parts no thousands too, or a date of Excel, names sheet, row and column."""
    message = failure(row(value).number_at, "C")
    assert message == f"{PLACE}holds '{value}' where a number should be"


def test_text_is_read_without_the_blanks_around_it():
    """Titles are indented in the files; a number can stand where a text should."""
    assert row("   Chief  executives ").text("C") == "Chief  executives"
    assert row(5).text("C") == "5"


@pytest.mark.parametrize("value", [None, "", "  "])
def test_an_empty_text_is_told_with_its_place(value):
    """A text that must be there and is not names file, sheet, row and column."""
    assert failure(row(value).text, "C") == f"{PLACE}is empty"


@pytest.mark.parametrize("sheet", ["S", 0])
def test_a_sheet_is_read_by_name_or_by_its_place(sheet, tmp_path):
    """Rows come with the numbers that they have in the sheet."""
    path = book(tmp_path, S=[HEAD, *ROWS], T=[["other"]])
    rows = table(path, sheet)
    assert cells(rows) == ROWS
    assert [row.number for row in rows] == [2, 3]
    assert {row.place for row in rows} == {f"{path}, sheet 'S'"}


def test_a_header_stands_where_the_table_has_it(tmp_path):
    """Rows above the header are no data, and blanks around its names do not count."""
    path = book(tmp_path, S=[["A title"], [f" {name} " for name in HEAD], *ROWS])
    rows = table(path, header=2)
    assert cells(rows) == ROWS
    assert [row.number for row in rows] == [3, 4]


@pytest.mark.parametrize("order", [[2, 0, 1], [1, 2, 0], [2, 1, 0]])
def test_columns_are_found_by_name_in_any_order(order, tmp_path):
    """A file with its columns moved, and another between them, reads the same."""
    first, *others = order
    lines = [[line[first], "x", *(line[at] for at in others)] for line in (HEAD, *ROWS)]
    path = book(tmp_path, S=lines)
    assert cells(table(path)) == ROWS
    path = text(tmp_path, "".join(",".join(map(str, line)) + "\n" for line in lines))
    assert cells(table(path)) == ROWS


def test_a_missing_sheet_is_named_beside_those_that_are_there(tmp_path):
    """Who names the wrong workbook is told which sheets it has."""
    path = book(tmp_path, Index=[["x"]], Other=[["y"]])
    assert failure(table, path) == f"{path}: has no sheet 'S'; it has Index, Other"


@pytest.mark.parametrize(
    ("rows", "missing"),
    [
        ([["name", "code"]], "'count'"),
        ([["name"], ["code"]], "'code', 'count'"),
        ([[None, 5]], "'code', 'name', 'count'"),
    ],
)
def test_missing_columns_are_named(rows, missing, tmp_path):
    """Every column that is not in the header is told, with file, sheet and row."""
    path = book(tmp_path, S=rows)
    place = f"{path}, sheet 'S', row 1: "
    assert failure(table, path) == f"{place}has no column {missing}; is it another layout?"


def test_a_column_that_stands_twice_is_named(tmp_path):
    """Which of two columns of one name is meant is not guessed; others may be there twice."""
    head = [*HEAD, "x", "x"]
    path = book(tmp_path, S=[head, [*ROWS[0], 1, 2]], T=[[*HEAD, "code"]])
    assert cells(table(path)) == ROWS[:1]
    message = failure(table, path, "T")
    assert message == f"{path}, sheet 'T', row 1: has the column 'code' twice"


def test_rows_that_must_be_one_each_are(tmp_path):
    """A row that says again what a row before said is told with its place and that of the first."""
    lines = [HEAD, ["1", "a", 1], ["1", "b", 2], ["2", "a", 3], [" 1", "b", 2]]
    path = book(tmp_path, S=lines)
    rows = table(path)
    assert [*once(rows[:3], "code", "name")] == rows[:3]
    message = failure(lambda: [*once(rows, "code", "name")])
    assert message == f"{path}, sheet 'S', row 5, column 'name' repeats '1, b' of row 3"
    message = failure(lambda: [*once(rows, "code")])
    assert message == f"{path}, sheet 'S', row 3, column 'code' repeats '1' of row 2"


def test_a_row_without_what_makes_it_one_is_told():
    """An empty cell is no key that a second empty one could repeat."""
    assert failure(lambda: [*once([row(None)], "C")]) == f"{PLACE}is empty"


@given(st.lists(st.integers(0, 9), max_size=6))
def test_rows_pass_until_the_first_that_repeats(keys):
    """What comes before the first repeated row is given as it is, in order."""
    rows = [row(key) for key in keys]
    passed = []
    try:
        passed.extend(once(rows, "C"))
    except CareerkitError:
        assert len(set(keys)) < len(keys)
    else:
        assert passed == rows
        assert len(set(keys)) == len(keys)


def test_a_file_in_a_folder_of_an_archive_is_named_whole(tmp_path):
    """Of several files in an archive each is read by itself, and mistakes name it."""
    content = book(tmp_path, S=[HEAD, *ROWS, ["1", "x", "many"]]).read_bytes()
    path = zipped(
        tmp_path / "a.zip", **{"in/f.xlsx": content, "in/f.csv": CSV, "in/g.csv": CSV + "1,x,many"}
    )
    plain, sheets, other = expanded(path)
    assert (cells(table(plain)), sheet_names(sheets)) == (ROWS, ["S"])
    message = failure(cells, table(other))
    assert message.startswith(f"{path}: in/g.csv, row 4, column 'count' holds 'many'")
    message = failure(cells, table(sheets))
    assert message.startswith(f"{path}: in/f.xlsx, sheet 'S', row 4, column 'count' holds 'many'")


def test_a_file_that_ends_above_its_header_has_no_columns(tmp_path):
    """A table cut short before its header, or empty, is another layout."""
    path = book(tmp_path, S=[["A title"]], T=[])
    for sheet in ("S", "T"):
        message = failure(table, path, sheet, header=2)
        assert f"sheet '{sheet}', row 2: has no column 'code', 'name', 'count'" in message
    empty = text(tmp_path, "")
    message = failure(table, empty)
    assert message.startswith(f"{empty}, row 1: has no column 'code', 'name', 'count'")


def test_a_workbook_is_read_from_its_packing_too(tmp_path):
    """A workbook in gzip or in a zip archive is read like one beside it."""
    content = book(tmp_path, S=[HEAD, *ROWS]).read_bytes()
    packed = text(tmp_path, gzip.compress(content), "f.xlsx.gz")
    archive = zipped(tmp_path / "f.zip", **{"f.xlsx": content})
    for path in (packed, *expanded(archive)):
        assert sheet_names(path) == ["S"]
        assert cells(table(path)) == ROWS


def test_text_is_read_plain_or_packed(tmp_path):
    """Text in gzip, or in the folders of a zip archive, is read like text."""
    packed = text(tmp_path, gzip.compress(CSV.encode()), "f.csv.gz")
    archive = zipped(tmp_path / "f.zip", **{"in/": "", "in/f.csv": CSV})
    for path in (text(tmp_path, CSV), packed, *expanded(archive)):
        rows = table(path)
        assert cells(rows) == ROWS
        assert [(row.place, row.number) for row in rows] == [(str(path), 2), (str(path), 3)]


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path):
    """The failure names the file, for the command line to tell."""
    for name in ("f.xlsx", "f.xlsx.gz"):
        path = tmp_path / name
        with pytest.raises(FileNotFoundError) as failed:
            sheet_names(path)
        assert str(failed.value.filename) == str(path)


NO_BOOK = "is not a workbook that can be read"
SHEET = "xl/worksheets/sheet1.xml"
MANY = [HEAD, *([f"11-{n:04}", f"name {n * 7919 % 5000}", n] for n in range(2000))]
LONG = "".join(",".join(map(str, line)) + "\n" for line in MANY)


def with_part(path, part, change):
    """Change the bytes of a part inside a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(path, **{**parts, part: change(parts.get(part))})


def flipped(content, at):
    """Return bytes of which eight were changed on the way."""
    return content[:at] + bytes(byte ^ 0xFF for byte in content[at : at + 8]) + content[at + 8 :]


def in_sheet(content, share):
    """Return a place inside the first sheet of a workbook, as it is packed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = archive.getinfo(SHEET)
    return part.header_offset + 60 + int((part.compress_size - 80) * share)


DAMAGES = {
    **{f"cut at {at}": lambda c, at=at: c[: int(len(c) * at)] for at in (0, 0.01, 0.5, 0.999)},
    **{f"bytes at {at}": lambda c, at=at: flipped(c, in_sheet(c, at)) for at in (0.2, 0.5, 0.9)},
    "an empty archive": lambda _: b"PK\x03\x04",
    "a text": lambda _: CSV.encode(),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_workbook_is_told(damage, tmp_path):
    """A download that broke off or changed, and another kind of file, are told by their name."""
    path = book(tmp_path, S=MANY)
    path.write_bytes(damage(path.read_bytes()))
    assert failure(table, path).startswith(f"{path}: {NO_BOOK}")


def test_an_archive_without_sound_parts_is_no_workbook(tmp_path):
    """A zip archive of something else, and one in which a sheet breaks off, are told as such."""
    path = zipped(tmp_path / "f.xlsx", **{"readme.txt": "x"})
    assert failure(sheet_names, path).startswith(f"{path}: {NO_BOOK}")
    with_part(book(tmp_path, S=MANY), SHEET, lambda xml: xml[: len(xml) // 2])
    assert failure(table, path).startswith(f"{path}: {NO_BOOK}")


PACKED = gzip.compress(LONG.encode())


@pytest.mark.parametrize("share", [0.001, 0.5, 0.99])
@pytest.mark.parametrize(
    "damage", [lambda content, at: content[: at + 1], flipped], ids=["cut short", "bytes"]
)
def test_damaged_packed_text_is_told(damage, share, tmp_path):
    """A gzip file that breaks off, or whose bytes changed, is not taken for its text."""
    path = text(tmp_path, damage(PACKED, int((len(PACKED) - 8) * share)), "f.csv.gz")
    assert failure(table, path).startswith(f"{path}: is cut short or damaged")


def test_a_packing_that_is_none_is_told(tmp_path):
    """Plain text under the name of a packed file is told as damaged, whoever reads it."""
    path = text(tmp_path, CSV, "f.csv.gz")
    for read in (table, sheet_names):
        assert failure(read, path).startswith(f"{path}: is cut short or damaged")


TOO_LARGE = "holds more than a published table can; is it the right file?"


@pytest.mark.parametrize("size", [99, 100, 101])
def test_text_that_is_too_large_is_not_read_on(size, tmp_path, monkeypatch):
    """A bomb of short lines is refused where the limit is passed, and not before."""
    monkeypatch.setattr(tables, "_LIMIT", 100)
    path = text(tmp_path, gzip.compress(b"a,b\n1,2\n" + b"\n" * (size - 8)), "f.csv.gz")
    if size > 100:
        assert failure(lambda: [*text_rows(path, ["a"])]) == f"{path}: {TOO_LARGE}"
    else:
        assert len([*text_rows(path, ["a"])]) == 1


def test_a_line_that_is_too_long_is_not_read_on(tmp_path):
    """A bomb of one line is refused before it is in memory."""
    path = tmp_path / "f.csv.gz"
    with gzip.open(path, "wb") as packed:
        packed.write(b"a,b\n")
        for _ in range(300):
            packed.write(b"1," * (1 << 17))
    tracemalloc.start()
    try:
        assert failure(lambda: [*text_rows(path, ["a"])]) == f"{path}: {TOO_LARGE}"
        assert tracemalloc.get_traced_memory()[1] < 16 << 20
    finally:
        tracemalloc.stop()


def test_a_workbook_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    """Not more of it than a published one has is read, packed in gzip or as it is."""
    path = book(tmp_path, S=[HEAD, *ROWS])
    monkeypatch.setattr(tables, "_BOOK", path.stat().st_size)
    assert sheet_names(path) == ["S"]
    monkeypatch.setattr(tables, "_BOOK", path.stat().st_size - 1)
    assert failure(sheet_names, path) == f"{path}: {TOO_LARGE}"


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "x.bin"])
def test_a_workbook_with_a_bomb_in_it_is_not_read(part, tmp_path):
    """A part that is read at once has a limit, and a sheet that is packed to almost nothing."""
    path = book(tmp_path, S=[HEAD, *ROWS])
    with_part(path, part, lambda _: b"<a>" * (6 << 20))
    assert failure(sheet_names, path) == f"{path}: {TOO_LARGE}"


def test_a_sheet_of_too_many_rows_is_not_read_on(tmp_path, monkeypatch):
    """A row number that no sheet can have does not give a row for each number before it."""
    monkeypatch.setattr(tables, "_ROWS", 3)
    path = book(tmp_path, S=[HEAD, *ROWS])
    assert cells(table(path)) == ROWS
    path = book(tmp_path, S=[HEAD, *ROWS, ROWS[0]])
    assert failure(table, path) == f"{path}: {TOO_LARGE}"


@pytest.mark.parametrize(
    ("at", "value", "reason"), [(6, 1, "is encrypted, password"), (8, 98, "compression method")]
)
def test_a_workbook_with_a_strange_part_is_told(at, value, reason, tmp_path):
    """A flipped bit may say that a part is encrypted, or packed in a way that nobody knows."""
    path = book(tmp_path, S=[HEAD, *ROWS])
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", at), (b"PK\x01\x02", at + 2)):
        start = -1
        while (start := content.find(mark, start + 1)) >= 0:
            content[start + offset] = value
    path.write_bytes(content)
    message = failure(sheet_names, path)
    assert message.startswith(f"{path}: cannot be unpacked (")
    assert reason in message


def test_an_archive_with_damaged_bytes_is_told(tmp_path):
    """Bytes of a zip archive that were changed on the way name the file."""
    path = zipped(tmp_path / "f.zip", **{"f.csv": LONG})
    content = path.read_bytes()
    path.write_bytes(flipped(content, len(content) // 2))
    assert failure(table, *expanded(path)).startswith(f"{path}: f.csv: is cut short or damaged")


@pytest.mark.parametrize(
    ("end", "column"), [("11-1021", "name"), ("11-1021,Mana", "count"), ('11-1021,"Mana', "count")]
)
def test_text_that_is_cut_short_inside_a_row_is_told_with_its_place(end, column, tmp_path):
    """A last row with too few cells lacks the column that it breaks off before."""
    path = text(tmp_path, CSV.partition("11-1021")[0] + end)
    assert failure(cells, table(path)).startswith(f"{path}, row 3, column '{column}' ")


def test_a_sheet_with_a_short_row_lacks_its_last_cells(tmp_path):
    """A row that ends early, in a sheet that does not tell its width, is told with its place."""
    path = book(tmp_path, S=[HEAD, ["11-1011", "Chief executives"]])
    with_part(path, SHEET, lambda xml: xml.replace(b'<dimension ref="A1:C2"/>', b""))
    assert failure(cells, table(path)).startswith(f"{path}, sheet 'S', row 2, column 'count' ")


def test_an_empty_line_is_no_row(tmp_path):
    """A blank line at the end of a text is not a row without cells."""
    assert cells(table(text(tmp_path, CSV + "\n"))) == ROWS


def test_a_cell_that_is_too_long_is_told(tmp_path):
    """A quote that is never closed swallows the rest of the text: that is the file's mistake."""
    path = text(tmp_path, 'code,name,count\n11-1011,"' + LONG * 4)
    assert failure(table, path).startswith(f"{path}: ")


def test_text_that_is_not_utf_8_is_told(tmp_path):
    """Text of another encoding is refused, not read with wrong letters."""
    for content in (CSV.replace("Chief", "Ch\xe9f").encode("latin-1"), CSV.encode("utf-16")):
        path = text(tmp_path, content)
        assert failure(table, path).startswith(f"{path}: is not UTF-8 (")


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path):
    """The mark that Excel writes before UTF-8 is taken off."""
    assert cells(table(text(tmp_path, b"\xef\xbb\xbf" + CSV.encode()))) == ROWS


def test_quotes_belong_to_csv_alone(tmp_path):
    """CSV has commas and lines inside quotes; text with tabs has quotes as they stand."""
    path = text(tmp_path, 'a,b\r\n"x, ""y""\nz",1\r\n')
    assert [row.cells for row in text_rows(path, ["a"])] == [{"a": 'x, "y"\nz', "b": "1"}]
    rows = text_rows(text(tmp_path, 'a\tb\r\n"x, y\t1\r\n'), ["a"], delimiter="\t")
    assert [row.cells for row in rows] == [{"a": '"x, y', "b": "1"}]


def test_the_title_of_a_sheet_is_its_first_cell(tmp_path):
    """A sheet without a first cell has no title."""
    path = book(tmp_path, S=[["Table 1.2", "x"]], T=[], U=[[None, "x"]])
    assert [first_cell(path, sheet) for sheet in "STU"] == ["Table 1.2", "", ""]


def test_reading_may_stop_anywhere(tmp_path):
    """Who takes only the first row leaves no file open (an open one would be a warning)."""
    path = book(tmp_path, S=[HEAD, *ROWS])
    packed = text(tmp_path, gzip.compress(CSV.encode()), "f.csv.gz")
    for rows in (sheet_rows(path, "S", HEAD, header=1), text_rows(packed, HEAD)):
        assert next(rows).text("code") == "11-1011"
        rows.close()
    path.unlink()
    packed.unlink()


@given(st.integers(-(10**9), 10**9) | st.integers(-(10**6), 10**6).map(lambda n: n / 10))
def test_every_number_with_commas_is_that_number(number):
    """Whatever number is published, with commas or without, is read as itself."""
    for text in (f"{number:,}", f"{number}"):
        assert row(text).number_at("C") == number


def test_without_openpyxl_nothing_is_read(tmp_path, monkeypatch):
    """Where the extra is not installed the failure names the module, for the command to explain."""
    path = book(tmp_path, S=[HEAD])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ModuleNotFoundError) as failed:
        sheet_names(path)
    assert failed.value.name == "openpyxl"
