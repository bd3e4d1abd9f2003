"""The documentation is executable: what it shows is what careerkit prints."""

import importlib.util
import re
import shlex
from pathlib import Path

import pytest

from careerkit.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
GENERATED = ROOT / "docs" / "reference"
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


def relative(path):
    """Return a page's name below the root."""
    return str(path.relative_to(ROOT))


def sessions():
    """Yield (page, command, expected output) for every console block that shows careerkit."""
    for page in PAGES:
        if page.parent == GENERATED:
            continue
        for block in CONSOLE.findall(page.read_text(encoding="utf-8")):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                if command.startswith("careerkit "):
                    yield page, command, output


SESSIONS = list(sessions())


@pytest.mark.parametrize(
    ("page", "command", "expected"),
    SESSIONS,
    ids=[f"{relative(page)}: {command}" for page, command, _ in SESSIONS],
)
def test_console_block_shows_what_is_printed(page, command, expected, run):
    """A console block prints what the page shows; a line of … stands for lines left out."""
    words, _, status = command.partition("  # exit ")
    result = run(*shlex.split(words)[1:])
    assert int(status or 0) == result.status
    lines = iter((result.out + result.err).splitlines())
    skipping = False
    for line in expected.rstrip().splitlines():
        if line.strip() == "…":
            skipping = True
            continue
        found = next((each for each in lines if each == line or not skipping), None)
        assert line == found
        skipping = False


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
    spec = importlib.util.spec_from_file_location("reference", ROOT / "tools" / "reference.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    expected = dict(tool.pages())
    assert expected == {path: (ROOT / path).read_text(encoding="utf-8") for path in expected}
    kept = {*GENERATED.glob("*.md"), *(ROOT / "schemas").glob("*.json")}
    assert {ROOT / path for path in expected} == kept
