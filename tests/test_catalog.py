"""Records by the names that people give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.catalog import Catalog
from careerkit.commands.search.query import search
from careerkit.errors import CareerkitError, ExitStatus
from careerkit.model.career import Career
from careerkit.model.credential import Credential
from careerkit.model.kinds import KINDS
from careerkit.model.organization import Accreditor
from careerkit.model.program import Program
from careerkit.names import normalise
from careerkit.store.compile import compile_store
from careerkit.store.read import Store

CAREER = "medical-records-technician"
CLERK = """
title: {}
soc: 43-4071
group: health-information
summary: Files things.
aka: [{}]
sources: [page]
requirements: {{}}
"""
PAGE = "title: A page\npublisher: Somebody\nkind: third-party\nretrieved: 2026-11-22\n"


def catalog_with(tmp_path, careers):
    """Compile careers alone: their names by id, the title first."""
    for folder in ("careers", "sources"):
        (tmp_path / folder).mkdir()
    (tmp_path / "sources" / "page.yaml").write_text(PAGE, encoding="utf-8")
    for name, (title, *aka) in careers.items():
        path = tmp_path / "careers" / f"{name}.yaml"
        path.write_text(CLERK.format(title, ", ".join(aka)), encoding="utf-8")
    compile_store([tmp_path], tmp_path / "store.sqlite")
    return Catalog(Store(tmp_path / "store.sqlite"))


def failure(catalog, kind, name):
    """Return how a name fails to fit one record."""
    with pytest.raises(CareerkitError) as caught:
        catalog.resolve(kind, name)
    return caught.value


@pytest.mark.parametrize(
    "name",
    [
        CAREER,
        "MEDICAL-RECORDS-TECHNICIAN",
        f" {CAREER} ",
        "29-2072",
        " 29-2072 ",
        "29-2071",
        "29-2072.00",
        "Medical records technician",
        "medical record technicians",
        "MEDICAL RECORDS TECHNICIANS",
        "  medical   records technician",
        "Medical Records Technician!",
        "Medical records specialist",
        "health information clerks",
        "Health-Information Technician",
    ],
)
def test_a_career_is_found_by_any_of_its_names(name, catalog):
    """Id, codes old and new, title and other names fit, whatever the case and number."""
    assert catalog.resolve("career", name) == CAREER
    assert catalog.named(Career, name).id == CAREER


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ahima-rhit", "ahima-rhit"),
        ("RHIT", "ahima-rhit"),
        ("rhit", "ahima-rhit"),
        ("Registered Health Information Technician", "ahima-rhit"),
        ("registered health information technicians", "ahima-rhit"),
        ("RHIA", "ahima-rhia"),
        ("CCS", "ahima-ccs"),
        ("cca", "ahima-cca"),
    ],
)
def test_a_credential_is_found_by_name_and_abbreviation(name, expected, catalog):
    """An abbreviation is as good as the whole name."""
    assert expected == catalog.named(Credential, name).id


def test_organizations_and_programs_are_found_too(catalog):
    """An accreditor fits by its abbreviation, a program by its title or another wording."""
    assert catalog.named(Accreditor, "CAHIIM").id == "cahiim"
    program = "health-information-technology"
    assert program == catalog.named(Program, "Health Information Technology").id
    assert program == catalog.named(Program, "medical records technology").id


def test_a_name_that_fits_several_is_told_with_all(catalog):
    """An ambiguous name is a mistake in the arguments and lists what it fits, by id and title."""
    error = failure(catalog, "credential", "registered health information")
    assert error.status == ExitStatus.USAGE
    expected = "'registered health information' fits 2 credential records; name one by its id"
    assert expected == error.message
    assert tuple(sorted(error.details)) == (
        "ahima-rhia  (Registered Health Information Administrator)",
        "ahima-rhit  (Registered Health Information Technician)",
    )


def test_many_records_that_fit_are_counted(catalog):
    """Where many fit, the message counts them, lists some and tells how many more there are."""
    error = failure(catalog, "program", "medical")
    fitting = {
        program.id
        for program in catalog.all(Program)
        for name in (program.title, program.id, *program.aka)
        if any(word.startswith("medical") for word in normalise(name).split())
    }
    assert error.message.startswith(f"'medical' fits {len(fitting)} program records")
    *listed, more = error.details
    assert (len(listed), more) == (12, f"… {len(fitting) - 12} more")
    assert {line.partition(" ")[0] for line in listed} <= fitting


def test_a_code_that_fits_several_is_told_with_all(tmp_path):
    """Careers of one SOC code are told apart by id."""
    careers = {"file-clerk": ("File clerk", "a"), "mail-clerk": ("Mail clerk", "b")}
    error = failure(catalog_with(tmp_path, careers), "career", "43-4071")
    assert error.status == ExitStatus.USAGE
    assert error.details == ("file-clerk  (File clerk)", "mail-clerk  (Mail clerk)")


def test_a_title_comes_before_another_name(tmp_path):
    """A name that is one record's title and another's other name means the first."""
    careers = {"a": ("Archivist", "Keeper"), "b": ("Keeper", "Warden")}
    assert catalog_with(tmp_path, careers).resolve("career", "keepers") == "b"


def test_an_id_comes_before_a_title(tmp_path):
    """What is written as an id means that record, though another is called so."""
    careers = {"keeper": ("Archivist", "x"), "b": ("Keeper", "y")}
    assert catalog_with(tmp_path, careers).resolve("career", "Keeper") == "keeper"


def test_a_whole_name_comes_before_its_beginning(tmp_path):
    """A name that is complete is not made ambiguous by longer ones."""
    careers = {"a": ("Welder", "x"), "b": ("Welder helper", "y")}
    assert catalog_with(tmp_path, careers).resolve("career", "welder") == "a"


@pytest.mark.parametrize("name", ["arc weld", "welder, arc", "weld arc", "ARC-W", "arc  welders"])
def test_beginnings_of_words_fit_in_any_order(name, tmp_path):
    """Where no name fits whole, words or their beginnings do, if they fit just one record."""
    careers = {"a": ("Arc welder", "x"), "b": ("Gas welder", "y")}
    assert catalog_with(tmp_path, careers).resolve("career", name) == "a"


def test_a_misspelt_name_is_told_with_the_nearest(catalog):
    """No record is a failure of its own kind, with the nearest by id and title; short ones too."""
    error = failure(catalog, "credential", "Registerd Health Informaton Technicain")
    assert error.status == ExitStatus.NOT_FOUND
    expected = "there is no credential 'Registerd Health Informaton Technicain'; the nearest:"
    assert expected == error.message
    assert error.details[0] == "ahima-rhit  (Registered Health Information Technician)"
    error = failure(catalog, "accreditor", "cahim")
    assert (error.status, error.details[0][:9]) == (ExitStatus.NOT_FOUND, "cahiim  (")


def test_a_name_like_nothing_is_told_so(catalog, whole):
    """Where nothing is near and much is on record, the first of it would only be noise."""
    for records, kind in ((catalog, "program"), (whole, "career")):
        error = failure(records, kind, "qqqqqqqq")
        assert error.status == ExitStatus.NOT_FOUND
        assert (error.message, error.details) == (f"there is no {kind} 'qqqqqqqq'", ())


def test_a_short_list_is_told_whole(catalog):
    """With few on record all of them are listed."""
    error = failure(catalog, "career", "qqqqqqqq")
    listed = [line.partition(" ")[0] for line in error.details]
    assert catalog.store.ids("career") == listed


@pytest.mark.parametrize(
    ("kind", "name", "command"),
    [
        ("career", "RHIA", "careerkit credential ahima-rhia"),
        ("credential", "medical records technicians", f"careerkit show {CAREER}"),
    ],
)
def test_a_name_of_another_kind_is_told_with_its_command(kind, name, command, catalog):
    """Who asks for a credential among the careers, or the other way round, is told where to ask."""
    error = failure(catalog, kind, name)
    assert error.status == ExitStatus.NOT_FOUND
    assert error.details[-1].endswith(command)


def test_a_long_name_is_told_shortened(catalog):
    """A message does not repeat ten thousand letters."""
    error = failure(catalog, "career", "x" * 10_000)
    assert error.message.startswith(f"there is no career '{'x' * 80}…'")


def test_a_kind_without_records_has_nothing_to_tell(tmp_path):
    """Where there is no record at all, the message promises none."""
    compile_store([], tmp_path / "store.sqlite")
    error = failure(Catalog(Store(tmp_path / "store.sqlite")), "career", "clerk")
    assert (error.message, error.details) == ("there is no career 'clerk'", ())


def test_a_code_that_nobody_has_is_not_found(catalog):
    """A code is taken as a code, not as words that begin others."""
    for code in ("29-9999", "29-2072.01", "51.0707"):
        assert failure(catalog, "career", code).status == ExitStatus.NOT_FOUND


def test_the_nearest_names_come_best_first_one_a_record(tmp_path):
    """A record with several names near the text takes the place of the best of them."""
    careers = {"a": ("Gardener", "Gardenxx yyy"), "b": ("Gardenex", "Zzzzzz")}
    catalog = catalog_with(tmp_path, careers)
    nearest = catalog.nearest_names("career", "gardeneer")
    assert [name.id for name in nearest] == ["a", "b"]
    assert nearest[0].text == "Gardener"


def test_a_record_keeps_its_place_though_a_worse_name_of_it_is_near(tmp_path):
    """The second name of the best record does not put it behind the next record."""
    careers = {"best": ("Gardeners aid", "Gardener aids xy"), "next": ("Gardener aid x", "Other")}
    catalog = catalog_with(tmp_path, careers)
    nearest = catalog.nearest_names("career", "gardener aidd")
    assert [name.id for name in nearest] == ["best", "next"]


def test_records_of_one_name_are_all_near(tmp_path):
    """Two records that are called the same are both offered."""
    careers = {"a": ("Welder", "x"), "b": ("Welders", "y")}
    nearest = catalog_with(tmp_path, careers).nearest_names("career", "wellder")
    assert sorted(name.id for name in nearest) == ["a", "b"]


def test_a_record_is_read_by_its_class(catalog):
    """The class names the kind; an id that the data name and do not have is damage."""
    assert catalog.one(Career, CAREER).id == CAREER
    assert catalog.plain("career", CAREER)["soc"] == "29-2072"
    with pytest.raises(CareerkitError, match="there is no career 'none'"):
        catalog.one(Career, "none")
    with pytest.raises(CareerkitError, match=CAREER):
        catalog.plain("program", CAREER)


def test_all_records_of_a_class_come_by_id(catalog):
    """Every record of a kind comes once, in order."""
    assert catalog.store.ids("program") == [program.id for program in catalog.all(Program)]


def test_careers_are_found_by_soc_code(catalog):
    """A SOC code leads to the ids of its careers."""
    assert CAREER in catalog.careers_of_soc("29-2072")
    assert catalog.careers_of_soc("99-9999") == []


@pytest.fixture
def beside_titles(tmp_path):
    """Compile four careers of codes of their own, with other titles in a bulk table."""
    careers = {
        "police-officer": ("33-3051", "Police officer"),
        "secretary": ("43-6014", "Secretary"),
        "registered-nurse": ("29-1141", "Registered ward nurse"),
        "vocational-nurse": ("29-2061", "Licensed vocational nurse"),
    }
    for folder in ("careers", "sources", "titles"):
        (tmp_path / folder).mkdir()
    (tmp_path / "sources" / "page.yaml").write_text(PAGE, encoding="utf-8")
    for name, (soc, title) in careers.items():
        record = CLERK.format(title, "").replace("43-4071", soc)
        (tmp_path / "careers" / f"{name}.yaml").write_text(record, encoding="utf-8")
    rows = (
        *("43-6014,Police,,alternate", "33-3051,Cop,,reported", "29-1141,Charge Nurse,,reported"),
        *("29-2061,Charge Nurse,,alternate", "29-1141,R N,RN,alternate"),
        *("29-1141,Head of Ward,,alternate", "29-1141.01,Acute Nurse,,occupation"),
    )
    table = "\n".join(("code,title,short_title,kind", *rows, ""))
    (tmp_path / "titles" / "page.csv").write_text(table, encoding="utf-8")
    compile_store([tmp_path], tmp_path / "store.sqlite")
    return Catalog(Store(tmp_path / "store.sqlite"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cop", "police-officer"),
        ("head of ward", "registered-nurse"),
        ("R.N.", "registered-nurse"),
        ("29-1141.01", "registered-nurse"),
        ("ward nurse", "registered-nurse"),
    ],
)
def test_a_title_of_the_tables_that_fits_one_career_finds_it(beside_titles, name, expected):
    """A title, initials or a detailed code lead to the one career that has them."""
    assert beside_titles.resolve("career", name) == expected


def test_a_title_of_several_careers_lists_them(beside_titles):
    """Where two careers have the title, one has to say which is meant."""
    error = failure(beside_titles, "career", "charge nurse")
    assert error.status == ExitStatus.USAGE
    assert {line.partition(" ")[0] for line in error.details} == {
        "registered-nurse",
        "vocational-nurse",
    }


def test_a_title_of_another_does_not_hide_who_is_called_so(beside_titles):
    """That somebody else is listed under a word never hides the careers that have it in a name."""
    error = failure(beside_titles, "career", "police")
    assert error.status == ExitStatus.USAGE
    assert [line.partition(" ")[0] for line in error.details] == ["police-officer", "secretary"]


def test_a_misspelled_word_is_told_with_careers_that_have_it(beside_titles):
    """Where no whole name is near, the careers with a word like it are offered."""
    error = failure(beside_titles, "career", "nusre")
    assert error.status == ExitStatus.NOT_FOUND
    assert [line.partition(" ")[0] for line in error.details] == [
        "registered-nurse",
        "vocational-nurse",
    ]


HOSTILE = {
    "empty": "",
    "blanks": " \t\n",
    "quote": "'",
    "two quotes": '"',
    "closed quotes": '"medical"',
    "injection": "x'; DROP TABLE record; --",
    "and": "AND",
    "or": "medical OR",
    "not": "NOT records",
    "near": "NEAR(medical records)",
    "star": "*",
    "beginning": "med*",
    "column": "norm:medical",
    "caret": "^medical",
    "minus": "-medical",
    "plus": "medical + records",
    "bracket": "(medical",
    "braces": "{norm} : x",
    "percent": "%",
    "underscore": "_",
    "backslash": "\\",
    "null": "\x00",
    "escape": "\x1b[31m",
    "emoji": "💡",
    "joined emoji": "👩‍⚕️ technician",
    "combining": "e\u0301\u0345",
    "right to left": "\u202egnidoc",
    "dotted i": "İ",
    "superscript": "²",
    "new script": "𞤀𞤣𞤤",
    "ideographs": "医療記録",
    "lone surrogate": "\udcff",
    "surrogate in a word": "med\udc80ical",
    "long word": "x" * 10_000,
    "many words": "a " * 5_000,
    "many other words": " ".join(map(str, range(2_500))),
    "many letters": "".join(map(chr, range(0x4E00, 0x4E00 + 10_000))),
    "long quotes": "'\"" * 5_000,
    "long code": "29-2072" * 1_500,
}


def asked_every_way(catalog, name):
    """Ask for a name in every way; only a failure that a person can act on may come."""
    for kind in KINDS:
        status, record_id = outcome(lambda kind=kind: catalog.resolve(kind, name))
        assert status in (ExitStatus.OK, ExitStatus.USAGE, ExitStatus.NOT_FOUND)
        assert (status == ExitStatus.OK) == (record_id in catalog.store.ids(kind))
    status, _ = outcome(lambda: search(catalog, name, 10))
    assert status in (ExitStatus.OK, ExitStatus.USAGE, ExitStatus.NOT_FOUND)


def outcome(call):
    """Return the status that a call ends in, and what it found."""
    try:
        return ExitStatus.OK, call()
    except CareerkitError as error:
        return error.status, None


@pytest.mark.parametrize("name", HOSTILE.values(), ids=list(HOSTILE))
def test_no_name_breaks_a_search(name, catalog):
    """Quotes, operators, odd characters and long texts are names like any other."""
    asked_every_way(catalog, name)
    assert catalog.resolve("career", CAREER) == CAREER


@given(st.text())
def test_no_text_breaks_a_search(catalog, name):
    """Whatever text is asked for, one record is found or a clear failure told."""
    asked_every_way(catalog, name)


def test_operators_are_words(catalog):
    """A word that means something to the search engine is only a word here."""
    assert (
        len(search(catalog, "medical OR welder", 9).matches),
        len(search(catalog, "technician NOT clerk", 9).matches),
    ) == (0, 0)
    assert search(catalog, "medical*", 9).matches == search(catalog, "medical", 9).matches


def test_another_name_that_is_usual_elsewhere_fits_several(whole):
    """A record's own other name does not outdo what workers of other careers are called too."""
    error = failure(whole, "career", "therapist")
    assert error.status is ExitStatus.USAGE
    assert any(line.startswith("physical-therapist ") for line in error.details)
    assert whole.resolve("career", "lpn") == "licensed-practical-nurse"


