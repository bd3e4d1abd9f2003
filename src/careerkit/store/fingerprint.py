"""Whether data folders are still as they were: names, sizes and times of all their files."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from stat import S_ISDIR


def key_of(folders: Sequence[Path], base: Path | None) -> str:
    """Return what the stores of these folders have in common, by whatever path they are named."""
    from hashlib import blake2b  # a wheel without packs never needs it

    places = [*folders, *([base] if base else [])]
    named = "\0".join(os.path.realpath(place) for place in places)
    return blake2b(os.fsencode(named), digest_size=8).hexdigest()


def fingerprint(folders: Sequence[Path], base: Path | None, made_by: str) -> str:
    """Return a text that changes with every file at any depth, with ``base`` and ``made_by``.

    What is hidden is left out, as where records are read: an editor keeps its locks there.
    """
    from hashlib import blake2b  # as above

    told = [made_by]
    for number, folder in enumerate(folders):
        told += _below(str(folder), str(number), {os.path.realpath(folder)})
    if base:
        told.append(_state(base.stat()))
    return blake2b(os.fsencode("\0".join(told)), digest_size=16).hexdigest()


def _below(folder: str, inside: str, seen: set[str]) -> Iterator[str]:
    """Tell of all that lies below a folder; a folder seen before is only named (links may loop)."""
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
        if not S_ISDIR(state.st_mode):
            yield _state(state)
        elif (real := os.path.realpath(entry.path)) not in seen:
            seen.add(real)
            yield from _below(entry.path, name, seen)


def _state(found: os.stat_result) -> str:
    """Return what tells one content of a file from another without reading it.

    The time of change tells where size and time of modification were kept or put back; the number
    of the file would tell no more, and some network folders give a new one at every visit.
    """
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
