"""Draws the lines of a page, as wide as a terminal or, in a pipe, as they come.

Data are plain text, never markup; only ``paint`` styles them.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from careerkit.render.lines import StackedCell, lines_of, width_of, within
from careerkit.render.narrow_tables import TableColumn, fitted
from careerkit.render.page import (
    Block,
    Bullets,
    Cell,
    Grid,
    Heading,
    Page,
    Pairs,
    Prose,
    StyledText,
    Tone,
)

UNLIMITED = sys.maxsize
"""A width at which no line is broken."""
_INDENT = "  "
_BLANK = StyledText("")


class Surface(NamedTuple):
    """The surface a page is drawn on.

    ``width`` is in columns of a terminal. ``paint`` shows a text in a tone. ``rule`` and ``cross``
    draw the line below the titles of a table, ``between`` the one between its columns.
    """

    width: int
    paint: Callable[[str, Tone], str]
    rule: str = "\N{BOX DRAWINGS LIGHT HORIZONTAL}"
    cross: str = "\N{BOX DRAWINGS LIGHT HORIZONTAL}"
    between: str = " "


def drawn(page: Page, surface: Surface) -> Iterator[str]:
    """Yield the lines of a page, with no blanks behind them."""
    yield from _draw(Heading(page.title), surface)
    before: Block | None = None
    for block in page.blocks:
        if before is None or not isinstance(block, Pairs | Bullets):
            yield ""
        yield from _draw(block, surface)
        before = block


def _draw(block: Block, surface: Surface) -> Iterator[str]:
    match block:
        case Heading():
            yield from _hanging("", StyledText(block.text, "strong"), surface)
        case Prose():
            yield from _hanging("", StyledText(block.text, block.tone), surface)
        case Bullets():
            for depth, item in block.items:
                yield from _hanging(f"{_INDENT * (1 + depth)}- ", item, surface)
        case Pairs():
            yield from _pairs(block, surface)
        case Grid():
            yield from _grid(block, surface)
        case _:
            message = f"no drawing for {type(block).__name__}"
            raise TypeError(message)


def _hanging(mark: str, text: Cell, surface: Surface) -> Iterator[str]:
    """Yield the lines of a text: a mark before the first, the others indented as far."""
    for line in within(lines_of(text), surface.width - len(mark)):
        yield f"{mark}{surface.paint(*line)}".rstrip()
        mark = " " * len(mark)


def _pairs(block: Pairs, surface: Surface) -> Iterator[str]:
    labels = [lines_of(label) for label, _ in block.rows]
    longest = max((width_of(line.text) for label in labels for line in label), default=0)
    width = min(longest, surface.width // 2)
    for label, (_, value) in zip(labels, block.rows, strict=True):
        values = within(lines_of(value), surface.width - width - 2 * len(_INDENT))
        for named, line in zip_longest(within(label, width), values, fillvalue=_BLANK):
            shown = _justified(named, width, surface)
            yield f"{_INDENT}{shown}{_INDENT}{surface.paint(*line)}".rstrip()


def _grid(block: Grid, surface: Surface) -> Iterator[str]:
    columns = fitted(block, surface.width - len(_INDENT))
    titles, *rows = zip(*(column.cells for column in columns), strict=True)
    yield from _row(_at_bottom(titles, columns), columns, surface)
    rule = f"{surface.rule}{surface.cross}{surface.rule}"
    yield f"{_INDENT}{rule.join(surface.rule * column.width for column in columns)}"
    for row in rows:
        yield from _row(row, columns, surface)


def _at_bottom(
    titles: Iterable[StackedCell], columns: Iterable[TableColumn]
) -> Iterator[StackedCell]:
    """Yield titles with equally many lines, empty ones on top."""
    cells = [within(title, column.width) for title, column in zip(titles, columns, strict=True)]
    most = max(map(len, cells))
    return ([*[_BLANK] * (most - len(cell)), *cell] for cell in cells)


def _row(
    row: Iterable[StackedCell], columns: Sequence[TableColumn], surface: Surface
) -> Iterator[str]:
    cells = (within(cell, column.width) for cell, column in zip(row, columns, strict=True))
    for line in zip_longest(*cells, fillvalue=_BLANK):
        shown = (
            _justified(text, column.width, surface, right=column.right)
            for text, column in zip(line, columns, strict=True)
        )
        yield f"{_INDENT}{f' {surface.between} '.join(shown)}".rstrip()


def _justified(text: StyledText, width: int, surface: Surface, *, right: bool = False) -> str:
    blanks = " " * (width - width_of(text.text))
    shown = surface.paint(*text)
    return f"{blanks}{shown}" if right else f"{shown}{blanks}"
