"""One text, as a person types it, to the value of a fact, by its shape."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from careerkit import synonyms
from careerkit.dates import is_date
from careerkit.errors import CareerkitError, usage_error
from careerkit.model.aliases import ALIASES, canonical
from careerkit.model.shape import Shape
from careerkit.model.types import Constraint
from careerkit.suggest import did_you_mean
from careerkit.words import out_of_bounds

Resolve = Callable[[str, str], str]
"""Returns the id of a record by its kind and a name."""
NONE_WORD = "none"
NONE_WORDS = (NONE_WORD, "no")
"""Words that say that a list is known to be empty."""

_ANSWERS = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
_UNITS = {
    **dict.fromkeys(("y", "yr", "yrs", "year", "years"), "years"),
    **dict.fromkeys(("m", "mo", "mos", "mon", "month", "months"), "months"),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), "weeks"),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), "hours"),
}
_LENGTHS = (["years"], ["months"], ["hours"], ["years", "months"])
_MEASURE = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,4})?) *([a-z]*)")
_MONTHS = 12


def read(shape: Shape, text: str, resolve: Resolve, unit: str = "") -> Any:  # noqa: ANN401 - any fact
    """Return the value of ``text`` by its shape; raise a usage error that says what to write.

    ``unit`` (hours, weeks …) may stand after a number.
    """
    if shape.form == "list" and shape.item:
        parts = [] if text.strip().lower() in NONE_WORDS else text.split("+")
        return tuple(dict.fromkeys(read(shape.item, part, resolve) for part in parts))
    if shape.scalar is bool:
        return _yes_no(text)
    if shape.scalar in {int, float}:
        return _number(shape, text, unit)
    return _text(shape.constraint, text, resolve) if shape.constraint else text.strip()


def pair(text: str, keys: Iterable[str], example: str) -> tuple[str, str]:
    """Return the key and value of ``key=value``, the key one of ``keys``; raise a usage error."""
    key, equals, value = (piece.strip() for piece in text.partition("="))
    if not equals or not value:
        raise usage_error(f"'{text.strip()}' is not key=value, such as {example}")
    return known(key, keys), value


def known(key: str, keys: Iterable[str]) -> str:
    """Return the one of ``keys`` that ``key`` names; raise a usage error with the nearest."""
    listed = list(keys)
    word = key.strip().lower().replace("-", "_").replace(" ", "_")
    if word not in listed:
        hint = did_you_mean(word, listed) or f"; use {', '.join(listed)}"
        raise usage_error(f"there is no '{key.strip()}'{hint}")
    return word


def length(text: str) -> dict[str, float]:
    """Return a length of work by its unit: ``2y`` is ``{"years": 2}``, ``1y6m`` 18 months."""
    plain = text.strip().lower()
    parts = [(_UNITS.get(unit, ""), _amount(digits)) for digits, unit in _MEASURE.findall(plain)]
    if _MEASURE.sub("", plain).strip() or [unit for unit, _ in parts] not in _LENGTHS:
        raise usage_error(f"'{text}' is not a length of work; write 2y, 18m or 1950h")
    amounts = dict(parts)
    if len(amounts) > 1:
        return {"months": amounts["years"] * _MONTHS + amounts["months"]}
    return amounts


def _amount(digits: str) -> float:
    value = float(digits)
    return int(value) if value.is_integer() else value


def _yes_no(text: str) -> bool:
    answer = _ANSWERS.get(text.strip().lower())
    if answer is None:
        raise usage_error(f"'{text}' is neither yes nor no")
    return answer


def _number(shape: Shape, text: str, unit: str) -> float:
    match = _MEASURE.fullmatch(text.strip().lower())
    whole = shape.scalar is int
    if not match or (match[2] and _UNITS.get(match[2]) != unit) or (whole and "." in match[1]):
        of = f" of {unit}" if unit in _UNITS else ""
        raise usage_error(f"'{text}' is not {'a whole number' if whole else 'a number'}{of}")
    value = _amount(match[1])
    limits = shape.constraint
    wrong = limits and out_of_bounds(limits.what, value, limits.minimum, limits.maximum)
    if wrong:
        raise usage_error(wrong)
    return value


def _text(constraint: Constraint, text: str, resolve: Resolve) -> str:
    if constraint.date:
        return _date(text.strip())
    if constraint.refers_to:
        return _record(constraint, text, resolve)
    if constraint.open:
        return synonyms.word_or_told(text, constraint.what, constraint.values)
    if constraint.values:
        return synonyms.word(text, constraint.what, constraint.values)
    return _country(text)


def _date(text: str) -> str:
    if not is_date(text):
        hint = "write 2026-05-15, or 2026-05 where that is all you know"
        raise usage_error(f"'{text}' is not a date; {hint}")
    return text


def _country(text: str) -> str:
    code = text.strip().upper()
    if len(code) != len("US") or not code.isalpha():
        raise usage_error(f"'{text}' is not a country code of two letters, like US or CA")
    return code


def _record(constraint: Constraint, text: str, resolve: Resolve) -> str:
    plain = text.strip().lower()
    word = canonical(plain, constraint.what, constraint.unrecorded)
    if word in constraint.unrecorded:
        return word
    name = ALIASES.get(constraint.what, {}).get(plain.replace("-", "_"), text)
    try:
        return resolve(constraint.refers_to, name)
    except CareerkitError as error:
        if constraint.refers_to != "accreditor":
            raise
        hint = (
            "This asks who accredits the program itself, not the college; say none if nobody does."
        )
        raise CareerkitError(error.message, error.status, (*error.details, hint)) from error
