"""Fields that count for wider ones."""

import pytest

from careerkit.model.client_vocabulary import WORK_FIELDS
from careerkit.model.fields import STUDY_WITHIN, WORK_WITHIN, is_study_within, is_work_within
from careerkit.model.vocabulary import FIELDS

BOTH = [(STUDY_WITHIN, FIELDS), (WORK_WITHIN, WORK_FIELDS)]


@pytest.mark.parametrize(("within", "words"), BOTH, ids=["study", "work"])
def test_all_fields_are_words_of_their_vocabulary(within, words):
    """Nothing is said of a field that no rule or client can name; other lies in none."""
    named = {*within, *(field for each in within.values() for field in each)}
    assert named <= set(words) - {"other"}


@pytest.mark.parametrize(("within", "words"), BOTH, ids=["study", "work"])
def test_within_is_an_order(within, words):
    """No field lies within itself, and what lies within a part lies within the whole."""
    for wider, fields in within.items():
        assert wider not in fields
        for field in fields:
            assert within.get(field, frozenset()) <= fields, (wider, field)


def test_a_field_counts_for_itself_and_for_the_wider_one_only():
    """Coding is billing or coding work; billing or coding need not be coding."""
    assert is_work_within("medical_coding", "medical_coding")
    assert is_work_within("medical_coding", "billing_coding")
    assert not is_work_within("billing_coding", "medical_coding")
    assert not is_work_within("other", "healthcare_or_finance")
    assert is_study_within("him", "healthcare")
    assert not is_study_within("healthcare", "him")
    assert not is_study_within("business", "healthcare")
