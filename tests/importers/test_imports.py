"""Published workbooks into records: what is read, what is refused, what stays."""

import gzip
import zipfile
from datetime import date
from pathlib import Path

import pytest
import yaml
from openpyxl import Workbook

from careerkit.errors import CareerkitError, ExitStatus
from careerkit.importers import bls_projections, bls_wages, tables
from careerkit.importers.careers import CareerFiles, group_of, write_all

TODAY = date(2026, 11, 22)
DASH = "\N{EN DASH}"
EM = "\N{EM DASH}"
ENTRY = bls_projections._ENTRY
LINE = ("Line item", 194.8, 208.6, 7.1, 14.2, "Postsecondary nondegree award", "None", "None")


def projections(
    path, rows=(("   Medical records specialists", "29-2072", *LINE),), base=2024, **more
):
    """Write a workbook in the layout of the projections and return its path."""
    horizon = base + 10
    period = f"{base}{DASH}{horizon % 100:02}"
    names = (f"{base} National Employment Matrix title", f"{base} National Employment Matrix code")
    book = Workbook()
    sheet = book.active
    sheet.title = "Table 1.2"
    sheet.append([more.get("title", f"Table 1.2 Occupational projections, {base}{DASH}{horizon}")])
    head = [
        *names,
        "Occupation type",
        f"Employment, {base}",
        f"Employment, {horizon}",
        f"Employment change, percent, {period}",
        f"Occupational openings, {period} annual average",
        *ENTRY,
    ]
    sheet.append(head)
    sheet.append(["Total", "00-0000", "Summary", 1, 1, 1, 1, EM, EM, EM])
    for row in rows:
        sheet.append(list(row))
    if more.get("notes", True):
        sheet.append([])
        sheet.append(["Footnotes:"])
    for name, columns, line in more.get("sheets", ()):
        extra = book.create_sheet(name)
        extra.append([name])
        extra.append([*names, *columns])
        extra.append(["Total, all occupations", "00-0000", *line])
        extra.append(["Medical records specialists[1]", "29-2072", *line])
        extra.append([])
        extra.append(["Footnotes:"])
    book.save(path)
    return path


SHARES = ("Table 5.3", list(bls_projections.ATTAINMENT), [1.4, 19.2, 30.6, 25.6, 17.4, 4.3, 1.6])
AGREES = ("Table 5.4", list(ENTRY), ["Postsecondary nondegree award", "None", "None"])
DIFFERS = ("Table 5.4", list(ENTRY), ["Bachelor's degree", "None", "None"])


