"""Kleene's strong three-valued logic, by its published tables and by its meaning."""

from functools import reduce
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.rules.three_valued import Truth, all_of, any_of, at_least, truth_of

T, F, U = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
PAIRS = [*product((T, U, F), repeat=2)]
AND = dict(zip(PAIRS, (T, U, F, U, U, F, F, F, F), strict=True))
"""Kleene, Introduction to Metamathematics (1952), section 64."""
OR = dict(zip(PAIRS, (T, T, T, T, U, U, T, U, F), strict=True))
NOT = {T: F, U: U, F: T}

truths = st.sampled_from(Truth)
few = st.lists(truths, max_size=6)


def completions(values):
    """Yield every list that ``values`` can turn into once each unknown is answered."""
    yield from product(*((T, F) if value is U else (value,) for value in values))


def by_completions(values, holds):
    """Return met if ``holds`` of every completion, not met if of none, else unknown."""
    answers = {holds(completed) for completed in completions(values)}
    return U if len(answers) == 2 else truth_of(answers.pop())


@pytest.mark.parametrize("pair", PAIRS)
def test_pairs_follow_the_published_tables(pair):
    """The conjunction and the disjunction of two values are Kleene's."""
    assert all_of(pair) is AND[pair]
    assert any_of(pair) is OR[pair]


def test_nothing_asked_is_met_and_nothing_offered_is_not():
    """A conjunction of nothing is met, a disjunction of nothing is not."""
    assert all_of([]) is T
    assert any_of([]) is F
    assert at_least(0, []) is T
    assert at_least(1, []) is F


@pytest.mark.parametrize(("value", "truth"), [(True, T), (False, F), (None, U)])
def test_an_untold_fact_is_unknown(value, truth):
    """A yes is met, a no is not met, and what was not told is unknown."""
    assert truth_of(value) is truth


def test_any_iterable_will_do():
    """The connectives take generators, and read them once."""
    assert all_of(value for value in (T, U)) is U
    assert any_of(value for value in (F, U)) is U
    assert at_least(1, (value for value in (F, T))) is T


@given(few)
def test_connectives_fold_their_tables(values):
    """The conjunction and the disjunction of many are the tables folded over them."""
    assert all_of(values) is reduce(lambda one, other: AND[one, other], values, T)
    assert any_of(values) is reduce(lambda one, other: OR[one, other], values, F)


@given(few)
def test_de_morgan(values):
    """The connectives are each other's dual under negation."""
    denied = [NOT[value] for value in values]
    assert all_of(values) is NOT[any_of(denied)]
    assert any_of(values) is NOT[all_of(denied)]


@given(st.lists(few, max_size=4))
def test_groups_of_groups_flatten(groups):
    """Grouping the parts of one connective changes nothing."""
    flat = [value for group in groups for value in group]
    assert all_of(all_of(group) for group in groups) is all_of(flat)
    assert any_of(any_of(group) for group in groups) is any_of(flat)


@given(few.flatmap(lambda values: st.tuples(st.just(values), st.permutations(values))))
def test_order_and_repetition_change_nothing(pair):
    """The connectives read a set: order never counts, and for and/or repetition does not either."""
    values, shuffled = pair
    assert all_of(shuffled) is all_of(values * 2)
    assert any_of(shuffled) is any_of(values * 2)
    assert at_least(2, shuffled) is at_least(2, values)


@given(few)
def test_connectives_are_what_every_completion_says(values):
    """A result is met if every completion of the unknowns is, not met if none is, else unknown."""
    assert all_of(values) is by_completions(values, lambda completed: F not in completed)
    assert any_of(values) is by_completions(values, lambda completed: T in completed)


@given(st.integers(0, 7), few)
def test_at_least_is_what_every_completion_says(n, values):
    """At least n hold if they do in every completion, do not if in none, else unknown."""
    assert at_least(n, values) is by_completions(values, lambda completed: completed.count(T) >= n)


@given(few)
def test_at_least_runs_from_or_to_and(values):
    """At least one is the disjunction; at least all of them is the conjunction."""
    assert at_least(1, values) is any_of(values)
    assert at_least(len(values), values) is all_of(values)


@given(st.integers(0, 6), few, truths)
def test_one_more_part_never_hurts_at_least(n, values, more):
    """Another part never takes away what holds, whatever is known of it."""
    order = [F, U, T]
    assert order.index(at_least(n, [*values, more])) >= order.index(at_least(n, values))
