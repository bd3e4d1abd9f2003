"""A client's profile: what is known, what is not, and what cannot be."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from careerkit.model.client import Client, Credits, HeldCredential, Statements, Study
from careerkit.model.entries import Course, ExamPassed, Membership, Training, Work
from careerkit.yamldata.profiles import decode_profile

AS_OF = date(2026, 11, 22)
KNOWN = {
    "accreditor": ["cahiim"],
    "credential": {"ahima-rhit": 1, "ahima-cca": 2},
    "issuer": ["aapc", "ahima"],
}
EVERYTHING = Path(__file__).with_name("everything.yaml")
HIM = Study(level="associate", field="him")
CODER = Work(field="medical_coding", full_time=True)


def read(text, as_of=AS_OF):
    """Read a profile that has no problem."""
    client, problems = decode_profile(text.encode(), "p.yaml", KNOWN, as_of)
    assert problems == []
    return client


def codes(text, known=KNOWN):
    """Return where a profile is wrong, and how."""
    client, problems = decode_profile(text.encode(), "p.yaml", known, AS_OF)
    assert client is None
    return [(problem.line, problem.column, problem.code) for problem in problems]


def test_every_section_of_a_profile_is_read():
    """A profile with all sections becomes a client of whom all of that is known."""
    assert read(EVERYTHING.read_text(encoding="utf-8")) == Client(
        age=24,
        state="OH",
        education=(
            replace(HIM, accredited_by=("cahiim",), completed="2026-05-15"),
            Study(level="bachelor", field="business", status="final_term", expected="2026-12-20"),
            Study(field="phlebotomy", completed="2025-08-01"),
        ),
        credentials=(HeldCredential(id="ahima-rhit", earned="2026-08-01", active=True),),
        work=(replace(CODER, years=1, from_="2025-01-01", to="2026-01-01"),),
        training=(
            Training(subject="medical_coding", hours=80, completed="2025-03-01"),
            Training(name="aapc_practicode", completed="2026-06-01"),
        ),
        memberships=(Membership(organization="aapc"),),
        exams=(ExamPassed(id="cpa-uniform", passed="2026-02-01"),),
        procedures={"venipuncture_live": 30},
        military=(),
        credits=Credits(total=60, subjects={"chemistry": 6}),
        courses={"human_anatomy": Course(credits=4, grade="B")},
        facts=Statements(ethics_clearance=True, foreign_reciprocity=False),
    )


def test_a_credential_without_a_record_may_be_held_where_a_rule_names_it():
    """What no record tells of, yet a rule asks for, can be reported; nothing else can."""
    former = HeldCredential(id="danb-cda-former")
    assert read("credentials: [danb-cda-former]").credentials == (former,)
    assert codes("credentials: [danb-cda-formal]") == [(1, 15, "dangling")]


def test_what_is_left_out_is_unknown_and_an_empty_list_is_none():
    """A section left out is None; an empty list stays an empty list."""
    client = read("credentials: []")
    assert (client.education, client.credentials) == (None, ())
    assert client.facts.foreign_reciprocity is None


@pytest.mark.parametrize("text", ["{}", "", "\n", "# nothing yet\n", "---\n", "facts: []"])
def test_an_empty_profile_is_a_client_of_whom_nothing_is_known(text):
    """Nothing told is everything unknown; an empty list of statements tells none."""
    assert Client() == read(text)


def test_an_empty_list_is_none_in_sections_that_are_no_lists():
    """None of these: procedures, courses and college credits, as ``none`` says for a flag."""
    text = "procedures: []\ncredits: []\ncourses: []\n"
    nothing = Client(procedures={}, credits=Credits(total=0, graduate=0, subjects={}), courses={})
    assert nothing == read(text)
    assert read("procedures: {}\ncourses: {}").procedures == {}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("procedures: [venipuncture_live]", (1, 13, "type")),
        ("credits: [60]", (1, 10, "type")),
        ("facts: [cpr_current]", (1, 8, "type")),
        ("courses: []\ncourses: {physics: {credits: 4}}", (2, 1, "duplicate-key")),
        ("? []\n: []\n", (1, 3, "unknown-key")),
        ("state: []", (1, 8, "type")),
    ],
)
def test_only_an_empty_list_says_none_and_only_once(text, where):
    """What is in a list of a section that is none is reported, and so is a section given twice."""
    assert codes(text) == [where]


@pytest.mark.parametrize(
    ("text", "where", "word"),
    [
        ("education: [{field: billing_coding}]", ("education", "field"), "medical_coding"),
        ("military: [{field: billing_coding}]", ("military", "field"), "medical_coding"),
        ("work: [{field: billing_coding}]", ("work", "field"), "billing_coding"),
        ("work: [{field: other, domains: [blood banking]}]", ("work", "domains"), "blood_banking"),
        ("education: [{accredited_by: [co_a]}]", ("education", "accredited_by"), "co-a"),
        ("education: [{approved_by: [coaemsp_lor]}]", ("education", "approved_by"), "coaemsp"),
        ("credentials: [ahima_rhit]", ("credentials", "id"), "ahima-rhit"),
        ("credentials: [danb_cda_former]", ("credentials", "id"), "danb-cda-former"),
        ("exams: [cpa_uniform]", ("exams", "id"), "cpa-uniform"),
    ],
)
def test_a_word_may_have_another_name_or_spelling(text, where, word):
    """Names that published rules use, and blanks or hyphens for underscores, mean our words."""
    client, problems = decode_profile(
        text.encode(), "p.yaml", {**KNOWN, "accreditor": ["co-a", "coaemsp"]}, AS_OF
    )
    assert problems == []
    section, key = where
    (entry,) = getattr(client, section)
    assert getattr(entry, key) in (word, (word,))


def test_a_course_may_have_another_name():
    """Subjects are keys, and may be written otherwise as well; the same one twice is reported."""
    text = "courses: {principles_1: {hours: 30}, organic or biochemistry: {credits: 4}}"
    assert read(text).courses == {
        "real_estate_principles_1": Course(hours=30),
        "organic_or_biochemistry": Course(credits=4),
    }
    assert codes("credits: {subjects: {principles_1: 3, real_estate_principles_1: 3}}") == [
        (1, 39, "duplicate-key")
    ]


def test_another_name_of_a_body_needs_its_record():
    """A name for a body that is not on record is no way around the list."""
    assert codes("education: [{accredited_by: [coaemsp_lor]}]") == [(1, 30, "format")]


@pytest.mark.parametrize(
    "study",
    [
        *("completed: 2026-11-22", "completed: 2026-11", "completed: 2026", "completed: 1920"),
        *("expected: 2026-11-22", "expected: 2026-11", "expected: 2026", "expected: 2026-05-15"),
        *("status: completed", "status: completed, completed: 2026-11-22"),
        *("status: final_term", "status: final_term, expected: 2025"),
        *("status: in_progress, expected: 2030", "status: in_progress, expected: 9999"),
    ],
)
def test_dates_that_can_be_true_are_no_problem(study):
    """Today is neither future nor past, and a month or year that holds today may be either."""
    assert read(f"education: [{{level: associate, {study}}}]").education


@pytest.mark.parametrize("earned", ["2026-11-22", "2026-11", "2026", "1999-01-01", "1920"])
def test_a_credential_may_have_been_earned_by_today(earned):
    """A credential earned today, or some time this month or year, is no problem."""
    assert read(f"credentials: [{{id: ahima-rhit, earned: {earned}}}]").credentials


def test_the_day_decides_what_is_future():
    """The same profile is possible a day later."""
    text = "education: [{level: associate, completed: 2026-11-23}]"
    assert codes(text) == [(1, 43, "future")]
    assert read(text, date(2026, 11, 23))


def test_a_study_that_contradicts_itself_twice_is_reported_twice():
    """Each contradiction is reported at the key that makes it."""
    text = (
        "education:\n"
        "  - {level: associate, status: final_term, completed: 2027, expected: 2020}\n"
        "  - {level: associate, status: completed, expected: 2020-01}\n"
    )
    assert codes(text) == [
        (2, 32, "contradiction"),
        (2, 55, "future"),
        (2, 71, "contradiction"),
        (3, 53, "contradiction"),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"[", "syntax"), (b"\xff", "encoding"), (b"#" * 2_000_000, "too-large")],
)
def test_a_profile_that_is_no_yaml_is_one_problem(content, code):
    """A file that cannot be read as YAML is reported once."""
    client, problems = decode_profile(content, "p.yaml", KNOWN, AS_OF)
    assert client is None
    assert [(problem.file, problem.code) for problem in problems] == [("p.yaml", code)]


def test_a_profile_with_a_bad_value_is_not_judged_further():
    """Where a value cannot be read, only that is reported."""
    assert codes("education: [{completed: 2030}]\ncredentials: [{active: 1, id: nowhere}]") == [
        (2, 24, "type")
    ]


def test_without_known_records_every_name_dangles():
    """A name is good only if its record is there."""
    text = "education: [{accredited_by: [cahiim]}]\ncredentials: [{id: ahima-rhit}]"
    assert codes(text, {}) == [(1, 30, "dangling"), (2, 20, "dangling")]


def test_words_may_be_those_of_flags():
    """A level, a field and a state are read as on the command line."""
    client = read("education: [{level: AAS, field: Medical Records}]\nstate: Ohio\n")
    assert client == Client(education=(HIM,), state="OH")


def test_a_field_that_nobody_knows_is_kept_as_stated():
    """Of study, of work and of military training."""
    client = read(
        "education: [{level: bachelor, field: history}]\n"
        "work: [{field: Retail sales, years: 3}]\n"
        "military: [{field: 68W, weeks: 16}]\n"
    )
    fields = [entry.field for entry in (*client.education, *client.work, *client.military)]
    assert fields == ["history", "Retail sales", "68W"]


def test_a_page_is_no_field():
    """What is kept as stated is a name, not a text of any length."""
    assert codes(f"education: [{{field: {'x' * 101}}}]") == [(1, 21, "vocabulary")]
