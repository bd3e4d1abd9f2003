"""The open verdicts, the conditions they depend on, and the facts that would settle them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from careerkit.interview.unknowns import Path, filled, gaps, guesses
from careerkit.model.client import Client
from careerkit.model.credential import Credential, Route
from careerkit.model.rule import AllOf, AnyOf, Condition, Rule
from careerkit.rules.evaluate import STAGE_ORDER, parts_of
from careerkit.rules.registry import CONDITIONS
from careerkit.rules.result import Case
from careerkit.rules.three_valued import Truth, all_of, any_of, at_least
from careerkit.rules.time_limits import is_closed

Judge = Callable[[Condition], Truth]


class Need(NamedTuple):
    """An open condition, and the route of a credential that asks for it."""

    credential: Credential
    route: Route
    condition: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The open verdicts of one client; ``unanswered`` are the paths not to ask for (again).

    ``truths`` and ``paths`` keep results by condition, for many routes share conditions.
    """

    case: Case
    stage: str
    unanswered: frozenset[Path]
    truths: dict[Condition, Truth] = field(default_factory=dict)
    paths: dict[Condition, tuple[Path, ...]] = field(default_factory=dict)

    def wants(self, credentials: Iterable[Credential]) -> dict[Path, list[Need]]:
        """Return, by the path to ask for, the conditions of verdicts that answers can change."""
        needs: dict[Path, list[Need]] = defaultdict(list)
        for credential in credentials:
            routes = self._open_routes(credential)
            for route in routes if self._can_change(routes) else ():
                for condition in dict.fromkeys(self._open_parts(route.requires)):
                    for path in self.settling(condition):
                        needs[path].append(Need(credential, route, condition))
        return needs

    def is_open(self, credential: Credential) -> bool:
        """Tell whether the verdict on a credential is unknown."""
        return self._verdict(self._open_routes(credential), self.truth) is Truth.UNKNOWN

    def truth(self, condition: Condition) -> Truth:
        """Return whether the client meets a condition."""
        if condition not in self.truths:
            self.truths[condition] = self.supposing(condition, self.case.client)
        return self.truths[condition]

    def supposing(self, condition: Condition, client: Client) -> Truth:
        """Return whether another client would meet a condition."""
        case = self.case._replace(client=client, find=None)
        return CONDITIONS[condition.condition].evaluate(condition, case).verdict

    def guesses(self, path: Path) -> list[Any]:
        """Return values that a path might have, the poorest first."""
        return guesses(path, self.case.as_of, [*self.case.reference.accreditors])

    def settling(self, condition: Condition) -> tuple[Path, ...]:
        """Return the unknown paths that could settle a condition."""
        if condition not in self.paths:
            facts = CONDITIONS[condition.condition].facts
            unknown = [path for fact in facts for path in gaps(self.case.client, fact)]
            unknown = [path for path in dict.fromkeys(unknown) if path not in self.unanswered]
            alone = tuple(path for path in unknown if self._settles(condition, path))
            self.paths[condition] = alone or tuple(self._together(condition, unknown))
        return self.paths[condition]

    def _settles(self, condition: Condition, path: Path) -> bool:
        clients = (filled(self.case.client, path, value) for value in self.guesses(path))
        return any(self.supposing(condition, one) is not Truth.UNKNOWN for one in clients)

    def _together(self, condition: Condition, unknown: list[Path]) -> Iterator[Path]:
        """Yield the path that settles a condition after poor answers to the paths before it."""
        client = self.case.client
        for path in unknown:
            client = filled(client, path, self.guesses(path)[0])
            if self.supposing(condition, client) is not Truth.UNKNOWN:
                yield path
                return

    def _open_routes(self, credential: Credential) -> list[Route]:
        return [route for route in credential.routes if not is_closed(route, self.case.as_of)]

    def _can_change(self, routes: list[Route]) -> bool:
        """Tell whether an unknown verdict would be known if all answers were good, or all bad."""
        if self._verdict(routes, self.truth) is not Truth.UNKNOWN:
            return False
        verdicts = [self._verdict(routes, self._if_all(t)) for t in (Truth.MET, Truth.NOT_MET)]
        return verdicts != [Truth.UNKNOWN] * 2

    def _if_all(self, answer: Truth) -> Judge:
        def judge(condition: Condition) -> Truth:
            truth = self.truth(condition)
            return answer if truth is Truth.UNKNOWN and self.settling(condition) else truth

        return judge

    def _verdict(self, routes: list[Route], judge: Judge) -> Truth:
        return any_of(self._joined(route.requires, judge) or Truth.MET for route in routes)

    def _joined(self, rule: Rule, judge: Judge) -> Truth | None:
        """Return whether a rule is met; None where none of it counts at the stage."""
        if isinstance(rule, Condition):
            return judge(rule) if STAGE_ORDER[rule.stage] <= STAGE_ORDER[self.stage] else None
        parts = parts_of(rule)
        truths = [truth for part in parts if (truth := self._joined(part, judge)) is not None]
        if parts and not truths:
            return None
        if isinstance(rule, AllOf):
            return all_of(truths)
        return any_of(truths) if isinstance(rule, AnyOf) else at_least(rule.at_least.n, truths)

    def _open_parts(self, rule: Rule) -> Iterator[Condition]:
        if self._joined(rule, self.truth) is not Truth.UNKNOWN:
            return
        if isinstance(rule, Condition):
            yield rule
        else:
            for part in parts_of(rule):
                yield from self._open_parts(part)
