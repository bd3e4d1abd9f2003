"""Every word of the research on rules can be told in a profile, exactly as it is written there.

The research lies in ``../shared/research`` where the project is developed.
"""

from datetime import date
from pathlib import Path

import pytest
import yaml

from careerkit.model.client import Client
from careerkit.model.fields import fields_as_told
from careerkit.yamldata.profiles import decode_profile

RESEARCH = Path(__file__).resolve().parent.parent.parent / "shared/research/credentials.yaml"
NO_FIELD = {"student_teaching": "what is practiced, told by facts: {practicum: true}"}
FIELDS = {"military_training": "military", "work_in_field": "work"}
PLACES = {
    "education": lambda word: {"education": [{"field": word}]},
    "military": lambda word: {"military": [{"field": word}]},
    "work": lambda word: {"work": [{"field": word}]},
    "departments": lambda word: {"work": [{"field": "other", "domains": [word]}]},
    "accreditor_any": lambda word: {"education": [{"accredited_by": [word]}]},
    "approver": lambda word: {"education": [{"approved_by": [word]}]},
    "holds_credential": lambda word: {"credentials": [word]},
    "org": lambda word: {"memberships": [word]},
    "classes": lambda word: {"memberships": [{"organization": "ahima", "class": word}]},
    "training_hours": lambda word: {"training": [{"subject": word}]},
    "training_completed": lambda word: {"training": [{"name": word}]},
    "exam": lambda word: {"exams": [word]},
    "procedure": lambda word: {"procedures": {word: 1}},
    "course": lambda word: {"courses": {word: {}}, "credits": {"subjects": {word: 1}}},
    "accepted": lambda word: {"facts": {"legal_status": word}},
}
OF_KIND = {
    "course_in": [("subjects", "course"), ("must_include", "course")],
    "credit_hours_at_least": [("subject", "course")],
    "holds_credential": [("any_of", "holds_credential")],
    "training_hours": [("subject", "training_hours")],
    "training_completed": [("name", "training_completed")],
}
OF_ANY = ("departments", "accreditor_any", "approver", "org", "classes", "exam", "procedure")


def listed(value):
    """Return the words of a value that may be one or several."""
    return value if isinstance(value, list) else [] if value is None else [value]


def words(rule):
    """Yield (place, word) for each word of a rule that a client can tell."""
    if isinstance(rule, list):
        for each in rule:
            yield from words(each)
    if not isinstance(rule, dict):
        return
    kind = rule.get("type")
    places = [("field", FIELDS.get(kind, "education")), *OF_KIND.get(kind, ())]
    places += [(key, key) for key in (*OF_ANY, "accepted")]
    for key, place in places if kind else ():
        yield from ((place, word) for word in listed(rule.get(key)) if isinstance(word, str))
    for each in rule.values():
        yield from words(each)


@pytest.fixture(scope="module")
def research():
    """Return every word of the research with its place in a profile."""
    if not RESEARCH.is_file():
        pytest.skip("the research ../shared/research/credentials.yaml is not here")
    loaded = yaml.safe_load(RESEARCH.read_text(encoding="utf-8"))
    return sorted({each for record in loaded for each in words(record["routes"])})


def test_a_profile_takes_every_word_of_the_research(research, catalog):
    """A client told of in the words of a rule is understood; one word is no study, kept as told."""
    known = {kind: catalog.store.ids(kind) for kind in ("accreditor", "credential", "issuer")}
    refused, unknown = {}, set()
    for place, word in research:
        content = yaml.safe_dump(PLACES[place](word)).encode()
        client, problems = decode_profile(content, "p.yaml", known, date(2026, 11, 22))
        refused |= {word: problems[0].message} if problems else {}
        unknown |= {text for _, text in fields_as_told(client or Client())}
    assert {place for place, _ in research} == PLACES.keys()
    assert refused == {}
    assert unknown == NO_FIELD.keys()
