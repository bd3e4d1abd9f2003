"""BLS Employment Projections: table 1.2 (jobs, growth, entry), 5.3 (attainment), 5.4 (entry).

Counts are published in thousands with one decimal, and become persons. ``—`` is missing.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from careerkit.errors import bad_data
from careerkit.importers.careers import CareerFiles, put_source
from careerkit.importers.tables import Row, first_cell, sheet_names, sheet_rows
from careerkit.progress import Progress
from careerkit.yamldata.rewrite import Plain

_TITLE: Final = "{year} National Employment Matrix title"
_CODE: Final = "{year} National Employment Matrix code"
_MISSING: Final = ("—", "-")
_DASH: Final = "\u2013"
"""BLS writes periods with an en dash."""
_ENTRY: Final = (
    "Typical education needed for entry",
    "Work experience in a related occupation",
    "Typical on-the-job training needed to attain competency in the occupation",
)
EDUCATION: Final = {
    "No formal educational credential": "none",
    "High school diploma or equivalent": "high_school",
    "Some college, no degree": "some_college",
    "Postsecondary nondegree award": "certificate",
    "Associate's degree": "associate",
    "Bachelor's degree": "bachelor",
    "Master's degree": "master",
    "Doctoral or professional degree": "doctorate",
}
EXPERIENCE: Final = {
    "None": "none",
    "Less than 5 years": "under_5_years",
    "5 years or more": "5_years_or_more",
}
TRAINING: Final = {
    "None": "none",
    "Internship/residency": "internship_residency",
    "Apprenticeship": "apprenticeship",
    "Long-term on-the-job training": "long_term",
    "Moderate-term on-the-job training": "moderate_term",
    "Short-term on-the-job training": "short_term",
}
ATTAINMENT: Final = {
    "Less than high school diploma": "less_than_high_school",
    "High school diploma or equivalent": "high_school",
    "Some college, no degree": "some_college",
    "Associate's degree": "associate",
    "Bachelor's degree": "bachelor",
    "Master's degree": "master",
    "Doctoral or professional degree": "doctorate",
}


def import_files(
    paths: Sequence[Path], data: Path, as_of: date, progress: Progress | None = None
) -> int:
    """Import the workbooks ``paths`` into the careers below ``data``; return how many changed.

    One workbook must hold table 1.2; another, or the same, may hold tables 5.3 and 5.4. Nothing is
    written unless every row could be read.
    """
    tables = {sheet: path for path in paths for sheet in sheet_names(path)}
    if "Table 1.2" not in tables:
        raise bad_data(f"no sheet 'Table 1.2' in {', '.join(map(str, paths))}")
    base, horizon = _vintage(tables["Table 1.2"])
    source = f"bls-projections-{base}-{horizon % 100:02}"
    files = CareerFiles.read(data)
    rows = [*_line_items(tables["Table 1.2"], base, horizon)]
    for done, row in enumerate(rows, 1):
        _put_projection(files, row, base, horizon, source)
        if progress:
            progress(done, len(rows))
    if "Table 5.3" in tables:
        for row in _table(tables["Table 5.3"], "Table 5.3", base, list(ATTAINMENT)):
            _put_attainment(files, row, base, source)
    if "Table 5.4" in tables:
        _check_entry(tables, rows, base)
    put_source(data, source, _source_fields(base, horizon, as_of))
    return files.write()


def _vintage(path: Path) -> tuple[int, int]:
    title = first_cell(path, "Table 1.2")
    years = re.search(rf"(\d{{4}})\s*[{_DASH}-]\s*(\d{{4}})", title)
    if not years:
        raise bad_data(f"{path}, sheet 'Table 1.2', row 1: names no period, such as 2024-2034")
    return int(years[1]), int(years[2])


def _line_items(path: Path, base: int, horizon: int) -> Iterator[Row]:
    period = f"{base}{_DASH}{horizon % 100:02}"
    columns = [
        "Occupation type",
        f"Employment, {base}",
        f"Employment, {horizon}",
        f"Employment change, percent, {period}",
        f"Occupational openings, {period} annual average",
        *_ENTRY,
    ]
    found = 0
    for row in _table(path, "Table 1.2", base, columns):
        if row.cell("Occupation type") == "Line item":
            found += 1
            yield row
        elif row.cell("Occupation type") != "Summary":
            raise row.wrong("Occupation type", "holds neither 'Line item' nor 'Summary'")
    if not found:
        raise bad_data(f"{path}, sheet 'Table 1.2': has no 'Line item'")


def _table(path: Path, sheet: str, base: int, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of occupations: they end where the code column does."""
    title, code = _TITLE.format(year=base), _CODE.format(year=base)
    ended = False
    for row in sheet_rows(path, sheet, [title, code, *columns], header=2):
        if row.cell(code) is None:
            ended = True
        elif ended:
            raise row.wrong(code, "goes on after the end of the table")
        elif not re.fullmatch(r"\d\d-\d{4}", str(row.cell(code))):
            raise row.wrong(code, f"holds '{row.cell(code)}', which is not a SOC code")
        else:
            yield row
    if not ended:
        raise bad_data(f"{path}, sheet '{sheet}': ends without its notes; is it cut short?")


