"""Compact texts of flags to the sections of a client."""

import dataclasses

import pytest

from careerkit.errors import CareerkitError, ExitStatus, not_found
from careerkit.facts import FACTS, client_from_texts
from careerkit.model.client import Client, Credits, HeldCredential, Statements
from careerkit.model.entries import (
    Course,
    ExamPassed,
    Membership,
    MilitaryTraining,
    Training,
    Work,
)

RECORDS = {("credential", "rhit"): "ahima-rhit", ("issuer", "aapc"): "aapc"}
SAID = {
    "age": "24",
    "state": "Ohio",
    "degree": "aas",
    "holds": ["rhit"],
    "work": ["medical_coding:2y"],
    "training": ["medical_coding:80h"],
    "member": ["aapc"],
    "exam": ["cpa-uniform"],
    "procedure": ["venipuncture_live=30"],
    "military": ["phlebotomy"],
    "credits": ["60"],
    "course": ["human_anatomy=4"],
    "fact": ["cpr_current"],
}

LISTED = [f for f in FACTS if f.listed and f.flag and f.section not in {"education", "facts"}]


def resolve(kind, name):
    """Find a record by name, as a catalog does."""
    found = RECORDS.get((kind, name.strip().lower()))
    if found is None:
        raise not_found(f"there is no {kind} '{name}'")
    return found


def told(**texts):
    """Return the client that flags describe."""
    return client_from_texts(texts, [], resolve)


def mistake(flag, *texts):
    """Return the message that the texts of a flag end in, without the flag before it."""
    with pytest.raises(CareerkitError) as caught:
        told(**{flag: list(texts)})
    start = f"--{flag}: "
    assert caught.value.message.startswith(start)
    assert "\n" not in caught.value.message
    return caught.value.message.removeprefix(start)


def test_every_section_has_a_text_of_its_own():
    """Each flag tells of its own section and of no other."""
    sections = {field.name for field in dataclasses.fields(Client)}
    seen = set()
    for name, text in SAID.items():
        client = told(**{name: text})
        known = {s for s in sections if getattr(client, s) != getattr(Client(), s)}
        assert known == {next(fact.section for fact in FACTS if fact.name == name)}
        seen |= known
    assert seen == sections


@pytest.mark.parametrize("fact", LISTED, ids=lambda fact: fact.flag)
def test_none_is_known_to_be_none(fact):
    """None says that a list is empty, and contradicts whatever stands beside it."""
    empty = {"procedures": {}, "courses": {}, "credits": Credits(total=0, graduate=0, subjects={})}
    client = told(**{fact.name: ["None"]})
    assert getattr(client, fact.section) == empty.get(fact.section, ())
    assert mistake(fact.name, "none", "x") == "'none' contradicts the others"


def test_work_is_told_in_one_text():
    """Its field, its length, and whatever else is known of it."""
    assert told(
        work=[
            "medical_coding:2y",
            "Phlebotomy: 1950 hrs",
            "medical_coding",
            "coding:18m, from=2024-01, to=2025-07, full_time, paid, supervised=no",
            "information_security,years=5,domains=asset_security+security_operations,current",
        ]
    ).work == (
        Work(field="medical_coding", years=2),
        Work(field="phlebotomy", hours=1950),
        Work(field="medical_coding"),
        Work(
            field="medical_coding",
            months=18,
            from_="2024-01",
            to="2025-07",
            full_time=True,
            paid=True,
            supervised=False,
        ),
        Work(
            field="information_security",
            years=5,
            domains=("asset_security", "security_operations"),
            current=True,
        ),
    )


def test_two_like_periods_of_work_are_two_and_a_credential_twice_is_one():
    """Work may be told again; what one has, one has."""
    assert len(told(work=["medical_coding:1y"] * 2).work) == 2
    assert told(holds=["rhit", "RHIT"]).credentials == (HeldCredential(id="ahima-rhit"),)
    assert told(exam=["cpa-uniform", "cpa"]).exams == (ExamPassed(id="cpa-uniform"),)


def test_other_sections_are_told_in_their_texts():
    """Subjects and names, dates, weeks and counts stand where one would say them."""
    client = told(
        holds=["rhit,active,earned=2024-05", "csrt-rrt"],
        training=["medical_coding:80h,completed=2025-03", "phlebotomy:40", "practicode"],
        member=["aapc", "AAPC"],
        exam=["spi:2026-02-01"],
        procedure=["venipuncture_live=30", "finger stick:10"],
        military=["phlebotomy:50w,completed=2024"],
        credits=["60", "graduate=12", "chemistry=6", "biology:8.5"],
        course=["human_anatomy=4,grade=b", "physics,hours=30"],
    )
    assert client == Client(
        credentials=(
            HeldCredential(id="ahima-rhit", active=True, earned="2024-05"),
            HeldCredential(id="csrt-rrt"),
        ),
        training=(
            Training(subject="medical_coding", hours=80, completed="2025-03"),
            Training(subject="phlebotomy", hours=40),
            Training(name="aapc_practicode"),
        ),
        memberships=(Membership(organization="aapc"),),
        exams=(ExamPassed(id="ardms-spi", passed="2026-02-01"),),
        procedures={"venipuncture_live": 30, "capillary_or_finger_stick_live": 10},
        military=(MilitaryTraining(field="phlebotomy", weeks=50, completed="2024"),),
        credits=Credits(total=60, graduate=12, subjects={"chemistry": 6, "biology": 8.5}),
        courses={"human_anatomy": Course(credits=4, grade="B"), "physics": Course(hours=30)},
    )


