"""The programs and schools behind the steps of a way."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from careerkit.catalog import Catalog
from careerkit.commands.pathway.answer import FirstSchool, FirstSchools, NamedProgram
from careerkit.model.study_levels import AWARD_CLASSES
from careerkit.pathways.step import Step
from careerkit.queries.places import is_closed

if TYPE_CHECKING:
    from careerkit.store.programs import Offer

_UNDERGRADUATE = ("certificate", "associate", "bachelor")
_FEW = 3
_SHOWN = 5


class Programs:
    """Programs and schools of steps by the federal tables, in a state (postal code) or anywhere."""

    def __init__(self, catalog: Catalog, state: str | None, as_of: date) -> None:
        self._catalog = catalog
        self._state = state
        self._as_of = as_of
        self._known: dict[tuple[str, ...], list[Offer]] = {}

    def named(self, step: Step) -> tuple[NamedProgram, ...]:
        """Return the programs of a step that schools award most at its level."""
        awards = self._awards(step, "cip", _levels(step)) if step.cips else {}
        usual = sorted(awards, key=lambda cip: (-awards[cip], cip))[:_FEW]
        programs = map(self._catalog.cip, usual or step.cips[:_FEW])
        return tuple(NamedProgram(cip=cip.code, title=cip.title) for cip in programs if cip)

    def length(self, step: Step) -> str | None:
        """Say how long most programs of a step take, if they are certificates of known length."""
        if not step.cips or step.level not in (None, "certificate"):
            return None
        by_class = self._awards(step, "awlevel")
        certificates = {name: n for name, n in by_class.items() if AWARD_CLASSES[name].length}
        everything = certificates if step.level else self._awards(step, "cip", _UNDERGRADUATE)
        usual = max(certificates, key=certificates.__getitem__, default=None)
        if usual is None or 2 * certificates[usual] <= sum(everything.values()):
            return None
        length = AWARD_CLASSES[usual].length
        return f"Most certificates in these programs are for {length} of study."

    def sources(self, step: Step) -> tuple[str, ...]:
        """Return the sources of a step's program codes and of who offers them."""
        if not step.cips:
            return ()
        parts = ("cip", "offer") if step.field else ("cip", "cip_soc", "offer")
        return tuple(source for part in parts if (source := self._catalog.vintage(part)))

    def schools(self, number: int, step: Step) -> FirstSchools | None:
        """Return who offers the program of a step; None where no table of schools is on record."""
        if self._catalog.vintage("offer") is None:
            return None
        catalog = self._catalog
        awards = self._awards(step, "unitid", _levels(step))
        known = catalog.schools(awards)
        schools = [school for school in known.values() if not is_closed(school, self._as_of)]
        schools.sort(key=lambda school: (-awards[school.unitid], school.name))
        shown = schools[:_SHOWN] if self._state else []
        prices = catalog.net_prices(school.unitid for school in shown)
        parts = ("offer", "price") if prices else ("offer",)
        return FirstSchools(
            step=number,
            state=self._state,
            level=step.level,
            count=len(schools),
            year=catalog.awards_year(),
            schools=tuple(
                FirstSchool(
                    unitid=school.unitid,
                    name=school.name,
                    city=school.city,
                    control=school.control,
                    awards=awards[school.unitid],
                    net_price=prices.get(school.unitid),
                    url=school.url,
                )
                for school in shown
            ),
            sources=tuple(source for part in parts if (source := catalog.vintage(part))),
        )

    def _awards(self, step: Step, by: str, levels: tuple[str, ...] | None = None) -> dict[Any, int]:
        """Add up the awards in a step's programs by an attribute of ``Offer``, at some levels."""
        if step.cips not in self._known:
            self._known[step.cips] = self._catalog.offers(step.cips, self._state)
        awards: Counter[Any] = Counter()
        for offer in self._known[step.cips]:
            if levels is None or offer.level in levels:
                awards[getattr(offer, by)] += offer.awards
        return awards


def _levels(step: Step) -> tuple[str, ...]:
    return (step.level,) if step.level else _UNDERGRADUATE
