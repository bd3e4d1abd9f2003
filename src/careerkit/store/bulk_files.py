"""Bulk tables of data folders, read and checked: other titles of occupations, local wages."""

from collections.abc import Collection
from pathlib import Path
from typing import Final, NamedTuple

from careerkit.csvdata.titles import TitleTable, read_title_table, read_titles
from careerkit.csvdata.wages import WageTables, read_wage_tables, read_wages
from careerkit.model.problem import Problem
from careerkit.suggest import did_you_mean

TITLES: Final = "titles"
WAGES: Final = "wages"
_TABLE: Final = ".csv"


class Bulk(NamedTuple):
    """Bulk tables: titles, local wages."""

    titles: list[TitleTable]
    wages: list[WageTables]

    @property
    def files(self) -> int:
        """The number of files they were read from."""
        return len(self.titles) + sum(tables.files for tables in self.wages)


def read_bulk(folder: Path, shown: str) -> tuple[Bulk, list[Problem]]:
    """Return the bulk tables below a data folder, and what is wrong with them."""
    titles, wages = folder / TITLES, folder / WAGES
    read, wrong = read_titles(titles, f"{shown}/{TITLES}") if titles.is_dir() else ([], [])
    local, worse = read_wages(wages, f"{shown}/{WAGES}") if wages.is_dir() else ([], [])
    return Bulk(read, local), wrong + worse


def read_bulk_at(path: Path) -> tuple[Bulk, list[Problem]] | None:
    """Return the tables in a folder of bulk tables, or in one of its files, as ``read_bulk``.

    Returns None where a path, by the folders that it lies in, is none of these.
    """
    *_, outer, inner, name = ("", "", *path.resolve().parts)
    shown = str(path)
    if path.is_dir():
        if name == TITLES:
            read, wrong = read_titles(path, shown)
            return Bulk(read, []), wrong
        if name == WAGES:
            local, wrong = read_wages(path, shown)
            return Bulk([], local), wrong
        if inner == WAGES:
            tables, wrong = read_wage_tables(path, shown)
            return Bulk([], [tables]), wrong
    elif path.suffix == _TABLE and inner == TITLES:
        table, wrong = read_title_table(path, shown)
        return Bulk([table], []), wrong
    elif path.suffix == _TABLE and outer == WAGES:
        tables, wrong = read_wage_tables(path.parent, str(path.parent), only=path.name)
        return Bulk([], [tables]), wrong
    return None


def check_sources(bulk: Bulk, known: Collection[str]) -> list[Problem]:
    """Return a problem for each table whose name is no source on record."""
    places = [(table.shown, table.source) for table in bulk.titles]
    places += [(tables.shown, tables.source) for tables in bulk.wages]
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
