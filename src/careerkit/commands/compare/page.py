"""Careers side by side: a row a career, so that five of them fit a narrow terminal."""

from collections.abc import Sequence

from careerkit.answers.reply import Reply
from careerkit.commands.compare.answer import ComparedCareer, Comparison
from careerkit.commands.compare.origins import section, usual_of, with_origin, with_other
from careerkit.model.career import (
    NATION,
    EducationClaim,
    ExperienceClaim,
    Interests,
    JobZone,
    TrainingClaim,
    Wage,
)
from careerkit.model.vocabulary import CREDENTIAL_RELATIONS, EXPERIENCE, TRAINING, WAGE_UNITS
from careerkit.render.page import (
    Block,
    Cell,
    Citations,
    Column,
    Grid,
    Heading,
    Page,
    Prose,
    figure_columns,
    remarks,
)
from careerkit.render.wages import FIGURES, explained, top_coded, with_ranges
from careerkit.render.words import count, dashed, percent, short_level, when, years

_Titled = tuple[str, Wage | None]
"""A career's title and its wage."""
_Sourced = EducationClaim | ExperienceClaim | TrainingClaim | JobZone | Interests
_CAREER = Column("Career")
_FIT = (
    "Job zone: from 1, little or no preparation, to 5, extensive. Interests, strongest first: "
    "R realistic, I investigative, A artistic, S social, E enterprising, C conventional."
)


def page(reply: Reply, cite: Citations) -> Page:
    """Return a table a topic: entry, preparation, outlook, wages, degrees and credentials."""
    answer: Comparison = reply.data
    careers = answer.careers
    blocks: list[Block] = [
        *_entry(careers, cite),
        *_fit(careers, cite),
        *_outlook(careers, cite),
        *_wages([(career.title, career.wage) for career in careers], "the US", cite),
        *_local_wages(answer, cite),
        *_degrees(careers, cite),
        *cite.blocks(),
    ]
    return Page(f"{len(careers)} careers side by side", blocks)


def _entry(careers: Sequence[ComparedCareer], cite: Citations) -> list[Block]:
    columns = [_CAREER, Column("SOC", whole=True)]
    columns += map(Column, ("Education", "Experience", "Training on the job"))
    rows: list[list[Cell]] = []
    origins = []
    for career in careers:
        school, work, after = career.education, career.experience, career.training
        rows.append(
            [
                career.title,
                career.soc,
                short_level(school.level) if school else "-",
                EXPERIENCE[work.level] if work else "-",
                TRAINING[after.level].removesuffix(" on the job") if after else "-",
            ]
        )
        origins.append(_marks(cite, school, work, after))
    return section("What entry typically asks for", columns, rows, origins)


def _fit(careers: Sequence[ComparedCareer], cite: Citations) -> list[Block]:
    rows: list[list[Cell]] = []
    origins = []
    for career in careers:
        zone, interests = career.job_zone, career.interests
        zones = ", ".join(map(str, zone.zones)) if zone else "-"
        codes = ", ".join(interests.holland) if interests else "-"
        rows.append([career.title, zones, codes])
        origins.append(_marks(cite, zone, interests))
    if not any(origins):
        return []
    columns = [_CAREER, Column("Job zone", right=True), Column("Interests", whole=True)]
    return [*section("Preparation and interests", columns, rows, origins), *remarks(_FIT)]


def _marks(cite: Citations, *claims: _Sourced | None) -> str:
    return cite.mark(*dict.fromkeys(claim.source for claim in claims if claim))


def _outlook(careers: Sequence[ComparedCareer], cite: Citations) -> list[Block]:
    starts = {career.base_year for career in careers if career.base_year}
    jobs = f"Jobs in {min(starts)}" if len(starts) == 1 else "Jobs at start"
    columns = [_CAREER, *figure_columns("Growth", jobs, "Openings/year")]
    rows: list[list[Cell]] = []
    origins, notes = [], []
    for career in careers:
        figures = (
            percent(career.growth_percent),
            count(career.employment),
            count(career.openings_per_year),
        )
        rows.append([career.title, *map(dashed, figures)])
        period = years(career.base_year or 0, career.horizon_year or 0)
        source = career.outlook_source
        origins.append(f"{period} {cite.mark(source)}" if source else "")
        notes += _note(career.title, period, career.outlook_note, career.outlook_describes)
    return [*section("Outlook in the US", columns, rows, origins), *notes]


