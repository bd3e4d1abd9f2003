"""Compact texts: a whole entry of a section in one text, such as ``medical_coding:2y,paid``."""

import re
from contextlib import suppress
from typing import Any

from careerkit.errors import CareerkitError, usage_error
from careerkit.facts.reading import Resolve, known, length, read
from careerkit.facts.registry import Fact
from careerkit.model.shape import Shape, attribute_of, slots_of

Slots = dict[str, Shape]
_CREDITS = ("total", "graduate")


def record_of(fact: Fact, shape: Shape, text: str, resolve: Resolve) -> Any:  # noqa: ANN401 - any record
    """Return the record for an entry of a list; raise a usage error."""
    slots = slots_of(shape.record)
    first, *others = _items(text)
    head, amount = _halves(first) if fact.amount else (first, "")
    values = _head(fact.head, slots, head, resolve)
    if amount:
        values |= _measured(fact.amount, slots, amount, resolve)
    return _made(shape, values | _keyed(others, slots, values, resolve))


def entry_of(fact: Fact, shape: Shape, text: str, resolve: Resolve) -> tuple[str, Any]:
    """Return the key and value for an entry of a mapping; raise a usage error."""
    first, *others = _items(text)
    word, amount = _halves(first)
    key = read(shape.key, word, resolve) if shape.key else word
    item = shape.item or Shape(form="scalar")
    if item.form == "scalar":
        if not amount or others:
            raise usage_error(f"'{text}' does not say how many; write {fact.metavar}")
        return key, read(item, amount, resolve)
    slots = slots_of(item.record)
    values = _measured(fact.amount, slots, amount, resolve) if amount else {}
    return key, _made(item, values | _keyed(others, slots, values, resolve))


def credits_of(shape: Shape, text: str, resolve: Resolve) -> tuple[str, Any]:
    """Return ``total``, ``graduate`` or a subject, and its college credits."""
    slots = slots_of(shape.record)
    word, amount = _halves(text)
    if not amount:
        word, amount = "total", word
    if word.lower() in _CREDITS:
        return word.lower(), read(slots[word.lower()], amount, resolve)
    subjects = slots["subjects"]
    if subjects.key is None or subjects.item is None:
        raise TypeError(shape.record)
    return read(subjects.key, word, resolve), read(subjects.item, amount, resolve)


def _items(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")]


def _halves(text: str) -> tuple[str, str]:
    parts = re.split("[:=]", text, maxsplit=1)
    return parts[0].strip(), parts[1].strip() if parts[1:] else ""


def _head(keys: tuple[str, ...], slots: Slots, text: str, resolve: Resolve) -> dict[str, Any]:
    """Return the value of the first of ``keys`` that can be read from ``text``."""
    first, *others = keys
    try:
        return {first: read(slots[first], text, resolve)}
    except CareerkitError:
        for key in others:
            with suppress(CareerkitError):
                return {key: read(slots[key], text, resolve)}
        raise


def _measured(key: str, slots: Slots, text: str, resolve: Resolve) -> dict[str, Any]:
    return length(text) if key == "length" else {key: read(slots[key], text, resolve, key)}


def _keyed(
    parts: list[str], slots: Slots, given: dict[str, Any], resolve: Resolve
) -> dict[str, Any]:
    """Return the values of ``key=value`` texts; a key alone says yes."""
    values: dict[str, Any] = {}
    for part in parts:
        name, _, value = part.partition("=")
        key = known(name, slots)
        if key in values or key in given:
            raise usage_error(f"'{key}' is given twice")
        if not value.strip() and slots[key].scalar is not bool:
            raise usage_error(f"'{part}' is not key=value")
        values[key] = read(slots[key], value.strip() or "yes", resolve, key)
    return values


def _made(shape: Shape, values: dict[str, Any]) -> Any:  # noqa: ANN401 - any record
    return shape.record(**{attribute_of(key): value for key, value in values.items()})
