"""Program codes become a table: valid and former codes, titles, never definitions."""

from functools import partial

import pytest
from importing import DAY, changes_nothing, progress_of, record, refusal, written

from careerkit.importers.cip import SUFFIXES, import_files
from careerkit.importers.packed import expanded

HEAD = (
    '"CIPFamily","CIPCode","Action","TextChange","CIPTitle","CIPDefinition","CrossReferences",'
    '"Examples"'
)
refused = partial(refusal, import_files)
SAME, NEW, TO = "No substantive changes", "New", "Moved to"


def line(code, action=SAME, title="Title.", text="What it is.", family=None):
    """Return a row as it is published."""
    return f'="{family or code[:2]}",="{code}","{action}",no,"{title}","{text}","",'


PLAIN = (
    line("51", title="HEALTH PROFESSIONS."),
    line("51.07", title="Health,  Administrative Services."),
    line("51.0707", title='Health ""Information"".'),
    line("51.0719", NEW, title="Residency Program"),
    line("51.0799", TO),
    line("51.08", title="Allied Health."),
    line("51.0808", "Moved from", "Veterinary.", "Moved from 51.0808 to 51.0707"),
    line("51.19", "Deleted", "Osteopathy.", "Deleted, Report under 51.07"),
    line("51.1901", "Deleted", "Osteopathy.", "Deleted, Report under 51"),
)
TABLE = [
    "code,title,now",
    "51,HEALTH PROFESSIONS,",
    '51.07,"Health, Administrative Services",',
    '51.0707,"Health ""Information""",',
    "51.0719,Residency Program,",
    "51.0799,Title,",
    "51.08,Allied Health,",
    "51.0808,Veterinary,51.0707",
    "51.19,Osteopathy,51.07",
    "51.1901,Osteopathy,51",
]


def save(folder, *lines, name="CIPCode2020.csv", head=HEAD):
    """Write a file of codes; return its path."""
    (path,) = written(folder, {name: "\r\n".join([head, *lines, ""])})
    return path


def table(data, source="cip-2020"):
    """Return the lines of the table."""
    return (data / "cip" / f"{source}.csv").read_text(encoding="utf-8").splitlines()


def test_codes_titles_and_former_codes_are_kept(data, tmp_path):
    """Titles lose the full stop at their end; a former code names the one to use; no definition."""
    assert import_files([save(tmp_path, *PLAIN)], data, DAY) == 1
    assert table(data) == TABLE
    source = record(data, "cip-2020", "sources")
    assert source["title"] == "Classification of Instructional Programs (CIP), 2020"
    assert (source["published"], source["retrieved"]) == (2020, DAY)


def test_codes_may_be_written_plainly(data, tmp_path):
    """A code need not be wrapped as a formula."""
    import_files([save(tmp_path, *(text.replace("=", "") for text in PLAIN))], data, DAY)
    assert table(data) == TABLE


def test_a_second_run_changes_nothing_and_what_a_person_wrote_stays(data, tmp_path):
    """The same file again leaves every file as it is; a record of the source is kept."""
    (mine,) = written(data, {"sources/cip-2020.yaml": "# mine\n"})
    path = save(tmp_path, *PLAIN)
    assert import_files([path], data, DAY) == 1
    assert mine.read_text("utf-8") == "# mine\n"
    assert changes_nothing(import_files, data, path)


def test_an_edition_is_named_by_its_file(data, tmp_path):
    """The year comes from the name; the tables of two editions stand beside each other."""
    import_files([save(tmp_path, *PLAIN)], data, DAY)
    import_files([save(tmp_path, PLAIN[0], name="CIPCode2030.csv")], data, DAY)
    assert table(data, "cip-2030") == TABLE[:2]
    assert table(data) == TABLE


def test_the_file_is_found_in_its_folder(data, tmp_path):
    """Other files of the folder, such as the crosswalk, are left alone."""
    save(tmp_path / "f", *PLAIN)
    save(tmp_path / "f", name="CIP2020_SOC2018_Crosswalk.csv", head="x")
    assert import_files(expanded(tmp_path / "f", SUFFIXES), data, DAY) == 1


