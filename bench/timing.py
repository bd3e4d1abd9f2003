"""What a process costs, and a row of a table that says it beside the cost of another."""

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from tempfile import TemporaryFile
from types import MappingProxyType
from typing import NamedTuple

NO_ENV: Mapping[str, str] = MappingProxyType({})
SHORT = 0.01


class Cost(NamedTuple):
    """One process: processor seconds (user and system), elapsed seconds, peak memory in MiB."""

    seconds: float
    wall: float
    memory: float


class Spread(NamedTuple):
    """The median of several measurements, and the quartiles around it."""

    median: float
    low: float
    high: float


def cost(argv: Sequence[str], env: Mapping[str, str] = NO_ENV, feed: str = "") -> Cost:
    """Run a command, ``feed`` on its standard input, its output thrown away; return what it cost.

    Its children count too, where it waits for them.
    """
    with TemporaryFile("w+") as given:
        given.write(feed)
        given.seek(0)
        start = time.perf_counter()
        process = subprocess.Popen(
            argv,
            stdin=given,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **env},
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def spread(values: Sequence[float]) -> Spread:
    """Return the median and the quartiles of two values or more."""
    low, median, high = statistics.quantiles(values, n=4, method="inclusive")
    return Spread(median, low, high)


def row(cells: Sequence[str], ours: Sequence[Cost], theirs: Sequence[Cost]) -> str:
    """Return a row of a table: ``cells``, the medians, the ratios to ours of the same round."""
    processor = spread([each.seconds for each in theirs]).median
    wall = spread([each.wall for each in theirs]).median
    ratio = spread([b.seconds / a.seconds for a, b in zip(ours, theirs, strict=True)])
    walls = spread([b.wall / a.wall for a, b in zip(ours, theirs, strict=True)])
    times = (_milliseconds(processor), _milliseconds(wall))
    return f"| {' | '.join((*cells, *times, _shown(ratio), _shown(walls)))} |"


def _milliseconds(seconds: float) -> str:
    """Return a time as text, in whole milliseconds unless it is short."""
    return f"{seconds * 1000:.{2 if seconds < SHORT else 0}f} ms"


def _shown(ratio: Spread) -> str:
    """Return a ratio as text: the median, and the quartiles in brackets."""
    if ratio == (1, 1, 1):
        return "1"
    return f"{ratio.median:.2f} ({ratio.low:.2f} to {ratio.high:.2f})"
