"""National wages become records: figures as published, what was not released is never a figure."""

import sys
from datetime import date

import pytest
import yaml
from openpyxl import Workbook

from careerkit.errors import CareerkitError, ExitStatus
from careerkit.importers.bls_wages import import_files
from careerkit.store.compile import load

DAY = date(2026, 11, 22)
FIGURES = ["MEAN", "PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90"]
KEYS = ["mean", "p10", "p25", "median", "p75", "p90"]
ANNUAL = [45_130, 30_990, 36_530, 43_000, 49_870, 61_000]
SHEET = "national_M{}_dl"
HOURLY = [21.7, 14.9, 17.56, 20.67, 23.98, 29.33]


def line(soc="43-4071", group="detailed", annual=ANNUAL, hourly=HOURLY, **cells):
    """Return a row of the published workbook, its cells in the published order."""
    return {
        "AREA": "99",
        "AREA_TITLE": "U.S.",
        "AREA_TYPE": "1",
        "I_GROUP": "cross-industry",
        "OCC_CODE": soc,
        "OCC_TITLE": f"Title of {soc}",
        "O_GROUP": group,
        "TOT_EMP": 83_130,
        "H_MEAN": hourly[0],
        "A_MEAN": annual[0],
        **{f"H_{name}": value for name, value in zip(FIGURES[1:], hourly[1:], strict=True)},
        **{f"A_{name}": value for name, value in zip(FIGURES[1:], annual[1:], strict=True)},
        "ANNUAL": "",
        "HOURLY": "",
        **cells,
    }


def save(  # noqa: PLR0913 - what a workbook may differ in
    folder, *rows, year=2025, name=None, note=None, notes="Field Descriptions", sheet=SHEET
):
    """Write rows to a workbook in the layout of the published one; return its path."""
    workbook = Workbook()
    main = workbook.active
    main.title = sheet.format(year)
    rows = rows or (line(),)
    main.append([*rows[0]])
    for row in rows:
        main.append([*row.values()])
    described = workbook.create_sheet(notes)
    described.append(["National estimates"])
    if note:
        described.append([note])
    path = folder / (name or f"national_M{year}_dl.xlsx")
    workbook.save(path)
    return path


HEAD = "group: office\nsources: [seed]\n"
SOURCE = "title: t\npublisher: p\nkind: seed\nretrieved: 2026-11-22\n"
BY_HAND = """\
# a head by hand
title: File clerk   # as people say
soc: 43-4071
group: office
summary: >-
  Files, as a person
  wrote it — with care.
sources: [seed]
# what it paid
wages:
  - period: 2015-05
    mean: 30000
    source: seed
    note: |
      Of an older code.

      Not comparable.
# the end
related: []
"""


