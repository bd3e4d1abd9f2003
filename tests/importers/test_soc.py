"""The workbooks of SOC 2018 into a table of titles and the codes of combined careers."""

from functools import partial

import pytest
from importing import DAY, changes_nothing, progress_of, record, refusal, workbook, written

from careerkit.importers.combined import combined_codes
from careerkit.importers.soc import import_files
from careerkit.store.compile import load

refused = partial(refusal, import_files)
LEVELS = ("Major Group", "Minor Group", "Broad Group", "Detailed Occupation")
STRUCTURE = (
    ("29-0000", None, None, None, "Health"),
    (None, "29-2000", None, None, "Technicians"),
    (None, None, "29-2010", None, "Labs"),
    (None, None, None, "29-2011", "Labs"),
    (None, None, None, "29-2012", "Lab aides"),
    (None, None, "29-2070", None, "Records"),
    (None, None, None, "29-2072", "Records"),
    ("55-0000", None, None, None, "Military"),
    (None, None, None, "55-1011", "Officers"),
)
TITLES = (
    ("29-2011", "Labs", "Lab Worker", "x"),
    ("29-2012", "Lab aides", "Slide Cleaner\N{NO-BREAK SPACE}", ""),
    ("29-2012", "Lab aides", "Bottle Washer", ""),
    ("29-2012", "Lab aides", "Bottle Washer", "x"),
    ("55-1011", "Officers", "Captain, Army", "x"),
)


def book(path, sheet, head, rows):
    """Write a workbook with its header on row 8; return its path."""
    return workbook(path, {sheet: [["U.S. Bureau of Labor Statistics"], *[[]] * 6, head, *rows]})


def structure(path, rows=STRUCTURE, head=(*LEVELS, None)):
    """Write a workbook in the layout of the structure."""
    return book(path, "2018 Structure", head, rows)


def titles(path, rows=TITLES, head=None):
    """Write a workbook in the layout of the direct-match titles."""
    columns = ("2018 SOC Code", "2018 SOC Title", "2018 SOC Direct Match Title", "Illustrative")
    return book(path, "Sorted by SOC", head or columns, rows)


@pytest.fixture
def files(tmp_path):
    """Return both workbooks, and that of the definitions, which is not read."""
    other = book(tmp_path / "d.xlsx", "2018 SOC", ("SOC Group",), [("Major",)])
    return [other, titles(tmp_path / "t.xlsx"), structure(tmp_path / "s.xlsx")]


@pytest.fixture
def into(tmp_path):
    """Return a data folder of two careers, one of them of two SOC codes."""
    rest = "group: health-technical\nsources: [soc-2018]\n"
    texts = {
        "careers/records.yaml": f"title: records\nsoc: 29-2072\n{rest}",
        "careers/lab.yaml": f"title: lab\nsoc: 29-2010\n{rest}",
    }
    return written(tmp_path / "data", texts)[0].parent.parent


def test_a_combined_career_gets_the_codes_it_takes_in(files, into):
    """A code outside the structure takes in those of its broad occupation without a career."""
    assert progress_of(import_files, into, *files) == [(1, 1)]
    assert record(into, "lab")["codes"] == [
        {"system": "soc-2018", "code": "29-2011", "relation": "merged-from"},
        {"system": "soc-2018", "code": "29-2012", "relation": "merged-from"},
    ]
    assert "codes" not in record(into, "records")


def test_the_table_of_titles_is_sorted_and_has_each_once(files, into):
    """Blanks around a title go, and so do repeats; military titles stay."""
    import_files(files, into, DAY)
    assert (into / "titles" / "soc-2018.csv").read_bytes().decode() == (
        "code,title,short_title,kind\n"
        "29-2011,Lab Worker,,direct_match\n"
        "29-2012,Bottle Washer,,direct_match\n"
        "29-2012,Slide Cleaner,,direct_match\n"
        '55-1011,"Captain, Army",,direct_match\n'
    )
    _, problems = load([into], {})
    assert problems == []


def test_a_second_run_changes_nothing(files, into):
    """The same files again, on another day, leave every byte."""
    assert import_files(files, into, DAY) == 1
    assert changes_nothing(import_files, into, *files)


def test_what_a_person_says_of_a_code_stays(files, into):
    """A code that the record names already is not named again."""
    path = into / "careers" / "lab.yaml"
    mine = "# mine\ncodes:\n  - {system: soc-2018, code: 29-2011, relation: part-of}\n"
    path.write_text(path.read_text().replace("group:", f"{mine}group:"))
    import_files(files, into, DAY)
    assert mine in path.read_text()
    assert [item["code"] for item in record(into, "lab")["codes"]] == ["29-2011", "29-2012"]


def test_the_card_says_that_it_covers_the_code(run):
    """Who asks for a code that is counted with others is told so."""
    result = run("show", "29-2012")
    assert result.err.endswith("technologist or technician (29-2010) covers SOC 2018 29-2012\n")


