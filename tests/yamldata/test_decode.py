"""A node tree to a record: good values, positions, and problems where they stand."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from careerkit.model.career import Career
from careerkit.model.client import Client
from careerkit.model.entries import Course, ExamPassed, Work
from careerkit.model.kinds import KINDS
from careerkit.model.problem import Problem
from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Counted, Rule
from careerkit.model.shape import Shape
from careerkit.yamldata.decode import MAX_DEPTH, Document, decode, described, expected
from careerkit.yamldata.nodes import parse_tree

DATA = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A record within a record."""

    name: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A record with a value of every form."""

    id: str
    text: str
    number: float | None = None
    flag: bool = False
    words: tuple[str, ...] = ()
    part: Part | None = None
    parts: tuple[Part, ...] = ()
    rule: Rule | None = None


def read(record, text, given=None):
    """Decode a text; return the record, if any, and the document with its problems."""
    root = parse_tree(text.encode(), "f.yaml")
    if isinstance(root, Problem):
        failed = Document(shown="f.yaml")
        failed.problems.append(root)
        return None, failed
    document = Document(shown="f.yaml")
    return decode(record, root, document, given), document


def codes_of(document):
    """Return where the problems of a document are, and their codes."""
    return [(problem.line, problem.column, problem.code) for problem in document.problems]


def test_a_record_is_read_whole():
    """Every form of value becomes a field of the record."""
    value, document = read(
        Whole,
        """
id: a
text: some words
number: 7.1
flag: true
words: [one, two]
part: {name: inner, count: 3}
parts:
  - name: first
  - {name: second, count: 2}
rule: {condition: degree_at_least, level: associate}
""",
    )
    expected = Whole(
        id="a",
        text="some words",
        number=7.1,
        flag=True,
        words=("one", "two"),
        part=Part(name="inner", count=3),
        parts=(Part(name="first"), Part(name="second", count=2)),
        rule=Condition(condition="degree_at_least", level="associate"),
    )
    assert (expected, []) == (value, document.problems)


def test_what_is_left_out_has_its_default():
    """Keys that need not be given take the default of the class; empty lists are lists."""
    value, _ = read(Whole, "{id: a, text: b, words: []}")
    assert Whole(id="a", text="b") == value


def test_the_order_of_keys_makes_no_difference():
    """A record is the same whichever of its keys comes first."""
    assert read(Part, "{name: a, count: 2}")[0] == read(Part, "{count: 2, name: a}")[0]


def test_a_rule_is_read_as_the_class_of_its_key():
    """The key of a mapping tells a condition from the three groups."""
    value, document = read(
        Whole,
        """
id: a
text: b
rule:
  all_of:
    - condition: degree_at_least
    - any_of: []
    - at_least: {n: 1, of: [{condition: holds_credential}]}
