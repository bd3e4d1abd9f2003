"""Small matters of English."""

import pytest

from careerkit.words import out_of_bounds


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (-1, "an age is at least 0, not -1"),
        (0, None),
        (120, None),
        (120.5, "an age is at most 120, not 120.5"),
    ],
)
def test_a_number_out_of_bounds_is_told(value, says):
    """The message names the thing, the bound and the number; a bound itself is within."""
    assert out_of_bounds("age", value, 0, 120) == says


def test_without_bounds_every_number_will_do():
    """No bound is no limit."""
    assert out_of_bounds("amount", -5, None, None) is None
