"""How a person sees a list of careers."""

from collections.abc import Sequence

from careerkit.answers.career_row import CareerRow
from careerkit.answers.reply import Reply
from careerkit.commands.list.answer import CareerList
from careerkit.model.career import NATION
from careerkit.render.page import (
    Block,
    Cell,
    Citations,
    Column,
    Grid,
    Page,
    Prose,
    figure_columns,
    remarks,
)
from careerkit.render.wages import AT_LEAST
from careerkit.render.words import count, dashed, dollars, percent, short_level, when
from careerkit.words import counted

COLUMNS = [
    Column("Career"),
    Column("SOC", whole=True),
    Column("Education", whole=True),
    *figure_columns("Growth", "Openings", "Median\nwage"),
]
_SOC = 1


def cells(row: CareerRow, cite: Citations) -> list[Cell]:
    """Return a career's cells under ``COLUMNS``."""
    cite.mark(*row.sources, row.wage_source)
    wage = dollars(row.median_wage, at_least=row.median_wage_at_least)
    figures = (percent(row.growth_percent), count(row.openings_per_year), wage)
    return [row.title, row.soc, short_level(row.education), *map(dashed, figures)]


def page(reply: Reply, cite: Citations) -> Page:
    """Return the table of careers, what its columns mean, and the sources of its figures."""
    answer: CareerList = reply.data
    shown = len(answer.careers)
    where = "" if answer.area == NATION else f" in {answer.area}"
    if not shown:
        hint = "No career on record passes every filter."
        return Page(f"No careers{where}", [Prose(hint), *_undecided(answer)])
    of = f" of {answer.total}" if shown < answer.total else ""
    title = f"{shown}{of} career{'s' if answer.total != 1 else ''}{where}"
    blocks = [_grid(answer, cite), *_undecided(answer), *remarks(_meaning(answer))]
    return Page(title, [*blocks, *top_coded(answer.careers), *cite.blocks(numbered=False)])


def _grid(answer: CareerList, cite: Citations) -> Grid:
    rows = [cells(row, cite) for row in answer.careers]
    if answer.area == NATION:
        return Grid(COLUMNS, rows)
    # There is no room for both the code and the workers.
    columns = [*COLUMNS[:_SOC], *COLUMNS[_SOC + 1 :], *figure_columns("Workers")]
    local = [
        [*row[:_SOC], *row[_SOC + 1 :], dashed(count(career.employment))]
        for row, career in zip(rows, answer.careers, strict=True)
    ]
    return Grid(columns, local)


def top_coded(rows: Sequence[CareerRow]) -> list[Block]:
    """Explain the plus behind a wage, where some row has one."""
    return remarks(AT_LEAST if any(row.median_wage_at_least for row in rows) else None)


def _undecided(answer: CareerList) -> list[Prose]:
    if not answer.unknown:
        return []
    more = counted(answer.unknown, "more career")
    return [Prose(f"{more} may fit: a figure asked for is not on record, or was not released.")]


def _meaning(answer: CareerList) -> str:
    columns = (
        "Education is the one level that BLS calls typical on entry; some enter with less, or need "
        "more. Wages are of employees, not of the self-employed. Growth is projected over ten "
        "years, openings "
    )
    if answer.area == NATION:
        return f"{columns}are a year, wages are annual, all for the US."
    where = f"{answer.area}, {when(answer.period)}"
    local = f"Annual wages and workers are those of {where}; careers of which BLS has none there"
    return f"{columns}are a year, all three for the US. {local} are left out."
