"""Published tables, as agencies lay them out, to rows by column name; mistakes are located."""

import csv
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import IO, TYPE_CHECKING

from careerkit.errors import bad_data

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

Cell = str | int | float | None
_NUMBER = re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?", re.ASCII)
_DAMAGES = (
    *(ValueError, KeyError, IndexError, EOFError, SyntaxError),
    *(zipfile.BadZipFile, gzip.BadGzipFile, zlib.error),
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


@contextmanager
def opened(path: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Open a published file for reading: as it is, gzipped, or the one file in a zip.

    Yields the name without the packing, and the bytes.
    """
    if path.suffix == ".gz":
        with gzip.open(path) as stream:
            yield path.stem, io.BufferedReader(stream)
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            if len(names) != 1:
                raise bad_data(
                    f"{path}: holds {len(names)} files; unpack it and name the right one"
                )
            with archive.open(names[0]) as stream:
                yield names[0], stream
    else:
        with path.open("rb") as stream:
            yield path.name, stream


@contextmanager
def _workbook(path: Path) -> "Iterator[Workbook]":
    from openpyxl import load_workbook  # an extra: only who imports needs it

    try:
        with opened(path) as (_, stream):
            book = load_workbook(io.BytesIO(stream.read()), read_only=True, data_only=True)
    except OSError as error:
        if error.errno is not None:  # the system's: the file is not there, or may not be read
            raise
        raise bad_data(f"{path}: is not a workbook that can be read ({error})") from error
    except _DAMAGES as error:
        raise bad_data(f"{path}: is not a workbook that can be read ({error})") from error
    try:
        yield book
    finally:
        book.close()


def sheet_rows(path: Path, sheet: str | int, columns: Iterable[str], header: int) -> Iterator[Row]:
    """Yield the rows of a workbook's sheet (by name, or by its place from 0) below its header.

    ``header`` is the row number of the column names; each of ``columns`` must be among them. A
    sheet without a header (0) has its columns named 1, 2, 3 …
    """
    with _workbook(path) as book:
        names = book.sheetnames
        if isinstance(sheet, str) and sheet not in names:
            raise bad_data(f"{path}: has no sheet '{sheet}'; it has {', '.join(names)}")
        name = sheet if isinstance(sheet, str) else names[sheet]
        lines = _undamaged(path, book[name].iter_rows(values_only=True))
        yield from _named(f"{path}, sheet '{name}'", lines, columns, header)


def _undamaged(path: Path, lines: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    try:
        yield from lines
    except _DAMAGES as error:
        raise bad_data(f"{path}: is not a workbook that can be read ({error})") from error


def text_rows(path: Path, columns: Iterable[str], delimiter: str = ",") -> Iterator[Row]:
    """Yield the rows of a delimited text file below its first line, the header."""
    tabbed = delimiter == "\t"
    try:
        with opened(path) as (_, stream):
            text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
            lines = csv.reader(
                text,
                delimiter=delimiter,
                quoting=csv.QUOTE_NONE if tabbed else csv.QUOTE_MINIMAL,
            )
            yield from _named(f"{path}", (line for line in lines if line), columns, 1)
    except UnicodeDecodeError as error:
        raise bad_data(f"{path}: is not UTF-8 ({error.reason})") from error
    except (*_DAMAGES, csv.Error) as error:
        raise bad_data(f"{path}: is cut short or damaged ({error})") from error


def _named(
    place: str, lines: Iterable[Sequence[object]], columns: Iterable[str], header: int
) -> Iterator[Row]:
    iterator = iter(lines)
    names: list[str] = []
    for _, line in zip(range(header), iterator, strict=False):
        names = [str(cell or "").strip() for cell in line]
    missing = [column for column in columns if column not in names]
    if missing:
        listed = ", ".join(f"'{column}'" for column in missing)
        raise bad_data(f"{place}, row {header}: has no column {listed}; is it another layout?")
    for number, line in enumerate(iterator, header + 1):
        cells = dict(zip(names or map(str, count(1)), line, strict=False))
        yield Row(place=place, number=number, cells=cells)  # type: ignore[arg-type]  # openpyxl's cells


def sheet_names(path: Path) -> list[str]:
    """Return the names of a workbook's sheets."""
    with _workbook(path) as book:
        return [*book.sheetnames]


def first_cell(path: Path, sheet: str) -> str:
    """Return the text of a sheet's first cell: BLS writes the title there."""
    with _workbook(path) as book:
        for line in book[sheet].iter_rows(max_row=1, values_only=True):
            return str(line[0] or "")
    return ""