def test_part_of_another_title_is_offered_and_never_answered_with(whole):
    """Words inside a title of O*NET bring a career near, but are no name of it."""
    error = failure(whole, "career", "mail man")
    assert error.status is ExitStatus.NOT_FOUND
    assert any(line.startswith("mail-carrier ") for line in error.details)


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("credential", "RHIT", "ahima-rhit"),
        ("credential", "Registered Health Information Technician", "ahima-rhit"),
        ("issuer", "AAPC", "aapc"),
        ("accreditor", "cahiim", "cahiim"),
    ],
)
def test_a_fact_is_told_by_a_whole_name(catalog, kind, name, expected):
    """An id, a name and an abbreviation are what a client's fact may be told by."""
    assert catalog.fact(kind, name) == expected


@pytest.mark.parametrize(
    ("kind", "name", "near"),
    [
        ("credential", "social worker", "lcsw"),
        ("credential", "health information technician", "ahima-rhit"),
        ("issuer", "north american", "nate"),
    ],
)
def test_a_part_of_a_name_tells_no_fact(catalog, kind, name, near):
    """A part is refused, and the record that has it in its name is offered."""
    with pytest.raises(CareerkitError) as caught:
        catalog.fact(kind, name)
    assert caught.value.status is ExitStatus.NOT_FOUND
    assert any(str(line).startswith(f"{near}  (") for line in caught.value.details)
    assert catalog.resolve(kind, name) == near


def test_the_issuer_no_is_nobody(catalog):
    """``No`` is the beginning of a name, and no name."""
    with pytest.raises(CareerkitError):
        catalog.fact("issuer", "No")
