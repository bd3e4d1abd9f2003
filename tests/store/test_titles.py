"""Titles of the bulk tables as a store finds them."""

import pytest
from packs import SOURCE, compiled, write

from careerkit.csvdata.rows import TitleRow
from careerkit.store.titles import (
    names_with_words,
    residual_careers,
    titles_equal,
    titles_with_words,
)

CAREER = """
title: {}
soc: {}
group: health-information
sources: [page]
outlook: [{{base_year: 2024, horizon_year: 2034, source: page, openings_per_year: {}}}]
"""
CAREERS = {
    "nurse": ("Nurse", "29-1141", 900),
    "aide": ("Nurse aide", "31-1131", 100),
    "other": ("Healer, other kind", "29-1299", 500),
}
TITLES = """
29-1141.00,RNFA,,reported
29-1141.00,RN Night Hand,,reported
29-1141.00,RN Lead,,alternate
29-1141.00,RN Desk,,reported
31-1131.00,Old RN,,alternate
31-1131.00,Older RN,,alternate
31-1131.00,XRN Hand of RNX,,reported
29-1299.01,Healer,,occupation
29-1141.01,Healer,,alternate
99-9999.00,Healer,,reported
31-1131.00,X Hand,,alternate
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Return a store of three careers and some titles, one of an occupation nobody has."""
    careers = {f"careers/{name}.yaml": CAREER.format(*cells) for name, cells in CAREERS.items()}
    table = f"{','.join(TitleRow._fields)}\n{TITLES.lstrip()}"
    files = {"sources/page.yaml": SOURCE, "titles/page.csv": table, **careers}
    return compiled(write(tmp_path_factory.mktemp("titles"), files))


def best(store, norm):
    """Return the best title of each career that fits."""
    return {title.id: title.text for title in titles_with_words(store, norm)}


def test_equal_titles_come_larger_careers_first(store):
    """A title of several occupations is theirs each; one of no career on record is nobody's."""
    titles = [(title.id, title.role, title.source) for title in titles_equal(store, "healer")]
    assert titles == [("nurse", "alternate", "page"), ("other", "occupation", "page")]


def test_each_occupation_gives_its_best_title(store):
    """Beginning with whole words comes first, then reported titles, then the shorter."""
    assert best(store, "rn") == {"nurse": "RN Desk", "aide": "Old RN"}
    assert best(store, "rnf") == {"nurse": "RNFA"}
    assert best(store, "rn night") == {"nurse": "RN Night Hand"}


def test_words_fit_in_any_order_and_from_their_beginning(store):
    """All words must be there; each also stands for what begins with it."""
    assert best(store, "hand nig") == {"nurse": "RN Night Hand"}
    assert best(store, "hand rn") == {"nurse": "RN Night Hand", "aide": "XRN Hand of RNX"}
    assert best(store, "hand zebra") == {}


def test_a_single_letter_is_a_word_of_its_own(store):
    """One letter is no beginning among the titles: half of them would fit."""
    assert best(store, "x") == {"aide": "X Hand"}
    assert best(store, "h") == {}


def test_too_many_words_find_nothing(store):
    """No title has so many."""
    assert best(store, " ".join(map(str, range(5_000)))) == {}
    assert best(store, "rn " * 5_000) == {"nurse": "RN Desk", "aide": "Old RN"}


def test_own_names_are_found_by_any_beginning(store):
    """The records' own names are few: a single letter is a beginning of them."""
    names = names_with_words(store, "career", "n a")
    assert ("aide", "Nurse aide") in {(name.id, name.text) for name in names}
    assert all(name.source is None for name in names_with_words(store, "career", "n"))
    assert names_with_words(store, "credential", "n") == []


def test_all_other_is_reported_by_the_code(store):
    """A code that ends with 9 holds what no other of its family does."""
    assert residual_careers(store) == {"other"}
