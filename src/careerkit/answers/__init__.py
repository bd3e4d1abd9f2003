"""The frozen answer each command returns; formats render it, nothing else is printed."""

from typing import ClassVar


class Answer:
    """What an answer tells of itself: its ``command``, and the attribute that holds its ``rows``.

    ``rows`` is empty where the answer is about one thing. ``spread`` names an attribute of a row
    that is a list, each item of which is a row of its own where rows are flat (CSV). ``page`` names
    the module that draws it, where that is not the one beside the answer. ``paged``: on a terminal,
    what is longer than it goes through the user's pager.
    """

    __slots__ = ()

    command: ClassVar[str]
    rows: ClassVar[str] = ""
    spread: ClassVar[str] = ""
    page: ClassVar[str] = ""
    paged: ClassVar[bool] = False
