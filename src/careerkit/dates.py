"""Dates as records write them: an ISO day, or a month or year where a source gives no more."""

import re
from datetime import date, timedelta
from functools import lru_cache

_DECEMBER = 12
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def is_date(text: str) -> bool:
    """Tell whether ``text`` is a day, month or year that exists."""
    try:
        first_day(text)
    except ValueError:
        return False
    return True


def date_in_words(text: str) -> str:
    """Return an ISO day, month or year as 15 May 2026, May 2026 or 2026."""
    year, *rest = text.split("-")
    named = [_NAMES[int(rest[0]) - 1], year] if rest else [year]
    return " ".join([str(int(rest[1])), *named] if rest[1:] else named)


@lru_cache(maxsize=4096)
def first_day(text: str) -> date:
    """Return the first day that ``text`` can mean; raise ``ValueError`` if it is no date."""
    return date(*(1 if part is None else part for part in _parts(text)))


@lru_cache(maxsize=4096)
def last_day(text: str) -> date:
    """Return the last day that ``text`` can mean; raise ``ValueError`` if it is no date."""
    year, month, day = _parts(text)
    if day is None:
        return _month_end(year, _DECEMBER if month is None else month)
    return date(year, month or 0, day)


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _DATE.fullmatch(text)
    if not match:
        message = f"not an ISO date: {text!r}"
        raise ValueError(message)
    year, month, day = (None if part is None else int(part) for part in match.groups())
    return year or 0, month, day


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last day of a shorter month.

    Outside the range of ``date`` it is the first or the last day there is.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min if year < date.min.year else date.max
    try:
        return day.replace(year, month + 1)
    except ValueError:
        return _month_end(year, month + 1)


def add_days(day: date, days: int) -> date:
    """Return the day ``days`` later; outside the range of ``date``, its first or last day."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.min if days < 0 else date.max


@lru_cache(maxsize=4096)
def months_between(first: date, end: date) -> float:
    """Return the months from ``first`` up to ``end``, with days as a part of their month.

    ``end`` itself does not count: 1 January to 1 January is 12 months. Never below 0.
    """
    if end <= first:
        return 0
    whole = (end.year - first.year) * 12 + end.month - first.month
    whole -= add_months(first, whole) > end
    anchor = add_months(first, whole)
    rest = (add_months(first, whole + 1) - anchor).days
    return whole + ((end - anchor).days / rest if rest else 0)


def _month_end(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first.replace(day=31) if month == _DECEMBER else date(year, month + 1, 1) - timedelta(1)
