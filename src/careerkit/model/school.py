"""A school of the federal directory (IPEDS): a row of a table, and of a store."""

from typing import Annotated, Final, NamedTuple

from careerkit.model.types import Constraint, ProblemCode, When, like
from careerkit.model.vocabulary import CONTROLS

DISTANCES: Final = ("all", "some", "none")


def _degrees(what: str, most: float) -> Constraint:
    return Constraint(what=f"{what} in degrees", minimum=-most, maximum=most)


Unitid = Annotated[int, like("institution number", "[1-9][0-9]{5,7}", "201645")]
PostalCode = Annotated[str, like("postal code", "[A-Z]{2}", "OH")]
_TEXT: Final = r"\S(?:.*\S)?"
_Name = Annotated[str, like("name without blanks around it", _TEXT), ProblemCode("text")]
_County = Annotated[
    str, like("text without blanks around it", f"(?:{_TEXT})?"), ProblemCode("text")
]
_Zip = Annotated[str, like("ZIP code", "(?:[0-9]{5})?", "44114")]
_Control = Annotated[str, Constraint(what="control", values=tuple(CONTROLS))]
_Latitude = Annotated[float, _degrees("latitude", 90), ProblemCode("degrees")]
_Longitude = Annotated[float, _degrees("longitude", 180), ProblemCode("degrees")]
_Url = Annotated[str, like("web address", rf"(?i:https?)://{_TEXT}", "https://www.ed.gov")]
_Distance = Annotated[str, Constraint(what="distance", values=DISTANCES), ProblemCode("distance")]
_SchoolYear = Annotated[
    str, like("school year", r"\d{4}-\d\d", "2023-24"), ProblemCode("school-year")
]


class School(NamedTuple):
    """A school in the year of a directory; ``county`` and ``zip`` are empty where not known.

    ``unitid`` is its number with the Department of Education; ``distance_*`` says how much of the
    study below and above the bachelor's degree can be done at a distance; ``awards_year`` is the
    school year ("2023-24") of the awards on record; ``closed`` is the day, month or year in which
    it closed, if it did.
    """

    unitid: Unitid
    name: _Name
    city: _Name
    state: PostalCode
    county: _County
    zip: _Zip
    control: _Control | None
    latitude: _Latitude | None
    longitude: _Longitude | None
    url: _Url | None
    distance_undergraduate: _Distance | None
    distance_graduate: _Distance | None
    awards_year: _SchoolYear
    closed: When | None
