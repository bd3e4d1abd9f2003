"""The JSON floor: a bare Typer program that prints JSON of the size of ``show --json``.

With ``--profile`` it reads a YAML file first, as a command that is given one has to.
"""

import json
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer()


@app.command()
def show(
    name: str,
    size: int = 60,
    profile: Annotated[Path | None, typer.Option()] = None,
    *,
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """Print an object."""
    if profile:
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        yaml.load(profile.read_bytes(), Loader=loader)  # noqa: S506 - a safe loader, in C
    rows = [{"id": f"item-{n}", "title": f"Title of item {n}", "value": n} for n in range(size)]
    print(json.dumps({"name": name, "json": as_json, "rows": rows}, indent=2, sort_keys=True))


@app.command()
def other() -> None:
    """Do nothing: with two commands Typer makes a group, as ours is."""


if __name__ == "__main__":
    app()
