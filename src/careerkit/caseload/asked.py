"""One credential asked of many clients: the facets that its verdict hangs on, and its answers."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from careerkit.answers.eligibility import CredentialVerdict
from careerkit.caseload.lanes import Lane, tells_holdings
from careerkit.caseload.memo import Finder, Memo
from careerkit.caseload.steps import Ended, Steps
from careerkit.eligibility import Judged, decide
from careerkit.model.client import Client, HeldCredential
from careerkit.model.credential import Credential, Route
from careerkit.rules.finding import Case

Shaped = TypeVar("Shaped")


class Asked(Generic[Shaped]):
    """A credential, and the answers so far; ``shape`` makes what is kept of a verdict.

    A key tells by number what each facet found that is read, and last whether the client told of
    holdings.
    """

    def __init__(
        self,
        credential: Credential,
        lane: Lane,
        steps: Steps,
        case: Case,
        shape: Callable[[CredentialVerdict], Shaped],
    ) -> None:
        self.credential = credential
        self.answers: Finder[Shaped] = Finder(steps.room, self._answer)
        """The answers to clients who do not hold the credential, by key."""
        self._lane = lane
        self._steps = steps
        self._case = case
        self._shape = shape
        self._decided: Memo[Shaped] = Memo(steps.room)

    def held(self, key: bytes) -> Shaped:
        """Return the answer to a client who holds the credential."""
        return self._found(key, held=True)

    def forget(self) -> None:
        """Forget what was found."""
        self.answers.clear()
        self._decided.clear()
        self._steps.forget()

    def _answer(self, key: bytes) -> Shaped:
        return self._found(key, held=False if tells_holdings(key) else None)

    def _found(self, key: bytes, *, held: bool | None) -> Shaped:
        found = self._steps.numbers(self._lane.findings(key))
        answer = self._decided[held, found]
        if answer is None:
            answer = self._decide(self._steps.ended(found), held=held)
            self._decided.put((held, found), answer)
        return answer

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
