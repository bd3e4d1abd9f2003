"""Every source, with its vintage and whether it is stale on a day."""

from datetime import date

from careerkit.commands.sources.query import row, sources
from careerkit.model.source import Source

TODAY = date(2026, 11, 22)


def source(**told):
    """Return a source read on a day, with what else is told of it."""
    given = {"retrieved": "2026-11-22", **told}
    return Source(id="page", title="A page", publisher="Somebody", kind="third-party", **given)


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
    found = [source.id for source in sources(catalog, TODAY).sources]
    assert found == catalog.store.ids("source")
    assert found == sorted(found)


def test_the_seed_page_is_stale_and_the_current_figures_are_not(catalog):
    """The page the project began with is history; current figures are fresh until their day."""
    found = {source.id: source.stale for source in sources(catalog, TODAY).sources}
    assert found["seed-2016"] is True
    assert found["bls-projections-2024-34"] is False
    assert found["bls-oews-2025"] is False
    later = {source.id: source.stale for source in sources(catalog, date(2030, 1, 1)).sources}
    assert later["bls-oews-2025"] is True
