"""What a facet makes of work: the same for clients whose work comes to the same for its rules."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from math import floor
from typing import Any

from careerkit.caseload.plans import Plan
from careerkit.model.client import Client
from careerkit.model.fields import is_work_within
from careerkit.model.rule import Condition
from careerkit.rules.finding import Case
from careerkit.rules.kleene import Truth
from careerkit.rules.spells import Spell, amount_in_months, goes_on, months_of, spread
from careerkit.rules.work_told import spells_of

_CLOSE = 1e-6


class Worked:
    """Makes keys of work for the day of ``case``, whose client does not count."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._works: tuple[Any, ...] = ()
        self._with = case

    def key(self, plan: Plan, works: Sequence[Any]) -> Hashable:
        """Return what the conditions of a plan make of the work that they read."""
        told = tuple([tuple(self._told(plan, each)) for each in works])
        dated = any(each.from_ or each.to for each in works)
        if dated and plan.whole:  # else there is little to tell apart, or no telling how
            return told, *_measured(plan, works, self._telling(works))
        return told, *[_length(plan, each) for each in works]

    def _told(self, plan: Plan, work: Any) -> Iterator[Hashable]:  # noqa: ANN401 - loaded late
        """Yield what was told of work beside its dates and length in months."""
        asked = plan.condition.work or "other"
        yield is_work_within(work.field, asked) or work.field
        for name in plan.manners:
            yield getattr(work, name)
        yield _up_to(plan.hours, work.hours)
        yield _up_to(plan.supervision, work.supervision_hours)
        yield work.domains if plan.domains else None
        yield goes_on(work, self._case.as_of) if plan.current else None
        yield work.from_ is None and work.to is None

    def _telling(self, works: Sequence[Any]) -> Case:
        """Return a case of a client with some work; several facets in turn read the same."""
        if len(works) != len(self._works) or any(map(_differ, works, self._works)):
            self._works = tuple(works)
            self._with = self._case._replace(client=Client(work=self._works))
        return self._with


def _length(plan: Plan, work: Any) -> Hashable:  # noqa: ANN401 - loaded late
    """Return the length of work, and its dates; one that goes on ends on the day, and has both."""
    amount = amount_in_months(work)
    if work.from_ or work.to or work.current:
        return work.from_, work.to, work.current, amount
    return _up_to(plan.most, amount)


def _differ(one: object, other: object) -> bool:
    return one is not other


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
    yield from _months(condition, plan.months, spells)
    if any(spell.fits is not Truth.MET for spell in spells):
        fitting = [spell.fitting() for spell in spells]
        yield tuple([spell.certain for spell in fitting])
        yield from _months(condition, plan.months, fitting)


def _months(
    condition: Condition, asked: Iterable[float], spells: Sequence[Spell]
) -> Iterator[Hashable]:
    if asked and spells:
        once, unbroken = condition.non_overlapping, condition.continuous
        low, high = months_of(spells, once=once, unbroken=unbroken)
        for each in asked:
            yield _in_months(low, each), _in_months(high, each)
    if condition.over_months:
        yield from (_in_months(each, condition.over_months) for each in spread(spells))


def _in_months(amount: float, asked: float) -> tuple[float, bool]:
    """Return an amount as far as a condition that asks for whole months can tell it."""
    if amount + _CLOSE > asked:
        return asked, False
    rounded = round(amount, 3)
    whole = floor(max(amount + _CLOSE, rounded))
    return whole, rounded > whole
