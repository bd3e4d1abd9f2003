"""The user's cache of compiled stores. Whatever fails here costs time or room, never the answer."""

import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from careerkit.store.read import Mend, Store

_ABANDONED = 3600
"""Seconds after which nobody can still be writing a file: whoever did was killed."""


def folder() -> Path | None:
    """Return the folder of the cache, made if need be, or None where there can be none."""
    from platformdirs import user_cache_path  # a wheel without packs never needs it

    path = user_cache_path("careerkit", appauthor=False)
    if not path.is_absolute():
        return None  # there is no home: this would be a folder wherever the user stands
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return path


def sound(path: Path, fingerprint: str, mend: Mend | None = None) -> Store | None:
    """Return the store at a path, or None where there is no whole one with that fingerprint.

    ``mend`` is for damage that shows only later.
    """
    try:
        if not path.is_file():
            return None
        store = Store(path, mend)
    except (OSError, sqlite3.Error):
        return None
    with suppress(OSError):  # somebody may just have removed it
        if store.is_sound(fingerprint):
            return store
    store.close()
    return None


def sweep(path: Path) -> None:
    """Remove older stores of the same folders, and what killed processes left half-written."""
    key = path.name.partition("-")[0]
    for old in path.parent.glob(f"{key}-*.sqlite"):
        if old != path:
            remove(old)
    for unfinished in path.parent.glob("*.sqlite*.new"):
        with suppress(OSError):
            if time.time() - unfinished.stat().st_mtime > _ABANDONED:
                remove(unfinished)


def remove(path: Path) -> None:
    """Remove a file, if it is there and may be removed."""
    with suppress(OSError):
        path.unlink()
