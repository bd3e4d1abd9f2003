"""The facts of one client as options of a command, or a profile in their place."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from careerkit.cli.common import Session, option
from careerkit.cli.profile import read_profile
from careerkit.contradictions import contradictions, past_due
from careerkit.errors import usage_error
from careerkit.facts import FACTS, Fact, client_from_texts, flag_of
from careerkit.model.client import Client
from careerkit.model.fields import fields_as_told

ProfileOption = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The client's facts in a file; - for stdin.")
]
StudyOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PROGRAM",
        help="A further program, such as degree=bs,field=business. Repeatable.",
    ),
]


def client_from_options(
    session: Session, profile: Path | None, studies: list[str], facts: dict[str, Any]
) -> Client:
    """Return the client from flags or a profile; raise ``CareerkitError`` on both or a mistake.

    Notes name fields that no vocabulary has, and ask about programs that should have ended by now.
    """
    if profile is None:
        client = client_from_texts(facts, studies, session.catalog.fact)
        for path, _, message in contradictions(client, session.as_of):
            raise usage_error(f"{flag_of(path)}: {message}")
    elif studies or any(facts.values()):
        raise usage_error("give the client's facts by --profile or by flags, not both")
    else:
        client = read_profile(profile, session.catalog, session.as_of)
    for what, text in fields_as_told(client):
        session.kept(what, text)
    for path, question in past_due(client, session.as_of):
        session.note(f"{flag_of(path) if profile is None else f'education[{path[1]}]'}: {question}")
    return client


def with_facts(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give ``function`` an option for each fact in place of its last parameter, ``**facts``."""
    signature = inspect.signature(function)
    own = list(signature.parameters.values())[:-1]
    flags = [_flag(fact) for fact in FACTS if fact.flag]
    function.__signature__ = signature.replace(  # type: ignore[attr-defined]  # read by inspect
        parameters=[*own, *flags]
    )
    return function


def _flag(fact: Fact) -> inspect.Parameter:
    kind: Any = list[str] | None if fact.listed else str | None
    return option(fact.name, fact.flag, kind, None, metavar=fact.metavar, help=fact.help)
