"""SOC 2018: titles that match an occupation directly, and the codes that BLS counts together."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from careerkit.csvdata.rows import TitleRow
from careerkit.errors import bad_data
from careerkit.importers.careers import CareerFiles, source_text
from careerkit.importers.combined import combined_codes, is_code, merged_code
from careerkit.importers.tables import Openable, Row, sheet_names, sheet_rows
from careerkit.importers.titles import changed_titles
from careerkit.importers.writing import write_all
from careerkit.progress import Progress

SUFFIXES: Final = (".xlsx",)
_SOURCE: Final = "soc-2018"
_STRUCTURE: Final = "2018 Structure"
_TITLES: Final = "Sorted by SOC"
_NAMES: Final = {
    _STRUCTURE: "soc_structure_2018.xlsx",
    _TITLES: "soc_2018_direct_match_title_file.xlsx",
}
_LEVELS: Final = {
    "Major Group": r"\d\d-0000",
    "Minor Group": r"\d\d-\d\d00",
    "Broad Group": r"\d\d-\d\d\d0",
    "Detailed Occupation": r"\d\d-\d{4}",
}
_CODE: Final = "2018 SOC Code"
_TITLE: Final = "2018 SOC Direct Match Title"
_HEADER: Final = 8
_SOURCE_FIELDS: Final = {
    "title": "Standard Occupational Classification, 2018",
    "publisher": "US Office of Management and Budget, Standard Occupational Classification "
    "Policy Committee",
    "published": "2017-11",
    "covers": "What each occupation takes in, and titles that match it",
    "fresh_months": "240",
}


def import_files(
    paths: Sequence[Openable], data: Path, as_of: date, progress: Progress | None = None
) -> int:
    """Import the structure and the direct-match titles; return how many careers changed.

    Careers must be on record: import the projections first. Other workbooks, such as that of the
    definitions, are left alone. Nothing is written unless every row could be read.
    """
    sheets = {sheet: path for path in paths for sheet in sheet_names(path)}
    for sheet, name in _NAMES.items():
        if sheet not in sheets:
            listed = ", ".join(map(str, paths))
            raise bad_data(f"no sheet '{sheet}', as {name} has it, in {listed}")
    detailed = _detailed(sheets[_STRUCTURE])
    table = changed_titles(data, _SOURCE, _titles(sheets[_TITLES], detailed))
    files = CareerFiles.read(data)
    combined = combined_codes(detailed, files.by_soc)
    for done, (soc, codes) in enumerate(combined.items(), 1):
        _put_codes(files, soc, codes)
        if progress:
            progress(done, len(combined))
    changed = files.changed()
    write_all({**changed, **table, **source_text(data, _SOURCE, as_of, _SOURCE_FIELDS)})
    return len(changed)


def _detailed(path: Openable) -> list[str]:
    """Return the codes of the detailed occupations: each row of the structure has one code."""
    detailed: list[str] = []
    last = ""
    for row in sheet_rows(path, _STRUCTURE, _LEVELS, _HEADER):
        held = [level for level in _LEVELS if row.cell(level) is not None]
        if len(held) != 1:
            raise row.wrong([*_LEVELS][-1], f"stands in a row of {len(held)} codes, not of one")
        level = held[0]
        code = row.code(level, _LEVELS[level], "no code of that level")
        if code <= last:
            raise row.wrong(level, f"holds '{code}' after '{last}': the rows are out of order")
        last = code
        if level == "Detailed Occupation":
            detailed.append(code)
    if not detailed:
        raise bad_data(f"{path}, sheet '{_STRUCTURE}': has no detailed occupation")
    return detailed


def _titles(path: Openable, detailed: Sequence[str]) -> Iterator[TitleRow]:
    known = {*detailed}
    row = last = None
    for row in sheet_rows(path, _TITLES, (_CODE, _TITLE), _HEADER):
        code = _known(row, known, last)
        yield TitleRow(code, row.text(_TITLE), "", "direct_match")
        last = code
    if row is None or last is None:
        raise bad_data(f"{path}, sheet '{_TITLES}': has no title")
    if last[:2] != detailed[-1][:2]:
        raise row.wrong(_CODE, f"is the last, but the structure goes on to '{detailed[-1]}'")


def _known(row: Row, known: Collection[str], last: str | None) -> str:
    code = row.text(_CODE)
    if code not in known:
        raise row.wrong(_CODE, f"holds '{code}', which is no occupation of the structure")
    if last and code < last:
        raise row.wrong(_CODE, f"holds '{code}' after '{last}': the rows are out of order")
    return code


def _put_codes(files: CareerFiles, soc: str, codes: Sequence[str]) -> None:
    """Add the codes that a record does not name yet, whatever it says of them."""
    for career in files.by_soc[soc].values():
        listed = career.get("codes") or []
        new = [code for code in codes if not any(is_code(item, code) for item in listed)]
        if new:
            career["codes"] = [*listed, *map(merged_code, new)]
