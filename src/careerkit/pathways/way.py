"""A way: the steps to a goal, how long they take, how sure they are, and how ways differ."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from careerkit.model.vocabulary import CONFIDENCE, DEGREES, USUAL
from careerkit.pathways.client_state import ClientState
from careerkit.pathways.step import Proviso, Step

_DOUBT = {USUAL: -1, **{word: rank for rank, word in enumerate(CONFIDENCE)}}
"""Ranks of evidence, surest first; a usual step never makes a rule less sure."""
_LARGE = ("program", "finish_program", "place", "apprenticeship", "work", "training", "course")
"""Steps that tell ways apart; papers, exams and waits do not."""
_MUCH = 6
"""A way that is so many months shorter is another way, though its steps are alike."""
_LONG = 2
"""How many times as long as the shortest way, and a year, a way may take."""
_NEVER_TOO_LONG = 60
"""The months that any way may take."""


class Way(NamedTuple):
    """Steps that lead to the goal if the provisos in ``provided`` hold.

    ``assumes`` are assumptions about the client's stated facts. ``before`` counts the steps up to
    the exam. ``notes`` say what is special about this way; ``end`` is the client at its end.
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
        return any(map(_is_open_school, self.steps))

    @property
    def counted(self) -> list[Step]:
        """The steps whose time counts."""
        return [step for step in self.steps if not (step.after_hire or _is_open_school(step))]

    @property
    def months_at_least(self) -> int:
        """How long the steps of known length take, up to the goal."""
        return sum(step.months or 0 for step in self.counted)

    @property
    def months(self) -> int | None:
        """How long the steps take, None where the length of one is not known."""
        if any(step.months is None or step.open_ended for step in self.counted):
            return None
        return self.months_at_least

    @property
    def rank(self) -> tuple[int, bool, bool, int, int, int]:
        """Order ways: the surest first, then those without a proviso, then the shortest."""
        return (
            max(_DOUBT[self.confidence], 0),
            bool(self.provided),
            any(step.months is None for step in self.counted),
            self.months_at_least,
            len(self.steps),
            self.order,
        )

    @property
    def is_exceptional(self) -> bool:
        """Whether somebody has to make an exception."""
        return any(proviso.exceptional for proviso in self.provided)

    @property
    def large(self) -> Counter[tuple[str, str | None, str | None]]:
        """Its large steps by kind, level (if that is a degree) and field."""
        return Counter(
            (
                step.kind.removeprefix("finish_"),
                step.level if step.level in DEGREES else None,
                step.field,
            )
            for step in self.steps
            if step.kind in _LARGE
        )

    def is_like(self, other: "Way") -> bool:
        """Tell whether it differs from a better way in nothing that matters to a client.

        On the same route, another field of study or a further step matters little.
        """
        if self.months_at_least <= other.months_at_least - _MUCH:
            return False
        if self.route != other.route:
            return self.large == other.large
        return self.levels >= other.levels

    @property
    def levels(self) -> Counter[tuple[str, str | None]]:
        """Its large steps by kind and level."""
        return Counter((kind, level) for kind, level, _ in self.large.elements())


class LeftOut(NamedTuple):
    """A route that is not offered to the client, and why not."""

    label: str
    reason: str


class Found(NamedTuple):
    """The ways to a goal, best first, and the routes that are not for the client."""

    ways: list[Way]
    left_out: list[LeftOut]


def _is_open_school(step: Step) -> bool:
    return step.kind == "finish_high_school" and not step.known and step.months is None


def least_sure(words: Iterable[str | None]) -> str:
    """Return the least sure of some words for confidence; ``usual`` where there are none."""
    return max((word for word in words if word), key=_DOUBT.__getitem__, default=USUAL)


def distinct(ways: Iterable[Way]) -> list[Way]:
    """Return the ways best first, without those that are like a better one or far longer.

    Exceptions are left out where there is another way. Where the client may sit for the exam now,
    ways that begin with other steps are left out too.
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
    kept: list[Way] = []
    for way in ways:
        if not any(way.is_like(other) for other in kept):
            kept.append(way)
    return kept
