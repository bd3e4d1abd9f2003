"""Read the records of data folders: every file and every problem, in a fixed order."""

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from careerkit.model.kinds import BULK_FOLDERS, FOLDERS, UNDER_WAY, Kind
from careerkit.model.problem import Problem
from careerkit.model.shape import slots_of
from careerkit.model.types import ID_PATTERN
from careerkit.progress import Progress
from careerkit.suggest import did_you_mean
from careerkit.yamldata.decode import Document, decode
from careerkit.yamldata.nodes import read_tree
from careerkit.yamldata.scalars import ScalarError, check_text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFile:
    """A file that should hold one record; ``shown`` is its name in problems."""

    kind: Kind
    path: Path
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record that decoded without a problem, with the document that has its positions."""

    kind: Kind
    id: str
    value: object
    document: Document


def find_files(folder: Path, shown: str) -> tuple[list[RecordFile], list[Problem]]:
    """Return the record files below a data folder, and what does not belong there."""
    files: list[RecordFile] = []
    problems: list[Problem] = []
    for child in sorted(folder.iterdir()):
        if child.suffix == ".yaml" and child.is_file():
            message = f"put it in a folder named after its kind: {', '.join(FOLDERS)}"
            problems.append(Problem.of_file(f"{shown}/{child.name}", "no-kind", message))
        if child.name == UNDER_WAY:
            message = "an import is under way, or was cut short; run the import again"
            problems.append(Problem.of_file(f"{shown}/{child.name}", "unfinished-import", message))
            continue
        if child.name.startswith(".") or child.name in BULK_FOLDERS or not child.is_dir():
            continue
        kind = FOLDERS.get(child.name)
        if kind is None:
            hint = did_you_mean(child.name, (*FOLDERS, *BULK_FOLDERS))
            message = f"'{child.name}' is not a folder of records{hint}"
            problems.append(Problem.of_file(f"{shown}/{child.name}", "unknown-folder", message))
            continue
        of_kind, stray = find_files_of(kind, child, f"{shown}/{child.name}")
        files += of_kind
        problems += stray
    return files, problems


def find_files_of(kind: Kind, folder: Path, shown: str) -> tuple[list[RecordFile], list[Problem]]:
    """Return the record files in the folder of one kind, and what does not belong there."""
    files: list[RecordFile] = []
    problems: list[Problem] = []
    for path in sorted(path for path in folder.iterdir() if not path.name.startswith(".")):
        name = f"{shown}/{path.name}"
        if path.suffix == ".yaml" and (path.is_file() or path.is_symlink()):
            files.append(RecordFile(kind=kind, path=path, shown=name))
        else:
            message = "is not a record; one .yaml file a record belongs here"
            problems.append(Problem.of_file(name, "stray-file", message))
    return files, problems


def read_entries(
    files: Iterable[RecordFile], progress: Progress | None = None
) -> tuple[list[Entry], list[Problem]]:
    """Decode every file; return the good records and every problem of the others."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    files = list(files)
    with _no_collection():
        for done, file in enumerate(files, 1):
            entry, wrong = _read_entry(file)
            problems.extend(wrong)
            if entry:
                entries.append(entry)
            if progress:
                progress(done, len(files))
    return entries, problems


def _read_entry(file: RecordFile) -> tuple[Entry | None, list[Problem]]:
    root = read_tree(file.path, file.shown)
    if isinstance(root, Problem):
        return None, [root]
    document = Document(shown=file.shown)
    stem = file.path.stem
    if wrong := _misnamed(file.kind, stem):
        document.report((), "file-name", wrong)
    value = decode(file.kind.record, root, document, {"id": stem})
    if value is None or document.problems:
        return None, document.problems
    return Entry(kind=file.kind, id=stem, value=value, document=document), []


def _misnamed(kind: Kind, stem: str) -> str | None:
    """Return why a record of ``kind`` cannot be called ``stem``, None where it can."""
    constraint = slots_of(kind.record)["id"].constraint
    if constraint and constraint.values:
        try:
            check_text(constraint, stem)
        except ScalarError as error:
            return error.message
    elif not re.fullmatch(ID_PATTERN, stem):
        return f"'{stem}' cannot be an id; name the file in lower case, words joined by '-'"
    return None


@contextmanager
def _no_collection() -> Iterator[None]:
    """Disable garbage collection: nodes have no cycles, and reading is a third faster."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
