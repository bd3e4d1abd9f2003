"""How a person sees the result of an import."""

from careerkit.answers.reply import Reply
from careerkit.commands.import_.answer import ImportReport
from careerkit.render.page import Citations, Page
from careerkit.words import counted


def page(reply: Reply, cite: Citations) -> Page:  # noqa: ARG001 - an import cites nothing
    """Return one line, such as ``bls-wages: 1 file read, 12 records changed``."""
    report: ImportReport = reply.data
    read = counted(report.files, "file")
    return Page(f"{report.dataset}: {read} read, {counted(report.changed, 'record')} changed", [])
