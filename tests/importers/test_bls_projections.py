"""BLS Employment Projections become records: as published, all or none, hand-written kept."""

import re
from functools import partial

import pytest
import yaml
from importing import (
    DAY,
    SEED,
    changes_nothing,
    progress_of,
    record,
    refusal,
    snapshot,
    workbook,
    written,
    zipped,
)
from projections import DASH, ENTRY, MISSING, SHARES, WORDS, columns

from careerkit.errors import CareerkitError, ExitStatus
from careerkit.importers.bls_projections import group_of, import_files
from careerkit.importers.packed import expanded
from careerkit.model.vocabulary import EXPERIENCE, GROUPS, LEVELS, TRAINING
from careerkit.store.compile import load

refused = partial(refusal, import_files)
SOURCE = "bls-projections-2024-34"
COLUMNS = columns()


RECORDS = {
    "title": "      Medical records specialists",
    "code": "29-2072",
    "kind": "Line item",
    "now": 194.8,
    "then": 208.6,
    "change": 7.1,
    "openings": 14.2,
    "wage": 50250,
    "education": "Postsecondary nondegree award",
    "experience": "None",
    "training": "None",
}
CLERKS = {
    **RECORDS,
    "title": "      File clerks",
    "code": "43-4071",
    "now": 83,
    "then": 70.5,
    "change": -15.1,
    "openings": 8,
    "wage": ">=$239,200",
    "education": "High school diploma or equivalent",
    "training": "Short-term on-the-job training",
}
TOTAL = {
    **RECORDS,
    "title": "Total, all occupations",
    "code": "00-0000",
    "kind": "Summary",
    "now": 169956.1,
    **dict.fromkeys(("education", "experience", "training"), MISSING),
}
NOTES = [["Footnotes:"], ["[1] Data are from elsewhere."], [f'Note: "{MISSING}" is unavailable.']]


class Book:
    """A workbook in the layout of the published one, to be changed and saved."""

    def __init__(self, folder, *rows, base=2024):
        self.folder = folder
        self.columns = [*columns(base).values()]
        title = f"Table 1.2 Occupational projections, {base}{DASH}{base + 10} (in thousands)"
        rows = rows or (TOTAL, RECORDS, CLERKS)
        self.sheets = {
            "Index": [["Contents"]],
            "Table 1.2": [[title], self.columns, *([*row.values()] for row in rows), *NOTES],
        }

    @property
    def main(self):
        """The rows of table 1.2; the first occupation is at 3, in row 4 of the sheet."""
        return self.sheets["Table 1.2"]

    def attainment(self, *rows):
        """Add table 5.3."""
        title = "Table 5.3 Educational attainment, 2022-23 (Percent)"
        return self._add("Table 5.3", title, SHARES, rows)

    def entry(self, *rows):
        """Add table 5.4."""
        return self._add("Table 5.4", "Table 5.4 Education and training, 2024", ENTRY, rows)

    def _add(self, name, title, described, rows):
        head = [*self.columns[:2], *described.values()]
        self.sheets[name] = [[title], head, *rows, ["Footnotes:"]]
        return self

    def save(self, name="occupation.xlsx", *sheets):
        """Write these sheets, or all, to a workbook and return its path."""
        chosen = {title: self.sheets[title] for title in sheets or self.sheets}
        return workbook(self.folder / name, chosen)


def valid(data):
    """Check that a data folder has no problem, and return how many records it holds."""
    entries, problems = load([data], {})
    assert problems == []
    return len(entries)


def test_a_line_item_becomes_a_career(tmp_path, data):
    """A record holds the title, thousands as persons, growth and entry in words of the model."""
    assert import_files([Book(tmp_path, TOTAL, RECORDS).save()], data, DAY) == 1
    assert record(data, "medical-record-specialist") == {
        "title": "Medical records specialists",
        "official_title": "Medical records specialists",
        "soc": "29-2072",
        "group": "health-information",
        "sources": [SOURCE],
        "requirements": {
            "education": [{"level": "certificate", "basis": "typical", "source": SOURCE}],
            "experience": {"level": "none", "source": SOURCE},
            "training": {"level": "none", "source": SOURCE},
        },
        "outlook": [
            {
                "base_year": 2024,
                "horizon_year": 2034,
                "growth_percent": 7.1,
                "employment_base": 194800,
                "employment_horizon": 208600,
                "openings_per_year": 14200,
                "source": SOURCE,
            }
        ],
    }
    assert valid(data) == 2


