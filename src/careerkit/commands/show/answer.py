"""The card of one career."""

from dataclasses import dataclass

from careerkit.answers import Answer
from careerkit.model.career import (
    Attainment,
    EducationSurvey,
    Interests,
    JobZone,
    Outlook,
    RelatedCode,
    Requirements,
    Technology,
    Wage,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialItem:
    """A credential on a career's card."""

    id: str
    name: str
    abbreviation: str
    issuer: str
    relation: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramItem:
    """A program on a career's card; ``levels`` are the levels of its awards.

    One without a record of its own has its CIP code as ``id``, and leads to the career by the
    federal crosswalk.
    """

    id: str
    title: str
    cip: str
    levels: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedItem:
    """A related occupation; ``id`` is None where no career of that code is on record."""

    id: str | None
    title: str
    soc: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerCard(Answer):
    """Everything on record of one career; outlook and wages newest first.

    After the wages of the nation come those of the areas asked for; ``without_wages`` names the
    areas for which BLS released none.
    """

    command = "show"

    id: str
    title: str
    official_title: str | None
    soc: str
    codes: tuple[RelatedCode, ...]
    group: str
    summary: str | None
    duties: tuple[str, ...]
    aka: tuple[str, ...]
    requirements: Requirements
    attainment: Attainment | None
    job_zone: JobZone | None
    interests: Interests | None
    education_survey: EducationSurvey | None
    technology: Technology | None
    outlook: tuple[Outlook, ...]
    wages: tuple[Wage, ...]
    without_wages: tuple[str, ...]
    credentials: tuple[CredentialItem, ...]
    programs: tuple[ProgramItem, ...]
    related: tuple[RelatedItem, ...]
    sources: tuple[str, ...]
