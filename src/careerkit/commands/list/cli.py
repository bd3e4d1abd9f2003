"""``careerkit list``."""

from math import isfinite
from typing import Annotated, Literal

import typer

from careerkit import synonyms
from careerkit.cli.arguments import Limit, MetroOption, StateOption
from careerkit.cli.common import Session, answering, named
from careerkit.commands.list.answer import CareerList
from careerkit.commands.list.query import Filters, careers
from careerkit.errors import usage_error
from careerkit.model.vocabulary import GROUPS
from careerkit.suggest import did_you_mean

Sort = Literal["title", "growth", "openings", "wage", "workers", "education"]


@answering
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    session: Session,
    group: Annotated[
        str | None,
        typer.Option(help="Family of careers, such as health, office or construction-extraction."),
    ] = None,
    education: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="Entry asks for this level or less.")
    ] = None,
    min_wage: Annotated[
        str | None,
        typer.Option(metavar="DOLLARS", help="Median annual wage at least: 60000, 60,000 or 60k."),
    ] = None,
    min_growth: Annotated[
        float | None, typer.Option(help="Projected growth, in percent, at least.")
    ] = None,
    state: StateOption = None,
    metro: MetroOption = None,
    sort: Annotated[Sort, typer.Option(help="What to sort by.")] = "title",
    limit: Limit = None,
) -> CareerList:
    """Careers that fit, with their current figures. Filters combine.

    With --state or --metro, wages and workers are those of the area.
    """
    if min_growth is not None and not isfinite(min_growth):
        raise usage_error(f"--min-growth: '{min_growth}' is not a number of percent")
    filters = Filters(
        group=named("--group", _group, group),
        education=named("--education", synonyms.level, education),
        min_wage=named("--min-wage", synonyms.dollars, min_wage),
        min_growth=min_growth,
    )
    area = None
    if state is not None or metro is not None:
        from careerkit.queries.areas import areas  # only where an area is asked for

        area = areas(session.catalog, state, metro)[0]
    return careers(session.catalog, filters, sort, limit, area)


def _group(text: str) -> str:
    group = text.strip().lower()
    families = dict.fromkeys((*(name.partition("-")[0] for name in GROUPS), *GROUPS))
    if group not in families:
        hint = did_you_mean(group, families) or f"; use one of {', '.join(GROUPS)}"
        raise usage_error(f"there is no group '{text}'{hint}")
    return group
