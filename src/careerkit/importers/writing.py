"""Files of a data folder that change together: all of them, or none.

New texts are written to a hidden folder and checked as a data folder is. Then the folder gets the
name of an import under way, and its files move to their places (an empty hidden file stands for one
to remove). The next import completes what was cut short there.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from shutil import copy2, rmtree
from typing import Final

from careerkit.csvdata.folders import read_bulk
from careerkit.errors import bad_data
from careerkit.model.kinds import BULK_FOLDERS, FOLDERS, UNDER_WAY
from careerkit.words import counted
from careerkit.yamldata.records import find_files, read_entries

_WAITING: Final = ".import"


def write_all(texts: Mapping[Path, str], remove: Collection[Path] = ()) -> None:
    """Write records and tables of one data folder, and remove others.

    Raises ``CareerkitError`` where its reader would refuse a text; then nothing changes.
    """
    changes: dict[Path, str | None] = {**dict.fromkeys(remove), **texts}
    homes = {*FOLDERS, *BULK_FOLDERS}
    data = next((p.parent for path in changes for p in path.parents if p.name in homes), None)
    if data is None:
        return  # nothing changes
    waiting = data / _WAITING
    rmtree(waiting, ignore_errors=True)
    try:
        for path, text in changes.items():
            name = path.name if text is not None else f".{path.name}"
            place = waiting / path.relative_to(data).with_name(name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes((text or "").encode("utf-8"))
        _check(waiting, data)
        waiting.rename(data / UNDER_WAY)
    except BaseException:
        rmtree(waiting, ignore_errors=True)
        raise
    finish(data)


def _check(waiting: Path, data: Path) -> None:
    """Read the new texts as they will be read: each table with those that stay beside it."""
    copies = [
        copy2(path, waiting / folder)
        for folder in {path.parent.relative_to(waiting) for path in waiting.glob("*/*/[!.]*.csv")}
        for path in (data / folder).glob("[!.]*.csv")
        if not any((waiting / folder / f"{mark}{path.name}").exists() for mark in ("", "."))
    ]
    files, problems = find_files(waiting, str(data))
    if problems := sorted([*problems, *read_entries(files)[1], *read_bulk(waiting, str(data))[1]]):
        count = counted(len(problems), "problem")
        raise bad_data(f"{count} in what would be written; nothing is changed", problems)
    for copy in copies:
        Path(copy).unlink()


def finish(data: Path) -> None:
    """Complete an import that was cut short in a data folder, and remove what it left behind."""
    rmtree(data / _WAITING, ignore_errors=True)
    unfinished = data / UNDER_WAY
    for path in sorted(path for path in unfinished.rglob("*") if path.is_file()):
        place = data / path.relative_to(unfinished)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.name.startswith("."):
            place.with_name(path.name.removeprefix(".")).unlink(missing_ok=True)
        else:
            path.replace(place)
    if unfinished.is_dir():
        rmtree(unfinished)
