"""A list of the client held against a condition that one entry can meet."""

from datetime import date

import pytest

from careerkit.model.client import Client
from careerkit.model.rule import Condition
from careerkit.rules.finding import Case, Reference
from careerkit.rules.kleene import Truth
from careerkit.rules.listed import over_list

MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
CASE = Case(client=Client(), as_of=date(2026, 11, 22), reference=Reference())


@pytest.mark.parametrize(
    ("listed", "entries", "truth"),
    [
        (None, [], UNKNOWN),
        ((), [], NOT_MET),
        ((("other", MET),), [], NOT_MET),
        ((("it", NOT_MET), ("it", MET)), [("it", NOT_MET), ("it", MET)], MET),
        ((("it", UNKNOWN), ("other", MET)), [("it", UNKNOWN)], UNKNOWN),
    ],
)
def test_one_entry_that_matches_is_enough(listed, entries, truth):
    """What does not match counts for nothing, and only a list that was not told leaves it open."""
    condition = Condition(condition="it")
    found = over_list(
        condition,
        CASE,
        listed,
        lambda asked, entry: entry[0] == asked.condition,
        lambda _asked, entry, _case: entry[1],
    )
    assert found == (entries, truth)
