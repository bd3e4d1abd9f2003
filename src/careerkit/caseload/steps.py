"""The rules of a credential taken apart, so that each group is joined once for what it came to.

The conditions of a credential come to far more combinations of findings than any group of them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from operator import itemgetter
from typing import Any

from careerkit.caseload.memo import Memo
from careerkit.caseload.parts import Findings
from careerkit.eligibility import LAST, summed_up
from careerkit.model.credential import Credential
from careerkit.model.rule import Condition, Rule
from careerkit.rules.evaluate import (
    STAGE_ORDER,
    Group,
    conditions_in,
    join,
    later_parts,
    parts_of,
)
from careerkit.rules.finding import Finding
from careerkit.rules.kleene import Truth

Places = Mapping[int, tuple[int, int]]
"""The facet of a condition, by the identity of it, and which of the facet's conditions it is."""
Ended = tuple[Finding | None, list[Finding | None]]
"""What a route comes to at the stage, and what its later parts do; None where nothing counts."""


class Steps:
    """The steps from the findings on conditions to those that a credential is decided by."""

    def __init__(
        self, credential: Credential, places: Places, findings: Findings, stage: str
    ) -> None:
        rules = [route.requires for route in credential.routes]
        self._findings = findings
        self.room = findings.room
        """Where what was found is kept."""
        self._place_of = places
        self._places = places_in(credential, places)
        self._steps: list[_Step] = []
        self._ends = [
            (
                self._take(rule, stage, _at_the_end, _inside),
                [self._needed(part) for part in later_parts(rule, stage)],
            )
            for rule in rules
        ]
        ends = {end for first, later in self._ends for end in (first, *later)}
        self._told = sorted(end for end in ends if end is not None)

    def numbers(self, values: list[int]) -> tuple[int, ...]:
        """Return the numbers of what decides, given those of what the conditions found.

        The ``values`` stand in the order of the places, and those of the groups are added to them.
        """
        for step in self._steps:
            key = step.read(values)
            number = step.known[key]
            values.append(step.add(key) if number is None else number)
        return tuple([values[at] for at in self._told])

    def ended(self, numbers: Sequence[int]) -> Iterator[Ended]:
        """Yield what the numbers stand for, route by route."""
        each = self._findings.each
        known = {at: each[number] for at, number in zip(self._told, numbers, strict=True)}
        for end, later in self._ends:
            first = None if end is None else known[end]
            yield first, [None if at is None else known[at] for at in later]

    def forget(self) -> None:
        """Forget what was found."""
        for step in self._steps:
            step.known.clear()

    def _take(self, rule: Rule, stage: str, make: "_Join", inside: "_Join") -> int | None:
        """Return where the finding on a rule will stand; None where nothing in it counts yet."""
        if isinstance(rule, Condition):
            counts = STAGE_ORDER[rule.stage] <= STAGE_ORDER[stage]
            return self._places.index(self._place_of[id(rule)]) if counts else None
        parts = parts_of(rule)
        taken = [self._take(part, stage, inside, inside) for part in parts]
        counted = [at for at in taken if at is not None]
        if parts and not counted:
            return None
        return self._add(counted, partial(make, rule))

    def _needed(self, part: Rule) -> int | None:
        found = self._take(part, LAST, join, join)
        return None if found is None else self._add([found], _as_needed)

    def _add(self, at: Sequence[int], make: "_Make") -> int:
        self._steps.append(_Step(at, make, self._findings))
        return len(self._places) + len(self._steps) - 1


def places_in(credential: Credential, places: Places) -> list[tuple[int, int]]:
    """Return the places of the conditions of a credential, facet by facet."""
    rules = (route.requires for route in credential.routes)
    return sorted({places[id(each)] for rule in rules for each in conditions_in(rule)})


class _Step:
    """Makes one finding of some that stand at places before it; all of them by their numbers."""

    __slots__ = ("_findings", "_make", "_single", "known", "read")

    def __init__(self, at: Sequence[int], make: "_Make", findings: Findings) -> None:
        self.known: Memo[int] = Memo(findings.room)
        self.read: Callable[[Sequence[int]], Any] = itemgetter(*at) if at else _nothing
        """Returns the numbers that are read, or the number where it is but one."""
        self._single = len(at) == 1
        self._make = make
        self._findings = findings

    def add(self, read: Any) -> int:  # noqa: ANN401 - a number or several
        """Return the number of the finding that was made of others, and keep it."""
        each = self._findings.each
        parts = [each[number] for number in ([read] if self._single else read)]
        number = self._findings.number(self._make(parts))
        self.known.put(read, number)
        return number


def _nothing(_values: Sequence[int]) -> tuple[()]:
    return ()


_Make = Callable[[Sequence[Finding]], Finding]
_Join = Callable[[Group, Sequence[Finding]], Finding]


def _at_the_end(rule: Group, parts: Sequence[Finding]) -> Finding:
    return summed_up(join(rule, parts, worded=False))


def _inside(rule: Group, parts: Sequence[Finding]) -> Finding:
    return _at_the_end(rule, parts)._replace(parts=())


def _as_needed(found: Sequence[Finding]) -> Finding:
    """Return what is said of a later part: what it asks for, unless it is met."""
    (finding,) = found
    if finding.verdict is Truth.MET:
        return Finding("", Truth.MET, "", "")
    return Finding("", Truth.UNKNOWN, finding.requirement, "")
