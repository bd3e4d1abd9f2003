"""How far schools are from a place, and whether they are still there."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.queries.places import Place, is_closed, miles


@pytest.mark.parametrize(
    ("closed", "day", "is_out"),
    [
        (None, date(2026, 1, 1), False),
        ("2024-05-31", date(2024, 5, 30), False),
        ("2024-05-31", date(2024, 5, 31), True),
        ("2024-05", date(2024, 5, 1), True),
        ("2024", date(2024, 1, 1), True),
        ("2024", date(2023, 12, 31), False),
    ],
)
def test_a_school_has_closed_from_the_first_day_that_may_be_meant(campus, closed, day, is_out):
    """A month or year counts from its beginning: nobody is sent to a school that may be closed."""
    school = campus.schools([100001])[100001]._replace(closed=closed)
    assert is_closed(school, day) == is_out


def test_miles_are_great_circle_miles():
    """Known distances come out within half a percent."""
    columbus = Place("Columbus, OH", 39.9612, -82.9988, 1)
    assert miles(columbus, 41.4993, -81.6944) == pytest.approx(126.3, rel=0.01)
    assert miles(columbus, 34.0522, -118.2437) == pytest.approx(1978, rel=0.01)
    assert miles(Place("Guam", 13.44, 144.79, 1), 21.31, -157.86) == pytest.approx(3800, rel=0.01)


POINTS = st.tuples(st.floats(-89, 89), st.floats(-180, 180))


@given(one=POINTS, other=POINTS)
def test_miles_are_the_same_both_ways(one, other):
    """A distance is symmetric, 0 to itself, and at most half the way around."""
    there = miles(Place("one", *one, 1), *other)
    assert there == pytest.approx(miles(Place("other", *other, 1), *one), abs=1e-6)
    assert 0 <= there <= 12_450
    assert miles(Place("one", *one, 1), *one) == pytest.approx(0, abs=1e-3)
