"""Read one YAML scalar as text, number or truth value, under its constraint."""

import re

import yaml

from careerkit.dates import is_date
from careerkit.model.shape import Shape
from careerkit.model.types import ID_PATTERN, LONGEST_NAME, NO_NAMES, Constraint
from careerkit.suggest import did_you_mean
from careerkit.words import article, out_of_bounds, shortened

_TAG = "tag:yaml.org,2002:"
_READ_AS = {
    "bool": "true or false",
    "int": "a number",
    "float": "a number",
    "timestamp": "a date",
    "null": "nothing",
}
_DIGITS = 18
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?")


class ScalarError(Exception):
    """A scalar does not fit its shape."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def read_scalar(shape: Shape, node: yaml.ScalarNode) -> str | int | float | bool:
    """Return the value of ``node``; raise ``ScalarError`` where it does not fit ``shape``."""
    if shape.scalar is str:
        return _text(shape.constraint, node)
    if shape.scalar is bool:
        return _truth(node)
    return _number(shape, node)


def _truth(node: yaml.ScalarNode) -> bool:
    if node.value not in ("true", "false") or _tag(node) != "bool":
        raise ScalarError("type", f"expected true or false, got '{node.value}'")
    return bool(node.value == "true")


def _number(shape: Shape, node: yaml.ScalarNode) -> int | float:
    whole = shape.scalar is int
    pattern = _INTEGER if whole else _NUMBER
    if node.style or not pattern.fullmatch(node.value):
        kind = "a whole number" if whole else "a number"
        raise ScalarError("type", f"expected {kind}, got '{node.value}'")
    if len(node.value) > _DIGITS:
        raise ScalarError("range", f"a number has at most {_DIGITS} digits")
    value = int(node.value) if _INTEGER.fullmatch(node.value) else float(node.value)
    limits = shape.constraint
    wrong = limits and out_of_bounds(limits.what, value, limits.minimum, limits.maximum)
    if wrong:
        raise ScalarError("range", wrong)
    return value


def _text(constraint: Constraint | None, node: yaml.ScalarNode) -> str:
    text: str = node.value
    if constraint and constraint.date:
        if not is_date(text):
            how = "write 2026-05-15, or 2026-05 or 2026 if need be"
            raise ScalarError("date", f"'{text}' is not a date; {how}")
        return text
    if _tag(node) in _READ_AS and not node.style:
        _reject_read_as_other(constraint, text, _READ_AS[_tag(node)])
    if not text.strip():
        raise ScalarError("empty-text", "the text is empty; leave the key out instead")
    if constraint:
        check_text(constraint, text)
    return text


def _reject_read_as_other(constraint: Constraint | None, text: str, read_as: str) -> None:
    if not text or text == "~":
        raise ScalarError("empty-text", "the text is empty; leave the key out instead")
    is_code = constraint is not None and constraint.code
    what = f"{article(constraint.what)} is text" if constraint and is_code else "this is text"
    raise ScalarError("unquoted", f'{what}, but YAML reads {text} as {read_as}; write "{text}"')


def check_text(constraint: Constraint, text: str) -> None:
    """Raise ``ScalarError`` unless ``text`` satisfies ``constraint``; follows no reference."""
    if constraint.values and text not in constraint.values:
        if not constraint.open or text.lower() in NO_NAMES or not any(map(str.isalnum, text)):
            hint = _hint(constraint, text)
            raise ScalarError("vocabulary", f"'{text}' is not {article(constraint.what)}{hint}")
        if len(text) > LONGEST_NAME:
            message = f"'{shortened(text)}' is too long for {article(constraint.what)}"
            raise ScalarError("vocabulary", message)
    pattern = ID_PATTERN if constraint.refers_to else constraint.pattern
    if pattern and not re.fullmatch(pattern, text):
        example = f" (like {constraint.example})" if constraint.example else ""
        raise ScalarError("format", f"'{text}' is not {article(constraint.what)}{example}")


def _hint(constraint: Constraint, text: str) -> str:
    """Suggest the same word in other case, else the nearest word, else the whole vocabulary."""
    same = [word for word in constraint.values if word.lower() == text.lower()]
    if same:
        return f"; write {same[0]}"
    return did_you_mean(text, constraint.values) or f"; use {', '.join(constraint.values)}"


def _tag(node: yaml.ScalarNode) -> str:
    return str(node.tag).removeprefix(_TAG)