def wages(path, rows, year=2025, **more):
    """Write a workbook in the layout of the national wages and return its path."""
    book = Workbook()
    sheet = book.active
    sheet.title = more.get("sheet", f"national_M{year}_dl")
    figures = [f"{unit}_{name}" for unit in "HA" for name in bls_wages._FIGURES.values()]
    head = ["AREA_TYPE", "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "HOURLY", *figures]
    sheet.append(more.get("head", head))
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


HOURS = (27.3, 17.79, 20.91, 24.59, 31.17, 39.01)
YEARS = (56790, 37000, 43490, 51140, 64820, 81150)
CLERK = ("1", "29-2072", "Medical Records Specialists", "detailed", 194720, "", *HOURS, *YEARS)


@pytest.fixture
def into(tmp_path):
    """Return a data folder with one imported career."""
    folder = tmp_path / "into"
    bls_projections.import_files([projections(tmp_path / "p.xlsx")], folder, TODAY)
    return folder


def record(into, name="medical-record-specialist"):
    """Return a written record as plain values."""
    text = (into / "careers" / f"{name}.yaml").read_text()
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it reads texts only


def refused(call, *args):
    """Return the message with which an import is refused."""
    with pytest.raises(CareerkitError) as failure:
        call(*args, TODAY)
    assert failure.value.status == ExitStatus.BAD_DATA
    return failure.value.message


def test_projections_begin_a_record(into):
    """A code without a record gets one: counts in persons, entry in our words, its source."""
    found = record(into)
    assert (found["title"], found["soc"]) == ("Medical records specialists", "29-2072")
    assert found["group"] == "health-information"
    assert found["outlook"] == [
        {
            "base_year": "2024",
            "horizon_year": "2034",
            "growth_percent": "7.1",
            "employment_base": "194800",
            "employment_horizon": "208600",
            "openings_per_year": "14200",
            "source": "bls-projections-2024-34",
        }
    ]
    assert found["requirements"]["education"][0]["level"] == "certificate"
    assert (into / "sources" / "bls-projections-2024-34.yaml").exists()
    assert [path.name for path in (into / "careers").iterdir()] == [
        "medical-record-specialist.yaml"
    ]


def test_a_second_run_changes_nothing(into, tmp_path):
    """The same file again leaves every byte as it is."""
    before = {path: path.read_bytes() for path in into.rglob("*.yaml")}
    assert bls_projections.import_files([tmp_path / "p.xlsx"], into, date(2027, 1, 1)) == 0
    assert before == {path: path.read_bytes() for path in into.rglob("*.yaml")}


def test_a_newer_vintage_joins_the_history_and_keeps_what_people_wrote(into, tmp_path):
    """Comments, a summary, a note and another source's claim survive a newer vintage."""
    path = into / "careers" / "medical-record-specialist.yaml"
    text = path.read_text().replace("\ntitle: Medical", "\n# by hand\ntitle: Medical")
    text = text.replace("group:", "summary: Keeps records. # mine\ngroup:")
    text = text.replace(
        "  education:\n",
        "  education:\n    - {level: associate, basis: typical, source: seed-2016}\n",
    ).replace(
        "source: bls-projections-2024-34}\n", "source: bls-projections-2024-34, note: mine}\n", 1
    )
    path.write_text(text)
    newer = projections(tmp_path / "n.xlsx", base=2026)
    assert bls_projections.import_files([newer], into, TODAY) == 1
    found = record(into)
    assert [each["base_year"] for each in found["outlook"]] == ["2024", "2026"]
    assert [each["source"] for each in found["requirements"]["education"]] == [
        "seed-2016",
        "bls-projections-2026-36",
    ]
    assert found["requirements"]["education"][1]["note"] == "mine"
    assert "# by hand\n" in path.read_text()
    assert "summary: Keeps records. # mine\n" in path.read_text()


def test_attainment_and_entry_tables_are_read(tmp_path):
    """Table 5.3 gives shares, inexact where BLS marks them; table 5.4 must agree with 1.2."""
    path = projections(tmp_path / "p.xlsx", sheets=[SHARES, AGREES])
    bls_projections.import_files([path], tmp_path / "into", TODAY)
    shares = record(tmp_path / "into")["attainment"]
    assert (shares["some_college"], shares["exact"]) == ("30.6", "false")
    disagreeing = projections(tmp_path / "d.xlsx", sheets=[DIFFERS])
    message = refused(bls_projections.import_files, [disagreeing], tmp_path / "other")
    assert "sheet 'Table 5.4', row 4, column 'Typical education needed for entry'" in message
    assert "differs from table 1.2" in message
    assert not (tmp_path / "other").exists()


def test_a_missing_figure_stays_missing(tmp_path):
    """An em dash is no figure, and never zero."""
    row = ("Clerks", "43-9061", "Line item", 1.5, 2, EM, EM, "Bachelor's degree", "None", "None")
    bls_projections.import_files([projections(tmp_path / "p.xlsx", [row])], tmp_path / "i", TODAY)
    (outlook,) = record(tmp_path / "i", "clerk")["outlook"]
    assert {"growth_percent", "openings_per_year"}.isdisjoint(outlook)
    assert outlook["employment_base"] == "1500"


BAD_PROJECTIONS = {
    "unknown word": (
        ("A", "29-2072", *LINE[:5], "PhD", "None", "None"),
        "row 4, column 'Typical ed",
    ),
    "unknown type": (("A", "29-2072", "Item", *LINE[1:]), "holds neither 'Line item' nor"),
    "no code": (("A", "29-20", *LINE), "which is not a SOC code"),
    "no number": (("A", "29-2072", "Line item", "many", *LINE[2:]), "holds 'many' where a number"),
    "no title": ((" ", "29-2072", *LINE), "is empty"),
}


@pytest.mark.parametrize("name", BAD_PROJECTIONS)
def test_a_wrong_cell_is_named_and_nothing_is_written(name, tmp_path):
    """A cell that is not what it should be is told with its sheet, row and column."""
    row, words = BAD_PROJECTIONS[name]
    path = projections(tmp_path / "p.xlsx", [row])
    message = refused(bls_projections.import_files, [path], tmp_path / "into")
    assert words in message
    assert f"{path}, sheet 'Table 1.2', row 4" in message
    assert not (tmp_path / "into").exists()


def test_files_of_another_layout_are_refused(tmp_path):
    """No such sheet, no period, no notes at the end, rows behind them, no rows, no columns."""
    call = bls_projections.import_files
    into = tmp_path / "into"
    plain = wages(tmp_path / "w.xlsx", [CLERK])
    assert "no sheet 'Table 1.2'" in refused(call, [plain], into)
    untitled = projections(tmp_path / "u.xlsx", title="Projections")
    assert "names no period" in refused(call, [untitled], into)
    cut = projections(tmp_path / "c.xlsx", notes=False)
    assert "is it cut short?" in refused(call, [cut], into)
    late = projections(tmp_path / "l.xlsx", [(), ("A", "29-2072", *LINE)])
    assert "goes on after the end of the table" in refused(call, [late], into)
    empty = projections(tmp_path / "e.xlsx", [])
    assert "has no 'Line item'" in refused(call, [empty], into)
    (tmp_path / "x.xlsx").write_bytes(plain.read_bytes()[:900])
    assert "is not a workbook that can be read" in refused(call, [tmp_path / "x.xlsx"], into)


def test_wages_are_read(into, tmp_path):
    """National figures become an item of the wages; a second run changes nothing."""
    path = wages(
        tmp_path / "w.xlsx", [CLERK, ("1", "99-9999", "Others", "detailed", 1, "", *HOURS, *YEARS)]
    )
    assert bls_wages.import_files([path], into, TODAY) == 1
    assert record(into)["wages"] == [
        {
            "period": "2025-05",
            "employment": "194720",
            "mean": "56790",
            "p10": "37000",
            "p25": "43490",
            "median": "51140",
            "p75": "64820",
            "p90": "81150",
            "source": "bls-oews-2025",
        }
    ]
    assert bls_wages.import_files([path], into, TODAY) == 0


def test_symbols_of_wages(into, tmp_path):
    """Not released stays missing; the top is "at least"; hourly wages are told as hourly."""
    top = ("1", "29-2072", "x", "detailed", "**", "", *HOURS, 200000, "*", "*", "#", "#", "#")
    bls_wages.import_files([wages(tmp_path / "a.xlsx", [top], 2024)], into, TODAY)
    hourly = (
        "1",
        "29-2072",
        "x",
        "detailed",
        10,
        "TRUE",
        58.29,
        "*",
        20.3,
        "#",
        "#",
        "#",
        *["*"] * 6,
    )
    bls_wages.import_files([wages(tmp_path / "b.xlsx", [hourly], 2025)], into, TODAY)
    first, second = record(into)["wages"]
    assert (first["median"], first["at_least"]) == ("239200", ["median", "p75", "p90"])
    assert {"employment", "p10", "p25"}.isdisjoint(first)
    assert (second["unit"], second["mean"], second["median"]) == ("hour", "58.29", "115")


def test_combined_codes_count_once(into, tmp_path):
    """Only detailed rows are read: a combined code stands twice in the file."""
    broad = ("1", "29-2072", "x", "broad", 1, "", *HOURS, *[1] * 6)
    bls_wages.import_files([wages(tmp_path / "w.xlsx", [broad, CLERK])], into, TODAY)
    assert [each["mean"] for each in record(into)["wages"]] == ["56790"]


def test_wrong_wage_files_are_refused(into, tmp_path):
    """Another area, another sheet, a missing column, no detailed rows, a cut row, no careers."""
    call = bls_wages.import_files
    state = ("2", *CLERK[1:])
    assert "not a national file" in refused(call, [wages(tmp_path / "a.xlsx", [state])], into)
    named = wages(tmp_path / "b.xlsx", [CLERK], sheet="All")
    assert "no sheet named like national_M2025_dl" in refused(call, [named], into)
    headless = wages(tmp_path / "c.xlsx", [CLERK], head=["AREA_TYPE", "OCC_CODE"])
    assert "has no column 'OCC_TITLE'" in refused(call, [headless], into)
    empty = wages(tmp_path / "d.xlsx", [])
    assert "has no row whose O_GROUP is 'detailed'" in refused(call, [empty], into)
    cut = wages(tmp_path / "e.xlsx", [("1", None)])
    assert "is empty; is the file cut short?" in refused(call, [cut], into)
    plain = wages(tmp_path / "f.xlsx", [CLERK])
    assert "import bls-projections first" in refused(call, [plain], tmp_path / "nothing")


def test_a_record_that_cannot_be_read_stops_the_import(into, tmp_path):
    """A broken record is named; nothing else is changed."""
    (into / "careers" / "broken.yaml").write_text("a: [")
    message = refused(bls_projections.import_files, [tmp_path / "p.xlsx"], into)
    assert "broken.yaml: cannot be read" in message


def test_names_of_new_records_do_not_collide(tmp_path):
    """Two codes of one title get two files."""
    files = CareerFiles.read(tmp_path)
    files.ensure("29-2072", "Clerks", "s")
    files.ensure("43-9061", "Clerks", "s")
    files.ensure("43-9061", "Clerks", "s")
    assert files.write() == 2
    assert {path.name for path in (tmp_path / "careers").iterdir()} == {
        "clerk.yaml",
        "clerk-43-9061.yaml",
    }


def test_a_write_that_fails_leaves_no_halves(tmp_path, monkeypatch):
    """Files are written aside first: a failure there changes nothing and leaves nothing."""
    kept = tmp_path / "a.yaml"
    kept.write_text("old")
    write = Path.write_bytes

    def fail(self, content):
        if self.name.startswith(".b"):
            raise OSError(28, "No space left on device")
        return write(self, content)

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OSError, match="No space"):
        write_all({kept: "new", tmp_path / "b.yaml": "new"})
    assert kept.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize(
    ("soc", "group"),
    [
        *[("11-1011", "management"), ("53-7199", "transportation"), ("27-2011", "arts-media")],
        *[
            ("29-1141", "health-practice"),
            ("29-2061", "health-technical"),
            ("31-1131", "health-support"),
        ],
        *[
            ("29-9021", "health-information"),
            ("33-3051", "protective-service"),
            ("47-2111", "construction-extraction"),
        ],
    ],
)
def test_groups_follow_the_major_groups(soc, group):
    """Every SOC major group is a group of ours; health is four."""
    assert group_of(soc) == group


