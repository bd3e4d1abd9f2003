"""IPEDS of one year: institutions, and the awards that they gave by program and level."""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from careerkit.csvdata.folders import SourceTables, read_source
from careerkit.csvdata.kinds import SCHOOLS
from careerkit.csvdata.reading import TableReader, table_text
from careerkit.csvdata.rows import AwardRow
from careerkit.errors import bad_data
from careerkit.importers.bulk import check_kept, family_tables, stale_in, whole_rows, write_tables
from careerkit.importers.careers import source_text
from careerkit.importers.ipeds_files import Survey, survey
from careerkit.importers.ipeds_schools import UNITID, schools
from careerkit.importers.tables import Openable, Row, once
from careerkit.model.school import School
from careerkit.progress import Progress, counting

SUFFIXES: Final = (".csv",)
_CIP, _MAJOR, _LEVEL, _COUNT = "CIPCODE", "MAJORNUM", "AWLEVEL", "CTOTALT"
_PLACES: Final = (_CIP, UNITID, _LEVEL, _COUNT)
"""The published column of each column of the table."""
_TOTAL: Final = "99"
_FIRST, _SECOND = "1", "2"


def import_files(
    paths: Sequence[Openable], data: Path, as_of: date, progress: Progress | None = None
) -> int:
    """Import the directory, the awards and what is offered at a distance, all of one year.

    Return how many tables below ``data`` changed. Nothing is written unless every row could be
    read, and the awards of each institution add up to its totals.
    """
    files = survey(paths)
    institutions = schools(files)
    awards = _awards(files, institutions, progress)
    folder = data / "schools" / files.source
    if folder.is_dir():
        known, _ = read_source(folder, "schools", "")
        _check_kept(files, known, institutions, awards, folder)
    tables = {folder / SCHOOLS: table_text(School, institutions.values())}
    tables |= family_tables(folder, "awards", awards)
    source = source_text(data, files.source, as_of, _source_fields(files))
    return write_tables(tables, source, stale_in(folder, tables))


def _awards(
    files: Survey, institutions: Container[int], progress: Progress | None
) -> list[AwardRow]:
    awards: list[AwardRow] = []
    totals: dict[tuple[str, str], tuple[int, Row]] = {}
    sums: dict[tuple[str, str], int] = {}
    columns = (UNITID, _CIP, _MAJOR, _LEVEL, _COUNT)
    keyed = once(whole_rows(files.awards, columns), UNITID, _CIP, _MAJOR, _LEVEL)
    award_row = TableReader(AwardRow).row
    with counting(keyed, progress) as rows:
        for row in rows:
            unitid, cip, major, level, count = (row.text(column) for column in columns)
            if major == _SECOND:
                continue
            if major != _FIRST:
                raise row.wrong(_MAJOR, f"holds '{major}', which is neither {_FIRST} nor {_SECOND}")
            is_total = cip == _TOTAL
            cells = ("00.0000" if is_total else cip, unitid, level, count)
            award = row.sound(award_row(cells), _PLACES)
            if award.unitid not in institutions:
                raise row.wrong(UNITID, f"holds '{unitid}', which is not in {files.directory}")
            if is_total:
                totals[unitid, level] = award.awards, row
            else:
                sums[unitid, level] = sums.get((unitid, level), 0) + award.awards
                awards.append(award)
    _check_totals(files, totals, sums)
    return awards


def _check_totals(
    files: Survey,
    totals: Mapping[tuple[str, str], tuple[int, Row]],
    sums: Mapping[tuple[str, str], int],
) -> None:
    for (unitid, level), (total, row) in totals.items():
        added = sums.get((unitid, level), 0)
        if added != total:
            why = f"holds '{total}', but the programs of {unitid} at level {level} have {added}"
            raise row.wrong(_COUNT, f"{why}; is a row missing?")
    for unitid, level in sums:
        if (unitid, level) not in totals:
            lacks = f"has no row {_CIP} {_TOTAL} of {unitid} at level {level}"
            raise bad_data(f"{files.awards}: {lacks}; is it cut short?")


def _check_kept(
    files: Survey,
    known: SourceTables,
    institutions: Mapping[int, School],
    awards: Iterable[AwardRow],
    folder: Path,
) -> None:
    listed = {row.unitid: row for row in known.of(School)}
    check_kept(files.directory, "school", listed, institutions, folder)
    old, new = ({row.unitid for row in rows} for rows in (known.of(AwardRow), awards))
    check_kept(files.awards, "school", old, new, folder)
    old, new = (
        {row.unitid for row in rows if row.distance_undergraduate or row.distance_graduate}
        for rows in (listed.values(), institutions.values())
    )
    check_kept(files.offers, "school", old, new, folder)


def _source_fields(files: Survey) -> dict[str, str]:
    before = files.year - 1
    return {
        "title": f"Integrated Postsecondary Education Data System (IPEDS), {files.year}",
        "publisher": "National Center for Education Statistics, US Department of Education",
        "url": "https://nces.ed.gov/ipeds/",
        "published": f"{files.year}",
        "approximate": "true",
        "covers": f"Awards given July {before} to June {files.year}, first majors only; "
        f"institutions in {files.year}",
        "fresh_months": "24",
        "note": "The date is the vintage of the files.",
    }
