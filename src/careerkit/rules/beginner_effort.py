"""Estimate the effort of earning a credential from scratch, to rank routes that require it."""

from collections.abc import Sequence
from datetime import date
from math import inf

from careerkit.dates import add_days, first_day, last_day
from careerkit.model.client import Client, Credits, Statements
from careerkit.model.credential import Route
from careerkit.rules.evaluate import LAST_STAGE, conditions_in, evaluate
from careerkit.rules.result import Case, Effort, Reference, Taken
from careerkit.rules.three_valued import Truth
from careerkit.rules.time_limits import is_closed

_BEGINNER = Client(
    education=(),
    credentials=(),
    work=(),
    training=(),
    memberships=(),
    exams=(),
    procedures={},
    military=(),
    credits=Credits(total=0, graduate=0, subjects={}),
    courses={},
    facts=Statements(
        apprenticeship=False, foreign_evaluation=False, foreign_reciprocity=False, practicum=False
    ),
)
"""Somebody who has done nothing yet, and of whom nothing bad is known."""


def beginner_effort(credential: str, routes: Sequence[Route], as_of: date) -> Taken:
    """Return the effort and rough months of the shortest route that is open on a day."""
    case = Case(client=_BEGINNER, as_of=as_of, reference=Reference())
    rules = [route.requires for route in routes if not is_closed(route, as_of)]
    results = [evaluate(rule, case, LAST_STAGE) for rule in rules]
    ways = [way for way in results if way is None or credential not in way.required_credentials]
    if not ways:
        return Effort.OUT_OF_REACH, inf
    if any(way is None or way.verdict is Truth.MET for way in ways):
        return Effort.STEP, 0
    lacking = [way for way in ways if way and way.verdict is Truth.NOT_MET]
    return min(((way.effort, way.months_short) for way in lacking), default=(Effort.STEP, 0))


def turning_days(routes: Sequence[Route]) -> list[date]:
    """Return the days, from ``date.min`` on, at which the effort of a beginner may change.

    A beginner has done nothing yet, so only the days that records name make a difference.
    """
    dates: list[str | None] = []
    for route in routes:
        dates += route.valid_from, route.valid_until
        for condition in conditions_in(route.requires):
            dates += condition.earned_before, condition.completed_before, condition.completed_after
            dates += (state.since for state in condition.states_effective)
    named = [text for text in dates if text]
    return sorted(
        {date.min, *map(first_day, named), *(add_days(last_day(text), 1) for text in named)}
    )
