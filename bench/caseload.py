"""What many clients cost: verdicts a second, memory, and whether ten times as many cost ten times.

    python bench/caseload.py [--runs 3] [--clients 100000] [--python PATH]

``--python`` names the interpreter of an environment in which careerkit is installed from a wheel.
``clients.py`` draws the clients; each is held against every credential on record. In each round all
run in turn: the caseload and the first tenth of it on one core, the caseload on all cores, its
counts only, and two floors, which read the same file and write as many rows of text of the same
length with nothing decided, cell by cell with ``csv.writer`` or the text as it is. Rows go nowhere
(/dev/null). Printed are medians: processor time (user and system, further processes too), elapsed
time, verdicts a second of either, and the ratio of processor time to the first floor in the same
round; then the memory of the largest process and, where there are several, of all at once.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import clients
from timing import Cost, cost
from watch import watch

FLOOR = Path(__file__).resolve().parent / "floors" / "caseload_floor.py"
SAMPLE = 500
"""The rows of so many clients are what the floors write."""
TENTH = 10


class Task(NamedTuple):
    """A command over some clients, on one core or on all."""

    name: str
    argv: tuple[str, ...]
    clients: int
    one_core: bool = True


class Taken(NamedTuple):
    """What a command cost, and the memory of all its processes at once, in MiB."""

    cost: Cost
    together: float


def eligible(python: str, caseload: Path, *how: str) -> tuple[str, ...]:
    """Return the command that holds a caseload against every credential."""
    day = clients.AS_OF.isoformat()
    command = (python, "-m", "careerkit", "eligible", "--caseload", str(caseload))
    return (*command, "--all", "--as-of", day, *how)


def draw(folder: Path, count: int) -> tuple[Path, Path, Path]:
    """Write the clients, the first tenth of them and a sample; return the files."""
    words = clients.all_words()
    files = folder / "whole.csv", folder / "tenth.csv", folder / "sample.csv"
    for path, size in zip(files, (count, count // TENTH, SAMPLE), strict=True):
        with path.open("w", encoding="utf-8", newline="") as stream:
            clients.write(clients.drawn(size, words), stream)
    return files


def sample_rows(python: str, sample: Path, target: Path) -> tuple[int, float]:
    """Write the rows on a sample for the floors; return how many a client has, and their size."""
    argv = eligible(python, sample, "--format", "csv")
    output = subprocess.run(argv, check=True, capture_output=True, text=True).stdout
    header, *rows = output.splitlines()
    if header.split(",")[0] != "client" or len(rows) % SAMPLE:
        sys.exit("the rows are not what was expected")
    target.write_text("".join(f"{row[row.index(',') :]}\n" for row in rows), encoding="utf-8")
    return len(rows) // SAMPLE, len(output.encode()) / SAMPLE


@contextmanager
def on_cores(*, one: bool) -> Iterator[None]:
    """Let commands run on one core only, or on as many as this process may use."""
    if not one or not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def taken(task: Task) -> Taken:
    """Run a command and return what it took."""
    with on_cores(one=task.one_core), watch() as watched:
        spent = cost(task.argv)
    return Taken(spent, watched.memory)


def row(task: Task, costs: Sequence[Taken], floor: Sequence[Taken], verdicts: int) -> str:
    """Return a row of the table; ``verdicts`` is how many the command reaches."""
    processor = statistics.median(run.cost.seconds for run in costs)
    wall = statistics.median(run.cost.wall for run in costs)
    pairs = zip(costs, floor, strict=True)
    ratio = statistics.median(a.cost.seconds / b.cost.seconds for a, b in pairs)
    largest = max(run.cost.memory for run in costs)
    memory = f"{largest:.0f} MiB"
    if not task.one_core:
        memory += f"; all {max(run.together for run in costs):.0f} MiB"
    rates = f"{verdicts / processor:,.0f} | {verdicts / wall:,.0f}"
    times = f"{processor:.1f} s | {wall:.1f} s"
    return f"| {task.name} | {times} | {rates} | {ratio:.2f} | {memory} |"


def tasks(options: argparse.Namespace, folder: Path) -> tuple[list[Task], int]:
    """Return what is run, the floor first, and how many credentials there are."""
    whole, tenth, sample = draw(folder, options.clients)
    kept = folder / "rows.txt"
    credentials, size = sample_rows(options.python, sample, kept)
    many, few = options.clients, options.clients // TENTH
    print(
        f"{many:,} clients, {credentials} credentials: {many * credentials:,} verdicts, "
        f"{size * many / 1e9:.1f} GB of rows; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )
    floor = (options.python, str(FLOOR), str(whole), str(kept), str(credentials))
    rows = eligible(options.python, whole, "--format", "csv")
    tenth_rows = eligible(options.python, tenth, "--format", "csv")
    subprocess.run(tenth_rows, check=True, stdout=subprocess.DEVNULL)  # no row has mistakes
    return [
        Task("floor: cell by cell", (*floor, "--writer"), many),
        Task("floor: text as it is", floor, many),
        Task(f"rows, {few:,} clients, one core", tenth_rows, few),
        Task(f"rows, {many:,} clients, one core", rows, many),
        Task(f"rows, {many:,} clients, all cores", rows, many, one_core=False),
        Task(f"counts, {many:,} clients, one core", eligible(options.python, whole), many),
    ], credentials


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--python", default=sys.executable)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        every, credentials = tasks(options, Path(name))
        rounds = [[taken(task) for task in every] for _ in range(options.runs)]
    costs = list(zip(*rounds, strict=True))
    print("| | processor | wall | verdicts / processor s | / wall s | floor = 1 | memory |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for task, theirs in zip(every, costs, strict=True):
        print(row(task, theirs, costs[0], task.clients * credentials))
    small, large = costs[2:4]
    ratios = [b.cost.seconds / a.cost.seconds for a, b in zip(small, large, strict=True)]
    print(f"\nTen times the clients: {statistics.median(ratios):.1f} times the processor time")


if __name__ == "__main__":
    main()
