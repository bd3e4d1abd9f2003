"""Change the evaluator in small ways, one at a time, and see whether its tests notice.

    python3 -m venv /tmp/mutation && /tmp/mutation/bin/pip install --quiet cosmic-ray '.[test]'
    nice /tmp/mutation/bin/python tools/mutation.py                    all modules: most of an hour
    nice /tmp/mutation/bin/python tools/mutation.py three_valued time_limits     some of them

Prints each change that no test noticed, then a row for each module of the table in
docs/explanation/testing.md. Works in a copy of src and tests; the tree itself is never changed.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SLOW = {"test_cases", "test_properties", "test_registry", "test_told_fields"}
"""Tests of rules that take longer than a second or read all records: none of them counts here."""
SECONDS = 60
"""A change that makes the tests run longer than this, such as an endless loop, is noticed."""
LEFT_OUT = [
    "core/RemoveDecorator",
    "core/ReplaceBinaryOperator_(?!(Add_Sub|Sub_Add|Mul_Div|Div_Mul|FloorDiv_Mul|Mod_FloorDiv)$)",
    "core/ReplaceBinaryOperator_BitOr_",
    "core/ReplaceComparisonOperator_(Is|IsNot)_(?!(Is|IsNot)$)",
    "core/ReplaceComparisonOperator_(Eq|NotEq)_(?!(Eq|NotEq)$)",
    "core/ReplaceComparisonOperator_(Lt|LtE|Gt|GtE)_(Is|IsNot)$",
    "core/ReplaceUnaryOperator_(USub_(?!UAdd$)|Delete_USub)",
]
"""Changes that say nothing: to annotations, that break the module outright, or that say the same
as another (docs/explanation/testing.md tells them one by one)."""
SAYS_NOTHING = re.compile(
    r"^-(@dataclass|if TYPE_CHECKING|.*[(, ]\*(, |,$))"
    r"|^\+.*condition\.(count|credits|hours|max_attempts|years) or -?1\b",
    re.MULTILINE,
).search
"""More of them: to how a record is kept, to imports for types alone, to a star that is no times,
and to the number that is there for the type checker: a condition has what its type needs."""


class Score(NamedTuple):
    """What became of the changes to one module."""

    module: str
    changes: int
    survivors: list[str]

    @property
    def row(self) -> str:
        """The row of the table in the documentation."""
        noticed = self.changes - len(self.survivors)
        share = f"{noticed / self.changes:.0%}" if self.changes else "none"
        return f"| {self.module} | {self.changes} | {noticed} | {share} |"


def modules() -> dict[str, Path]:
    """Return the modules that decide, by their name, each with its path below the root."""
    package = Path("src/careerkit")
    rules = sorted(path.name for path in (ROOT / package / "rules").glob("[a-z]*.py"))
    paths = [package / "eligibility.py", *(package / "rules" / name for name in rules)]
    return {path.stem: path for path in paths}


def command(module: str, work: Path) -> str:
    """Return the command that tests a change: the module's own tests first, then all quick ones."""
    quick = [path for path in work.glob("tests/rules/test_*.py") if path.stem not in SLOW]
    every = sorted([*quick, work / "tests" / "test_eligibility.py"])
    own = [path for path in every if path.stem == f"test_{module}"]
    pytest = f"{sys.executable} -m pytest -n 0 -qx -p no:cacheprovider"
    runs = (" ".join(map(str, paths)) for paths in (own, every) if paths)
    return f"sh -c '{' && '.join(f'{pytest} {run}' for run in runs)}'"


def config(module: str, path: Path, work: Path) -> str:
    """Return the configuration of cosmic-ray for one module."""
    return "\n".join(
        (
            "[cosmic-ray]",
            f"module-path = {json.dumps(str(path))}",
            f"timeout = {SECONDS}",
            "excluded-modules = []",
            f"test-command = {json.dumps(command(module, work))}",
            "[cosmic-ray.distributor]",
            'name = "local"',
            "[cosmic-ray.filters.operators-filter]",
            f"exclude-operators = {json.dumps(LEFT_OUT)}",
        )
    )


def tool(work: Path, name: str, *arguments: str) -> str:
    """Run one of the tools of cosmic-ray in the copy and return what it printed."""
    env = {**os.environ, "PYTHONPATH": str(work / "src")}
    where = Path(sys.executable).parent / name
    done = subprocess.run(  # noqa: S603 - our own commands
        [where, *arguments], cwd=work, env=env, check=False, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"{name} {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def score(module: str, path: Path, work: Path) -> Score:
    """Try every change to one module."""
    session = work / f"{module}.sqlite"
    (work / "mutation.toml").write_text(config(module, path, work), "utf-8")
    tool(work, "cosmic-ray", "init", "mutation.toml", str(session))
    tool(work, "cr-filter-operators", str(session), "mutation.toml")
    tool(work, "cosmic-ray", "baseline", "mutation.toml")
    tool(work, "cosmic-ray", "exec", "mutation.toml", str(session))
    tried = list(_tried(tool(work, "cosmic-ray", "dump", str(session))))
    lost = [str(change["diff"]) for change in tried if change["test_outcome"] == "survived"]
    return Score(module=module, changes=len(tried), survivors=lost)


def _tried(dump: str) -> Iterator[dict[str, object]]:
    """Yield what became of each change that was not left out."""
    for line in dump.splitlines():
        _, outcome = json.loads(line)
        if outcome and outcome["worker_outcome"] != "skipped" and not SAYS_NOTHING(outcome["diff"]):
            yield outcome


def main(names: list[str]) -> None:
    """Try the modules named, or all, and print what the tests missed and how much they noticed."""
    known = modules()
    if unknown := [name for name in names if name not in known]:
        sys.exit(f"no such module: {', '.join(unknown)}; there are {', '.join(known)}")
    scores = []
    with TemporaryDirectory() as folder:
        work = Path(folder)
        for part in ("src", "tests", "pyproject.toml"):
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy(ROOT / part, work / part)
        for name in names or known:
            result = score(name, known[name], work)
            scores.append(result)
            print(*result.survivors, result.row, sep="\n", flush=True)
    missed = [change for result in scores for change in result.survivors]
    total = Score("all", sum(result.changes for result in scores), missed)
    print("", *(result.row for result in scores), total.row, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
