"""``careerkit outlook``."""

from careerkit.cli.arguments import CareerArguments
from careerkit.cli.common import Session, answering
from careerkit.commands.outlook.answer import OutlookTable
from careerkit.commands.outlook.query import outlook
from careerkit.model.career import Career


@answering
def command(session: Session, careers: CareerArguments) -> OutlookTable:
    """Projections of jobs, every vintage side by side."""
    return outlook([session.named(Career, name) for name in careers])