def test_summary_rows_are_no_careers(tmp_path, data):
    """Rows that add up others make no record."""
    major = {**TOTAL, "title": "  Office occupations", "code": "43-0000"}
    assert import_files([Book(tmp_path, TOTAL, major, CLERKS).save()], data, DAY) == 1
    assert [path.name for path in (data / "careers").iterdir()] == ["file-clerk.yaml"]


def test_the_source_says_which_vintage_it_is(tmp_path, data):
    """A record of the source is written, read on the day of the import."""
    import_files([Book(tmp_path).save()], data, DAY)
    source = record(data, SOURCE, "sources")
    assert source["title"].startswith("Employment Projections 2024-34")
    assert (source["kind"], source["retrieved"]) == ("official-data", DAY)
    assert source["publisher"] == "US Bureau of Labor Statistics"


@pytest.mark.parametrize(
    ("thousands", "persons"),
    [(0.1, 100), (0, 0), (1.15, 1150), (2.3, 2300), (16.1, 16100), (1059.7, 1059700), (12, 12000)],
)
def test_thousands_become_whole_persons(thousands, persons, tmp_path, data):
    """A count is exact: no figure is off by one for having been written in thousands."""
    row = {**CLERKS, "now": thousands, "then": thousands, "openings": thousands}
    import_files([Book(tmp_path, row).save()], data, DAY)
    (outlook,) = record(data, "file-clerk")["outlook"]
    employment = [outlook["employment_base"], outlook["employment_horizon"]]
    assert [*employment, outlook["openings_per_year"]] == [persons] * 3
    assert {type(count) for count in employment} == {int}


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        *(("now", "employment_base"), ("then", "employment_horizon")),
        *(("change", "growth_percent"), ("openings", "openings_per_year")),
    ],
)
@pytest.mark.parametrize("symbol", [MISSING, "-"])
def test_a_figure_that_is_missing_is_absent(cell, key, symbol, tmp_path, data):
    """A dash is no figure: it is left out, never 0, and the others stay."""
    import_files([Book(tmp_path, {**CLERKS, cell: symbol}).save()], data, DAY)
    (outlook,) = record(data, "file-clerk")["outlook"]
    full = {"growth_percent", "employment_base", "employment_horizon", "openings_per_year"}
    assert full - outlook.keys() == {key}
    assert valid(data) == 2


@pytest.mark.parametrize(
    ("what", "published", "word"),
    [(what, *pair) for what, words in WORDS.items() for pair in words.items()],
)
def test_every_published_word_has_its_own(what, published, word, tmp_path, data):
    """Each category that BLS assigns becomes the word of the model's vocabulary for it."""
    import_files([Book(tmp_path, {**CLERKS, what: published}).save()], data, DAY)
    claim = record(data, "file-clerk")["requirements"][what]
    assert (claim[0] if what == "education" else claim)["level"] == word
    assert word in {"education": LEVELS, "experience": EXPERIENCE, "training": TRAINING}[what]
    assert valid(data) == 2


@pytest.mark.parametrize("word", ["Some schooling", MISSING, "bachelor's degree"])
@pytest.mark.parametrize(("what", "column"), ENTRY.items())
def test_a_word_that_is_not_known_is_told_with_its_place(what, column, word, tmp_path, data):
    """A category of a later year is not guessed: file, sheet, row and column are named."""
    import_files([Book(tmp_path).save()], data, DAY)
    path = Book(tmp_path, TOTAL, RECORDS, {**CLERKS, "now": 1, what: word}).save()
    message = refused(data, path)
    place = f"{path}, sheet 'Table 1.2', row 5, column '{column}' "
    assert message.startswith(f"{place}holds '{word}', which is none of ")
    assert all(known in message for known in WORDS[what])


@pytest.mark.parametrize("cell", ["now", "then", "change", "openings"])
@pytest.mark.parametrize("value", [None, "n/a", ">=5"])
def test_a_figure_that_is_none_is_told_with_its_place(cell, value, tmp_path, data):
    """What is neither a number nor a dash stops the import."""
    path = Book(tmp_path, TOTAL, {**CLERKS, cell: value}).save()
    place = f"{path}, sheet 'Table 1.2', row 4, column '{COLUMNS[cell]}' "
    assert refused(data, path) == f"{place}holds '{value or ''}' where a number should be"


