"""``careerkit credential``."""

from careerkit.answers.credential import CredentialCard
from careerkit.cli.arguments import CredentialArgument
from careerkit.cli.common import Session, answering
from careerkit.model.credential import Credential
from careerkit.queries.credential import credential_card


@answering
def command(session: Session, credential: CredentialArgument) -> CredentialCard:
    """One credential: its routes, exam, renewal and sources."""
    catalog = session.catalog
    return credential_card(catalog, catalog.named(Credential, " ".join(credential)), session.as_of)
