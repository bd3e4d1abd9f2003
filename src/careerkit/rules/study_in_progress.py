"""Study in progress, for rules that ask for a completed program."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from careerkit.dates import add_days, add_months, last_day, months_between
from careerkit.model.client import Study
from careerkit.model.vocabulary import AWARD_LEVELS, FIELDS
from careerkit.rules.program_match import STUDYING, Match, status_of
from careerkit.rules.result import Effort
from careerkit.rules.three_valued import Truth
from careerkit.rules.time_limits import MONTHS

_FINAL_TERM, _LONGER = 1, 12
"""The months short of a study without an end date: in its final term, or earlier."""
_NEARER = 0.5
"""How much nearer the last term is than the end, and a student is at least than a beginner."""


class Lack(NamedTuple):
    """What a client lacks of a study; the fields are those of ``ConditionResult``."""

    missing: str
    effort: Effort
    months_short: float | None


def goes_on(study: Study, as_of: date) -> bool:
    """Tell whether a study has begun and is still to end."""
    return status_of(study, as_of) in STUDYING


def ends_soon(study: Study, as_of: date) -> bool:
    """Tell whether a study in progress is in its final term, or is to end within a year."""
    ends = study.expected or study.completed
    in_time = ends is not None and last_day(ends) < add_months(as_of, MONTHS)
    return goes_on(study, as_of) and (study.status == "final_term" or in_time)


def rest_of(study: Study, field: str | None, as_of: date, whole: Lack) -> Lack:
    """Return what is missing of a study in progress that meets all else the condition asks.

    If it ends soon, that is a step. It takes the months left, and always less than the ``whole``
    program does.
    """
    rest = _months_left(study, as_of)
    if whole.months_short is not None:
        rest = max(min(rest, whole.months_short - _NEARER), 0)
    effort = Effort.STEP if ends_soon(study, as_of) else whole.effort
    return Lack(finishing(study, field), effort, rest)


def _months_left(study: Study, as_of: date) -> float:
    ends = study.expected or study.completed
    if ends is None:
        return _FINAL_TERM if study.status == "final_term" else _LONGER
    return months_between(as_of, add_days(last_day(ends), 1))


def rest_of_any(matches: Iterable[Match], field: str | None, as_of: date, whole: Lack) -> Lack:
    """Return the least that is left of programs that only lack completion; else the ``whole``."""
    rests = [
        rest_of(match.study, field, as_of, whole)
        for match in matches
        if _lacks_only("completion", match) and goes_on(match.study, as_of)
    ]
    return min(rests, key=_size, default=whole)


def term_of_any(matches: Iterable[Match], as_of: date, whole: Lack) -> Lack:
    """Return how far off the last term is in programs that only lack that.

    For a client in no such program it is farther than the program itself.
    """
    rests = [
        rest_of(match.study, None, as_of, whole)
        for match in matches
        if _lacks_only("term", match) and goes_on(match.study, as_of)
    ]
    if not rests:
        return whole._replace(months_short=(whole.months_short or 0) + 1)
    nearest = min(rests, key=_size)
    return nearest._replace(
        missing=whole.missing, months_short=max((nearest.months_short or 0) - _NEARER, 0)
    )


def finishing(study: Study, field: str | None) -> str:
    """Return such as "finishing the associate program in medical assisting"."""
    level = AWARD_LEVELS.get(study.level or "")
    words = ("finishing the", level, "program", f"in {FIELDS[field]}" if field else None)
    return " ".join(filter(None, words))


def _lacks_only(name: str, match: Match) -> bool:
    return [part.name for part in match.parts if part.truth is not Truth.MET] == [name]


def _size(lack: Lack) -> tuple[Effort, float]:
    return lack.effort, lack.months_short or 0
