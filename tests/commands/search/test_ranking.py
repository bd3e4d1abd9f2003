"""How well a name fits what was typed."""

import pytest

from careerkit.commands.search.ranking import FITS, Ranking, are_kin, stems
from careerkit.store.read import Named


def name(text, role="aka", career="a", weight=1, source=None):
    """Return a name of a career as a store gives it."""
    return Named(text, text, role, career, weight, source)


def fits(asked, text, **told):
    """Return how a name fits, or None."""
    rank = Ranking(asked, [], set(), 0.0).rank(name(text, **told))
    return None if rank is None else FITS[rank.fit]


@pytest.mark.parametrize(
    ("asked", "text", "fit"),
    [
        ("nurse aide", "nurse aide", "other name"),
        ("nurse", "nurse aide", "beginning"),
        ("nur", "nurse aide", "beginning"),
        ("aide", "nurse aide", "words"),
        ("aid nur", "nurse aide", "words"),
        ("urse", "nurse aide", None),
        ("nurse clerk", "nurse aide", None),
    ],
)
def test_a_name_fits_whole_at_its_beginning_or_by_its_words(asked, text, fit):
    """Whole, from its beginning, by words or their beginnings in any order, or not at all."""
    assert fits(asked, text) == fit


@pytest.mark.parametrize("role", ["title", "official"])
def test_a_title_fits_as_title(role):
    """The two titles of a career are titles; all else is another name."""
    assert fits("nurse", "nurse", role=role) == "title"


def test_a_corrected_text_fits_as_spelling():
    """However well a correction fits, it is a guess."""
    rank = Ranking("nurse", [], set(), 0.2).rank(name("nurse", role="title"))
    assert FITS[rank.fit] == "spelling"
    worse = Ranking("nurse", [], set(), 0.2).rank(name("nurse aide"))
    assert rank < worse < Ranking("nurse", [], set(), 0.3).rank(name("nurse", role="title"))


BETTER = {
    "own before a table": (name("nurse aide"), name("nurse aide", source="x")),
    "whole word before part": (name("nurse zealot"), name("nursery")),
    "reported before alternate": (
        name("nurse a", role="reported", source="x"),
        name("nurse a", role="alternate", source="x"),
    ),
    "one of its own before all other": (
        name("nurse a", weight=1),
        name("nurse a", career="residual", weight=9),
    ),
    "fewer words in tables": (name("nurse a", source="x"), name("nurse a b", source="x", weight=9)),
    "more openings": (name("nurse a b", weight=9), name("nurse a", weight=1)),
    "shorter": (name("nurse a"), name("nurse abc")),
    "titled so": (
        name("nurse a", career="titled", source="x"),
        name("nurse a", source="x", weight=9),
    ),
}


@pytest.mark.parametrize("which", BETTER)
def test_of_equal_fits_one_is_better(which):
    """What orders names that fit equally well."""
    own = [name("ward nurse", role="title", career="titled")]
    ranking = Ranking("nurse", own, {"residual"}, 0.0)
    better, worse = BETTER[which]
    assert ranking.rank(better) < ranking.rank(worse)


@pytest.mark.parametrize(
    ("field", "person"),
    [
        *(("carpentry", "carpenter"), ("nursing", "nurse"), ("plumbing", "plumber")),
        *(("cosmetology", "cosmetologist"), ("journalism", "journalist"), ("dentistry", "dentist")),
        *(("engineering", "engineer"), ("architecture", "architect"), ("therapy", "therapist")),
        *(("accounting", "accountant"), ("management", "manager"), ("history", "historian")),
        *(("dental hygiene", "dental hygienist"), ("social work", "social worker")),
        *(("economic", "economist"), ("translation", "translator"), ("weld", "welder")),
    ],
)
def test_a_field_is_kin_to_its_person(field, person):
    """A trade and who plies it differ in their endings only."""
    assert are_kin(field.split(), person.split())
    assert all(
        word.startswith(stem)
        for word, stem in zip(person.split(), stems(field.split()).split(), strict=True)
    )


@pytest.mark.parametrize(
    ("field", "person"),
    [
        *(("carpet", "carpenter"), ("physic", "physician"), ("law", "lawyer"), ("act", "actor")),
        *(("nursing", "nursing assistant"), ("nursing home", "nurse"), ("bank", "baker")),
        *(("nurse", "nursing"), ("archive", "archivist clerk")),
    ],
)
def test_other_words_are_no_kin(field, person):
    """Words that only begin alike, short stems and other numbers of words are something else."""
    assert not are_kin(field.split(), person.split())
