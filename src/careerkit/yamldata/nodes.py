"""Read a YAML file to its node tree, which keeps the position of everything.

Decoding works on the tree, not on loaded values: loading would turn ``NO`` into false, ``51.0710``
into a number, and silently drop the first of two equal keys.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from careerkit.model.problem import Problem

MAX_BYTES: Final = 1024 * 1024
MAX_DEPTH: Final = 100
_MANY: Final = 400
_TOO_DEEP: Final = "the file is nested too deep"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_tree(path: Path, shown: str) -> "yaml.Node | Problem":
    """Return the root node of the one document in ``path``, or the problem of the file.

    ``shown`` is the file's name in problems.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return _problem(shown, "unreadable", f"cannot be read: {error.strerror}")
    return parse_tree(content, shown)


def parse_tree(content: bytes, shown: str) -> "yaml.Node | Problem":
    """Return the root node of the one document in ``content``, or its problem."""
    if len(content) > MAX_BYTES:
        return _problem(shown, "too-large", "is larger than 1 MiB; split it")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return _problem(shown, "encoding", "is not UTF-8; save it as UTF-8", line)
    forbidden = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if forbidden:
        line = text.count("\n", 0, forbidden.start()) + 1
        what = f"holds a character YAML forbids: {forbidden.group()!r}"
        return _problem(shown, "syntax", what, line)
    try:
        node = _compose(text)
    except _RefusedError as error:
        return _located(shown, error.code, error.message, error.line, error.column)
    return node or _problem(shown, "empty", "is empty")


class _RefusedError(Exception):
    """Invalid YAML, or YAML that is not used here; line and column count from 1."""

    def __init__(self, code: str, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.line = line
        self.column = column


def _compose(text: str) -> "yaml.Node | None":
    try:
        _check_events(text)
        return yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        _check_brackets(text[: mark.index if mark else 0])
        reason = ", ".join(part for part in (error.problem, error.context) if part)
        message = f"the file is not valid YAML: {reason}"
        raise _RefusedError("syntax", message, *_position(mark)) from None


def _check_events(text: str) -> None:
    """Refuse anchors, and nesting so deep that composing the tree would overflow the stack.

    Parsing events costs as much as composing, so this parses only texts that may have either.
    """
    widest = max((len(line) - len(line.lstrip(" ")) for line in text.splitlines()), default=0)
    may_be_deep = (
        text.count("[") + text.count("{") + text.count("- ") + text.count("? ") + widest > _MANY
    )
    if "&" not in text and not may_be_deep:
        return
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        if getattr(event, "anchor", None):
            message = "anchors and aliases are not used; write it out"
            raise _RefusedError("alias", message, *_position(event.start_mark))
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _RefusedError("too-deep", _TOO_DEEP, *_position(event.start_mark))


def _check_brackets(text: str) -> None:
    """Refuse ``text``, up to where the YAML reader gave up, if its brackets are nested too deep.

    The reader scans up to 1024 characters of a line before it yields an event, and may stop at a
    limit of its own, which differs between releases of PyYAML, as does its message.
    """
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]", text):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > MAX_DEPTH:
            line = text.count("\n", 0, bracket.start()) + 1
            column = bracket.start() - text.rfind("\n", 0, bracket.start())
            raise _RefusedError("too-deep", _TOO_DEEP, line, column)


def _position(mark: Any) -> tuple[int, int]:  # noqa: ANN401 - two classes, of both loaders
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _problem(shown: str, code: str, message: str, line: int = 1, column: int = 1) -> "Problem":
    return _located(shown, code, f"the file {message}", line, column)


def _located(shown: str, code: str, message: str, line: int, column: int) -> "Problem":
    from careerkit.model.problem import Problem  # most files have none

    return Problem(file=shown, line=line, column=column, code=code, message=message)
