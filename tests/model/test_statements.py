"""The facts with no section of their own."""

import dataclasses

import pytest

from careerkit.model.shape import slots_of
from careerkit.model.statements import PLAIN, STATEMENTS, Statements


def test_every_fact_is_untold_until_it_is_told():
    """Silence is no answer, and each fact has its row."""
    untold = Statements()
    assert all(getattr(untold, key) is None for key in STATEMENTS)
    assert [*STATEMENTS] == [each.name for each in dataclasses.fields(Statements)]
    with pytest.raises(dataclasses.FrozenInstanceError):
        untold.language = True


@pytest.mark.parametrize("key", STATEMENTS)
def test_what_may_be_typed_follows_from_the_type(key):
    """A yes or no is asked for as one; a number and a word of a list are not."""
    row, slot = STATEMENTS[key], slots_of(Statements)[key]
    assert (row.answers == "yes or no.") is (slot.scalar is bool)
    assert (row.metavar == "yes|no") is (slot.scalar is bool)


@pytest.mark.parametrize("key", PLAIN)
def test_a_plain_statement_is_a_yes_or_no_that_takes_details(key):
    """What a rule adds to the noun stands in its question too."""
    assert slots_of(Statements)[key].scalar is bool
    assert " in Ohio" in PLAIN[key].asked(" in Ohio")


def test_a_question_is_worded_once():
    """An interview, which knows no rule, asks as a rule does."""
    row = STATEMENTS["practicum"]
    assert row.asked() == "Has the client finished a supervised practicum that the rule asks for?"
    assert row.asked("") == "Has the client finished a supervised practicum?"
    assert row.asked(" in welding") == "Has the client finished a supervised practicum in welding?"
