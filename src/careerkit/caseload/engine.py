"""Many clients against many credentials, each part of a client judged once.

The verdict is that of ``eligibility.check``, which is asked once for each combination of findings;
clients whose facts come to the same findings share the answer.
"""

import dataclasses
from collections.abc import Callable, Hashable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Generic, TypeVar

from careerkit.answers.eligibility import CredentialVerdict
from careerkit.caseload.cuts import Cuts
from careerkit.caseload.facets import LISTED, Facet, facets_of
from careerkit.caseload.keys import Keys
from careerkit.caseload.memo import Memo
from careerkit.caseload.parts import AMOUNTS, Findings, Known, ListPart, Part, mark
from careerkit.eligibility import Judged, decide
from careerkit.model.client import Client
from careerkit.model.credential import Credential
from careerkit.model.rule import Condition
from careerkit.rules.evaluate import conditions_in
from careerkit.rules.finding import Case, Finding
from careerkit.rules.registry import CONDITIONS

Shaped = TypeVar("Shaped")
MANY = 20
"""A facet that as many credentials read is common."""
MOST = 600
"""How many answers are kept of a credential, and at most twice as many."""
MOST_FINDINGS = 20_000
"""Beyond so many findings all is forgotten, so that memory stays bounded."""


class Engine(Generic[Shaped]):
    """The credentials, and what was found so far; ``shape`` makes what is kept of a verdict.

    The client of ``case`` does not count: it gives the day and what rules refer to.
    """

    def __init__(
        self,
        credentials: Sequence[Credential],
        case: Case,
        stage: str,
        shape: Callable[[CredentialVerdict], Shaped],
    ) -> None:
        every = [
            condition
            for credential in credentials
            for route in credential.routes
            for condition in conditions_in(route.requires)
        ]
        facets = facets_of(dict.fromkeys(every))
        places = {
            condition: (index, position)
            for index, facet in enumerate(facets)
            for position, condition in enumerate(facet.conditions)
        }
        self._case = case
        self._stage = stage
        self._shape = shape
        self._places = {id(condition): places[condition] for condition in every}
        self._findings = Findings()
        keys = Keys(Cuts(every, case.reference, case.as_of), case)
        known = [Known(index, facet, keys, self._findings) for index, facet in enumerate(facets)]
        self._parts = [
            (ListPart if part in LISTED else Part)(list(of_part), keys)
            for part, of_part in groupby(known, key=lambda each: each.facet.part)
        ]
        self._asked: list[_Asked[Shaped]] = [
            _Asked(credential, self._read(credential, len(facets))) for credential in credentials
        ]
        self._indexes = {each.credential.id: at for at, each in enumerate(self._asked)}
        read_by: list[list[int]] = [[] for _ in (*facets, None)]
        for at, each in enumerate(self._asked):
            for facet in each.facets:
                read_by[facet].append(at)
        self._readers = read_by
        self._common = _common(facets, read_by)
        self._bases: Memo[tuple[list[int], list[Shaped]]] = Memo(MOST)
        self.requirements = {
            mark(index, position): CONDITIONS[each.condition].requirement(each, case.reference)
            for index, facet in enumerate(facets)
            if facet.part in AMOUNTS
            for position, each in enumerate(facet.conditions)
        }
        """What is asked where a marker stands for what a client lacks of it."""

    def _read(self, credential: Credential, told: int) -> list[int]:
        """Return the facets that a credential reads, and the place of whether any is held."""
        facets = {
            self._places[id(condition)][0]
            for route in credential.routes
            for condition in conditions_in(route.requires)
        }
        return sorted({told, *facets})

    def judge(self, client: Client) -> tuple[list[Shaped], dict[str, str]]:
        """Return what is kept of the verdict on each credential, in their order.

        The texts stand for the markers that are in it.
        """
        if len(self._findings.listed) > MOST_FINDINGS:
            self._forget()
        found: list[int] = []
        texts: dict[str, str] = {}
        for part in self._parts:
            numbers, told = part.outcomes(client)
            found += numbers
            if told:
                texts.update(told)
        found.append(client.credentials is not None)
        base, answers = self._base(found, client)
        asked = {
            index
            for facet, number in enumerate(found)
            if number != base[facet]
            for index in self._readers[facet]
        }
        answers = answers.copy()
        for index in asked:
            answers[index] = self._look_up(self._asked[index], client, found)
        for held in client.credentials or ():
            if held.id in self._indexes:
                index = self._indexes[held.id]
                answers[index] = self._answer(self._asked[index], client, found)
        return answers, texts

    def _base(self, found: list[int], client: Client) -> tuple[list[int], list[Shaped]]:
        """Return the answers to a client who agrees in what most credentials read."""
        key = tuple(found[facet] for facet in self._common)
        base = self._bases.get(key)
        if base is None:
            answers = [self._look_up(asked, client, found) for asked in self._asked]
            base = found, answers
            self._bases.put(key, base)
        return base

    def _look_up(self, asked: "_Asked[Shaped]", client: Client, found: list[int]) -> Shaped:
        key = asked.key(found)
        answer = asked.answers.get(key)
        if answer is None:
            stranger = dataclasses.replace(client, credentials=client.credentials and ())
            answer = self._answer(asked, stranger, found)
            asked.answers.put(key, answer)
        return answer

    def _answer(self, asked: "_Asked[Shaped]", client: Client, found: list[int]) -> Shaped:
        def find(condition: Condition) -> Finding:
            facet, position = self._places[id(condition)]
            return self._findings.listed[found[facet]][position]

        case = self._case._replace(client=client, find=find)
        routes = [Judged(route, case, self._stage) for route in asked.credential.routes]
        return self._shape(decide(asked.credential, routes, case, brief=True))

    def _forget(self) -> None:
        self._findings.forget()
        for part in self._parts:
            part.forget()
        for asked in self._asked:
            asked.answers.clear()
        self._bases.clear()


def _common(facets: Sequence[Facet], read_by: Sequence[Sequence[int]]) -> list[int]:
    """Return the facets that many credentials read, and one for each part beside them."""
    first = {facet.part: index for index, facet in reversed(list(enumerate(facets)))}
    many = [index for index in range(len(facets)) if len(read_by[index]) >= MANY]
    return sorted({*first.values(), *many, len(facets)})


class _Asked(Generic[Shaped]):
    """A credential, the facets that its verdict hangs on, and the answers so far."""

    def __init__(self, credential: Credential, facets: Sequence[int]) -> None:
        self.credential = credential
        self.facets = facets
        self.key: Callable[[list[int]], Hashable] = itemgetter(*facets)
        self.answers: Memo[Shaped] = Memo(MOST)
