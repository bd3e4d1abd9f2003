"""The walls of the house: which package may import which, and what a command must not load."""

import ast
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "careerkit"

BASICS = {"_version", "errors", "dates", "names", "words", "suggest", "progress", "freshness"}
ARROWS = {
    "model": {"model"},
    "rules": {"model", "rules", *BASICS},
    "answers": {"model", "answers"},
    "facts": {"model", "synonyms", "facts", *BASICS},
    "contradictions": {"model", *BASICS},
    "importers": {"model", "csvdata", "yamldata", "importers", *BASICS},
    "synonyms": {"model", *BASICS},
    "eligibility": {"model", "rules", "answers", *BASICS},
    "interview": {"model", "rules", "answers", "eligibility", "facts", "interview", *BASICS},
    "pathways": {"model", "rules", "answers", "eligibility", "pathways", *BASICS},
    "caseload": {
        *("model", "rules", "answers", "catalog", "store", "eligibility", "queries", "render"),
        *("caseload", "facts", "contradictions", "yamldata", *BASICS),
    },
    "csvdata": {"model", "csvdata", *BASICS},
    "yamldata": {"model", "rules", "yamldata", "contradictions", "synonyms", *BASICS},
    "store": {"model", "rules", "answers", "csvdata", "yamldata", "store", *BASICS},
    "catalog": {"model", "store", "studies", *BASICS},
    "studies": {"model", "store"},
    "queries": {
        *("model", "rules", "answers", "catalog", "store", "queries", "query of a command"),
        *BASICS,
    },
    "api": {"model", "rules", "answers", "catalog", "store", "eligibility", "queries", *BASICS},
    "render": {"model", "answers", "render", *BASICS},
    "cli": {
        *("model", "answers", "catalog", "store", "queries", "render", "cli", "facts", "synonyms"),
        *("contradictions", "yamldata", *BASICS),
    },
    "answer of a command": {"model", "answers", "answer of a command"},
    "query of a command": {
        *("model", "rules", "answers", "catalog", "store", "eligibility", "queries", "pathways"),
        *("query of a command", "answer of a command", *BASICS),
    },
    "page of a command": {
        *("model", "answers", "render", "page of a command", "answer of a command", *BASICS),
    },
    "cli of a command": {
        *("model", "rules", "answers", "catalog", "store", "queries", "render", "cli", "facts"),
        *("synonyms", "contradictions", "yamldata", "importers", "interview", "caseload", *BASICS),
        *("cli of a command", "query of a command", "answer of a command"),
    },
}
PARTS = {
    **dict.fromkeys(("cip_programs", "offered", "rows", "ranking", "schools", "pay"), "query"),
    **dict.fromkeys(("resolve_study", "resolve_goal"), "query"),
    **dict.fromkeys(("onet", "origins", "routes", "accreditation", "levels"), "page"),
    **dict.fromkeys(("caseload", "interview", "save"), "cli"),
    "caseload_page": "page",
}
"""What a module of a command is part of, where it is not called so."""
OUTSIDE = {
    "yaml": {"yamldata"},
    "rich": {"render.lines"},
    "typer": {"cli", "commands"},
    "sqlite3": {"store"},
    "platformdirs": {"store"},
    "openpyxl": {"importers"},
}
FILES = sorted(SOURCE.rglob("*.py"))


@cache
def imports(path):
    """Return the dotted names that a module imports."""
    return [*_imports(ast.parse(path.read_text(encoding="utf-8")))]


def _imports(module):
    for node in ast.walk(module):
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


def room_of(name):
    """Return the room of a module by its dotted name: its package, or its part of a command."""
    package, _, rest = name.partition(".")
    part = rest.partition(".")[2]
    if package != "commands" or not part:
        return package
    return f"{PARTS.get(part, part)} of a command"


def allowed_in(home):
    """Return which packages a module may import that lies in ``home``."""
    if home in BASICS:
        return BASICS
    if home == "commands":
        return set()
    if home == "__init__":
        return {"api", "answers", "catalog", "model", *BASICS}
    return {"cli"} if home == "__main__" else ARROWS[home]


def test_arrows_point_one_way():
    """A module imports only what its package may."""
    for path in FILES:
        if path.name == "__init__.py" and path.parent.parent.name == "commands":
            assert not imports(path), path
            continue
        names = {name for name in imports(path) if name.startswith("careerkit.")}
        used = {room_of(name.partition(".")[2]) for name in names}
        assert used <= allowed_in(room_of(name_of(path).removesuffix(".__init__"))), path


def test_no_modules_import_each_other_in_a_circle():
    """Imports form no circle, those inside functions and for types alone included."""
    modules = {f"careerkit.{name_of(path)}".removesuffix(".__init__"): path for path in FILES}
    arrows = {
        name: {each if each in modules else each.rpartition(".")[0] for each in named(path)}
        & modules.keys()
        for name, path in modules.items()
    }
    TopologicalSorter(arrows).prepare()  # raises CycleError with the circle


def named(path):
    """Yield the dotted names of the modules, and of what stands in them, that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_outside_libraries_stay_in_their_place():
    """yaml, rich, typer and sqlite3 are each imported in one place only."""
    for path in FILES:
        name = name_of(path)
        for library in {each.split(".")[0] for each in imports(path)} & set(OUTSIDE):
            homes = OUTSIDE[library]
            assert any(name == home or name.startswith(f"{home}.") for home in homes), path


@pytest.mark.parametrize("package", ["model", "rules", "queries", "interview", "pathways"])
def test_pure_packages_know_no_disk_and_no_clock(package):
    """Records, rules and queries never open a file, read the environment or ask for today."""
    forbidden = {"os", "pathlib", "time", "io", "sys"} - ({"sys"} if package == "model" else set())
    paths = [*(SOURCE / package).glob("*.py")]
    if package == "queries":
        paths += [path for path in FILES if room_of(name_of(path)) == "query of a command"]
    for path in paths:
        assert not forbidden & {name.split(".")[0] for name in imports(path)}, path
        assert "today()" not in path.read_text(encoding="utf-8"), path


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
def test_json_loads_neither_rich_nor_yaml(argv, cached):
    """A JSON answer from a compiled store needs no Rich, no PyYAML and no other command."""
    loaded = loaded_by(*argv)
    assert not {"rich", "yaml", "openpyxl", "pydantic"} & loaded
    assert (
        not {"careerkit.commands.eligible.cli", "careerkit.rules", "careerkit.render.page"} & loaded
    )


def test_tables_load_neither_yaml_nor_most_of_rich(cached):
    """A table in a pipe needs no PyYAML, and of Rich only how wide characters are."""
    loaded = loaded_by("list")
    assert "careerkit.render.as_table" in loaded
    assert not {"yaml", "rich.console", "rich.table", "rich.text", "rich.style"} & loaded


def test_modules_are_small():
    """No module is over 400 lines, and the median is under 150."""
    sizes = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in FILES)
    assert sizes[-1] <= 400
    assert sizes[len(sizes) // 2] < 150
