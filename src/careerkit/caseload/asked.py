"""One credential asked of many clients: the facets that its verdict hangs on, and its answers."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import itemgetter
from typing import Generic, TypeVar

from careerkit.answers.eligibility import CredentialVerdict
from careerkit.caseload.memo import Memo
from careerkit.caseload.steps import Ended, Steps
from careerkit.eligibility import Judged, decide
from careerkit.model.client import Client, HeldCredential
from careerkit.model.credential import Credential, Route
from careerkit.rules.finding import Case

Shaped = TypeVar("Shaped")
MOST = 250
"""How many answers are kept of a credential, and at most twice as many."""


class Asked(Generic[Shaped]):
    """A credential, and the answers so far; ``shape`` makes what is kept of a verdict.

    What a facet found is given by the number of it, and last whether the client told of holdings.
    """

    def __init__(
        self,
        credential: Credential,
        steps: Steps,
        case: Case,
        shape: Callable[[CredentialVerdict], Shaped],
    ) -> None:
        self.credential = credential
        self._steps = steps
        self._case = case
        self._shape = shape
        self._key: Callable[[Sequence[int]], Hashable] = itemgetter(*sorted(steps.facets), -1)
        self._answers: Memo[Shaped] = Memo(MOST)
        self._decided: Memo[Shaped] = Memo(MOST)

    def answer(self, found: Sequence[int]) -> Shaped:
        """Return the answer to a client who does not hold the credential."""
        key = self._key(found)
        answer = self._answers[key]
        if answer is None:
            answer = self.decided(found, held=False if found[-1] else None)
            self._answers.put(key, answer)
        return answer

    def decided(self, found: Sequence[int], *, held: bool | None) -> Shaped:
        """Return the answer to a client who holds the credential or not, or told nothing of it."""
        numbers = self._steps.numbers(found)
        answer = self._decided[held, numbers]
        if answer is None:
            answer = self._decide(self._steps.ended(numbers), held=held)
            self._decided.put((held, numbers), answer)
        return answer

    def forget(self) -> None:
        """Forget what was found."""
        self._answers.clear()
        self._decided.clear()
        self._steps.forget()

    def _decide(self, ended: Iterable[Ended], *, held: bool | None) -> Shaped:
        holding = (HeldCredential(id=self.credential.id),) if held else ()
        case = self._case._replace(client=Client(credentials=None if held is None else holding))
        routes = [
            _judged(route, case, each)
            for route, each in zip(self.credential.routes, ended, strict=True)
        ]
        return self._shape(decide(self.credential, routes, case, brief=True))


def _judged(route: Route, case: Case, ended: Ended) -> Judged:
    first, later = ended
    return Judged(route, case.as_of, first, lambda: later)
