"""Which store a command reads: the one in the wheel, or one compiled from folders and cached."""

import os
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from careerkit._version import __version__
from careerkit.errors import CareerkitError, bad_data
from careerkit.progress import Progress
from careerkit.store import cache
from careerkit.store.fingerprint import fingerprint, key_of
from careerkit.store.read import Mend, Store
from careerkit.store.schema import FORMAT

_PACKAGE = Path(__file__).resolve().parent.parent
BUNDLED = _PACKAGE / "store.sqlite"
"""The store that the wheel carries."""
CHECKOUT = _PACKAGE.parent.parent / "data"
"""The data folder of a checkout."""

_TICK = 0.02
"""Seconds within which a file system may give two changes of a file the same time."""
_TRIES = 5


def checkout_data() -> Path | None:
    """Return the checkout's data folder, or None where careerkit is installed from a wheel."""
    return CHECKOUT if not BUNDLED.is_file() and CHECKOUT.is_dir() else None


def open_store(packs: Sequence[Path], progress: Progress | None = None) -> Store:
    """Open the built-in data with ``packs`` (data folders) on top.

    Raises ``CareerkitError`` where the data are bad.
    """
    base = BUNDLED if BUNDLED.is_file() else None
    if base and not packs:
        return Store(base, reinstall)
    if not base and not CHECKOUT.is_dir():
        raise bad_data("the data that belong to careerkit are not there; reinstall careerkit")
    return _Folders(packs if base else [CHECKOUT, *packs], base, progress).store()


def reinstall(error: sqlite3.Error) -> NoReturn:
    """Tell what to do where the store that careerkit brings along turns out damaged."""
    ours = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR
    if ours and not str(error).startswith("user-defined function"):
        raise error  # the query is wrong, not the store
    raise bad_data(f"the data of careerkit are damaged ({error}); reinstall careerkit") from error


class _Folders:
    """Data folders to be had as a store: as it is cached, or compiled anew."""

    def __init__(
        self, folders: Sequence[Path], base: Path | None, progress: Progress | None
    ) -> None:
        self._folders = folders
        self._base = base
        self._progress = progress
        self._cache = cache.folder()
        self._key = key_of(folders, base)
        self._mend: Mend = self._anew

    def store(self) -> Store:
        state = self._state()
        path = self._path(state)
        return (path and cache.sound(path, state, self._mend)) or self._compiled(state, _TRIES)

    def _anew(self, _: sqlite3.Error) -> Store:
        """Go on with a store compiled anew; if that is damaged too, no third will do better."""
        self._mend = reinstall
        if path := self._path(self._state()):
            cache.remove(path)
        return self.store()

    def _state(self) -> str:
        return fingerprint(self._folders, self._base, f"{__version__} {FORMAT}")

    def _path(self, state: str) -> Path | None:
        return self._cache / f"{self._key}-{state}.sqlite" if self._cache else None

    def _compiled(self, state: str, tries: int) -> Store:
        """Compile the files as they are at one moment: once more where they changed meanwhile."""
        state = self._settled(state)
        try:
            store = self._compile(state)
        except CareerkitError:
            if tries > 1 and (now := self._state()) != state:
                return self._compiled(now, tries - 1)
            raise
        if (now := self._state()) == state:
            return store
        if path := self._path(state):
            cache.remove(path)  # made of two states, it is true of neither
        if tries == 1:
            return store
        store.close()
        return self._compiled(now, tries - 1)

    def _settled(self, state: str) -> str:
        """Wait until no file has changed for a tick: each later change then has a later time."""
        for _ in range(_TRIES):
            time.sleep(_TICK)
            before, state = state, self._state()
            if before == state:
                break
        return state

    def _compile(self, state: str) -> Store:
        from careerkit.store import compile as to  # brings in yaml: only when it is needed

        path, base, progress = self._path(state), self._base, self._progress
        if path and os.access(path.parent, os.W_OK):
            try:
                to.compile_store(
                    self._folders, path, base=base, fingerprint=state, progress=progress
                )
                store = Store(path, self._mend)
                cache.sweep(path)
            except (OSError, sqlite3.Error):
                pass  # a cache that cannot be written costs time, not the answer
            else:
                return store
        try:
            memory = to.compile_in_memory(self._folders, base=base, progress=progress)
        except sqlite3.DatabaseError as error:
            reinstall(error)
        return Store(memory)
