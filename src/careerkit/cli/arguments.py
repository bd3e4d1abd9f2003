"""Arguments and options that several commands take."""

from typing import Annotated

import typer

from careerkit.cli import complete

CareerArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="CAREER",
        help="Its id, SOC code, or title (one or more words).",
        autocompletion=complete.careers,
    ),
]
CareerArguments = Annotated[
    list[str],
    typer.Argument(
        metavar="CAREER...", help="Ids, SOC codes, or titles.", autocompletion=complete.careers
    ),
]
CredentialArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="CREDENTIAL",
        help="Its id, abbreviation, or name (one or more words).",
        autocompletion=complete.credentials,
    ),
]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="At most so many.")]
StateOption = Annotated[
    str | None,
    typer.Option(
        "--state",
        metavar="STATE",
        help="Wages in a state or territory: OH or Ohio.",
        autocompletion=complete.states,
    ),
]
MetroOption = Annotated[
    str | None,
    typer.Option(
        "--metro",
        metavar="NAME",
        help="Wages in a metropolitan or nonmetropolitan area: a city, or the area's code.",
        autocompletion=complete.metros,
    ),
]
