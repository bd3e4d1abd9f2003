"""The documentation is executable: what it shows is what careerkit prints."""

import contextlib
import importlib.util
import io
import re
import shlex
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest

from careerkit.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
GENERATED = ROOT / "docs" / "reference"


def tool(name):
    """Import a program of tools/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CONSOLE = tool("console")


def relative(path):
    """Return a page's name below the root."""
    return str(path.relative_to(ROOT))


def sessions():
    """Yield (page, command, output shown) for every console block that shows careerkit."""
    for page in PAGES:
        if page.parent != GENERATED:
            for command, shown in CONSOLE.sessions(page.read_text(encoding="utf-8")):
                yield page, command, shown


SESSIONS = list(sessions())
PROGRAM = re.compile(r"```python\n(.*?)```(?:\n\n```text\n(.*?)```)?", re.DOTALL)
PYTHON = [page for page in PAGES if "```python" in page.read_text(encoding="utf-8")]


@pytest.fixture
def printed(run):
    """Run a command as a page shows it, and return its exit status and what it prints.

    Behind a pipe there may be one short Python program, as in ``careerkit … | python3 -c '…'``.
    """

    def call(command):
        first, *rest = (list(words) for bar, words in groupby(command, "|".__ne__) if bar)
        result = run(*first[1:])
        if not rest:
            return result.status, result.out + result.err
        assert rest[0][:2] == ["python3", "-c"]
        assert (len(rest), len(rest[0]), result.status, result.err) == (1, 3, 0, "")
        program = [sys.executable, "-X", "utf8", "-c", rest[0][2]]
        done = subprocess.run(
            program, input=result.out, capture_output=True, encoding="utf-8", check=False
        )
        return done.returncode, done.stdout + done.stderr

    return lambda command: call(shlex.split(command))


@pytest.mark.parametrize(
    ("page", "command", "shown"),
    SESSIONS,
    ids=[f"{relative(page)}: {command}" for page, command, _ in SESSIONS],
)
def test_console_block_shows_what_is_printed(page, command, shown, printed, request):
    """A console block prints what the page shows; a line of … stands for lines left out."""
    words, _, status = command.partition("  # exit ")
    found, output = printed(words)
    assert found == int(status or 0)
    if request.config.getoption("--update-golden"):
        new = CONSOLE.renewed(shown, output)
        text = page.read_text(encoding="utf-8")
        page.write_text(
            text.replace(f"{command}\n{shown}", f"{command}\n{new}", 1), encoding="utf-8"
        )
        shown = new
    assert CONSOLE.difference(shown, output) is None


@pytest.mark.parametrize("page", PYTHON, ids=relative)
def test_python_blocks_print_what_is_shown(page, request, cached):
    """The Python blocks of a page run in order, each after those above it, as a program would.

    What a block prints stands in the block of text below it.
    """
    names = {}
    for program, shown in PROGRAM.findall(page.read_text(encoding="utf-8")):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(program, names)  # noqa: S102 - the page is ours
        printed = out.getvalue()
        if request.config.getoption("--update-golden"):
            before, after = (f"{program}```\n\n```text\n{each}```" for each in (shown, printed))
            text = page.read_text(encoding="utf-8").replace(before, after)
            page.write_text(text, encoding="utf-8")
        else:
            assert printed == shown


def test_there_is_a_page_of_python():
    """Calling careerkit from Python is shown, not only told."""
    assert ROOT / "docs" / "how-to" / "check-from-python.md" in PYTHON