""",
    )
    parts = (
        Condition(condition="degree_at_least"),
        AnyOf(any_of=()),
        AtLeast(at_least=Counted(n=1, of=(Condition(condition="holds_credential"),))),
    )
    assert document.problems == []
    assert AllOf(all_of=parts) == value.rule


def test_a_mapping_is_read_by_its_words():
    """A mapping of numbers or of records is a mapping of what its values are."""
    value, document = read(
        Client, "procedures: {venipuncture_live: 30, ekg_live: 0}\ncourses: {physics: {grade: B+}}"
    )
    assert document.problems == []
    assert value.procedures == {"venipuncture_live": 30, "ekg_live": 0}
    assert value.courses == {"physics": Course(grade="B+")}
    assert read(Client, "procedures: {}")[0].procedures == {}


def test_every_mistake_in_a_mapping_is_reported_where_it_stands():
    """A wrong word, a wrong value and a word twice are reported in one pass; no key is lost."""
    text = "procedures:\n  venipunture: 1\n  ekg_live: x\n  [a]: 1\n  ekg_live: 2\n  b: ~\n"
    value, document = read(Client, text)
    assert value is None
    assert sorted(codes_of(document)) == [
        (2, 3, "vocabulary"),
        (3, 13, "type"),
        (4, 3, "type"),
        (5, 3, "duplicate-key"),
        (6, 3, "vocabulary"),
        (6, 6, "type"),
    ]


def test_a_record_may_be_given_by_one_field_alone():
    """A bare text is the record of which it is the main field, like the mapping."""
    bare, document = read(Client, "exams: [cpa-uniform, {id: ncees-fe, passed: 2025}]")
    assert document.problems == []
    assert bare.exams == (ExamPassed(id="cpa-uniform"), ExamPassed(id="ncees-fe", passed="2025"))
    _, document = read(Client, "exams: [cpa, [cpa-uniform]]\nwork: [medical_coding]")
    assert codes_of(document) == [(1, 9, "vocabulary"), (1, 14, "type"), (2, 8, "type")]


def test_a_key_that_is_a_word_of_python_is_read():
    """The keys from and class are written without an underscore."""
    value, _ = read(Client, "work: [{field: medical_coding, from: 2024}]")
    assert value.work == (Work(field="medical_coding", from_="2024"),)


def test_every_value_keeps_its_position():
    """The path of keys and indexes of a value leads to its line and column."""
    _, document = read(Whole, "id: a\ntext: b\nparts:\n  - name: c\n    count: 2\nwords: [d, e]\n")
    assert document.positions == {
        (): (1, 1),
        ("id",): (1, 5),
        ("text",): (2, 7),
        ("parts",): (4, 3),
        ("parts", 0): (4, 5),
        ("parts", 0, "name"): (4, 11),
        ("parts", 0, "count"): (5, 12),
        ("words",): (6, 8),
        ("words", 0): (6, 9),
        ("words", 1): (6, 12),
    }


def test_a_problem_without_a_position_stands_at_its_nearest_parent():
    """A path that is not in the file is reported at the part that is, or at the beginning."""
    _, document = read(Whole, "id: a\ntext: b\nparts:\n  - name: c\n")
    document.report(("parts", 0, "count"), "some-code", "one")
    document.report(("nowhere", 7), "some-code", "two")
    assert codes_of(document) == [(4, 5, "some-code"), (1, 1, "some-code")]
    unread = Document(shown="f.yaml")
    unread.report((), "some-code", "a message")
    assert [str(problem) for problem in unread.problems] == ["f.yaml:1:1: a message [some-code]"]


def test_a_given_field_need_not_be_written():
    """The file's name gives the id; the file may repeat it."""
    for text in ("text: b", "{id: a, text: b}"):
        value, document = read(Whole, text, {"id": "a"})
        assert (Whole(id="a", text="b"), []) == (value, document.problems)


@pytest.mark.parametrize(("written", "code"), [("b", "id-mismatch"), ("[a]", "type")])
def test_a_given_field_may_not_differ(written, code):
    """Another id than the file's name is one problem at the id, and so is one of another type."""
    value, document = read(Whole, f"text: b\nid: {written}", {"id": "a"})
    assert (value, codes_of(document)) == (None, [(2, 5, code)])


def test_a_given_field_that_the_class_lacks_is_left_alone():
    """A class without an id takes none."""
    value, document = read(Part, "name: b", {"id": "a"})
    assert (Part(name="b"), []) == (value, document.problems)


def test_a_given_field_holds_for_the_whole_record_alone():
    """A part of the record has no such field."""
    value, _ = read(Whole, "{text: b, part: {name: c}}", {"name": "x", "id": "a"})
    assert Part(name="c") == value.part


def test_problems_of_before_do_not_spoil_a_record():
    """What the document has told already does not make the record bad."""
    document = Document(shown="f.yaml")
    document.report((), "file-name", "odd")
    root = parse_tree(b"name: a", "f.yaml")
    assert Part(name="a") == decode(Part, root, document)


def test_every_problem_is_reported_in_one_pass():
    """A mistake does not hide the next one, in the same list or in the next key."""
    value, document = read(
        Whole,
        "text: [no]\nwords: [a, 1, NO]\nparts: [{count: x}, {nam: b}]\nflag: 1\nflag: 2\nmore: 1\n",
        {"id": "a"},
    )
    assert value is None
    assert codes_of(document) == [
        (5, 1, "duplicate-key"),
        (6, 1, "unknown-key"),
        (1, 7, "type"),
        (2, 12, "unquoted"),
        (2, 15, "unquoted"),
        (3, 17, "type"),
        (3, 9, "missing-key"),
        (3, 22, "unknown-key"),
        (3, 21, "missing-key"),
        (4, 7, "type"),
    ]


