"""Records to plain values (as JSON holds them) and back, by shape."""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from careerkit.model.shape import Shape, attribute_of, key_of, slots_of

T = TypeVar("T")
_SCALARS = frozenset({str, int, float, bool, type(None)})
_KEYS: dict[type, tuple[tuple[str, str], ...]] = {}
"""The fields of a record class or a named tuple, each with its key."""


def to_plain(value: object, brief: tuple[type, ...] = ()) -> Any:  # noqa: ANN401 - JSON values have no narrower type
    """Return ``value`` as dicts, lists and scalars, with every field of a record, None included.

    Records of a ``brief`` class have only the fields that differ from their defaults.
    """
    kind = type(value)
    if kind in _SCALARS:
        return value
    if kind is tuple or kind is list:
        items: Iterable[object] = value  # type: ignore[assignment]  # a sequence
        return [item if type(item) in _SCALARS else to_plain(item, brief) for item in items]
    keys = _KEYS.get(kind)
    if keys is None:
        keys = _KEYS[kind] = _keys(kind)
    if keys:
        if isinstance(value, brief):
            keys = _changed(value, keys)
        return {
            key: item if type(item := getattr(value, name)) in _SCALARS else to_plain(item, brief)
            for name, key in keys
        }
    if isinstance(value, Mapping):
        return {key: to_plain(item, brief) for key, item in value.items()}
    return value


def _keys(kind: type) -> tuple[tuple[str, str], ...]:
    if dataclasses.is_dataclass(kind):
        return tuple((field.name, key_of(field.name)) for field in dataclasses.fields(kind))
    return tuple((name, key_of(name)) for name in getattr(kind, "_fields", ()))


def _changed(value: Any, keys: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - any record
    defaults = {field.name: field.default for field in dataclasses.fields(value)}
    return tuple((name, key) for name, key in keys if getattr(value, name) != defaults[name])


def from_plain(record: type[T], data: Mapping[str, Any]) -> T:
    """Rebuild a record from plain values that came from one; nothing is checked again."""
    shared = _SHARED.get(record)
    if shared is None:
        return _built(record, data)
    key = repr(data)
    value: T | None = shared.get(key)
    if value is None:
        value = shared[key] = _built(record, data)
    return value


def share(record: type) -> None:
    """Build equal plain values of a (frozen) record class once, and return the same record."""
    _SHARED.setdefault(record, {})


_SHARED: dict[type, dict[str, Any]] = {}
_Plan = dict[str, tuple[str, Shape | None]]
_PLANS: dict[type, _Plan] = {}
"""The field for each key of a record class, and its shape unless it is a scalar."""


def _built(record: type[T], data: Mapping[str, Any]) -> T:
    plan = _PLANS.get(record) or _plan(record)
    return record(
        **{
            plan[key][0]: value if (shape := plan[key][1]) is None else _build(shape, value)
            for key, value in data.items()
        }
    )


def _plan(record: type) -> _Plan:
    plan = _PLANS[record] = {
        key: (attribute_of(key), None if shape.form == "scalar" else shape)
        for key, shape in slots_of(record).items()
    }
    return plan


def _build(shape: Shape, value: Any) -> Any:  # noqa: ANN401 - as above
    if value is None or shape.form == "scalar":
        return value
    if shape.form == "list" and shape.item is not None:
        if shape.item.form == "scalar":
            return tuple(value)
        return tuple(_build(shape.item, item) for item in value)
    if shape.form == "record":
        return from_plain(shape.record, value)
    if shape.form == "mapping" and shape.item is not None:
        return {key: _build(shape.item, item) for key, item in value.items()}
    return from_plain(next(cls for key, cls in shape.choices if key in value), value)
