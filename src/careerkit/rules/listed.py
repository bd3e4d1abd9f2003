"""Conditions that one entry of a list can meet: a training, an exam, a credential, a membership."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from careerkit.model.rule import Condition
from careerkit.rules.finding import Case
from careerkit.rules.kleene import Truth, any_of

Entry = TypeVar("Entry")


def over_list(
    condition: Condition,
    case: Case,
    listed: Sequence[Entry] | None,
    matches: Callable[[Condition, Entry], bool],
    meets: Callable[[Condition, Entry, Case], Truth],
) -> tuple[list[Entry], Truth]:
    """Return the entries of a client's list that a condition is about, and whether one meets it.

    It is about those that match. Of a list that was not told it is unknown, and only of such a list
    without an entry.
    """
    entries = [entry for entry in listed or () if matches(condition, entry)]
    truth = any_of(meets(condition, entry, case) for entry in entries)
    return entries, Truth.UNKNOWN if listed is None else truth
