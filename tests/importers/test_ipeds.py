"""Institutions and their awards become tables: every figure as published, all files or none."""

import gzip
from functools import partial

import pytest
from importing import DAY, changes_nothing, csv_text, progress_of, record, refusal, written, zipped

from careerkit.csvdata.folders import read_bulk
from careerkit.importers.ipeds import SUFFIXES, import_files
from careerkit.importers.packed import expanded
from careerkit.model.school import School

refused = partial(refusal, import_files)
SCHOOL = {
    "UNITID": "201645",
    "INSTNM": 'St. "Case", College',
    "IALIAS": "Case",
    "CITY": "Cleveland",
    "STABBR": "OH",
    "ZIP": "44106-7027",
    "WEBADDR": "www.case.edu/",
    "CONTROL": "2",
    "ACT": "A",
    "DEATHYR": "-2",
    "CLOSEDAT": "-2",
    "CYACTIVE": "1",
    "COUNTYNM": "Cuyahoga County",
    "LONGITUD": "-81.607100",
    "LATITUDE": "41.500000",
    "DFRCUSCG": "2",
}
OFFER = {"UNITID": "201645", "DSTNUGP": "1", "DSTNGP": "0", "DISTNCED": "2", "CONFNO4": "-2"}
AWARDS = (
    ("201645", "51.0707", "1", "3", "12"),
    ("201645", "51.0707", "1", "21", "0"),
    ("201645", "51.0708", "1", "3", "5"),
    ("201645", "52.0101", "2", "3", "99"),
    ("201645", "99", "1", "3", "17"),
    ("201645", "99", "1", "21", "0"),
    ("201645", "99", "2", "3", "99"),
)
COLUMNS = ("UNITID", "CIPCODE", "MAJORNUM", "AWLEVEL", "CTOTALT")
HEAD = (
    "unitid,name,city,state,county,zip,control,latitude,longitude,url,"
    "distance_undergraduate,distance_graduate,awards_year,closed\n"
)
CASE = (
    '201645,"St. ""Case"", College",Cleveland,OH,Cuyahoga County,44106,private_nonprofit,'
    "41.5,-81.6071,https://www.case.edu/,some,none,2023-24,\n"
)


def save(folder, *, schools=(SCHOOL,), offers=(OFFER,), awards=AWARDS, year=2024):
    """Write the three files of a year; return their paths."""
    texts = {
        f"hd{year}.csv": csv_text([SCHOOL, *(school.values() for school in schools)]),
        f"c{year}_a.csv": csv_text([(*COLUMNS, "CTOTALM"), *((*award, "0") for award in awards)]),
        f"ic{year}.csv": csv_text([OFFER, *(offer.values() for offer in offers)]),
    }
    return written(folder, texts, "utf-8-sig")


@pytest.fixture
def folder(tmp_path):
    """Return the folder that the published files are written to."""
    return tmp_path / "published"


def tables(data, source="ipeds-2024"):
    """Return the tables of a source by name, after checking that they are sound."""
    assert read_bulk(data, "w")[1] == []
    return {path.name: path.read_text("utf-8") for path in (data / "schools" / source).iterdir()}


def school(data, folder, **named):
    """Import one school; return its row."""
    import_files(save(folder, **named), data, DAY)
    ((read,),) = read_bulk(data, "w")[0]
    return read.of(School)[0]


def test_schools_and_awards_become_tables(data, folder):
    """A school as it is in the directory, and first majors by family; no totals; none is 0."""
    assert import_files(save(folder), data, DAY) == 2
    assert tables(data) == {
        "schools.csv": HEAD + CASE,
        "awards-51.csv": "cip,unitid,awlevel,awards\n"
        "51.0707,201645,3,12\n51.0707,201645,21,0\n51.0708,201645,3,5\n",
    }
    source = record(data, "ipeds-2024", "sources")
    assert source["title"] == "Integrated Postsecondary Education Data System (IPEDS), 2024"
    assert source["covers"].startswith("Awards given July 2023 to June 2024, first majors only")


def test_a_second_run_changes_nothing_and_what_a_person_wrote_stays(data, folder):
    """The same files again leave every file as it is; a record of the source is kept."""
    (mine,) = written(data, {"sources/ipeds-2024.yaml": "# mine\n"})
    paths = save(folder)
    import_files(paths, data, DAY)
    assert mine.read_text("utf-8") == "# mine\n"
    assert changes_nothing(import_files, data, *paths)


