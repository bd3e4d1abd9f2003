"""``careerkit show``."""

from careerkit.answers.career import CareerCard
from careerkit.cli.arguments import CareerArgument
from careerkit.cli.common import Session, answering
from careerkit.model.career import Career
from careerkit.model.vocabulary import CODE_RELATIONS, OCCUPATION_CODES
from careerkit.queries.card import card


@answering
def command(session: Session, career: CareerArgument) -> CareerCard:
    """One career: requirements, outlook, wages, credentials, programs."""
    name = " ".join(career)
    found = session.catalog.named(Career, name)
    for code in found.codes:
        if code.code == name.strip() and code.relation != "same-as":
            relation = (
                f"{CODE_RELATIONS[code.relation]} {OCCUPATION_CODES[code.system]} {code.code}"
            )
            session.note(f"{found.title} ({found.soc}) was {relation}")
    return card(session.catalog, found)
