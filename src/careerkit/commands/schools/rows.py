"""Makes the rows of the answer: a program that a school offers at a level."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from careerkit.catalog import Catalog
from careerkit.commands.schools.answer import SchoolRow
from careerkit.model.school import School
from careerkit.model.study_levels import AWARD_CLASSES
from careerkit.store.programs import Offer
from careerkit.store.schools import Graduates

_UNDERGRADUATE = ("certificate", "associate", "bachelor")


class SchoolOffer(NamedTuple):
    """What one row is made of; ``miles`` is None where no place was asked for, or none is known."""

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
        """Median earnings four years after completion, or else one year after."""
        four = self.graduates.earnings_4yr
        return self.graduates.earnings_1yr if four is None else four


class _Vintages(NamedTuple):
    """The source of each part of a row."""

    offer: str | None
    price: str | None
    graduates: str | None


def distance(school: School, level: str) -> str | None:
    """Return whether all, some or none of a school's programs can be had at a distance."""
    is_under = level in _UNDERGRADUATE
    return school.distance_undergraduate if is_under else school.distance_graduate


def rows(
    catalog: Catalog, offers: Iterable[SchoolOffer], titles: Mapping[str, str]
) -> tuple[SchoolRow, ...]:
    """Return the rows of the answer; ``titles`` are those of the CIP codes."""
    vintages = _Vintages(*map(catalog.vintage, _Vintages._fields))
    return tuple(_row(offer, titles[offer.cip], vintages) for offer in offers)


def _row(offer: SchoolOffer, title: str, vintages: _Vintages) -> SchoolRow:
    school, graduates = offer.school, offer.graduates
    has_figures = any(figure is not None for figure in graduates)
    return SchoolRow(
        unitid=school.unitid,
        name=school.name,
        city=school.city,
        state=school.state,
        control=school.control,
        cip=offer.cip,
        program=title,
        level=offer.level,
        lengths=_lengths(offer.offers),
        awards=offer.awards,
        year=school.awards_year,
        net_price=offer.net_price,
        **graduates._asdict(),
        distance=distance(school, offer.level),
        miles=None if offer.miles is None else round(offer.miles, 1),
        url=school.url,
        source=vintages.offer,
        net_price_source=None if offer.net_price is None else vintages.price,
        graduates_source=vintages.graduates if has_figures else None,
    )


def _lengths(offers: Sequence[Offer]) -> tuple[str, ...]:
    """Return the lengths with awards in the year, or else all that are offered."""
    awarded = [offer for offer in offers if offer.awards] or offers
    classes = {offer.awlevel for offer in awarded}
    return tuple(
        known.length
        for number, known in AWARD_CLASSES.items()
        if number in classes and known.length
    )
