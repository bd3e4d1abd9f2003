"""The program that changes the evaluator, and the page that says what its tests noticed."""

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SPEC = importlib.util.spec_from_file_location("mutation", ROOT / "tools" / "mutation.py")
MUTATION = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(MUTATION)
PAGE = (ROOT / "docs" / "explanation" / "testing.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\w+) \| (\d+) \| (\d+) \| (\d+)% \|$", PAGE, re.MULTILINE)


def test_every_module_that_decides_has_its_score_on_the_page():
    """The table names each module once, and adds up."""
    *rows, total = ROWS
    assert sorted(name for name, *_ in rows) == sorted(MUTATION.modules())
    assert total[0] == "all"
    sums = [sum(int(row[column]) for row in rows) for column in (1, 2)]
    assert [int(cell) for cell in total[1:3]] == sums


def test_the_score_is_as_promised():
    """Nine changes of ten are noticed."""
    *_, (_, changes, noticed, share) = ROWS
    assert int(noticed) / int(changes) >= 0.9
    assert int(share) == round(int(noticed) / int(changes) * 100)


def test_a_module_is_tested_first_by_its_own_tests():
    """The module's own tests come first, then every quick test of rules and verdicts."""
    own, every = MUTATION.command("time_limits", ROOT).split(" && ")
    assert own.endswith("tests/rules/test_time_limits.py")
    assert "test_eligibility.py" in every
    assert "test_properties.py" not in every
    assert "&&" not in MUTATION.command("wording", ROOT)


@pytest.mark.parametrize(
    ("diff", "left_out"),
    [
        ("--- a\n+++ b\n-@dataclass(frozen=True)\n+@dataclass(frozen=False)\n", True),
        ("-def f(a: int, *, b: int) -> int:\n+def f(a: int, /, b: int) -> int:\n", True),
        ("-    asked = condition.hours or 0\n+    asked = condition.hours or -1\n", True),
        ("-if TYPE_CHECKING:  # why\n+if not TYPE_CHECKING:  # why\n", True),
        ("-    return a * b\n+    return a / b\n", False),
        ("-    return a < b\n+    return a <= b\n", False),
    ],
)
def test_changes_that_say_nothing_are_left_out(diff, left_out):
    """What a test could not notice is not held against the tests; what it could is."""
    assert bool(MUTATION.SAYS_NOTHING(diff)) is left_out
