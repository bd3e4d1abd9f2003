"""Projections of several vintages, side by side."""

from dataclasses import dataclass
from typing import ClassVar

from careerkit.model.career import Outlook


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerOutlook:
    """One career's projections, newest first."""

    id: str
    title: str
    soc: str
    outlook: tuple[Outlook, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookTable:
    """The projections of the careers asked for, in the order they were asked."""

    command: ClassVar[str] = "outlook"
    rows: ClassVar[str] = "careers"

    careers: tuple[CareerOutlook, ...]
