"""Which store a command reads: the one in the wheel, or one compiled from folders and cached."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from careerkit._version import __version__
from careerkit.errors import bad_data
from careerkit.progress import Progress
from careerkit.store import cache
from careerkit.store.damage import REINSTALL
from careerkit.store.digest import check_digest
from careerkit.store.fingerprint import fingerprint, key_of
from careerkit.store.read import Store
from careerkit.store.schema import FORMAT

_PACKAGE = Path(__file__).resolve().parent.parent
BUNDLED = _PACKAGE / "store.sqlite"
"""The store in the wheel."""
CHECKOUT = _PACKAGE.parent.parent / "data"
"""The data folder of a checkout."""


def checkout_data() -> Path | None:
    """Return the checkout's data folder, or None where careerkit is installed from a wheel."""
    return CHECKOUT if not BUNDLED.is_file() and CHECKOUT.is_dir() else None


def open_store(packs: Sequence[Path], progress: Progress | None = None) -> Store:
    """Open the built-in data with ``packs`` (data folders) on top.

    Raises ``CareerkitError`` where the data are bad.
    """
    base = BUNDLED if BUNDLED.is_file() else None
    if base and not packs:
        return Store(base)
    if not base and not CHECKOUT.is_dir():
        raise bad_data(f"the data that belong to careerkit are not there; {REINSTALL}")
    folders = packs if base else [CHECKOUT, *packs]
    state = fingerprint(folders, base, f"{__version__} {FORMAT}")
    path = cache.path_of(key_of(folders, base), state)
    return (path and cache.opened(path, state)) or _compiled(folders, base, path, state, progress)


def _compiled(
    folders: Sequence[Path],
    base: Path | None,
    path: Path | None,
    state: str,
    progress: Progress | None,
) -> Store:
    """Compile folders into the cache, or in memory where no cache can be written."""
    from careerkit.store import compile as compiling  # brings in yaml: only when it is needed

    if base:
        check_digest(base)  # a store on top of a damaged one would hide the damage
    if path:
        with suppress(OSError, sqlite3.Error):
            compiling.compile_store(folders, path, base=base, fingerprint=state, progress=progress)
            cache.sweep(path)
            if store := cache.opened(path, state):
                return store
    return Store(compiling.compile_in_memory(folders, base=base, progress=progress))
