"""Projections of several vintages, side by side."""

from collections.abc import Iterable

from careerkit.commands.outlook.answer import CareerOutlook, OutlookTable
from careerkit.commands.show.query import newest_first
from careerkit.model.career import Career


def outlook(careers: Iterable[Career]) -> OutlookTable:
    """Return every projection on record of ``careers``, newest first."""
    return OutlookTable(
        careers=tuple(
            CareerOutlook(
                id=career.id,
                title=career.title,
                soc=career.soc,
                outlook=newest_first(career.outlook),
            )
            for career in careers
        )
    )
