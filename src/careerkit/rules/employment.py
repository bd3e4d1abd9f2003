"""Employment periods as stretches of time whose ends may be known only roughly.

All amounts are bounds: the least that is sure and the most that is possible.
Hours are never turned into calendar time; calendar time into hours only where work was full-time.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil, floor
from typing import TYPE_CHECKING

from careerkit.dates import add_days, add_months, first_day, last_day, months_between
from careerkit.rules.three_valued import Truth, truth_of
from careerkit.rules.time_limits import ANY, CLOSE, MONTHS, Bounds

if TYPE_CHECKING:  # few clients tell of work, and its record costs time to load
    from careerkit.model.entries import Work

Stretch = tuple[date, date]
"""From a day up to another, which itself does not count."""
Ends = tuple[date, date]
"""The earliest and the latest day that something can be."""
FULL_TIME = 30 * 52 / 12
"""The least hours a month that full-time work is taken to have: 30 a week, fewer than is usual.

No rule on record says so: an answer that rests on it states the assumption.
"""


class Period:
    """A job in a window: whether it fits the condition, and between which days it can lie.

    ``begin``, ``end`` and ``start`` (where the window opens) each hold the earliest and the latest
    day possible. ``inside`` tells whether all of the job surely lies in the window. ``least`` is
    the stretch of the window that it surely covers (empty if it ends before it begins), ``most``
    what it can cover.
    """

    __slots__ = ("begin", "end", "fits", "inside", "least", "most", "start", "work")

    def __init__(self, *, work: "Work", fits: Truth, begin: Ends, end: Ends, start: Ends) -> None:
        self.work = work
        self.fits = fits
        self.begin = begin
        self.end = end
        self.start = start
        self.inside = begin[0] >= start[1]
        self.least: Stretch = (max(begin[1], start[1]), add_days(end[0], 1))
        self.most: Stretch = (max(begin[0], start[0]), add_days(end[1], 1))

    def fitting(self) -> "Period":
        """Return the period as if its field and qualifiers were what the condition asks."""
        return Period(
            work=self.work, fits=Truth.MET, begin=self.begin, end=self.end, start=self.start
        )

    @property
    def derived(self) -> bool:
        """Whether one end is computed from the other and the length."""
        dated = self.begin[0] > date.min
        return dated and not (self.work.from_ and (self.work.to or self.work.current is not False))

    @property
    def possible(self) -> bool:
        """Whether any of it can count."""
        return self.fits is not Truth.NOT_MET and self.most[0] < self.most[1]

    @property
    def certain(self) -> bool:
        """Whether some of it surely counts."""
        return self.fits is Truth.MET and (self.inside or self.least[0] < self.least[1])

    @property
    def timed(self) -> bool:
        """Whether its ends give its length: not for hours that may be part-time."""
        hours = self.work.hours
        return hours is None or bool(self.work.full_time and hours >= self._span() * FULL_TIME)

    @property
    def solid(self) -> bool:
        """Whether the client worked all the time between its ends."""
        amount = amount_in_months(self.work)
        return self.timed and (amount is None or amount >= self._span())

    @property
    def by_the_week(self) -> bool:
        """Whether its hours follow from its length alone, the work being full-time."""
        return self.work.hours is None and self.work.full_time is True

    def months(self) -> Bounds:
        """Return how many months of it count."""
        most = months_between(*self.most)
        amount = amount_in_months(self.work)
        if amount is None:
            low = months_between(*self.least) if self.timed else 0
            return self._if_fits(low, most)
        if self.inside:
            return self._if_fits(amount, amount)
        outside = months_between(self.begin[0], self.start[1])
        return self._if_fits(max(amount - outside, 0), min(amount, most))

    def alone(self) -> Bounds:
        """Return how many months of it count if it is the only period."""
        low, high = self.months()
        if self.possible and self.solid:
            most = months_between(*self.most)
            sure = months_between(*self.least) if self.certain else 0
            return max(low, sure), max(high, most, low, sure)
        return low, max(low, high)

    def hours(self, *, weekly: bool = True) -> Bounds:
        """Return how many hours of it count; without stated hours that can be any number.

        Full-time work has at least the hours of its months, if the condition counts all hours of a
        job (``weekly``).
        """
        amount = self.work.hours
        if amount is None:
            by_the_week = weekly and self.by_the_week
            return self._if_fits(self.alone()[0] * FULL_TIME if by_the_week else 0, ANY)
        return self._if_fits(amount if self.inside else 0, amount)

    def supervision(self) -> Bounds:
        """Return how many hours of it with the supervisor count."""
        amount = self.work.supervision_hours
        if amount is None:
            return self._if_fits(0, ANY)
        return self._if_fits(amount if self.inside else 0, amount)

    def _span(self) -> float:
        return months_between(self.begin[0], add_days(self.end[1], 1))

    def _if_fits(self, low: float, high: float) -> Bounds:
        if not self.possible:
            return 0, 0
        return low if self.fits is Truth.MET else 0, high


def amount_in_months(work: "Work") -> float | None:
    """Return the length of a job in months, if the client gave months or years."""
    if work.months is not None:
        return work.months
    return None if work.years is None else work.years * MONTHS


def ends_of(work: "Work", as_of: date) -> tuple[Ends, Ends]:
    """Return the earliest and the latest begin and end of a job.

    One end and a length make one stretch of that length. A job that goes on, or is to end later,
    ends on the day ``as_of``.
    """
    never = date.min, as_of
    begin = _ends(work.from_, as_of) or never
    end = _ends(work.to, as_of) or ((as_of, as_of) if goes_on(work, as_of) is Truth.MET else never)
    amount = amount_in_months(work)
    if amount is None:
        return begin, end
    if (begin == never) is (end == never):
        return begin, _last_day(begin, end, amount)
    if begin == never:
        after = add_days(end[0], 1), add_days(end[1], 1)
        begin = add_months(after[0], -ceil(amount)), add_months(after[1], -floor(amount))
    else:
        after = add_months(begin[0], floor(amount)), add_months(begin[1], ceil(amount))
        end = min(add_days(after[0], -1), as_of), min(add_days(after[1], -1), as_of)
    return begin, end


def _last_day(begin: Ends, end: Ends, amount: float) -> Ends:
    """Return the end of a job: people give two years as from one day to the same day."""
    exact = begin[0] == begin[1] < end[0] == end[1]
    if not exact or abs(months_between(begin[0], end[0]) - amount) > CLOSE:
        return end
    return add_days(end[0], -1), add_days(end[0], -1)


def _ends(text: str | None, as_of: date) -> Ends | None:
    return (min(first_day(text), as_of), min(last_day(text), as_of)) if text else None


def goes_on(work: "Work", as_of: date) -> Truth:
    """Tell whether a job goes on: it does if it has a begin and no end."""
    if work.current is not None:
        return truth_of(work.current)
    if work.to is None:
        return truth_of(True if work.from_ else None)
    if first_day(work.to) >= as_of:
        return Truth.MET
    return truth_of(False if last_day(work.to) < as_of else None)


def _lengths(stretches: Iterable[Stretch]) -> list[float]:
    """Return the months of each run of stretches; those that touch or overlap are one run."""
    runs: list[Stretch] = []
    for first, end in sorted(stretch for stretch in stretches if stretch[0] < stretch[1]):
        if runs and first <= runs[-1][1]:
            runs[-1] = runs[-1][0], max(end, runs[-1][1])
        else:
            runs.append((first, end))
    return [months_between(*run) for run in runs]


def _shared(stretches: Iterable[Stretch]) -> float:
    """Return the most months that can count twice if the work lies somewhere in the stretches."""
    months, latest = 0.0, date.min
    for first, end in sorted(stretches):
        months += months_between(first, min(end, latest))
        latest = max(latest, end)
    return months


def months_of(periods: Sequence[Period], *, once: bool, unbroken: bool) -> Bounds:
    """Return the months that periods add up to.

    Time that several periods cover counts for each of them, or ``once``; ``unbroken`` takes the
    longest run without a gap. Periods that touch are measured as one, so that parts of months add
    up.
    """
    if len(periods) == 1 and not once and not unbroken:
        return periods[0].alone()
    bounds = [period.months() for period in periods]
    low, high = sum(least for least, _ in bounds), sum(most for _, most in bounds)
    sure = _lengths(p.least for p in periods if p.certain and p.solid)
    high = max(high, sum(_lengths(p.most for p in periods if p.possible and p.solid)))
    if once or unbroken:
        possible = _lengths(p.most for p in periods if p.possible)
        pick = max if unbroken else sum
        apart = low - _shared([p.most for p in periods if p.months()[0]])
        low = max([*(least for least, _ in bounds), pick([*sure, 0])])
        high = min(high, pick([*possible, 0]))
        low = low if unbroken else max(low, min(apart, high))
    else:
        low = max(low, sum(sure))
    return low, max(low, high)


def spread(periods: Sequence[Period]) -> Bounds:
    """Return how many months lie between the first begin and the last end."""
    sure = [period for period in periods if period.certain]
    low = [period.months()[0] for period in sure]
    if sure:
        last = add_days(max(period.end[0] for period in sure), 1)
        low.append(months_between(min(period.begin[1] for period in sure), last))
    if not periods:
        return 0, 0
    last = add_days(max(period.end[1] for period in periods), 1)
    return max(low, default=0), months_between(min(period.begin[0] for period in periods), last)
