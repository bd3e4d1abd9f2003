"""The area that a person means by what is typed, over every area that BLS publishes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.errors import CareerkitError, ExitStatus
from careerkit.queries.areas import areas

TYPES = ("state", "metropolitan", "nonmetropolitan")


def titles(catalog, state=None, metro=None):
    """Return the titles of the areas that are meant."""
    return [area.title for area in areas(catalog, state, metro)]


def failure(catalog, state=None, metro=None):
    """Return the failure that asking for an area ends in."""
    with pytest.raises(CareerkitError) as caught:
        areas(catalog, state, metro)
    return caught.value


def outcome(catalog, state=None, metro=None):
    """Return the areas that are meant and the failure, of which there is one."""
    try:
        return areas(catalog, state, metro), None
    except CareerkitError as error:
        return None, error


def cities(area):
    """Return the cities in the official name of a metropolitan area."""
    return re.split("-+|/", area.title.rpartition(",")[0])


def test_every_area_is_on_record(catalog):
    """The 54 states and territories, 393 metropolitan and 135 nonmetropolitan areas are there."""
    known = [area.area_type for area in catalog.areas()]
    assert [known.count(area_type) for area_type in TYPES] == [54, 393, 135]


def test_every_state_is_found_by_name_and_code(catalog):
    """A name in any case, a postal code and a FIPS code each mean that state and no other."""
    for area in catalog.areas():
        if area.area_type == "state":
            for text in (area.title, area.title.upper(), area.state, area.state.lower(), area.code):
                assert areas(catalog, text, None) == [area], text


def test_every_local_area_is_found_by_its_name_and_code(catalog):
    """The official name in any case and the code each mean that area and no other."""
    for area in catalog.areas():
        if area.area_type != "state":
            for text in (area.title, area.title.lower(), area.code, f" {area.code} "):
                assert areas(catalog, None, text) == [area], text


def test_every_city_finds_its_area_or_is_asked_about(catalog):
    """A city in a name means its area; one in several names is a question that lists its area."""
    questions = 0
    for area in catalog.areas():
        for city in cities(area) if area.area_type == "metropolitan" else ():
            meant, error = outcome(catalog, metro=city)
            if error:
                questions += 1
                assert error.status == ExitStatus.USAGE, city
                assert f"{area.code}  {area.title}" in error.details, city
            else:
                assert meant == [area], city
    assert questions < 100


def test_every_city_with_its_state_finds_its_area(catalog):
    """With a state of the area behind it, by code or name, no city leaves a question."""
    names = {area.state: area.title for area in catalog.areas() if area.area_type == "state"}
    for area in catalog.areas():
        if area.area_type == "metropolitan":
            state = area.title.rpartition(", ")[2].split("-")[0]
            for city in cities(area):
                for text in (f"{city}, {state}", f"{city} {names[state]}"):
                    assert areas(catalog, None, text) == [area], text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("D.C.", "District of Columbia"),
        ("Washington, D.C.", "District of Columbia"),
        ("Washington", "Washington"),
        ("washington state", "Washington"),
        ("N.Y.", "New York"),
        ("State of New York", "New York"),
        ("6", "California"),
        ("Puerto Rico", "Puerto Rico"),
        ("guam", "Guam"),
        ("U.S. Virgin Islands", "Virgin Islands"),
        ("west-virginia", "West Virginia"),
        ("Virginia", "Virginia"),
        ("Mass", "Massachusetts"),
        ("Penn.", "Pennsylvania"),
    ],
)
def test_a_state_is_found_as_people_write_it(catalog, text, title):
    """Dots, "state", a FIPS code without its zero and a beginning of the name do no harm."""
    assert titles(catalog, state=text) == [title]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Ohoi", ["OH  Ohio"]),
        ("W. Virginia", ["VI  Virgin Islands", "VA  Virginia", "WV  West Virginia"]),
        ("American Samoa", []),
        ("XX", []),
        ("", []),
        (" ", []),
        ("?!", []),
        ("\N{ELECTRIC LIGHT BULB}", []),
    ],
)
def test_no_state_is_told_with_the_nearest(catalog, text, listed):
    """What is no state lists those that look like it, or says what to give."""
    error = failure(catalog, state=text)
    assert error.status == ExitStatus.NOT_FOUND
    assert error.message.startswith(f"--state: there is no state or territory '{text}'; ")
    assert error.details == tuple(listed)
    assert listed or error.message.endswith("give a name or postal code, such as Ohio or OH")


def test_a_beginning_of_several_states_asks_which(catalog):
    """Two Dakotas and two Carolinas cannot be told apart."""
    error = failure(catalog, state="north")
    assert error.status == ExitStatus.USAGE
    assert error.details == ("NC  North Carolina", "ND  North Dakota")


def test_a_city_given_as_a_state_is_told_where_it_goes(catalog):
    """A city is no state, and has an option of its own."""
    error = failure(catalog, state="Columbus")
    assert (error.status, error.message, error.details) == (
        ExitStatus.USAGE,
        "--state: 'Columbus' is no state; for a city use --metro",
        (),
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Columbus OH", "Columbus, OH"),
        ("columbus ohio", "Columbus, OH"),
        ("Columbus-OH", "Columbus, OH"),
        ("18140", "Columbus, OH"),
        ("Portland, Maine", "Portland-South Portland, ME"),
        ("Vancouver", "Portland-Vancouver-Hillsboro, OR-WA"),
        ("saint paul", "Minneapolis-St. Paul-Bloomington, MN-WI"),
        ("St. Paul", "Minneapolis-St. Paul-Bloomington, MN-WI"),
        ("Minneapolis/St Paul", "Minneapolis-St. Paul-Bloomington, MN-WI"),
        ("Twin Cities", "Minneapolis-St. Paul-Bloomington, MN-WI"),
        ("Winston-Salem", "Winston-Salem, NC"),
        ("Winston Salem", "Winston-Salem, NC"),
        ("Wilkes-Barre", "Scranton--Wilkes-Barre, PA"),
        ("Kansas City", "Kansas City, MO-KS"),
        ("Kansas City, KS", "Kansas City, MO-KS"),
        ("Dallas", "Dallas-Fort Worth-Arlington, TX"),
        ("Ft. Worth", "Dallas-Fort Worth-Arlington, TX"),
        ("Dallas-Fort Worth", "Dallas-Fort Worth-Arlington, TX"),
        ("DFW", "Dallas-Fort Worth-Arlington, TX"),
        ("Mt. Vernon", "Mount Vernon-Anacortes, WA"),
        ("NYC", "New York-Newark-Jersey City, NY-NJ"),
        ("New York", "New York-Newark-Jersey City, NY-NJ"),
        ("New York City", "New York-Newark-Jersey City, NY-NJ"),
        ("L.A.", "Los Angeles-Long Beach-Anaheim, CA"),
        ("Washington", "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
        ("Washington, D.C.", "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
        ("DC", "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
        ("Chicago metro area", "Chicago-Naperville-Elgin, IL-IN"),
        ("Louisville", "Louisville/Jefferson County, KY-IN"),
        ("Vegas", "Las Vegas-Henderson-North Las Vegas, NV"),
        ("Boise", "Boise City, ID"),
        ("Honolulu", "Urban Honolulu, HI"),
        ("coeur d'alene", "Coeur d'Alene, ID"),
        ("Mayaguez", "Mayaguez, PR"),
        ("Mayag\u00fcez", "Mayaguez, PR"),
        ("Bayam\u00f3n", "San Juan-Bayamon-Caguas, PR"),
        ("Southern Ohio", "Southern Ohio nonmetropolitan area"),
        ("Upper Peninsula", "Upper Peninsula of Michigan nonmetropolitan area"),
        ("kauai", "Hawaii / Kauai nonmetropolitan area"),
        ("alaska nonmetropolitan", "Alaska nonmetropolitan area"),
        ("Kansas nonmetro", "Kansas nonmetropolitan area"),
        ("100001", "Northwest Alabama nonmetropolitan area"),
    ],
)
def test_a_local_area_is_found_as_people_write_it(catalog, text, title):
    """A city with or without its state, a nickname, accents or none: all mean the area."""
    assert titles(catalog, metro=text) == [title]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Columbus", ["Columbus, GA-AL", "Columbus, IN", "Columbus, OH"]),
        ("Portland", ["Portland-South Portland, ME", "Portland-Vancouver-Hillsboro, OR-WA"]),
        ("Salem", ["Salem, OR", "Winston-Salem, NC"]),
    ],
)
def test_a_name_of_several_areas_asks_which(catalog, text, listed):
    """A city of that name in several states is a question, with codes to answer it."""
    error = failure(catalog, metro=text)
    assert error.status == ExitStatus.USAGE
    message = f"--metro: '{text}' fits {len(listed)} areas; name one by its name or code"
    assert error.message == message
    assert [line.partition("  ")[2] for line in error.details] == listed
    for line in error.details:
        assert areas(catalog, None, line.partition("  ")[0])[0].title in line


def test_many_areas_are_counted(catalog):
    """A dozen are listed, and how many more there are."""
    error = failure(catalog, metro="san")
    *listed, more = error.details
    fits = int(error.message.split(" fits ")[1].split()[0])
    assert (len(listed), more) == (12, f"\u2026 {fits - 12} more")


@pytest.mark.parametrize(
    ("text", "state", "first"),
    [
        ("Ohio", "OH", "Akron, OH"),
        ("OH", "OH", "Akron, OH"),
        ("Kansas", "KS", "Joplin, MO-KS"),
        ("Iowa", "IA", "Ames, IA"),
        ("New Jersey", "NJ", "Allentown-Bethlehem-Easton, PA-NJ"),
        ("Indiana", "IN", "Bloomington, IN"),
        ("New York State", "NY", "Albany-Schenectady-Troy, NY"),
        ("Alaska", "AK", "Anchorage, AK"),
    ],
)
def test_a_state_given_as_an_area_is_not_taken_for_a_city(catalog, text, state, first):
    """Iowa is not Iowa City: who names a state is told the option for it, and its areas."""
    error = failure(catalog, metro=text)
    message = f"--metro: '{text}' is a state; for all of it use --state {state}; areas in it:"
    assert (error.status, error.message) == (ExitStatus.USAGE, message)
    assert error.details[0].endswith(f"  {first}")


def test_a_territory_without_areas_lists_none(catalog):
    """Guam is published as a whole."""
    error = failure(catalog, metro="Guam")
    assert error.message == "--metro: 'Guam' is a state; for all of it use --state GU"
    assert error.details == ()


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Colombus OH", "18140  Columbus, OH"),
        ("Philadephia", "37980  Philadelphia-Camden-Wilmington, PA-NJ-DE-MD"),
        ("Southeast Ohio", "3900004  Southern Ohio nonmetropolitan area"),
        ("rural Ohio", "3900003  Eastern Ohio nonmetropolitan area"),
        ("Coeur dAlene", "17660  Coeur d'Alene, ID"),
    ],
)
def test_no_area_is_told_with_the_nearest(catalog, text, listed):
    """A misspelled city lists cities; a part of a state that has no area, those that it has."""
    error = failure(catalog, metro=text)
    assert error.status == ExitStatus.NOT_FOUND
    assert error.message == f"--metro: there is no area '{text}'; the nearest:"
    assert listed in error.details


@pytest.mark.parametrize(
    "text", ["", "  ", "\u2026", "zqzq", "1", "\N{ELECTRIC LIGHT BULB}", "\x1b[31m"]
)
def test_nothing_near_is_told_how_areas_are_named(catalog, text):
    """What is like no area is told so in one line."""
    error = failure(catalog, metro=text)
    assert error.status == ExitStatus.NOT_FOUND
    hint = "BLS names areas after their largest cities"
    assert (error.message, error.details) == (f"--metro: there is no area '{text}'; {hint}", ())


def test_a_long_text_is_told_shortened(catalog):
    """A message does not repeat ten thousand letters."""
    for option in ("state", "metro"):
        message = failure(catalog, **{option: "x" * 10_000}).message
        assert f"'{'x' * 80}\u2026'" in message
        assert len(message) < 200


@pytest.mark.parametrize(
    ("state", "metro", "expected"),
    [
        ("OR", "Portland", ["Portland-Vancouver-Hillsboro, OR-WA", "Oregon"]),
        ("Maine", "Portland", ["Portland-South Portland, ME", "Maine"]),
        ("AL", "Columbus", ["Columbus, GA-AL", "Alabama"]),
        ("Kansas", "Kansas City", ["Kansas City, MO-KS", "Kansas"]),
        ("VA", "Washington", ["Washington-Arlington-Alexandria, DC-VA-MD-WV", "Virginia"]),
        ("OH", "South", ["Southern Ohio nonmetropolitan area", "Ohio"]),
    ],
)
def test_a_state_narrows_and_comes_after(catalog, state, metro, expected):
    """Both options together mean the one area of that name in the state, and the state."""
    assert titles(catalog, state, metro) == expected


def test_an_area_of_another_state_is_told_where_it_is(catalog):
    """A city that is not in the state is listed where it is."""
    error = failure(catalog, "WY", "Portland")
    assert error.status == ExitStatus.NOT_FOUND
    assert error.message == "--metro: 'Portland' is not in Wyoming, but:"
    assert [line.partition("  ")[2] for line in error.details] == [
        "Portland-South Portland, ME",
        "Portland-Vancouver-Hillsboro, OR-WA",
    ]
    near = failure(catalog, "OH", "Colombus")
    assert near.message == "--metro: there is no area 'Colombus' in Ohio; the nearest:"
    assert near.details == ("18140  Columbus, OH",)
    none = failure(catalog, "TX", "zqzq")
    assert none.message.startswith("--metro: there is no area 'zqzq' in Texas; BLS names")


def test_without_options_there_is_no_area(catalog):
    """Who asks for none gets none."""
    assert areas(catalog, None, None) == []


@given(st.text(), st.sampled_from(["state", "metro"]))
def test_no_text_breaks_it(catalog, text, option):
    """Whatever is typed, one area is found or a clear failure told."""
    meant, error = outcome(catalog, **{option: text})
    assert (meant is None) or len(meant) == 1
    assert error is None or error.status in (ExitStatus.USAGE, ExitStatus.NOT_FOUND)
    assert error is None or error.message.startswith(f"--{option}: ")
