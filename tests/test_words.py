"""Small matters of English."""

import pytest

from careerkit.words import counted, figure, out_of_bounds


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
    assert out_of_bounds("age", value, None, None) is None


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (0, "0 hours"),
        (1, "1 hour"),
        (1.0, "1 hour"),
        (1.5, "1.5 hours"),
        (100, "100 hours"),
        (2080, "2,080 hours"),
        (1234.567, "1,234.57 hours"),
    ],
)
def test_a_number_has_its_noun(number, says):
    """One is in the singular, whole numbers have no decimals, and none lose their zeros."""
    assert counted(number, "hour") == says
    assert figure(number) == says.split()[0]
