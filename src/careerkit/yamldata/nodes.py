"""A YAML file to its node tree, which keeps the position of everything.

The tree, not loaded values, is what gets decoded: loading would turn ``NO`` into false, ``51.0710``
into a number and keep the last of two equal keys without a word.
"""

from pathlib import Path
from typing import Final

import yaml

from careerkit.model.problem import Problem

MAX_BYTES: Final = 1024 * 1024
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_tree(path: Path, shown: str) -> yaml.Node | Problem:
    """Return the root node of the one document in ``path``, or what is wrong with the file.

    ``shown`` is the file's name in problems.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return _problem(shown, "unreadable", f"cannot be read: {error.strerror}")
    return parse_tree(content, shown)


def parse_tree(content: bytes, shown: str) -> yaml.Node | Problem:
    """Return the root node of the one document in ``content``, or what is wrong with it."""
    if len(content) > MAX_BYTES:
        return _problem(shown, "too-large", "is larger than 1 MiB; split it")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return _problem(shown, "encoding", "is not UTF-8; save it as UTF-8", line)
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return _problem(shown, "syntax", f"is not valid YAML: {_reason(error)}", *where)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return _problem(shown, "syntax", f"holds a character YAML forbids: {error.reason}", line)
    except RecursionError:
        return _problem(shown, "syntax", "is nested too deep")
    return node or _problem(shown, "empty", "is empty")


def _reason(error: yaml.MarkedYAMLError) -> str:
    return ", ".join(part for part in (error.problem, error.context) if part)


def _problem(shown: str, code: str, message: str, line: int = 1, column: int = 1) -> Problem:
    return Problem(file=shown, line=line, column=column, code=code, message=f"the file {message}")
