"""The JSON floor: a bare Typer program that prints JSON of the size of ``show --json``."""

import json

import typer

app = typer.Typer()


@app.command()
def show(name: str, size: int = 60, *, as_json: bool = typer.Option(False, "--json")) -> None:
    """Print an object."""
    rows = [{"id": f"item-{n}", "title": f"Title of item {n}", "value": n} for n in range(size)]
    print(json.dumps({"name": name, "json": as_json, "rows": rows}, indent=2, sort_keys=True))


@app.command()
def other() -> None:
    """Do nothing: with two commands Typer makes a group, as ours is."""


if __name__ == "__main__":
    app()
