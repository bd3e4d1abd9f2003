"""What a command costs, as a ratio to a floor measured in the same run.

    python bench/startup.py [--runs 25] [--python PATH]

Each command runs in turn with its floor, A B A B …, as whole processes; the ratio of a pair holds
where the machine's speed drifts. Printed are the medians: processor time (user and system), the
ratio, and the largest memory. ``--python`` names the interpreter of an environment in which
careerkit is installed from a wheel; that is what users run, and what the targets are for.
"""

import argparse
import statistics
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from timing import NO_ENV, cost

FLOORS = Path(__file__).resolve().parent / "floors"
PROFILE = FLOORS.parent / "profile.yaml"
CAREER = "medical-records-technician"
COMPLETING = {
    "_CAREERKIT_COMPLETE": "complete_bash",
    "COMP_WORDS": "careerkit sh",
    "COMP_CWORD": "1",
}
FLOOR_COMPLETING = {
    "_TABLE_FLOOR.PY_COMPLETE": "complete_bash",
    "COMP_WORDS": "table_floor.py sh",
    "COMP_CWORD": "1",
}


class Pair(NamedTuple):
    """A command of ours, the floor it is held against, and the largest ratio promised."""

    name: str
    ours: tuple[str, ...]
    floor: tuple[str, ...]
    target: float
    ours_env: Mapping[str, str] = NO_ENV
    floor_env: Mapping[str, str] = NO_ENV


JSON = ("json_floor.py", "show", "x", "--json")
TABLE = ("table_floor.py", "show", "x")
PAIRS = (
    Pair("show", ("show", CAREER), TABLE, 1.25),
    Pair("show --json", ("show", CAREER, "--json"), JSON, 1.25),
    Pair("--help", ("--help",), ("table_floor.py", "--help"), 1.25),
    Pair("completion", (), ("table_floor.py",), 1.25, COMPLETING, FLOOR_COMPLETING),
    Pair("list (832 careers)", ("list",), (*TABLE, "--rows", "832"), 1.5),
    Pair("list --json", ("list", "--json"), (*JSON, "--size", "3290"), 1.5),
    Pair("list --limit 20", ("list", "--limit", "20"), TABLE, 1.5),
    Pair("list --state", ("list", "--state", "OH", "--limit", "20"), TABLE, 1.5),
    Pair("show --state", ("show", CAREER, "--state", "OH"), TABLE, 1.25),
    Pair("compare", ("compare", CAREER, "registered-nurse"), TABLE, 1.5),
    Pair("search", ("search", "records"), TABLE, 1.5),
    Pair("search, misspelled", ("search", "medcial recrods"), TABLE, 1.5),
    Pair("eligible --json", ("eligible", "rhit", "--degree", "aas", "--json"), JSON, 1.5),
    Pair(
        "eligible --profile --all --json",
        ("eligible", "--profile", str(PROFILE), "--all", "--json"),
        (*JSON, "--size", "6495", "--profile", str(PROFILE)),
        1.5,
    ),
    Pair("credential --json", ("credential", "rhit", "--json"), JSON, 1.5),
    Pair("credentials", ("credentials",), TABLE, 1.5),
    Pair("sources", ("sources",), TABLE, 1.5),
    Pair("programs", ("programs", CAREER, "--education", "hs"), TABLE, 1.5),
    Pair(
        "programs --state --json",
        ("programs", "registered-nurse", "--state", "ME", "--json"),
        (*JSON, "--size", "200"),
        1.5,
    ),
    Pair("schools --state", ("schools", CAREER, "--state", "OH"), (*TABLE, "--rows", "60"), 1.5),
    Pair(
        "schools --state --json",
        ("schools", CAREER, "--state", "OH", "--json"),
        (*JSON, "--size", "500"),
        1.5,
    ),
    Pair("pathway", ("pathway", CAREER, "--state", "OH", "--degree", "hs"), TABLE, 2.0),
)


def measure(pair: Pair, python: str, runs: int) -> str:
    """Return one row of the table: medians over ``runs`` pairs, after one that is not counted."""
    ours = [python, "-m", "careerkit", *pair.ours]
    floor = [python, str(FLOORS / pair.floor[0]), *pair.floor[1:]]
    costs = [(cost(ours, pair.ours_env), cost(floor, pair.floor_env)) for _ in range(runs + 1)][1:]
    ratio = statistics.median(a.seconds / b.seconds for a, b in costs)
    mine = statistics.median(a.seconds for a, _ in costs)
    theirs = statistics.median(b.seconds for _, b in costs)
    memory = max(a.memory for a, _ in costs)
    kept = "yes" if ratio <= pair.target else "NO"
    return (
        f"| {pair.name} | {mine * 1000:.0f} ms | {theirs * 1000:.0f} ms | {ratio:.2f} "
        f"| {pair.target:.2f} | {kept} | {memory:.0f} MiB |"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=25)
    parser.add_argument("--python", default=sys.executable)
    options = parser.parse_args()
    print("| command | ours | floor | ratio | target | kept | memory |")
    print("| --- | ---: | ---: | ---: | ---: | --- | ---: |")
    for pair in PAIRS:
        print(measure(pair, options.python, options.runs), flush=True)


if __name__ == "__main__":
    main()
