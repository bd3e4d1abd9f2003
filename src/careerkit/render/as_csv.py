"""Writes CSV: a list is one row an item; a card is one row a value, with its path."""

import csv
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from careerkit.answers import Answer
from careerkit.answers.reply import Reply
from careerkit.model.shape import Shape, slots_of
from careerkit.render.text import in_utf8, visible

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(reply: Reply, stream: TextIO, *, no_color: bool) -> None:  # noqa: ARG001 - CSV has none
    """Write the answer's rows, or its values by path."""
    writer = csv.writer(in_utf8(stream), lineterminator="\n")
    if not reply.data.rows:
        writer.writerow(("field", "value"))
        writer.writerows((path, cell(value)) for path, value in _values(reply.plain, ""))
        return
    header = _header(reply.data)
    writer.writerow(header)
    for row in _rows(reply):
        writer.writerow([cell(_joined(_at(row, path))) for path in header])


def _header(answer: Answer) -> list[str]:
    # By the shape of the answer, so that the columns are the same whatever the rows hold.
    row = _item(slots_of(type(answer))[answer.rows])
    columns = slots_of(row)
    if answer.spread:
        inner = slots_of(_item(columns[answer.spread]))
        columns = {name: slot for name, slot in columns.items() if name != answer.spread} | inner
    return [*_paths(columns)]


def _paths(slots: Mapping[str, Shape]) -> Iterator[str]:
    """Yield a column for each slot, and for each value of a record, as ``wage.median``."""
    for name, slot in slots.items():
        if slot.form == "record":
            yield from (f"{name}.{inner}" for inner in _paths(slots_of(slot.record)))
        else:
            yield name


def _at(row: Mapping[str, Any], path: str) -> Any:  # noqa: ANN401 - JSON values
    value: Any = row
    for name in path.split("."):
        value = None if value is None else value[name]
    return value


def _item(shape: Shape) -> type:
    return shape.item.record if shape.item else shape.record


def _rows(reply: Reply) -> Iterator[Mapping[str, Any]]:
    for row in reply.plain[reply.data.rows]:
        if reply.data.spread:
            yield from ({**row, **inner} for inner in row[reply.data.spread])
        else:
            yield row


def _joined(value: Any) -> Any:  # noqa: ANN401 - JSON values
    """Return a list as one text: its words, or the ids (else the first values) of its records."""
    if isinstance(value, Mapping):
        return _joined(value.get("id", next(iter(value.values()))))
    return "; ".join(str(_joined(item)) for item in value) if isinstance(value, list) else value


def _values(value: Any, path: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - JSON values
    if isinstance(value, Mapping | list):
        items = value.items() if isinstance(value, Mapping) else enumerate(value)
        for key, item in items:
            yield from _values(item, f"{path}.{key}" if path else str(key))
    else:
        yield path, value


def cell(value: Any) -> Any:  # noqa: ANN401 - JSON values
    """Return a cell that a spreadsheet does not run as a formula and a terminal does not obey."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
