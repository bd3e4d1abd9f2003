"""The O*NET database: job zones, interests, survey answers, technology, related careers, titles."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from careerkit.csvdata.rows import TitleRow
from careerkit.errors import bad_data
from careerkit.importers import onet_files
from careerkit.importers.careers import CareerFiles, source_text
from careerkit.importers.onet_careers import Careers, profile, related_socs, soc_of
from careerkit.importers.onet_files import CODE, Version
from careerkit.importers.onet_occupations import Occupation, read_occupations
from careerkit.importers.tables import Openable, Row
from careerkit.importers.titles import changed_titles
from careerkit.importers.writing import write_all
from careerkit.progress import Progress
from careerkit.yamldata.blocks import Plain

SUFFIXES: Final = (".txt",)
_NONE: Final = "n/a"


def import_files(
    paths: Sequence[Openable], data: Path, as_of: date, progress: Progress | None = None
) -> int:
    """Import the text files of the database into the careers below ``data``.

    Return how many careers changed. They must be on record: import the projections first. A newer
    version replaces what an older one wrote. Nothing is written unless every row could be read.
    """
    named = onet_files.needed(paths)
    version = onet_files.version_of(named[onet_files.README])
    older = _older_tables(data, version)
    tables = onet_files.read_tables(named)
    occupations = read_occupations(tables)
    files = CareerFiles.read(data)
    known = {soc_of(row.text(CODE)) for row in tables[onet_files.OCCUPATIONS]}
    careers = Careers.of(files, known)
    for done, path in enumerate(careers.records, 1):
        _put(careers, path, occupations, version.source)
        if progress:
            progress(done, len(careers.records))
    table = changed_titles(data, version.source, _titles(tables))
    source = source_text(data, version.source, as_of, _source_fields(version))
    changed = files.changed()
    write_all({**changed, **table, **source}, older)
    return len(changed)


def _older_tables(data: Path, version: Version) -> list[Path]:
    """Return the tables of titles that this version replaces; fail where it is the older one."""
    older: list[Path] = []
    for path in sorted((data / "titles").glob("onet-*.csv")):
        if number := re.fullmatch(r"onet-(\d+)-(\d+)", path.stem):
            other = (int(number[1]), int(number[2]))
            if other > version[:2]:
                raise bad_data(f"{path}: is newer than O*NET {version.name}; nothing is changed")
            if other < version[:2]:
                older.append(path)
    return older


def _put(careers: Careers, path: Path, occupations: Mapping[str, Occupation], source: str) -> None:
    """Put the figures of the database into a record, in place of those of an older version."""
    record, socs = careers.records[path], careers.socs(path)
    for key, value in profile(socs, occupations, source).items():
        if record.get(key) is not None and not _is_ours(record[key]):
            continue  # a person's
        if value is not None:
            record[key] = value
        else:
            record.pop(key, None)
    listed = record.get("related") or []
    kept = [item for item in listed if not _is_ours(item)]
    named = {record["soc"], *(item["soc"] for item in kept)}
    related = careers.neighbours(related_socs(socs, occupations), named)
    at = next((number for number, item in enumerate(listed) if _is_ours(item)), len(listed))
    kept[at:at] = [{"soc": soc, "title": title, "source": source} for soc, title in related]
    if kept:
        record["related"] = kept
    elif listed:
        del record["related"]


def _is_ours(item: Plain) -> bool:
    return str(item["source"]).startswith("onet-")


def _titles(tables: Mapping[str, Sequence[Row]]) -> Iterator[TitleRow]:
    for row in tables[onet_files.OCCUPATIONS]:
        yield TitleRow(row.text(CODE), row.text("Title"), "", "occupation")
    for row in tables[onet_files.REPORTED]:
        yield TitleRow(row.text(CODE), row.text("Reported Job Title"), "", "reported")
    for row in tables[onet_files.ALTERNATE]:
        short = row.text("Short Title")
        title = row.text("Alternate Title")
        yield TitleRow(row.text(CODE), title, "" if short == _NONE else short, "alternate")


def _source_fields(version: Version) -> dict[str, str]:
    return {
        "title": f"O*NET {version.name} Database",
        "publisher": "US Department of Labor, Employment and Training Administration",
        "url": "https://www.onetcenter.org/database.html",
        "published": version.published,
        "covers": "Job zones, interests, education survey, technology, related occupations, titles",
        "fresh_months": "24",
        "licence": "CC BY 4.0",
        "attribution": (
            f"This product includes information from the O*NET {version.name} Database by the U.S. "
            "Department of Labor, Employment and Training Administration (USDOL/ETA). Used under "
            "the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. careerkit selected and "
            "re-arranged the information; USDOL/ETA has not approved, endorsed or tested these "
            "changes."
        ),
    }
