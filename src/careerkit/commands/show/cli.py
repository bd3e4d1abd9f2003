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
    record = session.named(Career, name)
    for code in record.codes:
        if code.code == name.strip() and code.relation != "same-as":
            # A 2018 code that was merged is still in use: its figures are counted with others.
            covered = (code.system, code.relation) == ("soc-2018", "merged-from")
            verb = "covers" if covered else f"was {CODE_RELATIONS[code.relation]}"
            system = OCCUPATION_CODES[code.system]
            session.note(f"{record.title} ({record.soc}) {verb} {system} {code.code}")
    if name.strip().lower() != record.id:
        _note_title(session, record, name)
    if state is None and metro is None:
        return card(session.catalog, record)
    from careerkit.queries.areas import areas  # only where wages of an area are asked for

    return card(session.catalog, record, areas(session.catalog, state, metro))


def _note_title(session: Session, record: Career, name: str) -> None:
    """Say which title of the bulk tables matched, where the record itself has no such name."""
    from careerkit.commands.search.query import bulk_title_for  # an id needs no search

    if title := bulk_title_for(session.catalog, record.id, name):
        kind = "an O*NET code" if title.role == "code" else "one of the titles"
        session.note(f"'{title.text}' is {kind} of {record.title} ({record.soc})")
        for hint in session.catalog.suggest_other_kinds("career", name):
            session.note(hint)
