"""The shape of a record, read once from its annotations.

One shape serves every reader: the YAML decoder checks nodes against it, the store rebuilds records
by it, and the JSON Schema for editors is written from it.
"""

import dataclasses
import sys
import types
from collections.abc import Mapping
from keyword import iskeyword
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from careerkit.model.types import Constraint

BARE = {"bare": True}
"""Marks the field of a record that a profile may give alone, as ``aapc`` for a membership."""
Form = Literal["scalar", "list", "mapping", "record", "choice"]


class Shape(NamedTuple):
    """The form of a value.

    A scalar has ``scalar`` (str, int, float or bool) and perhaps a ``constraint``; a list has an
    ``item``; a mapping has the shapes of its ``key`` and ``item``; a record has its ``record``
    class, and perhaps a ``bare`` field that may stand for the whole; a choice has ``choices``: a
    mapping is of the class whose key (that class's first field) it holds. A ``required`` field
    must be given.
    """

    form: Form
    scalar: type = str
    constraint: Constraint | None = None
    key: "Shape | None" = None
    item: "Shape | None" = None
    record: type = object
    bare: str = ""
    choices: tuple[tuple[str, type], ...] = ()
    required: bool = False


_SLOTS: dict[type, dict[str, Shape]] = {}


def slots_of(record: type) -> dict[str, Shape]:
    """Return the shapes of the fields of a dataclass or a named tuple by their keys, in order.

    The key of a field is its name, without the underscore of a Python keyword: ``from``.
    """
    if record not in _SLOTS:
        _SLOTS[record] = _read_slots(record)
    return _SLOTS[record]


def key_of(name: str) -> str:
    """Return the key of the field with ``name``."""
    return name.removesuffix("_")


def attribute_of(key: str) -> str:
    """Return the name of the field that has ``key``."""
    return f"{key}_" if iskeyword(key) else key


def record_shape(record: type) -> Shape:
    """Return the shape of a whole record."""
    return _record(record, required=False)


def _read_slots(record: type) -> dict[str, Shape]:
    # Annotations are objects, except names in quotes, which are looked up in the class's module.
    # typing.get_type_hints would do the same, but costs a command a millisecond.
    names = sys.modules[record.__module__]
    if not dataclasses.is_dataclass(record):
        fields = record.__annotations__.items()  # of a named tuple: all are required
        return {key_of(name): _shape(kind, names, required=True) for name, kind in fields}
    return {
        key_of(field.name): _shape(field.type, names, required=_is_required(field))
        for field in dataclasses.fields(record)
    }


def _is_required(field: "dataclasses.Field[Any]") -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _shape(annotation: Any, names: types.ModuleType, *, required: bool = False) -> Shape:  # noqa: ANN401 - annotations have no common type
    if isinstance(annotation, str):
        annotation = getattr(names, annotation)
    origin = get_origin(annotation)
    if origin is Annotated:
        scalar, constraint = get_args(annotation)
        return Shape(form="scalar", scalar=scalar, constraint=constraint, required=required)
    if origin is tuple:
        item = _shape(get_args(annotation)[0], names)
        return Shape(form="list", item=item, required=required)
    if origin is Mapping:
        key, value = (_shape(part, names) for part in get_args(annotation))
        return Shape(form="mapping", key=key, item=value, required=required)
    if origin in (Union, types.UnionType):
        return _union(get_args(annotation), names, required=required)
    if isinstance(annotation, type) and _is_record(annotation):
        return _record(annotation, required=required)
    return Shape(form="scalar", scalar=annotation, required=required)


def _is_record(kind: type) -> bool:
    return dataclasses.is_dataclass(kind) or hasattr(kind, "_fields")


def _record(record: type, *, required: bool) -> Shape:
    fields = dataclasses.fields(record) if dataclasses.is_dataclass(record) else ()
    bare = [field.name for field in fields if field.metadata.get("bare")]
    return Shape(form="record", record=record, bare="".join(bare), required=required)


def _union(members: tuple[Any, ...], names: types.ModuleType, *, required: bool) -> Shape:
    present = [member for member in members if member is not types.NoneType]
    if len(present) == 1:
        return _shape(present[0], names, required=required)
    choices = tuple((dataclasses.fields(member)[0].name, member) for member in present)
    return Shape(form="choice", choices=choices, required=required)
