"""``careerkit sources``."""

from careerkit.answers.sources import SourceList
from careerkit.cli.common import Session, answering
from careerkit.queries.sources import sources


@answering
def command(session: Session) -> SourceList:
    """Every source, its date, and what is stale by which rule."""
    return sources(session.catalog, session.as_of)
