"""Careers as a table."""

from collections.abc import Sequence

from careerkit.answers.career_row import CareerRow
from careerkit.answers.reply import Reply
from careerkit.commands.list.answer import CareerList
from careerkit.model.career import NATION
from careerkit.render.page import Cell, Citations, Column, Grid, Page, Prose
from careerkit.render.wages import AT_LEAST
from careerkit.render.words import count, dashed, dollars, percent, short_level, when
from careerkit.words import counted

COLUMNS = [
    Column("Career"),
    Column("SOC", whole=True),
    Column("Education", whole=True),
    Column("Growth", right=True),
    Column("Openings", right=True),
    Column("Median\nwage", right=True),
]
_SOC = 1
_WORKERS = Column("Workers", right=True)


def cells(row: CareerRow, cite: Citations) -> list[Cell]:
    """Return a career's cells under ``COLUMNS``."""
    cite.mark(*row.sources, row.wage_source)
    wage = dollars(row.median_wage, at_least=row.median_wage_at_least)
    figures = (percent(row.growth_percent), count(row.openings_per_year), wage)
    return [row.title, row.soc, short_level(row.education), *map(dashed, figures)]


def page(reply: Reply, cite: Citations) -> Page:
    """Return the list with its figures' sources below."""
    found: CareerList = reply.data
    shown = len(found.careers)
    where = "" if found.area == NATION else f" in {found.area}"
    if not shown:
        hint = "No career on record passes every filter."
        return Page(f"No careers{where}", [Prose(hint), *_unknown(found)])
    of = f" of {found.total}" if shown < found.total else ""
    title = f"{shown}{of} career{'s' if found.total != 1 else ''}{where}"
    return Page(
        title,
        [
            _grid(found, cite),
            *_unknown(found),
            _meaning(found),
            *top_coded(found.careers),
            *cite.blocks(numbered=False),
        ],
    )


def _grid(found: CareerList, cite: Citations) -> Grid:
    """Return the careers; with an area, its workers take the place of the codes: both are wide."""
    rows = [cells(row, cite) for row in found.careers]
    if found.area == NATION:
        return Grid(COLUMNS, rows)
    columns = [*COLUMNS[:_SOC], *COLUMNS[_SOC + 1 :], _WORKERS]
    local = [
        [*row[:_SOC], *row[_SOC + 1 :], dashed(count(career.employment))]
        for row, career in zip(rows, found.careers, strict=True)
    ]
    return Grid(columns, local)


def top_coded(rows: Sequence[CareerRow]) -> list[Prose]:
    """Say what a plus behind a wage means, where one has it."""
    return [Prose(AT_LEAST, "quiet")] if any(row.median_wage_at_least for row in rows) else []


def _unknown(found: CareerList) -> list[Prose]:
    """Say what the filters could not decide: what is not released is neither a yes nor a no."""
    if not found.unknown:
        return []
    more = counted(found.unknown, "more career")
    return [Prose(f"{more} may fit: a figure asked for is not on record, or was not released.")]


def _meaning(found: CareerList) -> Prose:
    told = (
        "Education is the one level that BLS calls typical on entry; some enter with less, or need "
        "more. Wages are of employees, not of the self-employed. Growth is projected over ten "
        "years, openings "
    )
    if found.area == NATION:
        return Prose(f"{told}are a year, wages are annual, all for the US.", "quiet")
    where = f"{found.area}, {when(found.period)}"
    local = f"Annual wages and workers are those of {where}; careers of which BLS has none there"
    return Prose(f"{told}are a year, all three for the US. {local} are left out.", "quiet")
