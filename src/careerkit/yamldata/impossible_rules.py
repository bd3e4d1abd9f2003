"""Find conditions that no client can ever meet, and amounts that ask for nothing."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from careerkit.dates import add_months, first_day, last_day
from careerkit.model.client_vocabulary import WORK_DOMAINS
from careerkit.model.credential import Route
from careerkit.model.rule import AllOf, Condition, Rule
from careerkit.rules.time_limits import MONTHS, window_months

Never = Iterator[tuple[str, str]]
"""A parameter that makes a condition impossible, and why."""

_OLDEST = 120
_ALL_HOURS_A_MONTH = 31 * 24
_AMOUNTS = (
    *("years", "months", "weeks", "hours", "credits", "credits_each", "hours_each"),
    *("held_years", "tenure_years", "supervision_hours"),
)


def asks_nothing(condition: Condition) -> Iterator[str]:
    """Yield the amounts of a condition that are 0."""
    return (name for name in _AMOUNTS if getattr(condition, name) == 0)


def never_met(condition: Condition, route: Route) -> Never:
    """Yield why no client can meet a condition while its route is open."""
    for check in _CHECKS:
        yield from check(condition, route)


def _dates(condition: Condition, route: Route) -> Never:
    before, after = condition.completed_before, condition.completed_after
    if before and after and last_day(after) + timedelta(1) >= first_day(before):
        yield "completed_after", f"no day is after {after} and before {before}"
    if after and route.valid_until and last_day(route.valid_until) <= last_day(after):
        yield "completed_after", f"the route ends on {route.valid_until}"
    months = window_months(condition)
    if before and months is not None and route.valid_from:
        latest = add_months(first_day(before), months)
        if first_day(route.valid_from) >= latest:
            yield "completed_before", f"too long before the route begins, on {route.valid_from}"


def _age(condition: Condition, _route: Route) -> Never:
    if condition.condition == "age_at_least" and (condition.years or 0) > _OLDEST:
        yield "years", f"nobody is over {_OLDEST}"


def _work(condition: Condition, _route: Route) -> Never:
    months = window_months(condition)
    if condition.condition == "work_in_field" and months is not None:
        if (condition.years or 0) * MONTHS + (condition.months or 0) > months:
            key = "years" if condition.years else "months"
            yield key, "asks for more work than its window is long"
        if (condition.hours or 0) > months * _ALL_HOURS_A_MONTH:
            yield "hours", "asks for more hours than its window has"
        if (condition.over_months or 0) > months:
            yield "over_months", "is longer than the window"
    if (condition.min_domains or 0) > len(condition.domains or WORK_DOMAINS):
        yield "min_domains", "asks for more domains than there are"


def _states(condition: Condition, route: Route) -> Never:
    if condition.states or condition.incomplete or not route.valid_until:
        return
    begins = [first_day(effective.since) for effective in condition.states_effective]
    if begins and min(begins) > last_day(route.valid_until):
        yield "states_effective", f"the route ends on {route.valid_until}, before any of them"


_CHECKS: tuple[Callable[[Condition, Route], Never], ...] = (_dates, _age, _work, _states)


def barred_everywhere(rule: Rule) -> list[int]:
    """Return the indexes of parts of ``all_of`` that ask for states which another part bars."""
    parts = rule.all_of if isinstance(rule, AllOf) else ()
    conditions = [(index, part) for index, part in enumerate(parts) if isinstance(part, Condition)]
    barred = {
        state
        for _, condition in conditions
        if condition.condition == "state_not_in"
        for state in condition.states
    }
    return [
        index
        for index, condition in conditions
        if condition.condition == "state_in" and not condition.incomplete
        if {*condition.states, *(late.state for late in condition.states_effective)} <= barred
    ]
