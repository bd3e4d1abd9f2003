"""Pages for a terminal, by Rich. The only module that imports it.

What is printed does not depend on the terminal but for its width: in a pipe nothing is wrapped, and
there is no style. Data reach Rich as ``Text``, never as markup.
"""

import io
import os
import re
from functools import singledispatch
from typing import Literal, TextIO

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from careerkit.answers.reply import Reply
from careerkit.render.charts import PLAIN
from careerkit.render.folded import GAP, INDENT, Stack, folded, plain
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
)
from careerkit.render.pages import page_of
from careerkit.render.text import visible

_STYLES = {
    "plain": "",
    "strong": "bold",
    "good": "bold green",
    "bad": "bold red",
    "open": "bold magenta",
    "quiet": "italic",
}
_UNLIMITED = 100_000
_NARROWEST = 40
_LONG_WORD = 15
_HYPHEN = re.compile("-+(?=[^-])")


def write(reply: Reply, stream: TextIO, *, no_color: bool) -> None:
    """Write the answer's page to ``stream``."""
    on_terminal = stream.isatty()
    encoding = (stream.encoding or "utf-8").lower()
    buffer = io.StringIO()
    plain = no_color or not on_terminal or bool(os.environ.get("NO_COLOR"))
    console = Console(
        file=buffer,
        force_terminal=on_terminal,
        width=_width(stream) if on_terminal else _UNLIMITED,
        height=100,
        color_system=None if plain else _color_system(),
        emoji=False,
        highlight=False,
        markup=False,
        legacy_windows=False,
    )
    ascii_only = not encoding.startswith("utf")
    _print(console, page_of(reply), ascii_only=ascii_only)
    text = "\n".join(line.rstrip() for line in buffer.getvalue().splitlines())
    text = text.translate(PLAIN) if ascii_only else text
    text = text.encode(encoding, errors="replace").decode(encoding)
    if on_terminal and reply.data.paged:
        from careerkit.render.pager import show  # not in a pipe

        show(f"{text}\n", stream)
    else:
        stream.write(f"{text}\n")


def _width(stream: TextIO) -> int:
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        columns = 0
    return max(columns or 80, _NARROWEST)


def _color_system() -> Literal["standard"] | None:
    """Sixteen colours follow the terminal's own theme, light or dark."""
    return None if os.environ.get("TERM") in ("dumb", "unknown") else "standard"


def _print(console: Console, page: Page, *, ascii_only: bool) -> None:
    console.print(_text(StyledText(page.title, "strong")))
    before: Block | None = None
    for block in page.blocks:
        if isinstance(block, Grid):
            narrow = folded(block, console.width)
            if _narrowest(narrow) > console.width:
                narrow = _broken(narrow)
            fits = _narrowest(narrow) <= console.width
            drawn = box.ASCII2 if ascii_only else box.SIMPLE_HEAD
            shown = _render_grid(narrow, drawn) if fits else _render_stacked(block)
        else:
            shown = _render(block)
        if before is None or not isinstance(block, Pairs | Bullets):
            console.print()
        console.print(shown)
        before = block


def _text(cell: Cell) -> Text:
    if isinstance(cell, Stack):
        head, *under = map(_text, cell.parts)
        return Text("\n", overflow="fold").join([head, Text(cell.between).join(under)])
    say = cell if isinstance(cell, StyledText) else StyledText(cell)
    return Text(visible(say.text, keep="\n"), style=_STYLES[say.tone], overflow="fold")


@singledispatch
def _render(block: Block) -> RenderableType:
    message = f"no drawing for {type(block).__name__}"
    raise TypeError(message)


@_render.register
def _(block: Heading) -> RenderableType:
    return _text(StyledText(block.text, "strong"))


@_render.register
def _(block: Prose) -> RenderableType:
    return _text(StyledText(block.text, block.tone))


@_render.register
def _(block: Pairs) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in block.rows:
        grid.add_row(_text(label), _text(value))
    return Padding(grid, (0, 0, 0, 2), expand=False)


@_render.register
def _(block: Bullets) -> RenderableType:
    lines = []
    for depth, item in block.items:
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        grid.add_row(Text("-"), _text(item))
        lines.append(Padding(grid, (0, 0, 0, 2 + 2 * depth), expand=False))
    return Group(*lines)


def _render_grid(block: Grid, drawn: box.Box) -> RenderableType:
    table = Table(box=drawn, pad_edge=False, show_edge=False, header_style="bold")
    for column in block.columns:
        table.add_column(
            Text(column.title),
            justify="right" if column.right else "left",
            overflow="fold",
            no_wrap=column.right or column.whole,
        )
    for row in block.rows:
        table.add_row(*(_text(cell) for cell in row))
    return _Indented(table)


class _Indented:
    """A table with blanks before it: ``Padding`` would measure it once more, which takes long."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table's lines."""
        narrower = options.update_width(options.max_width - INDENT)
        for line in console.render_lines(self._table, narrower, pad=False):
            yield Segment(" " * INDENT)
            yield from line
            yield Segment.line()


def _narrowest(block: Grid) -> int:
    """Return the width below which a table would have to break words or cut figures."""
    width = INDENT
    for index, column in enumerate(block.columns):
        cells = [column.title, *(plain(row[index]) for row in block.rows)]
        whole = column.right or column.whole
        pieces = (
            piece for cell in cells for piece in (cell.split("\n") if whole else cell.split())
        )
        longest = max(map(len, pieces), default=0)
        width += min(longest, _NARROWEST) + GAP
    return width


def _broken(block: Grid) -> Grid:
    """Return a table with long words broken after their hyphens, in cells that may be broken."""
    wraps = [not (column.right or column.whole) for column in block.columns]
    rows = [
        [_hyphenated(cell) if may else cell for cell, may in zip(row, wraps, strict=True)]
        for row in block.rows
    ]
    return Grid(block.columns, rows)


def _hyphenated(cell: Cell) -> Cell:
    words = (
        _HYPHEN.sub(r"\g<0>\n", word) if len(word) > _LONG_WORD else word
        for word in plain(cell).split(" ")
    )
    text = " ".join(words)
    return StyledText(text, cell.tone) if isinstance(cell, StyledText) else text


def _render_stacked(block: Grid) -> RenderableType:
    """Draw a table whose columns do not fit as one list of labels and values a row."""
    names = [" ".join(column.title.split("\n")) for column in block.columns]
    lists = [Pairs([*zip(names, row, strict=True)]) for row in block.rows]
    parts = [part for each in lists for part in (_render(each), Text())]
    return Group(*parts[:-1])
