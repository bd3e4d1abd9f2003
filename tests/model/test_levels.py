"""The order of levels and grades."""

from itertools import pairwise

from careerkit.model.client_vocabulary import GRADES
from careerkit.model.levels import GRADE_ORDER, LEVEL_ORDER
from careerkit.model.vocabulary import LEVELS


def test_levels_are_ranked_lowest_first():
    """Every level has a rank, in the order of the vocabulary."""
    assert list(LEVEL_ORDER) == list(LEVELS)
    assert all(LEVEL_ORDER[one] < LEVEL_ORDER[next_] for one, next_ in pairwise(LEVELS))


def test_grades_are_ranked_best_first_and_a_pass_has_no_rank():
    """A letter has a rank; whether a pass is a C or better, nobody can tell."""
    assert set(GRADES) - set(GRADE_ORDER) == {"P"}
    assert GRADE_ORDER["A"] < GRADE_ORDER["B"] < GRADE_ORDER["C"] < GRADE_ORDER["C-"]
    assert GRADE_ORDER["D-"] < GRADE_ORDER["F"]
