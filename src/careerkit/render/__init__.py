"""Turns answers into text: one module for each format, imported only when it is asked for."""

from importlib import import_module
from typing import TextIO

from careerkit.answers.reply import Reply

FORMATS = {
    "table": "careerkit.render.as_table",
    "json": "careerkit.render.as_json",
    "csv": "careerkit.render.as_csv",
    "markdown": "careerkit.render.as_markdown",
}
"""The formats in the order of the help."""


def write(reply: Reply, name: str, stream: TextIO, *, no_color: bool = False) -> None:
    """Write ``reply`` to ``stream`` in the format ``name`` and flush it."""
    import_module(FORMATS[name]).write(reply, stream, no_color=no_color)
    stream.flush()
