"""A plan in the making: each condition is met by a step or a proviso."""

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
"""Conditions that may take two steps: to get something, then to hold it for some time."""
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
"""The section of the profile that a type of condition mainly reads."""


class Origin(NamedTuple):
    """The sources that ask for the steps of a plan, and how sure they are (or ``usual``)."""

    sources: tuple[SourceId, ...]
    confidence: str


class Planner(NamedTuple):
    """The functions that a plan is made with: handed in, because they make further plans.

    ``rank`` orders the conditions that are not met; ``add_step_for`` takes the step that meets one
    or raises ``NoWay``; ``credential_ways`` finds the ways to a credential that a step asks for,
    and ``sitting_steps`` the provisos and steps before its exam.
    """

    rank: Callable[[Condition, ClientState], tuple[int, int, int]]
    add_step_for: Callable[[Condition, ConditionResult, "Plan", Sequence[Condition]], None]
    credential_ways: Callable[[str, ClientState, Lookups, tuple[str, ...]], Found]
    sitting_steps: Callable[[str, "Plan"], tuple[tuple[Proviso, ...], tuple[Step, ...]]]


class Plan:
    """The steps planned so far and the provisos they depend on.

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
        """Add steps, and go on from the client after them."""
        for step in steps:
            self.steps.append(step)
            self.client_state = self.client_state.after(step)

    def provide(self, proviso: Proviso) -> None:
        """Add a proviso, and go on as if it held."""
        self.provided.append(proviso)
        self.client_state = self.client_state.granting(proviso)

    def follow(self, provided: Sequence[Proviso], steps: Sequence[Step], *, known: bool) -> None:
        """Add the provisos and steps of another plan, which may be done unless ``known``."""
        for proviso in provided:
            self.provide(proviso)
        self.take(*(step._replace(known=step.known and known) for step in steps))

    def step(self, kind: str, text: str, condition: Condition, **values: Any) -> Step:  # noqa: ANN401 - fields of a step
        """Return a step that a condition asks for, with the sources of the plan's origin."""
        first = self.client_state.first
        result = first.find(condition)
        own = {
            "known": result.verdict is Truth.NOT_MET,
            "confidence": condition.confidence or self.origin.confidence,
            "sources": self.origin.sources,
            "note": _open_question(result, condition, first.client),
        }
        return Step(kind=kind, text=text, **{**own, **values})

    def settle(self, conditions: Sequence[Condition]) -> None:
        """Take steps until every condition is met; raise ``NoWay`` where that cannot be."""
        rank = self.planner.rank
        tries: Counter[Condition] = Counter()
        while True:
            results = {condition: self.client_state.find(condition) for condition in conditions}
            unmet = [one for one in conditions if results[one].verdict is not Truth.MET]
            if not unmet:
                return
            condition = min(unmet, key=lambda one: rank(one, self.client_state))
            tries[condition] += 1
            if tries[condition] > (2 if condition.condition in _WAITING else 1):
                raise NoWay(_LAPSED)
            self.planner.add_step_for(condition, results[condition], self, unmet)


def _open_question(result: ConditionResult, condition: Condition, client: Client) -> str | None:
    """Return the question that settles an unknown of which the client stated something already."""
    section = _SECTIONS.get(condition.condition)
    if result.verdict is not Truth.UNKNOWN or not result.ask or section is None:
        return None
    return result.ask[0] if getattr(client, section) is not None else None
