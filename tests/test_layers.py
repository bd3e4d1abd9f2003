"""The walls of the house: which package may import which, and what a command must not load."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "careerkit"

BASICS = {"_version", "errors", "dates", "names", "words", "suggest", "progress", "freshness"}
ARROWS = {
    "model": {"model"},
    "rules": {"model", "rules", *BASICS},
    "answers": {"model", "answers"},
    "facts": {"model", "spoken", "facts", *BASICS},
    "contradictions": {"model", *BASICS},
    "importers": {"model", "csvdata", "yamldata", "store", "importers", *BASICS},
    "spoken": {"model", *BASICS},
    "eligibility": {"model", "rules", "answers", *BASICS},
    "interview": {"model", "rules", "answers", "eligibility", "facts", "interview", *BASICS},
    "pathways": {"model", "rules", "answers", "eligibility", "pathways", *BASICS},
    "caseload": {
        *("model", "rules", "answers", "catalog", "store", "eligibility", "queries", "render"),
        *("caseload", "facts", "contradictions", "yamldata", *BASICS),
    },
    "csvdata": {"model", "csvdata", *BASICS},
    "yamldata": {"model", "rules", "yamldata", "contradictions", *BASICS},
    "store": {"model", "rules", "answers", "csvdata", "yamldata", "store", *BASICS},
    "catalog": {"model", "store", "studies", *BASICS},
    "studies": {"store"},
    "queries": {
        *("model", "rules", "answers", "catalog", "store", "eligibility", "queries", "pathways"),
        *BASICS,
    },
    "api": {"model", "rules", "answers", "catalog", "store", "eligibility", "queries", *BASICS},
    "render": {"model", "answers", "render", *BASICS},
    "cli": {
        *("model", "rules", "answers", "catalog", "store", "eligibility", "queries", "render"),
        *("cli", "facts", "spoken", "contradictions", "importers", "yamldata", "interview"),
        *("caseload", *BASICS),
    },
}
OUTSIDE = {
    "yaml": {"yamldata"},
    "rich": {"render.as_table"},
    "typer": {"cli"},
    "sqlite3": {"store"},
    "platformdirs": {"store"},
    "openpyxl": {"importers"},
}
FILES = sorted(SOURCE.rglob("*.py"))


def imports(path):
    """Yield the dotted names that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.module == "careerkit":
                yield from (f"careerkit.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""


def name_of(path):
    """Return a module's dotted name below careerkit."""
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_arrows_point_one_way(path):
    """A module imports only what its package may."""
    home = name_of(path).split(".")[0]
    if home in BASICS:
        allowed = BASICS
    elif home == "__init__":
        allowed = {"api", "answers", "catalog", "model", *BASICS}
    elif home == "__main__":
        allowed = {"cli"}
    else:
        allowed = ARROWS[home]
    used = {name.split(".")[1] for name in imports(path) if name.startswith("careerkit.")}
    assert used <= allowed


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_outside_libraries_stay_in_their_place(path):
    """yaml, rich, typer and sqlite3 are each imported in one place only."""
    name = name_of(path)
    for library in {each.split(".")[0] for each in imports(path)} & set(OUTSIDE):
        assert any(name == home or name.startswith(f"{home}.") for home in OUTSIDE[library])


@pytest.mark.parametrize("package", ["model", "rules", "queries", "interview", "pathways"])
def test_pure_packages_know_no_disk_and_no_clock(package):
    """Records, rules and queries never open a file, read the environment or ask for today."""
    forbidden = {"os", "pathlib", "time", "io", "sys"} - ({"sys"} if package == "model" else set())
    for path in (SOURCE / package).glob("*.py"):
        assert not forbidden & {name.split(".")[0] for name in imports(path)}
        assert "today()" not in path.read_text(encoding="utf-8")


def loaded_by(*argv):
    """Return the modules that a command has loaded when it is done."""
    code = (
        "import sys; from careerkit.cli import main; status = main(sys.argv[1:]); "
        "print(*sys.modules, file=sys.stderr); sys.exit(status)"
    )
    command = [sys.executable, "-c", code, *argv]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return {name.split(".")[0] for name in done.stderr.split()} | set(done.stderr.split())


@pytest.mark.parametrize(
    "argv",
    [
        ("show", "medical-records-technician", "--json"),
        ("list", "--json"),
        ("credentials", "--career", "29-2072", "--json"),
        ("schools", "29-2072", "--near", "Columbus, OH", "--json"),
    ],
)
def test_json_loads_neither_rich_nor_yaml(argv):
    """A JSON answer from a compiled store needs no Rich, no PyYAML and no other command."""
    loaded_by(*argv)  # compiles the checkout's store
    loaded = loaded_by(*argv)
    assert not {"rich", "yaml", "openpyxl", "pydantic"} & loaded
    assert not {"careerkit.cli.eligible", "careerkit.rules", "careerkit.render.page"} & loaded


def test_tables_load_no_yaml():
    """A table needs Rich, not PyYAML."""
    loaded_by("list")
    loaded = loaded_by("list")
    assert "rich" in loaded
    assert "yaml" not in loaded


def test_modules_are_small():
    """No module is over 400 lines, and the median is under 150."""
    sizes = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in FILES)
    assert sizes[-1] <= 400
    assert sizes[len(sizes) // 2] < 150
