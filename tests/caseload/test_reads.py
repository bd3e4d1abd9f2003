"""What a type of condition declares that it reads is all that it reads, for every type.

The conditions are those on record and generated ones; clients are any at all.
"""

import dataclasses
import importlib.util
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.caseload.reads import reader, reads_of
from careerkit.model.client import Client, Credits, Statements, Study
from careerkit.model.entries import Course, Work
from careerkit.rules.evaluate import conditions_in
from careerkit.rules.registry import CONDITIONS
from careerkit.rules.result import Case

_SPEC = importlib.util.spec_from_file_location(
    "verdict_properties", Path(__file__).parents[1] / "rules" / "test_properties.py"
)
VERDICTS = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(VERDICTS)
NAMES = sorted(CONDITIONS)
OF_STUDY = {fact.name for fact in dataclasses.fields(Study)}
STATEMENTS = {fact.name for fact in dataclasses.fields(Statements)}
SECTIONS = {fact.name for fact in dataclasses.fields(Client)} - {"education", "facts"}
TODAY = VERDICTS.DAYS[-1]
ON_RECORD = {}
for _credential in VERDICTS.REAL:
    for _route in _credential.routes:
        for _condition in conditions_in(_route.requires):
            ON_RECORD.setdefault(_condition.condition, []).append(_condition)


def many(entries):
    """Draw some entries of a list, now and then none or that nothing was told."""
    return st.lists(entries, min_size=2, max_size=4).map(tuple) | st.sampled_from([None, ()])


# Those that have to do with the conditions on record too, not only with the generated ones.
studies = VERDICTS.studies | st.builds(
    Study,
    level=st.sampled_from(["certificate", "associate", "bachelor", "high_school", "grade_8"]),
    field=st.sampled_from(
        [None, *sorted({c.field for c in chain(*ON_RECORD.values()) if c.field})]
    ),
    accredited_by=st.sampled_from([None, (), ("cahiim",), ("caahep",), ("abet",)]),
    approved_by=st.sampled_from([None, (), ("cahiim",), ("nhsc",)]),
    institution_accredited=VERDICTS.bools,
    status=st.sampled_from([None, "completed", "in_progress", "final_term"]),
    completed=st.none() | VERDICTS.written,
    expected=st.none() | st.sampled_from(["2026-12", "2027-11-21", "2029"]),
    hours=st.sampled_from([None, 40.0, 600.0]),
    years=st.sampled_from([None, 1.0, 4.0]),
    country=st.sampled_from(["US", "US", "IN"]),
)
# The bodies of a degree may tell its field.
studies |= st.builds(
    Study,
    level=st.sampled_from(["associate", "bachelor"]),
    accredited_by=st.sampled_from([None, (), ("cahiim",), ("wide",)]),
    approved_by=st.sampled_from([None, (), ("cahiim",), ("wide",)]),
    completed=st.none() | VERDICTS.written,
)
works = VERDICTS.works | st.builds(
    Work,
    field=st.sampled_from(sorted({c.work for c in ON_RECORD["work_in_field"]})),
    months=st.sampled_from([None, 11.0, 24.0]),
    from_=st.sampled_from([None, "2020", "2025-11"]),
    to=st.sampled_from([None, "2026"]),
    full_time=VERDICTS.bools,
)
# A degree is where some work begins to count.
works |= st.builds(
    Work,
    field=st.sampled_from([c.work for c in ON_RECORD["work_in_field"] if c.after_degree]),
    hours=st.sampled_from([None, 400.0, 4000.0]),
    from_=st.sampled_from([None, "2016", "2024-01"]),
    to=st.sampled_from([None, "2026-01"]),
)
studies |= st.builds(
    Study,
    level=st.sampled_from(["bachelor", "master", "doctorate"]),
    field=st.sampled_from(["counseling", "social_work"]),
    completed=st.sampled_from([None, "2010", "2018-05", "2024-06"]),
)
clients = st.builds(
    lambda client, education, work: dataclasses.replace(client, education=education, work=work),
    VERDICTS.clients,
    many(studies),
    many(works),
)
often = settings(derandomize=True, deadline=None, max_examples=30)


def conditions(draw, name):
    """Return the conditions of a type that are on record, and a generated one."""
    return [*dict.fromkeys(ON_RECORD[name]), draw(VERDICTS.CONDITIONS_BY_NAME[name])]