def test_text_tables(tmp_path):
    """Delimited files are read by column name, gzipped or in a zip; mistakes are located."""
    plain = tmp_path / "t.csv"
    plain.write_text('code,n\n29-2072,"1,234"\n29-2073,1.5\n29-2074,\n', encoding="utf-8-sig")
    packed = tmp_path / "t.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    zipped = tmp_path / "t.zip"
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.write(plain, "t.csv")
    for path in (plain, packed, zipped):
        rows = list(tables.text_rows(path, ["code", "n"]))
        assert [row.number_at("n", ("",)) for row in rows] == [1234, 1.5, None]
    tabbed = tmp_path / "t.txt"
    tabbed.write_text('a\tb\n"x\ty\n')
    assert [row.text("a") for row in tables.text_rows(tabbed, ["a"], "\t")] == ['"x']
    packed.write_bytes(packed.read_bytes()[:30])
    with pytest.raises(CareerkitError, match="cut short or damaged"):
        list(tables.text_rows(packed, ["code"]))
    plain.write_bytes(b"code\n\xff\n")
    with pytest.raises(CareerkitError, match="is not UTF-8"):
        list(tables.text_rows(plain, ["code"]))
    with zipfile.ZipFile(zipped, "a") as archive:
        archive.writestr("u.csv", "x")
    with pytest.raises(CareerkitError, match="holds 2 files"):
        list(tables.text_rows(zipped, ["code"]))
    with pytest.raises(CareerkitError, match="has no sheet 'X'"):
        list(tables.sheet_rows(wages(tmp_path / "w.xlsx", []), "X", [], 1))
    empty = Workbook()
    empty.active.title = "E"
    empty.save(tmp_path / "e.xlsx")
    assert tables.first_cell(tmp_path / "e.xlsx", "E") == ""


