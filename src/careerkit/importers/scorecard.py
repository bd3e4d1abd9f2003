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
from careerkit.importers.bulk import (
    check_kept,
    family_tables,
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
_SOURCE_FIELDS: Final = {
    "title": "College Scorecard, release of June 2026 (derived set)",
    "publisher": "US Department of Education",
    "url": "https://collegescorecard.ed.gov/",
    "published": "2026-06",
    "covers": "Median earnings of graduates one and four years after completion, their median "
    "debt, the average net price of a school",
    "fresh_months": "24",
    "licence": "CC BY 4.0 (the derived set)",
    "note": "Read from a set derived from College Scorecard, not from the published files "
    "themselves. Many figures were not released.",
}


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
    tables |= family_tables(folder, "fields", figures)
    source = source_text(data, _SOURCE, as_of, _SOURCE_FIELDS)
    return write_tables(tables, source, stale_in(folder, tables))


def _prices(path: Openable) -> list[PriceRow]:
    prices: list[PriceRow] = []
    price_row = TableReader(PriceRow).row
    for row in once(whole_rows(path, (_UNITID, _PRICE)), _UNITID):
        published = row.maybe(_PRICE)
        cells = (row.text(_UNITID), published or "0")  # checked without a price too
        price = row.sound(price_row(cells), (_UNITID, _PRICE))
        if published:
            prices.append(price)
    return prices


def _figures(path: Openable, progress: Progress | None) -> list[FieldRow]:
    columns = (_CIP, _UNITID, _LEVEL, *_FIGURES)
    numbered = (row for row in whole_rows(path, columns) if row.text(_UNITID) != _NO_SCHOOL)
    reader = TableReader(FieldRow)
    with counting(once(numbered, _CIP, _UNITID, _LEVEL), progress) as rows:
        return [figure for row in rows if (figure := _figure(reader, row, columns))]


def _figure(reader: TableReader[FieldRow], row: Row, columns: Sequence[str]) -> FieldRow | None:
    """Read the figures of a program's graduates; None without a figure or a level."""
    code = row.code(_CIP, r"\d{4}", "not four digits of a CIP code")
    figures = [row.maybe(column) for column in _FIGURES]
    if row.text(_LEVEL) == _NO_LEVEL or not any(figures):
        return None
    cells = (f"{code[:2]}.{code[2:]}", row.text(_UNITID), row.text(_LEVEL), *figures)
    return row.sound(reader.row(cells), columns)
