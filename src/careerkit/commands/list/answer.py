"""Careers that pass filters."""

from dataclasses import dataclass

from careerkit.answers import Answer
from careerkit.answers.career_row import CareerRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerList(Answer):
    """The careers that pass every filter; wages are those of ``area``.

    ``unknown`` counts those left out because a figure that would decide is not on record.
    """

    command = "list"
    rows = "careers"
    paged = True

    careers: tuple[CareerRow, ...]
    total: int
    unknown: int
    area: str
    period: str | None
