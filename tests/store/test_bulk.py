"""Bulk tables into a store: what stands there, what a pack replaces, what stops a compilation."""

from pathlib import Path

import pytest
from packs import SOURCE, check_database, compiled, write

from careerkit.csvdata.folders import check_sources, read_bulk
from careerkit.csvdata.rows import AreaRow, TitleRow, WageRow
from careerkit.errors import CareerkitError, ExitStatus
from careerkit.store.areas import areas, local_wage, local_wages
from careerkit.store.titles import titles_equal

CAREER = "title: {}\nsoc: {}\ngroup: office\nsources: [s]\n"
TITLES = ",".join(TitleRow._fields) + "\n"
AREAS = ",".join(AreaRow._fields) + "\n39,Ohio,state,OH,2025-05\n"
HEAD = ",".join(WageRow._fields) + "\n"
NAMES = ("Registered Nurse", "RN")
ROW = "39,{},year,{},1.5,1,50000,30000,40000,45000,60000,70000\n"


def put(folder, **files):
    """Write files below a data folder: ``titles__s`` is the table s of the titles."""
    names = {name: name.replace("__", "/") for name in files}
    suffix = {name: "csv" if name.startswith(("titles", "wages")) else "yaml" for name in files}
    return write(folder, {f"{names[name]}.{suffix[name]}": text for name, text in files.items()})


@pytest.fixture
def data(tmp_path):
    """Make a data folder with two careers, and titles and wages of both."""
    return put(
        tmp_path / "data",
        sources__s=SOURCE,
        sources__t=SOURCE,
        careers__clerk=CAREER.format("Clerk", "43-4071"),
        careers__nurse=CAREER.format("Nurse", "29-1141"),
        titles__s=f"{TITLES}43-4071,Filer,,alternate\n29-1141,Sister,,alternate\n",
        wages__s__areas=AREAS,
        wages__s__29=HEAD + ROW.format("29-1141", 7),
        wages__s__43=HEAD + ROW.format("43-4071", 8),
    )


def who(store, norm):
    """Return the careers that a title leads to, with the source of the title."""
    return [(name.id, name.source) for name in titles_equal(store, norm)]


def titles(store):
    """Return every title as it stands in a store."""
    return [*store.query("SELECT soc, norm, text, role, source FROM title ORDER BY rowid")]


def problems(*folders, base=None):
    """Compile what is wrong; return the problems by file below the last folder, line and code."""
    with pytest.raises(CareerkitError) as failed:
        compiled(*folders, base=base)
    assert failed.value.status is ExitStatus.BAD_DATA
    assert not folders[-1].with_suffix(".sqlite").exists()
    return [
        (str(Path(problem.file).relative_to(folders[-1])), problem.line, problem.code)
        for problem in failed.value.details
    ]


def test_titles_and_wages_stand_in_the_store(data):
    """Another title leads to its career, and an area has the figures of its occupations."""
    store = compiled(data)
    assert who(store, "filer") == [("clerk", "s")]
    (area,) = areas(store)
    assert (area.code, area.title, area.source) == ("39", "Ohio", "s")
    wages = {soc: (wage["employment"], wage["mean"]) for soc, wage in local_wages(store, area)}
    assert wages == {"29-1141": (7, 50_000), "43-4071": (8, 50_000)}


def test_whole_numbers_stay_whole(data):
    """A wage of 40,000 dollars does not come back as 40000.0, nor 17.5 an hour as 17."""
    row = "39,29-1141,hour,,,,17.5,10,>=115,,,\n"
    store = compiled(put(data, wages__s__29=HEAD + row))
    wage = local_wage(store, areas(store)[0], "29-1141")
    figures = [repr(wage[key]) for key in ("employment", "mean", "p10", "p25", "median")]
    assert figures == ["None", "17.5", "10", "115", "None"]
    assert (wage["unit"], wage["at_least"]) == ("hour", ["p25"])


def test_a_store_without_bulk_tables_answers(data):
    """Records alone are a data folder; there is then no area and no other title."""
    for path in (data / "titles", data / "wages"):
        path.rename(data.parent / path.name)
    store = compiled(data)
    assert (areas(store), titles(store)) == ([], [])


