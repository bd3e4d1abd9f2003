"""Change values in the YAML text of a career: rewrites the blocks that change and no other line.

A block is a key with its value; under ``requirements`` each key is a block. A list is written with
one item a line, in braces. A comment inside a block that changes is refused: it belongs above.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Any, Final

import yaml

from careerkit.errors import bad_data
from careerkit.model.career import Career, Requirements
from careerkit.yamldata.nodes import LOADER

Plain = dict[str, Any]
_KEYS: Final = [field.name for field in dataclasses.fields(Career)]
_WITHIN: Final = {"requirements": [field.name for field in dataclasses.fields(Requirements)]}


def values_of(text: str) -> Plain:
    """Return the plain values of a valid record."""
    return dict(yaml.load(text, Loader=LOADER))  # noqa: S506 - a safe one


def with_values(text: str, values: Plain, shown: str) -> str:
    """Return a valid record's text with these values; ``shown`` is its file's name in failures.

    Raises ``CareerkitError`` where a comment is inside a block that changes, or where keys of the
    record do not begin lines of their own.
    """
    if text.startswith("\ufeff"):
        return text[0] + with_values(text[1:], values, shown)
    edits = _edits(text, yaml.compose(text, Loader=LOADER), values_of(text), values, _KEYS)
    changed = text
    for start, stop, block in sorted(edits, key=lambda edit: edit[:2])[::-1]:
        tokens = pairwise(yaml.scan(text[start:stop], Loader=LOADER))
        if any(
            "#" in text[start + a.end_mark.index : start + b.start_mark.index] for a, b in tokens
        ):
            key = text[start:].partition(":")[0]
            raise bad_data(f"{shown}: '{key}' changes, and a comment is inside; put it above")
        changed = changed[:start] + block + changed[stop:]
    with suppress(yaml.YAMLError):
        if values_of(changed) == values:
            return changed
    raise bad_data(f"{shown}: cannot be changed; begin each key on a line of its own")


def _edits(
    text: str, mapping: yaml.Node | None, old: Plain, values: Plain, order: Sequence[str]
) -> Iterator[tuple[int, int, str]]:
    """Yield (start, stop, replacement) for every part of the text that changes."""
    assert isinstance(mapping, yaml.MappingNode)  # noqa: S101 - a record is one
    nodes = {name.value: (name.start_mark.index, value) for name, value in mapping.value}
    indent, end = " " * mapping.start_mark.column, "\r\n" if "\r\n" in text else "\n"
    behind = None
    for key in order:
        start, node = nodes.get(key, (mapping.start_mark.index, None))
        block = end.join(_block(key, values, indent)) if old.get(key) != values.get(key) else ""
        if node is None and block:
            at = start if behind is None else behind
            yield at, at, f"{block.lstrip()}{end}{indent}" if behind is None else f"{end}{block}"
        if node is None:
            continue
        stop = _line_end(text, node)
        if key not in values:
            yield start, text.find("\n", stop) + 1 or stop, ""
            continue
        behind = stop
        if block and key in _WITHIN and isinstance(node, yaml.MappingNode) and not node.flow_style:
            yield from _edits(text, node, old[key], values[key], _WITHIN[key])
        elif block:
            yield start, stop, block.lstrip()


def _line_end(text: str, node: yaml.Node) -> int:
    """Return the end of the last line of a value, before its line break."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]  # the end mark of a block is at the start of what follows it
        node = last[1] if isinstance(last, tuple) else last
    end = int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        end = len(text[:end].rstrip())
    return end + len(text[end:].partition("\n")[0].removesuffix("\r"))


def _block(key: str, values: Plain, indent: str) -> list[str]:
    """Return the lines of a key with its value; none where the key has no value."""
    value, inner = values.get(key), f"{indent}  "
    if key in _WITHIN and isinstance(value, dict):
        lines = (line for name in _WITHIN[key] for line in _block(name, value, inner))
        return [f"{indent}{key}:", *lines]
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return [f"{indent}{key}:", *(f"{inner}- {written(item)}" for item in value)]
    return [f"{indent}{key}: {written(value)}"] if key in values else []


def written(value: Any) -> str:  # noqa: ANN401 - any plain value
    """Return a plain value as YAML on one line, quoted so that it is valid inside braces too."""
    dumped = yaml.dump(
        [value],
        Dumper=_Row,
        default_flow_style=True,
        width=1e9,
        sort_keys=False,
        allow_unicode=True,
    )
    return str(dumped).rstrip("\n").removeprefix("[").removesuffix("]")


class _Row(yaml.SafeDumper):
    def choose_scalar_style(self) -> str:
        style = super().choose_scalar_style()
        return '"' if self.analysis and self.analysis.multiline else str(style)
