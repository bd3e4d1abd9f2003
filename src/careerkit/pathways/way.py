"""A way: steps to a goal, how long they take, how sure they are, and how ways differ."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from careerkit.model.vocabulary import CONFIDENCE, DEGREES, USUAL
from careerkit.pathways.client_state import ClientState
from careerkit.pathways.step import Proviso, Step

_DOUBT = {USUAL: -1, **{word: rank for rank, word in enumerate(CONFIDENCE)}}
"""Ranks of evidence. What is usual makes no rule less sure."""
_LARGE = ("program", "finish_program", "place", "apprenticeship", "work", "training", "course")
"""Steps that make one way another one; papers, exams and waits do not."""
_MUCH = 6
"""So many months shorter is another way, though its steps are alike."""
_LONG = 2
"""A way that takes more than so many times as long as the shortest and a year is none."""
_NEVER_TOO_LONG = 60
"""Unless it takes no more months than these."""


class Way(NamedTuple):
    """Steps that lead to the goal where what is ``provided`` holds, and what they ``assume``.

    ``before`` counts the steps up to the exam. ``notes`` tell what is special about getting in
    this way; ``end`` is where the client stands then.
    """

    credential: str | None
    route: str | None
    label: str
    steps: tuple[Step, ...]
    provided: tuple[Proviso, ...]
    assumes: tuple[str, ...]
    confidence: str
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    before: int
    order: int
    end: ClientState

    @property
    def after_school(self) -> bool:
        """Whether the time counts from the end of high school, which may be behind the client."""
        return any(_is_open_school(each) for each in self.steps)

    @property
    def counted(self) -> list[Step]:
        """Return the steps whose time counts."""
        return [each for each in self.steps if not (each.after_hire or _is_open_school(each))]

    @property
    def months_at_least(self) -> int:
        """How long the steps take whose length is known, up to the goal."""
        return sum(each.months or 0 for each in self.counted)

    @property
    def months(self) -> int | None:
        """How long the steps take, None where the length of one is not known."""
        if any(each.months is None or each.open_ended for each in self.counted):
            return None
        return self.months_at_least

    @property
    def rank(self) -> tuple[int, bool, bool, int, int, int]:
        """Order ways: the surest first, then what rests on no proviso, then the shortest."""
        return (
            max(_DOUBT[self.confidence], 0),
            bool(self.provided),
            any(each.months is None for each in self.counted),
            self.months_at_least,
            len(self.steps),
            self.order,
        )

    @property
    def is_exceptional(self) -> bool:
        """Whether somebody has to make an exception."""
        return any(each.exceptional for each in self.provided)

    @property
    def large(self) -> Counter[tuple[str, str | None, str | None]]:
        """Return its large steps: each with its field, and with its level if that is a degree."""
        return Counter(
            (
                each.kind.removeprefix("finish_"),
                each.level if each.level in DEGREES else None,
                each.field,
            )
            for each in self.steps
            if each.kind in _LARGE
        )

    def is_like(self, other: "Way") -> bool:
        """Tell whether it differs from a better way in nothing that matters to a client.

        By the same route, another field of study, or a step more, matters little.
        """
        if self.months_at_least <= other.months_at_least - _MUCH:
            return False
        if self.route != other.route:
            return self.large == other.large
        return self.levels >= other.levels

    @property
    def levels(self) -> Counter[tuple[str, str | None]]:
        """Return its large steps, whatever their field."""
        found: Counter[tuple[str, str | None]] = Counter()
        for (kind, level, _), number in self.large.items():
            found[kind, level] += number
        return found


class LeftOut(NamedTuple):
    """A route that is not offered to the client, and why not."""

    label: str
    reason: str


class Found(NamedTuple):
    """The ways to a goal, best first, and the routes that are no way for the client."""

    ways: list[Way]
    left_out: list[LeftOut]


def _is_open_school(step: Step) -> bool:
    return step.kind == "finish_high_school" and not step.known and step.months is None


def least_sure(words: Iterable[str | None]) -> str:
    """Return the least sure of the rules behind some steps; ``usual`` where no rule is."""
    return max((word for word in words if word), key=_DOUBT.__getitem__, default=USUAL)


def distinct(ways: Iterable[Way]) -> list[Way]:
    """Return the ways best first, without those that differ from a better one in nothing large.

    Exceptions are no ways where there is another; neither is what begins with steps where the
    client may sit for the exam as it is.
    """
    listed = sorted(ways, key=lambda way: way.rank)
    usual = [way for way in listed if not way.is_exceptional] or listed
    ready = [way for way in usual if not way.before and not way.provided]
    shown = unlike(ready or usual)
    shortest = min((way.months_at_least for way in shown), default=0)
    limit = max(_LONG * (shortest + 12), _NEVER_TOO_LONG)
    return [way for way in shown if way.months_at_least <= limit]


def unlike(ways: Iterable[Way]) -> list[Way]:
    """Return the ways in their order, without those that are like one before."""
    found: list[Way] = []
    for way in ways:
        if not any(way.is_like(other) for other in found):
            found.append(way)
    return found
