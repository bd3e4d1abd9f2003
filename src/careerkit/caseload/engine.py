"""Many clients against many credentials, each part of a client judged once.

The verdict is that of ``eligibility.check``: the same evaluators, groups and decision, each of them
asked once for what it reads. Clients whose facts come to the same findings share the answer.
"""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Generic

from careerkit.answers.eligibility import CredentialVerdict
from careerkit.caseload.asked import Asked, Shaped
from careerkit.caseload.cuts import Cuts
from careerkit.caseload.facets import LISTED, facets_of
from careerkit.caseload.keys import Keys
from careerkit.caseload.lanes import Lane, Lanes
from careerkit.caseload.memo import Room
from careerkit.caseload.parts import AMOUNTS, Findings, Known, ListPart, Part, mark
from careerkit.caseload.programs import DegreePart, ProgramPart
from careerkit.caseload.steps import Places, Steps, places_in
from careerkit.model.client import Client
from careerkit.model.credential import Credential
from careerkit.rules.evaluate import conditions_in
from careerkit.rules.finding import Case
from careerkit.rules.registry import CONDITIONS

MOST = 100_000
"""How many outcomes, groups, decisions and answers are kept, and at most twice as many."""
MOST_FINDINGS = 42_000
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
        lanes = Lanes([_read(each, by_id) for each in credentials])
        self._lanes = lanes
        self._findings = Findings(Room(MOST))
        keys = self._keys = Keys(Cuts(every, case.reference, case.as_of), case)
        known = [
            Known(
                index, facet, keys, self._findings, [t[index] for t in lanes.tracks if index in t]
            )
            for index, facet in enumerate(facets)
        ]
        self._parts = [
            _KINDS.get(part, Part)(list(of_part), keys)
            for part, of_part in groupby(known, key=lambda each: each.facet.part)
        ]
        self._asked: list[Asked[Shaped]] = [
            Asked(
                credential=each,
                lane=Lane([*tracks.values()]),
                steps=Steps(each, by_id, self._findings, stage),
                case=case,
                shape=shape,
            )
            for each, tracks in zip(credentials, lanes.tracks, strict=True)
        ]
        self._answers = [each.answers for each in self._asked]
        self._indexes = {each.id: at for at, each in enumerate(credentials)}
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
        if self._findings.size > MOST_FINDINGS:
            self._forget()
        total = 0 if client.credentials is None else self._lanes.told_holdings
        texts: dict[str, str] = {}
        for part in self._parts:
            added, told = part.outcomes(client)
            total += added
            if told:
                texts.update(told)
        keys = self._lanes.keys(total)
        answers = [known[key] for known, key in zip(self._answers, keys, strict=True)]
        for held in client.credentials or ():
            if held.id in self._indexes and held.active is not False:
                index = self._indexes[held.id]
                answers[index] = self._asked[index].held(keys[index])
        return answers, texts

    def _forget(self) -> None:
        self._findings.forget()
        self._keys.forget()
        for part in self._parts:
            part.forget()
        for asked in self._asked:
            asked.forget()


_KINDS = {**dict.fromkeys(LISTED, ListPart), "program": ProgramPart, "degree": DegreePart}


def _read(credential: Credential, places: Places) -> dict[int, list[int]]:
    """Return the positions of the conditions of a credential by facet."""
    read: dict[int, list[int]] = {}
    for facet, position in places_in(credential, places):
        read.setdefault(facet, []).append(position)
    return read
