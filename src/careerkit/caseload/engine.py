"""Many clients against many credentials, each part of a client judged once.

The verdict is that of ``eligibility.check``: the same evaluators, groups and decision, each of them
asked once for what it reads. Clients whose facts come to the same findings share the answer.
"""

from collections.abc import Callable, Sequence
from itertools import chain, compress, groupby
from operator import itemgetter, ne
from typing import Generic

from careerkit.answers.eligibility import CredentialVerdict
from careerkit.caseload.asked import Asked, Shaped
from careerkit.caseload.cuts import Cuts
from careerkit.caseload.facets import LISTED, Facet, facets_of
from careerkit.caseload.keys import Keys
from careerkit.caseload.memo import Memo
from careerkit.caseload.parts import AMOUNTS, Findings, Known, ListPart, Part, mark
from careerkit.caseload.steps import Steps
from careerkit.model.client import Client
from careerkit.model.credential import Credential
from careerkit.rules.evaluate import conditions_in
from careerkit.rules.finding import Case
from careerkit.rules.registry import CONDITIONS

MANY = 20
"""A facet that as many credentials read is common."""
MOST = 600
"""How many clients are kept to hold others against, and at most twice as many."""
MOST_FINDINGS = 25_000
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
        by_id = {id(condition): places[condition] for condition in every}
        self._findings = Findings()
        keys = Keys(Cuts(every, case.reference, case.as_of), case)
        known = [Known(index, facet, keys, self._findings) for index, facet in enumerate(facets)]
        self._parts = [
            (ListPart if part in LISTED else Part)(list(of_part), keys)
            for part, of_part in groupby(known, key=lambda each: each.facet.part)
        ]
        steps = [Steps(each, by_id, self._findings, stage) for each in credentials]
        self._asked: list[Asked[Shaped]] = [
            Asked(credential, of_it, case, shape)
            for credential, of_it in zip(credentials, steps, strict=True)
        ]
        self._indexes = {each.id: at for at, each in enumerate(credentials)}
        read_by: list[list[int]] = [[] for _ in (*facets, None)]
        for at, of_it in enumerate(steps):
            for facet in (*of_it.facets, len(facets)):
                read_by[facet].append(at)
        self._readers = read_by
        self._key = itemgetter(*_common(facets, read_by))
        self._bases: Memo[tuple[list[int], list[Shaped]]] = Memo(MOST)
        self.requirements = {
            mark(index, position): CONDITIONS[each.condition].requirement(each, case.reference)
            for index, facet in enumerate(facets)
            if facet.part in AMOUNTS
            for position, each in enumerate(facet.conditions)
        }
        """What is asked where a marker stands for what a client lacks of it."""

    def judge(self, client: Client) -> tuple[list[Shaped], dict[str, str]]:
        """Return what is kept of the verdict on each credential, in their order.

        The texts stand for the markers that are in it.
        """
        if len(self._findings.each) + len(self._findings.listed) > MOST_FINDINGS:
            self._forget()
        found: list[int] = []
        texts: dict[str, str] = {}
        for part in self._parts:
            numbers, told = part.outcomes(client)
            found += numbers
            if told:
                texts.update(told)
        found.append(client.credentials is not None)
        base, answers = self._base(found)
        others = compress(self._readers, map(ne, found, base))
        asked = set(chain.from_iterable(others))
        answers = answers.copy()
        for index in asked:
            answers[index] = self._asked[index].answer(found)
        for held in client.credentials or ():
            if held.id in self._indexes:
                index = self._indexes[held.id]
                answers[index] = self._asked[index].decided(found, held=True)
        return answers, texts

    def _base(self, found: list[int]) -> tuple[list[int], list[Shaped]]:
        """Return the answers to a client who agrees in what most credentials read."""
        key = self._key(found)
        base = self._bases[key]
        if base is None:
            answers = [asked.answer(found) for asked in self._asked]
            base = found, answers
            self._bases.put(key, base)
        return base

    def _forget(self) -> None:
        self._findings.forget()
        for part in self._parts:
            part.forget()
        for asked in self._asked:
            asked.forget()
        self._bases.clear()


def _common(facets: Sequence[Facet], read_by: Sequence[Sequence[int]]) -> list[int]:
    """Return the facets that many credentials read, and one for each part beside them."""
    first = {facet.part: index for index, facet in reversed(list(enumerate(facets)))}
    many = [index for index in range(len(facets)) if len(read_by[index]) >= MANY]
    return sorted({*first.values(), *many, len(facets)})
