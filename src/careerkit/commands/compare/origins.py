"""Tables that name the usual date and source of their figures once, and other ones in the row.

An origin is a period with the mark of its source, or the mark alone; of a row without figures it is
empty. Example: the heading "Wages a year, May 2025 [2]", and a row "Welder, 2024 [3]".
"""

from careerkit.render.page import Block, Cell, Column, Grid, Heading


def section(
    title: str, columns: list[Column], rows: list[list[Cell]], origins: list[str]
) -> list[Block]:
    """Return a titled table with the usual origin of its rows in the title."""
    usual = usual_of(origins)
    return [Heading(with_origin(title, usual)), Grid(columns, with_other(rows, origins, usual))]


def usual_of(origins: list[str]) -> str:
    """Return the commonest origin; of equally common ones the first."""
    return max((origin for origin in origins if origin), key=origins.count, default="")


def with_other(rows: list[list[Cell]], origins: list[str], usual: str) -> list[list[Cell]]:
    """Return the rows, with any origin but the usual one in the first cell."""
    return [
        row if origin in ("", usual) else [with_origin(str(row[0]), origin), *row[1:]]
        for row, origin in zip(rows, origins, strict=True)
    ]


def with_origin(text: str, origin: str) -> str:
    """Return a text with its origin behind it."""
    return f"{text}{'' if origin.startswith('[') else ','} {origin}" if origin else text
