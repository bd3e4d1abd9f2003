"""The parts of a client, judged facet by facet, and what was found so far."""

import dataclasses
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from careerkit.caseload.facets import Facet, is_read, listed, reader_key, section
from careerkit.caseload.keys import Keys
from careerkit.caseload.memo import Memo
from careerkit.model.client import Client
from careerkit.rules.finding import Finding
from careerkit.rules.registry import CONDITIONS

Outcome = tuple[int, tuple[tuple[str, str], ...]]
"""The number of what a facet found, and the texts that stand for its markers."""
Outcomes = tuple[list[int], list[tuple[str, str]]]
"""The same for every facet of a part."""
MOST = 500
"""How many findings of a facet are kept, and at most twice as many."""
MARK = "\ue000"
"""Begins and ends a marker: a character that no text of a record has."""
AMOUNTS = ("work", "training", "procedures", "age", "college", "facts", "work_after")
"""Parts of which the client's own amount may be told in what is missing."""
APART = ("work_after",)
"""Parts that are as varied as clients, but of which facets read little."""


class Findings:
    """What facets came to, each combination of findings under a number, and each finding too.

    A text that tells an amount of the client's own gives way to a marker, so that clients who lack
    more or less of the same thing share their findings and their answers.
    """

    def __init__(self) -> None:
        self.each: list[Finding] = []
        self.listed: list[tuple[int, ...]] = []
        """The numbers of the findings of a facet, by the number that those have together."""
        self._number: dict[Finding, int] = {}
        self._numbers: dict[tuple[int, ...], int] = {}

    def number(self, finding: Finding) -> int:
        """Return the number of a finding."""
        number = self._number.setdefault(finding, len(self.each))
        if number == len(self.each):
            self.each.append(finding)
        return number

    def add(self, found: Iterable[Finding]) -> int:
        """Return the number of what a facet's conditions found; their reasons are not kept."""
        kept = tuple([self.number(each._replace(reason="")) for each in found])
        number = self._numbers.setdefault(kept, len(self.listed))
        if number == len(self.listed):
            self.listed.append(kept)
        return number

    def forget(self) -> None:
        """Forget all findings."""
        for kept in (self.each, self.listed, self._number, self._numbers):
            kept.clear()


def mark(facet: int, position: int) -> str:
    """Return what stands for a text on a condition of a facet, by their places."""
    return f"{MARK}{facet}.{position}{MARK}"


class Known:
    """A facet, and what it found so far: a number, and the texts that markers stand for."""

    def __init__(self, index: int, facet: Facet, keys: Keys, findings: Findings) -> None:
        self.facet = facet
        self.found: Memo[Outcome] = Memo(MOST)
        self._index = index
        self._keys = keys
        self._findings = findings

    def outcome(self, key: Hashable, client: Client, *, own: bool) -> Outcome:
        """Return what the facet comes to for clients with a key; ``own`` amounts are told."""
        outcome = self.found[key]
        if outcome is None:
            outcome = self._judge(client, own=own)
            self.found.put(key, outcome)
        return outcome

    def _judge(self, client: Client, *, own: bool) -> Outcome:
        case = self._keys.case._replace(client=client)
        conditions = self.facet.conditions
        found = [CONDITIONS[each.condition].evaluate(each, case) for each in conditions]
        if not own or self.facet.part not in AMOUNTS:
            return self._findings.add(found), ()
        texts = []
        for position, finding in enumerate(found):
            if finding.missing:
                marker = mark(self._index, position)
                texts.append((marker, finding.missing))
                found[position] = finding._replace(missing=marker)
        return self._findings.add(found), tuple(texts)


class Part:
    """A part of the client that is no list: judged whole, or facet by facet."""

    def __init__(self, known: list[Known], keys: Keys) -> None:
        self.name = known[0].facet.part
        self.known = known
        self.keys = keys
        self.wholes: Memo[Outcomes] = Memo(MOST)

    def outcomes(self, client: Client) -> Outcomes:
        """Return what each facet came to."""
        if self.name in APART:
            return self.judge(client)
        whole = self.keys.whole(self.name, client)
        found = self.wholes[whole]
        if found is None:
            found = self.judge(client)
            self.wholes.put(whole, found)
        return found

    def judge(self, client: Client) -> Outcomes:
        """Judge each facet."""
        single = self.keys.single
        return _joined(
            each.outcome(single(each.facet, client), client, own=True) for each in self.known
        )

    def forget(self) -> None:
        """Forget what was found."""
        self.wholes.clear()
        for each in self.known:
            each.found.clear()


def _joined(outcomes: Iterable[Outcome]) -> Outcomes:
    listed = list(outcomes)
    return [number for number, _ in listed], [text for _, texts in listed for text in texts]


class ListPart(Part):
    """A part that is a list, of which most entries matter to few facets."""

    def __init__(self, known: list[Known], keys: Keys) -> None:
        super().__init__(known, keys)
        self._readers: Memo[tuple[int, ...]] = Memo(MOST)

    def outcomes(self, client: Client) -> Outcomes:
        """Return what each facet came to."""
        entries = listed(self.name, client)
        if not entries:
            return self._nothing(client, told=entries is not None)
        if self.name != "degree":
            return self._read(entries, client)
        whole = self.keys.whole(self.name, client)
        found = self.wholes[whole]
        if found is None:
            found = self._read(entries, client)
            self.wholes.put(whole, found)
        return found

    def _read(self, entries: Sequence[Any], client: Client) -> Outcomes:
        read: dict[int, list[Any]] = {}
        for entry in entries:
            for index in self._read_by(entry):
                read.setdefault(index, []).append(entry)
        numbers = self._nothing(client, told=True)[0].copy()
        texts: list[tuple[str, str]] = []
        for index, of_facet in read.items():
            known = self.known[index]
            key = self.keys.of(known.facet, of_facet)
            numbers[index], told = known.outcome(key, client, own=True)
            texts += told
        return numbers, texts

    def _nothing(self, client: Client, *, told: bool) -> Outcomes:
        """Return what facets come to for a client with no entry, or of whom none was told."""
        found = self.wholes[told]
        if found is None:
            nothing: Any = {section(self.name): () if told else None}
            empty = dataclasses.replace(client, **nothing)
            found = _joined(each.outcome(told, empty, own=False) for each in self.known)
            self.wholes.put(told, found)
        return found

    def _read_by(self, entry: Any) -> tuple[int, ...]:  # noqa: ANN401 - an entry of any part
        signature = reader_key(self.name, entry)
        readers = self._readers[signature]
        if readers is None:
            readers = tuple(
                index for index, each in enumerate(self.known) if is_read(each.facet, entry)
            )
            self._readers.put(signature, readers)
        return readers
