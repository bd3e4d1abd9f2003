"""Read bulk tables to rows, and write them, by the type of the rows."""

import csv
import io
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from operator import getitem, itemgetter
from pathlib import Path
from typing import Any, Generic, TypeVar

from careerkit.csvdata.cells import WrongCellError, cell_of, columns_of
from careerkit.csvdata.kinds import Reference, TableKind, kind_of
from careerkit.csvdata.table import Mistake, Table
from careerkit.model.problem import Problem

Row = TypeVar("Row", bound=tuple[Any, ...])


class TableReader(Generic[Row]):
    """Reads all tables of one kind of a source.

    ``keys`` has the keys of all rows, wrong ones too, so that references to those are no further
    problem. Where not all rows could be read, ``whole`` is false and there may be other keys.
    """

    def __init__(self, row: type[Row]) -> None:
        self.keys: set[Any] = set()
        self.whole = True
        self._row = row
        self._kind = kind_of(row)
        self._columns = columns_of(row)

    def read(
        self, path: Path, shown: str = "", known: Container[str] | None = None
    ) -> tuple[list[Row], list[Problem]]:
        """Return the valid rows of a table and every problem in it, which show it as ``shown``.

        ``known`` has the keys that its rows may refer to; None skips that check.
        """
        table = Table(path, shown or str(path), self._kind.row._fields)
        refers = self._kind.refers
        if refers and refers.row is self._row:
            known = _own_keys(path, self._kind, refers.unless)
        rows = [*self._sound(table, known)]
        self.whole = self.whole and table.is_whole
        return rows, table.problems

    def row(self, cells: Sequence[str]) -> Row | Mistake:
        """Return the row with these cells, or its first mistake."""
        try:
            row = tuple.__new__(self._row, map(getitem, self._columns, cells))
        except WrongCellError:
            return next(self._mistakes(cells))
        return (self._kind.check and self._kind.check(row)) or row

    def _mistakes(self, cells: Sequence[str]) -> Iterator[Mistake]:
        for at, (column, cell) in enumerate(zip(self._columns, cells, strict=True)):
            try:
                column[cell]
            except WrongCellError as error:
                yield Mistake(at, error.code, error.message)

    def _sound(self, table: Table, known: Container[str] | None) -> Iterator[Row]:
        kind, row_of, keys = self._kind, self.row, self.keys
        key_of = _key(kind)
        refers = kind.refers if known is not None else None
        at = kind.at(refers.column) if refers else 0
        for cells in table.rows():
            row = row_of(cells)
            key = key_of(cells)
            if isinstance(row, Mistake):
                table.report(row)
            elif key in keys:
                table.report(_repeated(kind, cells))
            elif refers and known is not None and cells[at] and cells[at] not in known:
                table.report(_unknown(kind, refers, cells[at]))
            else:
                yield row
            keys.add(key)


def read_table(path: Path, row: type[Row], shown: str = "") -> tuple[list[Row], list[Problem]]:
    """Return the valid rows of one table and every problem in it."""
    return TableReader(row).read(path, shown)


def table_text(row: type[Row], rows: Iterable[Sequence[object]]) -> str:
    """Return the CSV text of a table with ``rows``, in the order of its kind."""
    kind = kind_of(row)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(kind.row._fields)
    ordered = sorted(rows, key=kind.order or _key(kind))
    writer.writerows([cell_of(value) for value in cells] for cells in ordered)
    return stream.getvalue()


def _key(kind: TableKind) -> Callable[[Sequence[Any]], Any]:
    return itemgetter(*map(kind.at, kind.key))


def _own_keys(path: Path, kind: TableKind, unless: str) -> set[Any]:
    """Return the keys that rows of a table may name in the same table; a mistake hides no key."""
    key_of, former = _key(kind), kind.at(unless)
    table = Table(path, "", kind.row._fields)
    return {key_of(cells) for cells in table.rows() if not cells[former]}


def _repeated(kind: TableKind, cells: Sequence[str]) -> Mistake:
    at = [*map(kind.at, kind.key)]
    key = ", ".join(cells[column] for column in at)
    return Mistake(at[-1], "repeated", f"'{key}' is given already")


def _unknown(kind: TableKind, refers: Reference, cell: str) -> Mistake:
    other = kind_of(refers.row)
    place = "this table" if other is kind else other.file
    code = f"unknown-{refers.what.rpartition(' ')[2]}"
    at = kind.at(refers.column)
    return Mistake(at, code, f"'{cell}' is no {refers.what} of {place}")
