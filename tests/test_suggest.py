"""Words offered for a word that was mistyped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.suggest import did_you_mean, likeness, nearest

WORDS = ("certificate", "associate", "bachelor", "master", "doctorate")


def test_the_nearest_word_comes_first():
    """Words are offered from the most alike on."""
    assert nearest("asociate", WORDS) == ["associate"]
    assert nearest("bachelor", ["bachelors", "bachelor", "x"]) == ["bachelor", "bachelors"]


def test_no_more_words_than_the_limit():
    """Up to three words of any iterable are offered, or as many as asked for."""
    words = [f"career{number}" for number in range(9)]
    assert len(nearest("career", iter(words))) == 3
    assert len(nearest("career", words, limit=5)) == 5


@pytest.mark.parametrize("word", ["", "zzz", "💡", "x" * 10_000])
def test_nothing_alike_offers_nothing(word):
    """Where nothing looks alike, nothing is offered."""
    assert nearest(word, WORDS) == []
    assert not did_you_mean(word, WORDS)


def test_the_hint_follows_a_message():
    """The hint is the end of a sentence, with the one nearest word; of no words there is none."""
    assert did_you_mean("doctorat", WORDS) == "; did you mean 'doctorate'?"
    assert not did_you_mean("master", ())


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("no high school diploma", "high school diploma"),
        ("high school senior", "high school diploma"),
        ("trade school", "middle school"),
        ("dropout", "dpt"),
        ("history", "dentistry"),
        ("chemistry", "dentistry"),
        ("economics", "electronics"),
        ("education", "health_education"),
        ("IT", "hit"),
        ("medic", "medicine"),
        ("inactive", "active"),
        ("active", "inactive"),
        ("unaccredited", "accredited"),
        ("nondegree", "degree"),
        ("no degree", "nodegree x"),
        ("nohighschool", "high school"),
        ("no bachelor's", "bachelor"),
        ("not a bachelor", "bachelor"),
        ("no masters", "master"),
        ("some high school", "highschool"),
        ("tech school", "highschool"),
        ("postgraduate", "hs graduate"),
        ("graduate", "hs graduate"),
        ("incomplete", "completed"),
        ("nclex", "nclex-pn"),
    ],
)
def test_what_is_another_word_is_never_offered(typed, offered):
    """A part of a name, another word, and above all the opposite, are no slips of the pen."""
    assert not did_you_mean(typed, [offered])


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("bachelr degree", "bachelor degree"),
        ("hgih school", "high school"),
        ("fulltim", "full_time"),
        ("degree_atleast", "degree_at_least"),
        ("dutys", "duties"),
        ("cpr curent", "cpr_current"),
    ],
)
def test_a_slip_is_offered_word_by_word(typed, offered):
    """A letter or two amiss in each word, or a blank too few, is what people mistype."""
    assert did_you_mean(typed, ["zebra", offered]) == f"; did you mean '{offered}'?"


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("nurse", "nurse", 1.0),
        ("nusre", "nurse", 0.8),
        ("nurs", "nurse", 0.8),
        ("nurce", "nurse", 0.8),
        ("nuurse", "nurse", 5 / 6),
        ("plumer", "plumber", 6 / 7),
        ("abcd", "wxyz", 0.0),
        ("", "nurse", 0.0),
        ("", "", 1.0),
    ],
)
def test_likeness_is_the_share_of_letters_without_a_slip(one, other, like):
    """A letter too many, missing, wrong, or two that changed places, is one slip."""
    assert likeness(one, other) == pytest.approx(like)


@given(st.text(max_size=12), st.text(max_size=12), st.floats(0, 1))
def test_likeness_is_mutual_and_only_cut_below_what_is_asked(one, other, least):
    """Both ways it is the same; a limit leaves it as it is, or makes it 0 where it is below."""
    like = likeness(one, other)
    assert like == likeness(other, one)
    assert 0 <= like <= 1
    assert (like == 1) is (one == other)
    cut = likeness(one, other, least)
    assert cut in (like, 0.0)
    assert cut == like or like < least + 1e-9
