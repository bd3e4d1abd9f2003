"""Whether data folders are still as they were: names, sizes and times of all their files."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from stat import S_ISDIR

from careerkit.model.kinds import BULK_FOLDERS, FOLDERS


def key_of(folders: Sequence[Path], base: Path | None) -> str:
    """Return what the stores of these folders have in common, by whatever path they are named."""
    from hashlib import blake2b  # a wheel without packs never needs it

    places = [*folders, *([base] if base else [])]
    named = "\0".join(os.path.realpath(place) for place in places)
    return blake2b(os.fsencode(named), digest_size=8).hexdigest()


def fingerprint(folders: Sequence[Path], base: Path | None, made_by: str) -> str:
    """Return a text that changes with every file of data ``folders``, ``base`` and ``made_by``.

    Only the folders of records and tables are looked into, as deep as their files lie: a folder
    that is none of data may be a whole disk. What is hidden is left out, as where records are read:
    an editor keeps its locks there.
    """
    from hashlib import blake2b  # as above

    states = [made_by]
    for number, folder in enumerate(folders):
        states += _below(str(folder), str(number))
    if base:
        states.append(_state(base.stat()))
    return blake2b(os.fsencode("\0".join(states)), digest_size=16).hexdigest()


_DEPTHS = dict.fromkeys(FOLDERS, 1) | dict.fromkeys(BULK_FOLDERS, 2)
"""In how many folders, one in the other, a file may lie, by the name of the outermost."""


def _below(folder: str, inside: str, depth: int | None = None) -> Iterator[str]:
    """Yield the name and state of what a folder holds, and of the folders in it down to a depth.

    The depth is None for a data folder itself: there it depends on the name.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield f"{inside}\0{error.errno}"  # whoever reads the records tells what is wrong
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        name = f"{inside}/{entry.name}"
        yield name
        try:
            state = entry.stat()
        except OSError as error:  # a link that leads nowhere, or a file that has just gone
            yield f"{error.errno}"
            continue
        deeper = _DEPTHS.get(entry.name, 0) if depth is None else depth
        if not S_ISDIR(state.st_mode):
            yield _state(state)
        elif deeper:
            yield from _below(entry.path, name, deeper - 1)


def _state(found: os.stat_result) -> str:
    """Return what tells one content of a file from another without reading it.

    The time of change tells where size and time of modification were kept or put back; the number
    of the file would tell no more, and some network folders give a new one at every visit.
    """
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
