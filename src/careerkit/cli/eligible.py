"""``careerkit eligible``."""

import inspect
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from careerkit.answers.eligibility import Verdict
from careerkit.cli import complete
from careerkit.cli.common import Answered, Session, answering, option
from careerkit.cli.profile import read_profile
from careerkit.contradictions import contradictions
from careerkit.errors import ExitStatus, usage_error
from careerkit.facts import FACTS, Fact, client_from_texts, flag_of
from careerkit.model.career import Career
from careerkit.model.client import Client
from careerkit.queries.eligible import overall, verdicts
from careerkit.queries.reference import reference
from careerkit.rules.finding import Case

Stage = Literal["sit", "award", "license"]

_STATUS = {
    Verdict.ELIGIBLE: ExitStatus.OK,
    Verdict.NOT_ELIGIBLE: ExitStatus.NOT_ELIGIBLE,
    Verdict.UNKNOWN: ExitStatus.UNKNOWN,
}


def _eligible(  # noqa: PLR0913, PLR0917 - one parameter an option; facts are added below
    session: Session,
    credentials: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CREDENTIAL]...",
            help="Ids or abbreviations; without any, those the facts bear on.",
            autocompletion=complete.credentials,
            show_default=False,
        ),
    ] = None,
    career: Annotated[
        str | None, typer.Option(help="All credentials of a career.", metavar="CAREER")
    ] = None,
    stage: Annotated[Stage, typer.Option(help="Eligible to sit, or for what comes after.")] = "sit",
    everything: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--all", help="Every credential on record.")
    ] = False,
    check: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--check", help="Exit 0 if eligible, 10 if not, 11 if unknown.")
    ] = False,
    profile: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The client's facts in a file; - for stdin.")
    ] = None,
    study: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PROGRAM",
            help="A further program, such as degree=bs,field=business. Repeatable.",
        ),
    ] = None,
    **facts: Any,  # noqa: ANN401 - texts by fact name
) -> Answered:
    """Tell what a client may sit for, and what exactly is missing.

    What is not told is unknown, never a silent no or yes; the answer says what to ask. careerkit
    checks published rules; the issuer decides.
    """
    named = _named(session, credentials or [], career)
    if check and not named and not everything:
        raise usage_error("--check needs a credential, a --career with credentials, or --all")
    client = _client(session, profile, study or [], facts)
    if career and not named:
        session.note(f"no credential is on record for {career}")
    elif client == Client() and not named:
        session.note("no facts were given; say what is known, such as --degree aas")
    case = Case(client=client, as_of=session.as_of, reference=reference(session.catalog))
    report = verdicts(session.catalog, case, stage, named, everything=everything)
    return Answered(data=report, status=_STATUS[overall(report)] if check else ExitStatus.OK)


def _named(session: Session, credentials: list[str], career: str | None) -> list[str] | None:
    """Return the ids of the credentials asked for; None where none was named."""
    if not credentials and not career:
        return None
    named = [session.catalog.resolve("credential", each) for each in credentials]
    if career:
        found = session.catalog.named(Career, career)
        named += [link.id for link in found.credentials]
    return list(dict.fromkeys(named))


def _client(
    session: Session, profile: Path | None, studies: list[str], facts: dict[str, Any]
) -> Client:
    if profile is None:
        client = client_from_texts(facts, studies, session.catalog.resolve)
        for path, _, message in contradictions(client, session.as_of):
            raise usage_error(f"{flag_of(path)}: {message}")
        return client
    if studies or any(facts.values()):
        raise usage_error("give the client's facts by --profile or by flags, not both")
    return read_profile(profile, session.catalog, session.as_of)


def _flag(fact: Fact) -> inspect.Parameter:
    kind: Any = list[str] | None if fact.listed else str | None
    info = typer.Option(fact.flag, metavar=fact.metavar, help=fact.help)
    return option(fact.name, Annotated[kind, info], None)


_signature = inspect.signature(_eligible)
_eligible.__signature__ = _signature.replace(  # type: ignore[attr-defined]  # read by inspect
    parameters=[
        *list(_signature.parameters.values())[:-1],
        *(_flag(fact) for fact in FACTS if fact.flag),
    ]
)
command = answering(_eligible)
