"""What one record cannot show alone: references, repetitions, order, rules."""

import pytest

from careerkit.model.kinds import KINDS
from careerkit.model.rule import Condition
from careerkit.yamldata.checks import check_entries, find_dangling
from careerkit.yamldata.decode import Document, decode
from careerkit.yamldata.nodes import parse_tree
from careerkit.yamldata.records import Entry

KNOWN = {
    "career": {"clerk"},
    "credential": {"rhit", "cca"},
    "program": {"hit"},
    "issuer": {"ahima"},
    "accreditor": {"cahiim"},
    "source": {"s", "t"},
}
CAREER = """
title: Clerk
soc: 29-2072
group: health-information
summary: Keeps records.
sources: [s]
requirements: {}
"""
CREDENTIAL = """
name: Certificate
abbreviation: C
issuer: ahima
kind: certification
careers: [29-2072]
url: https://example.org
confidence: confirmed
sources: [s]
routes:
  - id: only
    label: The only one
    confidence: confirmed
    sources: [s]
    requires:
"""
EXAM = "{name: C, questions: 9, scored_questions: 9, confidence: reported}"
PROGRAM = """
title: Records
scope: field
cip: "51.0707"
field: him
sources: [s]
"""
LEVEL = "title: Master's\nrequires: bachelor\nconfidence: confirmed\nsources: [s]\n"


def entry_of(kind, text):
    """Decode a record that has no problem of its own."""
    root = parse_tree(text.lstrip().encode(), "f.yaml")
    document = Document(shown="f.yaml")
    value = decode(KINDS[kind].record, root, document, {"id": "x"})
    assert document.problems == []
    return Entry(kind=KINDS[kind], id="x", value=value, document=document)


def found(kind, text, known=KNOWN):
    """Return the problems that the checks find in a record: line, column and code."""
    problems = check_entries([entry_of(kind, text)], known)
    return [(problem.line, problem.column, problem.code) for problem in problems]


def found_in_rule(rule):
    """Return the codes of the problems of a rule, which begins on line 14."""
    return [code for _, _, code in found("credential", CREDENTIAL + f"      {rule}\n")]


VINTAGE = "base_year: 2024, horizon_year: 2034"
OHIO = "period: 2025, area: Ohio, area_type: state, mean: 2"
SOUND = {
    "a career": ("career", CAREER),
    "references that lead somewhere": (
        "career",
        CAREER + "programs: [hit]\ncredentials: [{id: rhit, relation: optional, source: s}]\n",
    ),
    "a text in two lists": ("career", CAREER + "aka: [a]\nduties: [a]\n"),
    "a vintage of two sources": (
        "career",
        f"{CAREER}outlook: [{{source: s, {VINTAGE}}}, {{source: t, {VINTAGE}}}]\n",
    ),
    "a period of two sources": (
        "career",
        CAREER + "wages: [{source: s, period: 2024, mean: 1}, {source: t, period: 2024, mean: 1}]",
    ),
    "a credential": ("credential", CREDENTIAL + "      all_of: []\n"),
    "an exam": ("credential", f"exam: {EXAM}{CREDENTIAL}      all_of: []\n"),
    "a program": ("program", PROGRAM + "awards: []\n"),
    "where a program leads": (
        "program",
        PROGRAM + "awards: []\nleads_to: {careers: [clerk], credentials: [cca]}\n",
    ),
    "a sourced length, and entry to a level that is offered": (
        "program",
        PROGRAM + "awards: [{level: master, months: 12, source: s, months_source: t}]\n"
        "entry: [{levels: [master], requires: bachelor, confidence: reported, source: s}]\n",
    ),
    "a level": ("level", LEVEL),
    "a level with a sourced length": ("level", f"{LEVEL}months: 12\nmonths_source: t\n"),
    "an issuer": ("issuer", "{name: A, abbreviation: A, url: 'https://a', sources: [t]}"),
    "a level that is accredited in two fields": (
        "accreditor",
        (
            "name: A\nabbreviation: A\nurl: https://a.org\nconfidence: confirmed\nsources: [s]\n"
            "accredits: [{field: him, levels: [master]}, {field: business, levels: [master]}]\n"
        ),
    ),
    "a source": (
        "source",
        "{title: A, publisher: B, kind: mirror, retrieved: 2026, superseded_by: t}",
    ),
    "a source of the day it was read": (
        "source",
        "{title: A, publisher: B, kind: mirror, published: 2026, retrieved: 2026-05-15}",
    ),
}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_record_has_no_problem(name):
    """References that lead somewhere pass, and what looks like a repetition and is none."""
    assert found(*SOUND[name]) == []


