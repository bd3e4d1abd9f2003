"""What a search found."""

from careerkit.answers.listing import CareerMatch, SearchMatches
from careerkit.answers.reply import Reply
from careerkit.render.page import Cell, Citations, Column, Grid, Page, Prose
from careerkit.render.pages.list import COLUMNS, cells


def page(reply: Reply, cite: Citations) -> Page:
    """Return the matches, each with the name that fits."""
    found: SearchMatches = reply.data
    if not found.matches:
        hint = "Try fewer or other words, or a SOC code; careerkit list shows every career."
        return Page(f"Nothing fits '{found.text}'", [Prose(hint)])
    rows = [[*cells(match, cite), _fit(match)] for match in found.matches]
    title = f"{len(rows)} career{'s' if len(rows) > 1 else ''} for '{found.text}'"
    return Page(title, [Grid([*COLUMNS, Column("Found by")], rows), *cite.blocks()])


def _fit(match: CareerMatch) -> Cell:
    if match.match == "title":
        return "its title"
    return f"like '{match.matched}'" if match.match == "spelling" else match.matched