@pytest.mark.parametrize("packing", ["folder", "gzip", "zip"])
def test_files_come_in_any_packing(packing, data, folder):
    """Gzipped, or each in an archive as the agency gives them, other files beside them."""
    for path in save(folder):
        if packing == "gzip":
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))
        elif packing == "zip":
            zipped(path.with_suffix(".zip"), **{path.name: path.read_bytes()})
        if packing != "folder":
            path.unlink()
    (folder / "effy2024.csv").write_text("x", encoding="utf-8")
    assert import_files(expanded(folder, SUFFIXES), data, DAY) == 2


def test_a_revised_file_takes_the_place_of_the_first(data, folder):
    """Where an archive holds both, the figures are those of the revision."""
    _, awards, _ = save(folder)
    revised = awards.with_name("c2024_a_rv.csv")
    revised.write_text(awards.read_text("utf-8").replace(",12,", ",10,").replace(",17,", ",15,"))
    assert import_files(expanded(folder, SUFFIXES), data, DAY) == 2
    assert "51.0707,201645,3,10\n" in tables(data)["awards-51.csv"]


def test_the_year_is_that_of_the_names(data, folder):
    """Another year is another source, with the school year before it."""
    import_files(save(folder), data, DAY)
    assert import_files(save(folder, year=2100), data, DAY) == 2
    assert "2099-00" in tables(data, "ipeds-2100")["schools.csv"]
    assert tables(data)["schools.csv"] == HEAD + CASE


def test_a_table_that_is_gone_is_removed(data, folder):
    """A family without any award any more has no table; another source's tables stay."""
    more = [("201645", "11.0101", "1", "5", "1"), ("201645", "99", "1", "5", "1")]
    import_files(save(folder, awards=[*AWARDS, *more]), data, DAY)
    import_files(save(folder, year=2023), data, DAY)
    assert import_files(save(folder), data, DAY) == 1
    assert sorted(tables(data)) == ["awards-51.csv", "schools.csv"]
    assert len(tables(data, "ipeds-2023")) == 2


def test_progress_is_told(data, folder):
    """Who waits is told when it is done."""
    assert progress_of(import_files, data, *save(folder)) == [(7, 7)]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"CONTROL": "1"}, {"control": "public"}),
        ({"CONTROL": "3"}, {"control": "private_for_profit"}),
        ({"CONTROL": "-3"}, {"control": None}),
        ({"ZIP": "00602"}, {"zip": "00602"}),
        ({"ZIP": "441067027"}, {"zip": "44106"}),
        ({"COUNTYNM": " "}, {"county": ""}),
        ({"INSTNM": " Bayamón "}, {"name": "Bayamón"}),
        ({"LATITUDE": "", "LONGITUD": ""}, {"latitude": None, "longitude": None}),
        ({"WEBADDR": " "}, {"url": None}),
        ({"WEBADDR": "http://x.edu"}, {"url": "http://x.edu"}),
        ({"WEBADDR": "x.edu#a=B, OH"}, {"url": "https://x.edu#a=B, OH"}),
        ({"CLOSEDAT": "05/31/2024", "DEATHYR": "2025"}, {"closed": "2024-05-31"}),
        ({"CLOSEDAT": "5/3/2024"}, {"closed": "2024-05-03"}),
        ({"CLOSEDAT": "5/2024"}, {"closed": "2024-05"}),
        ({"CLOSEDAT": "2024"}, {"closed": "2024"}),
        ({"DEATHYR": "2024", "CYACTIVE": "3"}, {"closed": "2024"}),
    ],
    ids=str,
)
def test_what_the_directory_says_of_a_school(cells, expected, data, folder):
    """Each code is a word, a missing one nothing; a school closed when the directory says so."""
    row = school(data, folder, schools=[{**SCHOOL, **cells}])
    assert {name: getattr(row, name) for name in expected} == expected


