"""Published files in the packing they come in: as they are, gzipped, in a zip or a folder.

What is inside an archive is read from there; nothing is unpacked to the disk.
"""

import csv
import gzip
import lzma
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from typing import IO, Any, Final

from careerkit.errors import bad_data

DAMAGED: Final = "is cut short or damaged"
_DAMAGES: Final = (
    *(ValueError, KeyError, IndexError, EOFError, SyntaxError, RuntimeError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, csv.Error),
)
"""What libraries raise over such files; the XML parser raises a ``SyntaxError``."""


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


Openable = Path | Member
"""A file that can be opened: on the disk, or in a zip archive there."""


def expanded(path: Path, suffixes: Collection[str] = ()) -> list[Openable]:
    """Return a file, or those of a folder or zip archive and of all folders below, in order.

    An archive in a folder is opened as well. With ``suffixes`` (``.xlsx``), only files that end so,
    gzipped or not, are taken from inside; a path to a single file is always taken.
    Raises ``CareerkitError`` where nothing is there.
    """
    if not path.exists():
        raise bad_data(f"there is no file or folder '{path}'")
    if not path.is_dir() and not _is_zip(path):
        return [path]
    paths = sorted(path.rglob("*")) if path.is_dir() else [path]
    seen = [file for file in paths if file.is_file() and not _is_hidden(file.relative_to(path))]
    files = [inner for file in seen for inner in (_members(file) if _is_zip(file) else [file])]
    ends = (*suffixes,) or ("",)
    meant = [file for file in files if file.name.lower().removesuffix(".gz").endswith(ends)]
    if not meant:
        kinds = f" ({', '.join(sorted(suffixes))})" if suffixes else ""
        raise bad_data(f"there are no files to read{kinds} in '{path}'")
    return meant


def _is_zip(path: Path) -> bool:
    return path.suffix.lower() == ".zip"


def _members(archive: Path) -> list[Openable]:
    with undamaged(archive), zipfile.ZipFile(archive) as content:
        parts = [part.filename for part in content.infolist() if not part.is_dir()]
    names = sorted(name for name in parts if not _is_hidden(PurePosixPath(name)))
    if len({*names}) < len(names):
        raise bad_data(f"{archive}: holds two files of one name")
    return [Member(archive=archive, inside=name) for name in names]


def _is_hidden(path: PurePath) -> bool:
    """Tell whether a system or an office program keeps the file for itself."""
    return any(part.startswith(("__MACOSX", "~$", ".")) and part.strip(".") for part in path.parts)


@contextmanager
def opened(path: Openable) -> Iterator[IO[bytes]]:
    """Open a published file for reading, unpacked; a damaged one ends in ``CareerkitError``.

    It may be a decompression bomb: the caller limits how much it reads.
    """
    with undamaged(path), ExitStack() as stack:
        stream: Any
        if isinstance(path, Member):
            archive = stack.enter_context(zipfile.ZipFile(path.archive))
            stream = stack.enter_context(archive.open(path.inside))
        else:
            stream = stack.enter_context(path.open("rb"))
        if path.name.lower().endswith(".gz"):
            stream = stack.enter_context(gzip.GzipFile(fileobj=stream))
        yield stream


@contextmanager
def undamaged(path: Openable, what: str = DAMAGED) -> Iterator[None]:
    """Turn what a library raises over a file that it cannot read into a failure that names it."""
    try:
        yield
    except OSError as error:
        if error.errno is not None:  # the system's: the file is not there, or may not be read
            raise
        raise bad_data(f"{path}: {what} ({error})") from error
    except UnicodeDecodeError as error:
        raise bad_data(f"{path}: is not UTF-8 ({error.reason})") from error
    except _DAMAGES as error:  # zipfile raises a RuntimeError over a password or a strange packing
        problem = "cannot be unpacked" if isinstance(error, RuntimeError) else what
        raise bad_data(f"{path}: {problem} ({error})") from error
