"""The table floor: a bare Typer program that prints Rich tables of the size of ``show``."""

import typer

app = typer.Typer()


@app.command()
def show(name: str, rows: int = 50) -> None:
    """Print a table."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=name)
    for column in ("Period", "Growth", "Start", "End", "Openings", "Source"):
        table.add_column(column)
    for n in range(rows):
        table.add_row(*(f"{n:,} {column}" for column in ("a", "b", "c", "d", "e", "f")))
    Console().print(table)


@app.command()
def other() -> None:
    """Do nothing: with two commands Typer makes a group, as ours is."""


if __name__ == "__main__":
    app()
