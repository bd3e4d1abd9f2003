"""Tables most of whose figures are of one date and source: said once, and where it is another.

An origin is a period with the mark of its source, or the mark alone; a row without figures has
none.
"""

from careerkit.render.page import Block, Cell, Column, Grid, Heading


def section(
    title: str, columns: list[Column], rows: list[list[Cell]], origins: list[str]
) -> list[Block]:
    """Return a titled table: the title tells the usual origin of its rows, a row another one."""
    usual = usual_of(origins)
    return [Heading(with_origin(title, usual)), Grid(columns, told_apart(rows, origins, usual))]


def usual_of(origins: list[str]) -> str:
    """Return the origin of most rows, or of the first where several are of as many."""
    return max((each for each in origins if each), key=origins.count, default="")


def told_apart(rows: list[list[Cell]], origins: list[str], usual: str) -> list[list[Cell]]:
    """Return the rows with their origin in the first cell where it is not the usual one."""
    return [
        row if origin in ("", usual) else [with_origin(str(row[0]), origin), *row[1:]]
        for row, origin in zip(rows, origins, strict=True)
    ]


def with_origin(text: str, origin: str) -> str:
    """Return a text with the origin of what it is about."""
    return f"{text}{'' if origin.startswith('[') else ','} {origin}" if origin else text
