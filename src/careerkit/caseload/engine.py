"""Judges many clients against many credentials, and reuses results from client to client.

Two caches: the result of a condition by the facts that it reads (it is evaluated on a client who
has no other facts, so no other fact can matter), and the verdict on a credential by the results of
its conditions. Verdicts equal those of ``eligibility.check``: evaluators of ``rules`` and the
decision of ``eligibility`` are called; no rule lives here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Generic, TypeVar

from careerkit.answers.eligibility import CredentialVerdict
from careerkit.caseload.memo import Memo
from careerkit.caseload.reads import Reads, Values, reader, reads_of
from careerkit.eligibility import check_briefly, holdings
from careerkit.model.client import Client, HeldCredential
from careerkit.model.credential import Credential
from careerkit.model.rule import Condition
from careerkit.rules.evaluate import conditions_in
from careerkit.rules.registry import CONDITIONS
from careerkit.rules.result import Case, ConditionResult, Reference

MOST = 30_000
"""How many results, and how many verdicts, are cached; at most twice as many."""
MOST_SECTIONS = 3_000
"""The same for whole sections, which different clients seldom share."""
Shaped = TypeVar("Shaped")


class SharedResult:
    """The result of a condition; equal results are one object while cached: fast keys."""

    __slots__ = ("result",)

    def __init__(self, result: ConditionResult) -> None:
        self.result = result


Results = tuple[SharedResult, ...]


class IndexedCredential:
    """A credential, with the places of its conditions in the row of all results."""

    def __init__(self, credential: Credential, places: dict[Condition, int]) -> None:
        self.credential = credential
        conditions = list(_conditions([credential]))
        read = sorted({places[condition] for condition in conditions})
        self._at = {id(condition): read.index(places[condition]) for condition in conditions}
        # itemgetter is the fastest way to take several, and takes one alone without a tuple
        self.results: Callable[[list[SharedResult]], Results] = (
            itemgetter(*read) if len(read) > 1 else lambda row: tuple([row[at] for at in read])
        )
        """Takes the results of its conditions from a row of all."""

    def find(self, results: Results) -> Callable[[Condition], ConditionResult]:
        """Return the function that looks up the result of a condition of the credential."""
        return lambda condition: results[self._at[id(condition)]].result


class Engine(Generic[Shaped]):
    """Judges clients against the same credentials; ``shape`` turns verdicts into what is returned.

    ``case`` gives the day and the reference records; its client is not used. Missing items state
    the client's own amounts ("4 more months of ..."), or ``in_general`` the rule's ("2 years of
    ...").
    """

    def __init__(
        self,
        credentials: Sequence[Credential],
        case: Case,
        stage: str,
        shape: Callable[[CredentialVerdict], Shaped],
        *,
        in_general: bool = False,
    ) -> None:
        self._case = case
        self._stage = stage
        self._shape = shape
        self._in_general = in_general
        by_sources: dict[tuple[str, ...], list[Reads]] = {}
        for reads in reads_of(dict.fromkeys(_conditions(credentials)), case.as_of):
            by_sources.setdefault(reads.sources, []).append(reads)
        self._sections = [(reader(sources), alike) for sources, alike in by_sources.items()]
        row = [c for _, alike in self._sections for reads in alike for c in reads.conditions]
        places = {condition: place for place, condition in enumerate(row)}
        self._credentials = [IndexedCredential(credential, places) for credential in credentials]
        self._of_sections: Memo[Results] = Memo(MOST_SECTIONS)
        self._results: Memo[Results] = Memo(MOST)
        self._equal: Memo[SharedResult] = Memo(MOST)
        self._verdicts: Memo[Shaped] = Memo(MOST)

    def refer_to(self, reference: Reference) -> None:
        """Use the same reference records from another store connection."""
        self._case = self._case._replace(reference=reference)

    def judge(self, client: Client) -> list[Shaped]:
        """Return the shaped verdict on each credential, in their order."""
        row: list[SharedResult] = []
        for read, alike in self._sections:
            values = read(client)
            key = read, values
            results = self._of_sections[key]
            if results is None:
                results = self._of_sections.put(key, self._results_of(alike, values))
            row += results
        held = holdings(client)
        return [self._answer(indexed, held, row) for indexed in self._credentials]

    def _answer(
        self, indexed: IndexedCredential, held: frozenset[str] | None, row: list[SharedResult]
    ) -> Shaped:
        results = indexed.results(row)
        is_held = None if held is None else indexed.credential.id in held
        key = indexed, is_held, results
        answer = self._verdicts[key]
        if answer is None:
            answer = self._verdicts.put(key, self._decide(indexed, results, is_held=is_held))
        return answer

    def _results_of(self, alike: Iterable[Reads], given: Values) -> Results:
        row: list[SharedResult] = []
        for reads in alike:
            values = reads.values(given)
            results = self._results[reads, values]
            if results is None:
                results = self._results.put((reads, values), self._evaluate(reads, values))
            row += results
        return tuple(row)

    def _evaluate(self, reads: Reads, values: Values) -> Results:
        case = self._case._replace(client=reads.client(values))
        return tuple([self._result(condition, case) for condition in reads.conditions])

    def _result(self, condition: Condition, case: Case) -> SharedResult:
        """Evaluate a condition; the reason is dropped, since no brief verdict prints it."""
        kind = CONDITIONS[condition.condition]
        result = kind.evaluate(condition, case)._replace(reason="")
        if self._in_general and kind.measured and result.missing:
            result = result._replace(missing=result.requirement)
        known = self._equal[result]
        return self._equal.put(result, SharedResult(result)) if known is None else known

    def _decide(
        self, indexed: IndexedCredential, results: Results, *, is_held: bool | None
    ) -> Shaped:
        credential = indexed.credential
        holding = (HeldCredential(id=credential.id),) if is_held else ()
        client = Client(credentials=None if is_held is None else holding)
        case = self._case._replace(client=client, find=indexed.find(results))
        return self._shape(check_briefly(credential, case, self._stage))


def _conditions(credentials: Iterable[Credential]) -> Iterator[Condition]:
    for credential in credentials:
        for route in credential.routes:
            yield from conditions_in(route.requires)
