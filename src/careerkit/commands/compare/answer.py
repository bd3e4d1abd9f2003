"""Careers side by side."""

from dataclasses import dataclass

from careerkit.answers import Answer
from careerkit.commands.show.answer import CredentialItem
from careerkit.model.career import (
    Attainment,
    EducationClaim,
    ExperienceClaim,
    Interests,
    JobZone,
    TrainingClaim,
    Wage,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedCareer:
    """One career's current figures; what is not on record is None.

    ``education`` is the level BLS calls typical for entry, or else the newest source's claim.
    ``growth_percent`` to ``openings_per_year`` are the newest projection of ``outlook_source``:
    ``employment`` is jobs in ``base_year``; ``outlook_describes`` is the occupation code it is for
    where that is not the career's own. ``wage`` is the newest of the nation, ``local_wage`` that of
    the area asked for.
    ``bachelor_or_more_percent`` is the share of workers of 25 and older with a bachelor's or higher
    degree: the sum of those shares of ``attainment``, which are rounded, and 100 at most.
    """

    id: str
    title: str
    soc: str
    group: str
    education: EducationClaim | None
    experience: ExperienceClaim | None
    training: TrainingClaim | None
    job_zone: JobZone | None
    interests: Interests | None
    growth_percent: float | None
    base_year: int | None
    horizon_year: int | None
    employment: int | None
    openings_per_year: int | None
    outlook_source: str | None
    outlook_describes: str | None
    outlook_note: str | None
    wage: Wage | None
    local_wage: Wage | None
    bachelor_or_more_percent: float | None
    attainment: Attainment | None
    credentials: tuple[CredentialItem, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Answer):
    """The careers asked for, in that order, and the area whose wages are compared."""

    command = "compare"
    rows = "careers"

    area: str
    careers: tuple[ComparedCareer, ...]
