"""The bulk tables of data folders, found by the folders that they lie in."""

from collections.abc import Collection, Sequence
from pathlib import Path
from re import fullmatch
from typing import Any, Final, NamedTuple, TypeVar

from careerkit.csvdata.kinds import FOLDERS, TableKind, kinds_in
from careerkit.csvdata.reading import TableReader, read_table
from careerkit.csvdata.table import inside
from careerkit.model.problem import Problem
from careerkit.suggest import did_you_mean

_SUFFIX: Final = ".csv"
_SHARED: Final = {folder for folder in FOLDERS if any(kind.file for kind in kinds_in(folder))}
"""The folders that hold a folder a source."""
PLACES: Final = tuple(f"{name}/SOURCE" if name in _SHARED else name for name in FOLDERS)
"""Where tables are kept below a data folder, for people."""

_Row = TypeVar("_Row", bound=tuple[Any, ...])


class SourceTables(NamedTuple):
    """The tables of one source in one folder.

    ``shown`` is their file's or folder's name in problems, ``files`` how many there are.
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
        """The number of files they were read from."""
        return sum(tables.files for tables in self.tables)


_Found = tuple[list[SourceTables], list[Problem]]


def read_bulk(folder: Path, shown: str) -> tuple[Bulk, list[Problem]]:
    """Return the bulk tables below a data folder, and what is wrong with them."""
    found: list[SourceTables] = []
    problems: list[Problem] = []
    for name in FOLDERS:
        if (folder / name).is_dir():
            tables, wrong = read_folder(folder / name, name, f"{shown}/{name}")
            found += tables
            problems += wrong
    return Bulk(found), problems


def read_bulk_at(path: Path) -> tuple[Bulk, list[Problem]] | None:
    """Return the tables in a folder of bulk tables, or in one of its files, as ``read_bulk``.

    Returns None where a path, by the folders that it lies in, is none of these.
    """
    *_, outer, inner, name = ("", "", *path.resolve().parts)
    shown = str(path)
    if path.is_dir():
        if name in FOLDERS:
            tables, problems = read_folder(path, name, shown)
            return Bulk(tables), problems
        if inner in _SHARED:
            one, problems = read_source(path, inner, shown)
            return Bulk([one]), problems
    elif path.suffix == _SUFFIX and inner in FOLDERS and inner not in _SHARED:
        one, problems = _read_single(path, inner, shown)
        return Bulk([one]), problems
    elif path.suffix == _SUFFIX and outer in _SHARED:
        one, problems = read_source(path.parent, outer, str(path.parent), only=path.name)
        return Bulk([one]), problems
    return None


def read_folder(path: Path, folder: str, shown: str) -> _Found:
    """Return the tables of every source in a ``folder`` of tables, and what is wrong with them."""
    if folder in _SHARED:
        belongs = f"does not belong here: {folder}/ holds a folder for each source"
        paths, problems = inside(path, shown, "", belongs)
    else:
        belongs = f"does not belong here: {folder}/ holds one {_SUFFIX} file for each source"
        paths, problems = inside(path, shown, _SUFFIX, belongs)
    read = read_source if folder in _SHARED else _read_single
    found: list[SourceTables] = []
    for each in paths:
        tables, wrong = read(each, folder, f"{shown}/{each.name}")
        problems += wrong
        if tables.files or wrong:  # git keeps no empty folder, so that one is no mistake
            found.append(tables)
    return found, problems


def read_source(
    path: Path, folder: str, shown: str, only: str = ""
) -> tuple[SourceTables, list[Problem]]:
    """Return the tables that a source has in its own folder, and what is wrong with them.

    ``only`` is the name of the one table that is meant; those that it refers to are read too.
    """
    kinds = kinds_in(folder)
    belong = ", ".join(dict.fromkeys(kind.example for kind in kinds))
    belongs = f"does not belong here: {folder}/SOURCE/ holds tables like {belong}"
    paths, problems = ([path / only], []) if only else inside(path, shown, _SUFFIX, belongs)
    source = (path if path.name not in ("", "..") else path.resolve()).name
    tables = SourceTables(source, shown, len(paths), {})
    wanted = _by_kind(paths, kinds)
    problems += [
        Problem(file=f"{shown}/{each.name}", line=1, column=1, code="stray-file", message=belongs)
        for each in paths
        if not any(each in listed for listed in wanted.values())
    ]
    readers: dict[type, TableReader[Any]] = {}
    for kind, listed in wanted.items():
        reader = readers[kind.row] = TableReader(kind.row)
        target = readers.get(kind.refers.row) if kind.refers else None
        known = target.keys if target and target.whole else None
        rows = tables.rows.setdefault(kind.row, [])
        for each in listed:
            read, wrong = reader.read(each, f"{shown}/{each.name}", known)
            rows += read
            problems += wrong
    return tables, problems


def check_sources(bulk: Bulk, known: Collection[str]) -> list[Problem]:
    """Return a problem for each table whose name is no source on record."""
    return [
        Problem(
            file=tables.shown,
            line=1,
            column=1,
            code="unknown-source",
            message=f"it is named after its source, and there is no source '{tables.source}'"
            f"{did_you_mean(tables.source, known)}",
        )
        for tables in bulk.tables
        if tables.source not in known
    ]


def _read_single(path: Path, folder: str, shown: str) -> tuple[SourceTables, list[Problem]]:
    (kind,) = kinds_in(folder)
    rows, problems = read_table(path, kind.row, shown)
    return SourceTables(path.stem, shown, 1, {kind.row: rows}), problems


def _by_kind(paths: Sequence[Path], kinds: Sequence[TableKind]) -> dict[TableKind, list[Path]]:
    """Return the tables of each kind that has any, with those that others refer to, in order."""
    found: dict[TableKind, list[Path]] = {kind: [] for kind in kinds}
    for path in paths:
        if fitting := [kind for kind in kinds if fullmatch(kind.file, path.name)]:
            found[_like(path, fitting)].append(path)
    for kind in kinds:
        if found[kind] and kind.refers:
            other = next(each for each in kinds if each.row is kind.refers.row)
            found[other] = found[other] or [found[kind][0].with_name(other.example)]
    return {kind: listed for kind, listed in found.items() if listed}


def _like(path: Path, kinds: Sequence[TableKind]) -> TableKind:
    """Tell tables of the same name apart by the columns that the first line names."""
    if len(kinds) > 1:
        try:
            with path.open("rb") as stream:
                first = stream.readline(1000).decode("utf-8-sig").strip()
        except (OSError, UnicodeDecodeError):
            first = ""
        for kind in kinds:
            if first == ",".join(kind.row._fields):
                return kind
    return kinds[0]
