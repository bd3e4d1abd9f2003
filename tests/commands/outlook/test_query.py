"""Projections of several vintages, side by side."""

import dataclasses

from careerkit.commands.outlook.query import outlook
from careerkit.model.career import Career, Outlook, newest_outlook


def career(catalog, *projections):
    """Return the career of the seed page, with these projections if any are given."""
    found = catalog.one(Career, "medical-records-technician")
    return dataclasses.replace(found, outlook=projections) if projections else found


def projection(base, horizon):
    """Return a projection from one year to another."""
    return Outlook(base_year=base, horizon_year=horizon, growth_percent=1, source="seed-2016")


def test_every_vintage_is_kept_newest_first(catalog):
    """Old projections stay as history behind the current one, each with its source."""
    (row,) = outlook([career(catalog)]).careers
    assert (row.id, row.soc) == ("medical-records-technician", "29-2072")
    assert row.title == "Medical records technician"
    assert [
        (vintage.base_year, vintage.horizon_year, vintage.source) for vintage in row.outlook
    ] == [(2024, 2034, "bls-projections-2024-34"), (2014, 2024, "seed-2016")]


def test_the_current_projection_stands_first(catalog):
    """The latest base year is first, then the latest horizon, however the record has them."""
    several = career(
        catalog, projection(2024, 2026), projection(2024, 2034), projection(2022, 2032)
    )
    (row,) = outlook([several]).careers
    assert row.outlook[0] == newest_outlook(several)
    assert [vintage.horizon_year for vintage in row.outlook] == [2034, 2026, 2032]


def test_careers_come_in_the_order_asked(catalog):
    """Careers stand side by side in the order they were asked for."""
    first = dataclasses.replace(career(catalog), id="z")
    second = dataclasses.replace(career(catalog), id="a")
    assert [each.id for each in outlook([first, second]).careers] == ["z", "a"]


def test_a_career_without_projections_has_none(catalog):
    """A career of which no projection is on record is listed, empty."""
    bare = dataclasses.replace(career(catalog), outlook=())
    (row,) = outlook([bare]).careers
    assert row.outlook == ()
    assert outlook([]).careers == ()
