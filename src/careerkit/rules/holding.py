"""What it takes to come to hold a credential, for rules that ask for one."""

from collections.abc import Callable, Iterable
from datetime import date
from math import inf

from careerkit.model.client import Client, Credits, Statements
from careerkit.model.rule import Rule
from careerkit.model.vocabulary import STAGES
from careerkit.rules.evaluate import evaluate
from careerkit.rules.finding import Case, Effort, Reference, Taken
from careerkit.rules.kleene import Truth

_LAST = [*STAGES][-1]
_BEGINNER = Client(
    education=(),
    credentials=(),
    work=(),
    training=(),
    memberships=(),
    exams=(),
    procedures={},
    military=(),
    credits=Credits(total=0, graduate=0, subjects={}),
    courses={},
    facts=Statements(
        apprenticeship=False,
        foreign_evaluation=False,
        foreign_reciprocity=False,
        practicum=False,
    ),
)
"""Somebody who has done nothing yet, and of whom nothing bad is known."""


class Takes:
    """What credentials take from the beginning, by id and day; each is worked out once.

    ``ways`` gives the rules of the open routes, and raises KeyError where there is no record.
    """

    def __init__(self, ways: Callable[[str, date], Iterable[Rule]]) -> None:
        self._ways = ways
        self._known: dict[tuple[str, date], Taken] = {}

    def __call__(self, credential: str, as_of: date) -> Taken:
        """Return the effort and the gap of the shortest way; raises KeyError without a record."""
        key = credential, as_of
        if key not in self._known:
            self._known[key] = self._worked_out(credential, as_of)
        return self._known[key]

    def _worked_out(self, credential: str, as_of: date) -> Taken:
        case = Case(client=_BEGINNER, as_of=as_of, reference=Reference())
        found = [evaluate(each, case, _LAST) for each in self._ways(credential, as_of)]
        ways = [each for each in found if each is None or credential not in each.needs]
        if not ways:
            return Effort.OUT_OF_REACH, inf
        if any(each is None or each.verdict is Truth.MET for each in ways):
            return Effort.STEP, 0
        lacking = [each for each in ways if each and each.verdict is Truth.NOT_MET]
        return min(((each.effort, each.gap) for each in lacking), default=(Effort.STEP, 0))
