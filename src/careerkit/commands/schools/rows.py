"""Rows of schools: what each one says of a program that a school offers at a level."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from careerkit.catalog import Catalog
from careerkit.commands.schools.answer import SchoolRow
from careerkit.model.school import School
from careerkit.model.study_levels import AWARD_CLASSES
from careerkit.store.programs import Offer
from careerkit.store.schools import Graduates

_UNDERGRADUATE = ("certificate", "associate", "bachelor")


class Found(NamedTuple):
    """A row in the making, of whole tables; ``miles`` is None without a place to measure from."""

    school: School
    cip: str
    level: str
    offers: Sequence[Offer]
    awards: int
    miles: float | None
    net_price: int | None
    graduates: Graduates

    @property
    def earnings(self) -> int | None:
        """What graduates earn four years after completion, or else one year after it."""
        four = self.graduates.earnings_4yr
        return self.graduates.earnings_1yr if four is None else four


class _Vintages(NamedTuple):
    """The sources of what rows tell, by part of the store."""

    offer: str | None
    price: str | None
    graduates: str | None


def distance(school: School, level: str) -> str | None:
    """Return whether all, some or none of a school's programs can be had at a distance."""
    is_under = level in _UNDERGRADUATE
    return school.distance_undergraduate if is_under else school.distance_graduate


def rows(
    catalog: Catalog, found: Iterable[Found], titles: Mapping[str, str]
) -> tuple[SchoolRow, ...]:
    """Return the rows of what was found; ``titles`` are those of the CIP codes."""
    vintages = _Vintages(*map(catalog.vintage, _Vintages._fields))
    return tuple(_row(each, titles[each.cip], vintages) for each in found)


def _row(found: Found, title: str, vintages: _Vintages) -> SchoolRow:
    school, graduates = found.school, found.graduates
    is_told = any(figure is not None for figure in graduates)
    return SchoolRow(
        unitid=school.unitid,
        name=school.name,
        city=school.city,
        state=school.state,
        control=school.control,
        cip=found.cip,
        program=title,
        level=found.level,
        lengths=_lengths(found.offers),
        awards=found.awards,
        year=school.awards_year,
        net_price=found.net_price,
        earnings_1yr=graduates.earnings_1yr,
        earnings_4yr=graduates.earnings_4yr,
        debt=graduates.debt,
        distance=distance(school, found.level),
        miles=None if found.miles is None else round(found.miles, 1),
        url=school.url,
        source=vintages.offer,
        net_price_source=None if found.net_price is None else vintages.price,
        graduates_source=vintages.graduates if is_told else None,
    )


def _lengths(offers: Sequence[Offer]) -> tuple[str, ...]:
    """Return the lengths in which any award was given, or else all that are offered."""
    given = {each.awlevel for each in offers if each.awards} or {each.awlevel for each in offers}
    return tuple(
        known.length for each, known in AWARD_CLASSES.items() if each in given and known.length
    )
