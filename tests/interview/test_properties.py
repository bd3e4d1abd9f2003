"""What holds of every interview, whatever the credentials and the person (found by Hypothesis).

The rules and the persons are those of the properties of verdicts.
"""

import dataclasses
import importlib.util
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from careerkit.answers.eligibility import Verdict
from careerkit.interview import Interview, answered, closed, next_question, unsettled
from careerkit.model.client import Client, Study
from careerkit.model.shape import attribute_of
from careerkit.rules.registry import CONDITIONS
from careerkit.rules.result import Case
from careerkit.rules.three_valued import Truth

_SPEC = importlib.util.spec_from_file_location(
    "verdict_properties", Path(__file__).parents[1] / "rules" / "test_properties.py"
)
VERDICTS = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(VERDICTS)
HEADS = {
    "credentials": ("id",),
    "work": ("field",),
    "training": ("subject", "name"),
    "memberships": ("organization",),
    "exams": ("id",),
    "military": ("field",),
}
ENDS = ("status", "completed", "expected")
MOST = 600


def first_told(section, entry):
    """Return an entry as it is first told: what it is; of schooling, everything."""
    if section == "education":
        if entry.level in VERDICTS.SCHOOLING:
            return entry
        return Study(level=entry.level, country=entry.country)
    return type(entry)(**{name: getattr(entry, name) for name in HEADS[section]})


def entries_of(person, section):
    """Return the entries of a section, each by what it is where that tells them apart."""
    told = getattr(person, section)
    if section in ("procedures", "courses"):
        return list(told.items())
    heads = [first_told(section, entry) for entry in told]
    repeats = section in ("education", "work", "training", "military")
    return heads if repeats or len(set(heads)) == len(heads) else list(told)


def reply(person, path):
    """Return what the person says to the question for a path."""
    section, *rest = path
    if rest[1:]:
        told = getattr(person, section)
        return changes(told[rest[0]], rest[1])
    if section in ("facts", "credits"):
        return getattr(getattr(person, section), rest[0])
    if section in ("age", "state"):
        return getattr(person, section)
    place = rest[0] if rest else 0
    told = entries_of(person, section)
    if rest:
        return told[place] if told[place:] else None
    return told[0] if told else ()


def changes(entry, key):
    """Return what the person says to a question on an entry."""
    dates = {"from_": "from_", "to": "to"}
    if key == "months":
        named = next((n for n in ("hours", "months") if getattr(entry, n) is not None), None)
        return {named: getattr(entry, named)} if named else {n: getattr(entry, n) for n in dates}
    if key == "from":
        return {name: getattr(entry, name) for name in dates}
    if key in ("completed", "status"):
        return {"completed": entry.completed} if entry.completed else {"status": entry.status}
    name = attribute_of(key)
    value = getattr(entry, name)
    return None if value is None else {name: value}


def begun(credentials, as_of, stage, client=None):
    """Return an interview in which nothing was asked yet."""
    case = Case(client=client or Client(), as_of=as_of, reference=VERDICTS.REFERENCE)
    return Interview(credentials=tuple(credentials), case=case, stage=stage)


def verdicts(interview):
    """Return the verdicts so far."""
    case = closed(interview).case
    return [
        VERDICTS.verdict_of(each, case.client, case.as_of, interview.stage).verdict
        for each in interview.credentials
    ]


@st.composite
def persons(draw):
    """Draw a day and a person; of the credentials several may be asked about."""
    as_of = draw(VERDICTS.asked_days)
    return as_of, draw(VERDICTS.whole_clients(as_of))


@given(
    st.lists(VERDICTS.credentials, min_size=1, max_size=3), persons(), VERDICTS.stages, st.data()
)
def test_an_interview_settles_and_never_overturns(credentials, told, stage, data):
    """Interviews end; what was settled stays; every question is read by what is open.

    Answered or not, no verdict differs from that on the whole person; with every question answered,
    none is left open that the whole person settles.
    """
    as_of, person = told
    interview = begun(credentials, as_of, stage)
    silent = data.draw(st.booleans())
    before, steps = verdicts(interview), 0
    while question := next_question(interview):
        steps += 1
        assert steps < MOST
        assert question.wants
        for want in question.wants:
            kind = CONDITIONS[want.condition.condition]
            reads = question.fact.key in kind.facts or question.path == ("education",)
            assert reads or question.again
            assert kind.evaluate(want.condition, interview.case).verdict is Truth.UNKNOWN
        value = reply(person, question.path)
        if silent and question.path[-1] not in ENDS and not question.again:
            value = data.draw(st.sampled_from([value, None]))
        interview = answered(interview, question, value)
        if not interview.section:
            after = verdicts(interview)
            pairs = zip(before, after, strict=True)
            assert all(old in (Verdict.UNKNOWN, new) for old, new in pairs)
            before = after
    truth = verdicts(dataclasses.replace(interview, case=begun((), as_of, stage, person).case))
    pairs = zip(before, truth, strict=True)
    assert all(told in (Verdict.UNKNOWN, real) for told, real in pairs)
    assert silent or before == truth
    assert len(unsettled(interview)) == before.count(Verdict.UNKNOWN)


@given(st.lists(VERDICTS.credentials, min_size=1, max_size=3), VERDICTS.tellings(), VERDICTS.stages)
def test_what_was_told_before_is_not_asked_again(credentials, telling, stage):
    """An interview that begins with some facts asks only for others, and settles the same."""
    as_of, less, _ = telling
    interview = begun(credentials, as_of, stage, less)
    question = next_question(interview)
    if question:
        section, *rest = question.path
        told = getattr(less, section)
        if rest[1:]:
            assert getattr(told[rest[0]], attribute_of(rest[1])) in (None, "unknown")
        elif rest:
            assert getattr(told, rest[0], None) is None
        else:
            assert told is None
