"""The O*NET database: job zones, interests, survey answers, technology, related careers, titles."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from careerkit.csvdata.rows import TitleRow
from careerkit.errors import bad_data
from careerkit.importers import onet_files
from careerkit.importers.careers import CareerFiles, source_text
from careerkit.importers.combined import items_of
from careerkit.importers.onet_careers import Careers, profile, related_socs, soc_of
from careerkit.importers.onet_files import CODE, Version
from careerkit.importers.onet_occupations import Occupation, read_occupations
from careerkit.importers.tables import Openable, Row
from careerkit.importers.titles import changed_only, table_path, titles_table
from careerkit.progress import Progress

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
    if not files.by_soc:
        raise bad_data(f"{files.folder}: holds no careers; import bls-projections first")
    known = {soc_of(row.text(CODE)) for row in tables[onet_files.OCCUPATIONS]}
    careers = Careers.of(files, known)
    for done, path in enumerate(careers.records, 1):
        _put(careers, path, occupations, version.source)
        if progress:
            progress(done, len(careers.records))
    table = changed_only(titles_table(_titles(tables)), table_path(data, version.source))
    source = source_text(data, version.source, _source_fields(version, as_of))
    return files.write({**table, **source}, older)


def _older_tables(data: Path, version: Version) -> list[Path]:
    """Return the tables of titles that this version replaces; fail where it is the older one."""
    found: list[Path] = []
    for path in sorted((data / "titles").glob("onet-*.csv")):
        if number := re.fullmatch(r"onet-(\d+)-(\d+)", path.stem):
            other = (int(number[1]), int(number[2]))
            if other > version[:2]:
                raise bad_data(f"{path}: is newer than O*NET {version.name}; nothing is changed")
            if other < version[:2]:
                found.append(path)
    return found


def _put(careers: Careers, path: Path, occupations: Mapping[str, Occupation], source: str) -> None:
    """Put what the database tells into one record, in place of what an older version told."""
    record, socs = careers.records[path], careers.socs(path)
    for key, value in profile(socs, occupations, source).items():
        old = record.get(key)
        if old is not None and not _is_ours(old):
            continue  # a person's
        if value is not None:
            careers.files.put_value(path, (key,), value)
        elif old is not None:
            careers.files.drop_value(path, (key,))
    kept = [each for each in items_of(record, "related") if not _is_ours(each)]
    named = {record["soc"], *(each.get("soc") for each in kept)}
    related = careers.neighbours(related_socs(socs, occupations), named)
    items = [{"soc": soc, "title": title, "source": source} for soc, title in related]
    careers.files.put_items(path, ("related",), items, _is_ours)


def _is_ours(item: Any) -> bool:  # noqa: ANN401 - a plain value
    return isinstance(item, dict) and str(item.get("source")).startswith("onet-")


def _titles(tables: Mapping[str, Sequence[Row]]) -> Iterator[TitleRow]:
    for row in tables[onet_files.OCCUPATIONS]:
        yield TitleRow(row.text(CODE), row.text("Title"), "", "occupation")
    for row in tables[onet_files.REPORTED]:
        yield TitleRow(row.text(CODE), row.text("Reported Job Title"), "", "reported")
    for row in tables[onet_files.ALTERNATE]:
        short = row.text("Short Title")
        title = row.text("Alternate Title")
        yield TitleRow(row.text(CODE), title, "" if short == _NONE else short, "alternate")


def _source_fields(version: Version, as_of: date) -> dict[str, str]:
    return {
        "title": f"O*NET {version.name} Database",
        "publisher": "US Department of Labor, Employment and Training Administration",
        "kind": "official-data",
        "url": "https://www.onetcenter.org/database.html",
        "published": version.published,
        "covers": "Job zones, interests, education survey, technology, related occupations, titles",
        "retrieved": as_of.isoformat(),
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