@pytest.mark.parametrize("cell", ["title", "education", "experience", "training"])
def test_a_text_that_is_missing_is_told_with_its_place(cell, tmp_path, data):
    """A row without its title or category stops the import."""
    path = Book(tmp_path, CLERKS, {**RECORDS, cell: None}).save()
    place = f"{path}, sheet 'Table 1.2', row 4, column '{COLUMNS[cell]}' "
    assert refused(data, path) == f"{place}is empty"


@pytest.mark.parametrize("kind", ["Line Item", None, "Detail"])
def test_another_kind_of_row_is_told_with_its_place(kind, tmp_path, data):
    """A row that is neither a line item nor a summary is not passed over."""
    path = Book(tmp_path, {**CLERKS, "kind": kind}).save()
    place = f"{path}, sheet 'Table 1.2', row 3, column 'Occupation type' "
    assert refused(data, path) == f"{place}holds neither 'Line item' nor 'Summary'"


@pytest.mark.parametrize("code", ["29-2072.00", "29-207", "292072", 292072, "x"])
def test_what_is_no_code_is_told_with_its_place(code, tmp_path, data):
    """Another kind of code stops the import."""
    path = Book(tmp_path, {**CLERKS, "code": code}).save()
    place = f"{path}, sheet 'Table 1.2', row 3, column '{COLUMNS['code']}' "
    assert refused(data, path) == f"{place}holds '{code}', which is not a SOC code"


@pytest.mark.parametrize(
    "title",
    [
        *("Legislators: state and local", "Managers #1", "'Tis a title", "[Clerks], all other"),
        *("- Clerks", 'Cooks & bakers; "short order"', "Maîtres d'hôtel", "Yes", "911"),
    ],
)
def test_any_title_makes_a_record_that_is_read(title, tmp_path, data):
    """Whatever letters a title has, the record is valid and holds the title."""
    import_files([Book(tmp_path, {**CLERKS, "title": title}).save()], data, DAY)
    entries, problems = load([data], {})
    assert problems == []
    assert title in [entry.value.title for entry in entries]


@pytest.mark.parametrize(
    ("soc", "group"),
    [
        *(("11-1011", "management"), ("13-2011", "business-finance")),
        *(("15-1252", "computer-math"), ("17-2051", "architecture-engineering")),
        *(("19-1042", "science"), ("21-1093", "community-social-service"), ("23-1011", "legal")),
        *(("25-2021", "education"), ("27-2011", "arts-media"), ("29-1141", "health-practice")),
        *(("29-2061", "health-technical"), ("29-9091", "health-technical")),
        *(("29-2072", "health-information"), ("29-9021", "health-information")),
        *(("31-9092", "health-support"), ("33-3051", "protective-service"), ("35-2014", "food")),
        *(("37-2011", "cleaning-grounds"), ("39-5012", "personal-service"), ("41-2031", "sales")),
        *(("43-4071", "office"), ("45-2092", "farming-fishing-forestry")),
        *(("47-2111", "construction-extraction"), ("49-3023", "maintenance-repair")),
        *(("51-4121", "production"), ("53-3032", "transportation")),
    ],
)
def test_a_code_belongs_to_the_group_of_its_major_group(soc, group):
    """The groups are those of SOC, with health in four."""
    assert group_of(soc) == group
    assert group in GROUPS


def test_a_code_of_no_group_is_refused(tmp_path, data):
    """A military code, which the projections do not have, is told and not guessed."""
    assert "55-1011" in refused(data, Book(tmp_path, {**CLERKS, "code": "55-1011"}).save())


def test_columns_may_stand_in_any_order(tmp_path, data):
    """A file with its columns moved gives the same records."""
    import_files([Book(tmp_path).save()], data, DAY)
    book = Book(tmp_path)
    title, *rows = book.main
    moved = [[row[1], row[0], *row[:1:-1]] if row[1:] else [None, *row] for row in rows]
    book.sheets["Table 1.2"] = [title, *moved]
    assert changes_nothing(import_files, data, book.save("moved.xlsx"))


