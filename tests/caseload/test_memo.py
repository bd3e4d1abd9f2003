"""What is kept of what was found."""

from hypothesis import given
from hypothesis import strategies as st

from careerkit.caseload.memo import Finder, Memo


def test_what_was_not_asked_for_lately_goes_first():
    """A value stays while it is asked for; others make room."""
    memo = Memo(2)
    for key in "abc":
        memo.put(key, key.upper())
        assert memo["a"] == "A"
    memo.put("d", "D")
    memo.put("e", "E")
    assert (memo["a"], memo["b"], memo["e"]) == ("A", None, "E")


@given(st.lists(st.integers(0, 30)), st.integers(1, 5))
def test_no_more_than_twice_as_many_are_kept(keys, most):
    """However many are put, what is kept is bounded, and what is kept is right."""
    memo = Memo(most)
    for key in keys:
        memo.put(key, key * 2)
        assert memo[key] == key * 2
        assert len(memo) <= 2 * most
    assert all(memo[key] in {None, key * 2} for key in keys)


def test_a_finder_finds_what_is_not_known():
    """Each value is found once, as long as there is room for it, and again when it is gone."""
    calls = []
    finder = Finder(2, lambda key: calls.append(key) or key.upper())
    assert [finder[key] for key in "aabab"] == ["A", "A", "B", "A", "B"]
    assert calls == ["a", "b"]
    assert [finder[key] for key in "cdefa"] == [*"CDEFA"]
    assert calls == [*"abcdefa"]