def test_a_title_is_kept_once_by_its_best_role(data):
    """Of rows that differ in case or number the one of the better kind is kept, a source each."""
    rows = (
        "43-4071,file CLERKS,,alternate\n43-4071,File Clerk,,direct_match\n"
        "43-4071.00,file clerk,,reported\n29-1141,File clerk,,alternate\n43-4071,!?,,alternate\n"
    )
    store = compiled(put(data, titles__s=TITLES + rows, titles__t=TITLES + rows))
    for source in "st":
        assert [row[:4] for row in titles(store) if row[4] == source] == [
            ("29-1141", "file clerk", "File clerk", "alternate"),
            ("43-4071", "file clerk", "File Clerk", "direct_match"),
        ]


@pytest.mark.parametrize(
    ("row", "texts"),
    [
        ("29-1141,Registered Nurse (RN),RN,reported", {"Registered Nurse (RN)", *NAMES}),
        ("29-1141,RN (Registered Nurse),RN,reported", {"RN (Registered Nurse)", *NAMES}),
        ("29-1141,RN (Registered Nurse),,reported", {"RN (Registered Nurse)"}),
        ("29-1141,Nurse (Registered),RN,reported", {"Nurse (Registered)", "RN"}),
        ("29-1141.00,Nurses,,occupation", {"Nurses", "29-1141.00"}),
        ("29-1141,Nurses,,occupation", {"Nurses"}),
        ("29-1141.01,Acute Care Nurses,,alternate", {"Acute Care Nurses"}),
    ],
)
def test_a_row_has_every_name_that_is_in_it(row, texts, data):
    """A short form is a name, and what stands before and in brackets; so is the full code."""
    store = compiled(put(data, titles__s=f"{TITLES}{row}\n"))
    assert {text for _, _, text, _, _ in titles(store)} == texts
    assert {soc for soc, *_ in titles(store)} == {"29-1141"}


def test_a_full_code_is_reported_as_a_code(data):
    """An O*NET-SOC code leads to the career of its SOC code, in the role of a code."""
    store = compiled(put(data, titles__s=f"{TITLES}29-1141.00,Nurses,,occupation\n"))
    ((_, norm, _, role, _),) = [row for row in titles(store) if row[3] != "occupation"]
    assert (norm, role) == ("29 1141 00", "code")
    assert who(store, norm) == [("nurse", "s")]


def test_every_word_of_the_names_is_known(data):
    """Words of titles and of the careers' own names are there to correct misspelled ones, once."""
    store = compiled(data)
    words = [word for (word,) in store.query("SELECT word FROM word ORDER BY rowid")]
    assert words == sorted({*words})
    assert {"clerk", "nurse", "filer", "sister"} <= {*words}


def test_a_pack_that_replaces_a_career_keeps_its_titles_and_wages(data, tmp_path):
    """Bulk tables belong to the code: a career told anew has them all the same."""
    pack = put(tmp_path / "pack", careers__clerk=CAREER.format("Keeper of files", "43-4071"))
    for store in (compiled(data, pack), compiled(pack, base=compiled(data).path)):
        assert store.title("career", "clerk") == "Keeper of files"
        assert who(store, "filer") == [("clerk", "s")]
        assert local_wage(store, areas(store)[0], "43-4071")["employment"] == 8


def test_a_pack_that_adds_a_career_of_a_code_shares_its_titles(data, tmp_path):
    """A title of a code leads to every career of that code."""
    pack = put(tmp_path / "pack", careers__archivist=CAREER.format("Archivist", "43-4071"))
    store = compiled(pack, base=compiled(data).path)
    assert who(store, "filer") == [("archivist", "s"), ("clerk", "s")]


def test_a_pack_that_gives_a_career_another_code_takes_that_ones_titles(data, tmp_path):
    """The titles of the code that a career no longer has lead nowhere."""
    pack = put(tmp_path / "pack", careers__clerk=CAREER.format("Clerk", "29-1141"))
    store = compiled(pack, base=compiled(data).path)
    assert who(store, "filer") == []
    assert who(store, "sister") == [("clerk", "s"), ("nurse", "s")]


