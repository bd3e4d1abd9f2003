"""A plan in the making: conditions are met one by one, each by a step or a proviso."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from careerkit.model.client import Client
from careerkit.model.credential import Credential
from careerkit.model.rule import Condition
from careerkit.model.types import SourceId
from careerkit.pathways.client_state import ClientState
from careerkit.pathways.lookups import Lookups
from careerkit.pathways.step import NoWay, Proviso, Step
from careerkit.pathways.way import Found
from careerkit.rules.result import ConditionResult
from careerkit.rules.three_valued import Truth

_LAPSED = "its parts do not fit into the time that the rule looks back"
_WAITING = ("holds_credential", "membership")
"""What is first got and then held for some time; all else is one step, and never done again."""
_SECTIONS = {
    "holds_credential": "credentials",
    "membership": "memberships",
    "exam_passed": "exams",
    "procedures_performed": "procedures",
    "work_in_field": "work",
    "training_hours": "training",
    "training_completed": "training",
    "degree_at_least": "education",
    "program_accredited_by": "education",
    "program_approved_by": "education",
    "program_completed": "education",
    "credit_hours_at_least": "credits",
    "course_in": "courses",
}
"""The section of the profile that a type of condition reads before all."""


class Origin(NamedTuple):
    """What asks for the steps of a plan: its sources, and how sure it is, or that it is usual."""

    sources: tuple[SourceId, ...]
    confidence: str


class Planner(NamedTuple):
    """What a plan is made by: handed in, because it makes further plans.

    ``rank`` orders the conditions that are not met, ``supply`` takes the step that meets one or
    raises ``NoWay``; ``credential_ways`` finds the ways to a credential that a step asks for, and
    ``sitting_steps`` what lies before its exam.
    """

    rank: Callable[[Condition, ClientState], tuple[int, int, int]]
    add_step_for: Callable[[Condition, ConditionResult, "Plan", Sequence[Condition]], None]
    credential_ways: Callable[[str, ClientState, Lookups, tuple[str, ...]], Found]
    sitting_steps: Callable[[str, "Plan"], tuple[tuple[Proviso, ...], tuple[Step, ...]]]


class Plan:
    """Steps taken from a standing on, and what they are provided on.

    ``chain`` holds the credentials that are being planned for: none of them is a step to itself.
    """

    def __init__(
        self,
        client_state: ClientState,
        lookups: Lookups,
        origin: Origin,
        chain: tuple[str, ...],
        planner: Planner,
    ) -> None:
        self.planner = planner
        self.client_state = client_state
        self.lookups = lookups
        self.origin = origin
        self.chain = chain
        self.steps: list[Step] = []
        self.provided: list[Proviso] = []

    @property
    def goal(self) -> Credential | None:
        """The credential that the plan is for, if any."""
        return self.lookups.credential(self.chain[-1]) if self.chain else None

    def take(self, *steps: Step) -> None:
        """Go on from where steps lead."""
        for step in steps:
            self.steps.append(step)
            self.client_state = self.client_state.after(step)

    def provide(self, proviso: Proviso) -> None:
        """Go on as if a proviso held."""
        self.provided.append(proviso)
        self.client_state = self.client_state.granting(proviso)

    def step(self, kind: str, text: str, condition: Condition, **values: Any) -> Step:  # noqa: ANN401 - fields of a step
        """Return a step that a condition asks for, with what the plan's origin says of it."""
        first = self.client_state.first
        finding = first.find(condition)
        own = {
            "known": finding.verdict is Truth.NOT_MET,
            "confidence": condition.confidence or self.origin.confidence,
            "sources": self.origin.sources,
            "note": asked_first(finding, condition, first.client),
        }
        return Step(kind=kind, text=text, **{**own, **values})

    def settle(self, conditions: Sequence[Condition]) -> None:
        """Take steps until every condition is met; raise ``NoWay`` where that cannot be."""
        rank = self.planner.rank
        tries: Counter[Condition] = Counter()
        while True:
            found = [(each, self.client_state.find(each)) for each in conditions]
            lacking = [(each, one) for each, one in found if one.verdict is not Truth.MET]
            if not lacking:
                return
            condition, finding = min(lacking, key=lambda pair: rank(pair[0], self.client_state))
            tries[condition] += 1
            if tries[condition] > (2 if condition.condition in _WAITING else 1):
                raise NoWay(_LAPSED)
            self.planner.add_step_for(condition, finding, self, [each for each, _ in lacking])


def asked_first(finding: ConditionResult, condition: Condition, client: Client) -> str | None:
    """Return the question that settles an unknown on which something was told already."""
    section = _SECTIONS.get(condition.condition)
    if finding.verdict is not Truth.UNKNOWN or not finding.ask or section is None:
        return None
    return finding.ask[0] if getattr(client, section) is not None else None
