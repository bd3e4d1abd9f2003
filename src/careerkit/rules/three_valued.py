"""Three-valued logic after Kleene."""

from collections.abc import Iterable
from enum import StrEnum


class Truth(StrEnum):
    """What is known of a condition."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


def all_of(values: Iterable[Truth]) -> Truth:
    """Return the conjunction: not met if one is, unknown if one is, else met."""
    truth = Truth.MET
    for value in values:
        if value is Truth.NOT_MET:
            return value
        if value is Truth.UNKNOWN:
            truth = value
    return truth


def any_of(values: Iterable[Truth]) -> Truth:
    """Return the disjunction: met if one is, unknown if one is, else not met."""
    truth = Truth.NOT_MET
    for value in values:
        if value is Truth.MET:
            return value
        if value is Truth.UNKNOWN:
            truth = value
    return truth


def at_least(n: int, values: Iterable[Truth]) -> Truth:
    """Return whether ``n`` of the values hold: not met once too few could still hold."""
    listed = list(values)
    met = listed.count(Truth.MET)
    if met >= n:
        return Truth.MET
    return Truth.UNKNOWN if met + listed.count(Truth.UNKNOWN) >= n else Truth.NOT_MET


def truth_of(value: bool | None) -> Truth:  # noqa: FBT001 - the value is the argument
    """Return the truth of a yes, a no or no answer (None)."""
    if value is None:
        return Truth.UNKNOWN
    return Truth.MET if value else Truth.NOT_MET
