"""Which store a command reads: the one in the wheel, or one compiled from folders and cached."""

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from careerkit._version import __version__
from careerkit.progress import Progress
from careerkit.store.read import Store
from careerkit.store.schema import FORMAT

_PACKAGE = Path(__file__).resolve().parent.parent
BUNDLED = _PACKAGE / "store.sqlite"
"""The store that the wheel carries."""
CHECKOUT = _PACKAGE.parent.parent / "data"
"""The data folder of a checkout."""


def checkout_data() -> Path | None:
    """Return the checkout's data folder, or None where careerkit is installed from a wheel."""
    return CHECKOUT if not BUNDLED.is_file() and CHECKOUT.is_dir() else None


def open_store(packs: Sequence[Path], progress: Progress | None = None) -> Store:
    """Open the built-in data with ``packs`` (data folders) on top.

    Raises ``CareerkitError`` where the data are bad.
    """
    if BUNDLED.is_file() and not packs:
        return Store(BUNDLED)
    base = BUNDLED if BUNDLED.is_file() else None
    folders = list(packs) if base else [CHECKOUT, *packs]
    return _compiled(folders, base, progress)


def _compiled(folders: list[Path], base: Path | None, progress: Progress | None) -> Store:
    key, fingerprint = _fingerprint(folders, base)
    cache = _cache_folder()
    if cache:
        path = cache / f"{key}-{fingerprint}.sqlite"
        if store := _sound(path, fingerprint):
            return store
        try:
            return _compile(folders, path, base, fingerprint, progress)
        except (OSError, sqlite3.Error):
            pass  # a cache that cannot be written costs time, not the answer
    from tempfile import TemporaryDirectory  # rare

    with TemporaryDirectory(prefix="careerkit-", ignore_cleanup_errors=True) as folder:
        return _compile(folders, Path(folder) / "store.sqlite", base, fingerprint, progress)


def _compile(
    folders: list[Path], path: Path, base: Path | None, fingerprint: str, progress: Progress | None
) -> Store:
    from careerkit.store.compile import compile_store  # brings in yaml: only when it is needed

    compile_store(folders, path, base=base, fingerprint=fingerprint, progress=progress)
    store = Store(path)
    store.ids("source")  # opens the file: a temporary one is removed once it is
    _sweep(path)
    return store


def _sound(path: Path, fingerprint: str) -> Store | None:
    if not path.is_file():
        return None
    try:
        store = Store(path)
    except sqlite3.Error:
        return None
    if store.is_sound(fingerprint):
        return store
    store.close()
    return None


def _sweep(path: Path) -> None:
    """Remove older stores of the same folders."""
    key = path.name.partition("-")[0]
    for old in path.parent.glob(f"{key}-*.sqlite"):
        if old != path:
            try:
                old.unlink()
            except OSError:
                continue


def _cache_folder() -> Path | None:
    from platformdirs import user_cache_path  # a wheel without packs never needs it

    folder = user_cache_path("careerkit", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


def _fingerprint(folders: list[Path], base: Path | None) -> tuple[str, str]:
    """Return a key of the folders, and a fingerprint that changes with any file in them."""
    from hashlib import blake2b  # as above

    key = blake2b("\0".join(str(folder.resolve()) for folder in folders).encode(), digest_size=8)
    prints = blake2b(f"{__version__}\0{FORMAT}".encode(), digest_size=16)
    files = sorted(path for folder in folders for path in folder.glob("*/*"))
    for path in [*files, *([base] if base else [])]:
        state = path.stat() if path.exists() else path.lstat()
        prints.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\n".encode())
    return key.hexdigest(), prints.hexdigest()
