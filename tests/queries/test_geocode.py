"""Where people mean: states, towns, counties, ZIP codes."""

from datetime import date

import pytest

from careerkit.catalog import Catalog
from careerkit.errors import CareerkitError, ExitStatus
from careerkit.queries.geocode import place, state

DAY = date(2026, 11, 22)
NO_TOWN = "--near: no school on record is in"
IS_STATE = "--near: '{}' is a state; for all of it use --state"
NO_ZIP = "--near: no school on record has the ZIP code"
CENTER = ("Columbus, OH", 39.95, -83.0, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((name, CENTER) for name in ("Columbus, OH", "columbus ohio", "Columbus-OH")),
        ("Columbus, OH 43215-1234", CENTER),
        ("Franklin County, OH", ("Franklin County, OH", 39.95, -83.0, 2)),
        ("Franklin County", ("Franklin County, OH", 39.95, -83.0, 2)),
        (" 43215 ", ("ZIP code 43215 (Columbus, OH)", 39.95, -83.0, 2)),
        ("45402-0001", ("ZIP code 45402 (Dayton, OH)", 39.76, -84.19, 1)),
        ("Columbus Georgia", ("Columbus, GA", 32.46, -84.98, 1)),
        ("Dayton", ("Dayton, OH", 39.76, -84.19, 1)),
        *((name, ("New York, NY", 40.75, -73.99, 1)) for name in ("NYC", "New York", "nyc, ny")),
        ("New York New York", ("New York, NY", 40.75, -73.99, 1)),
        ("New York County", ("New York County, NY", 40.75, -73.99, 1)),
    ],
)
def test_a_place_is_the_middle_of_its_open_schools(campus, text, expected):
    """Towns, counties and codes are told in many ways; a school that has closed is not there."""
    assert place(campus, text, DAY) == expected


def test_a_school_counts_until_it_closes(campus):
    """Before it closed, the third school of the town was one of its schools."""
    middle = place(campus, "Columbus, OH", date(2024, 5, 30))
    assert (middle.latitude, middle.schools) == (41.6333, 3)


@pytest.mark.parametrize(
    ("text", "status", "message", "details"),
    [
        (
            "Columbus",
            ExitStatus.USAGE,
            "--near: 'Columbus' is in 2 states; name one",
            ("Columbus, GA  (1 school)", "Columbus, OH  (2 schools)"),
        ),
        (
            "Columbsu, OH",
            ExitStatus.NOT_FOUND,
            f"{NO_TOWN} 'Columbsu, OH'; name a bigger town nearby, such as:",
            ("Columbus, OH",),
        ),
        (
            "Dayton, GA",
            ExitStatus.NOT_FOUND,
            f"{NO_TOWN} 'Dayton, GA'; name a bigger town nearby, such as:",
            ("Dayton, OH",),
        ),
        *(
            (text, ExitStatus.NOT_FOUND, f"{NO_TOWN} '{text}'; name a bigger town nearby", ())
            for text in ("Xyzzy", "", ",", "St. Paul, MN", "DC")
        ),
        *(
            (text, ExitStatus.USAGE, f"{IS_STATE.format(text)} {code}", ())
            for text, code in (("Ohio", "OH"), ("wv", "WV"), ("West Virginia", "WV"))
        ),
        (
            "43299",
            ExitStatus.NOT_FOUND,
            f"{NO_ZIP} 43299; name a town, or one of these codes:",
            ("43215  Columbus, OH",),
        ),
        ("00000", ExitStatus.NOT_FOUND, f"{NO_ZIP} 00000; name a town nearby", ()),
    ],
)
def test_a_place_without_schools_is_told_with_the_nearest_names(
    campus, text, status, message, details
):
    """Several states are listed; a town without a school comes with what is spelled like it."""
    with pytest.raises(CareerkitError) as caught:
        place(campus, text, DAY)
    assert (caught.value.status, caught.value.message) == (status, message)
    assert caught.value.details == details


def test_long_lists_are_cut_short(campus, monkeypatch):
    """At most a dozen places are listed, and how many more there are."""
    (known,) = [school for school in campus.schools_of("GA") if school.city == "Columbus"]
    many = [known._replace(state=f"{a}{b}") for a in "ABCD" for b in "WXYZ"]

    monkeypatch.setattr(Catalog, "schools_of", lambda *_: many)
    with pytest.raises(CareerkitError) as caught:
        place(campus, "Columbus", DAY)
    assert len(caught.value.details) == 13
    assert caught.value.details[-1] == "… 4 more"


@pytest.mark.parametrize(
    ("text", "code", "title"),
    [
        ("OH", "OH", "Ohio"),
        ("ohio", "OH", "Ohio"),
        ("N. Mariana", None, None),
        ("Northern Mariana Islands", "MP", "Northern Mariana Islands"),
        ("american samoa", "AS", "American Samoa"),
        ("PW", "PW", "Palau"),
        ("fm", "FM", "Federated States of Micronesia"),
        ("Puerto Rico", "PR", "Puerto Rico"),
    ],
)
def test_every_state_with_schools_is_known(campus, text, code, title):
    """States, territories and the freely associated states go by name or postal code."""
    if code is None:
        with pytest.raises(CareerkitError) as caught:
            state(campus, text)
        assert caught.value.status == ExitStatus.NOT_FOUND
    else:
        area = state(campus, text)
        assert (area.state, area.title) == (code, title)


def test_a_city_is_no_state(catalog):
    """Whoever gives a city for a state is told of --near."""
    with pytest.raises(CareerkitError) as caught:
        state(catalog, "Columbus")
    assert caught.value.message == "--state: 'Columbus' is no state; for a city use --near"
