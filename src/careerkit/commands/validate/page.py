"""How a person sees the result of checking data files."""

from collections.abc import Iterator
from typing import Final

from careerkit.answers.reply import Reply
from careerkit.commands.validate.answer import ValidationReport
from careerkit.render.page import Block, Citations, Page, Prose
from careerkit.words import counted

_CHECKED: Final = {  # arguments need no words
    "installed": "the data installed with careerkit, which are exactly as they were built",
    "checkout": "the data folder of this checkout",
    "pack": "the records that you added",
}


def page(reply: Reply, cite: Citations) -> Page:  # noqa: ARG001 - problems cite nothing
    """Return one line a problem, as ``file:line:column``, and what was checked."""
    report: ValidationReport = reply.data
    files = counted(report.files, "file")
    problems = counted(len(report.problems), "problem") if report.problems else "no problems"
    return Page(f"{files} checked, {problems}", [*_blocks(report)])


def _blocks(report: ValidationReport) -> Iterator[Block]:
    if report.problems:
        yield Prose("\n".join(str(problem) for problem in report.problems))
    for place in report.checked:
        if place.what in _CHECKED:
            yield Prose(f"Checked {_CHECKED[place.what]}: {place.path}")
