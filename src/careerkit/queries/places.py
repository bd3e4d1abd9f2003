"""How far schools are from a place, and whether they are still there."""

from datetime import date
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from careerkit.dates import first_day
from careerkit.model.school import School

_RADIUS = 3958.8
"""Of the earth, in miles."""


class Place(NamedTuple):
    """A place in degrees: the middle of so many schools."""

    name: str
    latitude: float
    longitude: float
    schools: int


def miles(there: Place, latitude: float, longitude: float) -> float:
    """Return how many miles a point in degrees is from a place, over the earth's surface."""
    one, other = radians(there.latitude), radians(latitude)
    across = sin((one - other) / 2) ** 2
    along = sin(radians(there.longitude - longitude) / 2) ** 2
    return 2 * _RADIUS * asin(min(1.0, sqrt(across + cos(one) * cos(other) * along)))


def is_closed(school: School, as_of: date) -> bool:
    """Tell whether a school has closed by a day; a month or year counts from its first day."""
    return school.closed is not None and first_day(school.closed) <= as_of
