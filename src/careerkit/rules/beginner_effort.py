"""What it takes to come to hold a credential, for rules that ask for one."""

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
    """Return the effort and the gap of the shortest way to a credential that is open on a day."""
    case = Case(client=_BEGINNER, as_of=as_of, reference=Reference())
    rules = [each.requires for each in routes if not is_closed(each, as_of)]
    found = [evaluate(each, case, LAST_STAGE) for each in rules]
    ways = [each for each in found if each is None or credential not in each.required_credentials]
    if not ways:
        return Effort.OUT_OF_REACH, inf
    if any(each is None or each.verdict is Truth.MET for each in ways):
        return Effort.STEP, 0
    lacking = [each for each in ways if each and each.verdict is Truth.NOT_MET]
    return min(((each.effort, each.months_short) for each in lacking), default=(Effort.STEP, 0))


def turning_days(routes: Sequence[Route]) -> list[date]:
    """Return the days from which a credential may take something else; the first is that of all.

    Who begins has done nothing yet, so only the days that records name can make a difference.
    """
    conditions = [each for route in routes for each in conditions_in(route.requires)]
    named = [text for route in routes for text in (route.valid_from, route.valid_until)]
    named += [text for each in conditions for text in (each.earned_before, each.completed_before)]
    named += [each.completed_after for each in conditions]
    named += [state.since for each in conditions for state in each.states_effective]
    told = [text for text in named if text]
    days = {date.min, *map(first_day, told)}
    return sorted(days.union(add_days(last_day(text), 1) for text in told))
