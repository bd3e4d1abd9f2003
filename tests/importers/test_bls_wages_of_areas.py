"""Local wages become tables: every figure as published, all files of a source or none."""

import gzip
import re
from functools import partial
from pathlib import Path

import pytest
from importing import (
    DAY,
    changes_nothing,
    progress_of,
    record,
    refusal,
    snapshot,
    workbook,
    written,
    zipped,
)
from wage_files import ANNUAL, HOURLY, NAMED, book, line, notes, save

from careerkit.csvdata.folders import read_bulk
from careerkit.errors import CareerkitError
from careerkit.importers.bls_wages import SUFFIXES, import_files
from careerkit.importers.packed import expanded

refused = partial(refusal, import_files)
SOURCES = {
    "state": "bls-oews-2025-state",
    "MSA": "bls-oews-2025-metropolitan",
    "BOS": "bls-oews-2025-nonmetropolitan",
}
HEAD = "area,soc,unit,employment,jobs_per_1000,location_quotient,mean,p10,p25,median,p75,p90\n"
PLAIN = "year,7440,1.356,1.06,54550,37000,43000,50990,61000,76000\n"


@pytest.fixture
def data(data):
    """Put one career into the data folder."""
    text = "title: Nurse\nsoc: 29-1141\ngroup: health-practice\nsources: [bls-oews-2025]\n"
    written(data, {"careers/nurse.yaml": text})
    return data


def tables(data, source="bls-oews-2025-state"):
    """Return the tables of a source by name, after checking that they are sound."""
    assert read_bulk(data, "w")[1] == []
    folder = data / "wages" / source
    return {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}


def cells(data, *rows, **named):
    """Import one file; return the cells behind the area of its rows."""
    import_files([save(data.parent, *rows, **named)], data, DAY)
    wages = [text for name, text in tables(data).items() if name != "areas.csv"]
    text = "".join(wages).replace(HEAD, "")
    return [row.partition(",")[2] for row in text.splitlines()]


def test_a_file_becomes_a_table_of_areas_and_one_a_group(tmp_path, data):
    """Areas and rows are sorted, the rows by the major group of their code."""
    rows = [line(soc="29-2072"), line(soc="11-1011"), line(soc="29-1141"), line(soc="29-0000")]
    rows[3]["O_GROUP"] = "major"
    indiana = line(AREA="18", AREA_TITLE="Indiana", PRIM_STATE="IN")
    guam = line(AREA="66", AREA_TITLE="Guam", AREA_TYPE="3", PRIM_STATE="GU", soc="11-1011")
    assert import_files([save(tmp_path, guam, *rows, indiana)], data, DAY) == 3
    assert tables(data) == {
        "11.csv": f"{HEAD}39,11-1011,{PLAIN}66,11-1011,{PLAIN}",
        "29.csv": f"{HEAD}18,29-2072,{PLAIN}39,29-1141,{PLAIN}39,29-2072,{PLAIN}",
        "areas.csv": "area,title,area_type,state,period\n"
        "18,Indiana,state,IN,2025-05\n39,Ohio,state,OH,2025-05\n66,Guam,state,GU,2025-05\n",
    }


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("state", "39,Ohio,state,OH"),
        ("MSA", '17140,"Cincinnati, OH-KY-IN",metropolitan,OH'),
        ("BOS", "3900001,West Ohio nonmetropolitan area,nonmetropolitan,OH"),
    ],
)
@pytest.mark.parametrize("year", [2024, 2025])
def test_kind_and_year_are_those_of_the_name(year, kind, row, tmp_path, data):
    """The name of a text tells of which areas and which May it is; the source says so."""
    import_files([save(tmp_path, kind=kind, year=year)], data, DAY)
    source = SOURCES[kind].replace("2025", str(year))
    assert tables(data, source)["areas.csv"].splitlines()[1] == f"{row},{year}-05"
    fields = record(data, source, "sources")
    assert fields["title"].startswith(f"Occupational Employment and Wage Statistics, May {year}, ")
    assert (fields["published"], fields["retrieved"]) == (f"{year}-05", DAY)


def test_a_national_file_and_others_are_read_in_one_call(tmp_path, data):
    """The nation goes into the careers, areas into tables, each under its own source."""
    paths = [save(tmp_path, kind=kind) for kind in ("state", "MSA", "BOS")]
    nation = book(tmp_path, line("national", "29-1141"), kind="national")
    assert import_files([paths[0], nation, *paths[1:]], data, DAY) == 1 + 3 * 2
    assert [wage["source"] for wage in record(data, "nurse")["wages"]] == ["bls-oews-2025"]
    names = {path.stem for path in (data / "sources").iterdir()}
    assert names == {"bls-oews-2025", *SOURCES.values()}
    for source in SOURCES.values():
        assert [*tables(data, source)] == ["29.csv", "areas.csv"]


