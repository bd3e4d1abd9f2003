"""The memory of all processes that a command starts, looked at while it runs."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

PROC = Path("/proc")
EVERY = 0.1
PAGE = os.sysconf("SC_PAGE_SIZE")


class Watch:
    """The largest ``memory`` (MiB) of all descendants of this process at once, while it lasts.

    What processes share counts for each of them. Where there is no ``/proc`` it stays 0.
    """

    def __init__(self) -> None:
        self.memory = 0.0
        self._done = Event()

    def look(self) -> None:
        """Look again and again, until it is over."""
        while not self._done.wait(EVERY):
            held = sum(map(_resident, _descendants(os.getpid())))
            self.memory = max(self.memory, held / 2**20)

    def end(self) -> None:
        """Look no more."""
        self._done.set()


@contextmanager
def watch() -> Iterator[Watch]:
    """Watch the memory of what is run meanwhile."""
    watching = Watch()
    thread = Thread(target=watching.look)
    thread.start()
    try:
        yield watching
    finally:
        watching.end()
        thread.join()


def _descendants(process: int) -> Iterator[int]:
    for listed in PROC.glob(f"{process}/task/*/children"):
        with suppress(OSError):  # it has ended meanwhile
            for child in map(int, listed.read_text().split()):
                yield child
                yield from _descendants(child)


def _resident(process: int) -> int:
    with suppress(OSError):
        return int((PROC / str(process) / "statm").read_text().split()[1]) * PAGE
    return 0
