"""National wages become records: figures as published, what was not released is never a figure."""

from functools import partial

import pytest
from importing import DAY, SEED, changes_nothing, progress_of, record, refusal, workbook, written
from wage_files import ANNUAL, HOURLY, KEYS, NAMED, notes
from wage_files import book as book_of
from wage_files import line as line_of

from careerkit.importers.bls_wages import import_files
from careerkit.store.compile import load

save = partial(book_of, kind="national")
refused = partial(refusal, import_files)
REST = "group: office\nsources: [seed]\n"
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


def line(soc="43-4071", group="detailed", **cells):
    """Return a row of the nation's workbook."""
    return line_of("national", soc, O_GROUP=group, **cells)


def saved(folder, *rows, **how):
    """Write rows of the nation, or one of file clerks, to a workbook; return its path."""
    return save(folder, *(rows or (line(),)), **how)


@pytest.fixture
def data(data):
    """Put file clerks by hand, and a plain record of registered nurses, into the data folder."""
    texts = {
        "careers/file-clerk.yaml": BY_HAND,
        "careers/nurse.yaml": f"title: Nurse\nsoc: 29-1141\n{REST}",
        "sources/seed.yaml": SEED,
    }
    written(data, texts)
    return data


def wages(data, name="file-clerk", source="bls-oews-2025"):
    """Return the wages of a career that are from a source."""
    listed = record(data, name).get("wages", [])
    return [wage for wage in listed if wage["source"] == source]


def imported(tmp_path, data, *rows, **how):
    """Import one workbook and return the wage of file clerks in it."""
    assert import_files([saved(tmp_path, *rows, **how)], data, DAY) >= 1
    entries, problems = load([data], {})
    assert (len(entries), problems) == (4, [])
    (wage,) = wages(data, source=f"bls-oews-{how.get('year', 2025)}")
    return wage


def test_a_detailed_row_becomes_a_wage(tmp_path, data):
    """Employment, mean and percentiles stand as published, under the month and the source."""
    assert imported(tmp_path, data) == {
        "period": "2025-05",
        "employment": 7440,
        **dict(zip(KEYS, ANNUAL, strict=True)),
        "source": "bls-oews-2025",
    }


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_the_year_is_that_of_the_sheet(year, tmp_path, data):
    """Period and source are read from the sheet, whatever the file is called."""
    wage = imported(tmp_path, data, year=year, name="x.xlsx")
    assert (wage["period"], wage["source"]) == (f"{year}-05", f"bls-oews-{year}")
    source = record(data, f"bls-oews-{year}", "sources")
    assert source["title"].endswith(f"May {year}, national")
    assert (source["published"], source["retrieved"]) == (f"{year}-05", DAY)


def test_every_record_of_a_code_gets_its_wage(tmp_path, data):
    """Only careers on record get wages; a code without one is passed over."""
    written(data, {"careers/filer.yaml": f"title: Filer\nsoc: 43-4071\n{REST}"})
    path = saved(tmp_path, line(), line("11-1011"), line("29-1141", TOT_EMP=5))
    assert import_files([path], data, DAY) == 3
    assert wages(data) == wages(data, "filer")
    assert wages(data, "nurse")[0]["employment"] == 5
    assert len([*(data / "careers").iterdir()]) == 3


@pytest.mark.parametrize("group", ["total", "major", "minor", "broad"])
@pytest.mark.parametrize("first", [True, False])
def test_a_combined_code_counts_once(group, first, tmp_path, data):
    """A code that stands at two levels of the table is read at the detailed one."""
    other = line(group=group, TOT_EMP=1, annual=[1] * 6)
    rows = [other, line()] if first else [line(), other]
    assert imported(tmp_path, data, *rows)["employment"] == 7440


def test_what_was_not_released_is_absent(tmp_path, data):
    """Stars are no figure: the record leaves it out, never 0, and keeps the others."""
    wage = imported(tmp_path, data, line(annual=["*", *ANNUAL[1:5], " * "], TOT_EMP="**"))
    assert wage.keys() == {"period", "source", *KEYS[1:5]}


@pytest.mark.parametrize(
    ("year", "sheets", "top"),
    [
        (2024, {}, (239_200, 115)),
        (2025, {}, (239_200, 115)),
        (2025, {"Field Descriptions": [["National estimates"]]}, (239_200, 115)),
        (2025, notes("115.00", "239,200"), (239_200, 115)),
        (2021, notes("100.00", "208,000"), (208_000, 100)),
    ],
)
def test_a_hash_is_at_least_the_highest_published_wage(year, sheets, top, tmp_path, data):
    """The sheet of notes says which wage that is; of two years it is known without."""
    rows = (
        line(annual=[*ANNUAL[:4], "#", "#"]),
        line("29-1141", annual=["*"] * 6, hourly=[*HOURLY[:5], "#"], HOURLY=True),
    )
    wage = imported(tmp_path, data, *rows, year=year, **sheets)
    assert [wage[key] for key in KEYS] == [*ANNUAL[:4], top[0], top[0]]
    assert wage["at_least"] == ["p75", "p90"]
    (wage,) = wages(data, "nurse", f"bls-oews-{year}")
    assert [wage[key] for key in KEYS] == [*HOURLY[:5], top[1]]
    assert (wage["unit"], wage["at_least"]) == ("hour", ["p90"])


