"""A step of a way to a goal, what it rests on, and what it makes of the client who takes it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from careerkit.model.client import Client
from careerkit.model.rule import Condition

Effect = Callable[[Client, date, date], Client]
"""What a step makes of a client who takes it from one day to another."""

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
"""What kinds of step there are."""


def unchanged(client: Client, _begin: date, _end: date) -> Client:
    """Change nothing that a rule reads."""
    return client


class Step(NamedTuple):
    """One step: its ``text`` in plain words, and its ``effect`` on the client.

    ``months`` is how long it takes where a rule or a record says so: None where neither does, 0
    for what is no matter of months. An ``open_ended`` step may take longer. What is learned
    ``after_hire`` does not delay the goal. Where it is not ``known`` that the client lacks what the
    step gives, it may be done already. ``grants`` are the conditions that it alone stands for,
    where the client's facts hold no more than one yes for all conditions of the kind.
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
    """What a way takes for granted of the client, because no step can bring it about.

    The ``effect`` tells it of the client, where one fact does. An ``exceptional`` one is an
    exception that somebody makes case by case.
    """

    text: str
    condition: Condition
    effect: Effect | None = None
    exceptional: bool = False


class NoWay(Exception):  # noqa: N818 - it is no error: a route that is not for this client
    """There is no way for this client here; the message completes "this route is not shown: …"."""

    @property
    def reason(self) -> str:
        """Why there is none."""
        return str(self.args[0])
