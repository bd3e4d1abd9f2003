"""Words offered for a word that was mistyped."""

import pytest

from careerkit.suggest import did_you_mean, nearest

WORDS = ("certificate", "associate", "bachelor", "master", "doctorate")


def test_the_nearest_word_comes_first():
    """Words are offered from the most alike on."""
    assert nearest("asociate", WORDS) == ["associate"]
    assert nearest("bachelor", ["bachelors", "bachelor", "x"]) == ["bachelor", "bachelors"]


def test_no_more_words_than_the_limit():
    """Up to three words are offered, or as many as asked for."""
    words = [f"career{number}" for number in range(9)]
    assert [len(nearest("career", words)), len(nearest("career", words, limit=5))] == [3, 5]


def test_words_may_come_from_any_iterable():
    """A dictionary or a generator of words will do."""
    assert nearest("mater", dict.fromkeys(WORDS)) == ["master"]
    assert nearest("mater", (word for word in WORDS)) == ["master"]


@pytest.mark.parametrize("word", ["", "zzz", "💡", "x" * 10_000])
def test_nothing_alike_offers_nothing(word):
    """Where nothing looks alike, nothing is offered."""
    assert nearest(word, WORDS) == []
    assert not did_you_mean(word, WORDS)


def test_the_hint_follows_a_message():
    """The hint is the end of a sentence, with the one nearest word."""
    assert did_you_mean("doctorat", WORDS) == "; did you mean 'doctorate'?"


def test_no_words_offer_nothing():
    """An empty vocabulary gives no hint."""
    assert not did_you_mean("master", ())
