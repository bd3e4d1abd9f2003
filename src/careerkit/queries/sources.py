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
    stale, limit, why = staleness(source, as_of)
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


def staleness(source: Source, as_of: date) -> tuple[bool | None, date | None, str]:
    """Return whether a source is stale, the last day it can pass for current, and the rule.

    A newer source of the same figures makes it stale; else it is stale once its months are over,
    counted from its own date. Where it carries none they are counted from the day it was read, and
    until they are over nobody knows.
    """
    if source.superseded_by:
        return True, None, f"superseded by {source.superseded_by}"
    if source.fresh_months is None:
        return None, None, "no limit is set"
    dated = source.published or source.retrieved
    limit = add_months(last_day(dated), source.fresh_months)
    if source.published:
        return as_of > limit, limit, f"{source.fresh_months} months from its date"
    why = f"undated; {source.fresh_months} months from the day it was read"
    return (True if as_of > limit else None), limit, why
