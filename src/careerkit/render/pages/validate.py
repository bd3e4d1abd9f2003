"""What checking data files found."""

from careerkit.answers.reply import Reply
from careerkit.answers.validation import ValidationReport
from careerkit.render.page import Block, Citations, Page, Prose
from careerkit.words import counted


def page(reply: Reply, cite: Citations) -> Page:  # noqa: ARG001 - problems cite nothing
    """Return one line a problem, in the form editors jump to."""
    report: ValidationReport = reply.data
    problems = len(report.problems)
    files = counted(report.files, "file")
    found = counted(problems, "problem") if problems else "no problems"
    blocks: list[Block] = [Prose("\n".join(str(each) for each in report.problems))]
    return Page(f"{files} checked, {found}", blocks if problems else [])
