"""How a person sees the matches of a search."""

from collections.abc import Sequence
from typing import TypeVar

from careerkit.answers.reply import Reply
from careerkit.commands.list.page import COLUMNS, cells, top_coded
from careerkit.commands.search.answer import CareerMatch, SearchMatches
from careerkit.render.page import Cell, Citations, Column, Grid, Page, Prose

_OPENINGS = next(at for at, column in enumerate(COLUMNS) if column.title == "Openings")
T = TypeVar("T")


def page(reply: Reply, cite: Citations) -> Page:
    """Return the matches, each with the name that fits."""
    answer: SearchMatches = reply.data
    if not answer.matches:
        hint = "Try fewer or other words, or a SOC code; careerkit list shows every career."
        return Page(f"Nothing fits '{answer.text}'", [Prose(hint)])
    rows = [[*_without_openings(cells(match, cite)), _fit(match)] for match in answer.matches]
    title = f"{len(rows)} career{'s' if len(rows) > 1 else ''} for '{answer.text}'"
    grid = Grid([*_without_openings(COLUMNS), Column("Found by")], rows)
    return Page(title, [grid, *top_coded(answer.matches), *cite.blocks(numbered=False)])


def _without_openings(cells: Sequence[T]) -> list[T]:
    # The name that fits takes their place.
    return [*cells[:_OPENINGS], *cells[_OPENINGS + 1 :]]


def _fit(match: CareerMatch) -> Cell:
    if match.match == "title":
        return "its title"
    return f"like '{match.matched}'" if match.match == "spelling" else match.matched