def result_of(condition, client):
    """Return what a condition finds of a client."""
    case = Case(client=client, as_of=TODAY, reference=VERDICTS.REFERENCE)
    return CONDITIONS[condition.condition].evaluate(condition, case)


def with_others(client, other, kept):
    """Return ``other`` with the facts in ``kept``, of which each has a key, of ``client``."""
    sections = {name: getattr(client, name) for name in SECTIONS & kept}
    said = {name: getattr(client.facts, name) for name in STATEMENTS & kept}
    if kept & OF_STUDY:
        others = (other.education or ()) + (Study(),) * len(client.education or ())
        sections["education"] = client.education and tuple(
            dataclasses.replace(unread, **{name: getattr(study, name) for name in OF_STUDY & kept})
            for study, unread in zip(client.education, others, strict=False)
        )
    facts = dataclasses.replace(other.facts, **said)
    return dataclasses.replace(other, **sections, facts=facts)


@pytest.mark.parametrize("name", NAMES)
@given(client=clients, other=clients, data=st.data())
@often
def test_a_fact_that_is_not_declared_changes_nothing(name, client, other, data):
    """However all other facts are changed, the finding is the same in every field."""
    changed = with_others(client, other, {*CONDITIONS[name].facts})
    for condition in conditions(data.draw, name):
        assert result_of(condition, changed) == result_of(condition, client)


@pytest.mark.parametrize("name", NAMES)
@given(client=clients, data=st.data())
@often
def test_what_does_not_count_changes_no_more_than_the_reason(name, client, data):
    """On a client of whom nothing is known but what counts, all else of the finding is the same."""
    for reads in reads_of(conditions(data.draw, name), TODAY):
        seen = reads.client(reads.values(reader(reads.sources)(client)))
        for condition in reads.conditions:
            alone, whole = result_of(condition, seen), result_of(condition, client)
            assert alone._replace(reason="") == whole._replace(reason="")


class Watched:
    """A record of which it is noted what is read."""

    def __init__(self, record, read):
        self._record = record
        self._read = read

    def __getattr__(self, name):
        """Note what is read, and read it."""
        self._read.add(name)
        return getattr(self._record, name)


@pytest.mark.parametrize("name", NAMES)
@given(client=clients, data=st.data())
@settings(derandomize=True, deadline=None, max_examples=10)
def test_only_declared_sections_are_read(name, client, data):
    """An evaluator opens no other section, and asks for no other statement."""
    sections, statements = set(), set()
    read = Watched(client, sections)
    read.facts = Watched(client.facts, statements)
    for condition in conditions(data.draw, name):
        result_of(condition, read)
    declared = {*CONDITIONS[name].facts}
    education = {"education"} if declared & OF_STUDY else set()
    assert sections <= (declared & SECTIONS) | education
    assert statements <= declared


def test_what_is_read_is_a_key():
    """Mappings too are read so that they can be told apart, and come back as they were."""
    client = Client(
        procedures={"ekg_live": 3, "venipuncture_live": 1},
        credits=Credits(total=60, subjects={"chemistry": 6}),
        courses={"chemistry": Course(credits=4)},
    )
    for name in ("procedures_performed", "credit_hours_at_least"):
        (reads,) = reads_of([dataclasses.replace(ON_RECORD[name][0], procedure="ekg_live")], TODAY)
        values = reads.values(reader(reads.sources)(client))
        assert hash(values) == hash(reads.values(reader(reads.sources)(client)))
        seen = reads.client(values)
        assert seen.procedures in (None, {"ekg_live": 3})
        assert (seen.credits, seen.courses) in [(None, None), (client.credits, client.courses)]
        assert reads.client(reads.values(reader(reads.sources)(Client()))) == Client()


def test_conditions_about_the_same_thing_read_alike():
    """They differ in what is asked only; those about another thing read something else."""
    conditions = [reads for reads in ON_RECORD["work_in_field"] if not reads.after_degree]
    (first, *_), *_ = (reads.conditions for reads in reads_of(conditions, TODAY))
    alike = dataclasses.replace(first, months=77.0, stage="license")
    other = dataclasses.replace(first, work="other")
    assert [len(reads.conditions) for reads in reads_of([first, alike, other], TODAY)] == [2, 1]
