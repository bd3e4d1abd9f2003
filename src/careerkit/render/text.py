"""Text made safe to print."""

import re

_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def visible(text: str, keep: str = "") -> str:
    r"""Return ``text`` with control characters and invisible marks shown, not obeyed.

    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    """

    def shown(match: re.Match[str]) -> str:
        char = match.group()
        return char if char in keep else char.encode("unicode_escape").decode("ascii")

    return _HIDDEN.sub(shown, text)
