"""One client's ways to a credential: by every route, and every alternative in its rule."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from careerkit.dates import date_in_words, first_day
from careerkit.model.credential import Credential, Route
from careerkit.pathways.alternatives import Alternative, alternatives
from careerkit.pathways.client_state import ClientState
from careerkit.pathways.credential_steps import own_exams
from careerkit.pathways.effects import both, holds, passed
from careerkit.pathways.lookups import Lookups
from careerkit.pathways.plan import Origin, Plan, Planner
from careerkit.pathways.step import NoWay, Proviso, Step, unchanged
from careerkit.pathways.step_registry import add_step_for, rank
from careerkit.pathways.way import Found, LeftOut, Way, distinct, least_sure
from careerkit.rules.employment import goes_on
from careerkit.rules.three_valued import Truth
from careerkit.rules.time_limits import is_closed

_SITTING = "sit"
_OF_STUDENTS = ("enrolled_final_term", "in_pursuit_of", "enrolled_program")
"""Conditions that only a student in a program meets."""
_NOUNS = ("exam", "evaluation", "test", "assessment", "qualification")


class Option(NamedTuple):
    """One alternative of a route's rule, and ``extra`` conditions of the career beside it."""

    credential: Credential
    route: Route
    conditions: Alternative
    extra: Alternative = ()

    @property
    def to_sit(self) -> Alternative:
        """The conditions before the exam."""
        return (*(one for one in self.conditions if one.stage == _SITTING), *self.extra)

    @property
    def studied_first(self) -> Alternative:
        """The conditions before the exam, and the degrees that are asked for after it.

        Whoever must study anyway takes one program for both. Students sit before they finish.
        """
        if any(one.condition in _OF_STUDENTS for one in self.conditions):
            return self.to_sit
        degrees = (one for one in self.later if one.condition == "degree_at_least")
        return (*self.to_sit, *degrees)

    @property
    def later(self) -> Alternative:
        """The conditions after the exam."""
        return tuple(one for one in self.conditions if one.stage != _SITTING)


def credential_ways(
    credential: str,
    client_state: ClientState,
    lookups: Lookups,
    chain: tuple[str, ...] = (),
    extra: Alternative = (),
) -> Found:
    """Return the ways to a credential that also meet the ``extra`` conditions."""
    ways: list[Way] = []
    left_out: list[LeftOut] = []
    for route, options in _options(lookups.credential(credential), extra):
        before, reasons = len(ways), []
        for option in options:
            plan = _plan(option, client_state, lookups, chain)
            try:
                ways.append(_way(option, plan, client_state, len(ways)))
            except NoWay as none:
                reasons.append(none.reason)
        if len(ways) == before:
            left_out.append(LeftOut(route.label, reasons[0]))
    return Found(distinct(ways), left_out)


def sitting_steps(credential: str, plan: Plan) -> tuple[tuple[Proviso, ...], tuple[Step, ...]]:
    """Return the provisos and steps before a credential's exam by its nearest route, or raise."""
    plans = []
    for _, options in _options(plan.lookups.credential(credential), ()):
        for option in options:
            trial = _plan(option, plan.client_state, plan.lookups, plan.chain)
            try:
                _sit(option, trial)
            except NoWay:
                continue
            plans.append(trial)
    if not plans:
        raise NoWay(f"there is no way on record to sit for the exam of {credential}")
    nearest = min(plans, key=lambda trial: (len(trial.provided), len(trial.steps)))
    return tuple(nearest.provided), tuple(nearest.steps)


def _options(
    credential: Credential | None, extra: Alternative
) -> Iterator[tuple[Route, list[Option]]]:
    if credential:
        for route in credential.routes:
            found = alternatives(route.requires)
            yield route, [Option(credential, route, conditions, extra) for conditions in found]


def _plan(
    option: Option, client_state: ClientState, lookups: Lookups, chain: tuple[str, ...]
) -> Plan:
    origin = Origin(option.route.sources, option.route.confidence)
    return plan_from(client_state, lookups, origin, (*chain, option.credential.id))


def plan_from(
    client_state: ClientState, lookups: Lookups, origin: Origin, chain: tuple[str, ...] = ()
) -> Plan:
    """Return an empty plan, which finds ways to other credentials by ``credential_ways``."""
    planner = Planner(rank, add_step_for, credential_ways, sitting_steps)
    return Plan(client_state, lookups, origin, chain, planner)


