"""The closed vocabularies."""

import re

import pytest

from careerkit.model import client_vocabulary, vocabulary
from careerkit.model.vocabulary import AWARD_LEVELS, LEVELS

VOCABULARIES = {
    name: words
    for name, words in {**vars(vocabulary), **vars(client_vocabulary)}.items()
    if name.isupper() and isinstance(words, dict)
}


def test_levels_of_education_stand_in_their_order():
    """The order is the one that rules compare by, lowest first."""
    assert list(LEVELS) == [
        *("none", "grade_8", "high_school", "some_college", "certificate", "associate"),
        *("bachelor", "post_baccalaureate_certificate", "master", "post_master_certificate"),
        "doctorate",
    ]


def test_awards_are_levels_from_the_certificate_on_in_the_same_order():
    """Every level from the certificate on can be an award, and no other."""
    assert list(LEVELS)[list(LEVELS).index("certificate") :] == list(AWARD_LEVELS)


@pytest.mark.parametrize("words", VOCABULARIES.values(), ids=list(VOCABULARIES))
def test_words_are_plain_and_labels_are_told_apart(words):
    """A word needs no quotes in YAML; every word has a label of its own."""
    assert words
    plain = re.compile("[a-z0-9]+([-_][a-z0-9]+)*|[A-Z]{2}|[A-FP][-+]?")
    assert all(map(plain.fullmatch, words))
    assert all(label.strip() == label and label for label in words.values())
    assert len(words) == len(set(words.values()))
    quoted = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}
    assert quoted.isdisjoint(map(str.lower, words))


def test_stages_and_confidence_stand_in_their_order():
    """Stages go from the exam to the license, confidence from the best down."""
    assert list(vocabulary.STAGES) == ["sit", "award", "license"]
    assert list(vocabulary.CONFIDENCE) == ["confirmed", "reported", "unverified"]


def test_states_are_those_of_the_postal_service():
    """Fifty states, the District of Columbia and five territories, each by two letters."""
    states = client_vocabulary.STATES
    assert len(states) == 56
    assert all(re.fullmatch("[A-Z]{2}", state) for state in states)
    assert {"DC", "PR", "GU", "VI", "AS", "MP"} < set(states)


def test_work_reads_well_after_an_amount():
    """A field of work names work of some sort: "2 years of medical coding work"."""
    labels = client_vocabulary.WORK_FIELDS.values()
    assert all({"work", "instruction"} & set(label.split()) for label in labels)


def test_credentials_without_a_record_have_none(catalog):
    """A credential is on record or in the list of others, never both."""
    assert not set(client_vocabulary.OTHER_CREDENTIALS) & set(catalog.store.ids("credential"))
