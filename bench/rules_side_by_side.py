"""The same three rules over the same clients: careerkit, OpenFisca and JsonLogic in one run.

    A/bin/python bench/rules_side_by_side.py --openfisca B/bin/python --json-logic C/bin/python
        [--careerkit PYTHON] [--clients 100000] [--few 5000] [--runs 5]

Every engine has an environment of its own, made beforehand with ``python -m venv`` and pip:

    A  careerkit, from its wheel: pip install .
    B  openfisca-core
    C  json-logic-qubit

The rules are those for the RHIT, CHPS and PMP. careerkit reads its own records; for the others they
are written anew in ``rules_openfisca.py`` and ``rules_json_logic.py``. ``clients.py`` draws the
clients, of few words, so that most of them come near to a rule. Those that judge one client at a
time get the first ``--few`` of them. First it is checked that all agree wherever careerkit says
eligible or not eligible; where it says unknown, a yes or no is not compared. Each round is a new
process for each engine. Printed are medians of processor time: to judge, without starting, loading
rules and reading; as a ratio for each verdict to careerkit in the same round; and to make a client
ready: from the cells of a row, checked, by careerkit, and from parsed JSON by the others.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import clients
from rules_plain import CREDENTIALS, is_day
from timing import spread

HERE = Path(__file__).resolve().parent
WORDS = clients.Words(
    fields=("him", "project_management", "business", "medical_coding"),
    bodies=("cahiim", "pmi-gac", "caahep"),
    work=("privacy_security_healthcare", "leading_projects", "leading_projects", "project_work"),
    credentials=("ahima-rhia", "ahima-rhit", "ahima-ccs", "pmi-capm", "aapc-cpc"),
    subjects=("project_management", "project_management", "medical_coding"),
    members=("ahima", "pmi"),
)
VERSION = "import sys; from importlib.metadata import version; print(version(sys.argv[1]))"
MICRO = 1e6


class Tool(NamedTuple):
    """An engine: the script that runs it, with what, over which clients and how many."""

    name: str
    package: str
    argv: tuple[str, ...]
    source: Path
    size: int


class Took(NamedTuple):
    """What one run took for each verdict, and to make each client ready, in microseconds."""

    verdict: float
    ready: float


def tools(options: argparse.Namespace, folder: Path) -> list[Tool]:
    """Return the engines that are named; careerkit, the measure of all, is first."""
    rows, profiles = folder / "clients.csv", folder / "clients.jsonl"
    drawn = list(clients.drawn(options.clients, WORDS))
    with rows.open("w", encoding="utf-8", newline="") as stream:
        clients.write(drawn, stream)
    profiles.write_text("".join(f"{json.dumps(each)}\n" for each in drawn), encoding="utf-8")
    own = (options.careerkit, str(HERE / "rules_careerkit.py"))
    fisca = (options.openfisca, str(HERE / "rules_openfisca.py"))
    logic = (options.json_logic, str(HERE / "rules_json_logic.py"))
    many, few = options.clients, options.few
    found = [
        Tool("careerkit, caseload engine", "careerkit", (*own, "engine"), rows, many),
        Tool("careerkit.check, one by one", "careerkit", (*own, "check"), rows, few),
        Tool("OpenFisca, all at once", "openfisca-core", fisca, profiles, many),
        Tool("JsonLogic, one by one", "json-logic-qubit", logic, profiles, few),
    ]
    return [tool for tool in found if tool.argv[0]]


def run(tool: Tool, answers: Path) -> Took:
    """Run an engine; leave its answers, a line for each rule and a letter for each client."""
    argv = (*tool.argv, str(tool.source), str(answers), str(tool.size))
    told = json.loads(subprocess.run(argv, check=True, capture_output=True, text=True).stdout)
    if told["clients"] != tool.size:
        sys.exit(f"{tool.name} judged {told['clients']} clients, not {tool.size}")
    verdicts = tool.size * len(CREDENTIALS)
    return Took(told["judge"] / verdicts * MICRO, told["ready"] / tool.size * MICRO)


def compare(tool: Tool, ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Print how far answers agree with ours where those are settled; return how many differ."""
    settled = differ = 0
    for mine, other in zip(ours, theirs, strict=True):
        pairs = Counter(zip(mine, other, strict=False))
        settled += sum(number for (a, _), number in pairs.items() if a != "?")
        differ += sum(number for (a, b), number in pairs.items() if a not in (b, "?"))
    total = sum(map(len, theirs))
    print(f"{tool.name}: {settled:,} of {total:,} verdicts are settled, {differ} differ")
    return differ


def checked(every: Sequence[Tool], folder: Path) -> None:
    """Check that all answer alike; exit where they do not."""
    answers = []
    for at, tool in enumerate(every):
        target = folder / f"answers-{at}"
        run(tool, target)
        answers.append(target.read_text(encoding="utf-8").split("\n"))
    for credential, letters in zip(CREDENTIALS, answers[0], strict=True):
        count = Counter(letters)
        shares = ", ".join(
            f"{count[letter] / len(letters):.0%} {word}"
            for letter, word in (("y", "eligible"), ("n", "not eligible"), ("?", "unknown"))
        )
        print(f"{credential}: {shares}")
    if sum(compare(*each) for each in zip(every, [answers[0]] * len(every), answers, strict=True)):
        sys.exit("not all answer alike")


def row(tool: Tool, ours: Sequence[Took], theirs: Sequence[Took]) -> str:
    """Return a row of the table."""
    verdict = spread([each.verdict for each in theirs]).median
    ready = spread([each.ready for each in theirs]).median
    ratio = spread([b.verdict / a.verdict for a, b in zip(ours, theirs, strict=True)])
    shown = "1" if theirs is ours else f"{ratio.median:.2g} ({ratio.low:.2g} to {ratio.high:.2g})"
    told = subprocess.run(
        (tool.argv[0], "-c", VERSION, tool.package), check=True, capture_output=True, text=True
    )
    cells = (tool.name, told.stdout.strip(), f"{tool.size:,}", f"{verdict:.2f} µs", shown)
    return f"| {' | '.join((*cells, f'{ready:.0f} µs'))} |"


def table(every: Sequence[Tool], rounds: Iterable[Sequence[Took]]) -> None:
    """Print what each engine took."""
    costs = list(zip(*rounds, strict=True))
    print("\n| engine | version | clients | a verdict | ratio | making a client ready |")
    print("| --- | --- | ---: | ---: | ---: | ---: |")
    for tool, theirs in zip(every, costs, strict=True):
        print(row(tool, costs[0], theirs))


def main() -> None:
    """Read the command line, check that all agree, and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--careerkit", default=sys.executable)
    parser.add_argument("--openfisca", default="")
    parser.add_argument("--json-logic", default="")
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--few", type=int, default=5_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    if not is_day(clients.AS_OF):
        parser.error("the rules of the other engines are for another day")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        every = tools(options, folder)
        checked(every, folder)
        table(
            every, [[run(tool, folder / "answers") for tool in every] for _ in range(options.runs)]
        )


if __name__ == "__main__":
    main()
