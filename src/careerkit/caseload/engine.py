"""Many clients against many credentials; what was found for one is not worked out again.

Two things are remembered. What a condition comes to, by what it reads of a client: it is evaluated
on a client of whom no more is known than that, so nothing else can count. And the verdict on a
credential, by what its conditions came to. The verdict is that of ``eligibility.check``: the
evaluators of ``rules`` and the decision of ``eligibility`` are asked, and nothing here decides.
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
"""How many results, and how many verdicts, are remembered, and at most twice as many."""
MOST_SECTIONS = 3_000
"""The same of sections as a whole, which clients who are unlike each other seldom share."""
Shaped = TypeVar("Shaped")


class Result:
    """What a condition came to; while it is remembered, an equal finding is the same object."""

    __slots__ = ("finding",)

    def __init__(self, finding: ConditionResult) -> None:
        self.finding = finding


Results = tuple[Result, ...]


class Question:
    """A credential asked about, with the places of its conditions in a row of all results."""

    def __init__(self, credential: Credential, places: dict[Condition, int]) -> None:
        self.credential = credential
        conditions = list(_conditions([credential]))
        read = sorted({places[condition] for condition in conditions})
        self._at = {id(condition): read.index(places[condition]) for condition in conditions}
        # itemgetter is the fastest way to take several, and takes one alone without a tuple
        self.results: Callable[[list[Result]], Results] = (
            itemgetter(*read) if len(read) > 1 else lambda row: tuple([row[at] for at in read])
        )
        """Takes the results of its conditions from a row of all."""

    def find(self, results: Results) -> Callable[[Condition], ConditionResult]:
        """Return what finds the result of a condition of the credential."""
        return lambda condition: results[self._at[id(condition)]].finding


class Engine(Generic[Shaped]):
    """The credentials, and what was found so far; ``shape`` makes what is kept of a verdict.

    The client of ``case`` does not count: it gives the day and what rules refer to. What is missing
    is told with each client's own amounts ("4 more months of ..."), or ``in_general``: as it is
    asked ("2 years of ...").
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
        self._questions = [Question(each, places) for each in credentials]
        self._of_sections: Memo[Results] = Memo(MOST_SECTIONS)
        self._results: Memo[Results] = Memo(MOST)
        self._equal: Memo[Result] = Memo(MOST)
        self._verdicts: Memo[Shaped] = Memo(MOST)

    def refer_to(self, reference: Reference) -> None:
        """Let rules refer to the same records, read from elsewhere."""
        self._case = self._case._replace(reference=reference)

    def judge(self, client: Client) -> list[Shaped]:
        """Return what is kept of the verdict on each credential, in their order."""
        row: list[Result] = []
        for read, alike in self._sections:
            values = read(client)
            key = read, values
            results = self._of_sections[key]
            if results is None:
                results = self._of_sections.put(key, self._results_of(alike, values))
            row += results
        held = holdings(client)
        return [self._answer(question, held, row) for question in self._questions]

    def _answer(self, question: Question, held: frozenset[str] | None, row: list[Result]) -> Shaped:
        results = question.results(row)
        is_held = None if held is None else question.credential.id in held
        key = question, is_held, results
        answer = self._verdicts[key]
        if answer is None:
            answer = self._verdicts.put(key, self._decide(question, results, is_held=is_held))
        return answer

    def _results_of(self, alike: Iterable[Reads], given: Values) -> Results:
        row: list[Result] = []
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

    def _result(self, condition: Condition, case: Case) -> Result:
        """Return what a condition comes to, but for the reason, of which no verdict tells."""
        kind = CONDITIONS[condition.condition]
        finding = kind.evaluate(condition, case)._replace(reason="")
        if self._in_general and kind.measured and finding.missing:
            finding = finding._replace(missing=finding.requirement)
        known = self._equal[finding]
        return self._equal.put(finding, Result(finding)) if known is None else known

    def _decide(self, question: Question, results: Results, *, is_held: bool | None) -> Shaped:
        credential = question.credential
        holding = (HeldCredential(id=credential.id),) if is_held else ()
        client = Client(credentials=None if is_held is None else holding)
        case = self._case._replace(client=client, find=question.find(results))
        return self._shape(check_briefly(credential, case, self._stage))


def _conditions(credentials: Iterable[Credential]) -> Iterator[Condition]:
    for credential in credentials:
        for route in credential.routes:
            yield from conditions_in(route.requires)