def test_a_national_file_may_be_text(tmp_path, data):
    """Text and workbook of the same table give the same wages."""
    import_files([save(tmp_path, line("national", "29-1141"), kind="national")], data, DAY)
    nation = book(tmp_path, line("national", "29-1141"), kind="national")
    assert changes_nothing(import_files, data, nation)


@pytest.mark.parametrize("way", ["gz", "zip", "folder", "workbook", "book in zip", "book in gz"])
def test_files_may_be_packed(way, tmp_path, data):
    """As text, workbook, gzipped, in a zip or a folder: the tables are the same."""
    text = save(tmp_path)
    import_files([text], data, DAY)
    other = book(tmp_path, name="renamed.xlsx")
    path = tmp_path / {"gz": f"{text.name}.gz", "book in gz": "renamed.xlsx.gz"}.get(way, "f.zip")
    if way == "workbook":
        path = other
    elif way == "folder":
        path = save(tmp_path / "files").parent
        (path / "readme.txt").touch()
    elif way == "zip":
        files = {f"in/{text.name}": text.read_bytes(), "in/field_descriptions.xlsx": "no table"}
        zipped(path, **files)
    elif way == "book in zip":
        zipped(path, **{other.name: other.read_bytes()})
    else:
        path.write_bytes(gzip.compress((text if way == "gz" else other).read_bytes()))
    assert changes_nothing(import_files, data, *expanded(path, SUFFIXES))


def test_an_archive_may_hold_several_files(tmp_path, data):
    """The archive that has metropolitan and other areas gives both."""
    paths = [save(tmp_path, kind=kind) for kind in ("MSA", "BOS")]
    inside = {f"oesm25ma/{path.name}": path.read_bytes() for path in paths}
    path = zipped(tmp_path / "oesm25ma.zip", **inside)
    import_files(expanded(path, SUFFIXES), data, DAY)
    assert tables(data, SOURCES["MSA"]).keys() == tables(data, SOURCES["BOS"]).keys()


def test_columns_may_stand_in_any_order(tmp_path, data):
    """Columns are known by their names alone."""
    rows = [line(), line(soc="27-2011", HOURLY="TRUE")]
    import_files([save(tmp_path, *rows)], data, DAY)
    moved = [dict(sorted(row.items(), reverse=True)) for row in rows]
    assert changes_nothing(import_files, data, save(tmp_path, *moved))
    assert changes_nothing(import_files, data, book(tmp_path, *moved))


def test_symbols_are_read_as_what_they_mean(data):
    """Stars leave the cell empty, a hash is the highest wage or more, a year and an hour."""
    rows = [
        line(soc="11-1011", annual=["*"] * 6, TOT_EMP="**", JOBS_1000="**", LOC_QUOTIENT="**"),
        line(soc="13-1011", annual=[*ANNUAL[:4], "#", "#"]),
        line(soc="27-2011", annual=["*"] * 6, hourly=[*HOURLY[:5], "#"], HOURLY="TRUE"),
        line(soc="29-1211", annual=["#"] * 6),
        line(soc="29-1212", annual=["467430", "32180", "55360", "78790", "649720", "#"]),
    ]
    assert cells(data, *rows) == [
        "11-1011,year,,,,,,,,,",
        "13-1011,year,7440,1.356,1.06,54550,37000,43000,50990,>=239200,>=239200",
        "27-2011,hour,7440,1.356,1.06,26.23,17.79,20.67,24.51,29.33,>=115",
        "29-1211,year,7440,1.356,1.06" + ",>=239200" * 6,
        "29-1212,year,7440,1.356,1.06,467430,32180,55360,78790,649720,>=239200",
    ]


@pytest.mark.parametrize("flag", ["TRUE", True])
def test_the_flag_of_hourly_wages_is_text_or_truth(flag, tmp_path, data):
    """A text says "TRUE" where the workbook has a truth value."""
    save_as = save if flag == "TRUE" else book
    import_files([save_as(tmp_path, line(HOURLY=flag))], data, DAY)
    hourly = "39,29-2072,hour,7440,1.356,1.06,26.23,17.79,20.67,24.51,29.33,36.54\n"
    assert tables(data)["29.csv"] == HEAD + hourly


