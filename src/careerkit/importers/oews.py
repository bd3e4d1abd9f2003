"""One row of the Occupational Employment and Wage Statistics, whatever the area, to figures.

``*`` is a wage and ``**`` an employment that was not released; ``#`` is a wage at or above the
highest that is published. Performers have hourly wages only (``HOURLY``), teachers and others
annual ones only.
"""

from collections.abc import Mapping
from typing import Any, Final

from careerkit.importers.tables import Row

FIGURES: Final = {
    "mean": "MEAN",
    "p10": "PCT10",
    "p25": "PCT25",
    "median": "MEDIAN",
    "p75": "PCT75",
    "p90": "PCT90",
}
EMPLOYMENT: Final[Mapping[str, str]] = {"employment": "TOT_EMP"}
CONCENTRATION: Final[Mapping[str, str]] = {
    "jobs_per_1000": "JOBS_1000",
    "location_quotient": "LOC_QUOTIENT",
}
COLUMNS: Final = (
    *("AREA_TYPE", "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "HOURLY"),
    *(f"{unit}_{name}" for unit in "AH" for name in FIGURES.values()),
)
_NOT_RELEASED: Final = ("*", "**", "~")
_YES: Final = ("TRUE", "X", "1")
_NO: Final = ("", "FALSE", "0")


def is_hourly(row: Row) -> bool:
    """Tell whether a row has wages by the hour only."""
    told = row.cell("HOURLY")
    flag = "" if told is None else str(told).strip().upper()
    if flag not in _YES + _NO:
        raise row.wrong("HOURLY", f"holds '{told}', which is neither TRUE nor empty")
    return flag in _YES


def wage(
    row: Row, top: Mapping[str, float], counts: Mapping[str, str] = EMPLOYMENT
) -> dict[str, Any]:
    """Return a row's figures by their names in a ``Wage``; what was not released is left out.

    ``top`` gives the wage that ``#`` stands for, by unit (A a year, H an hour), where it is known;
    ``counts`` the columns of what is told beside the wages.
    """
    unit = "H" if is_hourly(row) else "A"
    told: dict[str, Any] = {"unit": "hour"} if unit == "H" else {}
    told |= {key: _figure(row, name) for key, name in counts.items()}
    if isinstance(told["employment"], float):
        raise row.wrong("TOT_EMP", f"holds '{told['employment']}', which is no whole number")
    at_least = []
    for key, name in FIGURES.items():
        column = f"{unit}_{name}"
        if str(row.cell(column)).strip() == "#":
            if unit not in top:
                raise row.wrong(column, "holds '#', and no sheet of notes says from which wage on")
            told[key] = top[unit]
            at_least.append(key)
        else:
            told[key] = _figure(row, column)
    if at_least:
        told["at_least"] = at_least
    return {key: value for key, value in told.items() if value is not None}


def _figure(row: Row, column: str) -> float | int | None:
    number = row.number_at(column, _NOT_RELEASED)
    if number is not None and number < 0:
        raise row.wrong(column, f"holds '{number}', and nothing is counted or paid below 0")
    return number


def source_fields(year: int, areas: str) -> dict[str, str]:
    """Return what a record of the source says, but for the day it was read."""
    return {
        "title": f"Occupational Employment and Wage Statistics, May {year}, {areas}",
        "publisher": "US Bureau of Labor Statistics",
        "kind": "official-data",
        "url": "https://www.bls.gov/oes/home.htm",
        "published": f"{year}-05",
        "covers": f"Employment and wages in May {year}",
        "fresh_months": "24",
        "licence": "Public domain (US government work)",
        "note": "The date is the reference month of the estimates.",
    }
