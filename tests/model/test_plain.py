"""Records to plain values and back."""

import json
from pathlib import Path

import pytest
import yaml

from careerkit.model.client import Client, Credits, HeldCredential, Statements, Study
from careerkit.model.entries import (
    Course,
    ExamPassed,
    Membership,
    MilitaryTraining,
    Training,
    Work,
)
from careerkit.model.kinds import KINDS
from careerkit.model.plain import from_plain, to_plain
from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Counted
from careerkit.yamldata.records import find_files, read_entries

DATA = Path(__file__).resolve().parents[2] / "data"
TEXTS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@pytest.fixture(scope="module")
def entries():
    """Read every real record."""
    found, problems = read_entries(find_files(DATA, "data")[0])
    assert problems == []
    return found


@pytest.fixture(params=KINDS)
def of_kind(request, entries):
    """Choose the real records of a kind; there are some of each."""
    chosen = [entry for entry in entries if entry.kind.name == request.param]
    assert chosen
    return chosen


def test_a_record_survives_the_way_through_json_and_back(of_kind):
    """Plain values are what JSON holds, and every real record is rebuilt from them as it was."""
    for entry in of_kind:
        plain = to_plain(entry.value)
        assert plain == json.loads(json.dumps(plain)), entry.id
        assert entry.value == from_plain(entry.kind.record, plain), entry.id


def test_a_record_says_what_its_file_says(of_kind):
    """No value of a file is lost or changed: the file's own tree is part of the plain record."""
    for entry in of_kind:
        text = (DATA / entry.kind.plural / f"{entry.id}.yaml").read_text(encoding="utf-8")
        assert_part_of(yaml.load(text, Loader=TEXTS), to_plain(entry.value))  # noqa: S506 - texts only


def assert_part_of(written, plain):
    """Assert that everything written, all of it text, is found in plain values."""
    if isinstance(written, dict):
        for key, value in written.items():
            assert_part_of(value, plain[key])
    elif isinstance(written, list):
        assert len(written) == len(plain)
        for one, other in zip(written, plain, strict=True):
            assert_part_of(one, other)
    elif isinstance(plain, bool):
        assert written == str(plain).lower()
    elif isinstance(plain, int | float):
        assert float(written) == plain
    else:
        assert written == plain


@pytest.mark.parametrize(
    "client",
    [
        Client(),
        Client(education=(), credentials=()),
        Client(
            education=(Study(level="associate", accredited_by=()), Study(approved_by=("cahiim",))),
            credentials=(HeldCredential(id="ahima-rhit", active=False),),
            facts=Statements(foreign_reciprocity=False),
        ),
        Client(
            age=24,
            state="OH",
            work=(Work(field="medical_coding", years=1.5, from_="2024", domains=()),),
            training=(Training(name="aapc_practicode"),),
            memberships=(Membership(organization="ahima", class_="student"),),
            exams=(ExamPassed(id="cpa-uniform"),),
            procedures={"venipuncture_live": 30},
            military=(MilitaryTraining(field="phlebotomy", weeks=50),),
            credits=Credits(total=60, subjects={"chemistry": 6}),
            courses={"human_anatomy": Course(credits=4, grade="B")},
        ),
    ],
    ids=["unknown", "none", "known", "rare"],
)
def test_unknown_and_none_stay_apart(client):
    """What is not known of a client, and what is known to be nothing, come back as they were."""
    assert client == from_plain(Client, json.loads(json.dumps(to_plain(client))))


def test_rules_come_back_as_their_classes():
    """Groups inside groups are rebuilt, empty ones too."""
    condition = Condition(condition="holds_credential", credentials=("a",), active=True)
    rule = AllOf(
        all_of=(
            condition,
            AnyOf(any_of=(condition, AllOf(all_of=()))),
            AtLeast(at_least=Counted(n=1, of=(condition,))),
        )
    )
    assert rule == from_plain(AllOf, to_plain(rule))


def test_records_become_plain_wherever_they_stand():
    """Alone, in lists and mappings, and with the fields that were left out; scalars stay."""
    held = ExamPassed(id="a")
    plain = {"id": "a", "passed": None}
    assert to_plain(held) == plain
    assert to_plain(Client())["facts"]["foreign_reciprocity"] is None
    assert [plain, [plain]] == to_plain([held, (held,)])
    assert {"x": plain, "y": 1} == to_plain({"x": held, "y": 1})


def test_a_field_that_is_missing_takes_its_default():
    """A store of before a field was added can still be read."""
    assert HeldCredential(id="a") == from_plain(HeldCredential, {"id": "a"})


def test_a_brief_class_tells_only_what_is_not_its_default():
    """Defaults are left out of the brief classes alone, and come back."""
    condition = Condition(condition="holds_credential", credentials=("a",), stage="sit")
    rule = AllOf(all_of=(condition,))
    plain = to_plain(rule, brief=(Condition,))
    assert plain == {"all_of": [{"condition": "holds_credential", "credentials": ["a"]}]}
    assert rule == from_plain(AllOf, plain)
    assert to_plain(AllOf(all_of=()), brief=(Condition,)) == {"all_of": []}


def test_a_word_of_python_is_a_plain_key():
    """The underscore of a field's name is not told."""
    plain = to_plain(Work(field="medical_coding", from_="2024"))
    assert plain["from"] == "2024"
    assert "from_" not in plain
