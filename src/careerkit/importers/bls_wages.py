"""BLS Occupational Employment and Wage Statistics, national: employment, mean and percentiles.

``*`` is a wage and ``**`` an employment that was not released; ``#`` is a wage at or above the
highest that is published. Performers have hourly wages only (``HOURLY``), teachers and others
annual ones only.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from careerkit.errors import bad_data
from careerkit.importers.careers import CareerFiles, put_source
from careerkit.importers.tables import Row, sheet_names, sheet_rows
from careerkit.progress import Progress
from careerkit.yamldata.rewrite import Same

_FIGURES: Final = {
    "mean": "MEAN",
    "p10": "PCT10",
    "p25": "PCT25",
    "median": "MEDIAN",
    "p75": "PCT75",
    "p90": "PCT90",
}
_TOP: Final = {"A": 239200, "H": 115}
"""The wage from which there is no exact figure, a year and an hour, where no notes say it."""
_OWNED: Final = ("unit", "employment", *_FIGURES, "at_least")
_NOTES: Final = "Field Descriptions"
_NOT_RELEASED: Final = ("*", "**", "~")
_ALWAYS: Final = ("AREA_TYPE", "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "HOURLY")


def import_files(
    paths: Sequence[Path], data: Path, as_of: date, progress: Progress | None = None
) -> int:
    """Import national workbooks into the careers below ``data``; return how many changed.

    A career must be on record: import the projections first. Nothing is written unless every row
    could be read.
    """
    files = CareerFiles.read(data)
    if not files.by_soc:
        raise bad_data(f"{files.folder}: holds no careers; import bls-projections first")
    sources = []
    for path in paths:
        year = _year(path)
        source = f"bls-oews-{year}"
        rows = [*_detailed(path)]
        top = _top(path)
        for done, row in enumerate(rows, 1):
            soc = row.text("OCC_CODE")
            if soc in files.by_soc:
                files.put_item(
                    soc, ("wages",), _wage(row, year, source, top), _same_as(source), _OWNED
                )
            if progress:
                progress(done, len(rows))
        sources.append((source, _source_fields(year, as_of)))
    for source, fields in sources:
        put_source(data, source, fields)
    return files.write()


def _same_as(source: str) -> Same:
    """Return what recognises a national wage of ``source``."""
    return lambda old: (
        old.get("source") == source
        and old.get("area_type", "national") == "national"
        and "describes" not in old
    )


def _top(path: Path) -> dict[str, float]:
    """Return the highest wage that a workbook publishes, a year and an hour: its notes say it."""
    if _NOTES in sheet_names(path):
        for row in sheet_rows(path, _NOTES, [], header=0):
            for cell in row.cells.values():
                if found := re.search(r"#.*\$([\d.,]+) per hour or \$([\d,]+) per year", str(cell)):
                    hour, year = (float(amount.replace(",", "")) for amount in found.groups())
                    return {"H": int(hour) if hour.is_integer() else hour, "A": int(year)}
    return dict(_TOP)


def _year(path: Path) -> int:
    """Return the year of a workbook, which stands in the name of its sheet."""
    for name in sheet_names(path):
        if found := re.fullmatch(r"national_M(\d{4})_dl", name):
            return int(found[1])
    raise bad_data(f"{path}: has no sheet named like national_M2025_dl")


def _detailed(path: Path) -> Iterator[Row]:
    columns = [*_ALWAYS, *(f"{unit}_{name}" for unit in "AH" for name in _FIGURES.values())]
    found = 0
    for row in sheet_rows(path, 0, columns, header=1):
        if row.cell("OCC_CODE") is None:
            raise row.wrong("OCC_CODE", "is empty; is the file cut short?")
        if str(row.cell("AREA_TYPE")) != "1":
            raise row.wrong("AREA_TYPE", f"holds '{row.cell('AREA_TYPE')}': not a national file")
        if row.cell("O_GROUP") == "detailed":
            found += 1
            yield row
    if not found:
        raise bad_data(f"{path}: has no row whose O_GROUP is 'detailed'")


def _wage(row: Row, year: int, source: str, top: Mapping[str, float]) -> dict[str, Any]:
    hourly = bool(row.cell("HOURLY"))
    unit = "H" if hourly else "A"
    wage: dict[str, Any] = {
        "period": f"{year}-05",
        **({"unit": "hour"} if hourly else {}),
        "employment": row.number_at("TOT_EMP", _NOT_RELEASED),
    }
    at_least = []
    for key, name in _FIGURES.items():
        column = f"{unit}_{name}"
        if row.cell(column) == "#":
            wage[key] = top[unit]
            at_least.append(key)
        else:
            wage[key] = row.number_at(column, _NOT_RELEASED)
    if at_least:
        wage["at_least"] = at_least
    wage["source"] = source
    return {key: value for key, value in wage.items() if value is not None}


def _source_fields(year: int, as_of: date) -> dict[str, str]:
    return {
        "title": f"Occupational Employment and Wage Statistics, May {year}, national",
        "publisher": "US Bureau of Labor Statistics",
        "kind": "official-data",
        "url": "https://www.bls.gov/oes/home.htm",
        "published": f"{year}-05",
        "covers": f"Employment and wages in May {year}",
        "retrieved": as_of.isoformat(),
        "fresh_months": "24",
        "licence": "Public domain (US government work)",
        "note": "The date is the reference month of the estimates.",
    }
