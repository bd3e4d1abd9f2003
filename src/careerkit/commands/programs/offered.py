"""Counts the schools that offer a program at each level, with what their graduates earn."""

from collections.abc import Collection, Iterable, Mapping

from careerkit.catalog import Catalog
from careerkit.commands.programs.answer import Length, LevelOffered, Medians
from careerkit.model.study_levels import AWARD_CLASSES
from careerkit.model.types import CIP_GROUP_LENGTH
from careerkit.store.programs import Offering
from careerkit.store.schools import Earned, Spread


class Offers:
    """The schools that offer programs, in a state (postal code) or in the whole country."""

    def __init__(self, catalog: Catalog, state: str | None) -> None:
        self._catalog = catalog
        self._state = state
        self._sources = catalog.vintage("offer"), catalog.vintage("earned")
        self._schools: dict[str, dict[str, set[int]]] = {}
        self._classes: dict[str, Mapping[int, Offering]] = {}

    def schools(self, cip: str, levels: Collection[str]) -> set[int]:
        """Return the schools that offer a program at one of ``levels``."""
        self._read(cip)
        at_levels = self._schools[cip]
        return {unitid for level in levels for unitid in at_levels.get(level, ())}

    def offered(
        self, cip: str, months: Mapping[str, int | None], level: str | None
    ) -> tuple[LevelOffered, ...]:
        """Return what is known of each level of ``months``, or of ``level`` alone.

        ``months`` has the full-time length on record of each level, None where there is none.
        """
        self._read(cip)
        earned = self._catalog.earned([cip])
        return tuple(
            self._level(cip, at, length, earned.get((cip[:CIP_GROUP_LENGTH], at)))
            for at, length in months.items()
            if level in (None, at)
        )

    def _level(
        self, cip: str, level: str, months: int | None, earned: Earned | None
    ) -> LevelOffered:
        classes = [
            (known.length, *offering)
            for number, known in AWARD_CLASSES.items()
            if known.level == level and (offering := self._classes[cip].get(number))
        ]
        return LevelOffered(
            level=level,
            schools=len(self._schools[cip].get(level, ())),
            awards=sum(awards for _, _, awards in classes),
            months=months,
            lengths=tuple(
                Length(length=length, schools=schools, awards=awards)
                for length, schools, awards in classes
                if length
            ),
            source=self._sources[0],
            earnings=_medians(earned.earnings) if earned else None,
            earnings_years=earned.years if earned and earned.earnings.schools else None,
            debt=_medians(earned.debt) if earned else None,
            earnings_source=self._sources[1] if earned else None,
        )

    def _read(self, cip: str) -> None:
        if cip in self._schools:
            return
        if self._state is None:
            counts = self._catalog.counts(cip)
            unitids = counts.unitids if counts else {}
            self._schools[cip] = {level: {*schools} for level, schools in unitids.items()}
            self._classes[cip] = counts.classes if counts else {}
            return
        schools: dict[str, set[int]] = {}
        classes: dict[int, Offering] = {}
        for offer in self._catalog.offers([cip], self._state):
            schools.setdefault(offer.level, set()).add(offer.unitid)
            known, awards = classes.get(offer.awlevel, (0, 0))
            classes[offer.awlevel] = known + 1, awards + offer.awards
        self._schools[cip], self._classes[cip] = schools, classes


def _medians(spread: Spread) -> Medians | None:
    return Medians(**spread._asdict()) if spread.schools else None


def distinct(schools: Iterable[set[int]]) -> int:
    """Return how many schools there are in all; one may be in several of the sets."""
    return len(set().union(*schools))