def test_a_campus_that_another_school_reports_for_is_not_closed(data, folder):
    """Not active by itself, without a date of its end: it is open, as far as anyone has said."""
    campus = {**SCHOOL, "ACT": "G", "CYACTIVE": "3"}
    assert school(data, folder, schools=[campus]).closed is None


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("1", "1", "1"), ("all", "all")),
        (("1", "1", "-2"), ("all", None)),
        (("1", "-2", "1"), (None, "all")),
        (("2", "1", "0"), ("some", "none")),
        (("2", "0", "-2"), ("none", None)),
        (("-2", "-2", "-2"), (None, None)),
        (("-1", "-1", "1"), (None, "some")),
    ],
)
def test_how_much_is_offered_at_a_distance(codes, expected, data, folder):
    """All of it, some programs or none, of a level that the school has; else nobody knows."""
    offer = {**OFFER, **dict(zip(("DISTNCED", "DSTNUGP", "DSTNGP"), codes, strict=True))}
    row = school(data, folder, offers=[offer])
    assert (row.distance_undergraduate, row.distance_graduate) == expected


def test_a_school_without_characteristics_is_kept(data, folder):
    """The directory has schools that the other files do not know."""
    second = {**SCHOOL, "UNITID": "100654"}
    row = school(data, folder, schools=[SCHOOL, second])
    assert (row.unitid, row.distance_undergraduate) == (100654, None)


WRONG_SCHOOLS = {
    "number": ({"UNITID": "x"}, "column 'UNITID' is wrong: 'x' is not an institution number"),
    "no name": ({"INSTNM": " "}, "column 'INSTNM' is wrong: '' is not a name without blanks"),
    "state": ({"STABBR": "Ohio"}, "column 'STABBR' is wrong: 'Ohio' is not a postal code"),
    "zip": ({"ZIP": "4106"}, "column 'ZIP' holds '4106', which is no ZIP code"),
    "control": ({"CONTROL": "4"}, "column 'CONTROL' holds '4', which is none of 1, 2, 3, -3"),
    "latitude": ({"LATITUDE": "north"}, "column 'LATITUDE' is wrong: 'north' is not a latitude"),
    "longitude": ({"LONGITUD": ""}, "column 'LATITUDE' is wrong: one of two degrees is missing"),
    "url": ({"WEBADDR": "ftp://x"}, "column 'WEBADDR' is wrong: 'ftp://x' is not a web address"),
    "closed": ({"CLOSEDAT": "May"}, "column 'CLOSEDAT' holds 'May', which is no date like"),
    "day": ({"CLOSEDAT": "2/30/2024"}, "column 'CLOSEDAT' holds '2/30/2024', which is no date"),
    "death": ({"DEATHYR": "0"}, "column 'DEATHYR' holds '0', which is no date like"),
    "no closing": ({"CLOSEDAT": ""}, "column 'CLOSEDAT' is empty"),
}


@pytest.mark.parametrize("name", WRONG_SCHOOLS)
def test_a_wrong_school_is_told_where_it_stands(name, data, folder):
    """The first cell that is not what it should be is named, and nothing is written."""
    cells, wrong = WRONG_SCHOOLS[name]
    second = {**SCHOOL, "UNITID": "300000", **cells}
    message = refused(data, *save(folder, schools=[SCHOOL, second]))
    assert message.startswith(f"{folder / 'hd2024.csv'}, row 3, {wrong}")


WRONG_OFFERS = {
    "all": ({"DISTNCED": "3"}, "column 'DISTNCED' holds '3', which is none of 1, 2, -1, -2"),
    "level": ({"DSTNGP": "2"}, "column 'DSTNGP' holds '2', which is none of 1, 0, -1, -2"),
    "school": ({"UNITID": "300000"}, "column 'UNITID' holds '300000', which is not in "),
}


@pytest.mark.parametrize("name", WRONG_OFFERS)
def test_wrong_characteristics_are_told_where_they_stand(name, data, folder):
    """Codes that nobody knows, and schools that are not in the directory."""
    cells, wrong = WRONG_OFFERS[name]
    message = refused(data, *save(folder, offers=[{**OFFER, **cells}]))
    assert message.startswith(f"{folder / 'ic2024.csv'}, row 2, {wrong}")


