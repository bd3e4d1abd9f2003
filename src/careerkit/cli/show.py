"""``careerkit show``."""

from careerkit.answers.career import CareerCard
from careerkit.cli.arguments import CareerArgument
from careerkit.cli.common import Session, answering
from careerkit.model.career import Career
from careerkit.queries.card import card


@answering
def command(session: Session, career: CareerArgument) -> CareerCard:
    """One career: requirements, outlook, wages, credentials, programs."""
    return card(session.catalog, session.catalog.named(Career, career))
