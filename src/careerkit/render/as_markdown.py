"""Writes pages as Markdown, for notes and e-mail."""

import re
from functools import singledispatch
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


@singledispatch
def _render(block: Block) -> str:
    message = f"no drawing for {type(block).__name__}"
    raise TypeError(message)


@_render.register
def _(block: Heading) -> str:
    return f"## {_escaped(block.text)}"


@_render.register
def _(block: Prose) -> str:
    return _marked(StyledText(block.text, block.tone))


@_render.register
def _(block: Pairs) -> str:
    # A row without a label goes on with the one above it.
    return "\n".join(
        f"- {_escaped(label)}: {_marked(value)}" if label else f"  - {_marked(value)}"
        for label, value in block.rows
    )


@_render.register
def _(block: Bullets) -> str:
    return "\n".join(f"{'  ' * depth}- {_marked(item)}" for depth, item in block.items)


@_render.register
def _(block: Grid) -> str:
    def line(cells: list[str]) -> str:
        return f"| {' | '.join(cells)} |"

    head = line([_escaped(column.title) for column in block.columns])
    rule = line(["---:" if column.right else "---" for column in block.columns])
    return "\n".join([head, rule, *(line([_marked(cell) for cell in row]) for row in block.rows)])
