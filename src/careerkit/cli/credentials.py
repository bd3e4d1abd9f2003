"""``careerkit credentials``."""

from typing import Annotated, Literal

import typer

from careerkit.answers.credentials import CredentialList
from careerkit.cli import complete
from careerkit.cli.arguments import Limit
from careerkit.cli.common import Session, answering, named
from careerkit.errors import usage_error
from careerkit.model.vocabulary import CREDENTIAL_KINDS
from careerkit.queries.credentials import Filters, credentials
from careerkit.suggest import did_you_mean

Sort = Literal["short", "name", "issuer", "kind", "relation", "routes", "confidence"]


@answering
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    session: Session,
    career: Annotated[
        str | None,
        typer.Option(
            metavar="CAREER",
            help="Those of a career: its id, SOC code, or title.",
            autocompletion=complete.careers,
        ),
    ] = None,
    issuer: Annotated[
        str | None,
        typer.Option(
            metavar="ISSUER",
            help="Those of a body: its id, abbreviation, or name.",
            autocompletion=complete.issuers,
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help=f"One kind: {', '.join(CREDENTIAL_KINDS)}.",
            autocompletion=complete.kinds,
        ),
    ] = None,
    open_to_anyone: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--open", help="Those that anyone may sit for.")
    ] = False,
    sort: Annotated[
        Sort | None,
        typer.Option(
            help="What to sort by; by relation with --career, else by short name.",
            show_default=False,
        ),
    ] = None,
    limit: Limit = None,
) -> CredentialList:
    """Credentials that fit: of a career, of an issuer, of a kind, open to anyone.

    Filters combine. With --career, each says how it stands to the career: required by law, expected
    by employers, or optional. Routes are counted as of the day asked.
    """
    resolve = session.resolve
    filters = Filters(
        career=named("--career", lambda text: resolve("career", text), career),
        issuer=named("--issuer", lambda text: resolve("issuer", text), issuer),
        kind=named("--kind", _kind, kind),
        open_to_anyone=open_to_anyone,
    )
    order = sort or ("relation" if career else "short")
    return credentials(session.catalog, filters, order, limit, session.as_of)


def _kind(text: str) -> str:
    """Return a kind of credential; ``license`` and plurals are understood."""
    word = text.strip().lower().replace("license", "licence")
    kind = word if word in CREDENTIAL_KINDS else word.removesuffix("s")
    if kind not in CREDENTIAL_KINDS:
        hint = did_you_mean(word, CREDENTIAL_KINDS) or f"; use {', '.join(CREDENTIAL_KINDS)}"
        raise usage_error(f"there is no kind '{text}'{hint}")
    return kind
