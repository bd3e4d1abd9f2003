"""The ways of one client to one credential: every route, and each alternative in its rule."""

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
"""Conditions that are met only while one studies."""
_NOUNS = ("exam", "evaluation", "test", "assessment", "qualification")


class Option(NamedTuple):
    """One alternative of a route's rule, and what is asked ``extra`` beside it."""

    credential: Credential
    route: Route
    asked: Alternative
    extra: Alternative = ()

    @property
    def to_sit(self) -> Alternative:
        """What is asked before the exam."""
        return (*(each for each in self.asked if each.stage == _SITTING), *self.extra)

    @property
    def studied_first(self) -> Alternative:
        """What is asked before the exam, with the degrees that are asked after it.

        Whoever must study anyway takes one program for both. Students near the end of one sit
        before they have it.
        """
        if any(each.condition in _OF_STUDENTS for each in self.asked):
            return self.to_sit
        degrees = (each for each in self.later if each.condition == "degree_at_least")
        return (*self.to_sit, *degrees)

    @property
    def later(self) -> Alternative:
        """What is asked after the exam."""
        return tuple(each for each in self.asked if each.stage != _SITTING)


def credential_ways(
    credential: str,
    client_state: ClientState,
    lookups: Lookups,
    chain: tuple[str, ...] = (),
    extra: Alternative = (),
) -> Found:
    """Return the ways to hold a credential, with what is asked ``extra`` beside its rule."""
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
    """Return what lies before the exam of a credential, by its nearest route; raise ``NoWay``."""
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
    nearest = min(plans, key=lambda each: (len(each.provided), len(each.steps)))
    return tuple(nearest.provided), tuple(nearest.steps)


def _options(
    credential: Credential | None, extra: Alternative
) -> Iterator[tuple[Route, list[Option]]]:
    for route in credential.routes if credential else ():
        asked = alternatives(route.requires)
        yield route, [Option(credential, route, each, extra) for each in asked]  # type: ignore[arg-type]  # there is one


def _plan(
    option: Option, client_state: ClientState, lookups: Lookups, chain: tuple[str, ...]
) -> Plan:
    origin = Origin(option.route.sources, option.route.confidence)
    return plan_from(client_state, lookups, origin, (*chain, option.credential.id))


def plan_from(
    client_state: ClientState, lookups: Lookups, origin: Origin, chain: tuple[str, ...] = ()
) -> Plan:
    """Return a plan without a step yet, which finds ways to the credentials that it needs here."""
    planner = Planner(rank, add_step_for, credential_ways, sitting_steps)
    return Plan(client_state, lookups, origin, chain, planner)


def _way(option: Option, plan: Plan, start: ClientState, order: int) -> Way:
    """Return the way by one alternative of a route's rule; raise ``NoWay``."""
    _sit(option, plan)
    before = len(plan.steps)
    _finish(option, plan)
    route = option.route
    _check_open(route, plan.client_state)
    if not _is_met(option, plan.client_state):
        raise NoWay("its parts do not fit into the time that the rule looks back")
    asked = (*option.asked, *option.extra)
    sure = least_sure(
        [
            route.confidence,
            *(each.confidence for each in asked),
            *(each.confidence for each in plan.steps),
        ]
    )
    return Way(
        credential=option.credential.id,
        route=route.id,
        label=route.label,
        steps=tuple(plan.steps),
        provided=tuple(plan.provided),
        assumes=tuple(dict.fromkeys(_assumed(option, start, plan))),
        confidence=sure,
        sources=route.sources,
        notes=tuple(filter(None, (route.effect, route.note))),
        before=before,
        order=order,
        end=plan.client_state,
    )


def _is_met(option: Option, client_state: ClientState) -> bool:
    """Tell whether all is met at the end; what is asked before the exam was met on its day."""
    sat = client_state._replace(granted=client_state.granted | {*option.to_sit})
    extra = all(client_state.meets(each) for each in option.extra)
    return extra and sat.meets_rule(option.route.requires)


def _sit(option: Option, plan: Plan) -> None:
    """Take the steps up to the exam, on a day on which the route is open."""
    if (ends := option.route.valid_until) and is_closed(option.route, plan.client_state.day):
        begins = option.route.valid_from
        if not begins or first_day(begins) <= plan.client_state.day:
            raise NoWay(f"it counted until {date_in_words(ends)}")
    may_sit = all(plan.client_state.meets(each) for each in option.to_sit)
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
    """Take the exam, what is asked after it, and the credential."""
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
    """Return the step of passing the credential's exam; None where it has none, or it is passed."""
    record, exam = option.credential, option.credential.exam
    own = own_exams(record.id)
    done = plan.client_state.client.exams
    if exam is None or (own and done and {*own} <= {each.id for each in done}):
        return None
    noun = "" if any(each in exam.name.lower() for each in _NOUNS) else " exam"
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
    """Say what is taken for granted of what the client has already."""
    for each in option.asked:
        result = start.find(each)
        if result.verdict is Truth.MET:
            yield from result.assumes
    present = [each for each in start.client.work or () if goes_on(each, start.day) is Truth.MET]
    if present and plan.client_state.day > start.day:
        ended = tuple(
            replace(each, to=start.day.isoformat(), current=False) if each in present else each
            for each in plan.client_state.client.work or ()
        )
        stopped = plan.client_state._replace(client=replace(plan.client_state.client, work=ended))
        if not all(stopped.meets(each) for each in (*option.asked, *option.extra)):
            yield "the client's present work goes on all the while"
