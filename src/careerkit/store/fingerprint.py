"""Fingerprints of data folders: they change with the name, size or time of any file."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from stat import S_ISDIR

from careerkit.model.kinds import BULK_FOLDERS, FOLDERS


def key_of(folders: Sequence[Path], base: Path | None) -> str:
    """Return a name shared by all stores of these folders, whatever paths lead to the folders."""
    from hashlib import blake2b  # a wheel without packs never needs it

    places = [*folders, *([base] if base else [])]
    named = "\0".join(os.path.realpath(place) for place in places)
    return blake2b(os.fsencode(named), digest_size=8).hexdigest()


def fingerprint(folders: Sequence[Path], base: Path | None, made_by: str) -> str:
    """Return a text that changes with any file of data ``folders``, ``base`` and ``made_by``.

    Looks only into folders of records and tables, as deep as their files lie: any other folder may
    be a whole disk. Skips hidden files, as reading does: editors keep their locks in them.
    """
    from hashlib import blake2b  # as above

    states = [made_by]
    for number, folder in enumerate(folders):
        states += _below(str(folder), str(number))
    if base:
        states.append(_state(base.stat()))
    return blake2b(os.fsencode("\0".join(states)), digest_size=16).hexdigest()


_DEPTHS = dict.fromkeys(FOLDERS, 1) | dict.fromkeys(BULK_FOLDERS, 2)
"""How many levels deep files lie, by the name of the outermost folder."""


def _below(folder: str, inside: str, depth: int | None = None) -> Iterator[str]:
    """Yield the name and state of every file in a folder and its subfolders, down to a depth.

    The depth is None for a data folder itself, where it depends on the name of the subfolder.
    """
    try:
        with os.scandir(folder) as iterator:
            entries = sorted(iterator, key=lambda entry: entry.name)
    except OSError as error:
        yield f"{inside}\0{error.errno}"  # reading the records reports it
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        name = f"{inside}/{entry.name}"
        yield name
        try:
            state = entry.stat()
        except OSError as error:  # a broken link, or a file that was just removed
            yield f"{error.errno}"
            continue
        deeper = _DEPTHS.get(entry.name, 0) if depth is None else depth
        if not S_ISDIR(state.st_mode):
            yield _state(state)
        elif deeper:
            yield from _below(entry.path, name, deeper - 1)


def _state(state: os.stat_result) -> str:
    """Return a text that changes with the content of a file, without reading the file.

    The time of change shows edits that keep or restore size and modification time. The inode would
    add nothing, and some network folders give a new one at every visit.
    """
    return f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"
