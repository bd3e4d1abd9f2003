"""BLS Occupational Employment and Wage Statistics: the nation into careers, areas into tables.

The tables are those of ``csvdata.kinds``: one of areas, and one a SOC major group, so that all are
small enough to be read in a review.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from careerkit.csvdata.cells import AT_LEAST
from careerkit.csvdata.kinds import AREAS
from careerkit.csvdata.reading import TableReader, table_text
from careerkit.csvdata.rows import AreaRow, WageRow
from careerkit.csvdata.table import Mistake
from careerkit.importers.bls_wages_layout import (
    AREA,
    COUNTS,
    FIGURES,
    SOC,
    UNIT,
    Published,
    published,
)
from careerkit.importers.bulk import check_kept, stale_in
from careerkit.importers.careers import CareerFiles, source_text, with_item
from careerkit.importers.tables import Openable, Row
from careerkit.importers.titles import changed_only
from careerkit.importers.writing import write_all
from careerkit.progress import Progress, counting
from careerkit.yamldata.blocks import Plain

SUFFIXES: Final = (".xlsx", ".csv")
_OWNED: Final = ("unit", "employment", *FIGURES, "at_least")
_AREA_COLUMNS: Final = [{**AREA, "period": AREA["area"]}[name] for name in AreaRow._fields]
"""The published column of each column of the table of areas."""
_WAGE_COLUMNS: Final = {
    unit: [
        AREA["area"],
        SOC,
        UNIT,
        *COUNTS.values(),
        *(f"{mark}_{name}" for name in FIGURES.values()),
    ]
    for unit, mark in (("year", "A"), ("hour", "H"))
}
"""By unit: the published column of each column of a table of wages."""
_Cells = tuple[str, ...]


def import_files(
    paths: Sequence[Openable], data: Path, as_of: date, progress: Progress | None = None
) -> int:
    """Import published files below ``data``; return how many of its careers and tables changed.

    Careers must be on record where wages of the nation are given: import the projections first.
    Nothing is written unless every row could be read.
    """
    files = published(paths)
    into_careers = any(file.is_national for file in files)
    careers = CareerFiles.read(data) if into_careers else CareerFiles(folder=data)
    texts: dict[Path, str] = {}
    sources: dict[Path, str] = {}
    stale: list[Path] = []
    for file in files:
        folder = data / "wages" / file.source
        with counting(file.wages(), progress) as rows:
            if file.is_national:
                _put_national(careers, file, rows)
            else:
                tables = _tables(file, rows, folder)
                stale += stale_in(folder, tables)
                for path, text in tables.items():
                    texts |= changed_only(text, path)
        sources |= source_text(data, file.source, as_of, file.source_fields)
    texts |= careers.changed()
    write_all({**texts, **sources}, stale)
    return len(texts) + len(stale)


def _put_national(
    careers: CareerFiles, file: Published, rows: Iterator[tuple[Row, dict[str, Any]]]
) -> None:
    def is_older(old: Plain) -> bool:
        is_national = old.get("area_type", "national") == "national"
        return is_national and old["source"] == file.source and "describes" not in old

    for row, figures in rows:
        item = {"period": file.period, **figures, "source": file.source}
        for career in careers.by_soc.get(row.text(SOC), {}).values():
            career["wages"] = with_item(career.get("wages") or [], item, is_older, _OWNED)


def _tables(
    file: Published, rows: Iterator[tuple[Row, dict[str, Any]]], folder: Path
) -> dict[Path, str]:
    areas: dict[str, _Cells] = {}
    groups: dict[str, list[_Cells]] = {}
    area_row, wage_row = TableReader(AreaRow).row, TableReader(WageRow).row
    for row, figures in rows:
        cells = (_area(file, row, areas, area_row), *_cells(row, figures))
        row.sound(wage_row(cells), _WAGE_COLUMNS[cells[2]])
        groups.setdefault(cells[1][:2], []).append(cells)
    path = folder / AREAS
    lines = path.read_text(encoding="utf-8").splitlines()[1:] if path.is_file() else ()
    check_kept(file.path, "area", {line.partition(",")[0] for line in lines}, areas, folder)
    tables = {path: table_text(AreaRow, areas.values())}
    return tables | {
        folder / f"{group}.csv": table_text(WageRow, wages)
        for group, wages in sorted(groups.items())
    }


def _area(
    file: Published,
    row: Row,
    areas: dict[str, _Cells],
    area_row: Callable[[Sequence[str]], AreaRow | Mistake],
) -> str:
    """Add the area of a row, which all its rows must name alike; return its code."""
    code, title, state = (row.text(AREA[name]) for name in ("area", "title", "state"))
    code = code.zfill(file.areas.digits)
    area = (code, title, file.areas.area_type, state, file.period)
    before = areas.setdefault(code, area)
    if before is area:
        row.sound(area_row(area), _AREA_COLUMNS)
        if len(code) != file.areas.digits or not code.isdecimal():
            raise row.wrong(AREA["area"], f"is wrong: '{code}' has not {file.areas.digits} digits")
    elif before != area:
        at = next(at for at, cell in enumerate(area) if cell != before[at])
        raise row.wrong(_AREA_COLUMNS[at], f"holds '{area[at]}', but '{before[at]}' before")
    return code


def _cells(row: Row, figures: Mapping[str, Any]) -> Iterator[str]:
    values = {"unit": "year", **figures}
    yield row.text(SOC)
    for column in WageRow._fields[2:]:
        value = values.get(column)
        mark = AT_LEAST if column in values.get("at_least", ()) else ""
        yield "" if value is None else f"{mark}{value}"
