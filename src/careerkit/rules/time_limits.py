"""Dates against windows, and amounts that are known only between two bounds.

What only the untold part of a date, or an untold amount, could decide is unknown.
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
"""Amounts that are no further apart are equal: sums of parts of months are not exact."""


def window_months(condition: Condition) -> int | None:
    """Return how many months a condition looks back; None where it looks back any time."""
    if condition.within_years is None and condition.within_months is None:
        return None
    return (condition.within_years or 0) * MONTHS + (condition.within_months or 0)


def window(condition: Condition) -> str:
    """Return the window of a condition as " in the last 5 years"; nothing without one."""
    months = window_months(condition)
    if months is None:
        return ""
    number, unit = (months, "month") if months % MONTHS else (months // MONTHS, "year")
    return f" in the last {unit}" if number == 1 else f" in the last {number} {unit}s"


def when_done(text: str | None, condition: Condition, as_of: date) -> Truth:
    """Tell whether what was done on a date counts: done by the day, and inside the window.

    A date that was not told is past, and open where there is a window. To the day a year after
    something is within a year of it.
    """
    months = window_months(condition)
    if text is None:
        return truth_of(None if months is not None else True)
    if first_day(text) > as_of:
        return Truth.NOT_MET
    return Truth.MET if months is None else since(text, months, as_of, within=True)


def since(text: str, months: int, as_of: date, *, within: bool = False) -> Truth:
    """Tell whether a date lies at least some months back, or (``within``) no more than those."""
    ends = [add_months(day, months) for day in (first_day(text), last_day(text))]
    return agreed(as_of <= day if within else as_of >= day for day in ends)


def when_completed(text: str | None, condition: Condition) -> Truth:
    """Tell whether a date lies before and after what a condition names."""
    before, after = condition.completed_before, condition.completed_after
    if not before and not after:
        return Truth.MET
    if text is None:
        return Truth.UNKNOWN
    ends = first_day(text), last_day(text)
    early = agreed(not before or day < first_day(before) for day in ends)
    return all_of((early, agreed(not after or day > last_day(after) for day in ends)))


def agreed(claims: Iterable[bool]) -> Truth:
    """Return the truth of a claim that holds in all, some or none of the cases there can be."""
    found = set(claims)
    return truth_of(found.pop() if len(found) == 1 else None)


def is_closed(route: Route, as_of: date) -> bool:
    """Tell whether a route does not count on a day: not yet open, or past its last day."""
    begins, ends = route.valid_from, route.valid_until
    return bool((begins and as_of < first_day(begins)) or (ends and as_of > last_day(ends)))


def enough(bounds: Bounds, asked: float) -> Truth:
    """Tell whether an amount between two bounds is as much as is asked."""
    low, high = bounds
    return agreed((low > asked - CLOSE, high > asked - CLOSE))


def between(fits: Truth, amount: float | None) -> Bounds:
    """Return how much an entry adds: what it holds if it fits, anything if that was not told."""
    if fits is Truth.NOT_MET:
        return 0, 0
    high = ANY if amount is None else amount
    return (amount or 0) if fits is Truth.MET else 0, high


def total(parts: Iterable[Bounds]) -> Bounds:
    """Return the sum of amounts."""
    listed = list(parts)
    return sum(low for low, _ in listed), sum(high for _, high in listed)
