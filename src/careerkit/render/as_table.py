"""Writes pages for a terminal.

The text is the same for every terminal but for its width and colors; in a pipe no line is broken
and nothing is styled.
"""

import os
from collections.abc import Mapping
from typing import TextIO

from careerkit.answers.reply import Reply
from careerkit.render.charts import PLAIN
from careerkit.render.draw import UNLIMITED, Surface, drawn
from careerkit.render.page import Tone
from careerkit.render.page_of import page_of

_CODES: Mapping[Tone, str] = {
    "strong": "1",
    "good": "1;32",
    "bad": "1;31",
    "open": "1;35",
    "quiet": "3",
}
"""Bold, italic and three of the sixteen colors that follow a terminal's own theme."""
_DUMB = ("dumb", "unknown")
"""Terminals that may have neither styles nor characters to draw with: drawings are ASCII there."""
_NARROWEST = 40
_USUAL = 80


def write(reply: Reply, stream: TextIO, *, no_color: bool) -> None:
    """Write the answer's page to ``stream``."""
    on_terminal = stream.isatty()
    encoding = (stream.encoding or "utf-8").lower()
    is_dumb = on_terminal and os.environ.get("TERM") in _DUMB
    ascii_only = is_dumb or not encoding.startswith("utf")
    plain = no_color or not on_terminal or is_dumb or bool(os.environ.get("NO_COLOR"))
    surface = Surface(
        _width(stream) if on_terminal else UNLIMITED,
        _unstyled if plain else _styled,
        *(("-", "+", "|") if ascii_only else ()),
    )
    text = "".join(f"{line}\n" for line in drawn(page_of(reply), surface))
    text = text.translate(PLAIN) if ascii_only else text
    text = text.encode(encoding, errors="replace").decode(encoding)
    if on_terminal and reply.data.paged:
        from careerkit.render.pager import show  # not in a pipe

        show(text, stream)
    else:
        stream.write(text)


def _width(stream: TextIO) -> int:
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        columns = 0
    return max(columns or _USUAL, _NARROWEST)


def _unstyled(text: str, _tone: Tone) -> str:
    return text


def _styled(text: str, tone: Tone) -> str:
    code = _CODES.get(tone) if text else None
    return f"\x1b[{code}m{text}\x1b[0m" if code else text