def test_a_length_of_study_names_its_source():
    """The months of a level say where they come from."""
    assert found("level", f"{LEVEL}months: 12\n") == [(5, 9, "no-source")]


def test_problems_of_several_records_are_all_reported():
    """Every record is checked, and only what the checks found is returned."""
    first = entry_of("career", CAREER + "programs: [gone]\n")
    second = entry_of("source", "{title: A, publisher: B, kind: mirror, retrieved: 2026}")
    third = entry_of("career", CAREER + "aka: [a, a]\n")
    first.document.report((), "before", "reported before")
    problems = check_entries(iter([first, second, third]), KNOWN)
    assert [problem.code for problem in problems] == ["dangling", "repeated"]


def test_a_kind_that_nobody_knows_has_no_records():
    """A reference to a kind without any id dangles."""
    assert found("career", CAREER + "programs: [hit]\n", {"source": ["s"]}) == [(7, 12, "dangling")]


def test_a_single_value_can_be_searched_for_dangling_names():
    """References are found in any record, with the path that leads to them."""
    condition = Condition(condition="x", accreditors=("cahiim", "gone"), organization="nobody")
    paths = [path for path, _, _ in find_dangling(condition, KNOWN)]
    assert paths == [("accreditors", 1), ("organization",)]


@pytest.mark.parametrize(
    "rule",
    [
        "all_of: []",
        "condition: enrolled_final_term",
        "{condition: degree_at_least, level: associate, stage: license}",
        "all_of: [{condition: degree_at_least, level: associate, stage: award}]",
        "any_of: [{condition: degree_at_least, level: associate}, {all_of: []}]",
        "at_least: {n: 1, of: [{condition: holds_credential, credentials: [cca], active: true}]}",
        "all_of: [{any_of: [{all_of: []}, {condition: enrolled_final_term, field: him}]}]",
        "{condition: foreign_reciprocity, organization: ahima, field: him, confidence: reported}",
        "{condition: program_approved_by, accreditors: [cahiim], level: none, level_match: exact}",
        "all_of: [{all_of: []}, {condition: enrolled_final_term, stage: award}]",
        (
            "all_of: [{all_of: []}, {any_of: [{condition: enrolled_final_term, stage: award}, "
            "{condition: holds_credential, credentials: [rhit], stage: award}]}]"
        ),
        "{condition: enrolled_final_term, stage: license}",
    ],
)
def test_a_sound_rule_has_no_problem(rule):
    """Conditions with their parameters pass, and outermost parts that wait for a later stage."""
    assert found_in_rule(rule) == []


@pytest.mark.parametrize(
    ("rule", "codes"),
    [
        ("any_of: [{any_of: [{all_of: []}]}, {all_of: []}]", ["any-of"]),
        ("at_least: {n: 1, of: []}", ["at-least"]),
        (
            "at_least: {n: 1, of: [{all_of: []}, {condition: x, stage: award}]}",
            ["unknown-condition", "stage"],
        ),
        ("any_of: [{condition: x}]", ["any-of", "unknown-condition"]),
        ("condition: program_accredited_by", ["missing-key"]),
        ("{condition: holds_credential, field: him}", ["unknown-key", "missing-key"]),
        ("all_of: [{any_of: [{all_of: []}]}]", ["any-of"]),
    ],
)
def test_every_mistake_of_a_rule_is_reported(rule, codes):
    """Mistakes inside alternatives are found, and one does not hide the next."""
    assert sorted(codes) == sorted(found_in_rule(rule))


@pytest.mark.parametrize(
    "rule",
    [
        "any_of: [{all_of: []}, {condition: enrolled_final_term, stage: award}]",
        "all_of: [{any_of: [{all_of: []}, {condition: enrolled_final_term, stage: license}]}]",
        "all_of: [{all_of: [{all_of: []}, {condition: enrolled_final_term, stage: award}]}]",
        "at_least: {n: 1, of: [{all_of: []}, {condition: enrolled_final_term, stage: award}]}",
    ],
)
def test_a_later_stage_is_shared_by_a_whole_group(rule):
    """Inside a group, a stage that is later than that of another part is refused."""
    assert found_in_rule(rule) == ["stage"]