WRONG_AWARDS = {
    "program": (("201645", "51.07", "1", "3", "1"), "column 'CIPCODE' is wrong: '51.07' is not"),
    "school": (("300000", "51.0707", "1", "3", "1"), "column 'UNITID' holds '300000', which is"),
    "no school": (("x", "51.0707", "1", "3", "1"), "column 'UNITID' is wrong: 'x' is not an"),
    "major": (("201645", "51.0707", "3", "3", "1"), "column 'MAJORNUM' holds '3', which is neit"),
    "level": (("201645", "51.0707", "1", "1", "1"), "column 'AWLEVEL' is wrong: '1' is none of"),
    "count": (("201645", "51.0707", "1", "5", "-1"), "column 'CTOTALT' is wrong: '-1' is not a"),
    "total": (("201645", "99", "1", "5", "few"), "column 'CTOTALT' is wrong: 'few' is not a"),
    "no count": (("201645", "51.0707", "1", "5", ""), "column 'CTOTALT' is empty"),
    "repeated": (AWARDS[0], "column 'AWLEVEL' repeats '201645, 51.0707, 1, 3' of row 2"),
}


@pytest.mark.parametrize("name", WRONG_AWARDS)
def test_a_wrong_award_is_told_where_it_stands(name, data, folder):
    """The first cell that is not what it should be is named, and nothing is written."""
    cells, wrong = WRONG_AWARDS[name]
    message = refused(data, *save(folder, awards=[*AWARDS, cells]))
    assert message.startswith(f"{folder / 'c2024_a.csv'}, row 9, {wrong}")


def test_awards_must_add_up_to_the_totals(data, folder):
    """A row that is missing is noticed by the total, a total that is missing by the rows."""
    message = refused(data, *save(folder, awards=AWARDS[1:]))
    assert "row 5, column 'CTOTALT' holds '17', but the programs of 201645 at level 3" in message
    assert message.endswith("have 5; is a row missing?")
    message = refused(data, *save(folder, awards=AWARDS[:5]))
    lacks = "has no row CIPCODE 99 of 201645 at level 21; is it cut short?"
    assert message == f"{folder / 'c2024_a.csv'}: {lacks}"


@pytest.mark.parametrize("name", ["hd2024.csv", "c2024_a.csv", "ic2024.csv"])
def test_a_damaged_file_is_told(name, data, folder):
    """A row that is cut, a file without rows or columns, another encoding: each by its name."""
    paths = save(folder)
    path = folder / name
    head, body = path.read_bytes().rstrip().split(b"\r\n", 1)
    last = body.splitlines()[-1].replace(b"201645", b"300000")
    cut = last[: last.rindex(b",")]
    for content, wrong in (
        (head + b"\r\n" + body + b"\r\n" + cut, "is missing; is the file cut short?"),
        (head, "has no row below its header"),
        (b"UNITID\r\n201645\r\n", "is it another layout?"),
        (head + b"\r\n" + body + b"\xff", "is not UTF-8"),
    ):
        path.write_bytes(content)
        message = refused(data, *paths)
        assert message.startswith(str(path))
        assert wrong in message


def test_a_file_that_is_absent_given_twice_or_of_another_year_is_told(data, folder):
    """All three files of one year are needed, each once."""
    directory, awards, offers = save(folder)
    message = refused(data, directory, awards)
    assert message == f"no file is named like ic2024.csv in {directory}, {awards}"
    again, *_ = save(folder / "again")
    message = refused(data, directory, awards, offers, again)
    assert message == f"{again}: is given twice, also as {directory}"
    older, *_ = save(folder, year=2023)
    message = refused(data, older, awards, offers)
    assert message == f"{awards}: is of 2024, but {older} of 2023; give one year"


def test_fewer_schools_than_on_record_are_refused(data, folder):
    """A file that is cut between two schools looks whole; what is on record tells."""
    second = {**SCHOOL, "UNITID": "300000"}
    offer = {**OFFER, "UNITID": "300000"}
    more = [("300000", *award[1:]) for award in AWARDS]
    whole = {"schools": (SCHOOL, second), "offers": (OFFER, offer), "awards": (*AWARDS, *more)}
    import_files(save(folder, **whole), data, DAY)
    lost = "has 1 school, and not 1 of those on record; is it cut short?"
    for name, key in (("c2024_a", "awards"), ("ic2024", "offers")):
        part = {**whole, key: whole[key][: len(whole[key]) // 2]}
        assert refused(data, *save(folder, **part)).startswith(f"{folder / name}.csv: {lost}")
    part = {key: rows[: len(rows) // 2] for key, rows in whole.items()}
    message = refused(data, *save(folder, **part))
    assert message.startswith(f"{folder / 'hd2024.csv'}: {lost}")
    assert message.endswith(f"remove {data / 'schools' / 'ipeds-2024'} and import again")
