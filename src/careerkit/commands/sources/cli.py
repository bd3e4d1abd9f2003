"""``careerkit sources``."""

from careerkit.cli.common import Session, answering
from careerkit.commands.sources.answer import SourceList
from careerkit.commands.sources.query import sources


@answering
def command(session: Session) -> SourceList:
    """Every source, its date, and what is stale by which rule."""
    return sources(session.catalog, session.as_of)
