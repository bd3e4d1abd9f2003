"""A career: its requirements, outlook and wages, and the credentials and programs for it."""

from dataclasses import dataclass

from careerkit.model.types import (
    AreaType,
    CodeRelation,
    Count,
    CredentialId,
    CredentialRelation,
    EducationBasis,
    Experience,
    Group,
    Holland,
    Level,
    LocalId,
    OccupationCode,
    OccupationCodeSystem,
    Percent,
    ProgramId,
    Ratio,
    Share,
    Soc,
    SourceId,
    Training,
    WageFigure,
    Wages,
    WageUnit,
    When,
    Year,
    Zone,
)

NATION = "United States"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedCode:
    """An occupation code of another system or vintage, and how the career stands to it."""

    system: OccupationCodeSystem
    code: OccupationCode
    relation: CodeRelation


@dataclass(frozen=True, slots=True, kw_only=True)
class EducationClaim:
    """The claim of one source about entry education. Claims that differ stand side by side."""

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
    """The requirements for entry. A part that no source covers is absent, never "none"."""

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
    """Wages in US dollars at one date, a year or (``unit``) an hour.

    A figure that was not released is absent; one in ``at_least`` is only known to be that or more.
    ``employment`` counts the workers in the area, ``jobs_per_1000`` those of 1,000 there; the
    ``location_quotient`` is that share of jobs over the nation's.
    """

    period: When
    area: str = NATION
    area_type: AreaType = "national"
    unit: WageUnit = "year"
    employment: Count | None = None
    jobs_per_1000: Ratio | None = None
    location_quotient: Ratio | None = None
    mean: Wages | None = None
    p10: Wages | None = None
    p25: Wages | None = None
    median: Wages | None = None
    p75: Wages | None = None
    p90: Wages | None = None
    at_least: tuple[WageFigure, ...] = ()
    source: SourceId
    describes: OccupationCode | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attainment:
    """The education of workers of 25 and older in the occupation, in percent of them.

    Not ``exact`` where the survey counts the occupation together with others.
    """

    less_than_high_school: Share
    high_school: Share
    some_college: Share
    associate: Share
    bachelor: Share
    master: Share
    doctorate: Share
    exact: bool = True
    source: SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class JobZone:
    """The preparation needed, in the zones of O*NET: 1 (little or none) to 5 (extensive).

    A career of several occupations may have several zones.
    """

    zones: tuple[Zone, ...]
    source: SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Interests:
    """The interests that fit best, as Holland codes: the letters of up to three, strongest first.

    R realistic, I investigative, A artistic, S social, E enterprising, C conventional. A career
    of several occupations may have several codes.
    """

    holland: tuple[Holland, ...]
    source: SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class EducationSurvey:
    """The education that workers or experts say the job requires, in percent of their answers.

    These are answers in a survey, not rules; a share too uncertain to be published is absent.
    """

    less_than_high_school: Share | None = None
    high_school: Share | None = None
    certificate: Share | None = None
    some_college: Share | None = None
    associate: Share | None = None
    bachelor: Share | None = None
    post_baccalaureate_certificate: Share | None = None
    master: Share | None = None
    post_master_certificate: Share | None = None
    first_professional: Share | None = None
    doctorate: Share | None = None
    post_doctoral: Share | None = None
    source: SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Technology:
    """Names of software and tools that employers of the occupation ask for often."""

    in_demand: tuple[str, ...]
    source: SourceId


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
    """An occupation as clients ask for it.

    ``official_title`` is the title of the code at BLS; ``sources`` are those of summary, duties
    and skills.
    """

    id: LocalId
    title: str
    official_title: str | None = None
    soc: Soc
    codes: tuple[RelatedCode, ...] = ()
    aka: tuple[str, ...] = ()
    group: Group
    summary: str | None = None
    duties: tuple[str, ...] = ()
    sources: tuple[SourceId, ...]
    requirements: Requirements = Requirements()
    attainment: Attainment | None = None
    job_zone: JobZone | None = None
    interests: Interests | None = None
    education_survey: EducationSurvey | None = None
    technology: Technology | None = None
    outlook: tuple[Outlook, ...] = ()
    wages: tuple[Wage, ...] = ()
    credentials: tuple[CredentialLink, ...] = ()
    programs: tuple[ProgramId, ...] = ()
    related: tuple[RelatedCareer, ...] = ()


def newest_outlook(career: Career) -> Outlook | None:
    """Return the current projection: the latest base year, then the latest horizon."""
    return max(career.outlook, key=lambda o: (o.base_year, o.horizon_year), default=None)


def newest_wage(career: Career) -> Wage | None:
    """Return the current wages of the nation: the latest period (ISO text sorts by date)."""
    national = (wage for wage in career.wages if wage.area_type == "national")
    return max(national, key=lambda wage: wage.period, default=None)


def entry_education(career: Career) -> EducationClaim | None:
    """Return the claim of the newest projection's source, or else the last typical claim."""
    outlook = newest_outlook(career)
    typical = [claim for claim in career.requirements.education if claim.basis == "typical"]
    current = [claim for claim in typical if outlook and claim.source == outlook.source]
    return next(reversed(current or typical), None)
