"""Judges a caseload chunk by chunk, on all cores, in the order of the file."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from careerkit.caseload.counts import Tally
from careerkit.caseload.engine import Engine
from careerkit.caseload.lines import Line
from careerkit.caseload.pool import FORKS, spread
from careerkit.caseload.reading import Context, Read, reading
from careerkit.caseload.rows import FORMATS, RowInterner, VerdictRow, written
from careerkit.catalog import Catalog
from careerkit.model.client import Client
from careerkit.model.credential import Credential
from careerkit.model.fields import fields_as_told
from careerkit.model.problem import Problem
from careerkit.queries.reference import reference
from careerkit.rules.result import Case
from careerkit.store.open_store import open_store

CHUNK = 100
"""Clients per chunk, whose rows are kept in memory."""
COUNTED = 5 * CHUNK
"""Clients per chunk that are only counted: equal verdicts are added up at once."""
FEW = 20 * CHUNK
"""Clients judged in this process first; others are started if at least as many follow.

Two processes save time from about 4,000 clients on: both begin with the caches of the first 2,000.
"""
MOST_FIELDS = 1_000
"""How many distinct fields that no vocabulary has are reported."""


class Task(NamedTuple):
    """What to judge: ``named`` credentials, or those that facts bear on, or ``everything``.

    ``rows`` is the format of the rows, empty for counts only.
    """

    packs: tuple[Path, ...]
    as_of: date
    stage: str
    named: tuple[str, ...] | None
    everything: bool
    rows: str
    header: tuple[str, ...] | None
    shown: str


class Done(NamedTuple):
    """A chunk judged: the text of its rows, the counts, and the problems of its lines.

    ``fields_as_told`` are distinct fields that no vocabulary has, each after what it is a field of.
    """

    text: str
    tally: Tally
    problems: tuple[Problem, ...]
    left_out: int
    fields_as_told: tuple[tuple[str, str], ...] = ()


class Worker:
    """Judges chunks of a caseload over a catalog."""

    def __init__(self, task: Task, catalog: Catalog) -> None:
        self._task = task
        self._catalog = catalog
        credentials = catalog.some(Credential, task.named)
        case = Case(client=Client(), as_of=task.as_of, reference=reference(catalog))
        self._rows = FORMATS[task.rows]() if task.rows else None
        keep = RowInterner(self._rows.row if self._rows else None)
        self._engine = Engine(credentials, case, task.stage, keep, in_general=not task.rows)
        self._read = self._reading(catalog)

    def _reading(self, catalog: Catalog) -> Read:
        known = {
            kind: frozenset(catalog.store.ids(kind))
            for kind in ("accreditor", "credential", "issuer")
        }
        context = Context(resolve=catalog.fact, known=known, as_of=self._task.as_of)
        return reading(self._task.header, self._task.shown, context)

    def reopened(self) -> Callable[[Iterable[Line]], Done]:
        """Return the judge of a forked process, over a store connection of its own.

        SQLite connections must not be used or closed in another process, so the old one stays open.
        """
        catalog = Catalog(open_store(self._task.packs))
        self._engine.refer_to(reference(catalog))
        self._read = self._reading(catalog)
        return self.judge

    def judge(self, lines: Iterable[Line]) -> Done:
        """Judge the clients of some lines."""
        texts: list[str] = []
        seen: Counter[VerdictRow] = Counter()
        problems: list[Problem] = []
        tally = Tally()
        left_out = 0
        unknown_fields: dict[tuple[str, str], None] = {}
        for line in lines:
            name, client, line_problems = self._read(line)
            if client is None or line_problems:
                problems += line_problems
                left_out += 1
                continue
            tally.clients += 1
            unknown_fields.update(dict.fromkeys(fields_as_told(client)))
            verdicts = self._engine.judge(client)
            if not (self._task.everything or self._task.named is not None):
                verdicts = [verdict for verdict in verdicts if verdict.bears]
            if self._rows:
                texts.append(written(self._rows, name, verdicts))
            else:
                seen.update(verdicts)
        tally.add(seen)
        fields = tuple(islice(unknown_fields, MOST_FIELDS))
        return Done("".join(texts), tally, tuple(problems), left_out, fields)


def _new_judge(task: Task) -> Callable[[Iterable[Line]], Done]:
    return Worker(task, Catalog(open_store(task.packs))).judge


def judged(task: Task, lines: Iterator[Line], catalog: Catalog) -> Iterator[Done]:
    """Yield the chunks of a caseload in the order of the file."""
    worker = Worker(task, catalog)
    size = CHUNK if task.rows else COUNTED
    cores = _cores()
    if cores > 1:
        yield from map(worker.judge, _chunks(islice(lines, FEW), size))
        next_ones = list(islice(lines, FEW))
        if len(next_ones) == FEW:
            begin = worker.reopened if FORKS else partial(_new_judge, task)
            chunks = _chunks(chain(next_ones, lines), size)
            yield from spread(begin, worker.judge, chunks, cores)
            return
        lines = iter(next_ones)
    yield from map(worker.judge, _chunks(lines, size))


def _chunks(lines: Iterator[Line], size: int) -> Iterator[list[Line]]:
    while chunk := list(islice(lines, size)):
        yield chunk


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
