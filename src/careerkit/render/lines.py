"""Lines of text: how wide a terminal shows them, and where those that are too long are broken.

The only module that imports Rich, and only for what is not ASCII: most cells are figures, codes and
plain words, of which each character takes one column.
"""

import re
from collections.abc import Iterator, Sequence

from careerkit.render.page import Cell, StyledText
from careerkit.render.text import visible

StackedCell = Sequence[StyledText]
"""The lines of a cell, below one another, each with its tone."""

_WORD = re.compile(" *[^ ]+ *")
_PIECE = re.compile("[^ /-]*[/-]+|[^ /-]+")
"""A short word, or what ends with a slash or a hyphen in a long one."""
_MARKS = (re.compile("[^/.]*[/.]+|[^/.]+"), re.compile("[^_-]*[_-]+|[^_-]+"))
"""Where words longer than a line are broken: after slashes and dots, else after hyphens."""


def lines_of(cell: Cell) -> StackedCell:
    """Return the lines of a text; what could not be seen in it, or be obeyed, is spelled out."""
    text, tone = cell if isinstance(cell, StyledText) else StyledText(cell)
    return [StyledText(line, tone) for line in visible(text, keep="\n").split("\n")]


def within(cell: StackedCell, room: int) -> StackedCell:
    """Return lines none of which is wider than ``room`` columns of a terminal."""
    if all(width_of(line.text) <= room for line in cell):
        return cell
    return [StyledText(part, line.tone) for line in cell for part in wrapped(line.text, room)]


def width_of(line: str) -> int:
    """Return how many columns of a terminal a line takes: a wide character takes two."""
    if line.isascii():
        return len(line)
    from rich.cells import cell_len

    return cell_len(line)


def longest_piece(line: str) -> int:
    """Return how many columns the longest of the pieces takes that a line may be broken into."""
    return max(map(width_of, _PIECE.findall(line)), default=0)


def wrapped(line: str, room: int) -> list[str]:
    """Return a line in parts of up to ``room`` columns, broken between words.

    A word longer than that begins a part of its own and goes on below, so that all of it is read.
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
    """Yield a word, or the pieces of one that has no room: broken after marks, or else anywhere."""
    if width_of(word.rstrip()) <= room:
        yield word
    elif marks:
        for piece in marks[0].findall(word):
            yield from _pieces(piece, room, marks[1:])
    else:
        from rich.cells import chop_cells

        yield from chop_cells(word, room)
