"""The rows of bulk tables: a field is a column, and its type says which cells are valid.

An empty cell means that the value is unknown or was not released.
"""

from typing import Annotated, Final, NamedTuple

from careerkit.csvdata.cells import AtLeast
from careerkit.model.school import PostalCode, Unitid
from careerkit.model.study_levels import AWARD_CLASSES, GRADUATE_LEVELS
from careerkit.model.types import (
    Cip,
    Constraint,
    OccupationCode,
    ProblemCode,
    Soc,
    WageUnit,
    When,
    like,
)
from careerkit.model.vocabulary import AREA_TYPES

FORMER_CODE: Final = "former_code"
TITLE_KINDS: Final = ("occupation", "direct_match", "reported", "alternate", FORMER_CODE)
"""What a title is: the occupation's own, the SOC index's, what workers say, any other.

The last kind is not a title, but a code that the occupation, or a part of it, had before.
"""
CIP_PATTERN: Final = r"\d\d(\.\d\d(\d\d)?)?"

_AREA_TYPES: Final = tuple(word for word in AREA_TYPES if word != "national")
_OrEmpty = Annotated[str, like("text", "(?s:.*)")]
_Soc = Annotated[Soc, ProblemCode("code")]
_AnyCip = Annotated[str, like("CIP code", CIP_PATTERN, "51, 51.07 or 51.0707")]
_CipGroup = Annotated[str, like("CIP code of four digits", r"\d\d\.\d\d", "51.07")]
_AreaType = Annotated[str, Constraint(what="type of area", values=_AREA_TYPES)]
_TitleKind = Annotated[str, Constraint(what="kind of title", values=TITLE_KINDS)]
_AWLEVELS: Final = tuple(map(str, sorted(AWARD_CLASSES)))
_LEVELS: Final = tuple(map(str, GRADUATE_LEVELS))
_Awlevel = Annotated[
    int, Constraint(what="award level", values=_AWLEVELS), ProblemCode("award-level")
]
_Level = Annotated[int, Constraint(what="credential level", values=_LEVELS)]
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
    """A code of a program or a group of programs; ``now`` is the successor of a former code."""

    code: _AnyCip
    title: str
    now: str | None


class CrosswalkRow(NamedTuple):
    """A program (CIP, six digits) and a related occupation (SOC)."""

    cip: Cip
    soc: _Soc


class AreaRow(NamedTuple):
    """An area: code, title, type, postal code of its first state, date of its figures."""

    area: str
    title: str
    area_type: _AreaType
    state: PostalCode
    period: When


class WageRow(NamedTuple):
    """What an occupation pays in an area by ``unit`` (year or hour), in US dollars.

    ``jobs_per_1000`` is its share of the area's jobs; ``location_quotient`` is the ratio of that
    share to the nation's.
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


class AwardRow(NamedTuple):
    """How many awards an institution gave in a program (six digits) at an IPEDS award level.

    Where ``awards`` is 0, the institution offers the program all the same.
    """

    cip: Cip
    unitid: Unitid
    awlevel: _Awlevel
    awards: _Whole


class PriceRow(NamedTuple):
    """What a year at an institution costs on average after grants, in whole dollars."""

    unitid: Unitid
    net_price: int


class FieldRow(NamedTuple):
    """What graduates of an institution earn and owe, medians in whole dollars.

    ``cip`` has four digits; ``level`` is College Scorecard's number of a credential level;
    earnings are those of one and of four years after completion.
    """

    cip: _CipGroup
    unitid: Unitid
    level: _Level
    earnings_1yr: _Whole | None
    earnings_4yr: _Whole | None
    debt: _Whole | None
