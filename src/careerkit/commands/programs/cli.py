"""``careerkit programs``."""

from typing import Annotated

import typer

from careerkit import synonyms
from careerkit.cli import complete
from careerkit.cli.arguments import CareerArgument
from careerkit.cli.common import Session, answering, named
from careerkit.commands.programs.answer import ProgramMatches
from careerkit.commands.programs.query import programs
from careerkit.model.career import Career
from careerkit.queries.areas import areas


@answering
def command(
    session: Session,
    career: CareerArgument,
    education: Annotated[
        str | None,
        typer.Option(
            metavar="LEVEL",
            help="Highest completed level: in-high-school, high-school, some-college, aas …",
        ),
    ] = None,
    level: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="Only programs that award this level.")
    ] = None,
    state: Annotated[
        str | None,
        typer.Option(
            metavar="STATE",
            help="Count the schools of a state or territory: OH or Ohio.",
            autocompletion=complete.states,
        ),
    ] = None,
) -> ProgramMatches:
    """Programs that lead to a career: open now, next step, later, and how many schools."""
    catalog = session.catalog
    record = session.named(Career, " ".join(career))
    within = areas(catalog, state, None)
    return programs(
        catalog,
        record,
        named("--education", synonyms.level, education),
        named("--level", synonyms.award_level, level),
        within[0].state if within else None,
    )
