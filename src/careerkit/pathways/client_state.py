"""A client on a day of a way, and how the evaluator judges a condition there."""

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
    """A client on a ``day`` of a way that was ``begun`` earlier, with the facts in ``original``.

    Some facts hold one yes for all conditions of a kind: a portfolio and a visit are both a
    ``performance_assessment``. A step that meets one such condition leaves the fact as it is, and
    the condition is ``granted`` instead.
    """

    client: Client
    day: date
    reference: Reference
    original: Client
    begun: date
    granted: frozenset[Condition] = frozenset()

    @property
    def first(self) -> "ClientState":
        """The client at the beginning of the way."""
        return self._replace(client=self.original, day=self.begun, granted=frozenset())

    @property
    def case(self) -> Case:
        """What the evaluator reads."""
        return Case(self.client, self.day, self.reference, self.find if self.granted else None)

    def find(self, condition: Condition) -> ConditionResult:
        """Return the result of one condition."""
        if condition in self.granted:
            return _granted(condition)
        case = Case(self.client, self.day, self.reference)
        return CONDITIONS[condition.condition].evaluate(condition, case)

    def meets(self, condition: Condition) -> bool:
        """Tell whether a condition is met."""
        return self.find(condition).verdict is Truth.MET

    def meets_rule(self, rule: Rule) -> bool:
        """Tell whether a whole rule is met, at its last stage."""
        result = evaluate(rule, self.case, LAST_STAGE)
        return result is None or result.verdict is Truth.MET

    def later(self, months: int) -> "ClientState":
        """Return the client when some months have passed."""
        if not months:
            return self
        day = add_months(self.day, months)
        years = int(months_between(self.begun, day) // 12)
        age = None if self.original.age is None else self.original.age + years
        facts = self.client.facts
        if (left := facts.high_school_days_left) is not None:
            facts = replace(facts, high_school_days_left=max(left - (day - self.day).days, 0))
        return self._replace(client=replace(self.client, age=age, facts=facts), day=day)

    def after(self, step: Step) -> "ClientState":
        """Return the client after a step."""
        then = self.later(step.months or 0)
        if step.grants:
            return then._replace(granted=then.granted | {*step.grants})
        return then._replace(client=step.effect(then.client, self.day, then.day))

    def granting(self, proviso: Proviso) -> "ClientState":
        """Return the client if a proviso holds."""
        return self._replace(granted=self.granted | {proviso.condition})


def client_state_of(client: Client, day: date, reference: Reference) -> ClientState:
    """Return a client at the beginning of every way."""
    return ClientState(client=client, day=day, reference=reference, original=client, begun=day)


def _granted(condition: Condition) -> ConditionResult:
    return ConditionResult(
        condition=condition.condition,
        verdict=Truth.MET,
        requirement="",
        reason="a step of the way, or what it is provided on",
        stage=condition.stage,
    )
