"""The user's cache of compiled stores. A failure here costs time or space, never the answer."""

import os
import time
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG, S_IWGRP, S_IWOTH

from careerkit.errors import CareerkitError
from careerkit.store.read import Store

_ABANDONED = 3600
"""Seconds after which an unfinished file is abandoned: the process that wrote it was killed."""


def path_of(key: str, fingerprint: str) -> Path | None:
    """Return where a store is cached, or None where no folder of this user can hold it.

    Makes the folder if needed, for this user alone. A folder that belongs to another user, or is a
    link, is not used: what somebody else writes there could change a verdict.
    """
    from platformdirs import user_cache_path  # a wheel without packs never needs it

    folder = user_cache_path("careerkit", appauthor=False)
    if not folder.is_absolute():
        return None  # without a home this would be a folder in the working folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        state = folder.lstat()
        if not S_ISDIR(state.st_mode) or not _is_own(state):
            return None
        if state.st_mode & (S_IWGRP | S_IWOTH):
            folder.chmod(0o700)
    except OSError:
        return None
    return folder / f"{key}-{fingerprint}.sqlite"


def opened(path: Path, fingerprint: str) -> Store | None:
    """Return the store at a path, or None where there is no whole one with that fingerprint.

    A link, or a file of another user, is not opened.
    """
    with suppress(OSError, CareerkitError):
        state = path.lstat()
        if S_ISREG(state.st_mode) and _is_own(state):
            store = Store(path, remedy=f"delete {path} and ask again")
            if store.is_whole(fingerprint):
                return store
            store.close()
    return None


def sweep(path: Path) -> None:
    """Remove older stores of the same folders, and files that killed processes left unfinished."""
    key = path.name.partition("-")[0]
    for old in path.parent.glob(f"{key}-*.sqlite"):
        if old != path:
            _remove(old)
    for unfinished in path.parent.glob("*.sqlite*.new"):
        with suppress(OSError):
            if time.time() - unfinished.stat().st_mtime > _ABANDONED:
                _remove(unfinished)


def _is_own(state: os.stat_result) -> bool:
    """Tell whether a file is this user's; on systems without user ids, every file is."""
    return not hasattr(os, "geteuid") or state.st_uid == os.geteuid()


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
