"""Careers side by side: a row a career, so that five of them fit a narrow terminal."""

from collections.abc import Sequence

from careerkit.answers.reply import Reply
from careerkit.commands.compare.answer import ComparedCareer, Comparison
from careerkit.commands.compare.origins import section, told_apart, usual_of, with_origin
from careerkit.commands.show.answer import CredentialItem
from careerkit.model.career import NATION, Wage
from careerkit.model.vocabulary import CREDENTIAL_RELATIONS, EXPERIENCE, TRAINING, WAGE_UNITS
from careerkit.render.charts import axis, legend, scale_of, wage_range
from careerkit.render.page import Block, Cell, Citations, Column, Grid, Heading, Page, Prose
from careerkit.render.wages import amount, top_coded
from careerkit.render.words import count, dashed, percent, short_level, when

_Titled = tuple[str, Wage | None]
_CAREER = Column("Career")
_FIT = (
    "Job zone: from 1, little or no preparation, to 5, extensive. Interests, strongest first: "
    "R realistic, I investigative, A artistic, S social, E enterprising, C conventional."
)


def page(reply: Reply, cite: Citations) -> Page:
    """Return what entry asks for, the outlook, the wages, degrees and credentials."""
    found: Comparison = reply.data
    blocks: list[Block] = [
        *_entry(found.careers, cite),
        *_fit(found.careers, cite),
        *_outlook(found.careers, cite),
        *_wages([(each.title, each.wage) for each in found.careers], "the US", cite),
        *_local_wages(found, cite),
        *_degrees(found.careers, cite),
        *cite.blocks(),
    ]
    return Page(f"{len(found.careers)} careers side by side", blocks)


def _entry(careers: Sequence[ComparedCareer], cite: Citations) -> list[Block]:
    columns = [Column("SOC", whole=True), Column("Education"), Column("Experience")]
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
        told = dict.fromkeys(each.source for each in (school, work, after) if each)
        origins.append(cite.mark(*told))
    columns = [_CAREER, *columns, Column("Training on the job")]
    return section("What entry typically asks for", columns, rows, origins)


def _fit(careers: Sequence[ComparedCareer], cite: Citations) -> list[Block]:
    """Return how much preparation it takes and which interests fit, where some are on record."""
    rows: list[list[Cell]] = []
    origins = []
    for career in careers:
        zone, interests = career.job_zone, career.interests
        zones = ", ".join(map(str, zone.zones)) if zone else "-"
        codes = ", ".join(interests.holland) if interests else "-"
        rows.append([career.title, zones, codes])
        told = dict.fromkeys(each.source for each in (zone, interests) if each)
        origins.append(cite.mark(*told))
    if not any(origins):
        return []
    columns = [_CAREER, Column("Job zone", right=True), Column("Interests", whole=True)]
    return [*section("Preparation and interests", columns, rows, origins), Prose(_FIT, "quiet")]


def _outlook(careers: Sequence[ComparedCareer], cite: Citations) -> list[Block]:
    starts = {career.base_year for career in careers if career.base_year}
    columns = [
        _CAREER,
        Column("Growth", right=True),
        Column(f"Jobs in {min(starts)}" if len(starts) == 1 else "Jobs at start", right=True),
        Column("Openings/year", right=True),
    ]
    rows: list[list[Cell]] = []
    origins, notes = [], []
    for career in careers:
        figures = (
            percent(career.growth_percent),
            count(career.employment),
            count(career.openings_per_year),
        )
        rows.append([career.title, *map(dashed, figures)])
        years = f"{career.base_year}-{(career.horizon_year or 0) % 100:02}"
        source = career.outlook_source
        origins.append(f"{years} {cite.mark(source)}" if source else "")
        notes += _note(career.title, years, career.outlook_note, career.outlook_describes)
    return [*section("Outlook in the US", columns, rows, origins), *notes]


def _note(title: str, period: str, note: str | None, describes: str | None) -> list[Block]:
    """Say what a reader must know of a row: above all that its figures are for another code."""
    told = note or (f"The figures are for the code {describes}." if describes else "")
    return [Prose(f"{title}, {period}: {told}", "quiet")] if told else []