def test_progress_is_told(data, tmp_path):
    """Who waits is told when it is done."""
    assert progress_of(import_files, data, save(tmp_path, *PLAIN)) == [(9, 9)]


def deleted(now):
    """Return the row of a code that was deleted, with the code to use instead."""
    return line("51.09", "Deleted", text=f"Deleted, Report under {now}")


MOVED = "column 'CIPDefinition' does not tell which code is used instead of '51.09'"
WRONG = {
    "code": (line("51.1"), "row 11, column 'CIPCode' holds '51.1', which is no CIP code"),
    "no code": (line(""), "row 11, column 'CIPCode' holds '', which is no CIP code"),
    "family": (line("51.20", family="52"), "column 'CIPFamily' holds '52', which is not the fam"),
    "no family": (line("52.01"), "holds '52.01', but '52' does not come before it"),
    "no group": (line("51.2001"), "holds '51.2001', but '51.20' does not come before it"),
    "repeated": (line("51.19"), "row 11, column 'CIPCode' repeats '=\"51.19\"' of row 9"),
    "action": (line("51.09", "Split"), "column 'Action' holds 'Split', which is none of the"),
    "no title": (line("51.09", title=" "), "row 11, column 'CIPTitle' is empty"),
    "no new code": (line("51.09", "Moved from", text="Moved"), MOVED),
    "another old code": (line("51.09", "Moved from", text="Moved from 51 to 51.07"), MOVED),
    "deleted for nothing": (line("51.09", "Deleted", text="Deleted"), MOVED),
    "unknown new code": (deleted("53"), "column 'CIPDefinition' names '53', which is no valid"),
    "former new code": (deleted("51.19"), "names '51.19', which is no valid code of the file"),
    "cut": ('="51",="51.09","New",no,"Title.","What', "column 'CrossReferences' is missing"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_row_is_told_where_it_stands(name, data, tmp_path):
    """The first cell that is not what it should be is named, and nothing is written."""
    text, wrong = WRONG[name]
    message = refused(data, save(tmp_path, *PLAIN, text))
    assert message.startswith(f"{tmp_path / 'CIPCode2020.csv'}, row 11")
    assert wrong in message


def test_another_layout_is_told(data, tmp_path):
    """Columns that are not there are named; so is a file without rows."""
    message = refused(data, save(tmp_path, head="CIPCode,CIPTitle"))
    assert "has no column 'CIPFamily', 'Action', 'CIPDefinition'; is it another layout?" in message
    assert refused(data, save(tmp_path)).endswith("CIPCode2020.csv: has no row below its header")


def test_a_file_of_another_name_or_two_files_are_told(data, tmp_path):
    """A file is known by its name, which tells the edition; one edition is read at a time."""
    other = save(tmp_path, *PLAIN, name="codes.csv")
    assert refused(data, other) == f"no file is named like CIPCode2020.csv in {other}"
    one, two = save(tmp_path, *PLAIN), save(tmp_path, *PLAIN, name="CIPCode2010.csv")
    assert refused(data, one, two) == f"{two}: is given twice, also as {one}"


def test_fewer_codes_than_on_record_are_refused(data, tmp_path):
    """A file that is cut between two rows looks whole; what is on record tells."""
    import_files([save(tmp_path, *PLAIN)], data, DAY)
    message = refused(data, save(tmp_path, *PLAIN[:-2]))
    assert "has 7 codes, and not 2 of those on record; is it cut short?" in message
    (data / "cip" / "cip-2020.csv").unlink()
    assert import_files([save(tmp_path, *PLAIN[:-2])], data, DAY) == 1


def test_the_command_tells_a_mistake_in_one_line(data, tmp_path, run):
    """What is wrong is told on stderr with the status of bad data, and nothing is written."""
    path = save(tmp_path, line("52.01"))
    result = run("import", "cip", str(path), "--into", str(data))
    assert (result.status, result.out, [*data.iterdir()]) == (4, "", [])
    assert result.err.startswith(f"careerkit: {path}, row 2, column 'CIPCode' holds '52.01', but")
