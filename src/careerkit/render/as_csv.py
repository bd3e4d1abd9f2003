"""CSV: a list is one row an item; a card is one row a value, under its path."""

import csv
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from careerkit.answers.reply import Reply
from careerkit.render.text import visible

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(reply: Reply, stream: TextIO, *, no_color: bool) -> None:  # noqa: ARG001 - CSV has none
    """Write the answer's rows, or its values by path; lists of words are joined by '; '."""
    writer = csv.writer(stream, lineterminator="\n")
    name = reply.data.rows
    if not name:
        writer.writerow(("field", "value"))
        writer.writerows((path, _cell(value)) for path, value in _values(reply.plain, ""))
        return
    rows = [dict(_columns(row, "")) for row in reply.plain[name]]
    header = list(dict.fromkeys(key for row in rows for key in row))
    writer.writerow(header)
    writer.writerows([_cell(row.get(key)) for key in header] for row in rows)


def _values(value: Any, path: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - JSON values
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _values(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _values(item, f"{path}.{index}")
    else:
        yield path, value


def _columns(row: Mapping[str, Any], path: str) -> Iterator[tuple[str, Any]]:
    """Yield a row's cells: lists of words in one cell, anything deeper under its path."""
    for key, value in row.items():
        name = f"{path}{key}"
        if isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
            yield name, "; ".join(map(str, value))
        elif isinstance(value, dict | list):
            yield from _values(value, name)
        else:
            yield name, value


def _cell(value: Any) -> Any:  # noqa: ANN401 - JSON values
    """Return a cell that no spreadsheet runs as a formula and no terminal obeys."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