def _put_projection(files: CareerFiles, row: Row, base: int, horizon: int, source: str) -> None:
    soc = row.text(_CODE.format(year=base))
    title = row.text(_TITLE.format(year=base))
    period = f"{base}{_DASH}{horizon % 100:02}"
    files.ensure(soc, title, source)
    outlook = {
        "base_year": base,
        "horizon_year": horizon,
        "growth_percent": row.number_at(f"Employment change, percent, {period}", _MISSING),
        "employment_base": _persons(row, f"Employment, {base}"),
        "employment_horizon": _persons(row, f"Employment, {horizon}"),
        "openings_per_year": _persons(row, f"Occupational openings, {period} annual average"),
        "source": source,
    }
    education, experience, training = (
        _word(row, column, words)
        for column, words in zip(_ENTRY, (EDUCATION, EXPERIENCE, TRAINING), strict=True)
    )
    told = {key: value for key, value in outlook.items() if value is not None}

    def same(old: Plain) -> bool:
        return old.get("source") == source and "describes" not in old

    files.put_item(soc, ("outlook",), told, same, outlook)
    if not _is_newest(files, soc, base):
        return
    claim = {"level": education, "basis": "typical", "source": source}
    files.put_value(soc, ("official_title",), title)
    files.put_item(soc, ("requirements", "education"), claim, _is_typical)
    files.put_value(soc, ("requirements", "experience"), {"level": experience, "source": source})
    files.put_value(soc, ("requirements", "training"), {"level": training, "source": source})


def _is_typical(item: Plain) -> bool:
    """Tell whether a claim is the importer's: any other basis is a person's, whatever it cites."""
    return _is_ours(item) and item.get("basis") == "typical"


def _is_newest(files: CareerFiles, soc: str, base: int) -> bool:
    """Tell whether no later projection of BLS is on record: an earlier one is history only."""
    found = (each for listed in files.values(soc, ("outlook",)) for each in listed or ())
    years = (each.get("base_year") for each in found if _is_ours(each))
    return base >= max((year for year in years if isinstance(year, int)), default=base)


def _is_ours(item: Any) -> bool:  # noqa: ANN401 - a plain item
    return isinstance(item, dict) and str(item.get("source")).startswith("bls-projections-")


def _put_attainment(files: CareerFiles, row: Row, base: int, source: str) -> None:
    soc = row.text(_CODE.format(year=base))
    if soc not in files.by_soc or not _is_newest(files, soc, base):
        return  # a summary row, or history only
    shares: dict[str, Any] = {key: row.number_at(column) for column, key in ATTAINMENT.items()}
    exact = "[" not in row.text(_TITLE.format(year=base))
    files.put_value(
        soc, ("attainment",), {**shares, **({} if exact else {"exact": False}), "source": source}
    )


def _check_entry(tables: dict[str, Path], rows: Sequence[Row], base: int) -> None:
    """Hold table 5.4 against table 1.2: they say the same, or one of the files is not of it."""
    code = _CODE.format(year=base)
    told = {row.text(code): [row.text(column) for column in _ENTRY] for row in rows}
    for row in _table(tables["Table 5.4"], "Table 5.4", base, _ENTRY):
        for column, expected in zip(_ENTRY, told.get(row.text(code), ()), strict=False):
            if row.text(column) != expected:
                raise row.wrong(column, f"differs from table 1.2, which has '{expected}'")


def _persons(row: Row, column: str) -> int | None:
    thousands = row.number_at(column, _MISSING)
    return None if thousands is None else round(thousands * 1000)


def _word(row: Row, column: str, words: dict[str, str]) -> str:
    text = row.text(column)
    if text not in words:
        raise row.wrong(column, f"holds '{text}', which is none of {', '.join(words)}")
    return words[text]


def _source_fields(base: int, horizon: int, as_of: date) -> dict[str, str]:
    return {
        "title": f"Employment Projections {base}-{horizon % 100:02}, tables 1.2, 5.3 and 5.4",
        "publisher": "US Bureau of Labor Statistics",
        "kind": "official-data",
        "url": "https://www.bls.gov/emp/home.htm",
        "retrieved": as_of.isoformat(),
        "fresh_months": "24",
        "licence": "Public domain (US government work)",
    }
