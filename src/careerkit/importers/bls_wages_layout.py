"""The published files of the Occupational Employment and Wage Statistics, row by row to figures.

A new layout of the survey changes this module alone: the names of files, sheets and columns, and
what their symbols mean. ``*`` is a wage and ``**`` an employment that was not released; ``#`` is a
wage at or above the highest that is published. Performers have hourly wages only (``HOURLY``),
teachers and others annual ones only.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from careerkit.errors import bad_data
from careerkit.importers.tables import Openable, Row, once, sheet_names, sheet_rows, text_rows


class Areas(NamedTuple):
    """The areas of a published file.

    ``types`` are BLS's numbers for the type of an area. ``digits`` is the length of its code, whose
    leading zeros a workbook may have lost. ``called`` is what titles call them.
    """

    types: tuple[str, ...]
    area_type: str
    digits: int
    called: str


NATION: Final = "national"
AREAS: Final = {
    NATION: Areas(("1",), "national", 2, "national"),
    "state": Areas(("2", "3"), "state", 2, "states and territories"),
    "MSA": Areas(("4",), "metropolitan", 5, "metropolitan areas"),
    "BOS": Areas(("6",), "nonmetropolitan", 7, "nonmetropolitan areas"),
}
"""By the name of the published file."""
FIGURES: Final = {
    "mean": "MEAN",
    "p10": "PCT10",
    "p25": "PCT25",
    "median": "MEDIAN",
    "p75": "PCT75",
    "p90": "PCT90",
}
"""The column of each figure, but for its first letter: A for a year, H for an hour."""
SOC: Final = "OCC_CODE"
AREA: Final = {
    "area": "AREA",
    "title": "AREA_TITLE",
    "area_type": "AREA_TYPE",
    "state": "PRIM_STATE",
}
_EMPLOYMENT: Final = {"employment": "TOT_EMP"}
COUNTS: Final = {**_EMPLOYMENT, "jobs_per_1000": "JOBS_1000", "location_quotient": "LOC_QUOTIENT"}
UNIT: Final = "HOURLY"
COLUMNS: Final = (
    *("AREA_TYPE", SOC, "OCC_TITLE", "O_GROUP", "TOT_EMP", UNIT),
    *(f"{unit}_{name}" for unit in "AH" for name in FIGURES.values()),
)
_NOT_RELEASED: Final = ("*", "**", "~")
_TOO_HIGH: Final = "#"
_YES: Final = ("TRUE", "X", "1")
_NO: Final = ("", "FALSE", "0")
_NOTES: Final = "Field Descriptions"
_NAMED: Final = re.compile(rf"({'|'.join(AREAS)})_M(\d{{4}})_dl", re.ASCII)
_TOP: Final = re.compile(r"#.*\$(\d[\d.,]*) per hour or \$(\d[\d,]*) per year")
_TOPS: Final[Mapping[int, Mapping[str, float]]] = {
    year: {"A": 239200, "H": 115} for year in (2024, 2025)
}
"""The highest wages, a year and an hour, that are known without the notes of the file."""
_BESIDE: Final = "field_descriptions.xlsx"
"""What published archives hold beside the tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A published file: the kind of its areas, the year of its May, the sheet of a workbook."""

    path: Openable
    kind: str
    year: int
    sheet: str | None

    @property
    def is_national(self) -> bool:
        """Whether it is of the whole nation, and of no other area."""
        return self.kind == NATION

    @property
    def areas(self) -> Areas:
        """What its areas are."""
        return AREAS[self.kind]

    @property
    def period(self) -> str:
        """The month that its figures are of."""
        return f"{self.year}-05"

    @property
    def source(self) -> str:
        """The id of the source."""
        return f"bls-oews-{self.year}" + ("" if self.is_national else f"-{self.areas.area_type}")

    @property
    def source_fields(self) -> dict[str, str]:
        """What a record of the source says, but for what is usual."""
        return {
            "title": "Occupational Employment and Wage Statistics, "
            f"May {self.year}, {self.areas.called}",
            "publisher": "US Bureau of Labor Statistics",
            "url": "https://www.bls.gov/oes/home.htm",
            "published": self.period,
            "covers": f"Employment and wages in May {self.year}",
            "fresh_months": "24",
            "note": "The date is the reference month of the estimates.",
        }

    def wages(self) -> Iterator[tuple[Row, dict[str, Any]]]:
        """Yield the rows of detailed occupations, each with its figures; fail where one repeats.

        Raises ``CareerkitError`` where the file is not what it is named, or has no such row.
        """
        counts = _EMPLOYMENT if self.is_national else COUNTS
        more = () if self.is_national else (*AREA.values(), *COUNTS.values())
        keys = (SOC,) if self.is_national else (AREA["area"], SOC)
        top = self._top()
        for row in once(self._detailed([*dict.fromkeys((*more, *COLUMNS))]), *keys):
            yield row, wage(row, top, counts)

    def _detailed(self, columns: Sequence[str]) -> Iterator[Row]:
        count = 0
        for row in self._rows(columns):
            if not str(row.cell(SOC) or "").strip():
                raise row.wrong(SOC, "is empty; is the file cut short?")
            area_type = row.cell("AREA_TYPE")
            if str(area_type).strip() not in self.areas.types:
                raise row.wrong("AREA_TYPE", f"holds '{area_type}': not a {self.kind} file")
            if row.text("O_GROUP") == "detailed":
                count += 1
                yield row
        if not count:
            raise bad_data(f"{self.path}: has no row whose O_GROUP is 'detailed'")

    def _rows(self, columns: Sequence[str]) -> Iterator[Row]:
        if self.sheet is None:
            return text_rows(self.path, columns)
        return sheet_rows(self.path, self.sheet, columns, header=1)

    def _top(self) -> Mapping[str, float]:
        """Read the highest wage, a year (A) and an hour (H), from the notes, or know it by year."""
        if self.sheet is not None and _NOTES in sheet_names(self.path):
            for row in sheet_rows(self.path, _NOTES, [], header=0):
                for cell in row.cells.values():
                    if top := _TOP.search(str(cell)):
                        hour, year = (float(amount.replace(",", "")) for amount in top.groups())
                        return {"H": int(hour) if hour.is_integer() else hour, "A": int(year)}
        return _TOPS.get(self.year, {})


def published(paths: Sequence[Openable]) -> list[Published]:
    """Return the files with tables; raise ``CareerkitError`` for any other, or one given twice."""
    files: dict[tuple[str, int], Published] = {}
    for path in paths:
        if path.name.lower() == _BESIDE:
            continue
        file = _published(path)
        first = files.setdefault((file.kind, file.year), file)
        if first is not file:
            raise bad_data(f"{path}: {file.kind}_M{file.year}_dl is given already: {first.path}")
    if not files:
        raise bad_data(f"{', '.join(map(str, paths))}: {_expected()}")
    return [*files.values()]


def _published(path: Openable) -> Published:
    is_workbook = path.name.lower().endswith((".xlsx", ".xlsx.gz"))
    for name in sheet_names(path) if is_workbook else [path.name]:
        if named := _NAMED.match(name):
            sheet = name if is_workbook else None
            return Published(path=path, kind=named[1], year=int(named[2]), sheet=sheet)
    raise bad_data(f"{path}: {_expected()}")


def _expected() -> str:
    *names, last = (f"{kind}_M2025_dl" for kind in AREAS)
    return f"neither it nor a sheet of it is named like {', '.join(names)} or {last}"


def is_hourly(row: Row) -> bool:
    """Tell whether a row has wages by the hour only."""
    cell = row.cell(UNIT)
    flag = "" if cell is None else str(cell).strip().upper()
    if flag not in _YES + _NO:
        raise row.wrong(UNIT, f"holds '{cell}', which is neither TRUE nor empty")
    return flag in _YES


def wage(
    row: Row, top: Mapping[str, float], counts: Mapping[str, str] = _EMPLOYMENT
) -> dict[str, Any]:
    """Return a row's figures by their names in a ``Wage``; what was not released is left out.

    ``top`` gives the wage that ``#`` stands for, by unit (A a year, H an hour), where it is known;
    ``counts`` the columns of what is counted beside the wages.
    """
    unit = "H" if is_hourly(row) else "A"
    figures: dict[str, Any] = {"unit": "hour"} if unit == "H" else {}
    figures |= {key: _figure(row, name) for key, name in counts.items()}
    if isinstance(figures["employment"], float):
        raise row.wrong("TOT_EMP", f"holds '{figures['employment']}', which is no whole number")
    at_least = []
    for key, name in FIGURES.items():
        column = f"{unit}_{name}"
        if str(row.cell(column)).strip() == _TOO_HIGH:
            if unit not in top:
                raise row.wrong(column, "holds '#', and no sheet of notes says from which wage on")
            figures[key] = top[unit]
            at_least.append(key)
        else:
            figures[key] = _figure(row, column)
    if at_least:
        figures["at_least"] = at_least
    return {key: value for key, value in figures.items() if value is not None}


def _figure(row: Row, column: str) -> float | int | None:
    number = row.number_at(column, _NOT_RELEASED)
    if number is not None and number < 0:
        raise row.wrong(column, f"holds '{number}', and nothing is counted or paid below 0")
    return number
