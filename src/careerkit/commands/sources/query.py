"""Lists every source with its date and whether it is stale on a day."""

from datetime import date

from careerkit.catalog import Catalog
from careerkit.commands.sources.answer import SourceList, SourceRow
from careerkit.freshness import staleness
from careerkit.model.plain import from_plain, to_plain
from careerkit.model.shape import slots_of
from careerkit.model.source import Source


def sources(catalog: Catalog, as_of: date) -> SourceList:
    """Return all sources; ``as_of`` decides which are stale."""
    return SourceList(sources=tuple(row(source, as_of) for source in catalog.all(Source)))


def row(source: Source, as_of: date) -> SourceRow:
    """Return a source, with whether it is stale on ``as_of``."""
    record = to_plain(source)
    stale, limit, why = staleness(record, as_of)
    judged = {"stale": stale, "fresh_until": limit.isoformat() if limit else None, "why": why}
    shared = {name: record[name] for name in slots_of(SourceRow) if name in record}
    return from_plain(SourceRow, shared | judged)
