"""The rows of bulk tables: a field is a column, its type is what the cells may be.

An empty cell is not known, or was not released.
"""

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

_NAME: Final = r"\S(?:.*\S)?"
_AREA_TYPES: Final = tuple(word for word in AREA_TYPES if word != "national")

_OrEmpty = Annotated[str, Constraint(what="text", pattern="(?s:.*)")]
_Name = Annotated[
    str, Constraint(what="name without blanks around it", pattern=_NAME), ProblemCode("text")
]
_County = Annotated[
    str,
    Constraint(what="text without blanks around it", pattern=f"(?:{_NAME})?"),
    ProblemCode("text"),
]
_Zip = Annotated[str, Constraint(what="ZIP code", pattern="(?:[0-9]{5})?", example="44114")]
_State = Annotated[str, Constraint(what="postal code", pattern="[A-Z]{2}", example="OH")]
_Url = Annotated[
    str,
    Constraint(what="web address", pattern=rf"(?i:https?)://{_NAME}", example="https://www.ed.gov"),
]
_Soc = Annotated[Soc, ProblemCode("code")]
_AnyCip = Annotated[
    str, Constraint(what="CIP code", pattern=CIP_PATTERN, example="51, 51.07 or 51.0707")
]
_CipGroup = Annotated[
    str, Constraint(what="CIP code of four digits", pattern=r"\d\d\.\d\d", example="51.07")
]
_AreaType = Annotated[str, Constraint(what="type of area", values=_AREA_TYPES)]
_TitleKind = Annotated[str, Constraint(what="kind of title", values=TITLE_KINDS)]
_Control = Annotated[str, Constraint(what="control", values=CONTROLS)]
_Distance = Annotated[str, Constraint(what="distance", values=DISTANCES), ProblemCode("distance")]
_SchoolYear = Annotated[
    str,
    Constraint(what="school year", pattern=r"\d{4}-\d\d", example="2023-24"),
    ProblemCode("school-year"),
]
_Unitid = Annotated[
    int, Constraint(what="institution number", pattern="[1-9][0-9]{5,7}", example="201645")
]
_Awlevel = Annotated[
    int, Constraint(what="award level", values=AWLEVELS), ProblemCode("award-level")
]
_Level = Annotated[int, Constraint(what="credential level", values=(*"12345678",))]
_Latitude = Annotated[
    float,
    Constraint(what="latitude in degrees", minimum=-90, maximum=90),
    ProblemCode("degrees"),
]
_Longitude = Annotated[
    float,
    Constraint(what="longitude in degrees", minimum=-180, maximum=180),
    ProblemCode("degrees"),
]
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

    cip: Annotated[_CipGroup, ProblemCode("cip")]
    unitid: _Unitid
    level: _Level
    earnings_1yr: _Whole | None
    earnings_4yr: _Whole | None
    debt: _Whole | None
