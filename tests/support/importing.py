"""What tests of importers share: files as agencies publish them, and what an import leaves."""

import csv
import io
import zipfile
from datetime import date

import pytest
import yaml
from openpyxl import Workbook

from careerkit.errors import CareerkitError, ExitStatus

DAY, LATER = date(2026, 11, 22), date(2027, 1, 1)
SEED = "title: t\npublisher: p\nkind: seed\nretrieved: 2026-11-22\n"
"""The record of a source, as a person writes it."""


def workbook(path, sheets):
    """Write a workbook, its rows by the names of its sheets; return its path."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([*row])
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def zipped(path, **files):
    """Write a zip archive, its contents by the names of its files; return its path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def csv_text(rows, **style):
    """Return rows of cells as CSV text."""
    out = io.StringIO()
    csv.writer(out, **{"lineterminator": "\r\n", **style}).writerows(rows)
    return out.getvalue()


def written(folder, texts, encoding="utf-8"):
    """Write texts, by their paths below a folder, with their ends of lines; return the paths."""
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding=encoding, newline="")
    return [folder / name for name in texts]


def record(data, name, kind="careers"):
    """Return the values of a record."""
    return yaml.safe_load((data / kind / f"{name}.yaml").read_text("utf-8"))


def snapshot(folder):
    """Return every file below a folder with its content."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def failure(call, *args, **named):
    """Return the message of the failure for bad data in which a call ends."""
    with pytest.raises(CareerkitError) as failed:
        call(*args, **named)
    assert failed.value.status is ExitStatus.BAD_DATA == 4
    return failed.value.message


def refusal(import_files, data, *paths):
    """Import what must be refused; check that nothing changed and return the message."""
    before = snapshot(data)
    message = failure(import_files, paths, data, DAY)
    assert snapshot(data) == before
    return message


def changes_nothing(import_files, data, *paths):
    """Tell whether importing files on another day changes no file and reports no change."""
    before = snapshot(data)
    return import_files(paths, data, LATER) == 0 and snapshot(data) == before


def progress_of(import_files, data, *paths):
    """Import files and return the steps that progress reported."""
    steps = []
    import_files(paths, data, DAY, lambda *step: steps.append(step))
    return steps
