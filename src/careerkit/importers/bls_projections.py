"""BLS Employment Projections: table 1.2 (jobs, growth, entry), 5.3 (attainment), 5.4 (entry)."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from careerkit.errors import bad_data
from careerkit.importers.bls_projections_layout import SOURCES, Matrix, entry_words, find_matrix
from careerkit.importers.careers import CareerFiles, source_text, with_item
from careerkit.importers.tables import Openable, Row
from careerkit.importers.writing import write_all
from careerkit.model.vocabulary import GROUPS
from careerkit.names import normalise
from careerkit.progress import Progress
from careerkit.yamldata.blocks import Plain

_MAJORS: Final = [str(major) for major in (*range(11, 29, 2), *range(33, 55, 2))]
_GROUPS: Final = {
    **dict(
        zip(_MAJORS, (group for group in GROUPS if not group.startswith("health")), strict=True)
    ),
    "29-1": "health-practice",
    "29": "health-technical",
    "31": "health-support",
    **dict.fromkeys(("29-2072", "29-9021"), "health-information"),
}
"""The group of a career by its SOC code, or by the first characters of that."""


def import_files(
    paths: Sequence[Openable], data: Path, as_of: date, progress: Progress | None = None
) -> int:
    """Import the workbooks ``paths`` into the careers below ``data``; return how many changed.

    One workbook must hold table 1.2; another, or the same, may hold tables 5.3 and 5.4. A code
    without a career gets one. Nothing is written unless every row could be read.
    """
    matrix = find_matrix(paths)
    files = CareerFiles.read(data, needed=False)
    rows = [*matrix.line_items()]
    for done, row in enumerate(rows, 1):
        soc, title = matrix.soc(row), matrix.title(row)
        if soc not in files.by_soc:
            keys = {"title": title, "soc": soc, "group": group_of(soc), "sources": [matrix.source]}
            files.begin(_id_of(title), keys)
        for path, career in files.by_soc[soc].items():
            _put_projection(path, career, matrix, row)
        if progress:
            progress(done, len(rows))
    for row, shares in matrix.attainments():
        marked = {"exact": False} if "[" in matrix.title(row) else {}
        for career in files.by_soc.get(matrix.soc(row), {}).values():
            if _is_newest(career, matrix.base):
                _put_own(career, "attainment", {**shares, **marked, "source": matrix.source})
    matrix.check_entry(rows)
    changed = files.changed()
    write_all({**changed, **source_text(data, matrix.source, as_of, matrix.source_fields)})
    return len(changed)


def _put_projection(path: Path, career: Plain, matrix: Matrix, row: Row) -> None:
    """Put the figures of a row into a career, and its entry requirements if they are the newest."""
    source = matrix.source
    years = {"base_year": matrix.base, "horizon_year": matrix.horizon}
    outlook = {**years, **matrix.figures(row), "source": source}
    item = {key: value for key, value in outlook.items() if value is not None}

    def is_older(old: Plain) -> bool:
        return old["source"] == source and "describes" not in old

    career["outlook"] = with_item(career.get("outlook") or [], item, is_older, outlook)
    if not _is_newest(career, matrix.base):
        return
    career["official_title"] = matrix.title(row)
    entry = entry_words(row)
    required = career["requirements"] = career.get("requirements") or {}
    claim = {"level": entry["education"], "basis": "typical", "source": source}
    claims = required.get("education") or []
    older = _older_self(path, claims, claim)
    required["education"] = with_item(claims, claim, lambda item: item is older)
    for key in ("experience", "training"):
        _put_own(required, key, {"level": entry[key], "source": source})


def _put_own(values: Plain, key: str, value: Plain) -> None:
    """Replace a value of BLS; one from another source stays."""
    if values.get(key) is None or _is_ours(values[key]):
        values[key] = value


def _older_self(path: Path, claims: Sequence[Plain], claim: Plain) -> Plain | None:
    """Return the claim that a newer one replaces, None where it replaces none.

    A person's note stays where the level stays. Where the level changes, the noted claim stays
    beside the newer one. A note on a level that the same vintage no longer gives is an error.
    """
    ours = [item for item in claims if _is_ours(item) and item["basis"] == "typical"]
    fits = [item for item in ours if "note" not in item or item["level"] == claim["level"]]
    current = next((item for item in ours if item["source"] == claim["source"]), None)
    if current is not None and current not in fits:
        raise bad_data(
            f"{path}: the note on its education claim from {claim['source']} is about the level"
            f" '{current['level']}', and the level is now '{claim['level']}'; change both by hand"
            " first"
        )
    return current or next(reversed(fits), None)


def _is_newest(career: Plain, base: int) -> bool:
    """Tell whether no projection of BLS is later; an earlier one only joins the history."""
    years = (item["base_year"] for item in career["outlook"] if _is_ours(item))
    return base >= max(years, default=base)


def _is_ours(item: Plain) -> bool:
    return str(item["source"]).startswith(SOURCES)


def group_of(soc: str) -> str:
    """Return the group of a SOC code."""
    for length in (7, 4, 2):
        if group := _GROUPS.get(soc[:length]):
            return group
    raise bad_data(f"{soc} belongs to no group of careers")


def _id_of(title: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", normalise(ascii_only))) or "career"
