"""The tables of BLS Employment Projections as they are laid out, and the words they use.

A new layout of the survey changes this module alone. Counts are published in thousands with one
decimal, and become persons. ``—`` is missing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from careerkit.errors import bad_data
from careerkit.importers.tables import Openable, Row, first_cell, once, sheet_names, sheet_rows

SOURCES: Final = "bls-projections-"
"""How the ids of sources begin, one a vintage."""
MAIN: Final = "Table 1.2"
ATTAINMENT: Final = "Table 5.3"
ENTRY: Final = "Table 5.4"
_MISSING: Final = ("—", "-")
_DASH: Final = "\u2013"
"""BLS writes periods with an en dash."""
_TYPE: Final = "Occupation type"
_ENTRY: Final = {
    "education": "Typical education needed for entry",
    "experience": "Work experience in a related occupation",
    "training": "Typical on-the-job training needed to attain competency in the occupation",
}
_WORDS: Final = {
    "education": {
        "No formal educational credential": "none",
        "High school diploma or equivalent": "high_school",
        "Some college, no degree": "some_college",
        "Postsecondary nondegree award": "certificate",
        "Associate's degree": "associate",
        "Bachelor's degree": "bachelor",
        "Master's degree": "master",
        "Doctoral or professional degree": "doctorate",
    },
    "experience": {
        "None": "none",
        "Less than 5 years": "under_5_years",
        "5 years or more": "5_years_or_more",
    },
    "training": {
        "None": "none",
        "Internship/residency": "internship_residency",
        "Apprenticeship": "apprenticeship",
        "Long-term on-the-job training": "long_term",
        "Moderate-term on-the-job training": "moderate_term",
        "Short-term on-the-job training": "short_term",
    },
}
_SHARES: Final = {
    "Less than high school diploma": "less_than_high_school",
    "High school diploma or equivalent": "high_school",
    "Some college, no degree": "some_college",
    "Associate's degree": "associate",
    "Bachelor's degree": "bachelor",
    "Master's degree": "master",
    "Doctoral or professional degree": "doctorate",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The workbooks of one vintage: which of them holds each table, and the years it is of."""

    sheets: Mapping[str, Openable]
    base: int
    horizon: int

    def soc(self, row: Row) -> str:
        """Return the SOC code of a row."""
        return row.text(self._code)

    def title(self, row: Row) -> str:
        """Return the title of a row, with the marks of its footnotes."""
        return row.text(f"{self.base} National Employment Matrix title")

    def line_items(self) -> Iterator[Row]:
        """Yield the occupations of table 1.2, each code once, without the rows that add up."""
        columns = [_TYPE, *self._figures.values(), *_ENTRY.values()]
        yield from once(self._occupations(columns), self._code)

    @property
    def source(self) -> str:
        """The id of the source."""
        return f"{SOURCES}{self._period}"

    @property
    def source_fields(self) -> dict[str, str]:
        """What a record of the source says, but for what is usual."""
        return {
            "title": f"Employment Projections {self._period}, tables 1.2, 5.3 and 5.4",
            "publisher": "US Bureau of Labor Statistics",
            "url": "https://www.bls.gov/emp/home.htm",
            "fresh_months": "24",
        }

    @property
    def _period(self) -> str:
        return f"{self.base}-{self.horizon % 100:02}"

    def attainments(self) -> Iterator[tuple[Row, dict[str, float | int | None]]]:
        """Yield the rows of table 5.3, if there is one, each with its shares in percent."""
        for row in self._table(ATTAINMENT, list(_SHARES)):
            yield row, {key: row.number_at(column) for column, key in _SHARES.items()}

    def figures(self, row: Row) -> dict[str, float | int | None]:
        """Return a row's growth in percent and its counts in persons."""
        growth, *counts = self._figures.items()
        figures = {growth[0]: row.number_at(growth[1], _MISSING)}
        return figures | {key: _persons(row, column) for key, column in counts}

    def check_entry(self, rows: Sequence[Row]) -> None:
        """Fail where table 5.4 and the rows of table 1.2 differ: they are not of one vintage."""
        items = {self.soc(row): row for row in rows}
        for row in self._table(ENTRY, list(_ENTRY.values())):
            for column in _ENTRY.values() if self.soc(row) in items else ():
                expected = items[self.soc(row)].text(column)
                if row.text(column) != expected:
                    raise row.wrong(column, f"differs from table 1.2, which has '{expected}'")

    @property
    def _code(self) -> str:
        return f"{self.base} National Employment Matrix code"

    @property
    def _figures(self) -> dict[str, str]:
        period = f"{self.base}{_DASH}{self.horizon % 100:02}"
        return {
            "growth_percent": f"Employment change, percent, {period}",
            "employment_base": f"Employment, {self.base}",
            "employment_horizon": f"Employment, {self.horizon}",
            "openings_per_year": f"Occupational openings, {period} annual average",
        }

    def _occupations(self, columns: Sequence[str]) -> Iterator[Row]:
        count = 0
        for row in self._rows(MAIN, columns):
            if row.cell(_TYPE) == "Line item":
                count += 1
                yield row
            elif row.cell(_TYPE) != "Summary":
                raise row.wrong(_TYPE, "holds neither 'Line item' nor 'Summary'")
        if not count:
            raise bad_data(f"{self.sheets[MAIN]}, sheet '{MAIN}': has no 'Line item'")

    def _table(self, sheet: str, columns: Sequence[str]) -> Iterator[Row]:
        if sheet in self.sheets:
            yield from once(self._rows(sheet, columns), self._code)

    def _rows(self, sheet: str, columns: Sequence[str]) -> Iterator[Row]:
        """Yield the rows of occupations: those above the notes, which have no code."""
        path, code = self.sheets[sheet], self._code
        named = [f"{self.base} National Employment Matrix title", code, *columns]
        ended = False
        for row in sheet_rows(path, sheet, named, header=2):
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


def find_matrix(paths: Sequence[Openable]) -> Matrix:
    """Return the tables that workbooks hold: 1.2 at least, and each of them once."""
    sheets: dict[str, Openable] = {}
    for path in paths:
        for sheet in sheet_names(path):
            if sheet not in (MAIN, ATTAINMENT, ENTRY):
                continue
            if sheet in sheets:
                first = sheets[sheet]
                raise bad_data(f"sheet '{sheet}' is in {first} and in {path}; name only one")
            sheets[sheet] = path
    if MAIN not in sheets:
        raise bad_data(f"no sheet '{MAIN}' in {', '.join(map(str, paths))}")
    years = re.search(rf"(\d{{4}})\s*[{_DASH}-]\s*(\d{{4}})", first_cell(sheets[MAIN], MAIN))
    if not years:
        raise bad_data(f"{sheets[MAIN]}, sheet '{MAIN}', row 1: names no period, such as 2024-2034")
    return Matrix(sheets=sheets, base=int(years[1]), horizon=int(years[2]))


def entry_words(row: Row) -> dict[str, str]:
    """Return the education, experience and training of a row in words of the vocabularies."""
    return {key: row.word(column, _WORDS[key]) for key, column in _ENTRY.items()}


def _persons(row: Row, column: str) -> int | None:
    thousands = row.number_at(column, _MISSING)
    return None if thousands is None else round(thousands * 1000)
