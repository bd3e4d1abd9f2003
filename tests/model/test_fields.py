"""Fields that count for wider ones."""

import pytest

from careerkit.model.client import Client, Study
from careerkit.model.client_vocabulary import WORK_FIELDS
from careerkit.model.entries import MilitaryTraining, Work
from careerkit.model.fields import (
    STUDY_WITHIN,
    WORK_WITHIN,
    fields_as_told,
    is_study_within,
    is_work_within,
    study_name,
    work_name,
)
from careerkit.model.vocabulary import FIELDS

BOTH = [(STUDY_WITHIN, FIELDS), (WORK_WITHIN, WORK_FIELDS)]


@pytest.mark.parametrize(("within", "words"), BOTH, ids=["study", "work"])
def test_all_fields_are_words_of_their_vocabulary(within, words):
    """Nothing is said of a field that no rule or client can name; other lies in none."""
    assert set(within) <= set(words)
    assert set().union(*within.values()) <= set(words) - {"other"}


@pytest.mark.parametrize(("within", "words"), BOTH, ids=["study", "work"])
def test_within_is_an_order(within, words):
    """No field lies within itself, and what lies within a part lies within the whole."""
    for wider, fields in within.items():
        assert wider not in fields
        for field in fields:
            assert within.get(field, frozenset()) <= fields, (wider, field)


@pytest.mark.parametrize(
    ("is_within", "field", "asked", "counts"),
    [
        (is_work_within, "medical_coding", "medical_coding", True),
        (is_work_within, "medical_coding", "billing_coding", True),
        (is_work_within, "billing_coding", "medical_coding", False),
        (is_work_within, "other", "healthcare_or_finance", False),
        (is_study_within, "him", "healthcare", True),
        (is_study_within, "healthcare", "him", False),
        (is_study_within, "business", "healthcare", False),
        (is_study_within, "human_resources", "business", True),
        (is_study_within, "dental_hygiene", "healthcare", True),
        (is_study_within, "dental_hygiene", "dental_assisting", False),
        (is_study_within, "computer_science", "health_informatics", False),
        (is_study_within, "radiography", "allied_health_patient_care", True),
        (is_study_within, "registered_nursing", "allied_health_patient_care", False),
        (is_study_within, "allied_health_patient_care", "healthcare", True),
    ],
)
def test_a_field_counts_for_itself_and_for_the_wider_one_only(is_within, field, asked, counts):
    """Coding is billing or coding work, not the reverse; nursing is not allied health."""
    assert is_within(field, asked) is counts


def test_a_related_field_is_one_of_the_fields_that_have_no_name():
    """What is told to be another field may be a related one, and no named field is."""
    assert is_study_within("related", "other")
    assert [field for field in FIELDS if is_study_within(field, "related")] == ["related"]
    assert [field for field in FIELDS if is_study_within("related", field)] == ["related", "other"]


def test_fields_that_no_vocabulary_has_are_listed_once():
    """Of study, of military training and of work, each with its text."""
    client = Client(
        education=(Study(field="history"), Study(field="him"), Study(field="history"), Study()),
        military=(MilitaryTraining(field="68W"),),
        work=(Work(field="retail", years=2), Work(field="medical_coding", years=1)),
    )
    assert [*fields_as_told(client)] == [
        ("field of study", "history"),
        ("field of study", "68W"),
        ("field of work", "retail"),
    ]
    assert [*fields_as_told(Client())] == []


def test_fields_are_named_in_words_or_as_told():
    """A word of the vocabulary has its label; any other text stands in quotes."""
    assert study_name("him") == "health information management"
    assert study_name("history") == "'history'"
    assert work_name("medical_coding") == "medical coding work"
    assert work_name("retail") == "work told as 'retail'"
