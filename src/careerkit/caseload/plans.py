"""What the conditions of a facet look at, read off them once."""

from collections.abc import Callable, Hashable, Sequence
from operator import attrgetter
from typing import Any

from careerkit.caseload.cuts import Cuts
from careerkit.caseload.facets import Facet
from careerkit.dates import add_months
from careerkit.model.fields import is_work_within
from careerkit.model.rule import Condition
from careerkit.rules.finding import Case
from careerkit.rules.kleene import Truth, all_of
from careerkit.rules.spells import FULL_TIME
from careerkit.rules.windows import MONTHS, window_months
from careerkit.rules.work_told import MANNERS, field_truth, kinds_told


class Plan:
    """The cuts of a facet on the day of ``case``, its accreditors, and how it looks at work.

    ``manners`` tells of work whether it is of the kinds that are asked for; ``months`` are the
    amounts (all of them ``whole`` or not), ``hours`` and ``supervision`` the largest amounts in
    hours, 0 without any. Plans that have the same ``looks`` take the same spans of time for alike.
    """

    def __init__(self, facet: Facet, case: Case) -> None:
        conditions = facet.conditions
        self.cuts = Cuts(conditions, case.reference, case.as_of)
        self.bodies = _alike([each.accreditors for each in conditions])
        self.condition = conditions[0]
        """One that looks at work as the others do."""
        self.manners: Callable[[Any], Hashable] = _reading(
            [name for name in MANNERS if any(getattr(each, name) for each in conditions)]
        )
        self.months = sorted({_asked_months(each) for each in conditions} - {0})
        self.whole = all(float(each).is_integer() for each in self.months)
        self.hours = max(each.hours or 0 for each in conditions)
        over = [each.over_months or 0 for each in conditions]
        self.most = max(*self.months, *over, self.hours / FULL_TIME)
        self.supervision = max(each.supervision_hours or 0 for each in conditions)
        self.domains = any(each.domains or each.min_domains for each in conditions)
        self.current = any(each.current for each in conditions)
        first = self.condition
        ways = first.non_overlapping, first.continuous, first.over_months
        window = window_months(first)
        self.looks = window, ways, tuple(self.months)
        self.opens = "" if window is None else str(add_months(case.as_of, -window))[:7]
        """The month in which the window of work opens; a text before all months without one."""
        self._within: dict[str, Hashable] = {}
        self._fits: dict[Hashable, Truth] = {}

    def within(self, field: str) -> Hashable:
        """Return True for work in the field that is asked for, or else its field."""
        if field not in self._within:
            asked = self.condition.work or "other"
            self._within[field] = is_work_within(field, asked) or field
        return self._within[field]

    def fits(self, work: Any, manner: Hashable) -> Truth:  # noqa: ANN401 - loaded late
        """Tell whether work is in the field and of the kinds that are asked for."""
        kind = work.field, manner
        if kind not in self._fits:
            kinds = kinds_told(self.condition, work).values()
            self._fits[kind] = all_of((field_truth(self.condition, work), *kinds))
        return self._fits[kind]


def _reading(names: Sequence[str]) -> Callable[[Any], Hashable]:
    return attrgetter(*names) if names else _nothing


def _nothing(_work: object) -> None:
    return None


def _alike(asked: Sequence[tuple[str, ...]]) -> dict[str, int]:
    """Return the bodies that are asked for, those under one number that are asked for together."""
    groups: dict[tuple[bool, ...], int] = {}
    return {
        body: groups.setdefault(tuple([body in each for each in asked]), len(groups))
        for body in {body for each in asked for body in each}
    }


def _asked_months(condition: Condition) -> float:
    return (condition.years or 0) * MONTHS + (condition.months or 0)
