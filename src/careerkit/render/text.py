"""Makes text safe to print."""

import re
from io import TextIOWrapper
from typing import TextIO

_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def in_utf8(stream: TextIO) -> TextIO:
    """Return a stream that writes UTF-8, whatever the locale says.

    Lone surrogates, such as a byte of an argument in another encoding, are spelled out.
    """
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


def visible(text: str, keep: str = "") -> str:
    r"""Return ``text`` with control characters and invisible marks spelled out.

    Characters of ``keep`` stay as they are.

    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    """

    def shown(match: re.Match[str]) -> str:
        char = match.group()
        return char if char in keep else char.encode("unicode_escape").decode("ascii")

    return _HIDDEN.sub(shown, text)
