"""Names of places offered when the user presses Tab."""

import re
from datetime import date

import pytest

from careerkit import synonyms
from careerkit.catalog import Catalog
from careerkit.cli import complete
from careerkit.model.vocabulary import AWARD_LEVELS
from careerkit.queries.areas import areas
from careerkit.queries.geocode import place


@pytest.fixture
def known(monkeypatch, catalog):
    """Let completion see the areas of the real records."""
    monkeypatch.setattr(complete, "open_store", lambda _: catalog.store)
    return catalog


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("O", ["OH", "Ohio", "OK", "Oklahoma", "OR", "Oregon"]),
        ("oh", ["oh", "ohio"]),
        ("Oh", ["Oh", "Ohio"]),
        ("New-Y", ["New-York"]),
        ("zz", []),
    ],
)
def test_states_are_offered_by_code_and_name(known, typed, offered):
    """Codes and names that begin with what was typed come, in small letters after small ones."""
    assert complete.states(typed) == offered


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("Colu", ["Columbia-MO", "Columbia-SC", "Columbus-GA-AL", "Columbus-IN", "Columbus-OH"]),
        ("coeur", ["coeur-d-alene-id"]),
        ("zz", []),
    ],
)
def test_areas_are_offered_by_name(known, typed, offered):
    """Areas whose name begins with what was typed come."""
    assert complete.metros(typed) == offered


def test_everything_is_offered_for_nothing(known):
    """Before anything is typed every name is offered."""
    assert len(complete.states("")) == 2 * 54
    assert len(complete.metros("")) == 393 + 135


def test_what_is_offered_is_understood_and_needs_no_quotes(known):
    """Each name offered is one word of the shell, begins as typed, and means one place."""
    for offer, option in ((complete.states, "state"), (complete.metros, "metro")):
        for name in offer(""):
            assert re.fullmatch("[A-Za-z0-9./-]+", name)
            (area,) = areas(known, **{"state": None, "metro": None, option: name})
            assert re.sub("[^a-z]", "", name.lower()) in (
                re.sub("[^a-z]", "", area.title.lower()),
                area.state.lower(),
            )


def test_careers_are_still_offered(known):
    """Careers are offered by their ids."""
    assert isinstance(known, Catalog)
    assert complete.careers("Medical-rec") == ["medical-records-technician"]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("51.070", [f"51.070{number}" for number in range(1, 10)]),
        ("Medical-rec", ["medical-receptionist", "medical-records-technician"]),
        ("zz", []),
    ],
)
def test_studies_are_offered_by_code_or_id(known, typed, offered):
    """A digit begins a CIP code; anything else a career or a program on record."""
    assert complete.studies(typed) == offered


@pytest.mark.parametrize(
    ("offer", "typed", "offered"),
    [
        (
            complete.award_levels,
            "post",
            ["post-baccalaureate-certificate", "post-master-certificate"],
        ),
        (complete.controls, "priv", ["private-nonprofit", "private-for-profit", "private"]),
        (complete.towns, "columbus-o", ["columbus-oh"]),
        (complete.towns, "Zan", ["Zanesville-OH"]),
    ],
)
def test_filters_of_schools_are_offered(known, offer, typed, offered):
    """Levels, kinds of school and towns, as they may be typed without quotes."""
    assert offer(typed) == offered


def test_what_is_offered_for_schools_is_understood(known):
    """Each level, kind of school and town that is offered means something."""
    assert [synonyms.award_level(name) for name in complete.award_levels("")] == [*AWARD_LEVELS]
    assert all(synonyms.controls(name) for name in complete.controls(""))
    for town in complete.towns("Sa"):
        assert place(known, town, date(2026, 11, 22)).schools
