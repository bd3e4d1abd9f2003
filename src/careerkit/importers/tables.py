"""Published tables, as agencies lay them out, to rows by column name; mistakes are located."""

import csv
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from careerkit.errors import bad_data
from careerkit.importers.packed import Member, Openable, expanded, opened

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

__all__ = [
    "Cell",
    "Member",
    "Openable",
    "Row",
    "expanded",
    "first_cell",
    "once",
    "opened",
    "sheet_names",
    "sheet_rows",
    "text_rows",
]
Cell = str | int | float | None
_NO_WORKBOOK = "is not a workbook that can be read"
_NUMBER = re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?", re.ASCII)
_DAMAGES = (
    *(ValueError, KeyError, IndexError, EOFError, SyntaxError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, csv.Error),
)
"""What libraries raise over damaged files; the XML parser raises a ``SyntaxError``."""


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
    """Yield rows, and fail at one whose ``columns`` hold what those of a row before hold."""
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

    with _undamaged(path, _NO_WORKBOOK), opened(path) as (_, stream):
        book = load_workbook(io.BytesIO(stream.read()), read_only=True, data_only=True)
    try:
        yield book
    finally:
        book.close()


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
        lines = book[name].iter_rows(values_only=True)
        with _undamaged(path, _NO_WORKBOOK):
            yield from _named(f"{path}, sheet '{name}'", lines, columns, header)


@contextmanager
def _undamaged(path: Openable, what: str) -> Iterator[None]:
    """Tell what a library raises over a damaged file, by the file's name."""
    try:
        yield
    except OSError as error:
        if error.errno is not None:  # the system's: the file is not there, or may not be read
            raise
        raise bad_data(f"{path}: {what} ({error})") from error
    except UnicodeDecodeError as error:
        raise bad_data(f"{path}: is not UTF-8 ({error.reason})") from error
    except _DAMAGES as error:
        raise bad_data(f"{path}: {what} ({error})") from error


def text_rows(path: Openable, columns: Iterable[str], delimiter: str = ",") -> Iterator[Row]:
    """Yield the rows of a delimited text file below its first line, the header."""
    tabbed = delimiter == "\t"
    with _undamaged(path, "is cut short or damaged"), opened(path) as (_, stream):
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        lines = csv.reader(
            text, delimiter=delimiter, quoting=csv.QUOTE_NONE if tabbed else csv.QUOTE_MINIMAL
        )
        yield from _named(f"{path}", (line for line in lines if line), columns, 1)


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
    with _workbook(path) as book, _undamaged(path, _NO_WORKBOOK):
        for line in book[sheet].iter_rows(max_row=1, values_only=True):
            return str(line[0] or "")
    return ""
