"""Splits a caseload file, CSV or JSON Lines, into its header and numbered rows."""

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from careerkit.errors import bad_data
from careerkit.model.problem import Problem

BROKEN = re.compile("[\udc80-\udcff]")
"""What Python makes of bytes that are not UTF-8."""
NOT_TEXT = "the text is not UTF-8; save the file in UTF-8 (Excel: CSV UTF-8)"
Line = tuple[int, Sequence[str] | Problem]
"""The number of the line on which a row begins, and its cells (of JSON the one text)."""

_BLANK = "\ufeff \t\r\n"
_DELIMITERS = ",;\t"
_WORKBOOKS = ("PK\x03\x04", "\udcd0\udccf\x11")
_UTF_16 = ("\udcff\udcfe", "\udcfe\udcff")


def lines_of(stream: Iterable[str], shown: str) -> tuple[Sequence[str] | None, Iterator[Line]]:
    """Return the header and the rows of a file; JSON Lines have no header and one text a row.

    The delimiter is the comma, semicolon or tab that the header has most of. Raises bad data if the
    file is neither kind.
    """
    lines = _Lines(stream)
    first = next((line for line in lines if line.strip(_BLANK)), "").lstrip("\ufeff")
    _check_start(first, shown)
    lines.give_back(first)
    if first.lstrip().startswith("{"):
        return None, _texts(lines)
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        header = next(reader)
    except csv.Error as error:
        raise bad_data(f"{shown}: the header is no row of CSV: {error}") from error
    if any("\n" in title or "\r" in title for title in header):
        raise bad_data(f"{shown}: a line break stands in the header; is a quotation mark missing?")
    while header and not header[-1].strip():
        header.pop()
    return header, _rows(lines, reader, shown, delimiter * max(len(header) - 1, 1))


def _check_start(first: str, shown: str) -> None:
    if not first:
        raise bad_data(f"{shown} is empty; its first line names the columns")
    if first.lstrip().startswith("["):
        raise bad_data(f"{shown}: write JSON Lines, an object a line and no list around them")
    if first.startswith(_WORKBOOKS):
        raise bad_data(f"{shown} is a workbook; save it as CSV UTF-8")
    if first.startswith(_UTF_16) or "\x00" in first:
        raise bad_data(f"{shown} is no text in UTF-8, perhaps UTF-16; save it as CSV UTF-8")
    if BROKEN.search(first):
        raise bad_data(f"{shown}: {NOT_TEXT}")


class _Lines:
    """The lines of a file, of which some can be given back, to be read again."""

    def __init__(self, stream: Iterable[str]) -> None:
        self._stream = iter(stream)
        self._again: deque[str] = deque()
        self.row: list[str] = []
        """The lines taken since it was last emptied."""
        self.taken = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._stream)
        self.row.append(line)
        self.taken += 1
        return line

    def give_back(self, *lines: str) -> None:
        """Put back lines that were just taken."""
        self._again.extendleft(reversed(lines))
        self.taken -= len(lines)


def _texts(lines: _Lines) -> Iterator[Line]:
    for text in lines:
        lines.row.clear()
        if not text.isspace():
            yield lines.taken, (text,)


def _rows(
    lines: _Lines, reader: Iterator[list[str]], shown: str, delimiters: str
) -> Iterator[Line]:
    """Yield the rows that are not empty.

    A row that cannot be read is a problem, and ends with its line: a quotation mark that nothing
    closes hides no further rows. So is a row that took in a line with all the ``delimiters`` of a
    row: a mark that a later row closes would make one client of several.
    """
    while True:
        lines.row.clear()
        number = lines.taken + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            lines.give_back(*lines.row[1:])
            yield number, _unreadable(error, number, shown)
            continue
        if any(line.count(delimiters[0]) >= len(delimiters) for line in lines.row[1:]):
            yield number, _merged(number, len(lines.row), shown)
        elif "".join(row).strip():
            yield number, row


def _merged(line: int, count: int, shown: str) -> Problem:
    told = (
        f"{count} lines are one row here, and none of them is judged: a quotation mark opens in "
        "the first and closes in the last; is one missing, or one too many?"
    )
    return Problem(file=shown, line=line, column=1, code="row", message=told)


def _unreadable(error: csv.Error, line: int, shown: str) -> Problem:
    message = f"this is no row of CSV: {error}; is a quotation mark missing?"
    return Problem(file=shown, line=line, column=1, code="row", message=message)
