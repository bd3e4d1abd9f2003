"""Measures lines of text in columns of a terminal, and breaks those that are too long.

This is the only module that imports Rich, and it does so only for text that is not ASCII: of most
cells (figures, codes, plain words) a character takes one column.
"""

import re
from collections.abc import Iterator, Sequence

from careerkit.render.page import Cell, StyledText
from careerkit.render.text import visible

StackedCell = Sequence[StyledText]
"""The lines of a cell, each with its tone."""

_WORD = re.compile(" *[^ ]+ *")
_PIECE = re.compile("[^ /-]*[/-]+|[^ /-]+")
"""A word, or a part of one up to a slash or a hyphen."""
_MARKS = (re.compile("[^/.]*[/.]+|[^/.]+"), re.compile("[^_-]*[_-]+|[^_-]+"))
"""Where words longer than a line are broken: after slashes and dots, else after hyphens."""


def lines_of(cell: Cell) -> StackedCell:
    """Return the lines of a text, with control characters and invisible marks spelled out."""
    text, tone = cell if isinstance(cell, StyledText) else StyledText(cell)
    return [StyledText(line, tone) for line in visible(text, keep="\n").split("\n")]


def within(cell: StackedCell, room: int) -> StackedCell:
    """Return a cell whose lines are at most ``room`` columns of a terminal wide."""
    if all(width_of(line.text) <= room for line in cell):
        return cell
    return [StyledText(part, line.tone) for line in cell for part in wrapped(line.text, room)]


def width_of(line: str) -> int:
    """Return the columns of a terminal that a line takes; a wide character takes two."""
    if line.isascii():
        return len(line)
    from rich.cells import cell_len

    return cell_len(line)


def longest_piece(line: str) -> int:
    """Return the columns of the longest piece that a line may be broken into."""
    return max(map(width_of, _PIECE.findall(line)), default=0)


def wrapped(line: str, room: int) -> list[str]:
    """Return a line in parts of up to ``room`` columns, broken between words.

    A word longer than that begins a part of its own and continues in the next.
    """
    if width_of(line) <= room:
        return [line]
    parts = [""]
    for word in _WORD.findall(line):
        if width_of(word.rstrip()) > room - width_of(parts[-1]):
            parts.append("")
        for piece in _pieces(word, room):
            if width_of(piece.rstrip()) > room - width_of(parts[-1]):
                parts.append("")
            parts[-1] += piece
    return [part.rstrip() for part in parts if part]


def _pieces(word: str, room: int, marks: Sequence[re.Pattern[str]] = _MARKS) -> Iterator[str]:
    """Yield a word, or the pieces of one that is too long: broken after marks, else anywhere."""
    if width_of(word.rstrip()) <= room:
        yield word
    elif marks:
        for piece in marks[0].findall(word):
            yield from _pieces(piece, room, marks[1:])
    else:
        from rich.cells import chop_cells

        yield from chop_cells(word, room)
