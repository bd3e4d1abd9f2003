"""Figures of graduates and prices become tables; what was not released stays missing."""

import csv
from functools import partial

import pytest
from importing import DAY, changes_nothing, csv_text, progress_of, record, refusal, written

from careerkit.csvdata.folders import read_bulk
from careerkit.importers.packed import expanded
from careerkit.importers.scorecard import SUFFIXES, import_files

refused = partial(refusal, import_files)
text = partial(csv_text, lineterminator="\n", quoting=csv.QUOTE_ALL)
FIGURES = ("earnings_median_1yr", "earnings_median_4yr", "debt_median")
FIELD_COLUMNS = ("unitid", "inst_name", "cip_code", "credential_level", *FIGURES, "source_dataset")
PRICE_COLUMNS = ("unitid", "inst_name", "net_price_avg", "net_price_110k_plus")
FIELDS = (
    ("194240", "Orange, County", "5108", "2", "51727", "50894", "9500"),
    ("10236801", "Branch", "5108", "2", "", "", "9500"),
    ("194240", "Orange, County", "0101", "3", "", "40000", ""),
    ("194240", "Orange, County", "5109", "2", "", "", ""),
    ("194240", "Orange, County", "5110", "99", "1", "1", "1"),
    ("NA", "Nowhere", "5108", "2", "1", "1", "1"),
    ("NA", "Elsewhere", "5108", "2", "1", "1", "1"),
)
PRICES = (
    ("194240", "Orange, County", "17621", ""),
    ("10236801", "Branch", "-28", ""),
    ("100654", "Unknown", "", "1"),
)
TABLES = {
    "schools.csv": "unitid,net_price\n194240,17621\n10236801,-28\n",
    "fields-01.csv": "cip,unitid,level,earnings_1yr,earnings_4yr,debt\n01.01,194240,3,,40000,\n",
    "fields-51.csv": "cip,unitid,level,earnings_1yr,earnings_4yr,debt\n"
    "51.08,194240,2,51727,50894,9500\n51.08,10236801,2,,,9500\n",
}


def save(folder, *, fields=FIELDS, prices=PRICES):
    """Write both files; return their paths."""
    texts = {
        "field_of_study.csv": text([FIELD_COLUMNS, *((*row, "x") for row in fields)]),
        "institutions.csv": text([PRICE_COLUMNS, *prices]),
    }
    return written(folder, texts)


@pytest.fixture
def folder(tmp_path):
    """Return the folder that the files are written to."""
    return tmp_path / "published"


def tables(data):
    """Return the tables by name, after checking that they are sound."""
    assert read_bulk(data, "w")[1] == []
    folder = data / "schools" / "scorecard-2026"
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def test_figures_and_prices_become_tables(data, folder):
    """Of rows with a figure, a school and a level, by family; of schools those with a price."""
    assert import_files(save(folder), data, DAY) == 3
    assert tables(data) == TABLES
    source = record(data, "scorecard-2026", "sources")
    assert source["title"] == "College Scorecard, release of June 2026 (derived set)"
    assert source["note"].startswith("Read from a set derived from College Scorecard, not from")
    assert source["licence"] == "CC BY 4.0 (the derived set)"


def test_a_second_run_changes_nothing_and_what_a_person_wrote_stays(data, folder):
    """The same files again leave every file as it is; a record of the source is kept."""
    (mine,) = written(data, {"sources/scorecard-2026.yaml": "# mine\n"})
    save(folder)
    paths = expanded(folder, SUFFIXES)
    assert progress_of(import_files, data, *paths) == [(5, 5)]
    assert mine.read_text("utf-8") == "# mine\n"
    assert tables(data) == TABLES
    assert changes_nothing(import_files, data, *paths)


def test_a_table_that_is_gone_is_removed(data, folder):
    """A family without figures any more has no table."""
    import_files(save(folder), data, DAY)
    assert import_files(save(folder, fields=[*FIELDS[:2], *FIELDS[3:]]), data, DAY) == 1
    assert sorted(tables(data)) == ["fields-51.csv", "schools.csv"]


WRONG_FIELDS = {
    "program": ({2: "51.08"}, "column 'cip_code' holds '51.08', which is not four digits"),
    "zero lost": ({2: "108"}, "column 'cip_code' holds '108', which is not four digits"),
    "school": ({0: "x"}, "column 'unitid' is wrong: 'x' is not an institution number"),
    "no school": ({0: ""}, "column 'unitid' is empty"),
    "level": ({3: "9"}, "column 'credential_level' is wrong: '9' is none of 1, 2, 3"),
    "earnings": ({4: "PS"}, "column 'earnings_median_1yr' is wrong: 'PS' is not a whole number"),
    "later earnings": ({5: "1.5"}, "column 'earnings_median_4yr' is wrong: '1.5' is not a whole"),
    "debt": ({6: "-1"}, "column 'debt_median' is wrong: '-1' is not a whole number"),
    "repeated": ({2: "5108"}, "column 'credential_level' repeats '5108, 194240, 2' of row 2"),
}


@pytest.mark.parametrize("name", WRONG_FIELDS)
def test_a_wrong_figure_is_told_where_it_stands(name, data, folder):
    """The first cell that is not what it should be is named, and nothing is written."""
    cells, wrong = WRONG_FIELDS[name]
    row = [cells.get(at, cell) for at, cell in enumerate((*FIELDS[0][:2], "5199", *FIELDS[0][3:]))]
    message = refused(data, *save(folder, fields=[*FIELDS, row]))
    assert message.startswith(f"{folder / 'field_of_study.csv'}, row 9, {wrong}")


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (("x", "n", "1", ""), "column 'unitid' is wrong: 'x' is not an institution number"),
        (("x", "n", "", ""), "column 'unitid' is wrong: 'x' is not an institution number"),
        (("300000", "n", "1.5", ""), "column 'net_price_avg' is wrong: '1.5' is not a whole num"),
        (("194240", "n", "1", ""), "column 'unitid' repeats '194240' of row 2"),
        (("300000", "n", "1"), "column 'net_price_110k_plus' is missing; is the file cut short?"),
    ],
)
def test_a_wrong_price_is_told_where_it_stands(row, wrong, data, folder):
    """A school without a price is looked at as well; each stands there once."""
    message = refused(data, *save(folder, prices=[*PRICES, row]))
    assert message.startswith(f"{folder / 'institutions.csv'}, row 5, {wrong}")


def test_another_layout_or_an_absent_file_is_told(data, folder):
    """Both files are needed, with the columns that are read, and with rows."""
    fields, prices = save(folder)
    assert refused(data, fields) == f"no file is named like institutions.csv in {fields}"
    assert "is given twice" in refused(data, fields, prices, save(folder / "again")[0])
    prices.write_text("unitid\n194240\n", encoding="utf-8")
    assert "has no column 'net_price_avg'" in refused(data, fields, prices)
    assert refused(data, *save(folder, fields=())).endswith("has no row below its header")


def test_fewer_schools_than_on_record_are_refused(data, folder):
    """A file that is cut between two schools looks whole; what is on record tells."""
    import_files(save(folder), data, DAY)
    lost = "has 1 school, and not 1 of those on record; is it cut short?"
    message = refused(data, *save(folder, fields=FIELDS[:1]))
    assert message.startswith(f"{folder / 'field_of_study.csv'}: {lost}")
    message = refused(data, *save(folder, prices=PRICES[:1]))
    assert message.startswith(f"{folder / 'institutions.csv'}: {lost}")