@pytest.mark.parametrize("at", range(11))
def test_a_column_that_is_missing_is_named(at, tmp_path, data):
    """Another layout is refused with the name of what it lacks; the wage is not needed."""
    book = Book(tmp_path)
    name = book.columns[at]
    for row in book.main[1:5]:
        del row[at]
    if "wage" in name:
        assert import_files([book.save()], data, DAY) == 2
    else:
        message = refused(data, book.save())
        assert f"sheet 'Table 1.2', row 2: has no column '{name}'" in message


def test_a_table_that_ends_without_its_notes_is_cut_short(tmp_path, data):
    """A table whose last rows are gone is not taken for the whole."""
    book = Book(tmp_path)
    del book.main[-len(NOTES) :]
    path = book.save()
    message = refused(data, path)
    assert message == f"{path}, sheet 'Table 1.2': ends without its notes; is it cut short?"


def test_rows_behind_the_end_are_told_with_their_place(tmp_path, data):
    """An occupation below a row without a code would be lost; the import stops."""
    book = Book(tmp_path)
    book.main.insert(4, ["A note between"])
    message = refused(data, path := book.save())
    place = f"{path}, sheet 'Table 1.2', row 6, column '{COLUMNS['code']}' "
    assert message == f"{place}goes on after the end of the table"


def test_a_file_that_is_cut_short_is_refused(tmp_path, data):
    """A download that broke off changes nothing."""
    path = Book(tmp_path).save()
    path.write_bytes(path.read_bytes()[:-500])
    assert refused(data, path).startswith(f"{path}: is not a workbook that can be read")


def test_a_table_without_occupations_is_refused(tmp_path, data):
    """Summaries alone are not the table."""
    path = Book(tmp_path, TOTAL).save()
    assert refused(data, path) == f"{path}, sheet 'Table 1.2': has no 'Line item'"


def test_a_title_without_a_period_is_refused(tmp_path, data):
    """Which vintage the figures are of is read from the table, not guessed."""
    book = Book(tmp_path)
    book.main[0] = ["Table 1.2 Occupational projections"]
    path = book.save()
    place = f"{path}, sheet 'Table 1.2', row 1: "
    assert refused(data, path) == f"{place}names no period, such as 2024-2034"


@pytest.mark.parametrize("sheet", ["Table 1.2", "Table 5.3", "Table 5.4"])
def test_a_code_that_stands_twice_is_told_with_its_place(sheet, tmp_path, data):
    """Which of two rows is right is not guessed, in no table."""
    book = Book(tmp_path, CLERKS, RECORDS, TOTAL).attainment().entry()
    shares = ["x", "43-4071", *([1] * 7)]
    row = {"Table 1.2": [*CLERKS.values()], "Table 5.3": shares, "Table 5.4": AGREED}[sheet]
    if sheet != "Table 1.2":
        book.sheets[sheet].insert(2, row)
    book.sheets[sheet].insert(-len(NOTES) if sheet == "Table 1.2" else -1, row)
    number = 6 if sheet == "Table 1.2" else 4
    message = refused(data, path := book.save())
    place = f"{path}, sheet '{sheet}', row {number}, column '{COLUMNS['code']}' "
    assert message == f"{place}repeats '43-4071' of row 3"


def test_a_code_may_add_up_others_and_be_one(tmp_path, data):
    """A row that adds up others may have the code of a line item."""
    both = {**CLERKS, "kind": "Summary"}
    assert import_files([Book(tmp_path, both, CLERKS).save()], data, DAY) == 1


def test_a_table_in_two_workbooks_is_told(tmp_path, data):
    """Two vintages in one folder: which is meant is not guessed."""
    paths = [Book(tmp_path, base=base).save(f"{base}.xlsx") for base in (2023, 2024)]
    message = refused(data, *paths)
    assert message == f"sheet 'Table 1.2' is in {paths[0]} and in {paths[1]}; name only one"


