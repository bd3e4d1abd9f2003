"""Read one CSV table with known columns; every mistake becomes a problem with its position."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from careerkit.model.problem import Problem

MAX_BYTES: Final = 64 * 1024 * 1024
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NO_CONTROL: Final = bytes(code for code in range(256) if not _CONTROL.match(chr(code)))
_CELL: Final = re.compile(r'"(?:[^"]|"")*"|[^,\r\n]*')


class Mistake(NamedTuple):
    """A mistake in a row: the index of the cell, a stable code, a message."""

    at: int
    code: str
    message: str


class Table:
    """A CSV file with known columns; ``shown`` is its name in problems.

    Reading its rows adds what is wrong with them to ``problems``.
    """

    def __init__(self, path: Path, shown: str, columns: Sequence[str]) -> None:
        self.path = path
        self.shown = shown
        self.columns = columns
        self.problems: list[Problem] = []
        self.is_whole = True
        """False where a row, or all rows from one on, could not be read."""
        self._lines: list[str] = []
        self._begins, self._ends = 1, 1

    def rows(self) -> Iterator[list[str]]:
        """Yield the cells of each row with the right number of cells."""
        self._lines = [*io.StringIO(self._text(), newline="")]
        if not self.is_whole:
            return
        lines = csv.reader(self._lines, strict=True)
        width = len(self.columns)
        try:
            if next(lines, []) != [*self.columns]:
                columns = ",".join(self.columns)
                self._give_up("columns", f"the first line must name the columns: {columns}")
                return
            self._begins = lines.line_num + 1
            for cells in lines:
                self._ends = lines.line_num
                if len(cells) == width:
                    yield cells
                elif cells:
                    self.is_whole = False
                    message = f"the row has {len(cells)} cells where {width} should be"
                    self.report(Mistake(0, "cells", message))
                self._begins = self._ends + 1
        except csv.Error as error:
            self._give_up("not-csv", f"the row that begins here is not CSV: {error}", self._begins)

    def report(self, mistake: Mistake) -> None:
        """Add a problem for a mistake in the row that was read last."""
        self._add(mistake.code, mistake.message, *self._place(mistake.at))

    def _place(self, at: int) -> tuple[int, int]:
        row = "".join(self._lines[self._begins - 1 : self._ends])
        offset = 0
        for _ in range(at):
            if cell := _CELL.match(row, offset):
                offset = cell.end() + 1
        line = self._begins
        while line < self._ends and offset >= len(self._lines[line - 1]):
            offset -= len(self._lines[line - 1])
            line += 1
        return line, offset + 1

    def _text(self) -> str:
        """Return the text of the file; sets ``is_whole`` to false where it cannot be used."""
        try:
            with self.path.open("rb") as stream:
                content = stream.read(MAX_BYTES + 1)
            text = content.decode("utf-8-sig")  # Excel writes the mark
        except OSError as error:
            self._give_up("unreadable", f"the file cannot be read: {error.strerror}")
            return ""
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            self._give_up("encoding", "the file is not UTF-8; save it as UTF-8", line)
            return ""
        if len(content) > MAX_BYTES:
            self._give_up("too-large", f"the file is larger than {MAX_BYTES >> 20} MiB; split it")
        elif content.translate(None, _NO_CONTROL) and (control := _CONTROL.search(text)):
            line = text.count("\n", 0, control.start()) + 1
            column = control.start() - text.rfind("\n", 0, control.start())
            message = f"the file holds a character that is no text: {control.group()!r}"
            self._give_up("control", message, line, column)
        return text

    def _give_up(self, code: str, message: str, line: int = 1, column: int = 1) -> None:
        self.is_whole = False
        self._add(code, message, line, column)

    def _add(self, code: str, message: str, line: int, column: int) -> None:
        self.problems.append(
            Problem(file=self.shown, line=line, column=column, code=code, message=message)
        )


def inside(
    folder: Path, shown: str, fits: Callable[[Path], bool], belongs: str
) -> tuple[list[Path], list[Problem]]:
    """Return the paths in a folder that ``fits`` accepts, in order, and a problem for each other.

    Skips hidden files, which editors make. ``belongs`` is the message of a stray file's problem.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror}"
        return [], [Problem.of_file(shown, "unreadable", message)]
    fitting = [path for path in paths if fits(path)]
    strays = [f"{shown}/{path.name}" for path in paths if path not in fitting]
    return fitting, [Problem.of_file(stray, "stray-file", belongs) for stray in strays]


def first_line(path: Path) -> str:
    """Return the first line of a file, empty where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return stream.readline(1000).decode("utf-8-sig").strip()
    except (OSError, UnicodeDecodeError):
        return ""
