"""Checking data folders and single records without writing anything."""

from collections.abc import Sequence
from pathlib import Path

from careerkit.model.kinds import FOLDERS, KINDS
from careerkit.model.problem import Problem
from careerkit.store.compile import load_files
from careerkit.store.locate import BUNDLED, CHECKOUT
from careerkit.store.read import Store
from careerkit.yamldata.records import RecordFile, find_files, find_files_of


def validate(paths: Sequence[Path]) -> tuple[int, list[Problem]]:
    """Return how many record files ``paths`` hold and every problem in them.

    A record may refer to the built-in ones. A single file is checked as the kind of its folder's
    name; a folder is either a data folder or one of its folders of records.
    """
    files: list[RecordFile] = []
    problems: list[Problem] = []
    for path in paths:
        found, misplaced = _files_at(path)
        files += found
        problems += misplaced
    _, wrong = load_files(files, _known())
    return len(files), sorted(problems + wrong)


def _files_at(path: Path) -> tuple[list[RecordFile], list[Problem]]:
    resolved = path.resolve()
    if path.is_dir():
        kind = FOLDERS.get(resolved.name)
        return find_files_of(kind, path, str(path)) if kind else find_files(path, str(path))
    kind = FOLDERS.get(resolved.parent.name)
    if kind is None:
        message = f"put it in a folder named after its kind: {', '.join(FOLDERS)}"
        return [], [Problem(file=str(path), line=1, column=1, code="no-kind", message=message)]
    return [RecordFile(kind=kind, path=path, shown=str(path))], []


def _known() -> dict[str, set[str]]:
    """Return the ids of the built-in records, without asking that they be sound."""
    if not BUNDLED.is_file():
        files, _ = find_files(CHECKOUT, "") if CHECKOUT.is_dir() else ([], [])
        return {kind: {f.path.stem for f in files if f.kind.name == kind} for kind in KINDS}
    store = Store(BUNDLED)
    return {kind: set(store.ids(kind)) for kind in KINDS}
