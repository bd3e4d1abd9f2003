"""What a search found."""

from typing import Any

from careerkit.answers.reply import Reply
from careerkit.commands.list.page import COLUMNS, cells, top_coded
from careerkit.commands.search.answer import CareerMatch, SearchMatches
from careerkit.render.page import Cell, Citations, Column, Grid, Page, Prose

_OPENINGS = next(at for at, column in enumerate(COLUMNS) if column.title == "Openings")


def page(reply: Reply, cite: Citations) -> Page:
    """Return the matches, each with the name that fits."""
    found: SearchMatches = reply.data
    if not found.matches:
        hint = "Try fewer or other words, or a SOC code; careerkit list shows every career."
        return Page(f"Nothing fits '{found.text}'", [Prose(hint)])
    rows = [[*_short(cells(match, cite)), _fit(match)] for match in found.matches]
    title = f"{len(rows)} career{'s' if len(rows) > 1 else ''} for '{found.text}'"
    grid = Grid([*_short(COLUMNS), Column("Found by")], rows)
    return Page(title, [grid, *top_coded(found.matches), *cite.blocks(numbered=False)])


def _short(columns: list[Any]) -> list[Any]:
    """Leave out the openings, to make room for the name that was found."""
    return [each for at, each in enumerate(columns) if at != _OPENINGS]


def _fit(match: CareerMatch) -> Cell:
    if match.match == "title":
        return "its title"
    return f"like '{match.matched}'" if match.match == "spelling" else match.matched
