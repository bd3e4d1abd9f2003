"""What the conditions of a facet look at, read off them once."""

from collections.abc import Hashable

from careerkit.caseload.cuts import Cuts
from careerkit.caseload.facets import Facet
from careerkit.model.rule import Condition
from careerkit.rules.finding import Case
from careerkit.rules.windows import MONTHS, window_months
from careerkit.rules.work_told import MANNERS


class Plan:
    """The cuts of a facet on the day of ``case``, its accreditors, and how it looks at work.

    ``manners`` are the kinds of work that are asked for. ``timings`` holds a condition for each way
    to look at the dates of work, with the months that are asked so; ``whole`` tells whether all of
    those are whole months.
    """

    def __init__(self, facet: Facet, case: Case) -> None:
        conditions = facet.conditions
        self.cuts = Cuts(conditions, case.reference, case.as_of)
        self.bodies = {body for each in conditions for body in each.accreditors}
        self.manners = [name for name in MANNERS if any(getattr(each, name) for each in conditions)]
        by_way: dict[Hashable, list[Condition]] = {}
        for each in conditions:
            by_way.setdefault(_way(each), []).append(each)
        self.timings = [
            (alike[0], tuple({_asked_months(each) for each in alike})) for alike in by_way.values()
        ]
        self.whole = all(float(_asked_months(each)).is_integer() for each in conditions)


def _way(condition: Condition) -> Hashable:
    kinds = tuple(getattr(condition, name) for name in MANNERS)
    once = condition.non_overlapping, condition.continuous, condition.over_months
    return window_months(condition), once, kinds


def _asked_months(condition: Condition) -> float:
    return (condition.years or 0) * MONTHS + (condition.months or 0)
