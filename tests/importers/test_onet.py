"""The text files of O*NET into records and a table of titles: what is read, refused and kept."""

from functools import partial

import pytest
from importing import DAY, changes_nothing, progress_of, record, refusal, snapshot, written, zipped

from careerkit.importers.onet import SUFFIXES, import_files
from careerkit.importers.packed import expanded
from careerkit.store.compile import load

refused = partial(refusal, import_files)
CODE = "O*NET-SOC Code"
LONE, FIRST, SECOND = "29-2072.00", "29-2011.00", "29-2012.00"
PART, OTHER_PART, LAST, SOLDIER = "29-2099.01", "29-2099.08", "53-7121.00", "55-1011.00"
WITH_DATA = (FIRST, SECOND, LONE, PART, OTHER_PART, LAST)
ZONES = {FIRST: 5, SECOND: 4, LONE: 3, PART: 2, OTHER_PART: 4, LAST: 2}
INTERESTS = {FIRST: "260", SECOND: "213", LONE: "620", PART: "145", OTHER_PART: "541", LAST: "160"}
POINTS = [f"{place} Interest High-Point" for place in ("First", "Second", "Third")]
SHARES = ("1.5", "40.00", *["0.00"] * 3, "50", *["0.00"] * 5, "8.50")
TIERS = ("Primary-Short", "Primary-Long", "Supplemental")
RELATED = {
    FIRST: (SECOND, LONE, LAST),
    SECOND: (PART, OTHER_PART, FIRST),
    LONE: (SECOND, FIRST, PART),
    PART: (LONE, LAST, FIRST),
    OTHER_PART: (FIRST, LONE, LAST),
    LAST: (LONE, SOLDIER, FIRST),
}
OCCUPATIONS = ("Labs", "Lab aides", "Records", "Others", "Some", "More", "Cars", "Officers")
CODES = (FIRST, SECOND, LONE, "29-2099.00", PART, OTHER_PART, LAST, SOLDIER)


def tables():
    """Return the rows of each made-up file by its name, the header first."""
    education = [
        (code, "RL", str(number), share, "Y" if number == 6 else "N", "Incumbent")
        for code in (FIRST, LONE, PART)
        for number, share in enumerate(SHARES, 1)
    ]
    education.append((LAST, "RW", "1", "100.00", "n/a", "Incumbent"))
    return {
        "Occupation Data": [
            (CODE, "Title", "Description"),
            *((code, name, "Theirs.") for code, name in zip(CODES, OCCUPATIONS, strict=True)),
        ],
        "Alternate Titles": [
            (CODE, "Alternate Title", "Short Title", "Source(s)"),
            (LONE, "Health Records Clerk", "n/a", "08"),
            (LONE, "Certified Coder (CC)", "CC", "01,08"),
            (LONE, "Records", "n/a", "08"),
            (SOLDIER, 'Captain "Cap", Army', "n/a", "09"),
        ],
        "Sample of Reported Titles": [
            (CODE, "Reported Job Title", "Shown in My Next Move"),
            (LONE, "Certified Coder (CC)", "Y"),
            (LAST, "Loader", "N"),
        ],
        "Job Zones": [
            (CODE, "Job Zone", "Date", "Domain Source"),
            *((code, str(ZONES[code]), "08/2023", "Analyst") for code in WITH_DATA),
        ],
        "Interests": [
            (CODE, "Element Name", "Scale ID", "Data Value", "Domain Source"),
            *(
                row
                for code in WITH_DATA
                for row in (
                    (code, "Realistic", "OI", "1.30", "Machine Learning"),
                    *(
                        (code, point, "IH", f"{place}.00", "Machine Learning")
                        for point, place in zip(POINTS, INTERESTS[code], strict=True)
                    ),
                )
            ),
        ],
        "Education, Training, and Experience": [
            (CODE, "Scale ID", "Category", "Data Value", "Recommend Suppress", "Domain Source"),
            *education,
        ],
        "Technology Skills": [
            (CODE, "Example", "In Demand"),
            (FIRST, "Yes", "Y"),
            (SECOND, "C#", "Y"),
            (LONE, "Word", "Y"),
            (LONE, "Excel", "Y"),
            (LONE, "Lotus", "N"),
            (LAST, "Chalk", "N"),
        ],
        "Related Occupations": [
            (CODE, "Related O*NET-SOC Code", "Relatedness Tier", "Index"),
            *(
                (code, other, tier, str(index))
                for code in WITH_DATA
                for index, (other, tier) in enumerate(zip(RELATED[code], TIERS, strict=True), 1)
            ),
        ],
    }


