"""Records to plain values (what JSON holds) and back, by shape."""

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar

from careerkit.model.shape import Shape, attribute_of, key_of, slots_of

T = TypeVar("T")


def to_plain(value: object, brief: tuple[type, ...] = ()) -> Any:  # noqa: ANN401 - JSON values have no narrower type
    """Return ``value`` as dicts, lists and scalars; every field of a record, None included.

    Of the records of a ``brief`` class, only the fields that differ from their defaults.
    """
    if dataclasses.is_dataclass(value):
        told = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
        if isinstance(value, brief):
            defaults = {f.name: f.default for f in dataclasses.fields(value)}
            told = {name: each for name, each in told.items() if each != defaults[name]}
        return {key_of(name): to_plain(each, brief) for name, each in told.items()}
    if isinstance(value, tuple | list):
        return [to_plain(item, brief) for item in value]
    if isinstance(value, Mapping):
        return {key: to_plain(item, brief) for key, item in value.items()}
    return value


def from_plain(record: type[T], data: Mapping[str, Any]) -> T:
    """Rebuild a record from plain values that came from one; nothing is checked again."""
    slots = slots_of(record)
    return record(**{attribute_of(key): _build(slots[key], data[key]) for key in data})


def _build(shape: Shape, value: Any) -> Any:  # noqa: ANN401 - as above
    if value is None or shape.form == "scalar":
        return value
    if shape.form == "mapping" and shape.item is not None:
        return {key: _build(shape.item, item) for key, item in value.items()}
    if shape.form == "record":
        return from_plain(shape.record, value)
    if shape.form == "list" and shape.item is not None:
        if shape.item.form == "scalar":
            return tuple(value)
        return tuple(_build(shape.item, item) for item in value)
    return from_plain(next(cls for key, cls in shape.choices if key in value), value)
