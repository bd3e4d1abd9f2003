"""Changes to a record's text that leave everything else in it as a person wrote it.

The node tree tells where each value stands; only that span is replaced. Comments, order and layout
of the rest stay byte for byte.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import yaml

from careerkit.yamldata.nodes import LOADER

Plain = Mapping[str, Any]
Orders = Mapping[tuple[str, ...], Sequence[str]]
"""The order of the keys of each mapping that may get a new one, by the mapping's path."""
Same = Callable[[Plain], bool]


def put_item(text: str, path: Sequence[str], item: Plain, same: Same, orders: Orders) -> str:
    """Return ``text`` with ``item`` in the list at ``path``.

    It replaces the item that ``same`` recognises (by its plain values) if that differs, whose
    other keys it takes over, and is added at the end otherwise. ``orders`` tells where a list that
    is not there yet goes.
    """
    found = _at(_root(text), path)
    if found is None or not _items(found):
        return _put_value(text, path, f"\n{{indent}}  - {_flow(item)}", orders)
    for node in _items(found):
        value = _plain(node)
        if isinstance(value, dict) and same(value):
            merged = {**item, **{key: kept for key, kept in value.items() if key not in item}}
            return text if value == merged else _replace(text, node, _flow(merged))
    last = _items(found)[-1]
    if _is_flow(found):
        return _insert(text, _end(last), f", {_flow(item)}")
    return _insert(text, _line_end(text, _end(last)), f"\n{' ' * _column(found)}- {_flow(item)}")


def put_value(text: str, path: Sequence[str], value: Any, orders: Orders) -> str:  # noqa: ANN401 - any plain value
    """Return ``text`` with ``value`` at ``path``, in the place that ``orders`` gives its key."""
    found = _at(_root(text), path)
    if found is not None:
        return text if _plain(found) == value else _replace(text, found, _flow(value))
    return _put_value(text, path, f" {_flow(value)}", orders)


def value_at(text: str, path: Sequence[str]) -> Any:  # noqa: ANN401 - any plain value
    """Return the plain value at ``path``, or None where there is none."""
    found = _at(_root(text), path)
    return None if found is None else _plain(found)


def _put_value(text: str, path: Sequence[str], written: str, orders: Orders) -> str:
    """Write a key that is not there yet (or is an empty list) into its mapping.

    ``{indent}`` in what is written stands for the indentation of the key.
    """
    *above, key = path
    mapping = _at(_root(text), above)
    if mapping is None or (isinstance(mapping, yaml.MappingNode) and not mapping.value):
        inner = f"\n{{indent}}  {key}:{written.replace('{indent}', '{indent}  ')}"
        return _put_value(text, above, inner, orders)
    if not isinstance(mapping, yaml.MappingNode) or mapping.flow_style:
        message = f"'{'.'.join(above)}' is not a block of keys to which '{key}' can be added"
        raise ValueError(message)
    indent = " " * _column(mapping)
    line = f"{key}:{written.replace('{indent}', indent)}"
    present = {name.value: (name, value) for name, value in mapping.value}
    if key in present:
        name, value = present[key]
        return text[: name.start_mark.index] + line + text[_end(value) :]
    order = orders[tuple(above)]
    before = [name for name in order[: order.index(key)] if name in present]
    if not before:
        at = mapping.start_mark.index
        return f"{text[:at]}{line}\n{indent}{text[at:]}"
    at = _line_end(text, _end(present[before[-1]][1]))
    return _insert(text, at, f"\n{indent}{line}")


def _root(text: str) -> yaml.Node:
    node = yaml.compose(text, Loader=LOADER)
    if node is None:
        message = "the record is empty"
        raise ValueError(message)
    return node


def _at(node: yaml.Node, path: Sequence[str]) -> yaml.Node | None:
    for key in path:
        if not isinstance(node, yaml.MappingNode):
            return None
        found = next((value for name, value in node.value if name.value == key), None)
        if found is None:
            return None
        node = found
    return node


def _items(node: yaml.Node) -> list[yaml.Node]:
    return node.value if isinstance(node, yaml.SequenceNode) else []


def _plain(node: yaml.Node) -> Any:  # noqa: ANN401 - any plain value
    """Return a node's value with scalars as their text, or as the number they are."""
    if isinstance(node, yaml.MappingNode):
        return {name.value: _plain(value) for name, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if node.tag.endswith((":int", ":float")):
        return yaml.safe_load(node.value)
    return node.value


def _flow(value: Any) -> str:  # noqa: ANN401 - any plain value
    dumped = yaml.safe_dump(
        value, default_flow_style=True, sort_keys=False, width=float("inf"), allow_unicode=True
    )
    return str(dumped).removesuffix("...\n").rstrip("\n")


def _replace(text: str, node: yaml.Node, written: str) -> str:
    return text[: node.start_mark.index] + written + text[_end(node) :]


def _insert(text: str, at: int, written: str) -> str:
    return text[:at] + written + text[at:]


def _end(node: yaml.Node) -> int:
    """Return where a node's own text ends: a block's mark stands behind the comments after it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _line_end(text: str, at: int) -> int:
    """Return the end of the line at ``at``, behind a comment on it."""
    end = text.find("\n", max(at - 1, 0)) if text[at - 1 : at] == "\n" else text.find("\n", at)
    return len(text) if end < 0 else end


def _is_flow(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _column(node: yaml.Node) -> int:
    return int(node.start_mark.column)
