"""Careers side by side."""

from collections.abc import Iterable

from careerkit.catalog import Catalog
from careerkit.commands.compare.answer import ComparedCareer, Comparison
from careerkit.commands.show.query import credential_item
from careerkit.model.career import (
    NATION,
    Attainment,
    Career,
    Wage,
    entry_education,
    newest_outlook,
    newest_wage,
)
from careerkit.model.plain import from_plain
from careerkit.store.areas import Area

_AS_RECORDED = ("id", "title", "soc", "group", "job_zone", "interests")


def compare(catalog: Catalog, careers: Iterable[Career], area: Area | None = None) -> Comparison:
    """Return the current figures of ``careers``, in their order, with the wages in ``area``."""
    return Comparison(
        area=area.title if area else NATION,
        careers=tuple(_compared(catalog, career, area) for career in careers),
    )


def _compared(catalog: Catalog, career: Career, area: Area | None) -> ComparedCareer:
    local = catalog.local_wage(area, career.soc) if area else None
    local_wage = from_plain(Wage, local) if local else None
    needs, attainment = career.requirements, career.attainment
    outlook, wage, education = newest_outlook(career), newest_wage(career), entry_education(career)
    credentials = tuple(credential_item(catalog, link) for link in career.credentials)
    entry = (education, needs.experience, needs.training, career.job_zone, career.interests)
    claims = (*entry, outlook, wage, local_wage, attainment, *credentials)
    return ComparedCareer(
        **{name: getattr(career, name) for name in _AS_RECORDED},
        education=education,
        experience=needs.experience,
        training=needs.training,
        growth_percent=outlook.growth_percent if outlook else None,
        base_year=outlook.base_year if outlook else None,
        horizon_year=outlook.horizon_year if outlook else None,
        employment=outlook.employment_base if outlook else None,
        openings_per_year=outlook.openings_per_year if outlook else None,
        outlook_source=outlook.source if outlook else None,
        outlook_describes=outlook.describes if outlook else None,
        outlook_note=outlook.note if outlook else None,
        wage=wage,
        local_wage=local_wage,
        bachelor_or_more_percent=bachelor_or_more(attainment) if attainment else None,
        attainment=attainment,
        credentials=credentials,
        sources=tuple(dict.fromkeys(claim.source for claim in claims if claim)),
    )


def bachelor_or_more(attainment: Attainment) -> float:
    """Return the share with a bachelor's or higher degree, in percent.

    Rounded shares can add up to a little more than all: that is all.
    """
    share = attainment.bachelor + attainment.master + attainment.doctorate
    return min(round(share, 1), 100.0)
