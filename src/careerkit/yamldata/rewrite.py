"""Changes to a record's text that leave everything else in it as a person wrote it.

The node tree tells where each value stands; only that span is replaced. Comments, order and layout
of the rest stay byte for byte.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import yaml

from careerkit.yamldata.nodes import LOADER

Plain = Mapping[str, Any]
Orders = Mapping[tuple[str, ...], Sequence[str]]
"""The order of the keys of each mapping that may get a new one, by the mapping's path."""
YamlError = yaml.YAMLError
_BOM = "\ufeff"
_INDENT = "\0"  # no YAML text can hold it
Same = Callable[[Plain], bool]


def put_item(  # noqa: PLR0913 - what is put, where, and what of its older self stays
    text: str,
    path: Sequence[str],
    item: Plain,
    same: Same,
    orders: Orders,
    *,
    owned: Collection[str] = (),
) -> str:
    """Return ``text`` with ``item`` in the list at ``path``.

    It replaces its older self, which ``same`` recognises by plain values, if that differs, and is
    added at the end where there is none. Other keys of the older self stay, but for those that are
    ``owned``: what their owner no longer tells goes. ``orders`` tells where a list that is not
    there yet goes.
    """
    if text.startswith(_BOM):
        inner = text.removeprefix(_BOM)
        return _BOM + put_item(inner, path, item, same, orders, owned=owned)
    found = _at(_root(text), path)
    if found is None or not _items(found):
        return _put_value(text, path, f"\n{_INDENT}  - {written(item)}", orders)
    for node in _items(found):
        value = _plain(node)
        if isinstance(value, dict) and same(value):
            kept = {k: v for k, v in value.items() if k not in item and k not in owned}
            merged = {**item, **kept}
            return text if value == merged else _replace(text, node, written(merged))
    last = _items(found)[-1]
    if _is_flow(found):
        return _insert(text, _end(text, last), f", {written(item)}")
    line = f"\n{' ' * _column(found)}- {written(item)}"
    return _insert(text, _line_end(text, last), line)


def put_value(text: str, path: Sequence[str], value: Any, orders: Orders) -> str:  # noqa: ANN401 - any plain value
    """Return ``text`` with ``value`` at ``path``, in the place that ``orders`` gives its key."""
    if text.startswith(_BOM):
        return _BOM + put_value(text.removeprefix(_BOM), path, value, orders)
    found = _at(_root(text), path)
    if found is None or _is_nothing(found):
        return _put_value(text, path, f" {written(value)}", orders)
    return text if _plain(found) == value else _replace(text, found, written(value))


def value_at(text: str, path: Sequence[str]) -> Any:  # noqa: ANN401 - any plain value
    """Return the plain value at ``path``, or None where there is none."""
    found = _at(_root(text), path)
    return None if found is None else _plain(found)


def _put_value(text: str, path: Sequence[str], told: str, orders: Orders) -> str:
    """Write a key that is not there yet (or is an empty list) into its mapping.

    ``_INDENT`` in what is written stands for the indentation of the key.
    """
    *above, key = path
    mapping = _at(_root(text), above)
    if mapping is None or _is_nothing(mapping) or mapping.value == []:
        inner = f"\n{_INDENT}  {key}:{told.replace(_INDENT, f'{_INDENT}  ')}"
        return _put_value(text, above, inner, orders)
    if not isinstance(mapping, yaml.MappingNode) or mapping.flow_style:
        message = f"'{'.'.join(above)}' is not a block of keys to which '{key}' can be added"
        raise ValueError(message)
    indent = " " * _column(mapping)
    line = f"{key}:{told.replace(_INDENT, indent)}"
    present = {name.value: (name, value) for name, value in mapping.value}
    if key in present:
        name, value = present[key]
        return text[: name.start_mark.index] + line + text[_end(text, value) :]
    order = orders[tuple(above)]
    before = [name for name in order[: order.index(key)] if name in present]
    if not before:
        at = mapping.start_mark.index
        return f"{text[:at]}{line}\n{indent}{text[at:]}"
    at = _line_end(text, present[before[-1]][1])
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
    """Return a node's value: texts as they are written, else the number or truth value it is."""
    if isinstance(node, yaml.MappingNode):
        return {name.value: _plain(value) for name, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if node.tag.endswith((":int", ":float", ":bool", ":null")):
        return yaml.safe_load(node.value)
    return node.value


def written(value: Any) -> str:  # noqa: ANN401 - any plain value
    """Return a value on one line, quoted so that it can stand inside braces too."""
    dumped = yaml.safe_dump(
        [value], default_flow_style=True, sort_keys=False, width=float("inf"), allow_unicode=True
    )
    return str(dumped).rstrip("\n").removeprefix("[").removesuffix("]")


def _replace(text: str, node: yaml.Node, told: str) -> str:
    return text[: node.start_mark.index] + told + text[_end(text, node) :]


def _insert(text: str, at: int, told: str) -> str:
    return text[:at] + told + text[at:]


def _last(node: yaml.Node) -> yaml.Node:
    """Return the innermost value a block ends with: its own mark stands behind what follows."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last(last[1] if isinstance(last, tuple) else last)
    return node


def _end(text: str, node: yaml.Node) -> int:
    """Return where a node's own text ends."""
    last = _last(node)
    end = int(last.end_mark.index)
    is_block = isinstance(last, yaml.ScalarNode) and last.style in ("|", ">")
    return len(text[:end].rstrip()) if is_block else end


def _line_end(text: str, node: yaml.Node) -> int:
    """Return where a line can follow a node: behind a comment, and behind empty lines it keeps."""
    last = _last(node)
    end = _end(text, node)
    header = text[last.start_mark.index :].partition("\n")[0]
    if end < last.end_mark.index and "+" in header.partition("#")[0]:
        return int(last.end_mark.index) - 1
    following = text.find("\n", end)
    return len(text) if following < 0 else following


def _is_nothing(node: yaml.Node) -> bool:
    """Tell whether a key stands there without a value."""
    return isinstance(node, yaml.ScalarNode) and not node.style and not node.value


def _is_flow(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _column(node: yaml.Node) -> int:
    return int(node.start_mark.column)