def test_credits_of_no_subject_leave_subjects_unknown():
    """A total says nothing of chemistry."""
    assert told(credits=["60"]).credits == Credits(total=60)
    assert told(credits=["chemistry=6"]).credits == Credits(subjects={"chemistry": 6})


def test_statements_are_named_by_fact_or_by_their_own_flag():
    """A name alone says yes; numbers and words are given after an equals sign."""
    named = ["cpr-current", "sponsor=no", "exam_attempts=2", "legal_status=citizen", "ce_hours=30h"]
    client = told(fact=named, foreign_reciprocity="no")
    assert client.facts == Statements(
        cpr_current=True,
        sponsor=False,
        exam_attempts=2,
        legal_status="us_citizen",
        ce_hours=30,
        foreign_reciprocity=False,
    )
    assert told(fact=["foreign_reciprocity"]).facts == Statements(foreign_reciprocity=True)


@pytest.mark.parametrize(
    ("flag", "text", "says"),
    [
        ("work", "no:2y", "'no' is not a field of work"),
        ("work", "medical_coding:2", "'2' is not a length of work"),
        ("work", "medical_coding:2y,years=3", "'years' is given twice"),
        ("work", "medical_coding,paid,paid", "'paid' is given twice"),
        ("work", "medical_coding,from", "'from' is not key=value"),
        ("work", "medical_coding,form=2024", "did you mean 'from'?"),
        ("work", "medical_coding,from_=2024", "did you mean 'from'?"),
        ("work", "medical_coding,,paid", "there is no ''"),
        ("work", "", "is not a field of work"),
        ("training", "medical_codin:80h", "is not a subject of training"),
        ("training", "medical_coding:80w", "'80w' is not a number of hours"),
        ("member", "nobody", "there is no issuer 'nobody'"),
        ("exam", "cpa-uniform:soon", "'soon' is not a date"),
        ("procedure", "venipuncture_live", "does not say how many"),
        ("procedure", "venipuncture_live=few", "'few' is not a whole number"),
        ("procedure", "venipuncture_live=3,x=1", "does not say how many"),
        ("military", "phlebotomy:50m", "'50m' is not a number of weeks"),
        ("credits", "chemistry", "'chemistry' is not a number"),
        ("credits", "chemistr=6", "did you mean 'chemistry'?"),
        ("course", "human_anatomy=4,grade=Z", "is not a grade"),
        ("fact", "cpr_curent", "did you mean 'cpr_current'?"),
        ("fact", "exam_attempts", "'exam_attempts' needs a value"),
        ("fact", "exam_attempts=two", "exam_attempts: 'two' is not a whole number"),
        ("fact", "age=24", "there is no 'age'"),
    ],
)
def test_a_compact_text_that_cannot_be_read_is_told(flag, text, says):
    """A mistake names its flag, its text and what would do."""
    assert says in mistake(flag, text)


@pytest.mark.parametrize(
    ("flag", "texts", "twice"),
    [
        ("procedure", ("ekg_live=1", "ekg=2"), "ekg_live"),
        ("credits", ("60", "total=61"), "total"),
        ("course", ("physics=4", "physics=5"), "physics"),
        ("fact", ("sponsor=yes", "sponsor=no"), "sponsor"),
    ],
)
def test_what_has_one_value_is_given_once(flag, texts, twice):
    """A count or a statement given twice is a mistake, not a choice."""
    assert mistake(flag, *texts) == f"'{twice}' is given twice"


def test_a_statement_by_flag_and_by_fact_is_given_twice():
    """The flag of a statement and --fact are one thing."""
    with pytest.raises(CareerkitError, match="'foreign_reciprocity' is given twice") as caught:
        told(foreign_reciprocity="yes", fact=["foreign_reciprocity=no"])
    assert caught.value.status is ExitStatus.USAGE


@pytest.mark.parametrize("name", [name for name, text in SAID.items() if isinstance(text, list)])
def test_one_text_is_a_list_of_one(name):
    """A fact that may be given again may be given as one text, as a table's cell does."""
    assert told(**{name: SAID[name][0]}) == told(**{name: SAID[name]})
