"""Projections of several vintages."""

from careerkit.answers.reply import Reply
from careerkit.commands.outlook.answer import OutlookTable
from careerkit.commands.show.page import outlook_grid
from careerkit.render.page import Block, Citations, Heading, Page, Prose


def page(reply: Reply, cite: Citations) -> Page:
    """Return each career's vintages, newest first."""
    table: OutlookTable = reply.data
    blocks: list[Block] = []
    for career in table.careers:
        blocks.append(Heading(f"{career.title} (SOC {career.soc})"))
        empty = [Prose("No projection is on record.")]
        blocks += outlook_grid(career.outlook, cite) if career.outlook else empty
    return Page("Job outlook in the US", [*blocks, *cite.blocks()])