def test_renewing_a_block_keeps_what_is_left_out():
    """New figures and lines come in; what … left out stays out; the end of the block stays."""
    shown = "Wages\n…\nOhio $1\nMaine $2\n…\nSources\n\n"
    output = "Wages\n\nArea\nOhio  $10\nIowa  $7\nMaine $20\nnote\nSources\n[1] BLS\n"
    expected = "Wages\n…\nOhio  $10\nIowa  $7\nMaine $20\n…\nSources\n[1] BLS\n\n"
    assert CONSOLE.renewed(shown, output) == expected
    assert CONSOLE.difference(shown, output) == ("Ohio $1", "(nothing more)")
    assert CONSOLE.difference(expected, output) is None
    assert CONSOLE.renewed("", output) == output
    with pytest.raises(ValueError, match="nothing printed is like 'Puerto Rico'"):
        CONSOLE.renewed("Wages\n…\nPuerto Rico", output)


@pytest.mark.parametrize("shown", ["Ohio", "Ohio\n…\nMaine", "Maine"])
def test_a_block_that_hides_lines_silently_is_wrong(shown):
    """Every line left out has a … in its place, also at the end."""
    assert CONSOLE.difference(shown, "Ohio\nIowa\nMaine\nGuam\n")


def test_there_are_console_blocks():
    """The pages show careerkit at work."""
    assert len(SESSIONS) >= 10


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name):
    """The README names every command."""
    assert f"careerkit {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_links_between_pages_lead_somewhere(page):
    """A relative link names a file that is there."""
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_generated_pages_are_current():
    """The reference pages and schemas are what tools/reference.py writes today."""
    expected = dict(tool("reference").pages())
    assert expected == {path: (ROOT / path).read_text(encoding="utf-8") for path in expected}
    kept = {*GENERATED.glob("*.md"), *(ROOT / "schemas").glob("*.json")}
    assert {ROOT / path for path in expected} == kept


README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_counts_what_is_on_record():
    """How many careers and credentials there are is the first thing that a reader believes."""
    text = " ".join(README.split())
    careers = len([*(ROOT / "data" / "careers").glob("*.yaml")])
    credentials = len([*(ROOT / "data" / "credentials").glob("*.yaml")])
    assert f"all {careers} occupations" in text
    assert f"the rules of {credentials} credentials" in text


TASKS = re.findall(r"^\| .* \| `careerkit ([^`]+)`", README, re.MULTILINE)
FILES = {
    "client.yaml": "education: [{level: associate, field: him}]\n",
    "clients.csv": "client,degree,accredited\nA,aas,cahiim\n",
    "my-records/sources/page.yaml": "title: A page\npublisher: Somebody\nkind: third-party\n"
    "retrieved: 2026-11-22\n",
}
"""What the commands of the README read, made up."""


@pytest.mark.parametrize("task", [task for task in TASKS if not task.startswith("import")])
def test_every_task_of_the_readme_is_answered(task, run, tmp_path, monkeypatch):
    """What a reader types first works, word by word; official files are not at hand."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = run(*shlex.split(task))
    assert (result.status, result.out != "") == (0, True)


def test_the_drawing_of_the_house_is_complete():
    """Every package and top-level module of careerkit stands on the architecture page, no other."""
    page = (ROOT / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
    drawing = page.partition("src/careerkit/\n")[2].partition("\ndata/")[0]
    packages = re.findall(r"^  (\w+)/ ", drawing, re.MULTILINE)
    modules = re.findall(r"^  ((?:\w+\.py *)+)", drawing, re.MULTILINE)
    source = ROOT / "src" / "careerkit"
    assert set(packages) == {path.parent.name for path in source.glob("*/__init__.py")}
    assert set(" ".join(modules).split()) == {path.name for path in source.glob("*.py")}


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_files_that_pages_name_are_there(page):
    """A path in code marks leads to something below src/careerkit or the root."""
    places = [ROOT / "src" / "careerkit", ROOT / "src", ROOT]
    folders = {path.name for place in places for path in place.iterdir() if path.is_dir()}
    for name in re.findall(r"`([\w.*-]+/[\w./*-]+)`", page.read_text(encoding="utf-8")):
        if name.partition("/")[0] in folders:
            assert any([*place.glob(name)] for place in places), name
