"""Progress of long work, on stderr and only on a terminal."""

import sys
from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do."""

_STEP = 25


def on_terminal(label: str) -> Progress | None:
    """Return a progress line for stderr, or None where stderr is not a terminal."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        if done == total:
            sys.stderr.write("\r\x1b[K")
        elif done % _STEP == 0:
            sys.stderr.write(f"\r{label} {done}/{total}\x1b[K")
        sys.stderr.flush()

    return show
