"""A YAML file to its node tree, which keeps the position of everything.

The tree, not loaded values, is what gets decoded: loading would turn ``NO`` into false, ``51.0710``
into a number and keep the last of two equal keys without a word.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from careerkit.model.problem import Problem

MAX_BYTES: Final = 1024 * 1024
MAX_DEPTH: Final = 100
_MANY: Final = 400
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_tree(path: Path, shown: str) -> "yaml.Node | Problem":
    """Return the root node of the one document in ``path``, or what is wrong with the file.

    ``shown`` is the file's name in problems.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return _problem(shown, "unreadable", f"cannot be read: {error.strerror}")
    return parse_tree(content, shown)


def parse_tree(content: bytes, shown: str) -> "yaml.Node | Problem":
    """Return the root node of the one document in ``content``, or what is wrong with it."""
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
        _check_events(text)
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return _problem(shown, "syntax", f"is not valid YAML: {_reason(error)}", *where)
    except _RefusedError as error:
        line, column = error.mark.line + 1, error.mark.column + 1
        return _told(shown, error.code, error.message, line, column)
    return node or _problem(shown, "empty", "is empty")


class _RefusedError(Exception):
    """Valid YAML that is not used here."""

    def __init__(self, code: str, message: str, mark: Any) -> None:  # noqa: ANN401 - two classes
        super().__init__(message)
        self.code = code
        self.message = message
        self.mark = mark


def _check_events(text: str) -> None:
    """Refuse anchors, and nesting so deep that composing the tree would overflow the stack.

    Parsing the events costs as much as composing, so it is done only where there may be either.
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
            raise _RefusedError("alias", message, event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _RefusedError("too-deep", "the file is nested too deep", event.start_mark)


def _reason(error: yaml.MarkedYAMLError) -> str:
    return ", ".join(part for part in (error.problem, error.context) if part)


def _problem(shown: str, code: str, message: str, line: int = 1, column: int = 1) -> "Problem":
    return _told(shown, code, f"the file {message}", line, column)


def _told(shown: str, code: str, message: str, line: int, column: int) -> "Problem":
    from careerkit.model.problem import Problem  # most files have none

    return Problem(file=shown, line=line, column=column, code=code, message=message)
