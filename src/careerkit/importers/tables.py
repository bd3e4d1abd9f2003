"""Read published tables, as agencies lay them out, into rows by column name."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, Final, TextIO, TypeVar

from careerkit.csvdata.table import Mistake
from careerkit.errors import bad_data
from careerkit.importers.packed import Openable, opened, undamaged

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

__all__ = [
    "Cell",
    "Openable",
    "Row",
    "first_cell",
    "once",
    "opened",
    "sheet_names",
    "sheet_rows",
    "text_rows",
]
T = TypeVar("T")
Cell = str | int | float | None
_NO_WORKBOOK: Final = "is not a workbook that can be read"
_SHEETS: Final = "xl/worksheets/sheet"
_LIMIT: Final = 512 << 20
"""No published table is larger: bytes, unpacked."""
_BOOK: Final = 128 << 20
"""No published workbook is larger: bytes, as it is packed."""
_PART: Final = 16 << 20
"""No part of a workbook that is read at once is larger: bytes, unpacked."""
_PACKED: Final = 50
"""No large sheet is packed to less than this part of its size; published ones come to 1/11."""
_LINE: Final = 1 << 20
"""No line of a table is longer: characters."""
_ROWS: Final = 1 << 20
"""No sheet has more rows."""
_NUMBER: Final = re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table: its cells by column name, and where it stands.

    ``place`` names the file and sheet; ``number`` is the row's number there, from 1.
    """

    place: str
    number: int
    cells: Mapping[str, Cell]

    def cell(self, column: str) -> Cell:
        """Return a cell as it is; fail where the row ends before it."""
        if column not in self.cells:
            raise self.wrong(column, "is missing; is the file cut short?")
        return self.cells[column]

    def text(self, column: str) -> str:
        """Return a cell as text without blanks around it; fail where it is empty."""
        value = self.cell(column)
        if value is None or not str(value).strip():
            raise self.wrong(column, "is empty")
        return str(value).strip()

    def maybe(self, column: str) -> str:
        """Return a cell as text without blanks around it: "" where it is empty."""
        return str(self.cell(column) or "").strip()

    def word(self, column: str, words: Mapping[str, str]) -> str:
        """Return the word for what a cell holds; fail where ``words`` has none for it."""
        text = self.text(column)
        if text not in words:
            raise self.wrong(column, f"holds '{text}', which is none of {', '.join(words)}")
        return words[text]

    def code(self, column: str, pattern: str, what: str) -> str:
        """Return a cell as text; fail where it does not match a pattern, for it is ``what``."""
        text = self.text(column)
        if not re.fullmatch(pattern, text, re.ASCII):
            raise self.wrong(column, f"holds '{text}', which is {what}")
        return text

    def sound(self, value: T | Mistake, columns: Sequence[str]) -> T:
        """Return what the cells of ``columns`` make; fail at the column of a mistake in them."""
        if isinstance(value, Mistake):
            raise self.wrong(columns[value.at], f"is wrong: {value.message}")
        return value

    def number_at(self, column: str, missing: Sequence[str] = ()) -> float | int | None:
        """Return a cell as a number; None where it holds one of the symbols for a missing value."""
        value = self.cell(column)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        text = "" if value is None else str(value).strip()
        if text in missing:
            return None
        if not _NUMBER.fullmatch(text):
            raise self.wrong(column, f"holds '{text}' where a number should be")
        plain = text.replace(",", "")
        return float(plain) if "." in plain else int(plain)

    def wrong(self, column: str, why: str) -> Exception:
        """Return the failure for a cell: file, sheet, row and column, and what is wrong."""
        return bad_data(f"{self.place}, row {self.number}, column '{column}' {why}")


def once(rows: Iterable[Row], *columns: str) -> Iterator[Row]:
    """Yield rows; fail at one that repeats the ``columns`` of an earlier row."""
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        key = tuple(row.text(column) for column in columns)
        if key in seen:
            raise row.wrong(columns[-1], f"repeats '{', '.join(key)}' of row {seen[key]}")
        seen[key] = row.number
        yield row


