"""Read the cells of a column by the type of the field of a row."""

import re
from collections.abc import Callable, Mapping
from math import inf
from types import NoneType
from typing import Annotated, Any, Final, NamedTuple, get_args, get_origin, get_type_hints

from careerkit.dates import is_date
from careerkit.model.types import Constraint, ProblemCode
from careerkit.words import article

AT_LEAST: Final = ">="
_MAX_KEPT: Final = 1 << 16
"""A column that has seen so many different cells forgets them, which bounds its memory."""
_WHOLE: Final = "(?:0|[1-9][0-9]{0,11})"
_DECIMAL: Final = rf"{_WHOLE}(?:\.[0-9]{{1,9}})?"
_TRUTH: Final = {"true": True, "false": False}


class AtLeast(NamedTuple):
    """A number that is only known to be ``amount`` or more, as in ``>=239200``."""

    amount: int | float

    def __str__(self) -> str:
        """Return the number as it stands in a table."""
        return f"{AT_LEAST}{self.amount}"


class WrongCellError(ValueError):
    """A cell does not fit its column."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Column(dict[str, Any]):
    """The values of the cells of a column: ``column["12"]`` is 12.

    Checks and converts a cell the first time and looks it up from then on; ``known`` has cells that
    need no check. Raises ``WrongCellError`` for a cell that does not fit.
    """

    def __init__(self, value_of: Callable[[str], Any], known: Mapping[str, Any]) -> None:
        super().__init__(known)
        self._value_of = value_of
        self._known = known

    def __missing__(self, cell: str) -> Any:  # noqa: ANN401 - the value of any column
        """Return the value of a cell that is read for the first time."""
        value = self._value_of(cell)
        if len(self) >= _MAX_KEPT:
            self.clear()
            self.update(self._known)
        self[cell] = value
        return value


def columns_of(row: type[Any]) -> tuple[Column, ...]:
    """Return the columns of a table, one for each field of a named tuple.

    A field is ``str``, ``int``, ``float`` (whole numbers stay ``int``) or ``bool``, which may have
    a ``Constraint``. ``| None`` allows an empty cell, ``| AtLeast`` a number that begins with
    ``>=``. Fields of the same type and problem code share a column.
    """
    made: dict[Any, Column] = {}
    hints = get_type_hints(row, include_extras=True)
    return tuple(_column(name, hint, made) for name, hint in hints.items())


def cell_of(value: object) -> str:
    """Return the text of the cell that has a value: the inverse of reading it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _column(name: str, hint: Any, made: dict[Any, Column]) -> Column:  # noqa: ANN401 - any annotation
    members = (hint,) if get_origin(hint) in (None, Annotated) else get_args(hint)
    (main,) = (member for member in members if member not in (NoneType, AtLeast))
    scalar, *extras = get_args(main) or (main,)
    limits = next((extra for extra in extras if isinstance(extra, Constraint)), None)
    given = next((extra for extra in extras if isinstance(extra, ProblemCode)), None)
    code = given or _code(scalar, limits, name)
    if (hint, code) not in made:
        read = _scalar(scalar, limits, code)
        known = {"": None} if NoneType in members else {}
        made[hint, code] = Column(_marked(read) if AtLeast in members else read, known)
    return made[hint, code]


def _code(scalar: type, limits: Constraint | None, name: str) -> str:
    if limits and limits.date:
        return "date"
    is_listed = limits is not None and (limits.values or limits.pattern)
    return "number" if scalar in (int, float) and not is_listed else name.replace("_", "-")


def _marked(read: Callable[[str], Any]) -> Callable[[str], Any]:
    def marked(cell: str) -> Any:  # noqa: ANN401 - a number, or a number at least
        if not cell.startswith(AT_LEAST):
            return read(cell)
        try:
            return AtLeast(read(cell.removeprefix(AT_LEAST)))
        except WrongCellError:
            return read(cell)  # raises with the whole cell

    return marked


def _scalar(
    scalar: type, limits: Constraint | None, code: str
) -> Callable[[str], str | int | float | bool]:
    if scalar is str and limits is None:
        return _text(code)
    limits = limits or Constraint(what=_CALLED[scalar])
    fits, convert = _fits(scalar, limits), _CONVERT[scalar]
    example = f" like {limits.example}" if limits.example else ""
    wrong = f"is not {article(limits.what)}{example}"
    if limits.values:
        wrong = f"is none of {', '.join(limits.values)}"

    def read(cell: str) -> str | int | float | bool:
        if not fits(cell):
            raise WrongCellError(code, f"'{cell}' {wrong}")
        return convert(cell)

    return read


def _text(code: str) -> Callable[[str], str]:
    def read(cell: str) -> str:
        if not cell.strip():
            raise WrongCellError("empty", f"the {code.replace('-', ' ')} is empty")
        return cell

    return read


def _fits(scalar: type, limits: Constraint) -> Callable[[str], object]:
    if limits.date:
        return is_date
    if limits.values:
        return frozenset(limits.values).__contains__
    if limits.pattern:
        return re.compile(limits.pattern, re.ASCII).fullmatch
    if scalar is bool:
        return _TRUTH.__contains__
    low, high = limits.minimum, limits.maximum
    sign = "" if low == 0 else "(?!-0$)-?"
    number = re.compile(sign + (_WHOLE if scalar is int else _DECIMAL)).fullmatch
    if low in (None, 0) and high is None:
        return number
    least, most = -inf if low is None else low, inf if high is None else high
    return lambda cell: number(cell) and least <= float(cell) <= most


def _number(cell: str) -> int | float:
    return float(cell) if "." in cell else int(cell)


_CALLED: Final = {int: "whole number", float: "number", bool: "truth value"}
_CONVERT: Final[dict[type, Callable[[str], str | int | float | bool]]] = {
    str: str,
    int: int,
    float: _number,
    bool: _TRUTH.__getitem__,
}
