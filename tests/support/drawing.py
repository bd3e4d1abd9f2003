"""What tests of pages share: answers made of few values, and what stands on a page."""

from dataclasses import fields
from typing import Any, get_type_hints

from careerkit.render.page import Heading, Page, Pairs, Prose

_EMPTY = {tuple: (), str: "", int: 0, float: 0.0, bool: False}


def blank(record: type, **given: Any) -> Any:
    """Return a record of ``given`` values; the others are None where they may be, else empty."""
    hints = get_type_hints(record)
    names = record._fields if issubclass(record, tuple) else [f.name for f in fields(record)]
    return record(**{name: _empty(hints[name]) for name in names} | given)


def _empty(hint: Any) -> object:
    return _EMPTY.get(getattr(hint, "__origin__", hint))


def prose(page: Page) -> list[str]:
    """Return the texts of a page's paragraphs."""
    return [block.text for block in page.blocks if isinstance(block, Prose)]


def headings(page: Page) -> list[str]:
    """Return the headings of a page."""
    return [block.text for block in page.blocks if isinstance(block, Heading)]


def rows(page: Page) -> list[tuple[str, object]]:
    """Return the labels and values of a page."""
    return [row for block in page.blocks if isinstance(block, Pairs) for row in block.rows]
