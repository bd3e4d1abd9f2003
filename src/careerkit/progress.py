"""Progress of long work, on stderr and only on a terminal."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

Progress = Callable[[int, int], None]
"""Called with the number done and the total (0 if unknown); at the end both are equal."""

_STEP = 25
_ROWS = 1000


def on_terminal(label: str) -> Progress | None:
    """Return a progress line for stderr, or None where stderr is not a terminal."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        if done == total:
            sys.stderr.write("\r\x1b[K")
        elif done % _STEP == 0:
            count = f"{done:,}/{total:,}" if total else f"{done:,}"
            sys.stderr.write(f"\r{label} {count}\x1b[K")
        sys.stderr.flush()

    return show


@contextmanager
def counting(items: Iterable[T], progress: Progress | None) -> Iterator[Iterator[T]]:
    """Yield ``items``; report every thousandth one taken and the end, also after a failure."""
    taken = 0

    def counted() -> Iterator[T]:
        nonlocal taken
        for taken, item in enumerate(items, 1):
            if progress and taken % _ROWS == 0:
                progress(taken, 0)
            yield item

    try:
        yield counted()
    finally:
        if progress:
            progress(taken, taken)
