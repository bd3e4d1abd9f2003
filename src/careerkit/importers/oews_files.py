"""The files of the Occupational Employment and Wage Statistics: of which areas and May each is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from careerkit.errors import bad_data
from careerkit.importers.tables import Openable, Row, once, sheet_names, sheet_rows, text_rows

AREA_TYPES: Final = {
    "national": ("1",),
    "state": ("2", "3"),
    "MSA": ("4",),
    "BOS": ("6",),
}
"""By the name of the published file: the numbers that BLS gives to the types of its areas."""
_NOTES: Final = "Field Descriptions"
_NAMED: Final = re.compile(rf"({'|'.join(AREA_TYPES)})_M(\d{{4}})_dl", re.ASCII)
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

    def detailed(self, columns: Sequence[str], *keys: str) -> Iterator[Row]:
        """Yield the rows of detailed occupations; fail where one repeats the ``keys`` of another.

        Raises ``CareerkitError`` where the file is not what it is named, or has no such row.
        """
        return once(self._detailed(columns), *keys)

    def _detailed(self, columns: Sequence[str]) -> Iterator[Row]:
        numbers = AREA_TYPES[self.kind]
        found = 0
        for row in self._rows(columns):
            if not str(row.cell("OCC_CODE") or "").strip():
                raise row.wrong("OCC_CODE", "is empty; is the file cut short?")
            area_type = row.cell("AREA_TYPE")
            if str(area_type).strip() not in numbers:
                raise row.wrong("AREA_TYPE", f"holds '{area_type}': not a {self.kind} file")
            if row.text("O_GROUP") == "detailed":
                found += 1
                yield row
        if not found:
            raise bad_data(f"{self.path}: has no row whose O_GROUP is 'detailed'")

    def _rows(self, columns: Sequence[str]) -> Iterator[Row]:
        if self.sheet is None:
            return text_rows(self.path, columns)
        return sheet_rows(self.path, self.sheet, columns, header=1)

    def top(self) -> Mapping[str, float]:
        """Return the highest wage that is published, a year (A) and an hour (H).

        The notes of a workbook say it; without them it is known of some years only.
        """
        if self.sheet is not None and _NOTES in sheet_names(self.path):
            for row in sheet_rows(self.path, _NOTES, [], header=0):
                for cell in row.cells.values():
                    if found := _TOP.search(str(cell)):
                        hour, year = (float(amount.replace(",", "")) for amount in found.groups())
                        return {"H": int(hour) if hour.is_integer() else hour, "A": int(year)}
        return _TOPS.get(self.year, {})


def published(paths: Sequence[Openable]) -> list[Published]:
    """Return the files with tables; raise ``CareerkitError`` for any other, or one given twice."""
    found: dict[tuple[str, int], Published] = {}
    for path in paths:
        if path.name.lower() == _BESIDE:
            continue
        one = _published(path)
        first = found.setdefault((one.kind, one.year), one)
        if first is not one:
            raise bad_data(f"{path}: {one.kind}_M{one.year}_dl is given already: {first.path}")
    if not found:
        raise bad_data(f"{', '.join(map(str, paths))}: {_expected()}")
    return [*found.values()]


def _published(path: Openable) -> Published:
    is_workbook = path.name.lower().endswith((".xlsx", ".xlsx.gz"))
    for name in sheet_names(path) if is_workbook else [path.name]:
        if named := _NAMED.match(name):
            sheet = name if is_workbook else None
            return Published(path=path, kind=named[1], year=int(named[2]), sheet=sheet)
    raise bad_data(f"{path}: {_expected()}")


def _expected() -> str:
    *names, last = (f"{kind}_M2025_dl" for kind in AREA_TYPES)
    return f"neither it nor a sheet of it is named like {', '.join(names)} or {last}"
