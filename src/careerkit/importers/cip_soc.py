"""The crosswalk of programs (CIP) to the occupations (SOC) they are related to."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from careerkit.csvdata.reading import read_table, table_text
from careerkit.csvdata.rows import CrosswalkRow
from careerkit.errors import bad_data
from careerkit.importers.bulk import check_kept, whole_rows, write_tables
from careerkit.importers.careers import source_text
from careerkit.importers.tables import Openable, Row, once, sheet_rows
from careerkit.progress import Progress, counting

SUFFIXES: Final = (".csv", ".xlsx")
_NAMED: Final = re.compile(r"CIP(\d{4})_SOC(\d{4})_Crosswalk\.(csv|xlsx)(\.gz)?", re.ASCII)
_SHEET: Final = "CIP-SOC"
_SOC_YEAR: Final = "2018"
_NO_PROGRAM, _NO_OCCUPATION = "99.9999", "99-9999"
"""What stands for "no match" beside a program or an occupation that has none."""
_CIP: Final = r"\d\d\.\d{4}"
_SOC: Final = r"\d\d-\d{4}"


def import_files(
    paths: Sequence[Openable], data: Path, as_of: date, progress: Progress | None = None
) -> int:
    """Import the pairs below ``data``, from the workbook, the CSV file or both.

    Return how many tables changed. Nothing is written unless every row could be read, and two
    files say the same.
    """
    files = _published(paths)
    (first, year), *others = files
    pairs = _pairs(first, year, progress)
    for path, _ in others:
        if _pairs(path, year, progress) != pairs:
            raise bad_data(f"{path}: does not have the same pairs as {first}; give one of them")
    source = f"cip-soc-{year}"
    place = data / "crosswalks" / f"{source}.csv"
    if place.is_file():
        known, _ = read_table(place, CrosswalkRow)
        check_kept(first, "pair", known, pairs, place)
    source_record = source_text(data, source, as_of, _source_fields(year))
    return write_tables({place: table_text(CrosswalkRow, pairs)}, source_record)


def _published(paths: Sequence[Openable]) -> list[tuple[Openable, str]]:
    files: list[tuple[Openable, str]] = []
    for path in paths:
        if name := _NAMED.fullmatch(path.name):
            if name[2] != _SOC_YEAR:
                raise bad_data(f"{path}: is of SOC {name[2]}, and careers are of SOC {_SOC_YEAR}")
            files.append((path, name[1]))
    if not files:
        listed = ", ".join(map(str, paths))
        raise bad_data(f"no file is named like CIP2020_SOC2018_Crosswalk.csv in {listed}")
    first, edition = files[0]
    for path, year in files:
        if year != edition:
            raise bad_data(f"{path}: is of CIP {year}, but {first} of CIP {edition}")
    return files


def _pairs(path: Openable, year: str, progress: Progress | None) -> set[CrosswalkRow]:
    columns = f"CIP{year}Code", f"SOC{_SOC_YEAR}Code"
    pairs: set[CrosswalkRow] = set()
    ends = False
    with counting(once(_rows(path, columns), *columns), progress) as rows:
        for row in rows:
            cip = row.code(columns[0], _CIP, "no CIP code")
            pair = CrosswalkRow(cip, row.code(columns[1], _SOC, "no SOC code"))
            ends = ends or pair.cip == _NO_PROGRAM
            if pair.cip != _NO_PROGRAM and pair.soc != _NO_OCCUPATION:
                pairs.add(pair)
    if not ends:
        raise bad_data(f"{path}: does not go on to '{_NO_PROGRAM}'; is it cut short?")
    return pairs


def _rows(path: Openable, columns: Sequence[str]) -> Iterator[Row]:
    if path.name.lower().endswith((".xlsx", ".xlsx.gz")):
        return sheet_rows(path, _SHEET, columns, header=1)
    return whole_rows(path, columns)


def _source_fields(year: str) -> dict[str, str]:
    return {
        "title": f"CIP {year} to SOC {_SOC_YEAR} Crosswalk",
        "publisher": "National Center for Education Statistics and US Bureau of Labor Statistics",
        "published": year,
        "approximate": "true",
        "covers": f"Pairs of programs (CIP {year}) and occupations (SOC {_SOC_YEAR})",
        "fresh_months": "120",
        "note": "The date is that of the CIP edition. A pair says that a program is related to an "
        "occupation, not that it is enough to enter it.",
    }
