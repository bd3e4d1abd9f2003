"""Until when a source can pass for current."""

from datetime import date, timedelta

import pytest

from careerkit.freshness import staleness

TODAY = date(2026, 11, 22)
NOTHING = dict.fromkeys(("published", "fresh_months", "superseded_by"))


def source(**told):
    """Return the plain record of a source read on a day, with what else is told of it."""
    return {**NOTHING, "retrieved": "2026-11-22", **told}


def test_a_superseded_source_is_stale_whatever_its_age():
    """A newer source of the same figures makes a source stale at once."""
    old = source(published="2026-11-01", fresh_months=24, superseded_by="newer")
    assert staleness(old, TODAY) == (True, None, "superseded by newer")


def test_without_a_limit_nothing_is_said():
    """A source with no limit is neither fresh nor stale."""
    assert staleness(source(published="1999"), TODAY) == (None, None, "no limit is set")


@pytest.mark.parametrize(
    ("published", "months", "limit"),
    [
        ("2025-08-28", 24, date(2027, 8, 28)),
        ("2025-05", 24, date(2027, 5, 31)),
        ("2016", 24, date(2018, 12, 31)),
        ("2024-02-29", 12, date(2025, 2, 28)),
        ("2026-10-31", 1, date(2026, 11, 30)),
        ("2020", 120, date(2030, 12, 31)),
    ],
)
def test_months_run_from_the_last_day_its_date_can_mean(published, months, limit):
    """A source is fresh through its last day and stale from the next."""
    it = source(published=published, fresh_months=months)
    why = f"{months} months from its date"
    assert staleness(it, limit) == (False, limit, why)
    assert staleness(it, limit + timedelta(1)) == (True, limit, why)


def test_an_undated_source_is_stale_or_nobody_knows():
    """A page without a date is counted from when it was read, and never called fresh."""
    it = source(retrieved="2024-11-21", fresh_months=24)
    limit = date(2026, 11, 21)
    (before, *told), (after, *same) = staleness(it, limit), staleness(it, TODAY)
    assert (before, after) == (None, True)
    assert told == same == [limit, "undated; 24 months from the day it was read"]
