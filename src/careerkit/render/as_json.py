"""JSON: the contract for scripts."""

import json
from typing import TextIO

from careerkit._version import __version__
from careerkit.answers.reply import Reply

SCHEMA = 1
"""Raised when a key changes its meaning or goes away; new keys do not raise it."""


def write(reply: Reply, stream: TextIO, *, no_color: bool) -> None:  # noqa: ARG001 - JSON has none
    """Write the envelope, keys sorted, in ASCII so that any terminal and any pipe can carry it."""
    envelope = {
        "careerkit": __version__,
        "schema": SCHEMA,
        "command": reply.command,
        "as_of": reply.as_of.isoformat(),
        "data": reply.plain,
        "sources": reply.sources,
    }
    stream.write(json.dumps(envelope, indent=2, sort_keys=True))
    stream.write("\n")
