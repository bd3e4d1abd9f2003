"""``careerkit compare``."""

from careerkit.cli.arguments import CareerArguments, MetroOption, StateOption
from careerkit.cli.common import Session, answering
from careerkit.commands.compare.answer import Comparison
from careerkit.commands.compare.query import compare
from careerkit.errors import usage_error
from careerkit.model.career import Career
from careerkit.queries.areas import areas
from careerkit.words import counted

_FEWEST = 2
_MOST = 5


@answering
def command(
    session: Session, careers: CareerArguments, state: StateOption = None, metro: MetroOption = None
) -> Comparison:
    """Two to five careers, side by side. Put a title of several words in quotes.

    With --state or --metro, what they pay there stands below what they pay in the nation.
    """
    if not _FEWEST <= len(careers) <= _MOST:
        given = counted(len(careers), "name")
        raise usage_error(
            f"{given} given, and {_FEWEST} to {_MOST} careers can be compared; "
            "put a title of several words in quotes"
        )
    ids: dict[str, str] = {}
    for name in careers:
        career = session.resolve("career", name)
        if career in ids:
            raise usage_error(f"'{ids[career]}' and '{name}' are the same career, {career}")
        ids[career] = name
    area = next(iter(areas(session.catalog, state, metro)), None)
    return compare(session.catalog, [session.catalog.one(Career, career) for career in ids], area)
