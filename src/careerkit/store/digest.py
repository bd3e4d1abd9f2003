"""The digest of the store in a wheel: written when it is built, checked by ``validate``."""

from pathlib import Path
from typing import Final

from careerkit.store.damage import damaged

SUFFIX: Final = ".sha256"
"""Suffix of the file with a store's digest, which ``sha256sum --check`` can read."""


def digest_file(store: Path) -> Path:
    """Return the path of the file with a store's digest."""
    return store.with_name(store.name + SUFFIX)


def write_digest(store: Path) -> Path:
    """Write the digest of a store beside it and return that file."""
    target = digest_file(store)
    target.write_text(f"{_digest(store)}  {store.name}\n", encoding="ascii")
    return target


def check_digest(store: Path) -> None:
    """Raise ``CareerkitError`` (bad data) unless a store is, byte for byte, as it was built.

    Reads the whole file: for ``careerkit validate`` and below packs, not for every start.
    """
    try:
        expected = digest_file(store).read_bytes().split()[:1]
        if [_digest(store).encode("ascii")] == expected:
            return
    except FileNotFoundError as error:
        raise damaged(f"{Path(error.filename).name} is not there") from error
    except OSError as error:
        raise damaged(f"{store.name} cannot be read: {error.strerror}") from error
    raise damaged(f"{store.name} is not as it was built")


def _digest(path: Path) -> str:
    from hashlib import file_digest  # not at start-up: no other command needs it

    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
