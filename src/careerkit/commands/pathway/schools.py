"""The programs and schools behind the steps of a way."""

from collections.abc import Iterable
from datetime import date

from careerkit.catalog import Catalog
from careerkit.commands.pathway.answer import FirstSchool, FirstSchools, NamedProgram
from careerkit.model.study_levels import AWARD_CLASSES
from careerkit.pathways.step import Step
from careerkit.queries.places import is_closed

_UNDERGRADUATE = ("certificate", "associate", "bachelor")
_FEW = 3
_SHOWN = 5


class Programs:
    """What the federal tables say of the programs of steps, in a state (postal code) if told."""

    def __init__(self, catalog: Catalog, state: str | None, as_of: date) -> None:
        self._catalog = catalog
        self._state = state
        self._as_of = as_of
        self._known: dict[tuple[str, ...], _Awards] = {}

    def named(self, step: Step) -> tuple[NamedProgram, ...]:
        """Return the programs of a step that schools award most at its level."""
        by_cip = self._awards(step).by_cip(_levels(step)) if step.cips else {}
        usual = sorted(by_cip, key=lambda cip: (-by_cip[cip], cip))[:_FEW]
        found = [self._catalog.cip(each) for each in usual or step.cips[:_FEW]]
        return tuple(NamedProgram(cip=each.code, title=each.title) for each in found if each)

    def length(self, step: Step) -> str | None:
        """Say how long most programs of a step take, where they are certificates and it is told."""
        if not step.cips or step.level not in (None, "certificate"):
            return None
        given = self._awards(step).by_class()
        everything = given if step.level else self._awards(step).by_cip(_UNDERGRADUATE)
        usual = max(given, key=lambda each: given[each], default=None)
        if usual is None or 2 * given[usual] <= sum(everything.values()):
            return None
        return (
            f"Most certificates in these programs are for {AWARD_CLASSES[usual].length} of study."
        )

    def sources(self, step: Step) -> tuple[str, ...]:
        """Return the sources of what is told of the programs of a step."""
        if not step.cips:
            return ()
        parts = ("cip", "offer") if step.field else ("cip", "cip_soc", "offer")
        return tuple(source for part in parts if (source := self._catalog.vintage(part)))

    def schools(self, number: int, step: Step) -> FirstSchools | None:
        """Return who offers the program of a step; None where no table of schools is on record."""
        if self._catalog.vintage("offer") is None:
            return None
        catalog, levels = self._catalog, _levels(step)
        awards = self._awards(step).by_school(levels)
        known = catalog.schools(awards)
        open_ = [each for each in known.values() if not is_closed(each, self._as_of)]
        open_.sort(key=lambda each: (-awards[each.unitid], each.name))
        shown = open_[:_SHOWN] if self._state else []
        prices = catalog.net_prices(each.unitid for each in shown)
        parts = ("offer", "price") if prices else ("offer",)
        return FirstSchools(
            step=number,
            state=self._state,
            level=step.level,
            count=len(open_),
            year=catalog.awards_year(),
            schools=tuple(
                FirstSchool(
                    unitid=each.unitid,
                    name=each.name,
                    city=each.city,
                    control=each.control,
                    awards=awards[each.unitid],
                    net_price=prices.get(each.unitid),
                    url=each.url,
                )
                for each in shown
            ),
            sources=tuple(source for part in parts if (source := catalog.vintage(part))),
        )

    def _awards(self, step: Step) -> "_Awards":
        if step.cips not in self._known:
            self._known[step.cips] = _Awards(self._catalog, step.cips, self._state)
        return self._known[step.cips]


class _Awards:
    """The awards in some programs, each as a row of its code, school, class, level and number."""

    def __init__(self, catalog: Catalog, cips: Iterable[str], state: str | None) -> None:
        self._rows = catalog.offers(cips, state)

    def by_cip(self, levels: tuple[str, ...]) -> dict[str, int]:
        found: dict[str, int] = {}
        for row in self._rows:
            if row.level in levels:
                found[row.cip] = found.get(row.cip, 0) + row.awards
        return found

    def by_class(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for row in self._rows:
            if AWARD_CLASSES[row.awlevel].length:
                found[row.awlevel] = found.get(row.awlevel, 0) + row.awards
        return found

    def by_school(self, levels: tuple[str, ...]) -> dict[int, int]:
        found: dict[int, int] = {}
        for row in self._rows:
            if row.level in levels:
                found[row.unitid] = found.get(row.unitid, 0) + row.awards
        return found


def _levels(step: Step) -> tuple[str, ...]:
    """Return the levels at which a step's program may be; where none is asked, below graduate."""
    return (step.level,) if step.level else _UNDERGRADUATE
