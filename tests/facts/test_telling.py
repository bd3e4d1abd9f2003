"""Answers of an interview to the values of facts."""

import pytest

from careerkit.errors import CareerkitError, ExitStatus, not_found
from careerkit.facts.telling import parse_answer
from careerkit.model.client import HeldCredential, Study
from careerkit.model.entries import Course, Membership, Work

RECORDS = {("credential", "rhit"): "ahima-rhit", ("issuer", "aapc"): "aapc"}


def resolve(kind, name):
    """Find a record by name, as a catalog does."""
    if kind == "accreditor" and name in ("cahiim", "abet"):
        return name
    if (kind, name) not in RECORDS:
        raise not_found(f"there is no {kind} '{name}'")
    return RECORDS[kind, name]


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        (("age",), "24", 24),
        (("state",), "ohio", "OH"),
        (("facts", "cpr_current"), "yes", True),
        (("facts", "cpr_current"), "no", False),
        (("facts", "exam_attempts"), "2", 2),
        (("facts", "ce_hours"), "20h", 20),
        (("facts", "legal_status"), "green card", "permanent_resident"),
        (("credits", "total"), "60", 60),
        (("credits", "graduate"), "none", 0),
        (("education",), "aas", Study(level="associate")),
        (("education",), "bs,country=CA", Study(level="bachelor", country="CA")),
        (("education", 1), "degree=aas,field=him", Study(level="associate", field="him")),
        (("education",), "field=phlebotomy", Study(level="unknown", field="phlebotomy")),
        (("credentials",), "rhit,active", HeldCredential(id="ahima-rhit", active=True)),
        (("credentials",), "none", ()),
        (("work",), "coding:2y", Work(field="medical_coding", years=2)),
        (("memberships", 1), "aapc", Membership(organization="aapc")),
        (("procedures",), "venipuncture=30", ("venipuncture_live", 30)),
        (("procedures",), "none", ()),
        (("courses",), "anatomy=4,grade=B", ("human_anatomy", Course(credits=4, grade="B"))),
        (("education", 0, "field"), "health information", {"field": "him"}),
        (("education", 0, "accredited_by"), "none", {"accredited_by": ()}),
        (("education", 0, "approved_by"), "cahiim, abet", {"approved_by": ("cahiim", "abet")}),
        (("education", 0, "completed"), "2024-05", {"completed": "2024-05"}),
        (("education", 0, "completed"), "yes", {"status": "completed"}),
        (("education", 0, "completed"), "in progress", {"status": "in_progress"}),
        (("education", 0, "hours"), "720h", {"hours": 720}),
        (("credentials", 0, "active"), "no", {"active": False}),
        (("memberships", 0, "class"), "student", {"class_": "student"}),
        (("courses", "chemistry", "grade"), "b+", {"grade": "B+"}),
        (("work", 0, "months"), "18m", {"months": 18}),
        (("work", 0, "months"), "1950h", {"hours": 1950}),
        (("work", 0, "months"), "2024-01 to 2026", {"from_": "2024-01", "to": "2026"}),
        (("work", 0, "months"), "2024", {"from_": "2024"}),
        (("work", 0, "from"), "2024-01 to 2026-01", {"from_": "2024-01", "to": "2026-01"}),
        (("work", 0, "from"), "2024-01 - 2026", {"from_": "2024-01", "to": "2026"}),
        (("work", 0, "from"), "2024-01 to now", {"from_": "2024-01"}),
        (("work", 0, "from"), "2024-01", {"from_": "2024-01"}),
        (("work", 0, "domains"), "none", {"domains": ()}),
    ],
)
def test_what_is_said_is_read(path, text, value):
    """An answer is taken in the words that flags take, as the fact that was asked for."""
    assert parse_answer(path, text, resolve) == value


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        (("age",), "old", "'old' is not a whole number of years"),
        (("age",), "240", "an age is at most 120, not 240"),
        (("facts", "cpr_current"), "maybe", "'maybe' is neither yes nor no"),
        (("facts", "legal_status"), "", "'legal_status' needs a value, such as legal_status=VALUE"),
        (("credits", "total"), "many", "'many' is not a number"),
        (("education",), "degre=aas", "there is no 'degre'; did you mean 'degree'?"),
        (("education", 0, "completed"), "2024-13", "'2024-13' is not a date; write 2026-05-15"),
        (("education", 0, "completed"), "soon", "'soon' is not a status of study"),
        (("work",), "coding:long", "'long' is not a length of work; write 2y, 18m or 1950h"),
        (("work", 0, "from"), "2024 to then", "'then' is not a date"),
        (("memberships",), "nobody", "there is no issuer 'nobody'"),
    ],
)
def test_a_mistake_is_told_as_that_of_a_flag_without_its_name(path, text, message):
    """What cannot be read says what would do, in one line that names no flag."""
    with pytest.raises(CareerkitError) as raised:
        parse_answer(path, text, resolve)
    assert raised.value.message.startswith(message)
    assert raised.value.status in (ExitStatus.USAGE, ExitStatus.NOT_FOUND)


def test_who_accredits_the_college_is_told_apart():
    """The hint that a flag gives comes along."""
    with pytest.raises(CareerkitError) as raised:
        parse_answer(("education", 0, "accredited_by"), "abhes", resolve)
    assert "not the college" in raised.value.details[0]
