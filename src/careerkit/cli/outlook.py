"""``careerkit outlook``."""

from careerkit.answers.outlook import OutlookTable
from careerkit.cli.arguments import CareerArguments
from careerkit.cli.common import Session, answering
from careerkit.model.career import Career
from careerkit.queries.outlook import outlook


@answering
def command(session: Session, careers: CareerArguments) -> OutlookTable:
    """Projections of jobs, every vintage side by side."""
    return outlook([session.named(Career, each) for each in careers])
