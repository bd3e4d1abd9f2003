"""The Classification of Instructional Programs: codes and titles, and what former codes became."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from careerkit.csvdata.reading import read_table, table_text
from careerkit.csvdata.rows import CIP_PATTERN, CipRow
from careerkit.importers.bulk import check_kept, named, whole_rows, write_tables
from careerkit.importers.careers import source_text
from careerkit.importers.tables import Openable, Row, once
from careerkit.progress import Progress, counting

SUFFIXES: Final = (".csv",)
_NAMES: Final = {"CIPCode2020.csv": re.compile(r"CIPCode(\d{4})\.csv(\.gz)?", re.ASCII)}
_FAMILY, _CODE, _ACTION, _TITLE, _TEXT = (
    *("CIPFamily", "CIPCode", "Action", "CIPTitle", "CIPDefinition"),
)
_CELL: Final = re.compile(r'="([^"]*)"')
"""How a code is kept from being taken for a number."""
_VALID: Final = ("No substantive changes", "New", "Moved to")
_FORMER: Final = {
    "Moved from": re.compile(r"Moved from (?P<old>\S+) to (?P<now>\S+)"),
    "Deleted": re.compile(r"Deleted, Report under (?P<now>\S+)"),
}
"""By action: how the cell of the definition names the code to use instead."""


def import_files(
    paths: Sequence[Openable], data: Path, as_of: date, progress: Progress | None = None
) -> int:
    """Import the codes of an edition below ``data``; return how many tables changed.

    Definitions are never kept. Nothing is written unless every row could be read.
    """
    ((path, name),) = named(paths, _NAMES).values()
    source = f"cip-{name[1]}"
    rows = _rows(path, progress)
    place = data / "cip" / f"{source}.csv"
    if place.is_file():
        known, _ = read_table(place, CipRow)
        check_kept(path, "code", {row.code for row in known}, {row.code for row in rows}, place)
    source_record = source_text(data, source, as_of, _source_fields(name[1]))
    return write_tables({place: table_text(CipRow, rows)}, source_record)


def _rows(path: Openable, progress: Progress | None) -> list[CipRow]:
    columns = (_FAMILY, _CODE, _ACTION, _TITLE, _TEXT)
    programs: dict[str, CipRow] = {}
    moved: list[Row] = []
    with counting(once(whole_rows(path, columns), _CODE), progress) as rows:
        for row in rows:
            code = _code(row, programs)
            now = _now(row, code)
            programs[code] = CipRow(code, " ".join(row.text(_TITLE).split()).removesuffix("."), now)
            if now:
                moved.append(row)
    for row in moved:
        now = programs[_unwrapped(row, _CODE)].now
        if now not in programs or programs[now].now:
            raise row.wrong(_TEXT, f"names '{now}', which is no valid code of the file")
    return [*programs.values()]


def _code(row: Row, before: Collection[str]) -> str:
    """Check that a code belongs to its family, and to a group in a row ``before``."""
    code, family = _unwrapped(row, _CODE), _unwrapped(row, _FAMILY)
    if not re.fullmatch(CIP_PATTERN, code, re.ASCII):
        raise row.wrong(_CODE, f"holds '{code}', which is no CIP code")
    if family != code[:2]:
        raise row.wrong(_FAMILY, f"holds '{family}', which is not the family of '{code}'")
    group = code[:-2].rstrip(".")
    if group and group not in before:
        raise row.wrong(_CODE, f"holds '{code}', but '{group}' does not come before it")
    return code


def _unwrapped(row: Row, column: str) -> str:
    text = row.text(column)
    wrapped = _CELL.fullmatch(text)
    return wrapped[1] if wrapped else text


def _now(row: Row, code: str) -> str | None:
    action = row.text(_ACTION)
    if action in _VALID:
        return None
    if action not in _FORMER:
        raise row.wrong(_ACTION, f"holds '{action}', which is none of the actions known")
    successor = _FORMER[action].fullmatch(row.text(_TEXT))
    if successor is None or successor.groupdict().get("old", code) != code:
        raise row.wrong(_TEXT, f"does not tell which code is used instead of '{code}'")
    return successor["now"]


def _source_fields(year: str) -> dict[str, str]:
    return {
        "title": f"Classification of Instructional Programs (CIP), {year}",
        "publisher": "National Center for Education Statistics, US Department of Education",
        "url": "https://nces.ed.gov/ipeds/cipcode",
        "published": year,
        "covers": "Codes and titles of fields of study",
        "fresh_months": "120",
    }