def _way(option: Option, plan: Plan, start: ClientState, order: int) -> Way:
    _sit(option, plan)
    before = len(plan.steps)
    _finish(option, plan)
    route = option.route
    _check_open(route, plan.client_state)
    if not _is_met(option, plan.client_state):
        raise NoWay("its parts do not fit into the time that the rule looks back")
    conditions = (*option.conditions, *option.extra)
    confidences = [route.confidence, *(one.confidence for one in conditions)]
    confidences += [step.confidence for step in plan.steps]
    return Way(
        credential=option.credential.id,
        route=route.id,
        label=route.label,
        steps=tuple(plan.steps),
        provided=tuple(plan.provided),
        assumes=tuple(dict.fromkeys(_assumed(option, start, plan))),
        confidence=least_sure(confidences),
        sources=route.sources,
        notes=tuple(filter(None, (route.effect, route.note))),
        before=before,
        order=order,
        end=plan.client_state,
    )


def _is_met(option: Option, client_state: ClientState) -> bool:
    """Tell whether the rule is met at the end; conditions to sit were met on the exam's day."""
    sat = client_state._replace(granted=client_state.granted | {*option.to_sit})
    extra = all(map(client_state.meets, option.extra))
    return extra and sat.meets_rule(option.route.requires)


def _sit(option: Option, plan: Plan) -> None:
    """Take the steps up to the exam, on a day on which the route is open."""
    if (ends := option.route.valid_until) and is_closed(option.route, plan.client_state.day):
        begins = option.route.valid_from
        if not begins or first_day(begins) <= plan.client_state.day:
            raise NoWay(f"it counted until {date_in_words(ends)}")
    may_sit = all(map(plan.client_state.meets, option.to_sit))
    plan.settle(option.to_sit if may_sit else option.studied_first)
    _check_open(option.route, plan.client_state)


def _check_open(route: Route, client_state: ClientState) -> None:
    if not is_closed(route, client_state.day):
        return
    begins, ends = route.valid_from, route.valid_until
    if begins and client_state.day < first_day(begins):
        raise NoWay(f"it opens on {date_in_words(begins)}")
    raise NoWay(f"it ends on {date_in_words(ends or '')}, before its steps can be done")


def _finish(option: Option, plan: Plan) -> None:
    record = option.credential
    gained = holds(record.id)
    exam = _exam_step(option, plan)
    if exam:
        plan.take(exam)
    until = len(plan.steps)
    plan.settle(option.later)
    if exam and len(plan.steps) == until:
        plan.steps[-1] = exam._replace(effect=both(exam.effect, gained), credential=record.id)
        now = plan.client_state
        plan.client_state = now._replace(client=gained(now.client, now.day, now.day))
        return
    body = plan.client_state.reference.issuers.get(record.issuer, record.issuer)
    plan.take(
        Step(
            "credential",
            f"Apply to {body} for the {record.abbreviation}",
            effect=gained,
            credential=record.id,
            confidence=option.route.confidence,
            sources=option.route.sources,
        )
    )


def _exam_step(option: Option, plan: Plan) -> Step | None:
    """Return the step of the credential's exam; None where there is none, or it is passed."""
    record, exam = option.credential, option.credential.exam
    own = own_exams(record.id)
    done = plan.client_state.client.exams
    if exam is None or (own and done and {*own} <= {taken.id for taken in done}):
        return None
    noun = "" if any(noun in exam.name.lower() for noun in _NOUNS) else " exam"
    goal = "" if record.abbreviation in exam.name else f" for the {record.abbreviation}"
    return Step(
        "exam",
        f"Pass the {exam.name}{noun}{goal}",
        effect=passed(*own) if own else unchanged,
        known=not own or done is not None,
        confidence=option.route.confidence,
        sources=exam.sources,
    )


def _assumed(option: Option, start: ClientState, plan: Plan) -> Iterator[str]:
    for condition in option.conditions:
        result = start.find(condition)
        if result.verdict is Truth.MET:
            yield from result.assumes
    present = [work for work in start.client.work or () if goes_on(work, start.day) is Truth.MET]
    if present and plan.client_state.day > start.day:
        ended = tuple(
            replace(work, to=start.day.isoformat(), current=False) if work in present else work
            for work in plan.client_state.client.work or ()
        )
        stopped = plan.client_state._replace(client=replace(plan.client_state.client, work=ended))
        if not all(map(stopped.meets, (*option.conditions, *option.extra))):
            yield "the client's present work goes on all the while"
