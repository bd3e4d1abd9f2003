"""Finds the schools that offer programs: filtered, placed, sorted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from careerkit.catalog import Catalog
from careerkit.commands.schools.answer import NearPlace, ProgramAsked, SchoolList, StudyAsked
from careerkit.commands.schools.resolve_study import Study
from careerkit.commands.schools.rows import SchoolOffer, distance, rows
from careerkit.model.school import School
from careerkit.model.types import CIP_GROUP_LENGTH
from careerkit.model.vocabulary import AWARD_LEVELS
from careerkit.queries.places import Place, is_closed, miles
from careerkit.store.areas import Area
from careerkit.store.programs import Offer
from careerkit.store.schools import Graduates

WITHIN = 50.0
"""The default distance in miles."""
_NOT_RELEASED = Graduates(None, None, None)
_LEVELS = [*AWARD_LEVELS]

_Key = tuple[int, str, str]
"""Of a row: the school's number, the CIP code and the level."""

SORTS: dict[str, tuple[Callable[[SchoolOffer], float | None], int]] = {
    "awards": (lambda row: row.awards, -1),
    "distance": (lambda row: row.miles, 1),
    "net-price": (lambda row: row.net_price, 1),
    "earnings": (lambda row: row.earnings, -1),
    "name": (lambda _: 0, 1),
}
"""The figure of each sort, and its sign: -1 where the largest comes first. None comes last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Conditions on a school: it is in ``state`` and no more than ``within`` miles from ``near``.

    With ``distance`` it must offer whole programs at a distance (undergraduate or graduate ones,
    like the level of the award). Without ``controls`` any kind of school passes.
    """

    level: str | None = None
    state: Area | None = None
    controls: tuple[str, ...] = ()
    near: Place | None = None
    within: float = WITHIN
    distance: bool = False

    def passes(self, school: School, level: str) -> bool:
        """Tell whether a school passes at an award level, wherever it is."""
        return (
            self.level in (None, level)
            and (not self.controls or school.control in self.controls)
            and (not self.distance or distance(school, level) in ("all", "some"))
        )


def schools(  # noqa: PLR0913, PLR0917 - the question, and the form of the answer
    catalog: Catalog, study: Study, filters: Filters, sort: str, limit: int | None, as_of: date
) -> SchoolList:
    """Return the schools that pass ``filters``, sorted, in at most ``limit`` rows.

    Schools that have closed by ``as_of`` are counted, and have no row.
    """
    offers, known = _offers(catalog, study, filters)
    away = {unitid: _away(known[unitid], filters.near) for unitid, _, _ in offers}
    unplaced = {unitid for unitid, far in away.items() if filters.near and far is None}
    near = {unitid for unitid, far in away.items() if far is None or far <= filters.within}
    near -= unplaced
    closed = {unitid for unitid in away if is_closed(known[unitid], as_of)}
    graduates = catalog.graduates(study.cips)
    prices = catalog.net_prices(near - closed)
    matches = [
        SchoolOffer(
            school=known[unitid],
            cip=cip,
            level=level,
            offers=of_level,
            awards=sum(offer.awards for offer in of_level),
            miles=away[unitid],
            net_price=prices.get(unitid),
            graduates=graduates.get((unitid, cip[:CIP_GROUP_LENGTH], level), _NOT_RELEASED),
        )
        for (unitid, cip, level), of_level in offers.items()
        if unitid in near and unitid not in closed
    ]
    matches.sort(key=_order(sort))
    programs = _programs(catalog, study.cips, matches)
    place = filters.near
    return SchoolList(
        asked=StudyAsked(kind=study.kind, id=study.id, title=study.title),
        programs=programs,
        schools=rows(
            catalog, matches[:limit], {program.cip: program.title for program in programs}
        ),
        total=len(near),
        closed=len(near & closed),
        unplaced=len(unplaced - closed),
        rows_total=len(matches),
        year=catalog.awards_year(),
        level=filters.level,
        state=filters.state.state if filters.state else None,
        area=filters.state.title if filters.state else None,
        control=filters.controls,
        distance=filters.distance,
        near=NearPlace(**place._asdict(), within=filters.within) if place else None,
        sort=sort,
        sources=_sources(catalog, study.kind),
    )


def _offers(
    catalog: Catalog, study: Study, filters: Filters
) -> tuple[dict[_Key, list[Offer]], dict[int, School]]:
    """Return the offers that pass, by row, and all schools by number."""
    by_key: dict[_Key, list[Offer]] = {}
    for offer in catalog.offers(study.cips, filters.state and filters.state.state):
        by_key.setdefault((offer.unitid, offer.cip, offer.level), []).append(offer)
    known = catalog.schools({unitid for unitid, _, _ in by_key})
    passing = {
        (unitid, cip, level): offers
        for (unitid, cip, level), offers in by_key.items()
        if unitid in known and filters.passes(known[unitid], level)
    }
    return passing, known


def _away(school: School, near: Place | None) -> float | None:
    if near is None or school.latitude is None or school.longitude is None:
        return None
    return miles(near, school.latitude, school.longitude)


def _order(sort: str) -> Callable[[SchoolOffer], tuple[object, ...]]:
    figure, sign = SORTS[sort]

    def key(row: SchoolOffer) -> tuple[object, ...]:
        known = figure(row)
        place = (True, 0) if known is None else (False, sign * known)
        school = row.school
        return *place, school.name.casefold(), school.unitid, row.cip, _LEVELS.index(row.level)

    return key


def _programs(
    catalog: Catalog, cips: Iterable[str], matches: Iterable[SchoolOffer]
) -> tuple[ProgramAsked, ...]:
    offering: dict[str, set[int]] = {}
    for row in matches:
        offering.setdefault(row.cip, set()).add(row.school.unitid)
    titles = {cip: known.title if (known := catalog.cip(cip)) else cip for cip in cips}
    return tuple(
        ProgramAsked(cip=cip, title=title, schools=len(offering.get(cip, ())))
        for cip, title in titles.items()
    )


def _sources(catalog: Catalog, kind: str) -> tuple[str, ...]:
    parts = ("cip", "cip_soc", "school") if kind == "career" else ("cip", "school")
    return tuple(source for part in parts if (source := catalog.vintage(part)))
