"""Find and read the bulk tables of data folders; the folder decides the kind of table."""

from collections.abc import Callable, Collection, Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from careerkit.csvdata.kinds import TABLES, TableKind, kind_of
from careerkit.csvdata.reading import TableReader
from careerkit.csvdata.table import first_line, inside
from careerkit.model.problem import Problem
from careerkit.suggest import did_you_mean
from careerkit.words import join

_SUFFIX: Final = ".csv"
_FOLDERS: Final = dict.fromkeys(kind.folder for kind in TABLES)
_KINDS: Final = {name: [kind for kind in TABLES if kind.folder == name] for name in _FOLDERS}
_SHARED: Final = {name for name, kinds in _KINDS.items() if kinds[0].place.count("/") > 1}
"""The folders with one folder for each source; the others have one file for each."""
PLACES: Final = tuple(f"{name}/SOURCE" if name in _SHARED else name for name in _KINDS)
"""Where tables belong in a data folder, for messages."""

_Row = TypeVar("_Row", bound=tuple[Any, ...])


class SourceTables(NamedTuple):
    """The ``rows`` of the tables that one source has in one folder, by type.

    ``shown`` is the name of their file or folder in problems, ``files`` the number of tables.
    """

    source: str
    shown: str
    files: int
    rows: dict[type, list[Any]]

    def of(self, row: type[_Row]) -> list[_Row]:
        """Return all rows of a type."""
        return self.rows.get(row, [])


class Bulk(NamedTuple):
    """The bulk tables of a data folder."""

    tables: Sequence[SourceTables] = ()

    @property
    def files(self) -> int:
        """The number of files that the tables were read from."""
        return sum(tables.files for tables in self.tables)


def read_bulk(folder: Path, shown: str) -> tuple[Bulk, list[Problem]]:
    """Return the bulk tables below a data folder, and every problem in them."""
    tables: list[SourceTables] = []
    problems: list[Problem] = []
    for name in _KINDS:
        if (folder / name).is_dir():
            in_folder, wrong = read_folder(folder / name, name, f"{shown}/{name}")
            tables += in_folder
            problems += wrong
    return Bulk(tables), problems


def read_bulk_at(path: Path) -> tuple[Bulk, list[Problem]] | None:
    """Read a folder of bulk tables, or one of its files, as ``read_bulk`` does a data folder.

    Returns None where the path, by the names of the folders above it, is neither.
    """
    *_, outer, inner, name = ("", "", *path.resolve().parts)
    is_folder, is_table = path.is_dir(), path.suffix == _SUFFIX and not path.is_dir()
    if is_folder and name in _KINDS:
        tables, problems = read_folder(path, name, str(path))
        return Bulk(tables), problems
    is_source = is_folder if inner in _SHARED else is_table and inner in _KINDS
    if is_source:
        one, problems = read_source(path, inner, str(path))
    elif is_table and outer in _SHARED:
        one, problems = read_source(path.parent, outer, str(path.parent), only=path.name)
    else:
        return None
    return Bulk([one]), problems


def read_folder(path: Path, folder: str, shown: str) -> tuple[list[SourceTables], list[Problem]]:
    """Return the tables of every source in a ``folder`` of tables, and every problem in them."""
    fits = Path.is_dir if folder in _SHARED else _fits(folder)
    paths, problems = inside(path, shown, fits, _belongs(folder))
    sources: list[SourceTables] = []
    for place in paths:
        tables, wrong = read_source(place, folder, f"{shown}/{place.name}")
        problems += wrong
        if tables.files or wrong:  # an empty folder is no mistake: git keeps none
            sources.append(tables)
    return sources, problems


def read_source(
    path: Path, folder: str, shown: str, only: str = ""
) -> tuple[SourceTables, list[Problem]]:
    """Return the tables of a source, in its file or its folder, and every problem in them.

    ``only`` names the one table to read; tables that it refers to are read too.
    """
    if folder not in _SHARED:
        (kind,) = _KINDS[folder]
        rows, problems = TableReader(kind.row).read(path, shown)
        return SourceTables(path.stem, shown, 1, {kind.row: rows}), problems
    fits, belongs = _fits(folder), _belongs(folder)
    if only:
        paths, problems = [path / only], []
        if not fits(path / only):
            problems = [Problem.of_file(f"{shown}/{only}", "stray-file", belongs)]
    else:
        paths, problems = inside(path, shown, fits, belongs)
    source = (path if path.name not in ("", "..") else path.resolve()).name
    tables = SourceTables(source, shown, len(paths), {})
    readers: dict[type, TableReader[Any]] = {}
    for kind, listed in _by_kind(paths, _KINDS[folder]).items():
        reader = readers[kind.row] = TableReader(kind.row)
        target = readers.get(kind.refers.row) if kind.refers else None
        known = target.keys if target and target.whole else None
        for file in listed:
            rows, wrong = reader.read(file, f"{shown}/{file.name}", known)
            tables.rows.setdefault(kind.row, []).extend(rows)
            problems += wrong
    return tables, problems


def check_sources(bulk: Bulk, known: Collection[str]) -> list[Problem]:
    """Return a problem for each table that is not named after a known source."""
    return [
        Problem.of_file(
            tables.shown,
            "unknown-source",
            f"it is named after its source, and there is no source '{tables.source}'"
            f"{did_you_mean(tables.source, known)}",
        )
        for tables in bulk.tables
        if tables.source not in known
    ]


def _fits(folder: str) -> Callable[[Path], bool]:
    return lambda path: any(fnmatchcase(path.name, kind.file) for kind in _KINDS[folder])


def _belongs(folder: str) -> str:
    places = dict.fromkeys(kind.place for kind in _KINDS[folder])
    return f"is no table; {join(places, 'and')} belong in a data folder"


def _by_kind(paths: Iterable[Path], kinds: Sequence[TableKind]) -> dict[TableKind, list[Path]]:
    """Return the paths of each kind's tables, and of tables they refer to, in the given order."""
    by_kind: dict[TableKind, list[Path]] = {kind: [] for kind in kinds}
    for path in paths:
        fitting = [kind for kind in kinds if fnmatchcase(path.name, kind.file)]
        if fitting[1:]:  # two kinds share a name: the columns decide
            columns = first_line(path)
            fitting.sort(key=lambda kind: ",".join(kind.row._fields) != columns)
        for kind in fitting[:1]:
            by_kind[kind].append(path)
    for kind in kinds:
        if by_kind[kind] and kind.refers:
            other = kind_of(kind.refers.row)
            by_kind[other] = by_kind[other] or [by_kind[kind][0].with_name(other.file)]
    return {kind: tables for kind, tables in by_kind.items() if tables}
