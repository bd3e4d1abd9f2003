"""A caseload in figures."""

from collections.abc import Sequence

from careerkit.answers.caseload import CaseloadSummary, CredentialCounts, Missing
from careerkit.answers.reply import Reply
from careerkit.model.vocabulary import STAGES
from careerkit.render.page import Block, Citations, Column, Grid, Heading, Page, Prose
from careerkit.render.words import count, when
from careerkit.words import counted, sentence

_CLOSING = (
    "careerkit checks published rules against the facts given; the issuer decides. Nearly: not "
    "eligible, but only one thing smaller than a degree is missing. --format csv gives a row for "
    "each client and credential."
)


_FIGURES = ("Eligible", "Nearly", "Not eligible", "Unknown")


def page(reply: Reply, cite: Citations) -> Page:  # noqa: ARG001 - a summary cites no rule
    """Return who is eligible for what, and what is most often missing."""
    summary: CaseloadSummary = reply.data
    question = f"{counted(summary.clients, 'client')}: may they {STAGES[summary.stage]}?"
    title = f"{question} As of {when(reply.as_of.isoformat())}"
    shown = [row for row in summary.credentials if row.eligible or row.nearly or row.unknown]
    blocks: list[Block] = [_verdicts(shown)] if shown else []
    hidden = len(summary.credentials) - len(shown)
    if hidden and summary.clients:
        blocks.append(Prose(_hidden(hidden, some=bool(shown)), "quiet"))
    if summary.left_out:
        are = "client is" if summary.left_out == 1 else "clients are"
        left_out = f"{count(summary.left_out)} more {are} left out: their rows have mistakes."
        blocks.append(Prose(left_out, "bad"))
    if summary.missing:
        blocks += [Heading("What is most often missing"), _missing(summary.missing)]
    return Page(title, [*blocks, Prose(_CLOSING, "quiet")])


def _verdicts(counts: Sequence[CredentialCounts]) -> Grid:
    figures = (Column(name, right=True) for name in _FIGURES)
    rows = [
        (
            row.abbreviation,
            row.name,
            *map(count, (row.eligible, row.nearly, row.not_eligible, row.unknown)),
        )
        for row in counts
    ]
    return Grid([Column("Short", whole=True), Column("Credential"), *figures], rows)


def _missing(missing: Sequence[Missing]) -> Grid:
    rows = [(sentence(item.missing), count(item.verdicts)) for item in missing]
    return Grid([Column("Missing"), Column("Verdicts", right=True)], rows)


def _hidden(number: int, *, some: bool) -> str:
    more = "more " if some else ""
    are, them = ("credential is", "it") if number == 1 else ("credentials are", "them")
    return f"{number} {more}{are} out of reach for every client, or no fact given speaks to {them}."
