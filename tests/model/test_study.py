"""Levels of study and fields of study."""

import dataclasses

import pytest

from careerkit.model.shape import slots_of
from careerkit.model.study import FieldOfStudy, LevelOfStudy
from careerkit.model.vocabulary import AWARD_LEVELS, FIELDS


@pytest.mark.parametrize(
    ("record", "words"), [(LevelOfStudy, AWARD_LEVELS), (FieldOfStudy, FIELDS)]
)
def test_its_id_is_a_word_of_the_vocabulary(record, words):
    """A record is of a word that rules and programs use, and of nothing else."""
    assert slots_of(record)["id"].constraint.values == tuple(words)


@pytest.mark.parametrize(
    ("record", "optional"),
    [(LevelOfStudy, {"months", "months_source", "note"}), (FieldOfStudy, {"note"})],
)
def test_only_what_may_be_unknown_is_optional(record, optional):
    """A claim says how sure it is and where it comes from; a length may be unknown."""
    slots = slots_of(record)
    assert {name for name, slot in slots.items() if not slot.required} == optional


def test_what_is_unknown_is_none():
    """A level whose length no source tells has none, not 0."""
    defaults = {field.name: field.default for field in dataclasses.fields(LevelOfStudy)}
    assert [defaults[name] for name in ("months", "months_source", "note")] == [None] * 3
