"""The text files of the O*NET database: which are needed, of which version, and their rows."""

import re
from collections import deque
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from careerkit.errors import bad_data
from careerkit.importers.tables import Openable, Row, opened, text_rows

CODE: Final = "O*NET-SOC Code"
OTHER_CODE: Final = "Related O*NET-SOC Code"
README: Final = "Read Me.txt"
OCCUPATIONS: Final = "Occupation Data.txt"
ALTERNATE: Final = "Alternate Titles.txt"
REPORTED: Final = "Sample of Reported Titles.txt"
ZONES: Final = "Job Zones.txt"
INTERESTS: Final = "Interests.txt"
EDUCATION: Final = "Education, Training, and Experience.txt"
TECHNOLOGY: Final = "Technology Skills.txt"
RELATED: Final = "Related Occupations.txt"
_COLUMNS: Final = {
    OCCUPATIONS: ("Title", "Description"),
    ALTERNATE: ("Alternate Title", "Short Title", "Source(s)"),
    REPORTED: ("Reported Job Title", "Shown in My Next Move"),
    ZONES: ("Job Zone", "Domain Source"),
    INTERESTS: ("Element Name", "Scale ID", "Data Value", "Domain Source"),
    EDUCATION: ("Scale ID", "Category", "Data Value", "Recommend Suppress", "Domain Source"),
    TECHNOLOGY: ("Example", "In Demand"),
    RELATED: (OTHER_CODE, "Relatedness Tier", "Index"),
}
"""What is read of each file, and its last column: a row without that is cut short."""
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_NOTES: Final = 1 << 20
"""How many bytes of the notes are read: they begin with the version."""
_MAJOR: Final = 2
"""How many characters of a code name its major group."""


class Version(NamedTuple):
    """A release of the database; ``published`` is its month, as in 2025-12."""

    major: int
    minor: int
    published: str

    @property
    def name(self) -> str:
        """The number as O*NET writes it."""
        return f"{self.major}.{self.minor}"

    @property
    def source(self) -> str:
        """The id of the source."""
        return f"onet-{self.major}-{self.minor}"


def needed(paths: Sequence[Openable]) -> dict[str, Openable]:
    """Return the files that are read, by name; others, such as the tasks, are left alone.

    Raises ``CareerkitError`` where one is absent or given twice.
    """
    files: dict[str, Openable] = {}
    for path in paths:
        if path.suffix != ".txt":
            raise bad_data(f"{path}: is none of the database's text files, which end in .txt")
        if path.name in files:
            raise bad_data(f"{path}: is given twice, also as {files[path.name]}")
        files[path.name] = path
    if absent := [name for name in (README, *_COLUMNS) if name not in files]:
        missing = ", ".join(f"'{name}'" for name in absent)
        raise bad_data(f"missing {missing}: give the folder or zip of the text files of O*NET")
    return files


def version_of(readme: Openable) -> Version:
    """Return the version that the notes of the database name."""
    with opened(readme) as stream:
        text = stream.read(_NOTES).decode("utf-8-sig", "replace")
    number = re.search(r"^O\*NET (\d+)\.(\d+) Database", text)
    release = re.search(r"^(\w+) (\d{4}) Release", text, re.MULTILINE)
    if number is None or release is None or release[1] not in _MONTHS:
        raise bad_data(f"{readme}: names no version and month, such as O*NET 30.1, December 2025")
    month = _MONTHS.index(release[1]) + 1
    return Version(int(number[1]), int(number[2]), f"{release[2]}-{month:02}")


def read_tables(files: Mapping[str, Openable]) -> dict[str, list[Row]]:
    """Return the rows of every table, by the name of its file.

    Each is whole, and in the order of its codes, all of which are occupations of the database.
    """
    tables = {name: _rows(files[name], columns) for name, columns in _COLUMNS.items()}
    known = {row.text(CODE) for row in tables[OCCUPATIONS]}
    for name, rows in tables.items():
        for column in (CODE, OTHER_CODE) if name == RELATED else (CODE,):
            for row in rows:
                if row.text(column) not in known:
                    raise row.wrong(column, f"holds '{row.text(column)}', not in '{OCCUPATIONS}'")
    _check_ends(tables, (OCCUPATIONS, ALTERNATE), _MAJOR)
    _check_ends(tables, (ZONES, INTERESTS, RELATED, EDUCATION, TECHNOLOGY, REPORTED), _MAJOR)
    _check_ends(tables, (ZONES, INTERESTS, RELATED), None)
    return tables


def _rows(path: Openable, columns: Sequence[str]) -> list[Row]:
    rows: list[Row] = []
    for row in text_rows(path, [CODE, *columns], "\t"):
        row.cell(columns[-1])  # which a row that is cut short lacks
        code = row.code(CODE, r"\d\d-\d{4}\.\d\d", "no O*NET-SOC code")
        if rows and code < (before := rows[-1].text(CODE)):
            raise row.wrong(CODE, f"holds '{code}' after '{before}': the rows are out of order")
        rows.append(row)
    if not rows:
        raise bad_data(f"{path}: has no rows")
    with opened(path) as stream:
        if not deque(stream, maxlen=1)[0].endswith(b"\n"):
            raise rows[-1].wrong(columns[-1], "is not the end of a line; is the file cut short?")
    return rows


def _check_ends(tables: Mapping[str, list[Row]], names: Sequence[str], length: int | None) -> None:
    """Fail where a table ends before others do, by the first ``length`` characters of the code."""
    ends = {name: tables[name][-1].text(CODE)[:length] for name in names}
    furthest = max(ends, key=lambda name: ends[name])
    for name, end in ends.items():
        if end < ends[furthest]:
            last = tables[name][-1]
            where = f"'{furthest}' goes on to '{tables[furthest][-1].text(CODE)}'"
            raise last.wrong(CODE, f"ends with '{last.text(CODE)}', but {where}; is it cut short?")
