"""Whether a command's cost depends on how much data there is, in one run.

    python bench/scale.py [--runs 25] [--python PATH] [--times 10]

``--python`` names the interpreter of an environment in which careerkit is installed from a wheel.
Two copies of the installed package run in turn: one with the built-in data, one whose store holds
``--times`` as many careers, made of the records in ``data/`` under ids and codes of their own. Then
the same careers as a pack (``--data``), beside a pack of one: a pack's files are looked at in every
run, to see whether they changed. Printed are medians of processor time (user and system), the ratio
of each pair, the largest memory, and what compiling took.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from timing import Cost, cost

CAREERS = Path(__file__).resolve().parent.parent / "data" / "careers"
CAREER = "medical-records-technician"
COMMANDS = (
    ("show", CAREER),
    ("show", CAREER, "--json"),
    ("search", "records"),
    ("compare", CAREER, "registered-nurse"),
)
COMPILE = """
import sys, time
from pathlib import Path
from careerkit.store.compile import compile_store
from careerkit.store.open_store import BUNDLED
start = time.perf_counter()
base = None if sys.argv[3] == "-" else BUNDLED
compile_store([Path(sys.argv[1])], Path(sys.argv[2]), base=base)
print(time.perf_counter() - start)
"""


def codes() -> Iterator[str]:
    """Yield SOC codes of major groups that SOC does not use."""
    return (f"{60 + number // 10000}-{number % 10000:04}" for number in count())


def synthesise(folder: Path, how_many: int) -> None:
    """Write that many careers, copies of the real ones under ids and codes of their own."""
    careers = folder / "careers"
    careers.mkdir(parents=True)
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(CAREERS.iterdir())]
    rounds = ((number, *text) for number in count(2) for text in texts)
    for code, (number, stem, text) in zip(codes(), islice(rounds, how_many), strict=False):
        record = re.sub(r"(?m)^(title: .*)$", rf"\1 {number}", text, count=1)
        record = re.sub(r"(?m)^soc: .*$", f"soc: {code}", record, count=1)
        (careers / f"{stem}-{number}.yaml").write_text(record, encoding="utf-8")


def compiled(python: str, pack: Path, target: Path, *, alone: bool = False) -> float:
    """Compile a folder, on top of the built-in data unless alone; return the seconds it took."""
    argv = [python, "-c", COMPILE, str(pack), str(target), "-" if alone else "base"]
    return float(subprocess.run(argv, check=True, capture_output=True, text=True).stdout)


def measure(
    name: str, pair: tuple[list[str], list[str]], trees: tuple[Path, Path], runs: int
) -> str:
    """Return one row: two commands in turn, each with its own package, medians and their ratio."""
    costs: list[list[Cost]] = [
        [cost(argv, {"PYTHONPATH": str(tree)}) for argv, tree in zip(pair, trees, strict=True)]
        for _ in range(runs + 1)
    ][1:]
    small, large = zip(*costs, strict=True)
    ratio = statistics.median(b.seconds / a.seconds for a, b in costs)
    before, after = (statistics.median(run.seconds for run in side) for side in (small, large))
    memory = max(run.memory for run in large)
    times = f"{before * 1000:.0f} ms | {after * 1000:.0f} ms"
    return f"| {name} | {times} | {ratio:.2f} | {memory:.0f} MiB |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=25)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--times", type=int, default=10)
    options = parser.parse_args()
    find = "import careerkit; print(careerkit.__path__[0])"
    output = subprocess.run(
        [options.python, "-c", find], check=True, capture_output=True, text=True
    )
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        trees = work / "small", work / "large"
        for tree in trees:
            shutil.copytree(output.stdout.strip(), tree / "careerkit")
        there = len([*CAREERS.iterdir()])
        many, one = work / "many", work / "one"
        synthesise(many, there * (options.times - 1))
        synthesise(one, 1)
        full = compiled(options.python, CAREERS.parent, work / "full.sqlite", alone=True)
        took = compiled(options.python, many, trees[1] / "careerkit" / "store.sqlite")
        print(
            f"Full compile of the built-in data: {full:.1f} s; of the others on top: {took:.1f} s"
        )
        print(f"| command | {there} careers | {there * options.times} | ratio | memory |")
        print("| --- | ---: | ---: | ---: | ---: |")
        run = [options.python, "-m", "careerkit"]
        for command in COMMANDS:
            argv = [*run, *command]
            print(measure(" ".join(command[::2]), (argv, argv), trees, options.runs), flush=True)
        packs = tuple([*run, "show", CAREER, "--data", str(pack)] for pack in (one, many))
        started = time.perf_counter()
        for argv in packs:
            cost(argv)
        print(f"(compiling the packs took {time.perf_counter() - started:.1f} s)")
        row = measure("show --data", (packs[0], packs[1]), (trees[0], trees[0]), options.runs)
        print(row, flush=True)


if __name__ == "__main__":
    main()