def _note(title: str, period: str, note: str | None, describes: str | None) -> list[Block]:
    text = note or (f"The figures are for the code {describes}." if describes else "")
    return remarks(f"{title}, {period}: {text}" if text else None)


def _wages(titled: Sequence[_Titled], place: str, cite: Citations) -> list[Block]:
    """Return a table for each unit: hourly and annual wages have no common scale.

    Careers without wages are in the first one. The legend and the notes come last.
    """
    wages = [wage for _, wage in titled if wage]
    units = [*dict.fromkeys(wage.unit for wage in wages)] or ["year"]
    blocks: list[Block] = []
    for unit in units:
        paid = [(name, wage) for name, wage in titled if (wage.unit if wage else units[0]) == unit]
        blocks += _wage_table(f"Wages {WAGE_UNITS[unit]} in {place}", paid, cite)
    blocks += [*explained(wages), *top_coded(wages)]
    for name, wage in titled:
        blocks += _note(name, when(wage.period), wage.note, wage.describes) if wage else []
    return blocks


def _local_wages(answer: Comparison, cite: Citations) -> list[Block]:
    if answer.area == NATION:
        return []
    titled = [(career.title, career.local_wage) for career in answer.careers]
    without = [title for title, wage in titled if wage is None]
    missing = f"BLS has released nothing for {answer.area} on: {', '.join(without)}."
    return [*_wages(titled, answer.area, cite), *([Prose(missing)] if without else [])]


def _wage_table(heading: str, titled: Sequence[_Titled], cite: Citations) -> list[Block]:
    wages = [wage for _, wage in titled if wage]
    needs_mean = any(wage.median is None and wage.mean is not None for wage in wages)
    figures = FIGURES | {"mean": "Mean"} if needs_mean else FIGURES
    columns, rows = with_ranges(_CAREER, titled, figures)
    origins = [f"{when(w.period)} {cite.mark(w.source)}" if w else "" for _, w in titled]
    return section(heading, columns, rows, origins)


def _degrees(careers: Sequence[ComparedCareer], cite: Citations) -> list[Block]:
    surveys = [career.attainment for career in careers]
    origins = [cite.mark(survey.source) if survey else "" for survey in surveys]
    usual = usual_of(origins)
    columns = [_CAREER, Column(with_origin("Bachelor's\nor more", usual), right=True)]
    shares: list[list[Cell]] = [[career.title, _share(career)] for career in careers]
    rows = with_other(shares, origins, usual)
    if any(career.credentials for career in careers):
        columns.append(Column("Credentials"))
        rows = [[*row, _credentials(c, cite)] for row, c in zip(rows, careers, strict=True)]
    notes = ["Bachelor's or more: of all workers of 25 and older."]
    if not all(survey.exact for survey in surveys if survey):
        notes.append("* The survey counts this occupation together with others.")
    if not all(career.credentials for career in careers):
        notes.append("That no credential is on record here does not mean that none is needed.")
    return [Heading("Degrees and credentials"), Grid(columns, rows), *remarks(*notes)]


def _share(career: ComparedCareer) -> str:
    if career.bachelor_or_more_percent is None or career.attainment is None:
        return "-"
    mark = "" if career.attainment.exact else "*"
    return f"{career.bachelor_or_more_percent:.1f}%{mark}"


def _credentials(career: ComparedCareer, cite: Citations) -> str:
    """Return the credentials by how much they matter, as in ``optional: RHIT, CCA [4]``."""
    parts = []
    for relation, label in CREDENTIAL_RELATIONS.items():
        if items := [item for item in career.credentials if item.relation == relation]:
            names = ", ".join(item.abbreviation for item in items)
            marks = cite.mark(*dict.fromkeys(item.source for item in items))
            parts.append(f"{label}: {names} {marks}")
    return "; ".join(parts) or "-"
