"""Careers found by a text."""

import csv
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pages import SOURCE, catalog_of

from careerkit.commands.search.query import bulk_title_for, search
from careerkit.csvdata.rows import TitleRow
from careerkit.names import normalise

ASKED = yaml.load(
    (Path(__file__).parent / "search.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - it makes nothing but text
)


def career(title, soc, *aka, openings=None):
    """Return the record of a career; openings that are left out are not on record."""
    years = {"base_year": 2024, "horizon_year": 2034, "source": "page"}
    return {
        "title": title,
        "soc": soc,
        "aka": list(aka),
        "group": "health-information",
        "summary": "Does what it is called.",
        "sources": ["page"],
        "requirements": {"education": []},
        "outlook": [{**years, "openings_per_year": openings}] if openings else [],
        "wages": [],
    }


RECORDS = {
    "medical-coder": career(
        *("Medical coder", "29-2072", "Coding specialist", "Health information clerk"),
        openings=14200,
    ),
    "records-manager": career(
        "Records manager", "11-9111", "Medical and health services manager", openings=62100
    ),
    "file-clerk": career("File clerk", "43-4071", openings=8000),
    "new-career": career("Zebra records keeper", "43-9998", "Medical record clerk"),
    "archivist": career("archivist", "25-4011", openings=700),
    "registrar": career("Registrar", "29-9021", openings=100),
    "registrar-other": career("Registrar, other kind", "29-9029", openings=90000),
    "hygienist": career("Dental hygienist", "29-1292", openings=15000),
}
TITLES = """
11-9111,Custodian,,reported
25-4011,Custodian,,alternate
43-4071,Custodian,,reported
29-9021,Archive Boss,,reported
29-9029,Archive Boss,,reported
11-9111,HR,,alternate
29-9021,HR Clerk,,alternate
25-4011,Old HR Hand,,alternate
29-1292,HRIS Analyst,,alternate
29-2072.00,Vital Statistics Clerk,,alternate
29-2072.01,Detail Coder,,occupation
11-9111,Help Desk Boss,,reported
43-4071,Manager of Archives,,alternate
43-4071,Mangler,,alternate
43-4071,GED\u00ae Instructor,,alternate
25-4011,Desk Archivist of Long Standing,,reported
25-4011,Desk Archivist (Archivist at a Desk),Desk Archivist,alternate
"""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """Return a catalog of a few careers with other titles from a bulk table."""
    table = [TitleRow._fields, *csv.reader(TITLES.strip().split("\n"))]
    records = {"careers": RECORDS, "sources": {"page": SOURCE, "titles-page": SOURCE}}
    folder = tmp_path_factory.mktemp("shelf")
    return catalog_of(folder, records, {"titles/titles-page.csv": table})


def found(catalog, text, limit=None):
    """Return what a search finds: career, the name that fits, and how."""
    return [(each.id, each.matched, each.match) for each in search(catalog, text, limit).matches]


def ids(catalog, text, limit=None):
    """Return the ids of what a search finds."""
    return [each for each, _, _ in found(catalog, text, limit)]


@pytest.mark.parametrize("text", ASKED["first"])
def test_what_is_asked_for_comes_first(whole, text):
    """What a counselor or a client types finds first what they want to see."""
    wanted = ASKED["first"][text]
    assert ids(whole, text, 1)[0] in ([wanted] if isinstance(wanted, str) else wanted)


@pytest.mark.parametrize("text", ASKED["first_three"])
def test_what_is_asked_for_comes_among_the_first_three(whole, text):
    """Where several careers are meant, they come before all others."""
    assert set(ASKED["first_three"][text]) <= set(ids(whole, text, 3))


def test_the_questions_are_many_and_their_answers_exist(whole):
    """There are more than 400 questions, and every answer is the id of a career."""
    known = set(whole.store.ids("career"))
    assert sum(map(len, ASKED.values())) > 400
    for wanted in (each for told in ASKED.values() for each in told.values()):
        assert {wanted} if isinstance(wanted, str) else set(wanted) <= known


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Medical coder", ("medical-coder", "Medical coder", "title")),
        ("MEDICAL-CODERS", ("medical-coder", "Medical coder", "title")),
        ("coding specialists", ("medical-coder", "Coding specialist", "other name")),
        ("Vital statistics clerks", ("medical-coder", "Vital Statistics Clerk", "other name")),
        ("29-2072", ("medical-coder", "29-2072", "other name")),
        ("292072", ("medical-coder", "29-2072", "other name")),
        ("29-2072.01", ("medical-coder", "29-2072.01", "other name")),
        ("29-20", ("medical-coder", "29-2072", "beginning")),
        ("records man", ("records-manager", "Records manager", "beginning")),
        ("clerk information", ("medical-coder", "Health information clerk", "words")),
        ("archvist", ("archivist", "archivist", "spelling")),
        ("fiel clerk", ("file-clerk", "File clerk", "spelling")),
        ("ged instructor", ("file-clerk", "GED\u00ae Instructor", "other name")),
    ],
)
def test_a_name_fits_in_one_of_five_ways(shelf, text, best):
    """A text is a title, another name, a beginning, words of a name or a misspelling of one."""
    assert found(shelf, text)[0] == best


