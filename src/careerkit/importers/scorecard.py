"""College Scorecard, as a derived set: what graduates earn and owe, and what a school costs."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from careerkit.csvdata.folders import read_source
from careerkit.csvdata.kinds import SCHOOLS
from careerkit.csvdata.reading import TableReader, table_text
from careerkit.csvdata.rows import FieldRow, PriceRow
from careerkit.csvdata.table import Mistake
from careerkit.importers.bulk import (
    check_kept,
    named,
    stale_in,
    whole_rows,
    write_tables,
)
from careerkit.importers.careers import source_text
from careerkit.importers.tables import Openable, Row, once
from careerkit.progress import Progress, counting

SUFFIXES: Final = (".csv",)
_SOURCE: Final = "scorecard-2026"
_PROGRAMS, _SCHOOLS = "field_of_study.csv", "institutions.csv"
_NAMES: Final = {name: re.compile(rf"{re.escape(name)}(\.gz)?") for name in (_PROGRAMS, _SCHOOLS)}
_UNITID, _CIP, _LEVEL, _PRICE = "unitid", "cip_code", "credential_level", "net_price_avg"
_FIGURES: Final = ("earnings_median_1yr", "earnings_median_4yr", "debt_median")
_NO_SCHOOL: Final = "NA"
"""What stands for a school that the Department of Education has no number for."""
_NO_LEVEL: Final = "99"
"""The level of courses that end in no credential."""


def import_files(
    paths: Sequence[Openable], data: Path, as_of: date, progress: Progress | None = None
) -> int:
    """Import figures of graduates by program, and the average net price of schools.

    Return how many tables below ``data`` changed. Nothing is written unless every row could be
    read.
    """
    files = {name: path for name, (path, _) in named(paths, _NAMES).items()}
    prices = _prices(files[_SCHOOLS])
    figures = _figures(files[_PROGRAMS], progress)
    folder = data / "schools" / _SOURCE
    if folder.is_dir():
        known, _ = read_source(folder, "schools", "")
        for file, old, new in (
            (files[_SCHOOLS], known.of(PriceRow), prices),
            (files[_PROGRAMS], known.of(FieldRow), figures),
        ):
            check_kept(
                file, "school", {row.unitid for row in old}, {row.unitid for row in new}, folder
            )
    tables = {folder / SCHOOLS: table_text(PriceRow, prices)}
    families: dict[str, list[FieldRow]] = {}
    for row in figures:
        families.setdefault(row.cip[:2], []).append(row)
    for family, rows in families.items():
        tables[folder / f"fields-{family}.csv"] = table_text(FieldRow, rows)
    source = source_text(data, _SOURCE, _source_fields(as_of))
    return write_tables(tables, source, stale_in(folder, tables))


def _prices(path: Openable) -> list[PriceRow]:
    found: list[PriceRow] = []
    price_row = TableReader(PriceRow).row
    for row in once(whole_rows(path, (_UNITID, _PRICE)), _UNITID):
        told = _maybe(row, _PRICE)
        price = price_row(
            (row.text(_UNITID), told or "0")
        )  # a school without a price is checked too
        if isinstance(price, Mistake):
            raise row.wrong((_UNITID, _PRICE)[price.at], f"is wrong: {price.message}")
        if told:
            found.append(price)
    return found


def _figures(path: Openable, progress: Progress | None) -> list[FieldRow]:
    columns = (_CIP, _UNITID, _LEVEL, *_FIGURES)
    numbered = (row for row in whole_rows(path, columns) if row.text(_UNITID) != _NO_SCHOOL)
    reader = TableReader(FieldRow)
    with counting(once(numbered, _CIP, _UNITID, _LEVEL), progress) as rows:
        return [told for row in rows if (told := _figure(reader, row, columns))]


def _figure(reader: TableReader[FieldRow], row: Row, columns: Sequence[str]) -> FieldRow | None:
    """Return what a row tells of graduates; None where it has no figure, or no level."""
    code = row.text(_CIP)
    if not re.fullmatch(r"\d{4}", code, re.ASCII):
        raise row.wrong(_CIP, f"holds '{code}', which is not four digits of a CIP code")
    figures = [_maybe(row, column) for column in _FIGURES]
    if row.text(_LEVEL) == _NO_LEVEL or not any(figures):
        return None
    told = reader.row((f"{code[:2]}.{code[2:]}", row.text(_UNITID), row.text(_LEVEL), *figures))
    if isinstance(told, Mistake):
        raise row.wrong(columns[told.at], f"is wrong: {told.message}")
    return told


def _maybe(row: Row, column: str) -> str:
    return str(row.cell(column) or "").strip()


def _source_fields(as_of: date) -> dict[str, str]:
    return {
        "title": "College Scorecard, release of June 2026 (derived set)",
        "publisher": "US Department of Education",
        "kind": "official-data",
        "url": "https://collegescorecard.ed.gov/",
        "published": "2026-06",
        "covers": "Median earnings of graduates one and four years after completion, their median "
        "debt, the average net price of a school",
        "retrieved": as_of.isoformat(),
        "fresh_months": "24",
        "licence": "CC BY 4.0 (the derived set)",
        "note": "Read from a set derived from College Scorecard, not from the published files "
        "themselves. Many figures were not released.",
    }
