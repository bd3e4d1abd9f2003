"""Decode a node tree to a dataclass, by the class's shape, with every problem in one pass.

Strict: unknown keys, repeated keys, values of another type, words outside their vocabulary and
codes that YAML reads as numbers are problems, each with its line and column.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from careerkit.model.shape import Shape, attribute_of, record_shape, slots_of
from careerkit.model.types import Constraint
from careerkit.suggest import did_you_mean
from careerkit.words import article
from careerkit.yamldata.scalars import ScalarError, read_scalar

if TYPE_CHECKING:
    from careerkit.model.problem import Problem

T = TypeVar("T")
Path = tuple[str | int, ...]
Position = tuple[int, int]

MAX_DEPTH = 24
_PLAIN_TAGS = ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")
_MISSING: Any = object()


class Document:
    """One file while it is read: the position of each value, and the problems so far.

    ``positions`` maps the path of a value (keys and list indexes) to its line and column.
    ``respell`` returns a text in the spelling of its constraint's vocabulary, for files where
    people may use others.
    """

    def __init__(self, shown: str, respell: Callable[[Constraint, str], str] | None = None) -> None:
        self.shown = shown
        self.respell = respell
        self.positions: dict[Path, Position] = {}
        self.problems: list[Problem] = []

    def report(self, path: Path, code: str, message: str) -> None:
        """Add a problem at the value of ``path``, or at its nearest parent with a position."""
        at = path
        while at and at not in self.positions:
            at = at[:-1]
        self.report_at(self.positions.get(at, (1, 1)), code, message)

    def report_at(self, position: Position, code: str, message: str) -> None:
        """Add a problem at a line and column."""
        from careerkit.model.problem import Problem  # most files have none

        line, column = position
        self.problems.append(
            Problem(file=self.shown, line=line, column=column, code=code, message=message)
        )


def decode(
    record: type[T], root: yaml.Node, document: Document, given: dict[str, str] | None = None
) -> T | None:
    """Return ``root`` as a ``record``, or None when it has problems (added to ``document``).

    ``given`` has fields that the file's name decides: the file may repeat them, but not differ.
    """
    before = len(document.problems)
    value = _Decoder(document, given or {}).node(record_shape(record), root, ())
    return value if len(document.problems) == before and isinstance(value, record) else None


class _Decoder:
    def __init__(self, document: Document, given: dict[str, str]) -> None:
        self.document = document
        self.given = given

    def node(self, shape: Shape, node: yaml.Node, path: Path) -> Any:  # noqa: ANN401 - any shape
        position = position_of(node)
        self.document.positions[path] = position
        if is_tagged(node):
            return self.wrong(position, "tag", f"the tag {node.tag} is not used; leave it out")
        if len(path) > MAX_DEPTH:
            return self.wrong(position, "too-deep", "is nested too deep")
        return self.value(shape, node, path)

    def value(self, shape: Shape, node: yaml.Node, path: Path) -> Any:  # noqa: ANN401
        position = position_of(node)
        if shape.form == "scalar":
            return self.scalar(shape, node, position)
        if shape.form == "list":
            return self.list(shape, node, path)
        if shape.bare and isinstance(node, yaml.ScalarNode):
            return self.bare(shape, node, position)
        if not isinstance(node, yaml.MappingNode):
            keys = f" ({', '.join(slots_of(shape.record))})" if shape.form == "record" else ""
            return self.wrong(position, "type", f"expected keys{keys}, got {described(node)}")
        readers = {"choice": self.choice, "mapping": self.mapping, "record": self.record}
        return readers[shape.form](shape, node, path)

    def wrong(self, position: Position, code: str, message: str) -> Any:  # noqa: ANN401 - a marker
        self.document.report_at(position, code, message)
        return _MISSING

    def scalar(self, shape: Shape, node: yaml.Node, position: Position) -> Any:  # noqa: ANN401
        if not isinstance(node, yaml.ScalarNode):
            message = f"expected {expected(shape)}, got {described(node)}"
            return self.wrong(position, "type", message)
        if self.document.respell and shape.constraint:
            node.value = self.document.respell(shape.constraint, node.value)
        try:
            return read_scalar(shape, node)
        except ScalarError as error:
            return self.wrong(position, error.code, error.message)

    def list(self, shape: Shape, node: yaml.Node, path: Path) -> Any:  # noqa: ANN401
        if not isinstance(node, yaml.SequenceNode) or shape.item is None:
            message = f"expected a list, like [a, b] or [], got {described(node)}"
            return self.wrong(position_of(node), "type", message)
        items = [self.node(shape.item, n, (*path, i)) for i, n in enumerate(node.value)]
        return _MISSING if _MISSING in items else tuple(items)

    def bare(self, shape: Shape, node: yaml.ScalarNode, position: Position) -> Any:  # noqa: ANN401
        value = self.scalar(slots_of(shape.record)[shape.bare], node, position)
        return value if value is _MISSING else shape.record(**{shape.bare: value})

    def mapping(self, shape: Shape, node: yaml.MappingNode, path: Path) -> Any:  # noqa: ANN401
        entries: dict[Any, Any] = {}
        if shape.key is None or shape.item is None:
            return entries
        for key, item in node.value:
            name = self.scalar(shape.key, key, position_of(key))
            if name is not _MISSING and name in entries:
                self.wrong(position_of(key), "duplicate-key", f"'{name}' is given twice")
            entries[name] = self.node(shape.item, item, (*path, str(key.value)))
        return _MISSING if _MISSING in (*entries, *entries.values()) else entries

    def choice(self, shape: Shape, node: yaml.MappingNode, path: Path) -> Any:  # noqa: ANN401
        keys = {key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)}
        fitting = [cls for key, cls in shape.choices if key in keys]
        if len(fitting) != 1:
            names = ", ".join(key for key, _ in shape.choices)
            return self.wrong(position_of(node), "choice", f"expected exactly one of {names}")
        return self.record(record_shape(fitting[0]), node, path)

    def record(self, shape: Shape, node: yaml.MappingNode, path: Path) -> Any:  # noqa: ANN401
        cls = shape.record
        slots = slots_of(cls)
        entries = self.entries(node, slots)
        values = {
            name: self.node(slots[name], value, (*path, name)) for name, value in entries.items()
        }
        if not path:
            self.check_given(values, slots)
        missing = [n for n, slot in slots.items() if slot.required and n not in values]
        for name in missing:
            self.wrong(position_of(node), "missing-key", f"'{name}' is missing")
        if missing or any(value is _MISSING for value in values.values()):
            return _MISSING
        return cls(**{attribute_of(key): value for key, value in values.items()})

    def entries(self, node: yaml.MappingNode, slots: dict[str, Shape]) -> dict[str, yaml.Node]:
        entries: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name in entries:
                self.wrong(position_of(key), "duplicate-key", f"'{name}' is given twice")
            elif name not in slots:
                hint = did_you_mean(name, slots)
                self.wrong(position_of(key), "unknown-key", f"'{name}' is not a key here{hint}")
            else:
                entries[name] = value
        return entries

    def check_given(self, values: dict[str, Any], slots: dict[str, Shape]) -> None:
        for name, value in self.given.items():
            if name not in slots:
                continue
            if values.get(name, value) not in (value, _MISSING):
                self.document.report(
                    (name,), f"{name}-mismatch", f"'{values[name]}' differs from the file's name"
                )
            values[name] = value


def position_of(node: yaml.Node) -> Position:
    """Return the line and column of a node, both from 1."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def is_tagged(node: yaml.Node) -> bool:
    """Tell whether a node has an explicit tag, such as ``!!binary``."""
    kind = node.tag.removeprefix("tag:yaml.org,2002:")
    if isinstance(node, yaml.ScalarNode):
        return kind not in (("str",) if node.style else _PLAIN_TAGS)
    return kind not in ("map", "seq")


def described(node: yaml.Node) -> str:
    """Return what a node is, for a message."""
    if isinstance(node, yaml.MappingNode):
        return "a mapping"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    return "nothing" if node.tag.endswith(":null") else f"'{node.value}'"


def expected(shape: Shape) -> str:
    """Return what a scalar shape expects, for a message."""
    if shape.constraint:
        return article(shape.constraint.what)
    names = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
    return names[shape.scalar]
