"""Every source, with its vintage and whether it is stale on a day."""

from datetime import date

from careerkit.catalog import Catalog
from careerkit.commands.sources.answer import SourceList, SourceRow
from careerkit.freshness import staleness
from careerkit.model.plain import to_plain
from careerkit.model.source import Source


def sources(catalog: Catalog, as_of: date) -> SourceList:
    """Return all sources; ``as_of`` decides which are stale."""
    return SourceList(sources=tuple(row(each, as_of) for each in catalog.all(Source)))


def row(source: Source, as_of: date) -> SourceRow:
    """Return a source as it stands on ``as_of``."""
    stale, limit, why = staleness(to_plain(source), as_of)
    return SourceRow(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        kind=source.kind,
        url=source.url,
        published=source.published,
        approximate=source.approximate,
        covers=source.covers,
        retrieved=source.retrieved,
        stale=stale,
        fresh_until=limit.isoformat() if limit else None,
        why=why,
        licence=source.licence,
        attribution=source.attribution,
        note=source.note,
    )
