"""Tables too wide for a terminal: cells go below one another, and no web address is cut."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careerkit.render.page import Cell, Column, Grid, StyledText

GAP = 3
"""Between two columns."""
INDENT = 2
"""Before the first."""
_ROOMY = 40
"""So wide a first column is not made wider by folding more."""
_MARKS = (re.compile("[^/.]*[/.]+|[^/.]+"), re.compile("[^-]*-+|[^-]+"))
"""Where long words are parted: after slashes and dots, or else after hyphens."""


@dataclass(frozen=True, slots=True)
class Stack(StyledText):
    """Cells below one another: the first on a line of its own, then those ``under`` it."""

    parts: tuple[Cell, ...] = ()
    between: str = "\n"


def plain(cell: Cell) -> str:
    """Return the text of a cell."""
    return cell.text if isinstance(cell, StyledText) else cell


def folded(block: Grid, width: int) -> Grid:
    """Return a table for so many columns of text, its ``under`` cells below others if need be."""
    if not any(column.under for column in block.columns) or natural(block) <= width:
        return block
    narrow = block
    for narrow in _foldings(block):
        if _room(narrow, width) >= _ROOMY:
            break
    room = max(_room(narrow, width), 1)
    return Grid(narrow.columns, [[_parted(row[0], room), *row[1:]] for row in narrow.rows])


def natural(block: Grid) -> int:
    """Return how wide a table is whose lines are not broken."""
    return INDENT + sum(_width(block, index) + GAP for index in range(len(block.columns)))


def _room(block: Grid, width: int) -> int:
    """Return how wide the first column may be, which takes what the others leave."""
    return width - natural(block) + _width(block, 0)


def _width(block: Grid, index: int) -> int:
    cells = (block.columns[index].title, *(row[index] for row in block.rows))
    return max(len(line) for cell in cells for line in plain(cell).split("\n"))


def _foldings(block: Grid) -> Iterator[Grid]:
    """Yield the table with one more column folded each time, from the left."""
    groups: list[list[int]] = []
    for index, column in enumerate(block.columns):
        if column.under and groups:
            groups[-1].append(index)
        else:
            groups.append([index])
    for at, group in enumerate(groups):
        if group[1:]:
            apart = ([index] for each in groups[at + 1 :] for index in each)
            yield _grouped(block, [*groups[: at + 1], *apart])


def _grouped(block: Grid, groups: Sequence[Sequence[int]]) -> Grid:
    columns = block.columns
    titles = [column.title for column in columns]
    headers = (plain(_stacked(titles, group, columns)) for group in groups)
    firsts = (columns[group[0]] for group in groups)
    return Grid(
        [
            Column(header, first.right, first.whole)
            for header, first in zip(headers, firsts, strict=True)
        ],
        [[_stacked(row, group, columns) for group in groups] for row in block.rows],
    )


def _stacked(cells: Sequence[Cell], group: Sequence[int], columns: Sequence[Column]) -> Cell:
    head, *under = (cells[index] for index in group)
    first = columns[group[0]]
    told = [head, *(each for each in under if plain(each))]
    return _stack(told, "\n" if first.right or first.whole else "  ")


def _stack(parts: Sequence[Cell], between: str) -> Cell:
    head, *under = map(plain, parts)
    if not under:
        return parts[0]
    return Stack(f"{head}\n{between.join(under)}", parts=tuple(parts), between=between)


def _parted(cell: Cell, room: int) -> Cell:
    """Return a cell with words broken that are longer than its room."""
    if isinstance(cell, Stack):
        return _stack([_parted(part, room) for part in cell.parts], cell.between)
    text = " ".join(_lines(word, room) for word in plain(cell).split(" "))
    return StyledText(text, cell.tone) if isinstance(cell, StyledText) else text


def _lines(word: str, room: int) -> str:
    lines = [""]
    for piece in _pieces(word, room):
        if lines[-1] and len(lines[-1]) + len(piece) > room:
            lines.append("")
        lines[-1] += piece
    return "\n".join(lines)


def _pieces(word: str, room: int, marks: Sequence[re.Pattern[str]] = _MARKS) -> Iterator[str]:
    """Yield the pieces of a word that has no room: parted after marks, or else anywhere."""
    if len(word) <= room:
        yield word
    elif marks:
        for piece in marks[0].findall(word):
            yield from _pieces(piece, room, marks[1:])
    else:
        yield from (word[at : at + room] for at in range(0, len(word), room))
