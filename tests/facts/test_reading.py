"""One text to the value of a fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.errors import CareerkitError, ExitStatus, not_found
from careerkit.facts.reading import known, length, pair, read
from careerkit.model.client import Client, HeldCredential, Statements, Study
from careerkit.model.entries import Course, Work
from careerkit.model.shape import slots_of

SECURITY = "security_operations"


def resolve(kind, name):
    """Find only CAHIIM."""
    if name.strip().lower() != "cahiim":
        raise not_found(f"there is no {kind} '{name}'")
    return "cahiim"


def value(record, key, text, unit=""):
    """Read the text of one key of a record."""
    return read(slots_of(record)[key], text, resolve, unit)


def mistake(record, key, text, unit=""):
    """Return the message that a text ends in."""
    with pytest.raises(CareerkitError) as caught:
        value(record, key, text, unit)
    assert "\n" not in caught.value.message
    return caught.value.message


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("2y", {"years": 2}),
        ("2yrs", {"years": 2}),
        ("2 yrs", {"years": 2}),
        ("2 Years", {"years": 2}),
        ("1.5y", {"years": 1.5}),
        ("18m", {"months": 18}),
        ("24mo", {"months": 24}),
        ("24 months", {"months": 24}),
        ("1950h", {"hours": 1950}),
        ("1950 hrs", {"hours": 1950}),
        ("1y6m", {"months": 18}),
        ("1 year 6 months", {"months": 18}),
        ("0y", {"years": 0}),
    ],
)
def test_a_length_of_work_is_taken_as_people_say_it(said, told):
    """Years, months and hours may be shortened, and years and months joined."""
    assert length(said) == told


@pytest.mark.parametrize(
    "text",
    ["2", "y", "", "two years", "2y3y", "6m1y", "1y 20h", "2w", "-2y", "2y,", "9" * 400 + "y"],
)
def test_what_is_no_length_of_work_is_a_usage_error(text):
    """A number without a unit could be anything."""
    with pytest.raises(CareerkitError) as caught:
        length(text)
    assert caught.value.status is ExitStatus.USAGE
    assert "write 2y, 18m or 1950h" in caught.value.message


@given(st.integers(0, 10**6), st.sampled_from(["y", "m", "h"]))
def test_a_length_comes_back_as_the_number_it_was(number, unit):
    """No number is changed on the way."""
    (amount,) = length(f"{number}{unit}").values()
    assert amount == number


@pytest.mark.parametrize(
    ("record", "key", "text", "expected"),
    [
        (Client, "age", "24", 24),
        (Client, "age", " 24 ", 24),
        (Client, "state", "OH", "OH"),
        (Client, "state", "oh", "OH"),
        (Client, "state", "Ohio", "OH"),
        (Client, "state", "new york", "NY"),
        (Study, "country", "ca", "CA"),
        (Study, "hours", "720", 720),
        (Study, "institution_accredited", "no", False),
        (Study, "completed", "2026-05", "2026-05"),
        (Work, "field", "Medical coder", "medical_coding"),
        (Work, "field", "phlebotomy work", "phlebotomy"),
        (Work, "field", "dialysis patient care", "dialysis"),
        (Work, "domains", "blood_banking+security operations", ("blood_banking", SECURITY)),
        (Work, "domains", "none", ()),
        (Course, "grade", "b+", "B+"),
        (Course, "grade", "C-", "C-"),
        (HeldCredential, "id", "CSRT-RRT", "csrt-rrt"),
        (Statements, "legal_status", "green card", "permanent_resident"),
        (Statements, "exam_attempts", "2", 2),
        (Study, "accredited_by", "cahiim+CAHIIM", ("cahiim",)),
    ],
)
def test_a_text_is_read_by_the_shape_of_its_key(record, key, text, expected):
    """A key's shape says whether its text is a number, a date, a word, a name or a yes."""
    assert value(record, key, text) == expected


def test_a_number_may_carry_its_own_unit_only():
    """Hours may be said to be hours, not weeks."""
    assert value(Work, "hours", "80h", "hours") == 80
    assert value(Work, "hours", "80 hours", "hours") == 80
    assert mistake(Work, "hours", "80w", "hours") == "'80w' is not a number of hours"
    assert mistake(Work, "hours", "80h") == "'80h' is not a number"


@pytest.mark.parametrize(
    ("record", "key", "text", "says"),
    [
        (Client, "age", "240", "an age is at most 120, not 240"),
        (Client, "age", "-1", "'-1' is not a whole number"),
        (Client, "age", "24.5", "'24.5' is not a whole number"),
        (Client, "age", "٢٤", "'٢٤' is not a whole number"),
        (Client, "age", "9" * 400, "is not a whole number"),
        (Client, "state", "Ohoi", "did you mean 'ohio'?"),
        (Study, "country", "USA", "US or CA"),
        (Study, "completed", "May", "is not a date"),
        (Study, "institution_accredited", "maybe", "neither yes nor no"),
        (Work, "field", "none", "is not a field of work"),
        (Study, "field", "x" * 101, "is too long for a field of study"),
        (Course, "grade", "Z", "use one of A, A-, B+"),
        (Course, "grade", "B++", "is not a grade"),
    ],
)
def test_a_text_that_says_nothing_is_told_with_what_would_do(record, key, text, says):
    """A mistake is the user's to mend, in one line."""
    assert says in mistake(record, key, text)


def test_only_an_accreditor_is_explained():
    """The hint on colleges stands by accreditors alone."""
    for record, key, hints in ((Study, "accredited_by", 1), (HeldCredential, "id", 0)):
        with pytest.raises(CareerkitError) as caught:
            value(record, key, "nobody")
        assert caught.value.status is ExitStatus.NOT_FOUND
        assert len(caught.value.details) == hints


def test_keys_may_be_joined_as_one_likes():
    """A key is known with hyphens, blanks or underscores; a misspelling is told."""
    assert known(" Full-time", ["full_time"]) == "full_time"
    assert pair(" cpr current = yes ", ["cpr_current"], "x") == ("cpr_current", "yes")
    with pytest.raises(CareerkitError, match=r"there is no 'fulltim'; did you mean 'full_time'\?"):
        known("fulltim", ["full_time"])
    with pytest.raises(CareerkitError, match="'x' is not key=value, such as a=b"):
        pair("x", ["x"], "a=b")
