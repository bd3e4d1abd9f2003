"""``careerkit schools``."""

from datetime import date
from math import isfinite
from typing import Annotated, Literal

import typer

from careerkit import synonyms
from careerkit.answers.reply import Resolved
from careerkit.catalog import Catalog
from careerkit.cli import complete
from careerkit.cli.arguments import Limit
from careerkit.cli.common import Session, answering, named
from careerkit.commands.schools.answer import SchoolList
from careerkit.commands.schools.query import WITHIN, Filters, schools
from careerkit.commands.schools.resolve_study import resolve_study
from careerkit.errors import usage_error
from careerkit.queries.places import Place
from careerkit.store.areas import Area
from careerkit.words import shortened

Sort = Literal["awards", "distance", "net-price", "earnings", "name"]


@answering
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    session: Session,
    study: Annotated[
        list[str],
        typer.Argument(
            metavar="CAREER|CIP",
            help="A career (id, SOC code, title), a CIP code of 2, 4 or 6 digits, or a program.",
            autocompletion=complete.studies,
        ),
    ],
    state: Annotated[
        str | None,
        typer.Option(
            metavar="STATE",
            help="Only schools of a state or territory: OH or Ohio.",
            autocompletion=complete.states,
        ),
    ] = None,
    level: Annotated[
        str | None,
        typer.Option(
            metavar="LEVEL",
            help="Only awards at this level: certificate, associate, bs …",
            autocompletion=complete.award_levels,
        ),
    ] = None,
    near: Annotated[
        str | None,
        typer.Option(
            metavar="PLACE",
            help='Only schools near a town ("Columbus, OH"), a county or a ZIP code.',
            autocompletion=complete.towns,
        ),
    ] = None,
    within: Annotated[
        float | None,
        typer.Option(metavar="MILES", help=f"What is near; {WITHIN:g} miles if left out."),
    ] = None,
    control: Annotated[
        str | None,
        typer.Option(
            metavar="CONTROL",
            help="Only public, private, private-nonprofit or private-for-profit schools.",
            autocompletion=complete.controls,
        ),
    ] = None,
    distance: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--distance", help="Only schools with whole programs at a distance.")
    ] = False,
    sort: Annotated[
        Sort | None,
        typer.Option(help="What to sort by: awards, or distance with --near, if left out."),
    ] = None,
    limit: Limit = None,
) -> SchoolList:
    """Schools that offer a program, or the programs that lead to a career.

    A row tells a program at a level: its awards, the school's price, control and address. Schools
    that have closed are left out.
    """
    if near is None and within is not None:
        raise usage_error("--within: say from where, with --near PLACE")
    if near is None and sort == "distance":
        raise usage_error("--sort distance: say from where, with --near PLACE")
    if within is not None and not (isfinite(within) and within > 0):
        raise usage_error(f"--within: '{within:g}' is not a number of miles above 0")
    catalog, as_of = session.catalog, session.as_of
    filters = Filters(
        level=named("--level", synonyms.award_level, level),
        state=_state(catalog, state) if state is not None else None,
        controls=named("--control", synonyms.controls, control) or (),
        near=_place(catalog, near, as_of) if near is not None else None,
        within=within or WITHIN,
        distance=distance,
    )
    text = " ".join(study)
    resolved = resolve_study(catalog, text)
    if resolved.kind != "cip":
        session.understood(resolved.kind, text, resolved.id)
    elif resolved.id not in text:
        session.resolved.append(Resolved(text.strip(), "cip", resolved.id, resolved.title, "words"))
        session.note(f"'{shortened(text)}' is taken for CIP {resolved.id} ({resolved.title})")
    by = sort or ("distance" if near is not None else "awards")
    return schools(catalog, resolved, filters, by, limit, as_of)


def _state(catalog: Catalog, text: str) -> Area:
    from careerkit.queries.geocode import state  # only where a state is asked for

    return state(catalog, text)


def _place(catalog: Catalog, text: str, as_of: date) -> Place:
    from careerkit.queries.geocode import place  # only where a place is asked for

    return place(catalog, text, as_of)
