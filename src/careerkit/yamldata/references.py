"""References from one record, or a client, to others."""

from collections.abc import Iterator, Mapping
from typing import Any

from careerkit.model.shape import Shape, attribute_of, record_shape, slots_of
from careerkit.model.types import Constraint
from careerkit.suggest import did_you_mean
from careerkit.yamldata.decode import Path

Mistakes = Iterator[tuple[Path, str, str]]
"""Mistakes in a record: the path of a value, a stable code, a message."""


def find_dangling(record: object, ids: Mapping[str, set[str]]) -> Mistakes:
    """Find the references of a record to records that do not exist."""
    yield from _references(record_shape(type(record)), record, (), ids)


def _references(
    shape: Shape,
    value: Any,  # noqa: ANN401 - any value of the shape
    path: Path,
    ids: Mapping[str, set[str]],
) -> Mistakes:
    if value is None:
        return
    if shape.form == "scalar":
        if shape.constraint and shape.constraint.refers_to:
            yield from _reference(shape.constraint, value, path, ids)
    elif shape.form == "list" and shape.item:
        for index, item in enumerate(value):
            yield from _references(shape.item, item, (*path, index), ids)
    elif shape.form == "mapping" and shape.item:
        for key, item in value.items():
            yield from _references(shape.item, item, (*path, key), ids)
    else:
        for name, slot in slots_of(type(value)).items():
            yield from _references(slot, getattr(value, attribute_of(name)), (*path, name), ids)


def _reference(
    constraint: Constraint, value: str, path: Path, ids: Mapping[str, set[str]]
) -> Mistakes:
    known = {*ids.get(constraint.refers_to, ()), *constraint.unrecorded}
    if value not in known:
        hint = did_you_mean(value, known)
        yield path, "dangling", f"there is no {constraint.refers_to} '{value}'{hint}"
