"""What a process costs."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

NO_ENV: Mapping[str, str] = MappingProxyType({})


class Cost(NamedTuple):
    """One process: processor seconds (user and system), elapsed seconds, peak memory in MiB."""

    seconds: float
    wall: float
    memory: float


def cost(argv: Sequence[str], env: Mapping[str, str] = NO_ENV) -> Cost:
    """Run a command without input, its output thrown away; return what it cost.

    Its children count too, where it waits for them.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        argv,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **env},
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)