@pytest.fixture
def data(tmp_path):
    """Return a data folder with file clerks by hand, and a plain record of registered nurses."""
    folder = tmp_path / "data"
    for kind, name, text in (
        ("careers", "file-clerk", BY_HAND),
        ("careers", "nurse", f"title: Nurse\nsoc: 29-1141\n{HEAD}"),
        ("sources", "seed", SOURCE),
    ):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        (folder / kind / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def wages(data, name="file-clerk", source="bls-oews-2025"):
    """Return the wages of a career that are from a source."""
    record = yaml.safe_load((data / "careers" / f"{name}.yaml").read_text("utf-8"))
    return [each for each in record.get("wages", []) if each["source"] == source]


def imported(tmp_path, data, *rows, **named):
    """Import one workbook and return the wage of file clerks in it."""
    assert import_files([save(tmp_path, *rows, **named)], data, DAY) >= 1
    entries, problems = load([data], {})
    assert (len(entries), problems) == (4, [])
    (wage,) = wages(data, source=f"bls-oews-{named.get('year', 2025)}")
    return wage


def snapshot(folder):
    """Return every file below a folder with its content."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(data, *paths):
    """Import what must be refused; check that nothing changed and return the message."""
    before = snapshot(data)
    with pytest.raises(CareerkitError) as failed:
        import_files(paths, data, DAY)
    assert failed.value.status is ExitStatus.BAD_DATA == 4
    assert snapshot(data) == before
    return failed.value.message


def test_a_detailed_row_becomes_a_wage(tmp_path, data):
    """Employment, mean and percentiles stand as published, under the month and the source."""
    assert imported(tmp_path, data) == {
        "period": "2025-05",
        "employment": 83_130,
        **dict(zip(KEYS, ANNUAL, strict=True)),
        "source": "bls-oews-2025",
    }


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_the_year_is_that_of_the_sheet(year, tmp_path, data):
    """Period and source are read from the sheet, whatever the file is called."""
    wage = imported(tmp_path, data, year=year, name="x.xlsx")
    assert (wage["period"], wage["source"]) == (f"{year}-05", f"bls-oews-{year}")
    text = (data / "sources" / f"bls-oews-{year}.yaml").read_text("utf-8")
    source = yaml.safe_load(text)
    assert source["title"].endswith(f"May {year}, national")
    assert (source["published"], source["retrieved"]) == (f"{year}-05", DAY)


def test_every_record_of_a_code_gets_its_wage(tmp_path, data):
    """Only careers on record get wages; a code without one is passed over."""
    (data / "careers" / "filer.yaml").write_text(f"title: Filer\nsoc: 43-4071\n{HEAD}", "utf-8")
    paths = [save(tmp_path, line(), line("11-1011"), line("29-1141", TOT_EMP=5))]
    assert import_files(paths, data, DAY) == 3
    assert wages(data) == wages(data, "filer")
    assert wages(data, "nurse")[0]["employment"] == 5
    assert len([*(data / "careers").iterdir()]) == 3


@pytest.mark.parametrize("group", ["total", "major", "minor", "broad"])
@pytest.mark.parametrize("first", [True, False])
def test_a_combined_code_counts_once(group, first, tmp_path, data):
    """A code that stands at two levels of the table is read at the detailed one."""
    other = line(group=group, TOT_EMP=1, annual=[1] * 6)
    rows = [other, line()] if first else [line(), other]
    assert imported(tmp_path, data, *rows)["employment"] == 83_130


@pytest.mark.parametrize(("at", "key"), [*enumerate(KEYS)])
@pytest.mark.parametrize("symbol", ["*", " * ", "**", "~"])
def test_a_wage_that_was_not_released_is_absent(at, key, symbol, tmp_path, data):
    """A star is no figure: it is left out, never 0, and the others stay."""
    wage = imported(tmp_path, data, line(annual=[*ANNUAL[:at], symbol, *ANNUAL[at + 1 :]]))
    assert {*KEYS} - wage.keys() == {key}
    assert "at_least" not in wage


def test_employment_that_was_not_released_is_absent(tmp_path, data):
    """Two stars are no employment; the wages stay."""
    wage = imported(tmp_path, data, line(TOT_EMP="**"))
    assert "employment" not in wage
    assert wage["mean"] == ANNUAL[0]


NOTE = "#  = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year "


@pytest.mark.parametrize("year", [2024, 2025])
@pytest.mark.parametrize("note", [None, NOTE])
@pytest.mark.parametrize("count", [1, 2, 6])
def test_a_wage_above_the_highest_published_is_at_least_that(count, note, year, tmp_path, data):
    """A hash is the highest wage that is published, and told as the least it can be."""
    annual = [*ANNUAL[: 6 - count], *["#"] * count]
    wage = imported(tmp_path, data, line(annual=annual), year=year, note=note)
    assert [wage[key] for key in KEYS] == [*ANNUAL[: 6 - count], *[239_200] * count]
    assert wage["at_least"] == KEYS[6 - count :]


def test_the_highest_published_wage_is_that_of_the_file(tmp_path, data):
    """In an older file a hash stands for less: what its sheet of notes says."""
    note = NOTE.replace("$115.00", "$100.00").replace("$239,200", "$208,000")
    rows = (
        line(annual=[*ANNUAL[:5], "#"]),
        line("29-1141", hourly=[*HOURLY[:5], "#"], HOURLY="TRUE"),
    )
    wage = imported(tmp_path, data, *rows, year=2021, note=note)
    assert (wage["p90"], wage["at_least"]) == (208_000, ["p90"])
    (wage,) = wages(data, "nurse", "bls-oews-2021")
    assert (wage["p90"], wage["at_least"]) == (100, ["p90"])


@pytest.mark.parametrize("year", [2024, 2025])
def test_without_notes_a_hash_is_what_it_is_known_to_be_that_year(year, tmp_path, data):
    """Of two years it is known what a hash stands for, though the sheet of notes be missing."""
    row = line(annual=[*ANNUAL[:5], "#"])
    wage = imported(tmp_path, data, row, year=year, notes="Filler")
    assert (wage["p90"], wage["at_least"]) == (239_200, ["p90"])


@pytest.mark.parametrize("year", [2021, 2026])
def test_without_notes_a_hash_of_another_year_is_refused(year, tmp_path, data):
    """No wage is made up for a year of which it is not known; other rows do not need it."""
    path = save(tmp_path, line(annual=[*ANNUAL[:5], "#"]), year=year)
    place = f"{path}, sheet 'national_M{year}_dl', row 2, column 'A_PCT90' "
    assert refused(data, path) == f"{place}holds '#', and no sheet of notes says from which wage on"
    assert imported(tmp_path, data, year=year)["p90"] == ANNUAL[5]


@pytest.mark.parametrize("flag", ["TRUE", True])
def test_performers_have_wages_by_the_hour_only(flag, tmp_path, data):
    """Where only hourly wages exist they are recorded as hourly, never as annual ones."""
    row = line(annual=["*"] * 6, hourly=[*HOURLY[:5], "#"], HOURLY=flag)
    wage = imported(tmp_path, data, row)
    assert wage["unit"] == "hour"
    assert [wage[key] for key in KEYS] == [*HOURLY[:5], 115]
    assert wage["at_least"] == ["p90"]


@pytest.mark.parametrize("flag", ["", None, False])
@pytest.mark.parametrize("annual_only", ["TRUE", ""])
def test_everybody_else_has_wages_by_the_year(flag, annual_only, tmp_path, data):
    """Teachers, who have annual wages only, are recorded like all others."""
    row = line(hourly=["*"] * 6, HOURLY=flag, ANNUAL=annual_only)
    wage = imported(tmp_path, data, row)
    assert "unit" not in wage
    assert [wage[key] for key in KEYS] == ANNUAL


@pytest.mark.parametrize("column", ["TOT_EMP", "A_MEAN", "A_PCT10", "A_MEDIAN", "A_PCT90"])
@pytest.mark.parametrize("value", [None, "x", "##", ">=$239,200"])
def test_a_figure_that_is_none_is_told_with_its_place(column, value, tmp_path, data):
    """What is neither a number nor a symbol of the table stops the import."""
    path = save(tmp_path, line("29-1141"), line(**{column: value}))
    place = f"{path}, sheet 'national_M2025_dl', row 3, column '{column}' "
    assert refused(data, path) == f"{place}holds '{value or ''}' where a number should be"


@pytest.mark.parametrize("value", ["2", "4", 6, None])
def test_a_file_of_other_areas_is_refused(value, tmp_path, data):
    """A state's wages are not the nation's, on whatever row they stand."""
    path = save(tmp_path, line(), line("29-1141", "broad", AREA_TYPE=value))
    place = f"{path}, sheet 'national_M2025_dl', row 3, column 'AREA_TYPE' "
    assert refused(data, path) == f"{place}holds '{value}': not a national file"


def test_an_area_type_may_be_a_number(tmp_path, data):
    """The type of area of a national file is 1, as text or as a number."""
    assert imported(tmp_path, data, line(AREA_TYPE=1))["employment"] == 83_130


@pytest.mark.parametrize("sheet", ["nat3d_M2025_dl", "national_M25_dl", "All"])
def test_a_workbook_without_the_sheet_is_refused(sheet, tmp_path, data):
    """A workbook of industries is told by the names of its sheets, whatever the file is called."""
    path = save(tmp_path, sheet=sheet)
    named = "national_M2025_dl, state_M2025_dl, MSA_M2025_dl or BOS_M2025_dl"
    assert refused(data, path) == f"{path}: neither it nor a sheet of it is named like {named}"


def test_a_workbook_of_states_is_not_read_as_the_nation(tmp_path, data):
    """The sheet tells what a workbook holds, and it lacks the columns of a file of areas."""
    path = save(tmp_path, sheet="state_M2025_dl")
    place = f"{path}, sheet 'state_M2025_dl', row 1: "
    assert refused(data, path).startswith(f"{place}has no column 'PRIM_STATE', ")


def test_a_file_without_detailed_rows_is_refused(tmp_path, data):
    """Totals alone are not the table."""
    path = save(tmp_path, line(group="broad"))
    assert refused(data, path) == f"{path}: has no row whose O_GROUP is 'detailed'"


def test_a_row_without_a_code_is_cut_short(tmp_path, data):
    """A row that breaks off is told with its place."""
    path = save(tmp_path, line(), line(OCC_CODE=None))
    place = f"{path}, sheet 'national_M2025_dl', row 3, column 'OCC_CODE' "
    assert refused(data, path) == f"{place}is empty; is the file cut short?"


def test_a_file_that_is_given_twice_is_refused(tmp_path, data):
    """Of two workbooks of one year only one can be meant."""
    first, second = save(tmp_path), save(tmp_path, line(TOT_EMP=5), name="copy.xlsx")
    told = f"{second}: national_M2025_dl is given already: {first}"
    assert refused(data, first, second) == told


def test_a_file_that_is_cut_short_is_refused(tmp_path, data):
    """A download that broke off changes nothing, of a good file before it neither."""
    good = save(tmp_path, year=2024)
    path = save(tmp_path)
    path.write_bytes(path.read_bytes()[:-500])
    assert refused(data, good, path).startswith(f"{path}: is not a workbook that can be read")


def test_columns_may_stand_in_any_order(tmp_path, data):
    """A file with its columns moved gives the same records."""
    rows = [line(), line("29-1141", HOURLY="TRUE")]
    import_files([save(tmp_path, *rows)], data, DAY)
    before = snapshot(data)
    moved = [dict(sorted(row.items(), reverse=True)) for row in rows]
    assert import_files([save(tmp_path, *moved)], data, DAY) == 0
    assert snapshot(data) == before


@pytest.mark.parametrize("column", [*line()])
def test_a_column_that_is_missing_is_named(column, tmp_path, data):
    """Another layout is refused with the name of what it lacks, where it is needed."""
    row = line()
    del row[column]
    path = save(tmp_path, row)
    if column in ("AREA", "AREA_TITLE", "I_GROUP", "ANNUAL"):
        assert import_files([path], data, DAY) == 1
    else:
        place = f"{path}, sheet 'national_M2025_dl', row 1: "
        assert refused(data, path) == f"{place}has no column '{column}'; is it another layout?"


@pytest.mark.parametrize("careers", [True, False])
def test_without_careers_there_is_nothing_to_pay(careers, tmp_path):
    """Wages go into records: an empty folder is told to import the projections first."""
    data = tmp_path / "empty"
    if careers:
        (data / "careers").mkdir(parents=True)
    told = f"{data / 'careers'}: holds no careers; import bls-projections first"
    assert refused(data, save(tmp_path)) == told


def test_what_a_person_wrote_stays(tmp_path, data):
    """Title, summary, comments, notes and the seed's wage outlive an import."""
    imported(tmp_path, data)
    text = (data / "careers" / "file-clerk.yaml").read_text("utf-8")
    head, end = BY_HAND.partition("wages:\n")[0], BY_HAND.partition("# the end")[2]
    assert text.startswith(
        f"{head}wages:\n  - {{period: 2015-05, mean: 30000, source: seed, note: "
    )
    assert text.endswith(f"source: bls-oews-2025}}\n# the end{end}")
    assert text.count("\n") == head.count("\n") + 5


def test_a_second_run_changes_nothing(tmp_path, data):
    """The same files again leave every byte, and the source as a person may have changed it."""
    paths = [save(tmp_path, year=year) for year in (2024, 2025)]
    import_files(paths, data, DAY)
    source = data / "sources" / "bls-oews-2025.yaml"
    source.write_text(source.read_text("utf-8") + "approximate: true\n", encoding="utf-8")
    before = snapshot(data)
    assert import_files(paths, data, date(2027, 1, 1)) == 0
    assert snapshot(data) == before


def test_a_newer_file_adds_to_the_history(tmp_path, data):
    """Each May stands beside the one before, whichever was imported first."""
    for year in (2025, 2024):
        import_files([save(tmp_path, line(TOT_EMP=year), year=year)], data, DAY)
    assert wages(data, source="seed")[0]["note"] == "Of an older code.\n\nNot comparable.\n"
    for year in (2025, 2024):
        (wage,) = wages(data, source=f"bls-oews-{year}")
        assert (wage["period"], wage["employment"]) == (f"{year}-05", year)
    assert load([data], {})[1] == []


def test_two_files_at_once_are_both_read(tmp_path, data):
    """Several years may be imported in one go; a record that got two wages changed once."""
    paths = [save(tmp_path, year=year) for year in (2023, 2024, 2025)]
    assert import_files(paths, data, DAY) == 1
    assert [len(wages(data, source=f"bls-oews-{year}")) for year in (2023, 2024, 2025)] == [1] * 3


def test_a_correction_keeps_what_a_person_added(tmp_path, data):
    """Figures that BLS corrected are replaced; a note on them stays."""
    import_files([save(tmp_path)], data, DAY)
    path = data / "careers" / "file-clerk.yaml"
    noted = path.read_text("utf-8").replace("source: bls-", "note: 'by hand', source: bls-")
    path.write_text(noted, encoding="utf-8")
    wage = imported(tmp_path, data, line(TOT_EMP=84_000))
    assert (wage["employment"], wage["note"]) == (84_000, "by hand")


@pytest.mark.parametrize(
    ("first", "then", "gone"),
    [
        (line(), line(annual=[*ANNUAL[:5], "*"]), {"p90"}),
        (line(), line(TOT_EMP="**"), {"employment"}),
        (line(annual=[*ANNUAL[:5], "#"]), line(), {"at_least"}),
        (line(hourly=HOURLY, HOURLY="TRUE"), line(), {"unit"}),
    ],
)
def test_a_correction_takes_back_what_is_no_longer_told(first, then, gone, tmp_path, data):
    """A figure, or that it is a least one, that the corrected file does not have is gone."""
    before = imported(tmp_path, data, first)
    after = imported(tmp_path, data, then)
    assert before.keys() - after.keys() == gone


@pytest.mark.parametrize(
    "kept",
    [
        "{period: 2025-05, area: Ohio, area_type: state, median: 41000, source: bls-oews-2025}",
        "{period: 2025-05, describes: 43-4000, mean: 41000, source: bls-oews-2025}",
    ],
)
def test_a_wage_of_another_area_or_code_stays(kept, tmp_path, data):
    """The nation's figures are not put under the name of a state, or of a wider code."""
    path = data / "careers" / "nurse.yaml"
    text = path.read_text("utf-8").replace("29-1141", "43-4071") + f"wages:\n  - {kept}\n"
    path.write_text(text, encoding="utf-8")
    import_files([save(tmp_path)], data, DAY)
    assert f"  - {kept}\n" in path.read_text("utf-8")
    assert wages(data, "nurse")[1] == wages(data)[0]


def test_progress_counts_the_rows(tmp_path, data):
    """Who waits is told of the end of each file, by its detailed rows."""
    told = []
    rows = line(), line("29-1141", "broad"), line("29-1141")
    paths = [save(tmp_path, *rows), save(tmp_path, year=2024)]
    import_files(paths, data, DAY, lambda *step: told.append(step))
    assert told == [(2, 2), (1, 1)]


def test_without_openpyxl_nothing_is_read(tmp_path, data, monkeypatch):
    """Where the extra is not installed the failure names the module, for the command to explain."""
    path = save(tmp_path)
    before = snapshot(data)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ModuleNotFoundError) as failed:
        import_files([path], data, DAY)
    assert failed.value.name == "openpyxl"
    assert snapshot(data) == before