def test_better_fits_come_first(shelf):
    """Fits are ranked: title, other name, beginning, words; of equals, more openings first."""
    clerk = ("new-career", "Medical record clerk", "other name")
    assert found(shelf, "medical record clerk") == [clerk]
    assert found(shelf, "record") == [
        ("records-manager", "Records manager", "beginning"),
        ("new-career", "Zebra records keeper", "words"),
    ]
    assert found(shelf, "information") == [("medical-coder", "Health information clerk", "words")]
    assert ids(shelf, "registrar") == ["registrar", "registrar-other"]


def test_a_career_with_the_words_in_its_title_comes_first(shelf):
    """Of equal fits the career that is called so comes first; each is listed once."""
    assert found(shelf, "medical", 1) == found(shelf, "medical")[:1]
    assert found(shelf, "medical") == [
        ("medical-coder", "Medical coder", "beginning"),
        ("records-manager", "Medical and health services manager", "beginning"),
        ("new-career", "Medical record clerk", "beginning"),
    ]
    assert ids(shelf, "clerk") == ["file-clerk", "medical-coder", "new-career", "registrar"]


def test_what_the_record_says_comes_before_the_tables(shelf):
    """A name that the record gives comes before one that only a bulk table has."""
    assert found(shelf, "manager")[:2] == [
        ("file-clerk", "Manager of Archives", "beginning"),
        ("records-manager", "Records manager", "words"),
    ]
    assert found(shelf, "archiv")[:2] == [
        ("archivist", "archivist", "beginning"),
        ("registrar", "Archive Boss", "beginning"),
    ]


def test_what_workers_say_comes_before_other_titles(shelf):
    """Of equal titles in the tables, those reported come first, then more openings."""
    assert ids(shelf, "custodian") == ["records-manager", "file-clerk", "archivist"]


def test_all_other_comes_after_a_career_of_its_own(shelf):
    """A career that holds what no other does is seldom meant, however many openings it has."""
    assert ids(shelf, "archive boss") == ["registrar", "registrar-other"]


def test_whole_words_come_before_beginnings_of_words(shelf):
    """Few letters are a word first, and the beginning of one last."""
    assert found(shelf, "HR") == [
        ("records-manager", "HR", "other name"),
        ("registrar", "HR Clerk", "beginning"),
        ("hygienist", "HRIS Analyst", "beginning"),
        ("archivist", "Old HR Hand", "words"),
    ]


def test_the_shorter_title_is_shown(shelf):
    """Of a career's titles that fit as well, the one with the fewest further words is shown."""
    assert found(shelf, "desk archivist")[0] == ("archivist", "Desk Archivist", "other name")
    longer = ("archivist", "Desk Archivist of Long Standing", "beginning")
    assert found(shelf, "desk archiv")[0] == longer


def test_a_field_finds_the_person(shelf):
    """Who asks for a subject is shown who works in it."""
    assert found(shelf, "dental hygiene") == [("hygienist", "Dental hygienist", "other name")]
    assert found(shelf, "archives") != []


def test_short_forms_are_understood(shelf):
    """Initials with dots, abbreviations and words run together find what they stand for."""
    assert found(shelf, "H.R.")[0] == ("records-manager", "HR", "other name")
    assert found(shelf, "records mgr") == [("records-manager", "Records manager", "title")]
    assert found(shelf, "helpdesk boss") == [("records-manager", "Help Desk Boss", "other name")]


def test_spelling_is_tried_only_where_nothing_else_fits(shelf):
    """A text that fits as it is written is not taken for a misspelling of something else."""
    assert {fit for _, _, fit in found(shelf, "coder")} == {"words"}
    assert {fit for _, _, fit in found(shelf, "medcial codr")} == {"spelling"}