README = "O*NET {version} Database\n{month} Release\n-----\n"


def files_of(folder, database=None, version="30.1", month="December 2025"):
    """Write the files of a database below a folder and return their paths."""
    texts = {
        "Read Me.txt": README.format(version=version, month=month),
        "Task Statements.txt": "not read",
    }
    for name, rows in (database or tables()).items():
        texts[f"{name}.txt"] = "".join("\t".join(row) + "\r\n" for row in rows)
    written(folder, texts)
    return expanded(folder, SUFFIXES)


CAREERS = {
    "records": "title: Records clerk\nofficial_title: Medical records specialists\nsoc: 29-2072\n",
    "lab": "title: Lab worker\nsoc: 29-2010\n",
    "other": "title: Others\nsoc: 29-2099\n",
    "loader": "title: Car loader\nsoc: 53-7121\n",
}


@pytest.fixture
def into(tmp_path):
    """Return a data folder of four careers, one of them of two SOC codes."""
    rest = "group: health-technical\nsources: [onet-30-1]\nprograms: []\n"
    texts = {f"careers/{name}.yaml": f"{text}{rest}" for name, text in CAREERS.items()}
    written(tmp_path / "data", texts)
    return tmp_path / "data"


@pytest.fixture
def done(into, tmp_path):
    """Return the data folder after an import."""
    assert import_files(files_of(tmp_path / "db"), into, DAY) == 4
    return into


def test_a_career_of_one_occupation_gets_all_that_is_told_of_it(done):
    """Zone, Holland code, answers as published, technology in demand, neighbours in order."""
    career = record(done, "records")
    assert career["job_zone"] == {"zones": [3], "source": "onet-30-1"}
    assert career["interests"] == {"holland": ["CI"], "source": "onet-30-1"}
    survey = career["education_survey"]
    assert (survey["less_than_high_school"], survey["high_school"]) == (1.5, 40)
    assert (survey["post_doctoral"], survey["source"]) == (8.5, "onet-30-1")
    assert career["technology"] == {"in_demand": ["Excel", "Word"], "source": "onet-30-1"}
    assert career["related"] == [{"soc": "29-2010", "title": "Lab worker", "source": "onet-30-1"}]


def test_a_suppressed_share_is_missing_and_a_zero_stays_zero(done):
    """What O*NET says not to publish is left out; that nobody answered so is kept."""
    survey = record(done, "records")["education_survey"]
    assert "bachelor" not in survey
    assert survey["master"] == 0


def test_a_combined_career_gets_the_values_of_its_codes(done):
    """Zones are sorted, Holland codes and technology joined, neighbours interleaved by index."""
    career = record(done, "lab")
    assert career["job_zone"]["zones"] == [4, 5]
    assert career["interests"]["holland"] == ["IC", "IRA"]
    assert career["technology"]["in_demand"] == ["C#", "Yes"]
    assert "education_survey" not in career
    assert [item["soc"] for item in career["related"]] == ["29-2099", "29-2072"]
    titles = [item["title"] for item in career["related"]]
    assert titles == ["Others", "Medical records specialists"]


def test_codes_named_in_the_record_count_too(into, tmp_path):
    """Where careers are missing, a combined code takes in what its record names, and no more."""
    (into / "careers" / "other.yaml").unlink()
    path = into / "careers" / "lab.yaml"
    files = files_of(tmp_path / "db")
    assert import_files(files, into, DAY) == 2
    assert "job_zone" not in record(into, "lab")
    item = "codes:\n  - {system: soc-2018, code: 29-2012, relation: merged-from}\n"
    path.write_text(path.read_text().replace("group:", f"{item}group:"))
    import_files(files, into, DAY)
    assert record(into, "lab")["job_zone"]["zones"] == [4]


def test_an_other_occupation_gets_zones_but_no_single_profile(done):
    """Without data of its own a code gets the zones of its parts; they share no interests."""
    career = record(done, "other")
    assert career["job_zone"]["zones"] == [2, 4]
    assert {"interests", "education_survey", "technology"}.isdisjoint(career)
    assert [item["soc"] for item in career["related"]] == ["29-2072", "29-2010", "53-7121"]


def test_neighbours_without_a_career_are_left_out(done):
    """A military occupation has no career to name."""
    assert [item["soc"] for item in record(done, "loader")["related"]] == ["29-2072"]


