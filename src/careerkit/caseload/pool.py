"""Pieces of work spread over processes that end with this one, their results in order.

The processes print nothing: if one ends early, its piece is done here, where a failure is reported
as usual. They do not hold stdout or stderr open, end with this process, and leave interrupts to it.
"""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any, Generic, TypeVar

Piece = TypeVar("Piece")
Done = TypeVar("Done")
Work = Callable[[Piece], Done]

FORKS = hasattr(os, "fork") and sys.platform != "darwin"
"""Whether processes start with the caches of this one; on macOS forks may crash."""
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def spread(
    begin: Callable[[], Work[Piece, Done]],
    here: Work[Piece, Done],
    pieces: Iterable[Piece],
    count: int,
) -> Iterator[Done]:
    """Yield the results of pieces in their order, worked on by ``count`` processes.

    ``begin`` runs in each process and returns the function that does the pieces there; ``here``
    does the piece of a process that ended early. A process has one piece at a time.
    """
    helpers: list[_Helper[Piece, Done]] = []
    given: deque[tuple[_Helper[Piece, Done], Piece]] = deque()
    try:
        with _signals_held():
            helpers.extend(_Helper(begin) for _ in range(count))
        free = deque(helpers)
        for piece in pieces:
            done = []
            if not free:
                helper, last = given.popleft()
                done.append(helper.result(last, here))
                free.append(helper)
            helper = free.popleft()
            helper.give(piece)
            given.append((helper, piece))
            yield from done
        while given:
            helper, last = given.popleft()
            yield helper.result(last, here)
        for helper in helpers:
            helper.end()
    finally:
        for helper in helpers:
            helper.kill()


class _Helper(Generic[Piece, Done]):
    def __init__(self, begin: Callable[[], Work[Piece, Done]]) -> None:
        context: Any = get_context("fork" if FORKS else "spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_help, args=(theirs, begin), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, piece: Piece | None) -> None:
        with suppress(OSError):  # it ended early, which shows when its result is asked for
            self._pipe.send(piece)

    def result(self, piece: Piece, here: Work[Piece, Done]) -> Done:
        try:
            done: Done = self._pipe.recv()
        except (EOFError, OSError):
            done = here(piece)
        return done

    def end(self) -> None:
        self.give(None)
        self._process.join()

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _help(pipe: "Connection[Any, Any]", begin: Callable[[], Work[Any, Any]]) -> None:
    """Run in a further process: do pieces until there are no more or the parent ends."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    work = begin()
    while (piece := pipe.recv()) is not None:
        pipe.send(work(piece))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
    os._exit(1)


@contextmanager
def _signals_held() -> Iterator[None]:
    """Hold signals back while processes start: until set up, they would not handle them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    if not FORKS:
        resource_tracker.ensure_running()  # which lets signals through again when it begins
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