@contextmanager
def _workbook(path: Openable) -> "Iterator[Workbook]":
    from openpyxl import load_workbook  # an extra: only who imports needs it

    with opened(path) as stream:
        content = io.BytesIO(stream.read(_BOOK + 1))
    with undamaged(path, _NO_WORKBOOK):
        if content.getbuffer().nbytes > _BOOK:
            raise _too_large(path)
        _check_parts(path, content)
        book = load_workbook(content, read_only=True, data_only=True)
    try:
        yield book
    finally:
        book.close()


def _check_parts(path: Openable, content: io.BytesIO) -> None:
    """Fail where a part of a workbook would fill the memory: zipfile reads no more than it says."""
    with zipfile.ZipFile(content) as parts:
        for part in parts.infolist():
            largest = min(_LIMIT, part.compress_size * _PACKED)
            if part.file_size > max(_PART, largest if part.filename.startswith(_SHEETS) else 0):
                raise _too_large(path)


def sheet_rows(
    path: Openable, sheet: str | int, columns: Iterable[str], header: int
) -> Iterator[Row]:
    """Yield the rows of a workbook's sheet (by name, or by its place from 0) below its header.

    ``header`` is the row number of the column names; each of ``columns`` must be among them. A
    sheet without a header (0) has its columns named 1, 2, 3 …
    """
    with _workbook(path) as book:
        names = book.sheetnames
        if isinstance(sheet, str) and sheet not in names:
            raise bad_data(f"{path}: has no sheet '{sheet}'; it has {', '.join(names)}")
        name = sheet if isinstance(sheet, str) else names[sheet]
        lines = _sheet_lines(path, book[name])
        with undamaged(path, _NO_WORKBOOK):
            yield from _named(f"{path}, sheet '{name}'", lines, columns, header)


def _sheet_lines(path: Openable, sheet: Any) -> Iterator[Sequence[object]]:  # noqa: ANN401 - two classes
    for number, line in enumerate(sheet.iter_rows(values_only=True), 1):
        if number > _ROWS:
            raise _too_large(path)
        yield line


def text_rows(path: Openable, columns: Iterable[str], delimiter: str = ",") -> Iterator[Row]:
    """Yield the rows of a delimited text file below its first line, the header."""
    tabbed = delimiter == "\t"
    with opened(path) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        lines = csv.reader(
            _lines(path, text),
            delimiter=delimiter,
            quoting=csv.QUOTE_NONE if tabbed else csv.QUOTE_MINIMAL,
        )
        yield from _named(f"{path}", (line for line in lines if line), columns, 1)


def _lines(path: Openable, text: TextIO) -> Iterator[str]:
    left = _LIMIT
    while line := text.readline(_LINE):
        left -= len(line)
        if left < 0 or len(line) == _LINE:
            raise _too_large(path)
        yield line


def _too_large(path: Openable) -> Exception:
    return bad_data(f"{path}: holds more than a published table can; is it the right file?")


def _named(
    place: str, lines: Iterable[Sequence[object]], columns: Iterable[str], header: int
) -> Iterator[Row]:
    iterator, columns = iter(lines), [*columns]
    names: list[str] = []
    for _, line in zip(range(header), iterator, strict=False):
        names = [str(cell or "").strip() for cell in line]
    missing = [column for column in columns if column not in names]
    if missing:
        listed = ", ".join(f"'{column}'" for column in missing)
        raise bad_data(f"{place}, row {header}: has no column {listed}; is it another layout?")
    for column in columns:
        if names.count(column) > 1:
            raise bad_data(f"{place}, row {header}: has the column '{column}' twice")
    for number, line in enumerate(iterator, header + 1):
        cells = dict(zip(names or map(str, count(1)), line, strict=False))
        yield Row(place=place, number=number, cells=cells)  # type: ignore[arg-type]  # openpyxl's cells


def sheet_names(path: Openable) -> list[str]:
    """Return the names of a workbook's sheets."""
    with _workbook(path) as book:
        return [*book.sheetnames]


def first_cell(path: Openable, sheet: str) -> str:
    """Return the text of a sheet's first cell: BLS writes the title there."""
    with _workbook(path) as book, undamaged(path, _NO_WORKBOOK):
        for line in book[sheet].iter_rows(max_row=1, values_only=True):
            return str(line[0] or "")
    return ""