def test_the_table_of_titles_is_sorted_and_has_each_once(done):
    """A title that is told twice is one row of the better kind; n/a is no short title."""
    assert (done / "titles" / "onet-30-1.csv").read_bytes().decode() == (
        "code,title,short_title,kind\n"
        "29-2011.00,Labs,,occupation\n"
        "29-2012.00,Lab aides,,occupation\n"
        "29-2072.00,Records,,occupation\n"
        "29-2072.00,Certified Coder (CC),CC,reported\n"
        "29-2072.00,Health Records Clerk,,alternate\n"
        "29-2099.00,Others,,occupation\n"
        "29-2099.01,Some,,occupation\n"
        "29-2099.08,More,,occupation\n"
        "53-7121.00,Cars,,occupation\n"
        "53-7121.00,Loader,,reported\n"
        "55-1011.00,Officers,,occupation\n"
        '55-1011.00,"Captain ""Cap"", Army",,alternate\n'
    )


def test_the_source_is_written_with_licence_and_attribution(done):
    """The record of the source carries what the licence asks for, and all of it is valid."""
    source = record(done, "onet-30-1", "sources")
    assert (source["title"], source["published"]) == ("O*NET 30.1 Database", "2025-12")
    assert source["licence"] == "CC BY 4.0"
    assert source["attribution"].startswith("This product includes information from the O*NET 30.1")
    _, problems = load([done], {})
    assert problems == []


def test_a_code_with_a_career_of_its_own_is_not_shared(into, tmp_path):
    """A code that a record names as merged leads to its own career where there is one."""
    path = into / "careers" / "lab.yaml"
    item = "codes:\n  - {system: soc-2018, code: 53-7121, relation: merged-from}\n"
    path.write_text(path.read_text().replace("group:", f"{item}group:"))
    import_files(files_of(tmp_path / "db"), into, DAY)
    related = record(into, "other")["related"]
    assert [item["soc"] for item in related] == ["29-2072", "29-2010", "53-7121"]


def test_progress_counts_the_records(into, tmp_path):
    """What is done of what there is to do is told record by record."""
    steps = progress_of(import_files, into, *files_of(tmp_path / "db"))
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_second_run_changes_nothing(done, tmp_path):
    """The same files again, on another day, leave every byte and every time of change."""
    times = {path: path.stat().st_mtime_ns for path in snapshot(done)}
    assert changes_nothing(import_files, done, *files_of(tmp_path / "db"))
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_a_newer_version_replaces_the_older_one(done, tmp_path):
    """What the newer one no longer tells goes; its table takes the place of the older one."""
    database = tables()
    database["Job Zones"][3] = (LONE, "4", "08/2026", "Analyst")
    database["Technology Skills"] = (
        database["Technology Skills"][:1] + database["Technology Skills"][-1:]
    )
    database["Related Occupations"][7:10] = [
        (LONE, other, tier, str(index))
        for index, (other, tier) in enumerate(
            zip((LAST, PART, FIRST), (*TIERS[:2], "Supplemental"), strict=True), 1
        )
    ]
    newer = files_of(tmp_path / "newer", database, "31.0", "August 2026")
    (done / "titles" / "onet-mine.csv").write_text("code,title,short_title,kind\n")
    assert import_files(newer, done, DAY) == 4
    changed = record(done, "records")
    assert changed["job_zone"] == {"zones": [4], "source": "onet-31-0"}
    assert "technology" not in changed
    assert [(item["soc"], item["source"]) for item in changed["related"]] == [
        ("53-7121", "onet-31-0"),
        ("29-2099", "onet-31-0"),
    ]
    tables_now = sorted(path.name for path in (done / "titles").iterdir())
    assert tables_now == ["onet-31-0.csv", "onet-mine.csv"]
    message = refused(done, *files_of(tmp_path / "db"))
    assert "onet-31-0.csv: is newer than O*NET 30.1" in message


def test_what_a_person_wrote_stays(into, tmp_path):
    """Parts with another source, comments, and neighbours of one's own are not touched."""
    path = into / "careers" / "records.yaml"
    by_hand = (
        "job_zone: {zones: [1], source: mine}  # I know\n"
        "# theirs\n"
        "interests: {holland: [S], source: onet-29-3}\n"
    )
    related = (
        "# mine first\n"
        "related:\n"
        "  - {soc: 29-2010, title: My lab, source: mine}\n"
        "  - {soc: 11-1011, title: Bosses, source: onet-29-3}\n"
    )
    path.write_text(path.read_text().replace("programs: []\n", f"{by_hand}programs: []\n{related}"))
    import_files(files_of(tmp_path / "db"), into, DAY)
    text = path.read_text()
    assert "job_zone: {zones: [1], source: mine}  # I know\n" in text
    assert "# theirs\ninterests: {holland: [CI], source: onet-30-1}\n" in text
    assert text.endswith(
        "# mine first\nrelated:\n  - {soc: 29-2010, title: My lab, source: mine}\n"
    )


