"""Dates as records write them: an ISO day, or a month or year where a source gives no more."""

import re
from datetime import date, timedelta

_DECEMBER = 12
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def is_date(text: str) -> bool:
    """Tell whether ``text`` is a day, month or year that exists."""
    try:
        first_day(text)
    except ValueError:
        return False
    return True


def first_day(text: str) -> date:
    """Return the first day that ``text`` can mean; raise ``ValueError`` if it is no date."""
    year, month, day = _parts(text)
    return date(year, 1 if month is None else month, 1 if day is None else day)


def last_day(text: str) -> date:
    """Return the last day that ``text`` can mean; raise ``ValueError`` if it is no date."""
    year, month, day = _parts(text)
    if day is None:
        return _month_end(year, 12 if month is None else month)
    return date(year, 12 if month is None else month, day)


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _DATE.fullmatch(text)
    if not match:
        message = f"not an ISO date: {text!r}"
        raise ValueError(message)
    year, month, day = (None if part is None else int(part) for part in match.groups())
    return year or 0, month, day


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    end = _month_end(year, month + 1)
    return end.replace(day=min(day.day, end.day))


def _month_end(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first.replace(day=31) if month == _DECEMBER else date(year, month + 1, 1) - timedelta(1)
