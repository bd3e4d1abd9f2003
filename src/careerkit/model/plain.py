"""Records to plain values (what JSON holds) and back, by shape."""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from careerkit.model.shape import Shape, attribute_of, key_of, slots_of

T = TypeVar("T")


_KEYS: dict[type, tuple[tuple[str, str], ...]] = {}
"""The fields of a record class or a named tuple, each with its key."""


def to_plain(value: object, brief: tuple[type, ...] = ()) -> Any:  # noqa: ANN401 - JSON values have no narrower type
    """Return ``value`` as dicts, lists and scalars; every field of a record, None included.

    Of the records of a ``brief`` class, only the fields that differ from their defaults.
    """
    kind = type(value)
    if kind in _SCALARS:
        return value
    if kind is tuple or kind is list:
        items: Iterable[object] = value  # type: ignore[assignment]  # a sequence
        return [each if type(each) in _SCALARS else to_plain(each, brief) for each in items]
    keys = _KEYS.get(kind)
    if keys is None:
        keys = _KEYS[kind] = _keys(kind)
    if keys:
        if isinstance(value, brief):
            keys = _told(value, keys)
        return {
            key: each if type(each := getattr(value, name)) in _SCALARS else to_plain(each, brief)
            for name, key in keys
        }
    if isinstance(value, Mapping):
        return {key: to_plain(item, brief) for key, item in value.items()}
    return value


_SCALARS = frozenset({str, int, float, bool, type(None)})


def _keys(kind: type) -> tuple[tuple[str, str], ...]:
    if dataclasses.is_dataclass(kind):
        return tuple((each.name, key_of(each.name)) for each in dataclasses.fields(kind))
    return tuple((name, key_of(name)) for name in getattr(kind, "_fields", ()))


def _told(value: Any, keys: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - any record
    """Return the keys of what differs from its default."""
    defaults = {each.name: each.default for each in dataclasses.fields(value)}
    return tuple((name, key) for name, key in keys if getattr(value, name) != defaults[name])


def from_plain(record: type[T], data: Mapping[str, Any]) -> T:
    """Rebuild a record from plain values that came from one; nothing is checked again."""
    plan = _PLANS.get(record) or _plan(record)
    if record in _SHARED:
        return _shared(record, data, plan)
    return _made(record, data, plan)


def _made(record: type[T], data: Mapping[str, Any], plan: "_Plan") -> T:
    return record(
        **{
            plan[key][0]: value if plan[key][1] is None else _build(plan[key][1], value)
            for key, value in data.items()
        }
    )


def _shared(record: type[T], data: Mapping[str, Any], plan: "_Plan") -> T:
    """Return a record that all equal values have in common, so that it is built once."""
    known = _SHARED[record]
    key = repr(data)
    found: T | None = known.get(key)
    if found is None:
        found = known[key] = _made(record, data, plan)
    return found


def share(record: type) -> None:
    """Let equal plain values of a (frozen) record class be one and the same record."""
    _SHARED.setdefault(record, {})


_SHARED: dict[type, dict[str, Any]] = {}
_Plan = dict[str, tuple[str, Shape | None]]
_PLANS: dict[type, _Plan] = {}
"""Of each key of a record class its field, and its shape where the value is to be built."""


def _plan(record: type) -> _Plan:
    found = {
        key: (attribute_of(key), None if shape.form == "scalar" else shape)
        for key, shape in slots_of(record).items()
    }
    _PLANS[record] = found
    return found


def _build(shape: Shape | None, value: Any) -> Any:  # noqa: ANN401 - as above
    if value is None or shape is None or shape.form == "scalar":
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
