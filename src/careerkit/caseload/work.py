"""A caseload through the engine: chunk by chunk, on every core, in the order of the file."""

import os
import signal
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from datetime import date
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from careerkit.caseload.counts import Tally
from careerkit.caseload.engine import Engine
from careerkit.caseload.lines import Line
from careerkit.caseload.reading import Context, Read, reading
from careerkit.caseload.rows import FORMATS, Keep, Kept, written
from careerkit.catalog import Catalog
from careerkit.model.client import Client
from careerkit.model.credential import Credential
from careerkit.model.problem import Problem
from careerkit.queries.reference import reference
from careerkit.rules.finding import Case
from careerkit.store.open_store import open_store

CHUNK = 100
"""Clients that are judged in one piece, which holds their rows."""
COUNTED = 5 * CHUNK
"""The same where they are only counted: verdicts that many clients share add up at once."""
FEW = 20 * CHUNK
"""So many clients are judged before further processes are worth their start."""


class Task(NamedTuple):
    """What is asked of every client: ``named`` credentials or all, those that bear or every one.

    ``rows`` is the format of the rows, none where only counts are asked for.
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
    """A chunk judged: the text of its rows, the counts, and the problems of its lines."""

    text: str
    tally: Tally
    problems: tuple[Problem, ...]
    left_out: int


class Worker:
    """Judges chunks of a caseload, over a catalog of its own."""

    def __init__(self, task: Task, catalog: Catalog | None = None) -> None:
        self._task = task
        records = catalog or Catalog(open_store(task.packs))
        credentials = (
            list(records.all(Credential))
            if task.named is None
            else [records.one(Credential, each) for each in task.named]
        )
        case = Case(client=Client(), as_of=task.as_of, reference=reference(records))
        self._rows = FORMATS[task.rows]() if task.rows else None
        keep = Keep(self._rows.row if self._rows else None)
        self._engine = Engine(credentials, case, task.stage, keep)
        known = {
            kind: frozenset(records.store.ids(kind))
            for kind in ("accreditor", "credential", "issuer")
        }
        context = Context(resolve=records.fact, known=known, as_of=task.as_of)
        self._read: Read = reading(task.header, task.shown, context)

    def judge(self, lines: Iterable[Line]) -> Done:
        """Return what a chunk comes to."""
        texts: list[str] = []
        seen: Counter[Kept] = Counter()
        problems: list[Problem] = []
        tally = Tally()
        left_out = 0
        for line in lines:
            name, client, found = self._read(line)
            if client is None or found:
                problems += found
                left_out += 1
                continue
            tally.clients += 1
            kept, marks = self._engine.judge(client)
            if not (self._task.everything or self._task.named is not None):
                kept = [each for each in kept if each.bears]
            if self._rows:
                texts.append(written(self._rows, name, kept, marks))
            else:
                seen.update(kept)
        tally.add(seen, self._engine.requirements)
        return Done("".join(texts), tally, tuple(problems), left_out)


_WORKERS: list[Worker] = []
"""The one worker of a further process."""


def _begin(task: Task) -> None:
    with suppress(ValueError):  # raised in a thread, which an interrupt does not reach anyway
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # to end at once and without a word
    _WORKERS[:] = [Worker(task)]


def _work(lines: Sequence[Line]) -> Done:
    return _WORKERS[0].judge(lines)


def judged(task: Task, lines: Iterator[Line], catalog: Catalog) -> Iterator[Done]:
    """Yield the chunks of a caseload in the order of the file."""
    worker = Worker(task, catalog)
    first = list(islice(lines, FEW))
    size = CHUNK if task.rows else COUNTED
    yield from map(worker.judge, _chunks(iter(first), size))
    cores = _cores()
    if cores == 1:
        yield from map(worker.judge, _chunks(lines, size))
    elif len(first) == FEW:
        yield from _spread(task, _chunks(lines, size), cores)


def _chunks(lines: Iterator[Line], size: int) -> Iterator[list[Line]]:
    while chunk := list(islice(lines, size)):
        yield chunk


def _spread(task: Task, chunks: Iterator[list[Line]], cores: int) -> Iterator[Done]:
    """Judge in as many processes as there are cores, few chunks ahead of what is taken."""
    context = get_context("spawn")
    with ProcessPoolExecutor(cores, context, initializer=_begin, initargs=(task,)) as pool:
        ahead: deque[Future[Done]] = deque()
        try:
            for chunk in chunks:
                ahead.append(pool.submit(_work, chunk))
                if len(ahead) > 2 * cores:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _cores() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
