"""Check dates against windows, and amounts that are known only between two bounds.

The answer is unknown where it depends on an amount, a day or a month that was not given.
"""

from collections.abc import Iterable
from datetime import date

from careerkit.dates import add_months, first_day, last_day
from careerkit.model.credential import Route
from careerkit.model.rule import Condition
from careerkit.rules.three_valued import Truth, all_of, truth_of

MONTHS = 12
ANY = float("inf")
Bounds = tuple[float, float]
"""The least and the most that an amount can be."""
CLOSE = 1e-6
"""Amounts this close are equal: sums of parts of months are not exact."""


def window_months(condition: Condition) -> int | None:
    """Return how many months a condition looks back; None without a limit."""
    if condition.within_years is None and condition.within_months is None:
        return None
    return (condition.within_years or 0) * MONTHS + (condition.within_months or 0)


def window(condition: Condition) -> str:
    """Return the window of a condition, such as " in the last 5 years"; "" without one."""
    months = window_months(condition)
    if months is None:
        return ""
    number, unit = (months, "month") if months % MONTHS else (months // MONTHS, "year")
    return f" in the last {unit}" if number == 1 else f" in the last {number} {unit}s"


def when_done(text: str | None, condition: Condition, as_of: date) -> Truth:
    """Tell whether something done on a date counts: by the day, and inside the window.

    Without a date it is past, and unknown if there is a window. The same day a year later is still
    within a year.
    """
    months = window_months(condition)
    if text is None:
        return truth_of(None if months is not None else True)
    if first_day(text) > as_of:
        return Truth.NOT_MET
    return Truth.MET if months is None else since(text, months, as_of, within=True)


def since(text: str, months: int, as_of: date, *, within: bool = False) -> Truth:
    """Tell whether a date lies at least some months back, or (``within``) at most."""
    ends = [add_months(day, months) for day in (first_day(text), last_day(text))]
    return agreed(as_of <= day if within else as_of >= day for day in ends)


def when_completed(text: str | None, condition: Condition) -> Truth:
    """Tell whether a date meets ``completed_before`` and ``completed_after``."""
    before, after = condition.completed_before, condition.completed_after
    if not before and not after:
        return Truth.MET
    if text is None:
        return Truth.UNKNOWN
    ends = first_day(text), last_day(text)
    early = agreed(not before or day < first_day(before) for day in ends)
    return all_of((early, agreed(not after or day > last_day(after) for day in ends)))


def agreed(claims: Iterable[bool]) -> Truth:
    """Return the truth of a claim that holds in all, some or none of the possible cases."""
    distinct = set(claims)
    return truth_of(distinct.pop() if len(distinct) == 1 else None)


def is_closed(route: Route, as_of: date) -> bool:
    """Tell whether a route is not yet open on a day, or past its last day."""
    begins, ends = route.valid_from, route.valid_until
    return bool((begins and as_of < first_day(begins)) or (ends and as_of > last_day(ends)))


def enough(bounds: Bounds, least: float) -> Truth:
    """Tell whether an amount between two bounds is at least ``least``."""
    low, high = bounds
    return agreed((low > least - CLOSE, high > least - CLOSE))


def between(fits: Truth, amount: float | None) -> Bounds:
    """Return how much an entry adds: its amount if it fits, up to ``ANY`` without an amount."""
    if fits is Truth.NOT_MET:
        return 0, 0
    high = ANY if amount is None else amount
    return (amount or 0) if fits is Truth.MET else 0, high


def total(parts: Iterable[Bounds]) -> Bounds:
    """Return the sum of amounts."""
    listed = list(parts)
    return sum(low for low, _ in listed), sum(high for _, high in listed)