def test_a_zip_with_a_folder_inside_is_read_like_the_folder(into, tmp_path, run):
    """The command takes the archive as O*NET publishes it."""
    files = files_of(tmp_path / "db")
    inside = {f"db_30_1_text/{path.name}": path.read_bytes() for path in files}
    archive = zipped(tmp_path / "db_30_1_text.zip", **inside)
    result = run("import", "onet", str(archive), "--into", str(into))
    assert (result.status, result.err) == (0, "")
    assert result.out == "onet: 10 files read, 4 records changed\n"
    assert record(into, "records")["job_zone"]["zones"] == [3]


ED, OD = "Education, Training, and Experience", "Occupation Data"
BAD_CELLS = {
    "no code": ("Job Zones", 1, 0, "29-2011", f"'{CODE}' holds '29-2011', which is no O*NET-SOC"),
    "unknown code": ("Job Zones", 1, 0, "29-2010.00", "holds '29-2010.00', not in 'Occupation Da"),
    "out of order": ("Job Zones", 4, 0, FIRST, f"holds '{FIRST}' after '{LONE}': the rows are out"),
    "twice": ("Job Zones", 2, 0, FIRST, f"'{CODE}' repeats '{FIRST}'"),
    "no zone": ("Job Zones", 1, 1, "6", "'Job Zone' holds '6', which is not one of 1 to 5"),
    "half a zone": ("Job Zones", 1, 1, "2.5", "'Job Zone' holds '2.5', which is not one of 1 to 5"),
    "no number": ("Job Zones", 1, 1, "n/a", "'Job Zone' holds 'n/a' where a number should be"),
    "no interest": ("Interests", 2, 3, "7.00", "'Data Value' holds '7.00', which is not one of 0"),
    "same interest": ("Interests", 3, 3, "2.00", "'Data Value' holds '2', an interest told before"),
    "other point": ("Interests", 3, 1, "Fourth", "'Element Name' holds 'Fourth' where 'Second Int"),
    "no share": (ED, 2, 3, "100.01", "'Data Value' holds '100.01', which is no share in percent"),
    "no mark": (ED, 2, 4, "maybe", "'Recommend Suppress' holds 'maybe', neither Y nor N"),
    "other category": (ED, 2, 2, "3", "'Category' holds '3' where '2' should be"),
    "no demand": ("Technology Skills", 1, 2, "n/a", "'In Demand' holds 'n/a', neither Y nor N"),
    "no tier": ("Related Occupations", 1, 2, "Far", "'Relatedness Tier' holds 'Far', none of Prim"),
    "not the last": ("Related Occupations", 3, 2, TIERS[1], "is not 'Supplemental'; is the file"),
    "no index": ("Related Occupations", 2, 3, "3", "'Index' holds '3' where '2' should be"),
    "strange": ("Related Occupations", 1, 1, "11-1011.00", "'Related O*NET-SOC Code' holds '11-1"),
    "no title": (OD, 1, 1, " ", "'Title' is empty"),
}


@pytest.mark.parametrize("name", BAD_CELLS)
def test_a_wrong_cell_is_named_and_nothing_is_files_of(name, into, tmp_path):
    """A cell that is not what it should be is told with its file, row and column."""
    file, row, column, cell, words = BAD_CELLS[name]
    database = tables()
    changed = [*database[file][row]]
    changed[column] = cell
    database[file][row] = tuple(changed)
    message = refused(into, *files_of(tmp_path / "db", database))
    assert message.startswith(f"{tmp_path / 'db' / file}.txt, row {row + 1}, column ")
    assert words in message


@pytest.mark.parametrize("name", tables())
def test_a_file_of_another_layout_is_refused(name, into, tmp_path):
    """A column that has another name is named with its file."""
    database = tables()
    head = database[name][0]
    database[name][0] = (*head[:-1], "Another")
    message = refused(into, *files_of(tmp_path / "db", database))
    assert f"{name}.txt, row 1: has no column '{head[-1]}'" in message


@pytest.mark.parametrize("name", tables())
def test_a_file_without_rows_is_refused(name, into, tmp_path):
    """A header alone is no table."""
    database = tables()
    del database[name][1:]
    assert f"{name}.txt: has no rows" in refused(into, *files_of(tmp_path / "db", database))


