"""BLS Employment Projections: table 1.2 (jobs, growth, entry), 5.3 (attainment), 5.4 (entry)."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from careerkit.errors import bad_data
from careerkit.importers.bls_matrix import Matrix, entry_words, find_matrix, shares
from careerkit.importers.careers import CareerFiles, source_text
from careerkit.importers.tables import Openable, Row
from careerkit.progress import Progress
from careerkit.yamldata.rewrite import Plain, Same


def import_files(
    paths: Sequence[Openable], data: Path, as_of: date, progress: Progress | None = None
) -> int:
    """Import the workbooks ``paths`` into the careers below ``data``; return how many changed.

    One workbook must hold table 1.2; another, or the same, may hold tables 5.3 and 5.4. Nothing is
    written unless every row could be read.
    """
    matrix = find_matrix(paths)
    source = f"bls-projections-{matrix.base}-{matrix.horizon % 100:02}"
    files = CareerFiles.read(data)
    rows = [*matrix.line_items()]
    for done, row in enumerate(rows, 1):
        _put_projection(files, matrix, row, source)
        if progress:
            progress(done, len(rows))
    for row in matrix.attainments():
        _put_attainment(files, matrix, row, source)
    matrix.check_entry(rows)
    return files.write(source_text(data, source, _source_fields(matrix, as_of)))


def _put_projection(files: CareerFiles, matrix: Matrix, row: Row, source: str) -> None:
    soc, title = matrix.soc(row), matrix.title(row)
    files.ensure(soc, title, source)
    years = {"base_year": matrix.base, "horizon_year": matrix.horizon}
    outlook = {**years, **matrix.figures(row), "source": source}
    entry = entry_words(row)
    told = {key: value for key, value in outlook.items() if value is not None}

    def same(old: Plain) -> bool:
        return old.get("source") == source and "describes" not in old

    files.put_item(soc, ("outlook",), told, same, outlook)
    if not _is_newest(files, soc, matrix.base):
        return
    files.put_value(soc, ("official_title",), title)
    _put_education(files, soc, {"level": entry["education"], "basis": "typical", "source": source})
    for key in ("experience", "training"):
        _put_own(files, soc, ("requirements", key), {"level": entry[key], "source": source})


def _put_attainment(files: CareerFiles, matrix: Matrix, row: Row, source: str) -> None:
    soc = matrix.soc(row)
    if soc not in files.by_soc or not _is_newest(files, soc, matrix.base):
        return  # a summary row, or history only
    marked = {"exact": False} if "[" in matrix.title(row) else {}
    _put_own(files, soc, ("attainment",), {**shares(row), **marked, "source": source})


def _put_own(files: CareerFiles, soc: str, key: Sequence[str], value: Plain) -> None:
    """Put a value in the place of an older one of BLS; what is from another source stays."""
    for path, old in zip(files.by_soc[soc], files.values(soc, key), strict=True):
        if old is None or _is_ours(old):
            files.put_value(path, key, value)


def _put_education(files: CareerFiles, soc: str, claim: Plain) -> None:
    key = ("requirements", "education")
    for path, told in zip(files.by_soc[soc], files.values(soc, key), strict=True):
        files.put_item(path, key, claim, _older_self(path, told, claim))


def _older_self(path: Path, told: Any, claim: Plain) -> Same:  # noqa: ANN401 - a plain value
    """Return what recognises the claim that a newer one replaces.

    A person's note goes with the claim where the level stays. Where it changes, the older claim
    stays beside the newer as what that vintage said, with its note; only a vintage that is
    corrected leaves no place for a note on what it no longer says.
    """
    ours = [item for item in (told if isinstance(told, list) else ()) if _is_typical(item)]
    level, source = claim["level"], claim["source"]
    fits = [item for item in ours if "note" not in item or item.get("level") == level]
    current = next((item for item in ours if item["source"] == source), None)
    if current is not None and current not in fits:
        raise bad_data(
            f"{path}: the note on its education claim from {source} is about the level"
            f" '{current.get('level')}', and the level is now '{level}'; change both by hand first"
        )
    older = current or next(reversed(fits), None)
    return lambda item: item == older


def _is_typical(item: Any) -> bool:  # noqa: ANN401 - a plain item
    """Tell whether a claim is the importer's: any other basis is a person's, whatever it cites."""
    return _is_ours(item) and item.get("basis") == "typical"


def _is_newest(files: CareerFiles, soc: str, base: int) -> bool:
    """Tell whether no later projection of BLS is on record: an earlier one is history only."""
    found = (each for listed in files.values(soc, ("outlook",)) for each in listed or ())
    years = (each.get("base_year") for each in found if _is_ours(each))
    return base >= max((year for year in years if isinstance(year, int)), default=base)


def _is_ours(item: Any) -> bool:  # noqa: ANN401 - a plain item
    return isinstance(item, dict) and str(item.get("source")).startswith("bls-projections-")


def _source_fields(matrix: Matrix, as_of: date) -> dict[str, str]:
    period = f"{matrix.base}-{matrix.horizon % 100:02}"
    return {
        "title": f"Employment Projections {period}, tables 1.2, 5.3 and 5.4",
        "publisher": "US Bureau of Labor Statistics",
        "kind": "official-data",
        "url": "https://www.bls.gov/emp/home.htm",
        "retrieved": as_of.isoformat(),
        "fresh_months": "24",
        "licence": "Public domain (US government work)",
    }
