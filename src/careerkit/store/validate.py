"""Check data folders and single records without writing anything."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from careerkit.csvdata.folders import PLACES, Bulk, check_sources, read_bulk, read_bulk_at
from careerkit.model.kinds import FOLDERS, KINDS
from careerkit.model.problem import Problem
from careerkit.store.compile import load_files
from careerkit.store.open_store import BUNDLED, CHECKOUT
from careerkit.store.read import Store
from careerkit.yamldata.records import RecordFile, find_files, find_files_of


def validate(paths: Sequence[Path]) -> tuple[int, list[Problem]]:
    """Return the number of files of records and bulk tables in ``paths`` and every problem in them.

    A path is a data folder, one of the folders in it, or a file, whose kind is that of its folder.
    Records may refer to the built-in ones.
    """
    files: list[RecordFile] = []
    tables: list[Bulk] = []
    problems: list[Problem] = []
    for path in paths:
        at_path, bulk, misplaced = _files_at(path)
        files += at_path
        tables.append(bulk)
        problems += misplaced
    known = _known()
    _, wrong = load_files(files, known)
    sources = known["source"] | {file.path.stem for file in files if file.kind.name == "source"}
    for bulk in tables:
        problems += check_sources(bulk, sources)
    return len(files) + sum(bulk.files for bulk in tables), sorted({*problems, *wrong})


def _files_at(path: Path) -> tuple[list[RecordFile], Bulk, list[Problem]]:
    resolved, shown, none = path.resolve(), str(path), Bulk()
    if bulk := read_bulk_at(path):
        return [], *bulk
    if path.is_dir():
        if kind := FOLDERS.get(resolved.name):
            files, problems = find_files_of(kind, path, shown)
            return files, none, problems
        files, problems = find_files(path, shown)
        tables, wrong = read_bulk(path, shown)
        return files, tables, problems + wrong
    kind = FOLDERS.get(resolved.parent.name)
    if kind is None:
        folders = ", ".join((*FOLDERS, *PLACES))
        message = f"put it in a folder named after its kind: {folders}"
        return [], none, [Problem.of_file(shown, "no-kind", message)]
    return [RecordFile(kind=kind, path=path, shown=shown)], none, []


def _known() -> dict[str, set[str]]:
    """Return the ids of the built-in records by kind; the records need not be valid."""
    if not BUNDLED.is_file():
        files, _ = find_files(CHECKOUT, "") if CHECKOUT.is_dir() else ([], [])
        return {kind: {f.path.stem for f in files if f.kind.name == kind} for kind in KINDS}
    with closing(Store(BUNDLED)) as store:
        return {kind: set(store.ids(kind)) for kind in KINDS}
