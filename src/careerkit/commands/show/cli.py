"""``careerkit show``."""

from careerkit.cli.arguments import CareerArgument, MetroOption, StateOption
from careerkit.cli.common import Session, answering
from careerkit.commands.show.answer import CareerCard
from careerkit.commands.show.query import card
from careerkit.model.career import Career
from careerkit.model.vocabulary import CODE_RELATIONS, OCCUPATION_CODES


@answering
def command(
    session: Session, career: CareerArgument, state: StateOption = None, metro: MetroOption = None
) -> CareerCard:
    """One career: requirements, outlook, wages, credentials, programs.

    With --state, --metro or both, what it pays there stands beside the nation.
    """
    name = " ".join(career)
    found = session.named(Career, name)
    for code in found.codes:
        if code.code == name.strip() and code.relation != "same-as":
            # A code of today that is merged is still there: figures count it with others.
            covered = (code.system, code.relation) == ("soc-2018", "merged-from")
            verb = "covers" if covered else f"was {CODE_RELATIONS[code.relation]}"
            told = f"{verb} {OCCUPATION_CODES[code.system]} {code.code}"
            session.note(f"{found.title} ({found.soc}) {told}")
    if name.strip().lower() != found.id:
        _tell_title(session, found, name)
    if state is None and metro is None:
        return card(session.catalog, found)
    from careerkit.queries.areas import areas  # only where wages of an area are asked for

    return card(session.catalog, found, areas(session.catalog, state, metro))


def _tell_title(session: Session, found: Career, name: str) -> None:
    """Say by which title a career was found that its record does not call it."""
    from careerkit.commands.search.query import found_by  # an id needs no search

    if other := found_by(session.catalog, found.id, name):
        kind = "an O*NET code" if other.role == "code" else "one of the titles"
        session.note(f"'{other.text}' is {kind} of {found.title} ({found.soc})")
        for hint in session.catalog.suggest_other_kinds("career", name):
            session.note(hint)
