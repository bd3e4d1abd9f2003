"""The tables of job titles that importers write: one row a title, sorted, each once."""

from collections.abc import Iterable
from pathlib import Path

from careerkit.csvdata.reading import table_text
from careerkit.csvdata.rows import TITLE_KINDS, TitleRow


def titles_table(rows: Iterable[TitleRow]) -> str:
    """Return the text of a table of titles, sorted by code, kind and title.

    A title that an occupation has twice is one row, of the better kind and with the short form that
    either has.
    """
    best: dict[tuple[str, str], TitleRow] = {}
    for row in rows:
        first = best.setdefault((row.code, row.title), row)
        if first is not row:
            best[row.code, row.title] = first._replace(
                short_title=first.short_title or row.short_title,
                kind=min(first.kind, row.kind, key=TITLE_KINDS.index),
            )
    return table_text(TitleRow, best.values())


def changed_titles(data: Path, source: str, rows: Iterable[TitleRow]) -> dict[Path, str]:
    """Return the table of a source by its path below a data folder; nothing if it is there."""
    return changed_only(titles_table(rows), data / "titles" / f"{source}.csv")


def changed_only(text: str, path: Path) -> dict[Path, str]:
    """Return a text by its path, to be written, or nothing where it stands there already."""
    same = path.is_file() and path.read_bytes() == text.encode("utf-8")
    return {} if same else {path: text}