def test_a_misspelling_is_ranked_as_what_it_is_taken_for(shelf):
    """A corrected text fits names like any text: whole names first."""
    assert ids(shelf, "regsitrar") == ids(shelf, "registrar")


def test_of_like_words_the_usual_one_is_meant(shelf):
    """``manger`` is as like ``mangler`` as ``manager``, which more titles have."""
    assert ids(shelf, "recrds manger") == ["records-manager"]


@pytest.mark.parametrize("text", ["", "   ", "?!", "zq", "welder", "x" * 300, "x " * 300, "\x00"])
def test_what_fits_nothing_finds_nothing(shelf, text):
    """A text that no name fits finds an empty list."""
    assert found(shelf, text) == []


@pytest.mark.parametrize("text", ["\N{ELECTRIC LIGHT BULB}", "...", "-", "''", "()", "\u2014"])
def test_a_text_without_words_finds_nothing(whole, text):
    """Punctuation and pictures are no words, and no name fits them."""
    assert found(whole, text) == []


@pytest.mark.parametrize("letter", "aeprx")
def test_one_letter_finds_what_begins_with_it(whole, letter):
    """A single letter finds the records' own names with such a word, and titles with that word."""
    matches = search(whole, letter, None).matches
    assert matches
    for each in matches:
        assert f" {letter}" in f" {normalise(each.matched)}"


def test_a_text_of_many_words_finds_nothing(whole):
    """Two thousand words are no name, and no trouble."""
    assert found(whole, " ".join(map(str, range(2_000)))) == []
    assert found(whole, "registered nurse " * 1_000)[0][0] == "registered-nurse"


@pytest.mark.parametrize(
    "text", ['"', "a OR b", "records*", "NEAR(", "o'brien", "%", "-", "{norm}"]
)
def test_a_text_is_never_a_query(shelf, text):
    """Whatever is typed is looked for, and never read as a language of the index."""
    assert isinstance(found(shelf, text), list)


@given(st.text(max_size=60))
def test_whatever_is_typed_an_answer_comes(shelf, text):
    """No text breaks a search; each career comes once, in an order that no limit changes."""
    everything = found(shelf, text)
    assert len({each for each, _, _ in everything}) == len(everything)
    assert found(shelf, text, 2) == everything[:2]


def test_a_match_carries_the_row_of_its_career(shelf):
    """What is found comes with its current figures, and with the source of a title of a table."""
    (match,) = search(shelf, "coding specialist", None).matches
    assert (match.openings_per_year, match.soc, match.sources) == (14200, "29-2072", ("page",))
    (told,) = search(shelf, "vital statistics clerk", None).matches
    assert told.sources == ("page", "titles-page")
    assert search(shelf, "Coding", None).text == "Coding"


@pytest.mark.parametrize(
    ("text", "matched", "fit"),
    [
        ("medcial recrods", "Medical records", "spelling"),
        ("29-2072", "29-2072", "other name"),
        ("health information clerk", "Health information clerk", "other name"),
        ("Medical Records Technician", "Medical records technician", "title"),
        ("medical-records-technician", "Medical records technician", "title"),
    ],
)
def test_the_career_of_the_seed_page_is_found(catalog, text, matched, fit):
    """The real records are found by title, other titles, code, id and misspellings."""
    (best, name, how) = found(catalog, text)[0]
    assert best == "medical-records-technician"
    assert name.startswith(matched)
    assert how == fit


@pytest.mark.parametrize(
    ("career_id", "text", "name"),
    [
        ("medical-coder", "vital statistics clerk", "Vital Statistics Clerk"),
        ("medical-coder", "vital stat", "Vital Statistics Clerk"),
        ("medical-coder", "29-2072.01", "29-2072.01"),
        ("records-manager", "h.r.", "HR"),
        ("medical-coder", "medical coder", None),
        ("medical-coder", "coding", None),
        ("medical-coder", "medical-coder", None),
        ("medical-coder", "29-2072", None),
        ("medical-coder", "zebra", None),
        ("medical-coder", "", None),
    ],
)
def test_a_title_of_the_tables_is_told(shelf, career_id, text, name):
    """A career found by what only a bulk table calls it is found by a name to tell."""
    told = bulk_title_for(shelf, career_id, text)
    assert (told and told.text) == name