def test_workbooks_in_an_archive_are_read(tmp_path, data):
    """What is published as one zip is read member by member, and named so."""
    book = Book(tmp_path, CLERKS).attainment(["x", "43-4071", *SHARES_OF_CLERKS])
    tables = {"in/a.xlsx": "Table 1.2", "in/b.xlsx": "Table 5.3"}
    inside = {name: book.save("x.xlsx", sheet).read_bytes() for name, sheet in tables.items()}
    path = zipped(tmp_path / "ep.zip", **inside)
    assert import_files(expanded(path, [".xlsx"]), data, DAY) == 1
    assert record(data, "file-clerk")["attainment"]["source"] == SOURCE
    book.main[2][3] = "many"
    zipped(path, **{"in/c.xlsx": book.save().read_bytes()})
    place = f"{path}: in/c.xlsx, sheet 'Table 1.2', row 3, column 'Employment, 2024' "
    assert refused(data, *expanded(path)) == f"{place}holds 'many' where a number should be"


def test_workbooks_without_the_table_are_named(tmp_path, data):
    """Who names only other workbooks is told which sheet is missing from them."""
    book = Book(tmp_path).entry()
    paths = [book.save("a.xlsx", "Index"), book.save("b.xlsx", "Table 5.4")]
    assert refused(data, *paths) == f"no sheet 'Table 1.2' in {paths[0]}, {paths[1]}"


SHARES_OF_CLERKS = [4.9, 34.8, 27, 10.8, 17.7, 4, 0.7]


@pytest.mark.parametrize(("title", "exact"), [("File clerks", True), ("File clerks[1]", False)])
def test_attainment_is_that_of_table_5_3(title, exact, tmp_path, data):
    """Shares stand as published; a footnote says that they are of more than the occupation."""
    book = Book(tmp_path, CLERKS).attainment(
        ["Total", "00-0000", *([1.5] * 7)], [title, "43-4071", *SHARES_OF_CLERKS]
    )
    paths = [book.save("a.xlsx", "Table 1.2"), book.save("b.xlsx", "Table 5.3")]
    assert import_files(paths, data, DAY) == 1
    expected = dict(zip(SHARES, SHARES_OF_CLERKS, strict=True), source=SOURCE)
    clerk = record(data, "file-clerk")
    assert clerk["attainment"] == (expected if exact else {**expected, "exact": False})
    assert clerk["official_title"] == "File clerks"
    assert valid(data) == 2
    assert changes_nothing(import_files, data, *paths)


@pytest.mark.parametrize("value", [MISSING, None, "4,9"])
def test_a_share_that_is_no_number_is_told_with_its_place(value, tmp_path, data):
    """Shares have no symbol for a missing value: the import stops."""
    shares = [*SHARES_OF_CLERKS[:6], value]
    path = Book(tmp_path, CLERKS).attainment(["File clerks", "43-4071", *shares]).save()
    place = f"{path}, sheet 'Table 5.3', row 3, column 'Doctoral or professional degree' "
    assert refused(data, path).startswith(place)


@pytest.mark.parametrize("sheet", ["Table 5.3", "Table 5.4"])
def test_a_second_table_is_checked_like_the_first(sheet, tmp_path, data):
    """A table of another vintage, or cut short, stops the whole import."""
    books = [Book(tmp_path, CLERKS, base=base).attainment().entry() for base in (2024, 2023)]
    main = books[0].save("a.xlsx", "Table 1.2")
    other = books[1].save("b.xlsx", sheet)
    assert f"sheet '{sheet}', row 2: has no column '2024 National" in refused(data, main, other)
    del books[0].sheets[sheet][-1]
    short = books[0].save("c.xlsx", sheet)
    assert refused(data, main, short).endswith("ends without its notes; is it cut short?")


AGREED = ["File clerks", "43-4071", *(CLERKS[key] for key in WORDS)]


def test_table_5_4_may_say_what_table_1_2_says(tmp_path, data):
    """Two tables that agree are one claim; an occupation more in the second is no matter."""
    book = Book(tmp_path, CLERKS).entry(AGREED, ["Others", "43-4081", "x", "y", "z"])
    assert import_files([book.save()], data, DAY) == 1
    assert len(record(data, "file-clerk")["requirements"]["education"]) == 1


@pytest.mark.parametrize(("at", "column"), [*enumerate(ENTRY.values(), 2)])
def test_table_5_4_may_not_differ_from_table_1_2(at, column, tmp_path, data):
    """Where the tables differ, one file is not of the other: nothing is written."""
    row = [*AGREED]
    row[at] = "Apprenticeship"
    path = Book(tmp_path, CLERKS).entry(row).save()
    place = f"{path}, sheet 'Table 5.4', row 3, column '{column}' "
    assert refused(data, path) == f"{place}differs from table 1.2, which has '{AGREED[at]}'"


