"""Dates as records write them: an ISO day, or a month or year where a source gives no more."""

import re
from datetime import date, timedelta

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
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """Return the last day that ``text`` can mean; raise ``ValueError`` if it is no date."""
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day) if day else _month_end(year, month)


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _DATE.fullmatch(text)
    if not match:
        message = f"not an ISO date: {text!r}"
        raise ValueError(message)
    year, month, day = (int(part) if part else None for part in match.groups())
    return year or 0, month, day


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return min(date(year, month + 1, 1) + timedelta(day.day - 1), _month_end(year, month + 1))


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
