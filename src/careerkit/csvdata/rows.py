"""The rows of bulk tables: a field is a column, its type is what the cells may be.

An empty cell is not known, or was not released.
"""

from collections.abc import Iterable
from typing import Annotated, Final, NamedTuple

from careerkit.csvdata.cells import AtLeast, ProblemCode
from careerkit.model.types import Cip, Constraint, OccupationCode, Soc, WageUnit, When
from careerkit.model.vocabulary import AREA_TYPES

FORMER_CODE: Final = "former_code"
TITLE_KINDS: Final = ("occupation", "direct_match", "reported", "alternate", FORMER_CODE)
"""What a title is: the occupation's own, the SOC index's, what workers say, any other.

The last is no title but a code that the occupation, or a part of it, once had.
"""
CIP_PATTERN: Final = r"\d\d(\.\d\d(\d\d)?)?"
CONTROLS: Final = ("public", "private_nonprofit", "private_for_profit")
DISTANCES: Final = ("all", "some", "none")
AWLEVELS: Final = ("2", "3", "4", "5", "6", "7", "8", "17", "18", "19", "20", "21")
"""The award levels of IPEDS."""


def _like(what: str, pattern: str, example: str = "") -> Constraint:
    return Constraint(what=what, pattern=pattern, example=example)


def _of(what: str, words: Iterable[str]) -> Constraint:
    return Constraint(what=what, values=tuple(words))


def _degrees(what: str, most: float) -> Constraint:
    return Constraint(what=f"{what} in degrees", minimum=-most, maximum=most)


_NAME: Final = r"\S(?:.*\S)?"
_TEXT_CODE: Final = ProblemCode("text")
_OrEmpty = Annotated[str, _like("text", "(?s:.*)")]
_Name = Annotated[str, _like("name without blanks around it", _NAME), _TEXT_CODE]
_County = Annotated[str, _like("text without blanks around it", f"(?:{_NAME})?"), _TEXT_CODE]
_Zip = Annotated[str, _like("ZIP code", "(?:[0-9]{5})?", "44114")]
_State = Annotated[str, _like("postal code", "[A-Z]{2}", "OH")]
_Url = Annotated[str, _like("web address", rf"(?i:https?)://{_NAME}", "https://www.ed.gov")]
_Soc = Annotated[Soc, ProblemCode("code")]
_AnyCip = Annotated[str, _like("CIP code", CIP_PATTERN, "51, 51.07 or 51.0707")]
_CipGroup = Annotated[str, _like("CIP code of four digits", r"\d\d\.\d\d", "51.07")]
_AreaType = Annotated[str, _of("type of area", (word for word in AREA_TYPES if word != "national"))]
_TitleKind = Annotated[str, _of("kind of title", TITLE_KINDS)]
_Control = Annotated[str, _of("control", CONTROLS)]
_Distance = Annotated[str, _of("distance", DISTANCES), ProblemCode("distance")]
_SchoolYear = Annotated[
    str, _like("school year", r"\d{4}-\d\d", "2023-24"), ProblemCode("school-year")
]
_Unitid = Annotated[int, _like("institution number", "[1-9][0-9]{5,7}", "201645")]
_Awlevel = Annotated[int, _of("award level", AWLEVELS), ProblemCode("award-level")]
_Level = Annotated[int, _of("credential level", "12345678")]
_Latitude = Annotated[float, _degrees("latitude", 90), ProblemCode("degrees")]
_Longitude = Annotated[float, _degrees("longitude", 180), ProblemCode("degrees")]
_Whole = Annotated[int, Constraint(what="whole number", minimum=0)]
_Figure = Annotated[float, Constraint(what="figure", minimum=0)]
_Wage = _Figure | AtLeast | None


class TitleRow(NamedTuple):
    """A title of an occupation; ``code`` is a SOC or O*NET-SOC code."""

    code: OccupationCode
    title: str
    short_title: _OrEmpty
    kind: _TitleKind


class CipRow(NamedTuple):
    """A code of a program or of a group of them; ``now`` is what to use for a former one."""

    code: _AnyCip
    title: str
    now: str | None


class CrosswalkRow(NamedTuple):
    """A program (CIP, six digits) and an occupation (SOC) that it is related to."""

    cip: Cip
    soc: _Soc


class AreaRow(NamedTuple):
    """An area: its code, title, type, postal code of its (first) state, date of its figures."""

    area: str
    title: str
    area_type: _AreaType
    state: _State
    period: When


class WageRow(NamedTuple):
    """What an occupation pays in an area, a year or an hour, in US dollars.

    ``jobs_per_1000`` counts those of the area; ``location_quotient`` is that share as a ratio to
    the nation's.
    """

    area: str
    soc: _Soc
    unit: WageUnit
    employment: _Whole | None
    jobs_per_1000: _Figure | None
    location_quotient: _Figure | None
    mean: _Wage
    p10: _Wage
    p25: _Wage
    median: _Wage
    p75: _Wage
    p90: _Wage


class SchoolRow(NamedTuple):
    """An institution in the year of a directory.

    ``unitid`` is its number with the Department of Education; ``distance_*`` tells how much of the
    study below and above the bachelor's degree can be done at a distance; ``awards_year`` is the
    school year ("2023-24") of the awards beside it; ``closed`` is the day, month or year in which
    it closed, if it did.
    """

    unitid: _Unitid
    name: _Name
    city: _Name
    state: _State
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


class AwardRow(NamedTuple):
    """How many awards an institution gave in a program (six digits) at an IPEDS award level.

    None in that year, 0, says that the program is offered all the same.
    """

    cip: Cip
    unitid: _Unitid
    awlevel: _Awlevel
    awards: _Whole


class PriceRow(NamedTuple):
    """What a year at an institution costs on average after grants, in whole dollars."""

    unitid: _Unitid
    net_price: int


class FieldRow(NamedTuple):
    """What graduates of an institution earn and owe, medians in whole dollars.

    ``cip`` has four digits; ``level`` is College Scorecard's number of a credential level;
    earnings are those of one and of four years after completion.
    """

    cip: _CipGroup
    unitid: _Unitid
    level: _Level
    earnings_1yr: _Whole | None
    earnings_4yr: _Whole | None
    debt: _Whole | None
