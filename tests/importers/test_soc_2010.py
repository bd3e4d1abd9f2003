"""Codes of SOC 2010 that are gone lead to the occupations that took their place."""

import pytest
from importing import DAY, changes_nothing, progress_of, refusal, written

from careerkit.importers.soc_2010 import import_files

HEAD = "soc2010,soc2010_title,soc2018,soc2018_title\n"
KEPT = "29-1141,Nurses,29-1141,Nurses\n"
SPLIT = "29-2071,Records,29-2072,Records\n29-2071,Records,29-9021,Registrars\n"


def save(folder, text):
    """Write a crosswalk; return its path."""
    (path,) = written(folder, {"crosswalk.csv": text})
    return path


def table(data):
    """Return the lines of the table."""
    return (data / "titles" / "soc-2010-2018.csv").read_text().splitlines()


def test_only_codes_that_are_gone_are_kept(tmp_path):
    """A code that both editions have resolves by itself; one that was split leads to each part."""
    assert import_files([save(tmp_path, HEAD + KEPT + SPLIT)], tmp_path, DAY) == 1
    assert table(tmp_path) == [
        "code,title,short_title,kind",
        "29-2072,29-2071,,former_code",
        "29-9021,29-2071,,former_code",
    ]


def test_a_second_run_changes_nothing(tmp_path):
    """The same crosswalk again leaves every file as it is."""
    path = save(tmp_path, HEAD + SPLIT)
    import_files([path], tmp_path, DAY)
    assert changes_nothing(import_files, tmp_path, path)


def test_progress_is_told(tmp_path):
    """Who waits is told when it is done."""
    assert progress_of(import_files, tmp_path, save(tmp_path, HEAD + SPLIT)) == [(2, 2)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD, "has no row below its header"),
        ("a,b\n1,2\n", "has no column 'soc2010', 'soc2018'"),
        (HEAD + "29-2071,x,292072,y\n", "row 2, column 'soc2018' holds '292072'"),
        (HEAD + KEPT + "29-2071,x\n", "row 3, column 'soc2018' is missing"),
    ],
)
def test_another_layout_is_named_and_changes_nothing(text, message, tmp_path):
    """A file that is no such crosswalk is told with its row and column."""
    assert message in refusal(import_files, tmp_path, save(tmp_path, text))
