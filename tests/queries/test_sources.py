"""Every source, with its vintage and whether it is stale on a day."""

from datetime import date, timedelta

import pytest

from careerkit.model.source import Source
from careerkit.queries.sources import row, sources, staleness

TODAY = date(2026, 11, 22)


def source(**told):
    """Return a source read on a day, with what else is told of it."""
    given = {"retrieved": "2026-11-22", **told}
    return Source(id="page", title="A page", publisher="Somebody", kind="third-party", **given)


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


def test_a_row_says_all_that_is_known_of_a_source():
    """A row carries the record of the source, and what was found of its age."""
    it = source(
        url="https://example.org",
        published="2016",
        approximate=True,
        covers="Figures",
        fresh_months=24,
        licence="public domain",
        attribution="Somebody made it",
        note="A note.",
    )
    found = row(it, TODAY)
    for name in (
        *("id", "title", "publisher", "kind", "url", "published", "approximate", "covers"),
        *("retrieved", "licence", "attribution", "note"),
    ):
        assert getattr(found, name) == getattr(it, name)
    assert (found.stale, found.fresh_until) == (True, "2018-12-31")
    assert found.why == "24 months from its date"
    assert row(source(), TODAY).fresh_until is None


def test_every_source_on_record_is_listed_by_id(catalog):
    """The list holds all sources in the order of their ids."""
    found = [each.id for each in sources(catalog, TODAY).sources]
    assert found == catalog.store.ids("source")
    assert found == sorted(found)


def test_the_seed_page_is_stale_and_the_current_figures_are_not(catalog):
    """The page the project began with is history; the figures shown as current are fresh."""
    found = {each.id: each.stale for each in sources(catalog, TODAY).sources}
    assert found["seed-2016"] is True
    assert found["bls-projections-2024-34"] is False
    assert found["bls-oews-2025"] is False


def test_staleness_is_said_of_the_day_asked(catalog):
    """What is fresh today is stale once its months are over."""
    later = {each.id: each.stale for each in sources(catalog, date(2030, 1, 1)).sources}
    assert later["bls-oews-2025"] is True
