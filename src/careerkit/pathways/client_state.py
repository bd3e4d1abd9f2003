"""Where a client stands on a day of a way, and how the evaluator judges what is asked there."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from careerkit.dates import add_months, months_between
from careerkit.model.client import Client
from careerkit.model.rule import Condition, Rule
from careerkit.pathways.step import Proviso, Step
from careerkit.rules.evaluate import LAST_STAGE, evaluate
from careerkit.rules.registry import CONDITIONS
from careerkit.rules.result import Case, ConditionResult, Reference
from careerkit.rules.three_valued import Truth


class ClientState(NamedTuple):
    """A client on a day, who was ``told`` of on the day on which the way was ``begun``.

    Facts that hold one yes for all conditions of a kind stay as they were told: a step that gives
    one such thing must not stand for another. What it gives is granted instead.
    """

    client: Client
    day: date
    reference: Reference
    told: Client
    begun: date
    granted: frozenset[Condition] = frozenset()

    @property
    def first(self) -> "ClientState":
        """Where the client stood at first."""
        return self._replace(client=self.told, day=self.begun, granted=frozenset())

    @property
    def case(self) -> Case:
        """What the evaluator reads."""
        return Case(self.client, self.day, self.reference, self.find if self.granted else None)

    def find(self, condition: Condition) -> ConditionResult:
        """Return the finding on one condition."""
        if condition in self.granted:
            return _granted(condition)
        case = Case(self.client, self.day, self.reference)
        return CONDITIONS[condition.condition].evaluate(condition, case)

    def meets(self, condition: Condition) -> bool:
        """Tell whether a condition is met."""
        return self.find(condition).verdict is Truth.MET

    def meets_rule(self, rule: Rule) -> bool:
        """Tell whether a whole rule is met, at its last stage."""
        found = evaluate(rule, self.case, LAST_STAGE)
        return found is None or found.verdict is Truth.MET

    def later(self, months: int) -> "ClientState":
        """Return where the client stands when some months have passed."""
        if not months:
            return self
        day = add_months(self.day, months)
        years = int(months_between(self.begun, day) // 12)
        age = None if self.told.age is None else self.told.age + years
        facts = self.client.facts
        left = facts.high_school_days_left
        if left is not None:
            facts = replace(facts, high_school_days_left=max(left - (day - self.day).days, 0))
        return self._replace(client=replace(self.client, age=age, facts=facts), day=day)

    def after(self, step: Step) -> "ClientState":
        """Return where the client stands after a step."""
        then = self.later(step.months or 0)
        if step.grants:
            return then._replace(granted=then.granted | {*step.grants})
        return then._replace(client=step.effect(then.client, self.day, then.day))

    def granting(self, proviso: Proviso) -> "ClientState":
        """Return where the client stands if a proviso holds."""
        return self._replace(granted=self.granted | {proviso.condition})


def client_state_of(client: Client, day: date, reference: Reference) -> ClientState:
    """Return where a client stands at the beginning of every way."""
    return ClientState(client=client, day=day, reference=reference, told=client, begun=day)


def replay(start: ClientState, provided: Iterable[Proviso], steps: Iterable[Step]) -> Case:
    """Return the case that steps lead to if the provisos hold, told as facts of the client.

    This is the evaluator's own view: a fact that was told is read by every condition. Only what no
    fact can tell of (that a rule holds in a state which no record lists) is granted.
    """
    now = start
    for proviso in provided:
        if proviso.effect is None:
            now = now.granting(proviso)
        else:
            now = now._replace(client=proviso.effect(now.client, now.day, now.day))
    now = now._replace(told=now.client)
    for step in steps:
        then = now.later(step.months or 0)
        now = then._replace(client=step.effect(then.client, now.day, then.day))
    return now.case


def _granted(condition: Condition) -> ConditionResult:
    return ConditionResult(
        condition=condition.condition,
        verdict=Truth.MET,
        requirement="",
        reason="a step of the way, or what it is provided on",
        stage=condition.stage,
    )
