"""Careers as a table."""

from careerkit.answers.listing import CareerList, CareerRow
from careerkit.answers.reply import Reply
from careerkit.model.vocabulary import AWARD_LEVELS, LEVELS
from careerkit.render.page import Block, Cell, Citations, Column, Grid, Page, Prose
from careerkit.render.words import count, dollars, percent

COLUMNS = [
    Column("Career"),
    Column("SOC"),
    Column("Entry education"),
    Column("Growth", right=True),
    Column("Openings", right=True),
    Column("Median wage", right=True),
]


def cells(row: CareerRow, cite: Citations) -> list[Cell]:
    """Return a career's cells under ``COLUMNS``."""
    cite.mark(*row.sources)
    education = AWARD_LEVELS.get(row.education or "") or LEVELS.get(row.education or "", "-")
    figures = (percent(row.growth_percent), count(row.openings_per_year), dollars(row.median_wage))
    return [row.title, row.soc, education, *("-" if f == "not on record" else f for f in figures)]


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
            "Growth is projected over ten years, openings are a year, wages are annual, all for "
            "the US.",
            "quiet",
        ),
        *cite.blocks(),
    ]
    return Page(f"{shown}{of} career{'s' if found.total != 1 else ''}", blocks)