def test_the_highest_wage_is_that_of_the_notes(tmp_path, data):
    """In an older workbook a hash stands for less: what its sheet of notes says."""
    row = line(annual=[*ANNUAL[:5], "#"])
    path = book(tmp_path, row, year=2021, **notes("100.00", "208,000"))
    import_files([path], data, DAY)
    assert tables(data, "bls-oews-2021-state")["29.csv"].endswith(",61000,>=208000\n")


@pytest.mark.parametrize("year", [2021, 2026])
def test_a_highest_wage_that_is_not_known_is_not_made_up(year, tmp_path, data):
    """Without notes a hash of another year stops the import; without a hash they are not missed."""
    path = save(tmp_path, line(soc="11-1011"), line(annual=[*ANNUAL[:5], "#"]), year=year)
    wrong = "holds '#', and no sheet of notes says from which wage on"
    assert refused(data, path) == f"{path}, row 3, column 'A_PCT90' {wrong}"
    assert import_files([save(tmp_path, year=year)], data, DAY) == 2


@pytest.mark.parametrize(("kind", "code"), [("state", "1"), ("MSA", "1"), ("BOS", "100001")])
def test_the_zeros_that_a_code_begins_with_are_kept(kind, code, tmp_path, data):
    """A workbook that made a number of the code of an area does not change the area."""
    digits = {"state": 2, "MSA": 5, "BOS": 7}[kind]
    for value in (int(code), code, code.zfill(digits)):
        import_files([book(tmp_path, line(kind, AREA=value), kind=kind)], data, DAY)
        areas = tables(data, SOURCES[kind])["areas.csv"].splitlines()
        assert areas[1].startswith(f"{code.zfill(digits)},")