@pytest.mark.parametrize("name", tables())
def test_a_file_cut_inside_its_last_line_is_refused(name, into, tmp_path):
    """Whether the last row lacks cells or only its end, it is named with its column."""
    paths = files_of(tmp_path / "db")
    path = tmp_path / "db" / f"{name}.txt"
    whole = path.read_bytes()
    row = len(whole.splitlines())
    path.write_bytes(whole.removesuffix(b"\r\n"))
    last = tables()[name][0][-1]
    assert f"{path}, row {row}, column '{last}' is not the end of a line" in refused(into, *paths)
    path.write_bytes(whole[: whole.rindex(b"\t")])
    assert f"{path}, row {row}, column '{last}' is missing; is the file" in refused(into, *paths)


@pytest.mark.parametrize(
    "name", ["Job Zones", "Interests", "Related Occupations", "Technology Skills", ED]
)
def test_a_file_cut_between_two_occupations_is_refused(name, into, tmp_path):
    """A table that ends before the others do is cut short."""
    database = tables()
    database[name] = [row for row in database[name] if row[0] != LAST]
    message = refused(into, *files_of(tmp_path / "db", database))
    row, code = len(database[name]), database[name][-1][0]
    assert f"{name}.txt, row {row}, column '{CODE}' ends with '{code}', but '" in message
    assert message.endswith(f"goes on to '{LAST}'; is it cut short?")


@pytest.mark.parametrize("name", ["Interests", ED, "Related Occupations"])
def test_an_occupation_that_is_not_whole_is_refused(name, into, tmp_path):
    """What of one occupation belongs together is all there, or its last row is named."""
    database = tables()
    database[name] = [row for row in database[name] if row[0] != LAST][:-1]
    last = database[name][-1]
    database[name] += [row for row in tables()[name] if row[0] == LAST]
    message = refused(into, *files_of(tmp_path / "db", database))
    row = database[name].index(last) + 1
    assert f"{name}.txt, row {row}, column" in message
    assert message.endswith("is the file cut short?")


def test_all_files_that_are_needed_must_be_there(into, tmp_path):
    """Those that are absent are named; a workbook is not taken for one of them."""
    paths = files_of(tmp_path / "db")
    less = [path for path in paths if path.stem not in ("Job Zones", "Read Me")]
    assert refused(into, *less).startswith(
        "missing 'Read Me.txt', 'Job Zones.txt': give the folder"
    )
    workbook = tmp_path / "Job Zones.xlsx"
    message = refused(into, *less, workbook)
    assert message == f"{workbook}: is none of the database's text files, which end in .txt"
    twice = files_of(tmp_path / "other")[:1]
    assert f"is given twice, also as {paths[0]}" in refused(into, *paths, *twice)


@pytest.mark.parametrize(
    "notes", ["Database\n", "O*NET 30.1 Database\n", "O*NET 30.1 Database\nWinter 2025 Release\n"]
)
def test_notes_without_a_version_are_refused(notes, into, tmp_path):
    """No version is guessed."""
    paths = files_of(tmp_path / "db")
    (tmp_path / "db" / "Read Me.txt").write_text(notes)
    message = refused(into, *paths)
    assert message.startswith(f"{tmp_path / 'db' / 'Read Me.txt'}: names no version and month")


def test_careers_must_be_on_record(tmp_path):
    """There is nothing to add to in an empty folder."""
    message = refused(tmp_path / "none", *files_of(tmp_path / "db"))
    assert "holds no careers; import bls-projections first" in message


def test_neighbours_take_the_place_of_older_ones(into, tmp_path):
    """Those of an older version give way where they stand; a person's stay around them."""
    path = into / "careers" / "records.yaml"
    mine = "{{soc: 11-10{}1, title: Mine, source: mine}}"
    items = [mine.format(1), "{soc: 11-1021, title: Old, source: onet-29-3}", mine.format(3)]
    path.write_text(path.read_text() + "related:\n" + "".join(f"  - {item}\n" for item in items))
    import_files(files_of(tmp_path / "db"), into, DAY)
    related = [(item["soc"], item["source"]) for item in record(into, "records")["related"]]
    assert related == [("11-1011", "mine"), ("29-2010", "onet-30-1"), ("11-1031", "mine")]


def test_neighbours_that_are_gone_leave_no_empty_list(into, tmp_path):
    """A career that the newer version relates to none has no related careers any more."""
    path = into / "careers" / "records.yaml"
    for name in ("lab", "other"):
        (into / "careers" / f"{name}.yaml").unlink()
    old = "related:\n  - {soc: 11-1021, title: Old, source: onet-29-3}\n"
    path.write_text(path.read_text() + old)
    import_files(files_of(tmp_path / "db"), into, DAY)
    assert "related" not in path.read_text()