@pytest.mark.parametrize(
    ("detailed", "on_record", "expected"),
    [
        ("11-1011 11-1012", "11-1010", {"11-1010": ["11-1011", "11-1012"]}),
        ("11-1011 11-1012 11-1013", "11-1018 11-1012", {"11-1018": ["11-1011", "11-1013"]}),
        ("11-1011 11-1012", "11-1011 11-1012", {}),
        ("11-1011 11-1021", "11-1010", {}),
        ("11-1011 13-1021", "11-1010", {"11-1010": ["11-1011"]}),
        ("11-1011", "11-1011 11-1018", {}),
        ("55-1011", "55-1010", {}),
        ("11-1011", "", {}),
    ],
)
def test_codes_are_combined_only_where_nothing_else_is_missing(detailed, on_record, expected):
    """A major group that lacks other careers too tells of no code where it belongs."""
    assert combined_codes(detailed.split(), on_record.split()) == expected


def row(level, code):
    """Return a row of the structure."""
    return tuple(code if name == level else None for name in LEVELS)


BAD_STRUCTURES = {
    "two codes": (3, ("29-2010", None, None, "29-2011"), "stands in a row of 2 codes, not of one"),
    "no code": (3, (None,) * 4 + ("Labs",), "stands in a row of 0 codes, not of one"),
    "short code": (3, row(LEVELS[3], "29-201"), "holds '29-201', which is no code of that level"),
    "other level": (2, row(LEVELS[1], "29-2010"), "holds '29-2010', which is no code of that lev"),
    "order": (4, row(LEVELS[3], "29-2011"), "holds '29-2011' after '29-2011': the rows are out"),
}


@pytest.mark.parametrize("name", BAD_STRUCTURES)
def test_a_wrong_row_of_the_structure_is_named(name, into, tmp_path):
    """A row that is not what it should be is told with sheet, row and column."""
    at, bad, words = BAD_STRUCTURES[name]
    rows = [*STRUCTURE[:at], bad, *STRUCTURE[at + 1 :]]
    path = structure(tmp_path / "s.xlsx", rows)
    message = refused(into, path, titles(tmp_path / "t.xlsx"))
    assert message.startswith(f"{path}, sheet '2018 Structure', row {at + 9}, column '")
    assert words in message


BAD_TITLES = {
    "unknown": (0, ("29-2010", "Labs", "A", ""), "holds '29-2010', which is no occupation of the"),
    "order": (4, ("29-2011", "Labs", "B", ""), "holds '29-2011' after '29-2012': the rows are out"),
    "no title": (4, ("55-1011", "Officers", " ", ""), "'2018 SOC Direct Match Title' is empty"),
}


@pytest.mark.parametrize("name", BAD_TITLES)
def test_a_wrong_row_of_titles_is_named(name, into, tmp_path):
    """A row that is not what it should be is told with sheet, row and column."""
    at, bad, words = BAD_TITLES[name]
    path = titles(tmp_path / "t.xlsx", [*TITLES[:at], bad, *TITLES[at + 1 :]])
    message = refused(into, path, structure(tmp_path / "s.xlsx"))
    assert message.startswith(f"{path}, sheet 'Sorted by SOC', row {at + 9}, column '")
    assert words in message


def test_files_that_are_cut_short_are_refused(into, tmp_path):
    """Titles that end early, a structure that ends early, and either without a row."""
    whole, listed = structure(tmp_path / "s.xlsx"), titles(tmp_path / "t.xlsx")
    cut = titles(tmp_path / "c.xlsx", TITLES[:-1])
    message = refused(into, whole, cut)
    assert message.endswith(
        "row 12, column '2018 SOC Code' is the last, but the structure goes on to '55-1011'"
    )
    less = structure(tmp_path / "l.xlsx", STRUCTURE[:-2])
    message = refused(into, less, listed)
    assert "row 13, column '2018 SOC Code' holds '55-1011', which is no" in message
    assert "has no title" in refused(into, whole, titles(tmp_path / "n.xlsx", []))
    assert "has no detailed occupation" in refused(into, structure(tmp_path / "e.xlsx", []), listed)


def test_workbooks_of_another_layout_are_refused(into, tmp_path):
    """A workbook that is absent, and a column that has another name, are named."""
    whole, listed = structure(tmp_path / "s.xlsx"), titles(tmp_path / "t.xlsx")
    assert refused(into, listed).startswith(
        "no sheet '2018 Structure', as soc_structure_2018.xlsx has it, in "
    )
    assert "no sheet 'Sorted by SOC', as soc_2018_direct_match" in refused(into, whole)
    other = structure(tmp_path / "o.xlsx", head=(*LEVELS[:3], "Occupation", None))
    assert "row 8: has no column 'Detailed Occupation'" in refused(into, other, listed)
    renamed = titles(tmp_path / "r.xlsx", head=("2018 SOC Code", "Title"))
    assert "row 8: has no column '2018 SOC Direct Match Title'" in refused(into, whole, renamed)


def test_careers_must_be_on_record(files, tmp_path):
    """There is nothing to add to in an empty folder."""
    message = refused(tmp_path / "none", *files)
    assert "holds no careers; import bls-projections first" in message
