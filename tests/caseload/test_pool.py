"""Further processes: results in order, and no process, traceback or wait that outlives the run."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from careerkit.caseload.pool import spread

PATIENCE = 60
"""Seconds after which a process counts as one that never ends."""
PROGRAM = """
import os, signal, sys, time
from careerkit.caseload import pool

def begin():
    return work

def work(piece):
    if piece == "pid":
        return os.getpid()
    if piece == "wait":
        time.sleep(600)
    if piece == "fail":
        raise ValueError("this is told where it is done again")
    if piece == "die":
        os._exit(3)
    return piece

def here(piece):
    return ("here", piece)

if __name__ == "__main__":
    pool.FORKS = pool.FORKS and sys.argv[1] == "fork"
    print("ready", flush=True)
    try:
        for done in pool.spread(begin, here, sys.argv[2:], 2):
            print(done, flush=True)
    except KeyboardInterrupt:
        sys.exit(130)
"""
METHODS = ["fork", "spawn"]


@pytest.fixture
def program(tmp_path):
    """Start a program that spreads the pieces on its command line over two processes."""
    script = tmp_path / "spreading.py"
    script.write_text(PROGRAM)
    started = []

    def start(method, *pieces):
        process = subprocess.Popen(
            [sys.executable, str(script), method, *pieces],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def test_nothing_to_do_is_nothing_done():
    """Where there are no pieces there are no results."""
    assert list(spread(lambda: str, str, [], 2)) == []


def test_processes_begin_with_what_was_found_and_give_results_in_order():
    """More pieces than processes come back in their order, worked on elsewhere."""
    results = [*spread(lambda: lambda n: (n, os.getpid()), lambda n: (n, 0), range(9), 2)]
    assert [number for number, _ in results] == [*range(9)]
    pids = {pid for _, pid in results}
    assert len(pids) == 2
    assert os.getpid() not in pids


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("bad", ["fail", "die"])
def test_a_piece_whose_process_ended_early_is_done_here(program, method, bad):
    """Its failure is told here, the others come as ever, and nothing is written on stderr."""
    process = program(method, "a", bad, "b", "c", "d")
    out, err = process.communicate(timeout=PATIENCE)
    _, *lines = out.splitlines()
    assert lines[1] == f"('here', '{bad}')"
    assert [line.strip("()").split(", ")[-1].strip("'") for line in lines] == [*"a", bad, *"bcd"]
    assert (process.returncode, err) == (0, "")


def gone(pid):
    """Tell whether a process has ended, or ends within our patience."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2]
            if state.split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False


in_proc = pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at /proc")
"""Marks what looks processes up by their ids."""


def busy(process):
    """Return the ids of the two processes of a program when both have a piece that never ends."""
    assert process.stdout.readline() == "ready\n"
    return [int(process.stdout.readline()) for _ in range(2)]


@in_proc
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_processes_end_with_their_parent(program, method, how):
    """Whatever ends the parent, its processes end amid their work, and say nothing."""
    process = program(method, "pid", "pid", "wait", "wait")
    pids = busy(process)
    process.send_signal(how)
    assert process.wait(PATIENCE) == -how
    assert process.stderr.read() == ""
    assert all(map(gone, pids))


@in_proc
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("send", [os.kill, os.killpg])
def test_an_interrupt_ends_all_at_once(program, method, send):
    """Sent to the parent alone or to all, it ends the run without a word from any of them."""
    process = program(method, "pid", "pid", "wait", "wait")
    pids = busy(process)
    send(process.pid, signal.SIGINT)
    assert process.wait(PATIENCE) == 130
    assert process.stderr.read() == ""
    assert all(map(gone, pids))


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("delay", [0, 0.01, 0.05])
def test_an_interrupt_while_processes_begin_ends_all(program, method, delay):
    """It waits until they are set up, and then ends the run without a word."""
    process = program(method, "wait", "wait")
    assert process.stdout.readline() == "ready\n"
    time.sleep(delay)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(PATIENCE) == 130
    assert process.stderr.read() == ""
