"""Other names and spellings of vocabulary words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.model import client_vocabulary, vocabulary
from careerkit.model.aliases import ALIASES, canonical

WORDS = {
    "accreditor id": {"coaemsp": "", "abet-eac": ""},
    "field of study": vocabulary.FIELDS,
    "field of work": client_vocabulary.WORK_FIELDS,
    "subject of a course": client_vocabulary.COURSES,
    "exam": client_vocabulary.EXAMS,
    "grade": client_vocabulary.GRADES,
}


@pytest.mark.parametrize("what", ALIASES)
def test_another_name_means_a_word_and_is_none(what):
    """Each name leads to a word of its vocabulary, and takes no word's place."""
    assert set(ALIASES[what].values()) <= set(WORDS[what])
    assert not set(ALIASES[what]) & set(WORDS[what])


@pytest.mark.parametrize(
    ("text", "what", "word"),
    [
        ("coaemsp_lor", "accreditor id", "coaemsp"),
        ("coaemsp-lor", "accreditor id", "coaemsp"),
        ("abet_eac", "accreditor id", "abet-eac"),
        ("billing_coding", "field of study", "medical_coding"),
        ("billing_coding", "field of work", "billing_coding"),
        ("organic or biochemistry", "subject of a course", "organic_or_biochemistry"),
        ("cpa_uniform", "exam", "cpa-uniform"),
        ("A-", "grade", "A-"),
        ("A", "grade", "A"),
        ("Medical coding", "field of study", "Medical coding"),
        ("medical_codin", "field of study", "medical_codin"),
        ("billing_coding", "procedure", "billing_coding"),
    ],
)
def test_a_text_is_the_word_it_names_or_stays_as_it_is(text, what, word):
    """Names belong to one vocabulary; capitals and misspellings are no spelling of a word."""
    assert word == canonical(text, what, WORDS.get(what, {}))


@given(st.sampled_from(sorted(WORDS)), st.data())
def test_a_word_means_itself_whatever_stands_between_its_parts(what, data):
    """No two words of a vocabulary differ only in what stands between their parts."""
    word = data.draw(st.sampled_from(sorted(WORDS[what])))
    between = data.draw(st.sampled_from(" _-"))
    assert word == canonical(word, what, WORDS[what])
    if what != "grade":
        respelled = word.replace("_", between).replace("-", between)
        assert word == canonical(respelled, what, WORDS[what])
