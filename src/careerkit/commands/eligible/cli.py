"""``careerkit eligible``."""

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from careerkit.answers.eligibility import Verdict
from careerkit.cli import complete
from careerkit.cli.common import Answered, Outcome, Session, answering
from careerkit.cli.facts import ProfileOption, StudyOption, client_from_options, with_facts
from careerkit.commands.eligible.query import overall, verdicts
from careerkit.errors import CareerkitError, ExitStatus, usage_error
from careerkit.model.client import Client
from careerkit.model.fields import fields_as_told
from careerkit.queries.reference import reference
from careerkit.rules.result import Case

Stage = Literal["sit", "award", "license"]

_STATUS = {
    Verdict.ELIGIBLE: ExitStatus.OK,
    Verdict.NOT_ELIGIBLE: ExitStatus.NOT_ELIGIBLE,
    Verdict.UNKNOWN: ExitStatus.UNKNOWN,
}
_UNSAVED = ExitStatus.BAD_DATA


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
    profile: ProfileOption = None,
    caseload: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Many clients, CSV or JSON Lines; - for stdin."),
    ] = None,
    summary: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--summary", help="Of a caseload only counts, in CSV and JSON too.")
    ] = False,
    interactive: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--interactive", help="Ask for what still matters, on the terminal.")
    ] = False,
    save: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the client's facts to a profile.")
    ] = None,
    study: StudyOption = None,
    **facts: Any,  # noqa: ANN401 - texts by fact name
) -> Answered | Outcome:
    """Tell what a client may sit for, and what exactly is missing.

    What is not told is unknown, never a silent no or yes; the answer says what to ask. careerkit
    checks published rules; the issuer decides.
    """
    named = _named(session, credentials or [], career)
    if check and not named and not everything:
        raise usage_error("--check needs a credential, a --career with credentials, or --all")
    if caseload:
        if profile or interactive or save or check or study or any(facts.values()):
            raise usage_error("--caseload tells the facts of every client, and takes no others")
        from careerkit.commands.eligible.caseload import Caseload, answered

        clients = Caseload(session, caseload, stage, named, all_=everything)
        return answered(session, clients, counts=summary)
    if summary:
        raise usage_error("--summary counts the clients of a --caseload")
    if interactive or save:
        _check_exchange(profile, save, interactive=interactive)
    client = client_from_options(session, profile, study or [], facts)
    case = Case(client=client, as_of=session.as_of, reference=reference(session.catalog))
    if interactive and named != []:
        case = case._replace(client=_interviewed(session, case, stage, named))
        client = case.client
    if career and not named:
        session.note(f"no credential is on record for {career}")
    elif client == Client() and not named:
        session.note("no facts were given; say what is known, such as --degree aas")
    report = verdicts(session.catalog, case, stage, named, everything=everything)
    status = _STATUS[overall(report)] if check else ExitStatus.OK
    return Answered(data=report, status=status if _is_saved(session, save, client) else _UNSAVED)


def _interviewed(session: Session, case: Case, stage: str, named: list[str] | None) -> Client:
    """Return the client with the answers, and note the fields in them that no vocabulary has."""
    from careerkit.commands.eligible.interview import interviewed

    client = interviewed(session.catalog, case, stage, named)
    given = {*fields_as_told(case.client)}
    for what, text in fields_as_told(client):
        if (what, text) not in given:
            session.kept(what, text)
    return client


def _check_exchange(profile: Path | None, save: Path | None, *, interactive: bool) -> None:
    """Raise a usage error where questions and files cannot be combined."""
    if interactive and str(profile) == "-":
        raise usage_error("--interactive reads answers from stdin; give --profile a file")
    if save:
        from careerkit.commands.eligible.interview import confirmed
        from careerkit.commands.eligible.save import check_place

        check_place(save, profile, confirmed if interactive else None)


def _is_saved(session: Session, save: Path | None, client: Client) -> bool:
    """Write the profile for ``--save``; a failure is reported, and the answer is printed anyway."""
    if save is None:
        return True
    from careerkit.commands.eligible.save import save_profile

    try:
        save_profile(save, client, session.as_of)
    except CareerkitError as error:
        session.say(error.message)
        return False
    session.say(f"saved to {save}")
    return True


def _named(session: Session, credentials: list[str], career: str | None) -> list[str] | None:
    if not credentials and not career:
        return None
    named = [session.resolve("credential", name) for name in credentials]
    if career:
        from careerkit.model.career import Career  # costs several milliseconds

        record = session.named(Career, career)
        named += [link.id for link in record.credentials]
    return list(dict.fromkeys(named))


command = answering(with_facts(_eligible))