def _wages(titled: Sequence[_Titled], place: str, cite: Citations) -> list[Block]:
    """Return a table for each unit: hourly and annual wages have no common scale.

    Careers without wages stand in the first. What the tables need to be understood comes last.
    """
    wages = [wage for _, wage in titled if wage]
    units = [*dict.fromkeys(wage.unit for wage in wages)] or ["year"]
    blocks: list[Block] = []
    for unit in units:
        paid = [(name, wage) for name, wage in titled if (wage.unit if wage else units[0]) == unit]
        blocks += _paid(f"Wages {WAGE_UNITS[unit]} in {place}", paid, cite)
    marks = legend(wages)
    blocks += [Prose(f"Range: {marks}.", "quiet")] if marks else []
    blocks += top_coded(wages)
    for name, wage in titled:
        blocks += _note(name, when(wage.period), wage.note, wage.describes) if wage else []
    return blocks


def _local_wages(found: Comparison, cite: Citations) -> list[Block]:
    """Return the wages in the area asked for, on a scale of their own."""
    if found.area == NATION:
        return []
    told = [(each.title, each.local_wage) for each in found.careers]
    without = [title for title, wage in told if wage is None]
    missing = f"BLS has released nothing for {found.area} on: {', '.join(without)}."
    return [*_wages(told, found.area, cite), *([Prose(missing)] if without else [])]


def _paid(heading: str, titled: Sequence[_Titled], cite: Citations) -> list[Block]:
    """Return the wages of one unit, with their ranges drawn on one scale."""
    wages = [wage for _, wage in titled if wage]
    figures = {"median": "Median", "p10": "Lowest\n10%", "p90": "Highest\n10%"}
    if any(wage.median is None and wage.mean is not None for wage in wages):
        figures["mean"] = "Mean"
    scale = scale_of(wages)
    columns = [_CAREER, *(Column(title, right=True) for title in figures.values())]
    columns += [Column(axis(scale), whole=True)] if scale else []
    rows: list[list[Cell]] = []
    for name, wage in titled:
        told = [dashed(amount(wage, each)) if wage else "-" for each in figures]
        drawn = [(wage_range(wage, scale) if wage else "") or "-"] if scale else []
        rows.append([name, *told, *drawn])
    origins = [f"{when(w.period)} {cite.mark(w.source)}" if w else "" for _, w in titled]
    return section(heading, columns, rows, origins)


def _degrees(careers: Sequence[ComparedCareer], cite: Citations) -> list[Block]:
    """Return the share of workers with a degree, and the credentials where some are on record."""
    known = [career.attainment for career in careers if career.attainment]
    origins = [cite.mark(each.attainment.source) if each.attainment else "" for each in careers]
    usual = usual_of(origins)
    columns = [_CAREER, Column(with_origin("Bachelor's\nor more", usual), right=True)]
    shares: list[list[Cell]] = [[career.title, _share(career)] for career in careers]
    rows = told_apart(shares, origins, usual)
    if any(career.credentials for career in careers):
        columns.append(Column("Credentials"))
        rows = [[*row, _credentials(c, cite)] for row, c in zip(rows, careers, strict=True)]
    notes = ["Bachelor's or more: of all workers of 25 and older."]
    if not all(each.exact for each in known):
        notes.append("* The survey counts this occupation together with others.")
    if not all(career.credentials for career in careers):
        notes.append("That no credential is on record here does not mean that none is needed.")
    told = [Prose(each, "quiet") for each in notes]
    return [Heading("Degrees and credentials"), Grid(columns, rows), *told]


def _share(career: ComparedCareer) -> str:
    if career.bachelor_or_more_percent is None or career.attainment is None:
        return "-"
    mark = "" if career.attainment.exact else "*"
    return f"{career.bachelor_or_more_percent:.1f}%{mark}"


def _credentials(career: ComparedCareer, cite: Citations) -> str:
    """Return credentials by how much they matter: optional: RHIT, CCA [4]."""
    by_relation: dict[str, list[CredentialItem]] = {each: [] for each in CREDENTIAL_RELATIONS}
    for each in career.credentials:
        by_relation[each.relation].append(each)
    told = []
    for relation, items in by_relation.items():
        if not items:
            continue
        names = ", ".join(each.abbreviation for each in items)
        marks = cite.mark(*dict.fromkeys(each.source for each in items))
        told.append(f"{CREDENTIAL_RELATIONS[relation]}: {names} {marks}")
    return "; ".join(told) or "-"
