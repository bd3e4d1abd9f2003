"""Data folders to a store: read, checked, written aside and renamed."""

import errno
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from careerkit.errors import bad_data
from careerkit.model.career import Career
from careerkit.model.kinds import KINDS
from careerkit.model.plain import to_plain
from careerkit.model.problem import Problem
from careerkit.model.rule import Condition
from careerkit.names import normalise
from careerkit.progress import Progress
from careerkit.store.derive import names_of, row_of, title_of
from careerkit.store.schema import FORMAT, REINDEX, TABLES
from careerkit.words import counted
from careerkit.yamldata.checks import check_entries
from careerkit.yamldata.records import Entry, RecordFile, find_files, read_entries


def load(
    folders: Sequence[Path], known: Mapping[str, Iterable[str]], progress: Progress | None = None
) -> tuple[list[Entry], list[Problem]]:
    """Read and check every record below ``folders``; a later folder's record replaces an earlier's.

    ``known`` holds ids by kind of records that are already in a store.
    """
    files, problems = [], []
    for folder in folders:
        found, misplaced = find_files(folder, str(folder))
        files += found
        problems += misplaced
    entries, wrong = load_files(files, known, progress)
    return list({(e.kind.name, e.id): e for e in entries}.values()), sorted(problems + wrong)


def load_files(
    files: Sequence[RecordFile],
    known: Mapping[str, Iterable[str]],
    progress: Progress | None = None,
) -> tuple[list[Entry], list[Problem]]:
    """Read and check record files; return the good records and every problem."""
    entries, problems = read_entries(files, progress)
    ids = {kind: {*known.get(kind, ())} for kind in KINDS}
    # A file that did not decode still names its record: what refers to it is not wrong too.
    for file in files:
        ids[file.kind.name].add(file.path.stem)
    return entries, problems + check_entries(entries, ids)


def compile_store(
    folders: Sequence[Path],
    target: Path,
    *,
    base: Path | None = None,
    fingerprint: str = "",
    progress: Progress | None = None,
) -> None:
    """Write the records below ``folders`` to ``target``, on top of the store ``base`` if given.

    The file is written beside ``target`` and renamed, so that it is whole or not there. Raises
    ``CareerkitError`` with every problem where the data are bad, ``OSError`` where nothing can be
    written.
    """
    entries, problems = load(folders, _ids_in(base), progress)
    if problems:
        raise bad_data(f"{counted(len(problems), 'problem')} in the data files", problems)
    handle, name = tempfile.mkstemp(prefix=target.name, suffix=".new", dir=target.parent)
    os.close(handle)
    aside = Path(name)
    try:
        _write(entries, aside, base, fingerprint)
        aside.replace(target)
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, str(error), str(target)) from error
    finally:
        aside.unlink(missing_ok=True)


def _ids_in(base: Path | None) -> dict[str, list[str]]:
    if base is None:
        return {}
    ids: dict[str, list[str]] = {}
    connection = sqlite3.connect(f"{base.as_uri()}?mode=ro", uri=True)
    try:
        for kind, each in connection.execute("SELECT kind, id FROM record"):
            ids.setdefault(kind, []).append(each)
    finally:
        connection.close()
    return ids


def _write(entries: list[Entry], path: Path, base: Path | None, fingerprint: str) -> None:
    if base:
        shutil.copyfile(base, path)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        if not base:
            connection.executescript(TABLES)
        connection.execute("BEGIN")
        for entry in entries:
            _put(connection, entry)
        meta = {"format": str(FORMAT), "fingerprint": fingerprint}
        connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())
        connection.execute("COMMIT")
        connection.executescript(REINDEX + "VACUUM;")
    finally:
        connection.close()


def _put(connection: sqlite3.Connection, entry: Entry) -> None:
    kind, record = entry.kind.name, entry.value
    connection.execute("DELETE FROM name WHERE kind = ? AND id = ?", (kind, entry.id))
    connection.execute(
        "INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?)",
        (kind, entry.id, title_of(record), _json(record)),
    )
    weight = 0
    if isinstance(record, Career):
        row = row_of(record)
        weight = row.openings_per_year or 0
        connection.execute(
            "INSERT OR REPLACE INTO career_row VALUES (?, ?, ?)", (row.id, row.soc, _json(row))
        )
    connection.executemany(
        "INSERT INTO name (kind, norm, text, role, id, weight) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (kind, normalise(text), text, role, entry.id, weight)
            for text, role in names_of(kind, record)
        ],
    )


def _json(record: object) -> str:
    """Return a record as JSON; of a condition's many parameters, only those that it has."""
    plain = to_plain(record, brief=(Condition,))
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
