"""The days on which a date begins or ceases to count for some rule.

Two dates that lie between the same of these days are the same to every rule that compares dates,
so that findings on one hold for the other.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date

from careerkit.dates import add_days, add_months, first_day, last_day
from careerkit.model.rule import Condition
from careerkit.rules.finding import Reference
from careerkit.rules.windows import MONTHS, window_months

Place = tuple[int, int]
MOST = 5_000
"""How many dates are remembered with their places."""


class Cuts:
    """The days, in order; ``place`` tells between which of them a date lies."""

    def __init__(self, conditions: Iterable[Condition], reference: Reference, as_of: date) -> None:
        days = {as_of, add_days(as_of, 1), add_months(as_of, MONTHS)}
        for condition in conditions:
            days.update(_days(condition, as_of))
        for body in reference.accreditors.values():
            days.update(first_day(each.since) for each in body.accredits if each.since)
        self.days = sorted(days)
        self._places: dict[str, Place] = {}
        self._same: dict[Place, Place] = {}

    def place(self, text: str | None) -> Place | None:
        """Return the places of the first and the last day that a date can mean."""
        if text is None:
            return None
        found = self._places.get(text)
        if found is None:
            ends = first_day(text), last_day(text)
            found = bisect_right(self.days, ends[0]), bisect_right(self.days, ends[1])
            if len(self._places) >= MOST:
                self._places.clear()
            found = self._same.setdefault(found, found)
            self._places[text] = found
        return found


def _days(condition: Condition, as_of: date) -> Iterator[date]:
    years = (condition.held_years, condition.tenure_years)
    for months in (window_months(condition), *(round(each * MONTHS) for each in years if each)):
        if months is not None:
            yield _reaching(as_of, months)
            yield _reaching(add_days(as_of, 1), months)
    if condition.within_days:
        yield add_days(as_of, condition.within_days + 1)
    for text in (condition.completed_before, condition.earned_before):
        if text:
            yield first_day(text)
    if condition.completed_after:
        yield add_days(last_day(condition.completed_after), 1)


def _reaching(day: date, months: int) -> date:
    """Return the first day that, so many months later, is at ``day`` or after it."""
    found = add_months(day, -months)
    while add_months(found, months) >= day:
        found = add_days(found, -1)
    while add_months(found, months) < day:
        found = add_days(found, 1)
    return found
