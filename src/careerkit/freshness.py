"""Until when a source can pass for current."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from careerkit.dates import add_months, last_day


def staleness(source: Mapping[str, Any], as_of: date) -> tuple[bool | None, date | None, str]:
    """Return whether a source is stale, the last day it can pass for current, and the rule.

    A newer source of the same figures makes it stale; else it is stale once its months are over,
    counted from its own date. Where it carries none they are counted from the day it was read, and
    until they are over nobody knows. ``source`` is a plain record.
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
