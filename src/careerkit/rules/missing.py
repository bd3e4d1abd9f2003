"""What a group that is not met still needs: how much, and how to word it."""

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from careerkit.rules.result import ConditionResult, Effort
from careerkit.rules.three_valued import Truth


class Lack(NamedTuple):
    """What a group lacks; the fields are those of ``ConditionResult``."""

    missing: str | None
    choice: bool
    options: tuple[str, ...]
    required_credentials: tuple[str, ...]
    effort: Effort
    missing_count: int
    months_short: float


def lack_of(parts: Sequence[ConditionResult], need: int) -> Lack:
    """Return what a group that is not met still needs: the nearest ``need`` parts not met."""
    lacking = [part for part in parts if part.verdict is Truth.NOT_MET]
    if len(lacking) == 1:
        (only,) = lacking
        return Lack(*_LACK(only))
    lacking.sort(key=_DISTANCE)
    short = lacking[:need]
    missing, choice, options = _missing([part for part in lacking if part.missing], need)
    return Lack(
        missing=missing,
        choice=choice,
        options=options,
        required_credentials=_required(lacking, need),
        effort=max([part.effort for part in short]),
        missing_count=sum([part.missing_count for part in short]),
        months_short=sum([part.months_short for part in short]),
    )


_LACK = attrgetter(*Lack._fields)
_DISTANCE = attrgetter("effort", "missing_count", "months_short")


def _required(lacking: list[ConditionResult], count: int) -> tuple[str, ...]:
    """Return the credentials that fewer than ``count`` parts can do without."""
    required = [part.required_credentials for part in lacking]
    named = dict.fromkeys([id_ for ids in required for id_ in ids])
    return tuple(id_ for id_ in named if sum([id_ not in ids for ids in required]) < count)


def _missing(
    lacking: list[ConditionResult], count: int
) -> tuple[str | None, bool, tuple[str, ...]]:
    """Return what is missing in words, whether it is a choice, and the options if one is enough."""
    every = count >= len(lacking)
    if every or count == 1:
        lacking = [*{part.missing: part for part in lacking}.values()]
    if len(lacking) == 1:
        (only,) = lacking
        return only.missing, only.choice, only.options
    if count == 1:
        listed = (text for part in lacking for text in part.options or (_in_brackets(part),))
        options = tuple(dict.fromkeys(listed))
        return f"one of these: {'; '.join(options)}", True, options
    items = [_in_brackets(part) for part in lacking]
    if every:
        return " and ".join(items), False, ()
    return f"{count} of these: {'; '.join(items)}", True, ()


def _in_brackets(part: ConditionResult) -> str:
    return f"({part.missing})" if part.choice else part.missing or ""
