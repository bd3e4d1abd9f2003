"""Projections of several vintages, side by side."""

from dataclasses import dataclass

from careerkit.answers import Answer
from careerkit.model.career import Outlook


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerOutlook:
    """One career's projections, newest first."""

    id: str
    title: str
    soc: str
    outlook: tuple[Outlook, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookTable(Answer):
    """The projections of the careers asked for, in the order they were asked."""

    command = "outlook"
    rows = "careers"
    spread = "outlook"

    careers: tuple[CareerOutlook, ...]
