"""``careerkit credential``."""

from careerkit.answers.credential import CredentialCard
from careerkit.cli.arguments import CredentialArgument
from careerkit.cli.common import Session, answering
from careerkit.model.credential import Credential
from careerkit.queries.credential import credential_card


@answering
def command(session: Session, credential: CredentialArgument) -> CredentialCard:
    """One credential: its routes, exam, renewal and sources."""
    found = session.named(Credential, " ".join(credential))
    return credential_card(session.catalog, found, session.as_of)
