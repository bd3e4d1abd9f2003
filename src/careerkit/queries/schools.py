"""Schools that offer programs: filtered, by how far they are, sorted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from careerkit.answers.schools import NearPlace, ProgramAsked, SchoolList, StudyAsked
from careerkit.catalog import Catalog
from careerkit.model.school import School
from careerkit.model.types import CIP_GROUP_LENGTH
from careerkit.model.vocabulary import AWARD_LEVELS
from careerkit.queries.places import Place, is_closed, miles
from careerkit.queries.school_rows import Found, distance, rows
from careerkit.queries.studied import Studied
from careerkit.store.areas import Area
from careerkit.store.programs import Offer
from careerkit.store.schools import Graduates

WITHIN = 50.0
"""How many miles are near, where nobody says."""
_NOT_RELEASED = Graduates(None, None, None)
_LEVELS = [*AWARD_LEVELS]

_Key = tuple[int, str, str]
"""A school, a CIP code, a level: what a row is about."""

SORTS: dict[str, tuple[Callable[[Found], float | None], int]] = {
    "awards": (lambda row: row.awards, -1),
    "distance": (lambda row: row.miles, 1),
    "net-price": (lambda row: row.net_price, 1),
    "earnings": (lambda row: row.earnings, -1),
    "name": (lambda _: 0, 1),
}
"""The figure of each sort, and its sign: -1 where the largest comes first. None comes last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a school must be: in ``state``, no more than so many miles ``within`` of ``near``.

    With ``distance`` it must offer whole programs at a distance, below or above the bachelor's
    degree as the level of the award is. Without ``controls`` anyone may run it.
    """

    level: str | None = None
    state: Area | None = None
    controls: tuple[str, ...] = ()
    near: Place | None = None
    within: float = WITHIN
    distance: bool = False

    def passes(self, school: School, level: str) -> bool:
        """Tell whether a school's awards at a level pass, wherever the school is."""
        return (
            self.level in (None, level)
            and (not self.controls or school.control in self.controls)
            and (not self.distance or distance(school, level) in ("all", "some"))
        )


def schools(  # noqa: PLR0913, PLR0917 - what is asked, and how it is told
    catalog: Catalog, asked: Studied, filters: Filters, sort: str, limit: int | None, as_of: date
) -> SchoolList:
    """Return the schools that pass ``filters``, sorted, in at most ``limit`` rows.

    Those that have closed by a day are counted, and have no row.
    """
    offers, known = _offers(catalog, asked, filters)
    away = {unitid: _away(known[unitid], filters.near) for unitid, _, _ in offers}
    near = {unitid for unitid, far in away.items() if _is_near(far, filters)}
    closed = {unitid for unitid in away if is_closed(known[unitid], as_of)}
    graduates = catalog.graduates(asked.cips)
    prices = catalog.net_prices(near - closed)
    found = [
        Found(
            school=known[unitid],
            cip=cip,
            level=level,
            offers=given,
            awards=sum(each.awards for each in given),
            miles=away[unitid],
            net_price=prices.get(unitid),
            graduates=graduates.get((unitid, cip[:CIP_GROUP_LENGTH], level), _NOT_RELEASED),
        )
        for (unitid, cip, level), given in offers.items()
        if unitid in near and unitid not in closed
    ]
    found.sort(key=_order(sort))
    programs = _programs(catalog, asked.cips, found)
    place = filters.near
    return SchoolList(
        asked=StudyAsked(kind=asked.kind, id=asked.id, title=asked.title),
        programs=programs,
        schools=rows(catalog, found[:limit], {each.cip: each.title for each in programs}),
        total=len(near),
        closed=len(near & closed),
        unplaced=len(_unplaced(away, filters) - closed),
        rows_total=len(found),
        year=catalog.awards_year(),
        level=filters.level,
        state=filters.state.state if filters.state else None,
        area=filters.state.title if filters.state else None,
        control=filters.controls,
        distance=filters.distance,
        near=NearPlace(**place._asdict(), within=filters.within) if place else None,
        sort=sort,
        sources=_sources(catalog, asked.kind),
    )


def _offers(
    catalog: Catalog, asked: Studied, filters: Filters
) -> tuple[dict[_Key, list[Offer]], dict[int, School]]:
    """Return the offers by what a row is about, where they pass, and the schools by number."""
    by_key: dict[_Key, list[Offer]] = {}
    for each in catalog.offers(asked.cips, filters.state and filters.state.state):
        by_key.setdefault((each.unitid, each.cip, each.level), []).append(each)
    known = catalog.schools({unitid for unitid, _, _ in by_key})
    passing = {
        (unitid, cip, level): offers
        for (unitid, cip, level), offers in by_key.items()
        if unitid in known and filters.passes(known[unitid], level)
    }
    return passing, known


def _away(school: School, near: Place | None) -> float | None:
    """Return how many miles away a school is; None where nobody asks, or nobody knows."""
    if near is None or school.latitude is None or school.longitude is None:
        return None
    return miles(near, school.latitude, school.longitude)


def _is_near(away: float | None, filters: Filters) -> bool:
    return filters.near is None or (away is not None and away <= filters.within)


def _unplaced(away: Mapping[int, float | None], filters: Filters) -> set[int]:
    """Return the schools of which nobody knows whether they are near enough."""
    return {unitid for unitid, far in away.items() if filters.near and far is None}


def _order(sort: str) -> Callable[[Found], tuple[object, ...]]:
    figure, sign = SORTS[sort]

    def key(row: Found) -> tuple[object, ...]:
        known = figure(row)
        place = (True, 0) if known is None else (False, sign * known)
        school = row.school
        return *place, school.name.casefold(), school.unitid, row.cip, _LEVELS.index(row.level)

    return key


def _programs(
    catalog: Catalog, cips: Iterable[str], found: Iterable[Found]
) -> tuple[ProgramAsked, ...]:
    offering: dict[str, set[int]] = {}
    for each in found:
        offering.setdefault(each.cip, set()).add(each.school.unitid)
    return tuple(
        ProgramAsked(
            cip=cip, title=known.title if known else cip, schools=len(offering.get(cip, ()))
        )
        for cip in cips
        for known in (catalog.cip(cip),)
    )


def _sources(catalog: Catalog, kind: str) -> tuple[str, ...]:
    """Return the sources of the programs: with a career, of what leads to it too."""
    parts = ("cip", "cip_soc", "school") if kind == "career" else ("cip", "school")
    return tuple(source for part in parts if (source := catalog.vintage(part)))
