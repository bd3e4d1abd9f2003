"""Writes pages as Markdown, for notes and e-mail."""

import re
from typing import TextIO

from careerkit.answers.reply import Reply
from careerkit.render.page import Block, Bullets, Cell, Grid, Heading, Pairs, Prose, StyledText
from careerkit.render.page_of import page_of
from careerkit.render.text import in_utf8, visible

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def write(reply: Reply, stream: TextIO, *, no_color: bool) -> None:  # noqa: ARG001 - there is none
    """Write the answer's page as GitHub-flavored Markdown."""
    page = page_of(reply)
    parts = [f"# {_escaped(page.title)}", *(_render(block) for block in page.blocks)]
    in_utf8(stream).write("\n\n".join(parts) + "\n")


def _escaped(cell: Cell) -> str:
    text = cell.text if isinstance(cell, StyledText) else cell
    return " ".join(_SPECIAL.sub(r"\\\1", visible(text, keep="\n")).split("\n"))


def _marked(cell: Cell) -> str:
    strong = isinstance(cell, StyledText) and cell.text and cell.tone not in ("plain", "quiet")
    return f"**{_escaped(cell)}**" if strong else _escaped(cell)


def _render(block: Block) -> str:
    match block:
        case Heading():
            return f"## {_escaped(block.text)}"
        case Prose():
            return _marked(StyledText(block.text, block.tone))
        case Pairs():
            # A row without a label continues the one above it.
            return "\n".join(
                f"- {_escaped(label)}: {_marked(value)}" if label else f"  - {_marked(value)}"
                for label, value in block.rows
            )
        case Bullets():
            return "\n".join(f"{'  ' * depth}- {_marked(item)}" for depth, item in block.items)
        case Grid():
            titles = (_escaped(column.title) for column in block.columns)
            rule = ("---:" if column.right else "---" for column in block.columns)
            rows = ([_marked(cell) for cell in row] for row in block.rows)
            return "\n".join(f"| {' | '.join(cells)} |" for cells in (titles, rule, *rows))
    message = f"no drawing for {type(block).__name__}"
    raise TypeError(message)
