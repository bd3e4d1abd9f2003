"""Bulk tables of data folders, read and checked: titles, local wages, programs and schools."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from careerkit.csvdata.cip import CipTable, read_cip_table, read_cips
from careerkit.csvdata.crosswalks import CrosswalkTable, read_crosswalk_table, read_crosswalks
from careerkit.csvdata.schools import SchoolTables, read_school_tables, read_schools
from careerkit.csvdata.titles import TitleTable, read_title_table, read_titles
from careerkit.csvdata.wages import WageTables, read_wage_tables, read_wages
from careerkit.model.problem import Problem
from careerkit.suggest import did_you_mean

TITLES: Final = "titles"
WAGES: Final = "wages"
CIPS: Final = "cip"
CROSSWALKS: Final = "crosswalks"
SCHOOLS: Final = "schools"
_TABLE: Final = ".csv"

_Read = Callable[[Path, str], tuple[list[Any], list[Problem]]]
_READERS: Final[Mapping[str, _Read]] = {
    TITLES: read_titles,
    WAGES: read_wages,
    CIPS: read_cips,
    CROSSWALKS: read_crosswalks,
    SCHOOLS: read_schools,
}
"""What reads a folder of tables, by its name, in the order of ``Bulk``."""
_FILE_READERS: Final[Mapping[str, Callable[[Path, str], tuple[Any, list[Problem]]]]] = {
    TITLES: read_title_table,
    CIPS: read_cip_table,
    CROSSWALKS: read_crosswalk_table,
}
"""What reads a table of a folder that holds one file a source."""
_SOURCE_READERS: Final[Mapping[str, Callable[..., tuple[Any, list[Problem]]]]] = {
    WAGES: read_wage_tables,
    SCHOOLS: read_school_tables,
}
"""What reads the tables of a source, of a folder that holds one folder a source."""
PLACES: Final = tuple(f"{each}/SOURCE" if each in _SOURCE_READERS else each for each in _READERS)
"""Where tables are kept below a data folder, for people."""


class Bulk(NamedTuple):
    """Bulk tables: titles, local wages, codes of programs, their occupations, schools."""

    titles: list[TitleTable]
    wages: list[WageTables]
    cips: Sequence[CipTable] = ()
    crosswalks: Sequence[CrosswalkTable] = ()
    schools: Sequence[SchoolTables] = ()

    @property
    def files(self) -> int:
        """The number of files they were read from."""
        single = len(self.titles) + len(self.cips) + len(self.crosswalks)
        local = sum(tables.files for tables in self.wages)
        return single + local + sum(tables.files for tables in self.schools)


def read_bulk(folder: Path, shown: str) -> tuple[Bulk, list[Problem]]:
    """Return the bulk tables below a data folder, and what is wrong with them."""
    found: list[list[Any]] = []
    problems: list[Problem] = []
    for name, read in _READERS.items():
        place = folder / name
        tables, wrong = read(place, f"{shown}/{name}") if place.is_dir() else ([], [])
        found.append(tables)
        problems += wrong
    return Bulk(*found), problems


def read_bulk_at(path: Path) -> tuple[Bulk, list[Problem]] | None:
    """Return the tables in a folder of bulk tables, or in one of its files, as ``read_bulk``.

    Returns None where a path, by the folders that it lies in, is none of these.
    """
    *_, outer, inner, name = ("", "", *path.resolve().parts)
    shown = str(path)
    if path.is_dir():
        if name in _READERS:
            tables, wrong = _READERS[name](path, shown)
            return _only(name, tables), wrong
        if inner in _SOURCE_READERS:
            one, wrong = _SOURCE_READERS[inner](path, shown)
            return _only(inner, [one]), wrong
    elif path.suffix == _TABLE and inner in _FILE_READERS:
        one, wrong = _FILE_READERS[inner](path, shown)
        return _only(inner, [one]), wrong
    elif path.suffix == _TABLE and outer in _SOURCE_READERS:
        one, wrong = _SOURCE_READERS[outer](path.parent, str(path.parent), only=path.name)
        return _only(outer, [one]), wrong
    return None


def _only(name: str, tables: list[Any]) -> Bulk:
    """Return tables of one folder, by its name, and none of the others."""
    return Bulk(*(tables if each == name else [] for each in _READERS))


def check_sources(bulk: Bulk, known: Collection[str]) -> list[Problem]:
    """Return a problem for each table whose name is no source on record."""
    places = [(tables.shown, tables.source) for each in bulk for tables in each]
    return [
        Problem(
            file=shown,
            line=1,
            column=1,
            code="unknown-source",
            message=f"it is named after its source, and there is no source '{source}'"
            f"{did_you_mean(source, known)}",
        )
        for shown, source in places
        if source not in known
    ]
