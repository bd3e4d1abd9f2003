"""Changes to a record's text that leave everything else in it as a person wrote it.

The node tree tells where each value stands; only that span is replaced. Comments, order and layout
of the rest stay byte for byte.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
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


def put_items(
    text: str, path: Sequence[str], items: Sequence[Plain], own: Same, orders: Orders
) -> str:
    """Return ``text`` with ``items`` as those in the list at ``path`` that ``own`` recognises.

    They take the places of their older selves in turn; what is left over goes, what is more stands
    behind them, one item a line. All other items stay, and so do comments. Raises ``ValueError``
    where it is no list, or one in brackets with a comment inside.
    """
    if text.startswith(_BOM):
        return _BOM + put_items(text.removeprefix(_BOM), path, items, own, orders)
    found = _at(_root(text), path)
    nodes = _items(found) if found else []
    if found and not nodes and not _is_nothing(found) and found.value != []:
        message = f"'{'.'.join(path)}' is not a list"
        raise ValueError(message)
    older = [node for node in nodes if isinstance(_plain(node), dict) and own(_plain(node))]
    if [_plain(node) for node in older] == [*items]:
        return text
    if len(older) == len(nodes) and not items:
        return drop_value(text, path)
    if found is None or not nodes:
        return _put_value(text, path, _lines(map(written, items), f"{_INDENT}  "), orders)
    if _is_flow(found):
        return _as_block(text, path, [node for node in nodes if node not in older], items)
    edits = [
        (node.start_mark.index, _end(text, node), written(item))
        for node, item in zip(older, items, strict=False)
        if _plain(node) != item
    ]
    edits += [
        _cut(text, text.rindex("-", 0, node.start_mark.index), node) for node in older[len(items) :]
    ]
    at = _line_end(text, (older or nodes)[-1])
    more = _lines(map(written, items[len(older) :]), " " * _column(found))
    for start, end, told in sorted([*edits, (at, at, more)], reverse=True):
        text = text[:start] + told + text[end:]
    return text


def drop_value(text: str, path: Sequence[str]) -> str:
    """Return ``text`` without the key at ``path`` and its value; a comment on its line stays."""
    if text.startswith(_BOM):
        return _BOM + drop_value(text.removeprefix(_BOM), path)
    mapping = _at(_root(text), path[:-1])
    if not isinstance(mapping, yaml.MappingNode):
        return text
    for name, value in mapping.value:
        if name.value == path[-1]:
            if mapping.flow_style or len(mapping.value) == 1:
                message = f"'{'.'.join(path)}' cannot be taken out of its block of keys"
                raise ValueError(message)
            start, end, told = _cut(text, name.start_mark.index, value)
            return text[:start] + told + text[end:]
    return text


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


def _lines(items: Iterable[str], indent: str) -> str:
    """Return items of a list, one a line."""
    return "".join(f"\n{indent}- {item}" for item in items)


def _as_block(
    text: str, path: Sequence[str], kept: Sequence[yaml.Node], items: Sequence[Plain]
) -> str:
    """Write a list in brackets one item a line: those that are kept, and ``items`` behind them."""
    above, found = (_at(_root(text), each) for each in (path[:-1], path))
    assert above and found  # noqa: S101, PT018 - the caller has found it
    before, inside = (
        text[: found.start_mark.index],
        text[found.start_mark.index : _end(text, found)],
    )
    if _has_comment(inside):
        message = f"'{'.'.join(path)}' is in brackets with a comment; write it one item a line"
        raise ValueError(message)
    lines = _lines(
        (written(each) for each in [*map(_plain, kept), *items]), _column(above) * " " + "  "
    )
    return before.rstrip(" ") + lines + text[_end(text, found) :]


def _has_comment(flow: str) -> bool:
    """Tell whether a text in brackets has a comment: a # between its tokens."""
    end = 0
    for token in yaml.scan(flow, Loader=LOADER):
        if "#" in flow[end : token.start_mark.index]:
            return True
        end = token.end_mark.index
    return False


def _cut(text: str, start: int, node: yaml.Node) -> tuple[int, int, str]:
    """Return the change that takes out ``start`` to the end of a node, with its line if it can.

    A comment behind it stays there.
    """
    end = _end(text, node)
    line, following = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line_end = len(text) if following < 0 else following
    if text[line:start].strip():
        return start, end, ""
    if comment := text[end:line_end].strip():
        return start, line_end, comment
    return line, min(line_end + 1, len(text)), ""


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
