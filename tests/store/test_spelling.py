"""Words that a misspelled word may have been meant for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packs import SOURCE, compiled, write

from careerkit.csvdata.rows import TitleRow
from careerkit.store.spelling import compounds, corrected, corrections, is_known

TITLES = (
    *("Nurse", "Nursery Hand", "File Clerk", "Field Clerk", "Licensed Nurse", "Electrician"),
    *("Election Clerk", "Help Desk Clerk", "Firefighter", "Manager", "Hotel Manager", "Mangler"),
    *("Car Wash Clerk", "Pharmacist", "3D Printer", "Cat Scanner"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Return a store of nothing but titles."""
    rows = "".join(f"29-1141,{title},,alternate\n" for title in TITLES)
    table = f"{','.join(TitleRow._fields)}\n{rows}"
    folder = tmp_path_factory.mktemp("titles")
    return compiled(write(folder, {"sources/page.yaml": SOURCE, "titles/page.csv": table}))


@pytest.mark.parametrize(("word", "known"), [("nurse", True), ("nurs", True), ("nursee", False)])
def test_a_word_or_its_beginning_is_known(store, word, known):
    """What is, or begins, a word of some name is no misspelling."""
    assert is_known(store, word) is known


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("nusre", "nurse"),
        ("unrse", "nurse"),
        ("nurce", "nurse"),
        ("fiel", "file"),
        ("lisenced", "licensed"),
        ("electrition", "electrician"),
        ("electricion", "electrician"),
        ("farmacist", "pharmacist"),
        ("manger", "manager"),
    ],
)
def test_a_misspelled_word_is_taken_for_the_likeliest(store, word, meant):
    """Letters too many, missing, wrong or in the wrong order: the nearest, then the usual word."""
    assert meant in [other for _, other in corrections(store, word)][: 2 if word == "fiel" else 1]


@pytest.mark.parametrize("word", ["cat", "nrs", "zzzz", "3dd", "x" * 31, "x" * 10_000, "nurse1"])
def test_no_word_is_made_up(store, word):
    """Short words, very long ones, ones with figures and ones like none have no correction."""
    assert corrections(store, word) == []


def test_only_what_is_wrong_is_corrected(store):
    """Words that names have stay; of several corrections the nearest text comes first."""
    assert next(text for _, text in corrected(store, "hotel manger")) == "hotel manager"
    assert [text for _, text in corrected(store, "lisenced nusre")] == ["licensed nurse"]
    (unlike, _) = corrected(store, "lisenced nusre")[0]
    assert 0 < unlike < 0.5


@pytest.mark.parametrize(
    "text",
    ["file clerk", "file manager", "fil mang", "car", "", "zzzz", "word " * 11],
    ids=["whole", "whole too", "beginnings", "beginning", "nothing", "like none", "too many"],
)
def test_known_words_are_not_misspelled(store, text):
    """Words that are, or begin, words of names stay, as do words like none and too many words."""
    assert corrected(store, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("helpdesk", ["help desk"]),
        ("helpdesk clerk", ["help desk clerk"]),
        ("carwash clerk", ["car wash clerk"]),
        ("fire fighter", ["firefighter"]),
        ("nurse", []),
        ("help desk", []),
        ("", []),
        ("x" * 200, []),
        ("help " * 50, []),
    ],
)
def test_words_are_parted_and_joined(store, text, found):
    """Words run together, or written apart, are found where that makes words of names."""
    assert compounds(store, text) == found


@given(st.text(max_size=40))
def test_no_text_breaks_it(store, text):
    """Whatever is typed, what may be meant is made of words of names."""
    norm = " ".join(word for word in text.casefold().split() if word.isalnum())
    for unlike, meant in corrected(store, norm):
        assert 0 < unlike < 1
        assert len(meant.split()) == len(norm.split())
        assert all(is_known(store, word) for word in meant.split())