def test_progress_is_told(tmp_path):
    """An importer tells how far it is."""
    told = []
    path = projections(tmp_path / "p.xlsx")
    bls_projections.import_files([path], tmp_path / "i", TODAY, lambda *at: told.append(at))
    bls_wages.import_files(
        [wages(tmp_path / "w.xlsx", [CLERK])], tmp_path / "i", TODAY, lambda *at: told.append(at)
    )
    assert told == [(1, 1), (1, 1)]


def test_import_command(run, tmp_path):
    """The command reads a folder, says what changed, and refuses what is not there."""
    folder = tmp_path / "files"
    folder.mkdir()
    projections(folder / "p.xlsx")
    into = tmp_path / "into"
    result = run("import", "bls-projections", str(folder), "--into", str(into))
    assert (result.status, result.out) == (0, "bls-projections: 1 file read, 1 record changed\n")
    assert run("import", "bls-wages", str(into), "--into", str(into)).status == 4
    assert run("import", "bls-wages", "nowhere", "--into", str(into)).status == 4
    path = folder / "p.xlsx"
    assert run("import", "bls-projections", str(path), "--into", str(path)).status == 2
    assert run("import", "nothing", str(path), "--into", str(into)).status == 2


def test_import_without_openpyxl_says_what_to_install(run, tmp_path, monkeypatch):
    """Without its extra, careerkit says how to get it."""
    path = projections(tmp_path / "p.xlsx")
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    result = run("import", "bls-projections", str(path), "--into", str(tmp_path / "i"))
    assert (result.status, result.out) == (4, "")
    assert "install careerkit with its extra, [import]" in result.err
