"""Published files in the packing they come in: as they are, gzipped, in a zip or a folder.

What is inside an archive is read from there; nothing is unpacked to the disk.
"""

import gzip
import io
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePath, PurePosixPath
from typing import IO, TYPE_CHECKING, Final

from careerkit.errors import bad_data

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_LIMIT: Final = 1 << 30
"""The size in bytes, unpacked, above which no published table is meant."""
_ENCRYPTED: Final = 1
"""The bit of a member's flags that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file in a zip archive; as text it reads "archive.zip: folder/name.xlsx"."""

    archive: Path
    inside: str

    def __str__(self) -> str:
        """Return where the file is, for people."""
        return f"{self.archive}: {self.inside}"

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return PurePosixPath(self.inside).name

    @property
    def suffix(self) -> str:
        """How the file's name ends, from the last full stop on."""
        return PurePosixPath(self.inside).suffix

    @property
    def stem(self) -> str:
        """The file's name without its ``suffix``."""
        return PurePosixPath(self.inside).stem


Openable = Path | Member
"""A file that can be opened: on the disk, or in a zip archive there."""


def expanded(path: Path, suffixes: Collection[str] = ()) -> list[Openable]:
    """Return a file, or those of a folder or zip archive and of all folders below, in order.

    An archive in a folder is looked into as well. With ``suffixes`` (``.xlsx``), what is found
    inside is only what is named so, gzipped or not; a file that is named itself is always meant.
    Raises ``CareerkitError`` where nothing is there.
    """
    if not path.exists():
        raise bad_data(f"there is no file or folder '{path}'")
    if not path.is_dir() and path.suffix.lower() != ".zip":
        return [path]
    found = [*_below(path)] if path.is_dir() else members(path)
    meant = [each for each in found if not suffixes or _unpacked_suffix(each) in suffixes]
    if not meant:
        kinds = f" ({', '.join(sorted(suffixes))})" if suffixes else ""
        raise bad_data(f"there are no files to read{kinds} in '{path}'")
    return meant


def _below(folder: Path) -> Iterator[Openable]:
    for path in sorted(folder.rglob("*")):
        if _is_hidden(path.relative_to(folder)) or not path.is_file():
            continue
        if path.suffix.lower() == ".zip":
            yield from members(path)
        else:
            yield path


def members(archive: Path) -> list[Openable]:
    """Return the files in a zip archive in the order of their names, without hidden ones."""
    try:
        return [*_members(archive)]
    except (zipfile.BadZipFile, ValueError) as error:
        raise bad_data(f"{archive}: is cut short or damaged ({error})") from error


def _members(archive: Path) -> list[Member]:
    with zipfile.ZipFile(archive) as content:
        names = [each.filename for each in content.infolist() if not each.is_dir()]
    names = sorted(name for name in names if not _is_hidden(PurePosixPath(name)))
    for name, after in pairwise(names):
        if name == after:
            raise bad_data(f"{archive}: holds '{name}' twice")
    return [Member(archive=archive, inside=name) for name in names]


def _is_hidden(path: PurePath) -> bool:
    """Tell whether a system or an office program keeps the file for itself."""
    return any(
        part == "__MACOSX" or part.startswith("~$") or (part.startswith(".") and part.strip("."))
        for part in path.parts
    )


def _unpacked_suffix(path: Openable) -> str:
    """Return how a file's name ends but for ``.gz``, in lower case."""
    name = path.stem if path.suffix.lower() == ".gz" else path.name
    return PurePosixPath(name).suffix.lower()


@contextmanager
def opened(path: Openable) -> Iterator[tuple[str, IO[bytes]]]:
    """Open a published file for reading: as it is, gzipped, or the one file in a zip.

    Yields the name without the packing, and the bytes. Raises ``CareerkitError`` where more than
    1 GiB would come out of a packing.
    """
    if path.suffix.lower() == ".zip":
        path = _only_member(path)
    with _as_it_is(path) as stream:
        if path.suffix.lower() == ".gz":
            with gzip.open(stream) as inner:
                yield path.stem, io.BufferedReader(_Limited(inner, path))
        else:
            yield path.name, stream


def _only_member(path: Openable) -> Member:
    if isinstance(path, Path):
        found = _members(path)
        if len(found) != 1:
            raise bad_data(f"{path}: holds {len(found)} files; unpack it and name the right one")
        path = found[0]
    if path.suffix.lower() == ".zip":
        raise bad_data(f"{path}: is an archive in an archive; unpack {path.archive}")
    return path


@contextmanager
def _as_it_is(path: Openable) -> Iterator[IO[bytes]]:
    if isinstance(path, Path):
        with path.open("rb") as plain:
            yield plain
        return
    with zipfile.ZipFile(path.archive) as archive:
        part = archive.getinfo(path.inside)
        if part.file_size > _LIMIT:  # no more than it says can be read
            raise _too_large(path)
        if part.flag_bits & _ENCRYPTED:
            raise bad_data(f"{path}: is encrypted; unpack {path.archive}")
        try:
            stream = archive.open(part)
        except NotImplementedError as error:
            raise bad_data(f"{path}: cannot be unpacked ({error})") from error
        with stream:
            yield stream


class _Limited(io.RawIOBase):
    """A stream that fails where more is read from it than a published table can hold."""

    def __init__(self, stream: io.BufferedIOBase, path: Openable) -> None:
        self._stream = stream
        self._path = path
        self._left = _LIMIT

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        told = self._stream.read(len(memoryview(buffer)))
        self._left -= len(told)
        if self._left < 0:
            raise _too_large(self._path)
        memoryview(buffer)[: len(told)] = told
        return len(told)


def _too_large(path: Openable) -> Exception:
    return bad_data(f"{path}: would unpack to more than {_LIMIT >> 20} MiB; is it the right file?")
