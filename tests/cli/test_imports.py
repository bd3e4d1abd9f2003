"""The command that imports says what changed, and refuses what it cannot read."""

import sys
import zipfile

import pytest
from openpyxl import Workbook

DASH = "\N{EN DASH}"
MISSING = "\N{EM DASH}"
NAMES = ["2024 National Employment Matrix title", "2024 National Employment Matrix code"]
COLUMNS = [
    *NAMES,
    "Occupation type",
    "Employment, 2024",
    "Employment, 2034",
    f"Employment change, percent, 2024{DASH}34",
    f"Occupational openings, 2024{DASH}34 annual average",
    "Typical education needed for entry",
    "Work experience in a related occupation",
    "Typical on-the-job training needed to attain competency in the occupation",
]
CLERKS = ["File clerks", "43-4071", "Line item", 83, 70.5, -15.1, 8, "Some college, no degree"]


@pytest.fixture
def published(tmp_path):
    """Return a folder with a workbook of projections."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Table 1.2"
    title = [f"Table 1.2 Occupational projections, 2024{DASH}2034"]
    for row in (title, COLUMNS, [*CLERKS, "None", "None"], ["Footnotes:"]):
        sheet.append(row)
    folder = tmp_path / "published"
    folder.mkdir()
    book.save(folder / "occupation.xlsx")
    return folder


@pytest.fixture
def archive(tmp_path, published):
    """Return a zip archive with the workbook in a folder of its own."""
    path = tmp_path / "published.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(published / "occupation.xlsx", "ep/occupation.xlsx")
        archive.writestr("ep/readme.txt", "x")
    return path


@pytest.mark.parametrize("packing", ["folder", "file", "archive"])
def test_files_come_as_they_are_in_a_folder_or_an_archive(
    packing, run, published, archive, tmp_path
):
    """Each way of naming a workbook gives the same records; a second run changes none."""
    named = {"folder": published, "file": published / "occupation.xlsx", "archive": archive}
    argv = ["import", "bls-projections", str(named[packing]), "--into", str(tmp_path / "into")]
    for changed in ("1 record", "0 records"):
        result = run(*argv)
        assert (result.status, result.err) == (0, "")
        assert result.out == f"bls-projections: 1 file read, {changed} changed\n"
    assert (tmp_path / "into" / "careers" / "file-clerk.yaml").is_file()


@pytest.mark.parametrize(
    ("argv", "status"),
    [
        ("bls-wages into --into into", 4),
        ("bls-projections nowhere --into into", 4),
        ("bls-projections published --into published/occupation.xlsx", 2),
        ("nothing published --into into", 2),
    ],
)
def test_what_cannot_be_imported_is_refused(argv, status, run, published, monkeypatch):
    """A folder without workbooks, no such file, a file to write into, no such data set."""
    monkeypatch.chdir(published.parent)
    (published.parent / "into").mkdir()
    result = run("import", *argv.split())
    assert (result.status, result.out) == (status, "")
    assert result.err.startswith("careerkit: ")
    assert [*(published.parent / "into").iterdir()] == []


def test_without_openpyxl_it_says_what_to_install(run, published, tmp_path, monkeypatch):
    """Without its extra, careerkit says how to get it, and writes nothing."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    result = run("import", "bls-projections", str(published), "--into", str(tmp_path / "into"))
    assert (result.status, result.out) == (4, "")
    assert "install careerkit with its extra, [import]" in result.err
    assert not (tmp_path / "into").exists()
