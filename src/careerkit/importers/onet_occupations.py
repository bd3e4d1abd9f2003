"""The figures of each O*NET occupation, from rows that are checked one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from typing import Final

from careerkit.importers import onet_files as onet
from careerkit.importers.onet_files import CODE, OTHER_CODE
from careerkit.importers.tables import Row

_HIGH_POINTS: Final = tuple(
    f"{place} Interest High-Point" for place in ("First", "Second", "Third")
)
_LETTERS: Final = "RIASEC"
SURVEY: Final = (
    *("less_than_high_school", "high_school", "certificate", "some_college", "associate"),
    *("bachelor", "post_baccalaureate_certificate", "master", "post_master_certificate"),
    *("first_professional", "doctorate", "post_doctoral"),
)
"""The categories of the survey's question on education, 1 to 12."""
_ZONES: Final = range(1, 6)
_TIERS: Final = ("Primary-Short", "Primary-Long", "Supplemental")
_ALL: Final = 100


@dataclass(slots=True, kw_only=True)
class Occupation:
    """The figures of one O*NET-SOC code; what the database lacks is None or empty.

    ``survey`` holds shares in percent; ``related`` codes by their index, from 1.
    """

    zone: int | None = None
    holland: str = ""
    survey: dict[str, float] = field(default_factory=dict)
    technology: set[str] = field(default_factory=set)
    related: dict[int, str] = field(default_factory=dict)


def read_occupations(tables: Mapping[str, Sequence[Row]]) -> dict[str, Occupation]:
    """Return the occupations for which there are data, by O*NET-SOC code."""
    occupations: dict[str, Occupation] = {}
    readers = {
        onet.ZONES: _read_zone,
        onet.INTERESTS: _read_interests,
        onet.EDUCATION: _read_survey,
        onet.TECHNOLOGY: _read_technology,
        onet.RELATED: _read_related,
    }
    for name, read in readers.items():
        for code, rows in groupby(tables[name], key=lambda row: row.text(CODE)):
            read(occupations.setdefault(code, Occupation()), [*rows])
    return occupations


def _read_zone(occupation: Occupation, rows: Sequence[Row]) -> None:
    occupation.zone = _whole(rows[0], "Job Zone", _ZONES)
    if rows[1:]:
        raise rows[1].wrong(CODE, f"repeats '{rows[1].text(CODE)}'")


def _read_interests(occupation: Occupation, rows: Sequence[Row]) -> None:
    points = [row for row in rows if row.text("Scale ID") == "IH"]
    _check_whole(points or rows[-1:], "Element Name", _HIGH_POINTS)
    for row in points:
        place = _whole(row, "Data Value", range(len(_LETTERS) + 1))
        letter = _LETTERS[place - 1] if place else ""
        if letter and letter in occupation.holland:
            raise row.wrong("Data Value", f"holds '{place}', an interest told before")
        occupation.holland += letter


def _read_survey(occupation: Occupation, rows: Sequence[Row]) -> None:
    shares = [row for row in rows if row.text("Scale ID") == "RL"]
    if shares:
        _check_whole(shares, "Category", [str(number) for number in range(1, len(SURVEY) + 1)])
    for level, row in zip(SURVEY, shares, strict=False):
        share = row.number_at("Data Value")
        if share is None or not 0 <= share <= _ALL:
            raise row.wrong("Data Value", f"holds '{share}', which is no share in percent")
        if not _is_yes(row, "Recommend Suppress", ("n/a",)):
            occupation.survey[level] = int(share) if float(share).is_integer() else share


def _read_technology(occupation: Occupation, rows: Sequence[Row]) -> None:
    occupation.technology |= {row.text("Example") for row in rows if _is_yes(row, "In Demand")}


def _read_related(occupation: Occupation, rows: Sequence[Row]) -> None:
    _check_whole(rows, "Index", [str(number) for number in range(1, len(rows) + 1)])
    for index, row in enumerate(rows, 1):
        tier = row.text("Relatedness Tier")
        if tier not in _TIERS:
            raise row.wrong("Relatedness Tier", f"holds '{tier}', none of {', '.join(_TIERS)}")
        if tier != _TIERS[-1]:
            occupation.related[index] = row.text(OTHER_CODE)
    if rows[-1].text("Relatedness Tier") != _TIERS[-1]:
        raise rows[-1].wrong("Relatedness Tier", f"is not '{_TIERS[-1]}'; is the file cut short?")


def _check_whole(rows: Sequence[Row], column: str, expected: Sequence[str]) -> None:
    """Fail unless the rows of one occupation hold just what is expected, in that order."""
    for row, wanted in zip_longest(rows, expected):
        if row is None:
            raise rows[-1].wrong(column, f"is not followed by '{wanted}'; is the file cut short?")
        if row.text(column) != wanted:
            due = f"'{wanted}' should be" if wanted else "the occupation should end"
            raise row.wrong(column, f"holds '{row.text(column)}' where {due}")


def _whole(row: Row, column: str, allowed: range) -> int:
    number = row.number_at(column)
    if number is None or number not in allowed:
        limits = f"{allowed[0]} to {allowed[-1]}"
        raise row.wrong(column, f"holds '{row.cell(column)}', which is not one of {limits}")
    return int(number)


def _is_yes(row: Row, column: str, others: Sequence[str] = ()) -> bool:
    text = row.text(column)
    if text not in ("Y", "N", *others):
        raise row.wrong(column, f"holds '{text}', neither Y nor N")
    return text == "Y"
