"""Compile data folders to a store: read and check them, write a new file, rename it."""

import errno
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from careerkit.csvdata.folders import Bulk, check_sources, read_bulk
from careerkit.errors import bad_data
from careerkit.model.career import Career
from careerkit.model.credential import Credential
from careerkit.model.kinds import BULK_FOLDERS, KINDS
from careerkit.model.plain import to_plain
from careerkit.model.problem import Problem
from careerkit.model.rule import Condition
from careerkit.model.study import FieldOfStudy
from careerkit.names import normalise
from careerkit.progress import Progress
from careerkit.store.bulk import put_bulk, put_words
from careerkit.store.career_programs import put_career_programs
from careerkit.store.credential_effort import put_efforts
from careerkit.store.index_rows import names_of, row_of, socs_of, study_asked, title_of
from careerkit.store.read import Store
from careerkit.store.schema import FORMAT, REINDEX, TABLES
from careerkit.words import counted
from careerkit.yamldata.checks import check_entries
from careerkit.yamldata.records import Entry, RecordFile, find_files, read_entries


def load(
    folders: Sequence[Path], known: Mapping[str, Iterable[str]], progress: Progress | None = None
) -> tuple[list[Entry], list[Problem]]:
    """Read and check every record below ``folders``; later folders replace records of earlier ones.

    ``known`` holds the ids, by kind, of records that are already in a store.
    """
    files, problems = [], []
    for folder in folders:
        in_folder, misplaced = find_files(folder, str(folder))
        files += in_folder
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
    # A file that does not decode still names its record, so references to it are no problem.
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

    Writes beside ``target``, flushes to disk and renames, so that the store is complete or absent.
    Raises ``CareerkitError`` with every problem where the data are bad, ``OSError`` where nothing
    can be written (before it reads anything, where no file can be made).
    """
    handle, name = tempfile.mkstemp(prefix=target.name, suffix=".new", dir=target.parent)
    os.close(handle)
    aside = Path(name)
    try:
        content = _content(folders, base, progress)
        with closing(sqlite3.connect(aside, isolation_level=None)) as connection:
            _write(connection, *content, base, fingerprint)
            connection.execute("VACUUM")
        with aside.open("rb+") as file:
            os.fsync(file)
        aside.replace(target)
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, str(error), str(target)) from error
    finally:
        aside.unlink(missing_ok=True)


def compile_in_memory(
    folders: Sequence[Path], *, base: Path | None = None, progress: Progress | None = None
) -> sqlite3.Connection:
    """Return the store that ``compile_store`` would write, for when no file can be written."""
    content = _content(folders, base, progress)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _write(connection, *content, base, "")
    return connection


def _content(
    folders: Sequence[Path], base: Path | None, progress: Progress | None
) -> tuple[list[Entry], list[Bulk]]:
    for folder in folders:
        _check_folder(folder)
    known = _ids_in(base)
    entries, problems = load(folders, known, progress)
    tables, wrong = _load_bulk(folders, known.get("source", ()))
    _refuse(sorted(problems + wrong))
    return entries, tables


def _check_folder(folder: Path) -> None:
    """Refuse a folder without any data, such as a whole disk, before reading anything."""
    files, problems = find_files(folder, str(folder))
    if not files and not any((folder / name).is_dir() for name in BULK_FOLDERS):
        _refuse(problems)


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise bad_data(f"{counted(len(problems), 'problem')} in the data files", problems)


def _load_bulk(folders: Sequence[Path], known: Iterable[str]) -> tuple[list[Bulk], list[Problem]]:
    tables: list[Bulk] = []
    problems: list[Problem] = []
    # As for records: a source that does not decode is known all the same.
    sources = {*known, *(file.stem for folder in folders for file in folder.glob("sources/*.yaml"))}
    for folder in folders:
        read, wrong = read_bulk(folder, str(folder))
        tables.append(read)
        problems += wrong + check_sources(read, sources)
    return tables, problems


def _ids_in(base: Path | None) -> dict[str, list[str]]:
    if base is None:
        return {}
    with closing(Store(base)) as store:
        return {kind: store.ids(kind) for kind in KINDS}


def _write(
    connection: sqlite3.Connection,
    entries: list[Entry],
    tables: list[Bulk],
    base: Path | None,
    fingerprint: str,
) -> None:
    connection.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;"
    )
    if base:
        with closing(sqlite3.connect(f"{base.as_uri()}?mode=ro&immutable=1", uri=True)) as below:
            below.backup(connection)
    else:
        connection.executescript(TABLES)
    connection.execute("BEGIN")
    for entry in entries:
        _put(connection, entry)
    for bulk in tables:
        put_bulk(connection, bulk)
    put_words(connection)
    put_career_programs(connection)
    put_efforts(connection)
    _put_meta(connection, fingerprint)
    connection.execute("COMMIT")
    connection.executescript(REINDEX)


def _put_meta(connection: sqlite3.Connection, fingerprint: str) -> None:
    meta = {"format": str(FORMAT), "fingerprint": fingerprint}
    counts = dict(connection.execute("SELECT kind, count(*) FROM record GROUP BY kind"))
    meta |= {f"records of {kind}": str(counts.get(kind, 0)) for kind in KINDS}
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())


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
            "INSERT OR REPLACE INTO career_row VALUES (?, ?, ?, ?)",
            (row.id, row.soc, weight, _json(row)),
        )
        connection.execute("DELETE FROM career_soc WHERE id = ?", (row.id,))
        connection.executemany(
            "INSERT INTO career_soc VALUES (?, ?)", [(soc, row.id) for soc in socs_of(record)]
        )
    _put_study(connection, entry)
    connection.executemany(
        "INSERT INTO name (kind, norm, text, role, id, weight) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (kind, normalise(text), text, role, entry.id, weight)
            for text, role in names_of(kind, record)
        ),
    )


def _put_study(connection: sqlite3.Connection, entry: Entry) -> None:
    """Link programs to fields of study, and fields to the credentials that ask for them."""
    if isinstance(entry.value, FieldOfStudy):
        connection.execute("DELETE FROM cip_field WHERE field = ?", (entry.id,))
        pairs = [(cip, entry.id) for cip in entry.value.cips]
        connection.executemany("INSERT INTO cip_field VALUES (?, ?)", pairs)
    elif isinstance(entry.value, Credential):
        connection.execute("DELETE FROM asked_study WHERE credential = ?", (entry.id,))
        rows = {(field, entry.id, *more) for field, *more in study_asked(entry.value)}
        connection.executemany("INSERT INTO asked_study VALUES (?, ?, ?, ?)", sorted(rows))


def _json(record: object) -> str:
    plain = to_plain(record, brief=(Condition,))  # most parameters of a condition are not given
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
