"""The crosswalk becomes a table of pairs; what has no match is none."""

from functools import partial

import pytest
from importing import DAY, changes_nothing, progress_of, record, refusal, workbook, written

from careerkit.importers.cip_soc import SUFFIXES, import_files
from careerkit.importers.packed import expanded

HEAD = "CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title"
NAME = "CIP2020_SOC2018_Crosswalk.csv"
PLAIN = (
    '01.0508,"Taxidermy, x",99-9999,NO MATCH',
    "51.0707,Records.,29-2072,Specialists",
    "51.0707,Records.,29-9021,Technologists",
    "51.3801,Nursing.,29-1141,Nurses",
    "99.9999,NO MATCH,35-2011,Cooks",
)
refused = partial(refusal, import_files)
TABLE = "cip,soc\n51.0707,29-2072\n51.0707,29-9021\n51.3801,29-1141\n"


def save(folder, *lines, name=NAME, head=HEAD):
    """Write a crosswalk; return its path. It ends without a newline, as the published one does."""
    (path,) = written(folder, {name: "\r\n".join([head, *lines])}, "utf-8-sig")
    return path


def book(folder, *lines, sheet="CIP-SOC"):
    """Write a crosswalk as a workbook; return its path."""
    rows = [line.replace('"Taxidermy, x"', "Taxidermy").split(",") for line in (HEAD, *lines)]
    return workbook(folder / NAME.replace("csv", "xlsx"), {"File Guide": [], sheet: rows})


@pytest.mark.parametrize("write", [save, book])
def test_pairs_are_kept_and_what_has_no_match_is_left_out(write, data, tmp_path):
    """A program or an occupation without a match is no pair, in the CSV file or the workbook."""
    assert import_files([write(tmp_path, *PLAIN)], data, DAY) == 1
    path = data / "crosswalks" / "cip-soc-2020.csv"
    assert path.read_bytes() == TABLE.encode()
    assert record(data, "cip-soc-2020", "sources")["title"] == "CIP 2020 to SOC 2018 Crosswalk"


def test_a_second_run_changes_nothing_and_what_a_person_wrote_stays(data, tmp_path):
    """The same file again leaves every file as it is; a record of the source is kept."""
    (mine,) = written(data, {"sources/cip-soc-2020.yaml": "# mine\n"})
    path = save(tmp_path, *PLAIN)
    assert import_files([path], data, DAY) == 1
    assert mine.read_text("utf-8") == "# mine\n"
    assert changes_nothing(import_files, data, path)


def test_both_forms_may_lie_in_a_folder(data, tmp_path):
    """The CSV file and the workbook must say the same; other files are left alone."""
    folder = tmp_path / "f"
    save(folder, *PLAIN)
    save(folder, name="CIPCode2020.csv", head="x")
    book(folder, *PLAIN)
    paths = expanded(folder, SUFFIXES)
    assert progress_of(import_files, data, *paths) == [(5, 5), (5, 5)]
    assert (data / "crosswalks" / "cip-soc-2020.csv").read_bytes() == TABLE.encode()
    other = book(folder, *PLAIN[:2], PLAIN[-1])
    message = refused(data, *paths)
    assert message.startswith(f"{other}: does not have the same pairs as ")


WRONG = {
    "group": ("51.07,x,29-2072,y", "row 7, column 'CIP2020Code' holds '51.07', which is no CIP"),
    "number": ("1.01,x,29-2072,y", "row 7, column 'CIP2020Code' holds '1.01', which is no CIP"),
    "no code": (",x,29-2072,y", "row 7, column 'CIP2020Code' is empty"),
    "detail": ("51.09,x,29,y", "row 7, column 'CIP2020Code' holds '51.09'"),
    "soc": ("51.0901,x,29-2072.00,y", "row 7, column 'SOC2018Code' holds '29-2072.00', which"),
    "repeated": ("51.0707,x,29-2072,y", "column 'SOC2018Code' repeats '51.0707, 29-2072' of row 3"),
    "cut": ("51.0707,x", "row 7, column 'SOC2018Code' is missing; is the file cut short?"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_row_is_told_where_it_stands(name, data, tmp_path):
    """The first cell that is not what it should be is named, and nothing is written."""
    text, wrong = WRONG[name]
    assert wrong in refused(data, save(tmp_path, *PLAIN, text))


def test_another_layout_is_told(data, tmp_path):
    """A missing column or sheet, a file without rows, and damage are told by the file's name."""
    assert "has no column 'SOC2018Code'" in refused(data, save(tmp_path, head="CIP2020Code"))
    assert refused(data, save(tmp_path)).endswith("has no row below its header")
    assert "has no sheet 'CIP-SOC'" in refused(data, book(tmp_path, sheet="SOC-CIP"))
    path = tmp_path / NAME.replace("csv", "xlsx")
    path.write_bytes(path.read_bytes()[:500])
    assert "is not a workbook that can be read" in refused(data, path)


def test_a_file_that_is_cut_short_is_told(data, tmp_path):
    """The occupations without a program stand at the end; pairs on record must be in the file."""
    assert "does not go on to '99.9999'" in refused(data, save(tmp_path, *PLAIN[:-1]))
    import_files([save(tmp_path, *PLAIN)], data, DAY)
    message = refused(data, save(tmp_path, *PLAIN[:2], PLAIN[-1]))
    assert "has 1 pair, and not 2 of those on record; is it cut short?" in message


def test_editions_are_told_by_the_name(data, tmp_path):
    """Careers are of SOC 2018, and one edition of CIP is read at a time."""
    other = save(tmp_path, *PLAIN, name="crosswalk.csv")
    assert refused(data, other) == f"no file is named like {NAME} in {other}"
    older = save(tmp_path, *PLAIN, name="CIP2010_SOC2010_Crosswalk.csv")
    assert refused(data, older) == f"{older}: is of SOC 2010, and careers are of SOC 2018"
    one, two = save(tmp_path, *PLAIN), save(tmp_path, *PLAIN, name=NAME.replace("2020", "2030"))
    assert refused(data, one, two) == f"{two}: is of CIP 2030, but {one} of CIP 2020"


def test_the_command_imports_it(data, tmp_path, run):
    """The data set is known to the command by its name."""
    result = run("import", "cip-soc", str(save(tmp_path, *PLAIN)), "--into", str(data))
    assert (result.status, result.err) == (0, "")
    assert result.out == "cip-soc: 1 file read, 1 record changed\n"
