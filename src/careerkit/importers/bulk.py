"""What importers of bulk tables share: find files by name, check rows, write tables."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from careerkit.csvdata.reading import table_text
from careerkit.csvdata.rows import AwardRow, FieldRow
from careerkit.errors import bad_data
from careerkit.importers.tables import Openable, Row, text_rows
from careerkit.importers.titles import changed_only
from careerkit.importers.writing import write_all
from careerkit.words import counted

CipRecord = TypeVar("CipRecord", AwardRow, FieldRow)


def named(
    paths: Sequence[Openable], patterns: Mapping[str, re.Pattern[str]]
) -> dict[str, tuple[Openable, re.Match[str]]]:
    """Return the file whose name matches each pattern, and the match, by the pattern's example.

    Other files are left alone. Raises ``CareerkitError`` where one is absent or given twice.
    """
    files: dict[str, tuple[Openable, re.Match[str]]] = {}
    for path in paths:
        for example, pattern in patterns.items():
            if match := pattern.fullmatch(path.name):
                if example in files:
                    raise bad_data(f"{path}: is given twice, also as {files[example][0]}")
                files[example] = path, match
    if absent := [example for example in patterns if example not in files]:
        listed = ", ".join(map(str, paths))
        raise bad_data(f"no file is named like {', '.join(absent)} in {listed}")
    return {example: files[example] for example in patterns}


def whole_rows(path: Openable, columns: Iterable[str]) -> Iterator[Row]:
    """Yield the rows of a CSV file; fail at one that is cut short, or where there is none."""
    names: list[str] = []
    row = None
    for row in text_rows(path, columns):
        names = names or [*row.cells]
        if len(row.cells) < len(names):
            raise row.wrong(names[len(row.cells)], "is missing; is the file cut short?")
        yield row
    if row is None:
        raise bad_data(f"{path}: has no row below its header")


def check_kept(
    file: Openable, what: str, old: Collection[object], new: Collection[object], place: Path
) -> None:
    """Fail where a file lacks what is on record: one that is cut between two rows looks whole.

    ``what`` names it as one and as many ("school"); ``place`` is where it is on record.
    """
    if lost := {*old} - {*new}:
        raise bad_data(
            f"{file}: has {counted(len({*new}), what)}, and not {len(lost)} of those on record; is "
            f"it cut short? If they are gone for good, remove {place} and import again"
        )


def write_tables(
    tables: Mapping[Path, str], source: Mapping[Path, str], stale: Collection[Path] = ()
) -> int:
    """Write the tables whose text changes and remove ``stale`` ones, all or none.

    Return how many tables that are. ``source`` is the text of the source's record by its path,
    where there is none yet.
    """
    changed: dict[Path, str] = {}
    for path, text in tables.items():
        changed |= changed_only(text, path)
    write_all({**changed, **source}, stale)
    return len(changed) + len(stale)


def family_tables(folder: Path, name: str, rows: Iterable[CipRecord]) -> dict[Path, str]:
    """Return tables of rows that have a CIP code, one a family: their texts by path."""
    families: dict[str, list[CipRecord]] = {}
    for row in rows:
        families.setdefault(row.cip[:2], []).append(row)
    return {
        folder / f"{name}-{family}.csv": table_text(type(listed[0]), listed)
        for family, listed in families.items()
    }


def stale_in(folder: Path, tables: Collection[Path]) -> list[Path]:
    """Return the tables in a folder that are none of ``tables``."""
    return [path for path in sorted(folder.glob("[!.]*.csv")) if path not in tables]
