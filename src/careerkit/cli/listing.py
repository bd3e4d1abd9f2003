"""``careerkit list``."""

from typing import Annotated, Literal

import typer

from careerkit import spoken
from careerkit.answers.listing import CareerList
from careerkit.cli.arguments import Limit
from careerkit.cli.common import Session, answering, named
from careerkit.errors import usage_error
from careerkit.model.vocabulary import GROUPS
from careerkit.queries.listing import Filters, careers
from careerkit.suggest import did_you_mean

Sort = Literal["title", "growth", "openings", "wage", "education"]


@answering
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    session: Session,
    group: Annotated[str | None, typer.Option(help="Family of careers.")] = None,
    education: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="Entry asks for this level or less.")
    ] = None,
    min_wage: Annotated[
        int | None, typer.Option(help="Median annual wage, in dollars, at least.")
    ] = None,
    min_growth: Annotated[
        float | None, typer.Option(help="Projected growth, in percent, at least.")
    ] = None,
    sort: Annotated[Sort, typer.Option(help="What to sort by.")] = "title",
    limit: Limit = None,
) -> CareerList:
    """Careers that fit, with their current figures. Filters combine."""
    filters = Filters(
        group=named("--group", _group, group),
        education=named("--education", spoken.level, education),
        min_wage=min_wage,
        min_growth=min_growth,
    )
    return careers(session.catalog, filters, sort, limit)


def _group(text: str) -> str:
    """Return a group, or a word that begins the name of some."""
    group = text.strip().lower()
    if not any(group in (name, name.partition("-")[0]) for name in GROUPS):
        hint = did_you_mean(group, GROUPS) or f"; use one of {', '.join(GROUPS)}"
        raise usage_error(f"there is no group '{text}'{hint}")
    return group
