"""Conditions as they are made: few parameters told, the rest as the class has them."""

import dataclasses

import pytest

from careerkit.model.rule import Condition


def test_what_is_not_told_is_the_default():
    """A condition has every parameter, told or not, and no more."""
    made = Condition(condition="age_at_least", years=18)
    defaults = {field.name: field.default for field in dataclasses.fields(Condition)}
    expected = {**defaults, "condition": "age_at_least", "years": 18}
    assert {name: getattr(made, name) for name in defaults} == expected


def test_an_unknown_parameter_is_refused():
    """A slip in the name of a parameter does not pass for a condition without it."""
    with pytest.raises(TypeError, match="a condition takes no yaers"):
        Condition(condition="age_at_least", yaers=18)


def test_conditions_are_equal_by_what_they_say():
    """A default that is told is the same as one that is not."""
    one = Condition(condition="age_at_least", years=18)
    other = Condition(condition="age_at_least", years=18, stage="sit")
    assert one == other
    assert hash(one) == hash(other)
    assert one != dataclasses.replace(one, years=21)


def test_a_condition_cannot_be_changed():
    """A condition stays as it was made."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        Condition(condition="age_at_least").years = 17
