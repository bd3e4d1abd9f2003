"""What checking data files found."""

from collections.abc import Iterator
from typing import Final

from careerkit.answers.reply import Reply
from careerkit.answers.validation import ValidationReport
from careerkit.render.page import Block, Citations, Page, Prose
from careerkit.words import counted

_CHECKED: Final = {
    "installed": "the data installed with careerkit, which are exactly as they were built",
    "checkout": "the data folder of this checkout",
    "pack": "the records that you added",
}
"""What is said of a place that was checked without being an argument."""


def page(reply: Reply, cite: Citations) -> Page:  # noqa: ARG001 - problems cite nothing
    """Return one line a problem, in the form editors jump to, and what was checked."""
    report: ValidationReport = reply.data
    problems = len(report.problems)
    files = counted(report.files, "file")
    found = counted(problems, "problem") if problems else "no problems"
    return Page(f"{files} checked, {found}", [*_blocks(report)])


def _blocks(report: ValidationReport) -> Iterator[Block]:
    if report.problems:
        yield Prose("\n".join(str(problem) for problem in report.problems))
    for place in report.checked:
        if place.what in _CHECKED:
            yield Prose(f"Checked {_CHECKED[place.what]}: {place.path}")
