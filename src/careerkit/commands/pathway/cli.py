"""``careerkit pathway``."""

from typing import Annotated, Any

import typer

from careerkit.cli import complete
from careerkit.cli.common import Session, answering
from careerkit.cli.facts import ProfileOption, StudyOption, client_from_options, with_facts
from careerkit.commands.pathway.answer import Pathway
from careerkit.commands.pathway.query import pathway
from careerkit.commands.pathway.resolve_goal import goal_named
from careerkit.queries.reference import reference
from careerkit.rules.result import Case


def _goals(incomplete: str) -> list[str]:
    return sorted({*complete.careers(incomplete), *complete.credentials(incomplete)})


def _pathway(
    session: Session,
    goal: Annotated[
        list[str],
        typer.Argument(
            metavar="CAREER|CREDENTIAL",
            help="The id, code, title or abbreviation of a career or credential.",
            autocompletion=_goals,
        ),
    ],
    profile: ProfileOption = None,
    study: StudyOption = None,
    **facts: Any,  # noqa: ANN401 - texts by fact name
) -> Pathway:
    """Show the steps from where a client stands to a credential or a career, in up to three ways.

    Each step is one that a rule or a record asks for. What is not told is unknown, and its step is
    marked to be skipped if it is done. careerkit checks published rules; the issuer decides.
    """
    name = " ".join(goal)
    kind, record_id = goal_named(session.catalog, name)
    session.understood(kind, name, record_id)
    client = client_from_options(session, profile, study or [], facts)
    case = Case(client=client, as_of=session.as_of, reference=reference(session.catalog))
    return pathway(session.catalog, kind, record_id, case)


command = answering(with_facts(_pathway))
