"""What the conditions of a facet look at, read off them once."""

from collections.abc import Sequence

from careerkit.caseload.cuts import Cuts
from careerkit.caseload.facets import Facet
from careerkit.model.rule import Condition
from careerkit.rules.finding import Case
from careerkit.rules.windows import MONTHS
from careerkit.rules.work_told import MANNERS


class Plan:
    """The cuts of a facet on the day of ``case``, its accreditors, and how it looks at work.

    ``manners`` are the kinds of work that are asked for, ``months`` the amounts (all of them
    ``whole`` or not), ``hours`` and ``supervision`` the largest amounts in hours, 0 without any.
    """

    def __init__(self, facet: Facet, case: Case) -> None:
        conditions = facet.conditions
        self.cuts = Cuts(conditions, case.reference, case.as_of)
        self.bodies = _alike([each.accreditors for each in conditions])
        self.condition = conditions[0]
        """One that looks at work as the others do."""
        self.manners = [name for name in MANNERS if any(getattr(each, name) for each in conditions)]
        self.months = sorted({_asked_months(each) for each in conditions} - {0})
        self.whole = all(float(each).is_integer() for each in self.months)
        self.most = max([*self.months, *(each.over_months or 0 for each in conditions)])
        self.hours = max(each.hours or 0 for each in conditions)
        self.supervision = max(each.supervision_hours or 0 for each in conditions)
        self.domains = any(each.domains or each.min_domains for each in conditions)
        self.current = any(each.current for each in conditions)


def _alike(asked: Sequence[tuple[str, ...]]) -> dict[str, int]:
    """Return the bodies that are asked for, those under one number that are asked for together."""
    groups: dict[tuple[bool, ...], int] = {}
    return {
        body: groups.setdefault(tuple([body in each for each in asked]), len(groups))
        for body in {body for each in asked for body in each}
    }


def _asked_months(condition: Condition) -> float:
    return (condition.years or 0) * MONTHS + (condition.months or 0)
