"""What a facet makes of work: the same for clients whose work comes to the same for its rules."""

from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from math import floor
from typing import Any

from careerkit.caseload.memo import Memo, Same
from careerkit.caseload.plans import Plan
from careerkit.model.client import Client
from careerkit.rules.finding import Case
from careerkit.rules.kleene import Truth
from careerkit.rules.spells import Spell, amount_in_months, goes_on, months_of, spread
from careerkit.rules.work_told import spells_of

_CLOSE = 1e-6
_MONTH = len("2026-11")
MOST = 4_000
"""How many spans of work are remembered with what they come to, and at most twice as many."""


class Worked:
    """Makes keys of work for the day of ``case``, whose client does not count."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._month = str(case.as_of)[:_MONTH]
        self._spans: Memo[Hashable] = Memo(MOST)
        self._same = Same(MOST)

    def key(self, plan: Plan, works: Sequence[Any]) -> Hashable:
        """Return what the conditions of a plan make of the work that they read."""
        if len(works) == 1:
            return self._of_one(plan, works[0])
        told = tuple([_told(plan, each, self._case.as_of) for each in works])
        dated = any(each.from_ or each.to for each in works)
        if dated and plan.whole:  # else there is little to tell apart, or no telling how
            return told, self._measured(plan, works)
        return told, *[_length(plan, each) for each in works]

    def _of_one(self, plan: Plan, work: Any) -> Hashable:  # noqa: ANN401 - loaded late
        told = self._same(_told(plan, work, self._case.as_of))
        if not ((work.from_ or work.to) and plan.whole):
            return told, _length(plan, work)
        lasted = self._lasted(plan, work)
        span = plan.looks, plan.fits(work, told[1]), lasted, work.hours is None
        measured = self._spans[span]
        if measured is None:
            measured = self._same(self._measured(plan, [work]))
            self._spans.put(span, measured)
        return told, measured

    def forget(self) -> None:
        """Forget what was found."""
        self._spans.clear()
        self._same.clear()

    def _lasted(self, plan: Plan, work: Any) -> Hashable:  # noqa: ANN401 - loaded late
        """Return the span of work, as far as its months and a window tell spans apart.

        From one month to another it is so many months long, wherever they lie, unless the window
        opens or the day asked about falls in them. Of full-time work the days count where hours do.
        """
        begin, end = work.from_, work.to
        amount = amount_in_months(work)
        if work.full_time and (plan.hours or work.hours is not None):
            return begin, end, work.current, amount, work.hours
        if not begin or not end or amount or len(begin) != _MONTH or len(end) != _MONTH:
            return begin, end, work.current, amount
        if begin <= plan.opens:
            return begin == plan.opens, end
        return _ordinal(end) - _ordinal(begin), end == self._month

    def _measured(self, plan: Plan, works: Sequence[Any]) -> Hashable:
        case = self._case._replace(client=Client(work=tuple(works)))
        return tuple(_measured(plan, works, case))


def _told(plan: Plan, work: Any, as_of: date) -> tuple[Hashable, ...]:  # noqa: ANN401
    """Return what was told of work beside its dates and length in months."""
    return (
        plan.within(work.field),
        plan.manners(work),
        work.full_time,
        _up_to(plan.hours, work.hours),
        _up_to(plan.supervision, work.supervision_hours),
        work.domains if plan.domains else None,
        goes_on(work, as_of) if plan.current else None,
        work.from_ is None and work.to is None,
    )


@lru_cache(MOST)
def _ordinal(month: str) -> int:
    """Return the number of a month, such as that of 2026-11."""
    return int(month[:4]) * 12 + int(month[5:])


def _length(plan: Plan, work: Any) -> Hashable:  # noqa: ANN401 - loaded late
    """Return the length of work, and its dates; one that goes on ends on the day, and has both."""
    amount = amount_in_months(work)
    if work.from_ or work.to or work.current:
        return work.from_, work.to, work.current, amount
    return _up_to(plan.most, amount)


def _up_to(most: float, told: float | None) -> float | None:
    """Return an amount as far as it counts: all that is at least as much as is asked is alike."""
    return None if told is None else min(told, most)


def _measured(plan: Plan, works: Sequence[Any], case: Case) -> Iterator[Hashable]:
    """Yield what conditions make of the dates and the length of work.

    Months are measured as told, and as they were if all of it surely fitted: questions ask for what
    would be open then.
    """
    condition = plan.condition
    spells = spells_of(condition, case)
    if len(spells) != len(works):
        yield tuple([any(each is spell.work for spell in spells) for each in works])
    for spell in spells:
        yield spell.inside, spell.certain, spell.derived
    yield from _amounts(plan, spells)
    if any(spell.fits is not Truth.MET for spell in spells):
        fitting = [spell.fitting() for spell in spells]
        yield tuple([spell.certain for spell in fitting])
        yield from _amounts(plan, fitting)


def _amounts(plan: Plan, spells: Sequence[Spell]) -> Iterator[Hashable]:
    condition = plan.condition
    if plan.months and spells:
        once, unbroken = condition.non_overlapping, condition.continuous
        low, high = months_of(spells, once=once, unbroken=unbroken)
        _, alone = months_of(spells, once=True, unbroken=unbroken)
        for each in plan.months:
            yield _in_months(low, each), _in_months(high, each), alone > each - _CLOSE
    if plan.hours:
        yield tuple([min(spell.hours()[0], plan.hours) for spell in spells if spell.by_the_week])
    if condition.over_months:
        yield from (_in_months(each, condition.over_months) for each in spread(spells))


def _in_months(amount: float, asked: float) -> tuple[float, bool]:
    """Return an amount as far as a condition that asks for whole months can tell it."""
    if amount + _CLOSE > asked:
        return asked, False
    rounded = round(amount, 3)
    whole = floor(max(amount + _CLOSE, rounded))
    return whole, rounded > whole