BILLIONS = [f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
ALIASES = {
    "list": "words: &a [x]\ntext: y\nparts: *a\n",
    "mapping": "part: &a {name: x}\ntext: y\nparts: [*a]\n",
    "text": "text: &a y\nwords: [*a]\n",
    "item": "text: y\nwords: [&a x, *a]\n",
    "list in itself": "&a [*a]",
    "record in itself": "&a {text: *a}",
    "part in itself": "{text: y, part: &a {x: *a}}",
    "billions of values": "text: y\nwords:\n" + "\n".join(["- &a0 [x]", *BILLIONS]),
}


@pytest.mark.parametrize("form", ALIASES)
def test_an_alias_is_a_problem(form):
    """A value that stands for another is refused, of whatever form, and never unfolded."""
    value, document = read(Whole, ALIASES[form], {"id": "a"})
    assert (value, [problem.code for problem in document.problems]) == (None, ["alias"])


@pytest.mark.parametrize("written", ["!!binary aGk=", "!secret words", "!!int '5'"])
def test_a_tag_is_a_problem(written):
    """A value with a tag of its own is refused: it would say something that nobody reads."""
    value, document = read(Part, f"name: {written}")
    assert (value, [problem.line for problem in document.problems]) == (None, [1])


def nested(depth):
    """Return a rule with a condition inside ``depth`` groups."""
    return "{all_of: [" * depth + "{condition: x}" + "]}" * depth


@pytest.mark.parametrize(("levels", "codes"), [(0, []), (1, ["too-deep"]), (5_000, ["too-deep"])])
def test_rules_may_nest_as_deep_as_the_limit(levels, codes):
    """A rule within the limit is read; one that goes beyond, however far, is one problem."""
    rule = nested((MAX_DEPTH - 2) // 2 + levels)
    value, document = read(Whole, f"text: a\nrule: {rule}", {"id": "a"})
    assert [problem.code for problem in document.problems] == codes
    assert (value is None) == bool(codes)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("{a: b}", "a mapping"),
        ("[a]", "a list"),
        ("~", "nothing"),
        ("", "nothing"),
        ("word", "'word'"),
        ("'null'", "'null'"),
    ],
)
def test_messages_say_what_a_value_is(written, name):
    """A value is named by its form, or by its text."""
    root = parse_tree(f"a: {written}".encode(), "f.yaml")
    assert described(root.value[0][1]) == name


@pytest.mark.parametrize(
    ("scalar", "name"),
    [(str, "text"), (int, "a whole number"), (float, "a number"), (bool, "true or false")],
)
def test_messages_say_what_is_expected(scalar, name):
    """A plain type is named in English."""
    assert expected(Shape(form="scalar", scalar=scalar)) == name


def holds(record, text):
    """Claim: a text is a record or has problems, each at a position in it."""
    root = parse_tree(text.encode(), "f.yaml")
    if isinstance(root, Problem):
        assert root.line >= 1
        return
    document = Document(shown="f.yaml")
    value = decode(record, root, document, {"id": "a"})
    assert (value is None) == bool(document.problems)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in document.problems)


KEYS = [*Career.__dataclass_fields__, "id", "level", "source", "all_of", "condition", "education"]
ODD = "NO|51.0710|2026-02-30|2026-13|~|null|''|.inf|-1|1e9|*a|&a x"
quoted = st.text(max_size=8).map(lambda text: yaml.safe_dump(text, default_style='"').strip())
scalars = st.sampled_from(ODD.split("|")) | quoted
flows = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(st.tuples(st.sampled_from(KEYS), inner), max_size=5).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        )
    ),
    max_leaves=12,
)
records = st.sampled_from([*(kind.record for kind in KINDS.values()), Client, Whole])


@given(records, st.text())
def test_any_text_is_a_record_or_has_problems(record, text):
    """Decoding never raises, whatever the text is."""
    holds(record, text)


@given(records, flows)
def test_any_yaml_is_a_record_or_has_problems(record, text):
    """Decoding never raises on YAML with keys and values of records in wrong places."""
    holds(record, text)


@given(st.data())
def test_any_damage_to_a_real_record_gives_a_record_or_problems(data):
    """A real record with a piece cut out and another put in never raises."""
    kind = data.draw(st.sampled_from(list(KINDS.values())))
    text = next((DATA / kind.plural).glob("*.yaml")).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    holds(kind.record, text[:start] + data.draw(st.text(max_size=8) | flows) + text[end:])
