"""A step of a way to a goal, its sources, and its effect on the client."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from careerkit.model.client import Client
from careerkit.model.rule import Condition

Effect = Callable[[Client, date, date], Client]
"""Returns the client after taking a step from one day to another."""

KINDS = {
    "finish_high_school": "finish school",
    "program": "complete a program of study",
    "finish_program": "finish a program that goes on",
    "place": "get a place in a program that is itself the way",
    "course": "take college courses or credits",
    "training": "complete training outside a program",
    "apprenticeship": "finish an apprenticeship",
    "practicum": "finish supervised practice",
    "exam": "pass an exam",
    "credential": "get a credential",
    "membership": "join an association",
    "work": "work, or keep working",
    "procedure": "perform a procedure some number of times",
    "statement": "get what is a matter of yes or no",
    "wait": "let time pass",
    "apply": "apply for work",
}
"""The kinds of step."""


def unchanged(client: Client, _begin: date, _end: date) -> Client:
    """Change nothing that a rule reads."""
    return client


class Step(NamedTuple):
    """One step: its ``text`` in plain words, and its ``effect`` on the client.

    ``months`` is how long it takes: None where no rule or record says so, 0 for less than half a
    month. An ``open_ended`` step may take longer. Training ``after_hire`` does not delay the goal.
    A step that is not ``known`` to be needed may be done already. ``grants`` are the conditions
    that the step meets although the client's facts have one yes for all conditions of the kind.
    """

    kind: str
    text: str
    effect: Effect = unchanged
    months: int | None = 0
    open_ended: bool = False
    after_hire: bool = False
    known: bool = True
    level: str | None = None
    field: str | None = None
    cips: tuple[str, ...] = ()
    accreditors: tuple[str, ...] = ()
    credential: str | None = None
    confidence: str | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None
    grants: tuple[Condition, ...] = ()


class Proviso(NamedTuple):
    """An assumption about the client that no step can bring about.

    The ``effect`` states it as a fact of the client, where there is such a fact. An
    ``exceptional`` proviso is an exception that somebody makes case by case.
    """

    text: str
    condition: Condition
    effect: Effect | None = None
    exceptional: bool = False


class NoWay(Exception):  # noqa: N818 - it is no error: a route that is not for this client
    """This route is not for this client; the message completes "this route is not shown: …"."""

    @property
    def reason(self) -> str:
        """Why there is none."""
        return str(self.args[0])
