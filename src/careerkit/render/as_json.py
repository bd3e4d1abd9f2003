"""Writes JSON: the contract for scripts."""

import json
from collections.abc import Iterator
from typing import Any, TextIO

from careerkit._version import __version__
from careerkit.answers.reply import Reply
from careerkit.render.text import in_utf8

DEPTH = 4
"""Levels that are broken into lines: the envelope, the answer, its rows and their values."""
MANY = 20
"""Where there are more rows or sources than these, each is on one line."""
SCHEMA = 1
"""Raised when a key changes its meaning or goes away; new keys do not raise it."""


def write(reply: Reply, stream: TextIO, *, no_color: bool) -> None:  # noqa: ARG001 - JSON has none
    """Write the envelope, keys sorted, in ASCII so that any terminal and any pipe can carry it."""
    in_utf8(stream)
    envelope = {
        "careerkit": __version__,
        "schema": SCHEMA,
        "command": reply.command,
        "as_of": reply.as_of.isoformat(),
        "data": reply.plain,
        "notes": [*reply.notes],
        "resolved": [resolved._asdict() for resolved in reply.resolved],
        "sources": reply.sources,
    }
    stream.write("".join(_written(envelope, 1)))
    stream.write("\n")


def _written(value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - JSON values
    """Yield JSON with a line for each value down to ``DEPTH``; deeper values share a line.

    The standard library's indenting encoder would take most of the time of a large answer.
    """
    if depth > DEPTH or not value or not isinstance(value, dict | list):
        yield _LINE(value)
        return
    indent = "\n" + "  " * depth
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    yield opening
    items = sorted(value.items()) if isinstance(value, dict) else [("", item) for item in value]
    is_long = len(items) > MANY and all(isinstance(item, dict) for _, item in items)
    below = DEPTH + 1 if is_long else depth + 1
    for number, (key, item) in enumerate(items):
        name = f"{_LINE(key)}: " if isinstance(value, dict) else ""
        yield f"{',' if number else ''}{indent}{name}"
        yield from _written(item, below)
    yield f"{indent[:-2]}{closing}"


_LINE = json.JSONEncoder(sort_keys=True).encode