BY_HAND = f"""\
# a head by hand
title: Records technician   # as people say
soc: 29-2072
aka: ["Coder, medical", Prüfer]
group: health-information
summary: >-
  Keeps records, as a person
  wrote it — with care.

# what it takes
requirements:
  education:
    - level: certificate
      basis: typical
      source: {SOURCE}
      note: in the words of BLS
    - {{level: associate, basis: typical, source: seed, note: "by hand"}}
  skills: [typing]
sources: [seed]
# the oldest
outlook:
  - base_year: 2014
    horizon_year: 2024
    growth_percent: 15
    source: seed
    note: |
      Of an older code.
      Not comparable.
# the end
"""


@pytest.fixture
def by_hand(data):
    """Write a career and its source by hand; return the career's path."""
    sources = {"sources/seed.yaml": SEED, f"sources/{SOURCE}.yaml": SEED}
    return written(data, {"careers/records-technician.yaml": BY_HAND, **sources})[0]


def test_what_a_person_wrote_stays(tmp_path, data, by_hand):
    """Title, summary, comments, notes, other names and the seed's claims outlive an import."""
    source = data / "sources" / f"{SOURCE}.yaml"
    assert import_files([Book(tmp_path).save()], data, DAY) == 2
    assert source.read_text("utf-8") == SEED
    before, after = yaml.safe_load(BY_HAND), record(data, "records-technician")
    for key in ("title", "aka", "group", "summary", "sources"):
        assert after[key] == before[key]
    assert after["requirements"]["education"] == before["requirements"]["education"]
    assert after["requirements"]["skills"] == ["typing"]
    assert after["outlook"][0] == before["outlook"][0]
    assert [item["source"] for item in after["outlook"]] == ["seed", SOURCE]
    head, soc, rest = BY_HAND.partition("soc: 29-2072\n")
    same, _, _ = f"{head}official_title: Medical records specialists\n{soc}{rest}".partition(
        "outlook:\n"
    )
    claim = "{level: none, source: bls-projections-2024-34}\n"
    added = f"  experience: {claim}  training: {claim}  skills: [typing]\n"
    same = same.replace("  skills: [typing]\n", added)
    text = by_hand.read_text("utf-8")
    assert text.startswith(same)
    assert [line[:19] for line in text.removeprefix(same).splitlines()] == [
        *("outlook:", "  - {base_year: 201", "  - {base_year: 202", "# the end")
    ]
    names = sorted(path.name for path in (data / "careers").iterdir())
    assert names == ["file-clerk.yaml", "records-technician.yaml"]
    assert valid(data) == 4


def test_a_second_run_changes_nothing(tmp_path, data, by_hand):
    """The same files again leave every byte, of hand-written records too."""
    book = Book(tmp_path).attainment(["x[1]", "43-4071", *SHARES_OF_CLERKS]).entry(AGREED)
    path = book.save()
    import_files([path], data, DAY)
    assert changes_nothing(import_files, data, path)


def test_a_newer_vintage_adds_to_the_history(tmp_path, data, by_hand):
    """The next projection stands beside the last; entry is what the newest says."""
    import_files([Book(tmp_path).save()], data, DAY)
    newer = {**RECORDS, "now": 200, "change": 8, "education": "Associate's degree"}
    newer["training"] = "Apprenticeship"
    assert import_files([Book(tmp_path, newer, base=2025).save()], data, DAY) == 1
    after = record(data, "records-technician")
    assert [(item["base_year"], item["source"]) for item in after["outlook"]] == [
        (2014, "seed"),
        (2024, SOURCE),
        (2025, "bls-projections-2025-35"),
    ]
    assert after["outlook"][2]["employment_base"] == 200_000
    *before, newest = after["requirements"]["education"]
    assert before == yaml.safe_load(BY_HAND)["requirements"]["education"]
    source = "bls-projections-2025-35"
    assert newest == {"level": "associate", "basis": "typical", "source": source}
    training = {"level": "apprenticeship", "source": "bls-projections-2025-35"}
    assert after["requirements"]["training"] == training
    text = by_hand.read_text("utf-8")
    comments = ("# a head", "# as people", "# what it", "# the oldest\noutlook:", "# the end")
    assert all(comment in text for comment in comments)
    assert (data / "sources" / "bls-projections-2025-35.yaml").is_file()
    assert valid(data) == 5


