"""``careerkit search``."""

from typing import Annotated

import typer

from careerkit.cli.arguments import Limit
from careerkit.cli.common import Session, answering
from careerkit.commands.search.answer import SearchMatches
from careerkit.commands.search.query import search


@answering
def command(
    session: Session,
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT", help="A title, part of one, a code.")
    ],
    limit: Limit = 20,
) -> SearchMatches:
    """Find careers by title or code; misspellings are forgiven."""
    return search(session.catalog, " ".join(text), limit)
