"""A career: what it requires, whether it grows, what it pays, what leads there."""

from dataclasses import dataclass

from careerkit.model.types import (
    AreaType,
    CodeRelation,
    Count,
    CredentialId,
    CredentialRelation,
    Dollars,
    EducationBasis,
    Experience,
    Group,
    Level,
    LocalId,
    OccupationCode,
    OccupationCodeSystem,
    Percent,
    ProgramId,
    Soc,
    SourceId,
    Training,
    When,
    Year,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedCode:
    """An occupation code of another system or vintage, and how the career stands to it."""

    system: OccupationCodeSystem
    code: OccupationCode
    relation: CodeRelation


@dataclass(frozen=True, slots=True, kw_only=True)
class EducationClaim:
    """What one source says about entry education. Claims that differ stand side by side."""

    level: Level
    basis: EducationBasis
    source: SourceId
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperienceClaim:
    """Work experience in a related occupation that employers usually ask for."""

    level: Experience
    source: SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingClaim:
    """On-the-job training usually needed after hiring."""

    level: Training
    source: SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """What it takes to enter. A part that no source covers is absent, never "none"."""

    education: tuple[EducationClaim, ...] = ()
    experience: ExperienceClaim | None = None
    training: TrainingClaim | None = None
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """One vintage of a projection: counts of jobs in persons, growth in percent over the period.

    ``describes`` is the occupation code the figures are for, where it is not the career's own.
    """

    base_year: Year
    horizon_year: Year
    growth_percent: Percent | None = None
    employment_base: Count | None = None
    employment_horizon: Count | None = None
    openings_per_year: Count | None = None
    source: SourceId
    describes: OccupationCode | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wage:
    """Annual wages in US dollars at one date; a percentile that was not released is absent."""

    period: When
    area: str = "United States"
    area_type: AreaType = "national"
    employment: Count | None = None
    mean: Dollars | None = None
    p10: Dollars | None = None
    p25: Dollars | None = None
    median: Dollars | None = None
    p75: Dollars | None = None
    p90: Dollars | None = None
    source: SourceId
    describes: OccupationCode | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialLink:
    """A credential of the career and how much it matters there."""

    id: CredentialId
    relation: CredentialRelation
    source: SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedCareer:
    """A neighbouring occupation, by code; it need not have a record."""

    soc: Soc
    title: str
    source: SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Career:
    """An occupation as clients ask for it. ``sources`` stand behind summary, duties and skills."""

    id: LocalId
    title: str
    soc: Soc
    codes: tuple[RelatedCode, ...] = ()
    aka: tuple[str, ...] = ()
    group: Group
    summary: str
    duties: tuple[str, ...] = ()
    sources: tuple[SourceId, ...]
    requirements: Requirements
    outlook: tuple[Outlook, ...] = ()
    wages: tuple[Wage, ...] = ()
    credentials: tuple[CredentialLink, ...] = ()
    programs: tuple[ProgramId, ...] = ()
    related: tuple[RelatedCareer, ...] = ()


def newest_outlook(career: Career) -> Outlook | None:
    """Return the current projection: the latest base year, then the latest horizon."""
    return max(career.outlook, key=lambda o: (o.base_year, o.horizon_year), default=None)


def newest_wage(career: Career) -> Wage | None:
    """Return the current wages: the latest period (ISO text sorts by date)."""
    return max(career.wages, key=lambda wage: wage.period, default=None)