def test_teachers_have_wages_by_the_year(tmp_path, data):
    """Who has annual wages only is recorded like all others."""
    wage = imported(tmp_path, data, line(hourly=["*"] * 6, ANNUAL="TRUE"))
    assert "unit" not in wage
    assert [wage[key] for key in KEYS] == ANNUAL


AREA_TYPES = {value: f"holds '{value}': not a national file" for value in ("2", "4", 6, None)}
DETAILED = {"group": "detailed"}
WRONG = [
    *(({"AREA_TYPE": value}, "AREA_TYPE", problem) for value, problem in AREA_TYPES.items()),
    ({"OCC_CODE": None}, "OCC_CODE", "is empty; is the file cut short?"),
    ({**DETAILED, "TOT_EMP": None}, "TOT_EMP", "holds '' where a number should be"),
    ({**DETAILED, "A_MEAN": "x"}, "A_MEAN", "holds 'x' where a number should be"),
]


@pytest.mark.parametrize(("cells", "column", "problem"), WRONG)
def test_a_wrong_cell_is_told_with_its_place(cells, column, problem, tmp_path, data):
    """A state's wages, a row that breaks off and what is no figure stop the import."""
    path = saved(tmp_path, line(), line("29-1141", **{"group": "broad", **cells}))
    place = f"{path}, sheet 'national_M2025_dl', row 3, column '{column}' "
    assert refused(data, path) == f"{place}{problem}"


def test_an_area_type_may_be_a_number(tmp_path, data):
    """The type of area of a national file is 1, as text or as a number."""
    assert imported(tmp_path, data, line(AREA_TYPE=1))["employment"] == 7440


@pytest.mark.parametrize("sheet", ["nat3d_M2025_dl", "national_M25_dl", "All"])
def test_a_workbook_without_the_sheet_is_refused(sheet, tmp_path, data):
    """A workbook of industries is told by the names of its sheets, whatever the file is called."""
    path = workbook(tmp_path / "national_M2025_dl.xlsx", {sheet: [line(), line().values()]})
    assert refused(data, path) == f"{path}: {NAMED}"


def test_a_workbook_of_states_is_not_read_as_the_nation(tmp_path, data):
    """The sheet tells what a workbook holds, whatever its rows say."""
    path = save(tmp_path, line(), kind="state")
    place = f"{path}, sheet 'state_M2025_dl', row 2, column 'AREA_TYPE' "
    assert refused(data, path) == f"{place}holds '1': not a state file"


NOT_NEEDED = {
    *("AREA", "AREA_TITLE", "PRIM_STATE", "I_GROUP", "JOBS_1000", "LOC_QUOTIENT", "ANNUAL")
}


@pytest.mark.parametrize("column", [*line()])
def test_a_column_that_is_missing_is_named(column, tmp_path, data):
    """Another layout is refused with the name of what it lacks, where it is needed."""
    row = line()
    del row[column]
    path = saved(tmp_path, row)
    if column in NOT_NEEDED:
        assert import_files([path], data, DAY) == 1
    else:
        place = f"{path}, sheet 'national_M2025_dl', row 1: "
        assert refused(data, path) == f"{place}has no column '{column}'; is it another layout?"


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
    paths = [saved(tmp_path, year=year) for year in (2024, 2025)]
    import_files(paths, data, DAY)
    source = data / "sources" / "bls-oews-2025.yaml"
    source.write_text(source.read_text("utf-8") + "approximate: true\n", encoding="utf-8")
    assert changes_nothing(import_files, data, *paths)


def test_a_newer_file_adds_to_the_history(tmp_path, data):
    """Each May stands beside the one before, whichever was imported first."""
    for year in (2025, 2024):
        import_files([saved(tmp_path, line(TOT_EMP=year), year=year)], data, DAY)
    assert wages(data, source="seed")[0]["note"] == "Of an older code.\n\nNot comparable.\n"
    for year in (2025, 2024):
        (wage,) = wages(data, source=f"bls-oews-{year}")
        assert (wage["period"], wage["employment"]) == (f"{year}-05", year)
    assert load([data], {})[1] == []


def test_two_files_at_once_are_both_read(tmp_path, data):
    """Several years may be imported in one go; a record that got two wages changed once."""
    paths = [saved(tmp_path, year=year) for year in (2023, 2024, 2025)]
    assert import_files(paths, data, DAY) == 1
    assert [len(wages(data, source=f"bls-oews-{year}")) for year in (2023, 2024, 2025)] == [1] * 3


def test_a_correction_keeps_what_a_person_added(tmp_path, data):
    """Figures that BLS corrected are replaced; a note on them stays."""
    import_files([saved(tmp_path)], data, DAY)
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
    import_files([saved(tmp_path)], data, DAY)
    assert f"  - {kept}\n" in path.read_text("utf-8")
    assert wages(data, "nurse")[1] == wages(data)[0]


def test_progress_counts_the_rows(tmp_path, data):
    """Who waits is told of the end of each file, by its detailed rows."""
    rows = line(), line("29-1141", "broad"), line("29-1141")
    paths = [saved(tmp_path, *rows), saved(tmp_path, year=2024)]
    assert progress_of(import_files, data, *paths) == [(2, 2), (1, 1)]
