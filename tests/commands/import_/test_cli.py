"""The command that imports says what changed, and refuses what it cannot read."""

import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

DASH = "\N{EN DASH}"
COLUMNS = [
    *("2024 National Employment Matrix title", "2024 National Employment Matrix code"),
    *("Occupation type", "Employment, 2024", "Employment, 2034"),
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


@pytest.fixture
def cut_short(run, published, tmp_path, monkeypatch):
    """Return a folder of records into which an import was cut short before its last file."""
    into = tmp_path / "into"
    real = Path.replace

    def fails(path, target):
        if path.parts[-2:] == ("sources", "bls-projections-2024-34.yaml"):
            raise OSError(28, "No space left on device", str(path))
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fails)
        result = run("import", "bls-projections", str(published), "--into", str(into))
    place = into / "import-under-way" / "sources" / "bls-projections-2024-34.yaml"
    assert (result.status, result.err) == (4, f"careerkit: {place}: No space left on device\n")
    return into


@pytest.mark.parametrize("argv", [("list", "--data"), ("sources", "--data"), ("validate",)])
def test_an_import_that_was_cut_short_is_told_by_every_command(argv, run, cut_short, small_house):
    """Who uses the folder is told what to do, with the status of bad data."""
    result = run(*argv, str(cut_short))
    assert result.status == 4
    told = f"{cut_short}/import-under-way:1:1: an import is under way, or was cut short; run the"
    assert told in result.out + result.err


def test_the_next_import_completes_what_was_cut_short(run, cut_short, published, small_house):
    """Whatever it imports, the folder is whole again, and nothing is left behind."""
    wrong = published / "CIPCode2020.csv"
    wrong.write_text("CIPCode\n", encoding="utf-8")
    assert run("import", "cip", str(wrong), "--into", str(cut_short)).status == 4
    assert sorted(path.name for path in cut_short.iterdir()) == ["careers", "sources"]
    assert run("validate", str(cut_short)).status == 0
    assert run("list", "--data", str(cut_short)).status == 0


@pytest.mark.parametrize("title", ["Health\x07", " "])
def test_what_validate_would_refuse_is_not_written(title, run, tmp_path):
    """A title of blanks or with a control character is named, and the folder stays as it was."""
    published = tmp_path / "CIPCode2020.csv"
    rows = [("51", "Health"), ("51.07", title), ("51.0707", "Records")]
    published.write_text(
        "CIPFamily,CIPCode,Action,CIPTitle,CIPDefinition\n"
        + "".join(f"51,{code},New,{name},x\n" for code, name in rows),
        encoding="utf-8",
    )
    into = tmp_path / "into"
    result = run("import", "cip", str(published), "--into", str(into))
    assert (result.status, result.out) == (4, "")
    assert ".csv, row 3" in result.err or "into/cip/cip-2020.csv:3:" in result.err
    assert [path for path in into.rglob("*") if path.is_file()] == []