@pytest.mark.parametrize("confidence", ["confirmed", "reported"])
def test_a_route_that_is_known_names_its_sources(confidence):
    """Only an unverified route may come without a source."""
    text = CREDENTIAL.replace("    sources: [s]\n", "") + "      all_of: []\n"
    known = text.replace("    confidence: confirmed", f"    confidence: {confidence}")
    assert found("credential", known) == [(12, 17, "no-source")]
    unverified = text.replace("    confidence: confirmed", "    confidence: unverified")
    assert found("credential", unverified) == []


@pytest.mark.parametrize(
    ("begins", "ends", "codes"),
    [
        ("2022-01-01", "2022-01-01", []),
        ("2022-01-02", "2022-01-01", ["order"]),
        ("2022-06", "2022", []),
        ("2022", "2022-01", []),
        ("2022", "2021-12", ["order"]),
        ("2022", None, []),
        (None, "2022", []),
    ],
)
def test_a_route_ends_no_earlier_than_it_begins(begins, ends, codes):
    """A route may last a day; a month or year is taken as long as it can mean."""
    lines = [
        f"    {key}: {day}\n" for key, day in (("valid_from", begins), ("valid_until", ends)) if day
    ]
    text = CREDENTIAL.replace("    requires:\n", "".join(lines) + "    requires:\n")
    assert codes == [code for *_, code in found("credential", text + "      all_of: []\n")]


@pytest.mark.parametrize(
    ("key", "rows", "codes"),
    [
        ("wages", ["period: 2025, p10: 1, p25: 2, median: 3, p75: 4, p90: 5"], []),
        ("wages", ["period: 2025, p10: 1, p25: 1, median: 1, p75: 1, p90: 1"], []),
        ("wages", ["period: 2025, p10: 1, p90: 2"], []),
        ("wages", ["period: 2025, mean: 1, median: 2"], []),
        ("wages", ["period: 2025, p75: 9, p90: 8, at_least: [p90]"], []),
        ("wages", ["period: 2025"], []),
        ("wages", ["period: 2025, p10: 5, p25: 4, median: 4, p75: 9, p90: 8"], ["order"] * 2),
        ("wages", ["period: 2024, mean: 1", "period: 2025, mean: 1"], []),
        ("wages", ["period: 2025, mean: 41600", "period: 2025, unit: hour, mean: 20"], []),
        ("wages", ["period: 2025, mean: 1", OHIO], []),
        ("wages", ["period: 2025, mean: 1", OHIO, OHIO], ["repeated"]),
        ("outlook", ["base_year: 2014, horizon_year: 2024", VINTAGE], []),
        ("outlook", ["base_year: 2024, horizon_year: 2029", VINTAGE], []),
        ("outlook", [VINTAGE] * 3, ["repeated", "repeated"]),
        ("outlook", ["base_year: 2034, horizon_year: 2024"], ["order"]),
    ],
)
def test_figures_are_in_order_and_given_once(key, rows, codes):
    """Percentiles rise (gaps and the mean aside), horizons lie ahead, no row is given twice.

    Another period, unit, area or horizon is another row.
    """
    lines = "".join(f"  - {{source: s, {row}}}\n" for row in rows)
    assert codes == [code for *_, code in found("career", CAREER + f"{key}:\n{lines}")]


def test_every_entry_level_without_award_is_reported():
    """Each level that the program does not offer is reported where it stands."""
    text = PROGRAM + (
        "awards: []\n"
        "entry: [{levels: [master, bachelor], requires: none, confidence: reported, source: s}]\n"
    )
    assert found("program", text) == [(7, 19, "no-award"), (7, 27, "no-award")]


def test_a_text_given_three_times_is_reported_twice():
    """Every repetition is reported, not the first appearance."""
    assert found("career", CAREER + "aka: [a, a, a]\n") == [
        (7, 10, "repeated"),
        (7, 13, "repeated"),
    ]