def noted(data):
    """Write a note by hand on the education claim of an imported clerk."""
    path = data / "careers" / "file-clerk.yaml"
    text = path.read_text("utf-8")
    claim = f"basis: typical, source: {SOURCE}"
    assert claim in text
    path.write_text(text.replace(claim, f"{claim}, note: mine"), encoding="utf-8")
    return path


def education(data):
    """Return level, source and note of each education claim of the clerk."""
    claims = record(data, "file-clerk")["requirements"]["education"]
    return [(claim["level"], claim["source"], claim.get("note")) for claim in claims]


NEWER = "bls-projections-2026-36"
AS_BEFORE = CLERKS["education"]
RAISED = "Associate's degree"


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (AS_BEFORE, [("high_school", NEWER, "mine")]),
        (RAISED, [("high_school", SOURCE, "mine"), ("associate", NEWER, None)]),
    ],
)
def test_a_note_stays_with_the_level_it_is_about(published, expected, tmp_path, data):
    """A newer vintage takes the note where the level stays; else the old claim stays beside it."""
    import_files([Book(tmp_path, CLERKS).save()], data, DAY)
    noted(data)
    path = Book(tmp_path, {**CLERKS, "education": published}, base=2026).save()
    assert import_files([path], data, DAY) == 1
    assert education(data) == expected
    assert valid(data) == 3
    assert changes_nothing(import_files, data, path)


def test_the_claim_of_the_last_vintage_gives_way_not_the_noted_one(tmp_path, data):
    """After a change of level each newer vintage replaces the one before; the note is history."""
    import_files([Book(tmp_path, CLERKS).save()], data, DAY)
    noted(data)
    raised = {**CLERKS, "education": RAISED}
    for base in (2025, 2026):
        import_files([Book(tmp_path, raised, base=base).save()], data, DAY)
    assert education(data) == [("high_school", SOURCE, "mine"), ("associate", NEWER, None)]
    corrected = {**CLERKS, "education": "Master's degree"}
    import_files([Book(tmp_path, corrected, base=2026).save()], data, DAY)
    assert education(data) == [("high_school", SOURCE, "mine"), ("master", NEWER, None)]


def test_a_corrected_level_under_a_note_is_a_persons_to_settle(tmp_path, data):
    """Where the same vintage now says another level, the note is neither kept on it nor lost."""
    import_files([Book(tmp_path, CLERKS).save()], data, DAY)
    path = noted(data)
    fixed = Book(tmp_path, {**CLERKS, "education": RAISED}).save()
    assert refused(data, fixed) == (
        f"{path}: the note on its education claim from {SOURCE} is about the level 'high_school',"
        " and the level is now 'associate'; change both by hand first"
    )
    path.write_text(path.read_text("utf-8").replace("level: high_school", "level: associate", 1))
    assert import_files([fixed], data, DAY) == 0
    assert education(data) == [("associate", SOURCE, "mine")]


def test_each_record_of_a_code_keeps_its_own_note(tmp_path, data):
    """Of two records of one code, the noted one keeps its old claim and the other does not."""
    import_files([Book(tmp_path, CLERKS).save()], data, DAY)
    other = data / "careers" / "archive-clerk.yaml"
    other.write_bytes((data / "careers" / "file-clerk.yaml").read_bytes())
    noted(data)
    path = Book(tmp_path, {**CLERKS, "education": RAISED}, base=2026).save()
    assert import_files([path], data, DAY) == 2
    assert len(education(data)) == 2
    (claim,) = record(data, "archive-clerk")["requirements"]["education"]
    assert (claim["level"], claim["source"]) == ("associate", NEWER)


@pytest.mark.parametrize("key", ["experience", "training"])
def test_what_another_source_says_is_not_overwritten(key, tmp_path, data):
    """A person's claim about experience or training stays, whatever BLS says."""
    by_hand = {"experience": "5_years_or_more", "training": "apprenticeship"}[key]
    claim = f"{key}: {{level: {by_hand}, source: seed}}"
    import_files([Book(tmp_path, CLERKS).save()], data, DAY)
    path = data / "careers" / "file-clerk.yaml"
    text = re.sub(rf"(?m)^  {key}: .*", f"  {claim}", path.read_text("utf-8"))
    path.write_text(text, encoding="utf-8")
    import_files([Book(tmp_path, CLERKS, base=2026).save()], data, DAY)
    required = record(data, "file-clerk")["requirements"]
    assert required[key] == {"level": by_hand, "source": "seed"}
    assert {claim["source"] for claim in required["education"]} == {NEWER}


