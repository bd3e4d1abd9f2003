"""The shape of a record, read once from its annotations.

One shape serves every reader: the YAML decoder checks nodes against it, the store rebuilds records
by it, and the JSON Schema for editors is written from it.
"""

import dataclasses
import types
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from careerkit.model.types import Constraint


class Form(Enum):
    """What a value looks like in YAML and JSON."""

    SCALAR = "scalar"
    LIST = "list"
    RECORD = "record"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The form of a value.

    A scalar has ``scalar`` (str, int, float or bool) and perhaps a ``constraint``; a list has an
    ``item``; a record has its ``record`` class; a choice has ``choices``: a mapping is of the class
    whose key (that class's first field) it holds.
    """

    form: Form
    scalar: type = str
    constraint: Constraint | None = None
    item: "Shape | None" = None
    record: type = object
    choices: tuple[tuple[str, type], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A field of a record: its shape and whether it must be given."""

    shape: Shape
    required: bool


def slots_of(record: type) -> dict[str, Slot]:
    """Return the fields of a dataclass in their order, each with its shape."""
    if record not in _SLOTS:
        _SLOTS[record] = _read_slots(record)
    return _SLOTS[record]


_SLOTS: dict[type, dict[str, Slot]] = {}


def _read_slots(record: type) -> dict[str, Slot]:
    hints = get_type_hints(record, include_extras=True)
    return {
        field.name: Slot(
            shape=_shape(hints[field.name]),
            required=field.default is dataclasses.MISSING
            and field.default_factory is dataclasses.MISSING,
        )
        for field in dataclasses.fields(record)
    }


def record_shape(record: type) -> Shape:
    """Return the shape of a whole record."""
    return Shape(form=Form.RECORD, record=record)


def _shape(annotation: Any) -> Shape:  # noqa: ANN401 - annotations have no common type
    origin = get_origin(annotation)
    if origin is Annotated:
        scalar, constraint = get_args(annotation)
        return Shape(form=Form.SCALAR, scalar=scalar, constraint=constraint)
    if origin is tuple:
        return Shape(form=Form.LIST, item=_shape(get_args(annotation)[0]))
    if origin in (Union, types.UnionType):
        return _union(get_args(annotation))
    if dataclasses.is_dataclass(annotation):
        return record_shape(annotation)  # type: ignore[arg-type]  # an instance cannot be here
    return Shape(form=Form.SCALAR, scalar=annotation)


def _union(members: tuple[Any, ...]) -> Shape:
    present = tuple(member for member in members if member is not type(None))
    if len(present) == 1:
        return _shape(present[0])
    choices = tuple((dataclasses.fields(member)[0].name, member) for member in present)
    return Shape(form=Form.CHOICE, choices=choices)
