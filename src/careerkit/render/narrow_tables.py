"""Makes a table fit a terminal: text wraps, and columns move below the ones before them.

Columns move one by one until the rest has room: first those that the page marks ``under``, then
the neighbors that add the fewest lines to a row. One column always fits.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from careerkit.render.lines import StackedCell, lines_of, longest_piece, width_of
from careerkit.render.page import Column, Grid, StyledText

_GAP = 3
"""Columns of a terminal between two columns of a table."""
_ROOMY = 18
"""A width at which text is easy to read."""
_SHARED = 32
"""The same for text that has other columns on its second line."""
_LONGEST = 40
"""Longer words, such as web addresses, may be broken over lines."""


class TableColumn(NamedTuple):
    """A column as it is drawn: its cells, the title first, and its width on the terminal."""

    cells: Sequence[StackedCell]
    right: bool
    width: int


class _Column(NamedTuple):
    """A column that may move below another.

    At the width ``natural`` no line is broken; below ``least`` words or figures would be. At
    ``roomy`` the column is easy to read. ``depth`` counts the columns of the page that it holds.
    """

    cells: Sequence[StackedCell]
    right: bool
    natural: int
    least: int
    roomy: int
    depth: int = 1


def fitted(block: Grid, room: int) -> list[TableColumn]:
    """Return the columns to draw on a terminal that is ``room`` columns wide."""
    rows = [[StyledText(column.title, "strong") for column in block.columns], *block.rows]
    below = [[*map(lines_of, cells)] for cells in zip(*rows, strict=True)]
    natural = [*map(_widest, below)]
    if _total(natural) <= room:
        rights = (column.right for column in block.columns)
        return [*map(TableColumn, below, rights, natural)]
    columns = _under(below, block.columns, room)
    while columns[1:] and not _is_roomy(columns, room):
        at = min(range(len(columns) - 1), key=lambda at: _cost(columns, at))
        columns[at : at + 2] = [_stacked(columns[at : at + 2])]
    widths = _shared(columns, room)
    return [
        TableColumn(column.cells, column.right, width)
        for column, width in zip(columns, widths, strict=True)
    ]


def _under(
    below: Sequence[Sequence[StackedCell]], marks: Sequence[Column], room: int
) -> list[_Column]:
    """Return the columns, with those marked ``under`` moved below others where room is short.

    Below text they are side by side, as it wraps anyway; below figures and codes on a line each.
    """
    groups: list[list[_Column]] = []
    wraps = []
    for cells, mark in zip(below, marks, strict=True):
        may_wrap = not (mark.right or mark.whole)
        column = _measured(cells, right=mark.right, may_wrap=may_wrap)
        if mark.under and groups:
            groups[-1].append(column)
        else:
            groups.append([column])
            wraps.append(may_wrap)
    for at, group in enumerate(groups):
        if group[1:] and not _is_roomy([*chain(*groups)], room):
            groups[at] = [_side_by_side(group) if wraps[at] else _stacked(group)]
    return [*chain(*groups)]


def _measured(
    cells: Sequence[StackedCell], *, right: bool, may_wrap: bool, roomy: int = _ROOMY
) -> _Column:
    natural = _widest(cells)
    pieces = (longest_piece(line.text) for cell in cells for line in cell)
    least = min(max(pieces), _LONGEST) if may_wrap else natural
    return _Column(cells, right, natural, least, min(natural, max(least, roomy)))


def _widest(cells: Iterable[StackedCell]) -> int:
    return max(width_of(line.text) for cell in cells for line in cell)


def _side_by_side(group: Sequence[_Column]) -> _Column:
    head, *under = (column.cells for column in group)
    cells = [
        [*first, *_joined(chain(*below), "  ")] for first, *below in zip(head, *under, strict=True)
    ]
    return _measured(cells, right=False, may_wrap=True, roomy=_SHARED)


def _joined(texts: Iterable[StyledText], between: str) -> StackedCell:
    """Return one line for each run of texts of the same tone."""
    by_tone = groupby((text for text in texts if text.text), key=lambda text: text.tone)
    return [StyledText(between.join(text for text, _ in run), tone) for tone, run in by_tone]


def _stacked(group: Sequence[_Column]) -> _Column:
    """Return one column with the lines of several; a title of its own becomes one line."""
    titles = [
        line
        for column in group
        for line in (_joined(column.cells[0], " ") if column.depth == 1 else column.cells[0])
    ]
    cells = zip(*(column.cells[1:] for column in group), strict=True)
    return _Column(
        cells=[titles, *map(_below, cells)],
        right=all(column.right for column in group),
        natural=max(_widest([titles]), *(column.natural for column in group)),
        least=max(column.least for column in group),
        roomy=max(column.roomy for column in group),
        depth=sum(column.depth for column in group),
    )


def _below(cells: Iterable[StackedCell]) -> StackedCell:
    """Return the lines of all cells, without empty lines at the end."""
    lines = [*chain(*cells)]
    while lines[1:] and not lines[-1].text:
        lines.pop()
    return lines


def _cost(columns: Sequence[_Column], at: int) -> tuple[bool, int, int]:
    """Return the cost of moving a column's neighbor below it: like, low and right ones first."""
    first, second = columns[at : at + 2]
    return first.right != second.right, first.depth + second.depth, -at


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _is_roomy(columns: Sequence[_Column], room: int) -> bool:
    return _total([column.roomy for column in columns]) <= room


def _shared(columns: Sequence[_Column], room: int) -> list[int]:
    """Return the width of each column; the narrowest one with broken lines is widened first."""
    if not columns[1:]:
        return [min(columns[0].natural, room)]
    widths = [column.least for column in columns]
    for _ in range(room - _total(widths)):
        broken = [at for at, column in enumerate(columns) if widths[at] < column.natural]
        if broken:
            widths[min(broken, key=widths.__getitem__)] += 1
    return widths
