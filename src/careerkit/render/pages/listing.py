"""Careers as a table."""

from careerkit.answers.listing import CareerList, CareerRow
from careerkit.answers.reply import Reply
from careerkit.render.page import Block, Cell, Citations, Column, Grid, Page, Prose
from careerkit.render.words import count, dashed, dollars, percent, short_level

COLUMNS = [
    Column("Career"),
    Column("SOC", whole=True),
    Column("Education", whole=True),
    Column("Growth", right=True),
    Column("Openings", right=True),
    Column("Median wage", right=True),
]


def cells(row: CareerRow, cite: Citations) -> list[Cell]:
    """Return a career's cells under ``COLUMNS``."""
    cite.mark(*row.sources)
    wage = dollars(row.median_wage, at_least=row.median_wage_at_least)
    figures = (percent(row.growth_percent), count(row.openings_per_year), wage)
    return [row.title, row.soc, short_level(row.education), *map(dashed, figures)]


def page(reply: Reply, cite: Citations) -> Page:
    """Return the list with its figures' sources below."""
    found: CareerList = reply.data
    shown = len(found.careers)
    if not shown:
        hint = "No career on record passes every filter. A figure not on record passes none."
        return Page("No careers", [Prose(hint)])
    of = f" of {found.total}" if shown < found.total else ""
    blocks: list[Block] = [
        Grid(COLUMNS, [cells(row, cite) for row in found.careers]),
        Prose(
            "Education is what is typical on entry; growth is projected over ten years, openings "
            "are a year, wages are annual, all for the US.",
            "quiet",
        ),
        *cite.blocks(numbered=False),
    ]
    return Page(f"{shown}{of} career{'s' if found.total != 1 else ''}", blocks)
