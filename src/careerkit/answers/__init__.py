"""The frozen answers that commands return and formats render; nothing else is printed."""

from typing import ClassVar


class Answer:
    """The base of answers: the ``command``, and the attribute that holds the ``rows``.

    ``rows`` is empty where the answer is about one thing. ``spread`` names a list in each row whose
    items are rows of their own in CSV. ``page`` names the module that draws the answer, where that
    is not the one beside it. ``paged`` answers go through the user's pager where they are longer
    than the terminal.
    """

    __slots__ = ()

    command: ClassVar[str]
    rows: ClassVar[str] = ""
    spread: ClassVar[str] = ""
    page: ClassVar[str] = ""
    paged: ClassVar[bool] = False