def test_attainment_of_another_source_is_not_overwritten(tmp_path, data):
    """Shares that a person took from elsewhere stay."""
    book = Book(tmp_path, CLERKS).attainment(["x", "43-4071", *SHARES_OF_CLERKS])
    import_files([book.save()], data, DAY)
    path = data / "careers" / "file-clerk.yaml"
    text = path.read_text("utf-8")
    at = text.index("attainment:")
    ours = text[:at] + text[at:].replace(f"source: {SOURCE}", "source: seed", 1)
    path.write_text(ours, encoding="utf-8")
    assert import_files([book.save()], data, DAY) == 0
    assert path.read_text("utf-8") == ours


def test_an_older_vintage_is_history_only(tmp_path, data):
    """Figures of an earlier year join the history, and never replace what is current."""
    newest = Book(tmp_path, CLERKS).attainment(["x", "43-4071", *SHARES_OF_CLERKS])
    import_files([newest.save()], data, DAY)
    before = record(data, "file-clerk")
    older = {**CLERKS, "title": "Filers", "education": "Master's degree"}
    older |= {"experience": "5 years or more", "training": "Apprenticeship"}
    book = Book(tmp_path, older, base=2023).attainment(["x[1]", "43-4071", *([1.5] * 7)])
    import_files([book.save()], data, DAY)
    after = record(data, "file-clerk")
    assert {item["base_year"] for item in after["outlook"]} == {2023, 2024}
    for key in ("title", "official_title", "requirements", "attainment"):
        assert after[key] == before[key], key


def test_a_corrected_file_of_a_vintage_replaces_its_figures(tmp_path, data):
    """What BLS corrects is corrected in place; a figure it takes back goes."""
    import_files([Book(tmp_path, CLERKS).save()], data, DAY)
    fixed = {**CLERKS, "now": 84, "openings": MISSING}
    assert import_files([Book(tmp_path, fixed).save()], data, DAY) == 1
    (outlook,) = record(data, "file-clerk")["outlook"]
    assert outlook["employment_base"] == 84_000
    assert "openings_per_year" not in outlook


def test_a_figure_for_another_code_stays(tmp_path, data):
    """A projection that a person noted for a wider code is not taken for the career's own."""
    import_files([Book(tmp_path, CLERKS).save()], data, DAY)
    path = data / "careers" / "file-clerk.yaml"
    years = "base_year: 2024, horizon_year: 2034"
    wider = f"  - {{{years}, growth_percent: 1, describes: 43-4000, source: {SOURCE}}}\n"
    path.write_text(path.read_text("utf-8").replace("outlook:\n", f"outlook:\n{wider}"), "utf-8")
    import_files([Book(tmp_path, {**CLERKS, "now": 84}).save()], data, DAY)
    assert wider in path.read_text("utf-8")
    own = record(data, "file-clerk")["outlook"][1]
    assert own["employment_base"] == 84_000


@pytest.mark.parametrize("outlook", ["word", "[word]", "[{base_year: 2023}]"])
def test_a_record_that_is_not_valid_stops_the_import(outlook, tmp_path, data, by_hand):
    """What validate would refuse is told with its place, and nothing is changed."""
    head, _, _ = BY_HAND.partition("outlook:")
    by_hand.write_text(f"{head}outlook: {outlook}\n", encoding="utf-8")
    before = snapshot(data)
    with pytest.raises(CareerkitError, match="in the careers; nothing is changed") as failed:
        import_files([Book(tmp_path).save()], data, DAY)
    assert failed.value.status is ExitStatus.BAD_DATA
    assert {problem.file for problem in failed.value.details} == {str(by_hand)}
    assert snapshot(data) == before


def test_progress_counts_the_occupations(tmp_path, data):
    """Who waits is told how many of how many are done."""
    assert progress_of(import_files, data, Book(tmp_path).save()) == [(1, 2), (2, 2)]
