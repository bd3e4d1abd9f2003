"""``careerkit credential``."""

from careerkit.cli.arguments import CredentialArgument
from careerkit.cli.common import Session, answering
from careerkit.commands.credential.answer import CredentialCard
from careerkit.commands.credential.query import credential_card
from careerkit.model.credential import Credential


@answering
def command(session: Session, credential: CredentialArgument) -> CredentialCard:
    """One credential: its routes, exam, renewal and sources."""
    record = session.named(Credential, " ".join(credential))
    return credential_card(session.catalog, record, session.as_of)
