"""The parts of a client, judged facet by facet, and what was found so far."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from careerkit.caseload.facets import Facet, is_read, listed, reader_key, section
from careerkit.caseload.keys import Keys
from careerkit.caseload.lanes import Track
from careerkit.caseload.memo import Memo, Room, Same
from careerkit.model.client import Client
from careerkit.rules.finding import Finding
from careerkit.rules.registry import CONDITIONS

Outcome = tuple[int, tuple[tuple[str, str], ...]]
"""What a facet, or all those of a part, add to the lanes, and the texts for their markers."""
MOST = 500
"""How many parts are kept as a whole, and at most twice as many."""
MOST_SAME = 20_000
"""Of how many things that several say one is kept."""
_SAID = ("requirement", "missing", "ask", "assumes", "parts")
MARK = "\ue000"
"""Begins and ends a marker: a character that no text of a record has."""
AMOUNTS = ("work", "training", "procedures", "age", "college", "facts", "work_after")
"""Parts of which the client's own amount may be told in what is missing."""
APART = ("work_after",)
"""Parts that are as varied as clients, but of which facets read little."""


class Findings:
    """What conditions and groups of them came to, each finding under a number.

    A text that tells an amount of the client's own gives way to a marker, so that clients who lack
    more or less of the same thing share their findings and their answers.
    """

    def __init__(self, room: Room) -> None:
        self.room = room
        """Where what was made of them is kept."""
        self.each: list[Finding] = []
        self.combinations = 0
        """How many combinations of findings facets came to."""
        self.same = Same(MOST_SAME)
        self._number: dict[Finding, int] = {}

    def number(self, finding: Finding) -> int:
        """Return the number of a finding."""
        number = self._number.get(finding)
        if number is None:
            number = len(self.each)
            said = {name: self.same(getattr(finding, name)) for name in _SAID}
            finding = finding._replace(**said)
            self.each.append(finding)
            self._number[finding] = number
        return number

    @property
    def size(self) -> int:
        """How many findings and combinations of them there are."""
        return len(self.each) + self.combinations

    def forget(self) -> None:
        """Forget all findings."""
        self.combinations = 0
        self.each.clear()
        self._number.clear()
        self.same.clear()


def mark(facet: int, position: int) -> str:
    """Return what stands for a text on a condition of a facet, by their places."""
    return f"{MARK}{facet}.{position}{MARK}"


class Known:
    """A facet, and what it found so far: what that adds to the lanes, and texts for markers."""

    def __init__(
        self, index: int, facet: Facet, keys: Keys, findings: Findings, tracks: Sequence[Track]
    ) -> None:
        self.index = index
        self.facet = facet
        self._findings = findings
        self.found: Memo[Outcome] = Memo(findings.room)
        self._added: dict[tuple[int, ...], int] = {}
        self._keys = keys
        self._tracks = tracks

    def outcome(self, key: Hashable, client: Client, *, own: bool) -> Outcome:
        """Return what the facet comes to for clients with a key; ``own`` amounts are told."""
        outcome = self.found[key]
        if outcome is None:
            outcome = self._findings.same(self._judge(client, own=own))
            self.found.put(key, outcome)
        return outcome

    def forget(self) -> None:
        """Forget what was found."""
        self.found.clear()
        self._added.clear()
        for track in self._tracks:
            track.forget()

    def _add(self, found: Iterable[Finding]) -> int:
        """Return what findings of the conditions add to the lanes; their reasons are not kept.

        The first outcome of a facet adds nothing.
        """
        kept = tuple([self._findings.number(each._replace(reason="")) for each in found])
        added = self._added.get(kept)
        if added is None:
            added = self._added[kept] = sum(track.add(kept) for track in self._tracks)
            self._findings.combinations += 1
        return added

    def _judge(self, client: Client, *, own: bool) -> Outcome:
        case = self._keys.case._replace(client=client)
        conditions = self.facet.conditions
        found = [CONDITIONS[each.condition].evaluate(each, case) for each in conditions]
        if not own or self.facet.part not in AMOUNTS:
            return self._add(found), ()
        texts = []
        for position, finding in enumerate(found):
            if finding.missing:
                marker = mark(self.index, position)
                texts.append((marker, finding.missing))
                found[position] = finding._replace(missing=marker)
        return self._add(found), tuple(texts)


class Part:
    """A part of the client that is no list: judged whole, or facet by facet."""

    def __init__(self, known: list[Known], keys: Keys) -> None:
        self.name = known[0].facet.part
        self.known = known
        self.keys = keys
        self.wholes: Memo[Outcome] = Memo(MOST)

    def outcomes(self, client: Client) -> Outcome:
        """Return what the facets came to."""
        if self.name in APART:
            return self.judge(client)
        whole = self.keys.whole(self.name, client)
        found = self.wholes[whole]
        if found is None:
            found = self.judge(client)
            self.wholes.put(whole, found)
        return found

    def judge(self, client: Client) -> Outcome:
        """Judge each facet."""
        single = self.keys.single
        return _joined(
            each.outcome(single(each.facet, client), client, own=True) for each in self.known
        )

    def forget(self) -> None:
        """Forget what was found."""
        self.wholes.clear()
        for each in self.known:
            each.forget()


def _joined(outcomes: Iterable[Outcome]) -> Outcome:
    listed = list(outcomes)
    return sum(added for added, _ in listed), tuple(text for _, texts in listed for text in texts)


class ListPart(Part):
    """A part that is a list, of which most entries matter to few facets.

    What facets find of an empty list is their first outcome, which adds nothing.
    """

    def __init__(self, known: list[Known], keys: Keys) -> None:
        super().__init__(known, keys)
        self._readers: Memo[tuple[int, ...]] = Memo(MOST)
        self._untold = self._begin()

    def outcomes(self, client: Client) -> Outcome:
        """Return what the facets came to."""
        entries = listed(self.name, client)
        if entries:
            return self.read(entries, client)
        return self._untold if entries is None else _NOTHING

    def forget(self) -> None:
        """Forget what was found."""
        super().forget()
        self._untold = self._begin()

    def _begin(self) -> Outcome:
        """Judge the empty list, and then return what facets come to if nothing was told."""
        for told in ((), None):
            nothing: Any = {section(self.name): told}
            client = Client(**nothing)
            untold = _joined(each.outcome(told, client, own=False) for each in self.known)
        return untold

    def read(self, entries: Sequence[Any], client: Client) -> Outcome:
        """Return what the facets came to that read any of the entries."""
        read: dict[int, list[Any]] = {}
        for entry in entries:
            for index in self.readers(entry):
                read.setdefault(index, []).append(entry)
        total = 0
        texts: tuple[tuple[str, str], ...] = ()
        for index, of_facet in read.items():
            known = self.known[index]
            added, told = known.outcome(self.keys.of(known.facet, of_facet), client, own=True)
            total += added
            texts += told
        return total, texts

    def readers(self, entry: Any) -> tuple[int, ...]:  # noqa: ANN401 - an entry of any part
        """Return the places of the facets to which an entry can matter."""
        signature = reader_key(self.name, entry)
        readers = self._readers[signature]
        if readers is None:
            readers = tuple(
                index for index, each in enumerate(self.known) if is_read(each.facet, entry)
            )
            self._readers.put(signature, readers)
        return readers


_NOTHING: Outcome = (0, ())