def test_a_packs_table_replaces_that_of_the_same_source(data, tmp_path):
    """A newer copy of a table stands alone: nothing of the older is found any more."""
    pack = put(
        tmp_path / "pack",
        titles__s=f"{TITLES}43-4071,Archiver,,alternate\n",
        wages__s__areas=AREAS.replace("Ohio", "State of Ohio"),
        wages__s__43=HEAD + ROW.format("43-4071", 9),
    )
    for store in (compiled(data, pack), compiled(pack, base=compiled(data).path)):
        assert (who(store, "filer"), who(store, "sister")) == ([], [])
        assert who(store, "archiver") == [("clerk", "s")]
        (area,) = areas(store)
        assert area.title == "State of Ohio"
        assert [soc for soc, _ in local_wages(store, area)] == ["43-4071"]
        assert store.query("SELECT count(*) FROM wage") == [(1,)]
        words = {word for (word,) in store.query("SELECT word FROM word")}
        assert "archiver" in words
        assert words.isdisjoint({"filer", "sister"})


def test_a_packs_table_of_another_source_is_added(data, tmp_path):
    """Titles of two sources stand side by side, and so do areas of two."""
    pack = put(
        tmp_path / "pack",
        titles__t=f"{TITLES}43-4071,Archiver,,alternate\n43-4071,Filer,,reported\n",
        wages__t__areas=AREAS.replace("39,Ohio,state,OH", "18,Indiana,state,IN"),
        wages__t__43=HEAD + ROW.replace("39", "18").format("43-4071", 9),
    )
    store = compiled(pack, base=compiled(data).path)
    assert who(store, "archiver") == [("clerk", "t")]
    assert who(store, "filer") == [("clerk", "s"), ("clerk", "t")]
    jobs = {area.title: local_wage(store, area, "43-4071")["employment"] for area in areas(store)}
    assert jobs == {"Indiana": 9, "Ohio": 8}


def test_a_store_with_bulk_tables_is_whole(data, tmp_path):
    """SQLite finds no fault in it, nor in a store on top of another."""
    base = compiled(data)
    pack = put(tmp_path / "pack", titles__s=TITLES, titles__t=f"{TITLES}29-1141,A,,alternate\n")
    for path in (base.path, compiled(pack, base=base.path).path):
        check_database(path)


def test_a_mistake_in_a_table_stops_the_compilation(data):
    """Wrong tables are reported with the wrong records, in one pass and in order."""
    put(
        data,
        careers__bad="title: [",
        titles__s=f"{TITLES}x,Filer,,alternate\n",
        wages__s__29=HEAD + ROW.format("29-1141", -7),
    )
    (data / "wages" / "loose.csv").touch()
    (data / "titles" / "notes.txt").touch()
    assert problems(data) == [
        ("careers/bad.yaml", 2, "syntax"),
        ("titles/notes.txt", 1, "stray-file"),
        ("titles/s.csv", 2, "code"),
        ("wages/loose.csv", 1, "stray-file"),
        ("wages/s/29.csv", 2, "number"),
    ]


def test_a_table_is_named_after_its_source(data):
    """A table of a source that is nowhere on record is reported, with the nearest."""
    put(data, sources__seed=SOURCE, titles__sead=TITLES, wages__x__areas=AREAS)
    assert problems(data) == [
        ("titles/sead.csv", 1, "unknown-source"),
        ("wages/x", 1, "unknown-source"),
    ]
    read, _ = read_bulk(data, "d")
    first, second = check_sources(read, {"seed", "s"})
    assert str(first) == (
        "d/titles/sead.csv:1:1: it is named after its source, and there is no source 'sead'; did "
        "you mean 'seed'? [unknown-source]"
    )
    assert second.message == "it is named after its source, and there is no source 'x'"


def test_the_source_of_a_packs_table_may_be_built_in(data, tmp_path):
    """The source may be on record in the base, or in another folder."""
    pack = put(tmp_path / "pack", titles__t=TITLES)
    compiled(pack, base=compiled(data).path)
    compiled(pack, data)
    (tmp_path / "pack.sqlite").unlink()
    assert problems(pack) == [("titles/t.csv", 1, "unknown-source")]


def test_a_source_with_a_mistake_is_on_record(data):
    """The tables of a source whose own record is wrong are not wrong too."""
    put(data, sources__s="title: [")
    assert [file for file, *_ in problems(data)] == ["sources/s.yaml"]
