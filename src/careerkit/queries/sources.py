"""Every source, with its vintage and whether it is stale on a day."""

from datetime import date

from careerkit.answers.sources import SourceList, SourceRow
from careerkit.catalog import Catalog
from careerkit.dates import add_months, last_day
from careerkit.model.source import Source


def sources(catalog: Catalog, as_of: date) -> SourceList:
    """Return all sources; ``as_of`` decides which are stale."""
    return SourceList(sources=tuple(row(each, as_of) for each in catalog.all(Source)))


def row(source: Source, as_of: date) -> SourceRow:
    """Return a source as it stands on ``as_of``."""
    stale, why = staleness(source, as_of)
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
        why=why,
        licence=source.licence,
        attribution=source.attribution,
        note=source.note,
    )


def staleness(source: Source, as_of: date) -> tuple[bool | None, str]:
    """Return whether a source is stale and the rule that decides it.

    A newer source of the same figures makes it stale; else it is stale once its months are over,
    counted from its date, or from the day it was read where it carries none.
    """
    if source.superseded_by:
        return True, f"superseded by {source.superseded_by}"
    if source.fresh_months is None:
        return None, "no limit is set"
    counted_from = source.published or source.retrieved
    limit = add_months(last_day(counted_from), source.fresh_months)
    origin = "published" if source.published else "read"
    return as_of > limit, f"{source.fresh_months} months from {origin} {counted_from}: {limit}"