WRONG = {
    "type of a metropolitan area": ({"AREA_TYPE": "4"}, "AREA_TYPE", "holds '4': not a state file"),
    "type of the nation": ({"AREA_TYPE": "1"}, "AREA_TYPE", "holds '1': not a state file"),
    "no type": ({"AREA_TYPE": ""}, "AREA_TYPE", "holds '': not a state file"),
    "no group": ({"O_GROUP": ""}, "O_GROUP", "is empty"),
    "no area": ({"AREA": " "}, "AREA", "is empty"),
    "long code": ({"AREA": "039"}, "AREA", "is wrong: '039' has not 2 digits"),
    "code of letters": ({"AREA": "OH"}, "AREA", "is wrong: 'OH' has not 2 digits"),
    "no title": ({"AREA_TITLE": ""}, "AREA_TITLE", "is empty"),
    "no state": ({"PRIM_STATE": ""}, "PRIM_STATE", "is empty"),
    "state": (
        *({"AREA": "40", "PRIM_STATE": "Ohio"}, "PRIM_STATE"),
        "is wrong: 'Ohio' is not a postal code like OH",
    ),
    "other title": ({"AREA_TITLE": "Oh"}, "AREA_TITLE", "holds 'Oh', but 'Ohio' before"),
    "other state": ({"PRIM_STATE": "KY"}, "PRIM_STATE", "holds 'KY', but 'OH' before"),
    "no code": ({"OCC_CODE": ""}, "OCC_CODE", "is empty; is the file cut short?"),
    "code": (
        *({"OCC_CODE": "29-1141.00"}, "OCC_CODE"),
        "is wrong: '29-1141.00' is not a SOC code like 29-2072",
    ),
    "repeated": ({"OCC_CODE": "29-2072"}, "OCC_CODE", "repeats '39, 29-2072' of row 2"),
    "flag": ({"HOURLY": "yes"}, "HOURLY", "holds 'yes', which is neither TRUE nor empty"),
    "employment": ({"TOT_EMP": ""}, "TOT_EMP", "holds '' where a number should be"),
    "part of a worker": ({"TOT_EMP": 7.5}, "TOT_EMP", "holds '7.5', which is no whole number"),
    "ratio": ({"JOBS_1000": "#"}, "JOBS_1000", "holds '#' where a number should be"),
    "wage": ({"A_PCT25": "43k"}, "A_PCT25", "holds '43k' where a number should be"),
    "below 0": ({"A_PCT10": -1}, "A_PCT10", "holds '-1', and nothing is counted or paid below 0"),
    "order": ({"A_PCT25": "36999"}, "A_PCT25", "is wrong: p25 is below p10"),
    "hours": ({"HOURLY": "TRUE", "H_PCT90": 29.32}, "H_PCT90", "is wrong: p90 is below p75"),
    "digits": ({"A_PCT90": "9" * 13}, "A_PCT90", f"is wrong: '{'9' * 13}' is not a figure"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_cell_is_told_with_its_place(name, tmp_path, data):
    """What is not what it should be stops the import, with row and column as published."""
    wrong, column, message = WRONG[name]
    row = {**line(soc="29-1141"), **wrong}
    path = save(tmp_path, line(), row, line(soc="29-1142"))
    assert refused(data, path) == f"{path}, row 3, column '{column}' {message}"


@pytest.mark.parametrize("column", ["AREA", "PRIM_STATE", "OCC_TITLE", "JOBS_1000", "A_PCT90"])
def test_a_column_that_is_missing_is_named(column, tmp_path, data):
    """Another layout is refused with the name of what it lacks."""
    row = line()
    del row[column]
    path = save(tmp_path, row)
    problem = f"{path}, row 1: has no column '{column}'; is it another layout?"
    assert refused(data, path) == problem


def test_a_wrong_sheet_cell_is_told_with_its_sheet(tmp_path, data):
    """In a workbook the place is sheet, row and column."""
    path = book(tmp_path, line(), line(soc="x"))
    place = f"{path}, sheet 'state_M2025_dl', row 3, column 'OCC_CODE' "
    assert refused(data, path).startswith(f"{place}is wrong: 'x' is not a SOC")


def test_the_sheet_is_read_by_its_name(tmp_path, data):
    """The table need not be the first sheet of its workbook."""
    rows = [line(), line().values()]
    path = workbook(tmp_path / "x.xlsx", {"Notes": [["nothing"]], "state_M2025_dl": rows})
    import_files([path], data, DAY)
    assert tables(data)["29.csv"] == f"{HEAD}39,29-2072,{PLAIN}"


@pytest.mark.parametrize("group", ["total", "major", "minor", "broad"])
def test_a_file_without_detailed_rows_is_refused(group, tmp_path, data):
    """Totals alone are not the table."""
    path = save(tmp_path, line(O_GROUP=group))
    assert refused(data, path) == f"{path}: has no row whose O_GROUP is 'detailed'"


def test_an_empty_file_is_refused(tmp_path, data):
    """A file without a line lacks every column; one with the header alone every row."""
    path = tmp_path / "state_M2025_dl.csv"
    path.touch()
    assert refused(data, path).startswith(f"{path}, row 1: has no column 'AREA', ")
    path.write_text(",".join(line()), encoding="utf-8")
    assert refused(data, path) == f"{path}: has no row whose O_GROUP is 'detailed'"


@pytest.mark.parametrize("name", ["x.csv", "states_M2025_dl.csv", "state_M25_dl.csv", "all.csv.gz"])
def test_a_file_of_another_name_is_refused(name, tmp_path, data):
    """A text is known by its name alone: another one is told what it should be."""
    path = save(tmp_path, name=name)
    assert refused(data, path) == f"{path}: {NAMED}"


def test_notes_alone_are_no_table(tmp_path, data):
    """What archives hold beside the tables is passed over, and not taken for one."""
    path = tmp_path / "Field_Descriptions.xlsx"
    path.touch()
    assert refused(data, path) == f"{path}: {NAMED}"
    assert import_files([path, save(tmp_path)], data, DAY) == 2


@pytest.mark.parametrize("other", ["text", "workbook", "same"])
def test_a_file_that_is_given_twice_is_refused(other, tmp_path, data):
    """Two files of the same areas and year would be mixed: one of them has to go."""
    first = save(tmp_path)
    second = {"text": save(tmp_path, name="state_M2025_dl (1).csv"), "same": first}.get(
        other
    ) or book(tmp_path)
    message = refused(data, first, save(tmp_path, kind="MSA"), second)
    assert message == f"{second}: state_M2025_dl is given already: {first}"


@pytest.mark.parametrize("share", [0.2, 0.9])
def test_a_file_that_is_cut_short_is_refused(share, tmp_path, data):
    """A download that broke off changes nothing, of a good file before it neither."""
    many = [line(soc=f"29-{code}") for code in range(1000, 3000)]
    packed = gzip.compress(save(tmp_path, *many).read_bytes())
    path = tmp_path / "MSA_M2025_dl.csv.gz"
    path.write_bytes(packed[: int(len(packed) * share)])
    message = refused(data, save(tmp_path), path)
    assert re.match(f"{re.escape(str(path))}(: is cut short|, row 2, column 'AREA_TYPE')", message)
    path = save(tmp_path, *many)
    path.write_bytes(path.read_bytes()[:-30])
    assert "is the file cut short?" in refused(data, path)


def test_tables_alone_need_no_careers(tmp_path):
    """Local wages go into any data folder; only those of the nation need the careers."""
    data = tmp_path / "pack"
    assert import_files([save(tmp_path)], data, DAY) == 2
    assert not (data / "careers").exists()
    nation = book(tmp_path, kind="national")
    message = refused(data, nation)
    assert message == f"{data / 'careers'}: holds no careers; import bls-projections first"


def test_a_second_run_changes_nothing(tmp_path, data):
    """The same files again leave every byte, and the source as a person may have changed it."""
    paths = [save(tmp_path, kind=kind) for kind in SOURCES]
    import_files(paths, data, DAY)
    source = data / "sources" / f"{SOURCES['MSA']}.yaml"
    source.write_text(source.read_text("utf-8") + "approximate: true\n", encoding="utf-8")
    assert changes_nothing(import_files, data, *paths)


def test_a_newer_file_stands_beside_the_older(tmp_path, data):
    """Each May has a folder of its own, whichever was imported first."""
    import_files([save(tmp_path, line(TOT_EMP="7"))], data, DAY)
    before = snapshot(data)
    for year in (2024, 2026):
        assert import_files([save(tmp_path, year=year)], data, DAY) == 2
    folders = sorted(path.name for path in (data / "wages").iterdir())
    assert folders == [f"bls-oews-{year}-state" for year in (2024, 2025, 2026)]
    assert before.items() <= snapshot(data).items()


def test_a_correction_replaces_tables_and_removes_those_left_over(tmp_path, data):
    """A group that BLS no longer has loses its table; hidden files and other sources stay."""
    rows = [line(soc="11-1011"), line(soc="29-2072"), line(soc="43-4071")]
    import_files([save(tmp_path, *rows), save(tmp_path, kind="MSA")], data, DAY)
    folder = data / "wages" / SOURCES["state"]
    kept = [folder / ".29.csv", folder / "notes.txt", data / "wages" / SOURCES["MSA"] / "29.csv"]
    for path in kept[:2]:
        path.touch()
    rows[0]["TOT_EMP"] = "8"
    assert import_files([save(tmp_path, *rows[:2])], data, DAY) == 2
    names = [path.name for path in sorted(folder.glob("[!.]*.csv"))]
    assert names == ["11.csv", "29.csv", "areas.csv"]
    assert ",year,8," in (folder / "11.csv").read_text("utf-8")
    assert all(path.exists() for path in kept)


def test_careers_tables_and_removals_are_one_step(tmp_path, data, monkeypatch):
    """On a full disk neither a career, nor a table, nor a source, nor a removal is made."""
    import_files([save(tmp_path, line(soc="11-1011"), line())], data, DAY)
    before = snapshot(data)
    paths = [
        save(tmp_path, line(TOT_EMP="8")),
        book(tmp_path, line("national", "29-1141"), kind="national"),
    ]
    real = Path.write_bytes

    def fails(self, content):
        if self.name == "29.csv":
            raise OSError(28, "No space left on device", str(self))
        return real(self, content)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", fails)
        with pytest.raises(OSError, match="No space"):
            import_files(paths, data, DAY)
    assert snapshot(data) == before
    assert import_files(paths, data, DAY) == 3


def test_progress_counts_the_rows(tmp_path, data):
    """Who waits for a long file is told of every thousandth row, and of the end of each file."""
    many = [line(soc=f"29-{code}") for code in range(1000, 3500)]
    paths = [save(tmp_path, *many), save(tmp_path, kind="MSA")]
    steps = progress_of(import_files, data, *paths)
    assert steps == [(1000, 0), (2000, 0), (2500, 2500), (1, 1)]


def test_progress_ends_where_a_row_is_wrong(tmp_path, data):
    """The line is cleared before the mistake is told."""
    many = [line(soc=f"29-{code}") for code in range(1000, 2500)]
    many[1200]["A_MEAN"] = "x"
    steps = []
    with pytest.raises(CareerkitError, match="row 1202, column 'A_MEAN'"):
        import_files([save(tmp_path, *many)], data, DAY, lambda *step: steps.append(step))
    assert steps == [(1000, 0), (1200, 1200)]


def test_areas_that_are_gone_are_missed(tmp_path, data):
    """A file cut between two rows looks whole, but it has not all areas on record."""
    two = [line(), line(AREA="40", AREA_TITLE="Oklahoma", PRIM_STATE="OK")]
    import_files([save(tmp_path, *two)], data, DAY)
    path = save(tmp_path, two[0])
    assert "has 1 area, and not 1 of those on record; is it cut short?" in refused(data, path)
