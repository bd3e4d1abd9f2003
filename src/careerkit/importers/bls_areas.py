"""BLS Occupational Employment and Wage Statistics of states, metropolitan and other areas.

What the files hold of detailed occupations becomes tables: one of areas, and one of wages for a SOC
major group, which keeps each small enough to be read in a review.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from careerkit.csvdata.cells import AT_LEAST
from careerkit.csvdata.kinds import AREAS
from careerkit.csvdata.reading import TableReader, table_text
from careerkit.csvdata.rows import AreaRow, WageRow
from careerkit.csvdata.table import Mistake
from careerkit.importers import oews
from careerkit.importers.oews_files import Published
from careerkit.importers.tables import Row
from careerkit.progress import Progress, counting

_TYPES: Final = {"state": "state", "MSA": "metropolitan", "BOS": "nonmetropolitan"}
_DIGITS: Final = {"state": 2, "MSA": 5, "BOS": 7}
"""How many digits the code of an area has; a workbook may have lost the zeros it begins with."""
_CALLED: Final = {
    "state": "states and territories",
    "MSA": "metropolitan areas",
    "BOS": "nonmetropolitan areas",
}
_AREA: Final = ("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "AREA")
_COUNTS: Final = {**oews.EMPLOYMENT, **oews.CONCENTRATION}
_COLUMNS: Final = (*dict.fromkeys(_AREA), *oews.COLUMNS, *_COUNTS.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaWages:
    """What one published file says: its areas by code, and rows of wages by group, as cells."""

    kind: str
    year: int
    areas: dict[str, tuple[str, ...]] = field(default_factory=dict)
    wages: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """The id of the source."""
        return f"bls-oews-{self.year}-{_TYPES[self.kind]}"

    @property
    def source_fields(self) -> Mapping[str, str]:
        """What a record of the source says, but for the day it was read."""
        return oews.source_fields(self.year, _CALLED[self.kind])

    def texts(self, data: Path) -> dict[Path, str]:
        """Return the tables to be written below a data folder, by path."""
        folder = data / "wages" / self.source
        areas = table_text(AreaRow, self.areas.values())
        groups = {
            folder / f"{group}.csv": table_text(WageRow, rows)
            for group, rows in sorted(self.wages.items())
        }
        return {folder / AREAS: areas, **groups}


def read(file: Published, progress: Progress | None = None) -> AreaWages:
    """Read a file of areas, a workbook or CSV; nothing is returned unless every row is sound."""
    found = AreaWages(kind=file.kind, year=file.year)
    top = file.top()
    area_row, wage_row = TableReader(AreaRow).row, TableReader(WageRow).row
    with counting(file.detailed(_COLUMNS, "AREA", "OCC_CODE"), progress) as rows:
        for row in rows:
            area = _put_area(found, row, area_row)
            cells = (area, *_cells(row, top))
            wrong = wage_row(cells)
            if isinstance(wrong, Mistake):
                raise row.wrong(_column(wrong.at, cells[2]), f"is wrong: {wrong.message}")
            found.wages.setdefault(cells[1][:2], []).append(cells)
    return found


def _put_area(
    found: AreaWages, row: Row, area_row: Callable[[Sequence[str]], AreaRow | Mistake]
) -> str:
    """Note the area of a row; return its code."""
    code, title, state = (row.text(column) for column in ("AREA", "AREA_TITLE", "PRIM_STATE"))
    code = code.zfill(_DIGITS[found.kind])
    area = (code, title, _TYPES[found.kind], state, f"{found.year}-05")
    before = found.areas.setdefault(code, area)
    if before is area:
        wrong = area_row(area)
        if isinstance(wrong, Mistake):
            raise row.wrong(_AREA[wrong.at], f"is wrong: {wrong.message}")
        if len(code) != _DIGITS[found.kind] or not code.isdecimal():
            raise row.wrong("AREA", f"is wrong: '{code}' has not {_DIGITS[found.kind]} digits")
    elif before != area:
        at = next(at for at, cell in enumerate(area) if cell != before[at])
        raise row.wrong(_AREA[at], f"holds '{area[at]}', but '{before[at]}' before")
    return code


def _cells(row: Row, top: Mapping[str, float]) -> Iterator[str]:
    """Yield the cells of a ``WageRow`` behind the area."""
    told: dict[str, Any] = {"unit": "year", **oews.wage(row, top, _COUNTS)}
    at_least = told.get("at_least", ())
    yield row.text("OCC_CODE")
    for column in WageRow._fields[2:]:
        value = told.get(column)
        mark = AT_LEAST if column in at_least else ""
        yield "" if value is None else f"{mark}{value}"


def _column(at: int, unit: str) -> str:
    """Return the published column that the cell ``at`` of a ``WageRow`` comes from."""
    name = WageRow._fields[at]
    if name in oews.FIGURES:
        return f"{'H' if unit == 'hour' else 'A'}_{oews.FIGURES[name]}"
    return {"area": "AREA", "soc": "OCC_CODE", "unit": "HOURLY", **_COUNTS}[name]
