"""BLS Occupational Employment and Wage Statistics: the nation into careers, areas into tables."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from careerkit.csvdata.kinds import AREAS
from careerkit.errors import bad_data
from careerkit.importers import bls_areas
from careerkit.importers.careers import CareerFiles, source_text
from careerkit.importers.oews import COLUMNS, FIGURES, source_fields, wage
from careerkit.importers.oews_files import Published, published
from careerkit.importers.tables import Openable
from careerkit.importers.titles import changed_only
from careerkit.progress import Progress, counting
from careerkit.yamldata.rewrite import Same

SUFFIXES: Final = (".xlsx", ".csv")
_OWNED: Final = ("unit", "employment", *FIGURES, "at_least")


def import_files(
    paths: Sequence[Openable], data: Path, as_of: date, progress: Progress | None = None
) -> int:
    """Import published files below ``data``; return how many of its files changed.

    Wages of the nation go into the careers, which must be on record: import the projections first.
    Those of states and other areas go into tables. Nothing is written unless every row could be
    read.
    """
    files = published(paths)
    careers = CareerFiles.read(data)
    if not careers.by_soc and any(file.kind == "national" for file in files):
        raise bad_data(f"{careers.folder}: holds no careers; import bls-projections first")
    sources: dict[str, Mapping[str, str]] = {}
    tables: dict[Path, str] = {}
    for file in files:
        if file.kind == "national":
            source = f"bls-oews-{file.year}"
            _put_national(careers, file, source, progress)
            sources[source] = source_fields(file.year, file.kind)
        else:
            read = bls_areas.read(file, progress)
            texts = read.texts(data)
            _check_areas(file, texts)
            tables |= texts
            sources[read.source] = read.source_fields
    more: dict[Path, str] = {}
    for path, text in tables.items():
        more |= changed_only(text, path)
    records: dict[Path, str] = {}
    for source, fields in sources.items():
        records |= source_text(data, source, {**fields, "retrieved": as_of.isoformat()})
    stale = _stale(tables)
    return careers.write(more | records, stale) + len(more) + len(stale)


def _check_areas(file: Published, texts: Mapping[Path, str]) -> None:
    """Fail where areas on record are not in the file: what is cut between two rows looks whole."""
    path = next(path for path in texts if path.name == AREAS)
    if not path.is_file():
        return
    old, new = (
        {line.partition(",")[0] for line in text.splitlines()[1:]}
        for text in (path.read_text(encoding="utf-8"), texts[path])
    )
    if lost := old - new:
        raise bad_data(
            f"{file.path}: has {len(new)} areas, and not {len(lost)} of those on record; is it cut "
            f"short? If they are gone for good, remove {path.parent} and import again"
        )


def _stale(tables: Mapping[Path, str]) -> list[Path]:
    """Return the tables on disk of which the new ones of their source know nothing."""
    folders = dict.fromkeys(path.parent for path in tables)
    found = (path for folder in folders for path in sorted(folder.glob("[!.]*.csv")))
    return [path for path in found if path not in tables]


def _put_national(
    careers: CareerFiles, file: Published, source: str, progress: Progress | None
) -> None:
    top = file.top()
    with counting(file.detailed(COLUMNS, "OCC_CODE"), progress) as rows:
        for row in rows:
            soc = row.text("OCC_CODE")
            if soc in careers.by_soc:
                told = wage(row, top)
                item = {"period": f"{file.year}-05", **told, "source": source}
                careers.put_item(soc, ("wages",), item, _same_as(source), _OWNED)


def _same_as(source: str) -> Same:
    """Return what recognises a national wage of ``source``."""
    return lambda old: (
        old.get("source") == source
        and old.get("area_type", "national") == "national"
        and "describes" not in old
    )
