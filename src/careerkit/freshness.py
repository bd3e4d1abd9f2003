"""Whether a source is still current."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from careerkit.dates import add_months, last_day


def staleness(source: Mapping[str, Any], as_of: date) -> tuple[bool | None, date | None, str]:
    """Return whether a source is stale, the last day it can pass for current, and the rule.

    A source is stale once a newer one has the same figures, or once its ``fresh_months`` are over,
    counted from its own date. Without a date of its own they count from the day it was read, and
    until then nobody knows (None). ``source`` is a plain record.
    """
    if newer := source["superseded_by"]:
        return True, None, f"superseded by {newer}"
    months = source["fresh_months"]
    if months is None:
        return None, None, "no limit is set"
    published = source["published"]
    limit = add_months(last_day(published or source["retrieved"]), months)
    if published:
        return as_of > limit, limit, f"{months} months from its date"
    why = f"undated; {months} months from the day it was read"
    return (True if as_of > limit else None), limit, why
