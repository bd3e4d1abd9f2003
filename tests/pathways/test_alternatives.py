"""A rule as the alternatives there are to meet it."""

from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Counted
from careerkit.pathways.alternatives import alternatives

A, B, C = (Condition(condition="age_at_least", years=each) for each in (1, 2, 3))


def test_a_condition_is_its_own_alternative():
    """One condition is met in one way."""
    assert alternatives(A) == [(A,)]


def test_a_rule_that_asks_for_nothing_has_an_empty_alternative():
    """Where anyone may, there is one way, without a condition."""
    assert alternatives(AllOf(all_of=())) == [()]


def test_all_of_puts_the_alternatives_of_its_parts_together():
    """Every part is in every alternative, in the order of the rule."""
    rule = AllOf(all_of=(A, AnyOf(any_of=(B, C))))
    assert alternatives(rule) == [(A, B), (A, C)]


def test_at_least_takes_every_choice_of_as_many_parts():
    """Two of three are three alternatives."""
    rule = AtLeast(at_least=Counted(n=2, of=(A, B, C)))
    assert alternatives(rule) == [(A, B), (A, C), (B, C)]


def test_what_is_asked_twice_stands_once():
    """A condition that two parts share is met once."""
    rule = AllOf(all_of=(A, AllOf(all_of=(A, B))))
    assert alternatives(rule) == [(A, B)]


def test_a_rule_beyond_all_measure_is_searched_in_part():
    """Ten choices of three would be 59,049 alternatives."""
    rule = AllOf(all_of=(AnyOf(any_of=(A, B, C)),) * 10)
    assert 0 < len(alternatives(rule)) <= 200
