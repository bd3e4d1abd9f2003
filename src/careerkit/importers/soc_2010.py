"""Codes of SOC 2010 that SOC 2018 no longer has, and the occupations that took their place."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from careerkit.csvdata.rows import FORMER_CODE, TitleRow
from careerkit.errors import bad_data
from careerkit.importers.careers import source_text
from careerkit.importers.tables import Openable, text_rows
from careerkit.importers.titles import changed_titles
from careerkit.importers.writing import write_all
from careerkit.progress import Progress

SUFFIXES: Final = (".csv",)
_SOURCE: Final = "soc-2010-2018"
_OLD: Final = "soc2010"
_NEW: Final = "soc2018"
_SOURCE_FIELDS: Final = {
    "title": "Crosswalk of SOC 2010 to SOC 2018",
    "publisher": "US Bureau of Labor Statistics",
    "kind": "mirror",
    "url": "https://www.bls.gov/soc/2018/crosswalks.htm",
    "published": "2017-11",
    "covers": "The SOC 2018 codes of occupations that had another code in SOC 2010",
    "fresh_months": "240",
}


def import_files(
    paths: Sequence[Openable], data: Path, as_of: date, progress: Progress | None = None
) -> int:
    """Import the crosswalk as CSV (columns soc2010 and soc2018); return how many files changed.

    A code that both editions have resolves by itself, and is left out.
    """
    pairs = [pair for path in paths for pair in _pairs(path)]
    kept = {new for _, new in pairs}
    rows = (TitleRow(new, old, "", FORMER_CODE) for old, new in pairs if old not in kept)
    changed = changed_titles(data, _SOURCE, rows)
    write_all({**changed, **source_text(data, _SOURCE, as_of, _SOURCE_FIELDS)})
    if progress:
        progress(len(pairs), len(pairs))
    return len(changed)


def _pairs(path: Openable) -> Iterator[tuple[str, str]]:
    row = None
    for row in text_rows(path, (_OLD, _NEW)):
        old, new = (row.code(column, r"\d\d-\d{4}", "not a SOC code") for column in (_OLD, _NEW))
        yield old, new
    if row is None:
        raise bad_data(f"{path}: has no row below its header")
