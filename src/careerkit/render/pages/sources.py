"""Every source."""

from careerkit.answers.reply import Reply
from careerkit.answers.sources import SourceList, SourceRow
from careerkit.model.vocabulary import SOURCE_KINDS
from careerkit.render.page import Block, Cell, Citations, Column, Grid, Page, Prose, Say
from careerkit.render.words import when


def page(reply: Reply, cite: Citations) -> Page:  # noqa: ARG001 - here the sources are the answer
    """Return the sources with their dates and what is stale by which rule."""
    found: SourceList = reply.data
    columns = [Column("Source"), Column("Published"), Column("Read"), Column("State")]
    blocks: list[Block] = [Grid(columns, [_row(source) for source in found.sources])]
    blocks += [Prose(s.attribution, "quiet") for s in found.sources if s.attribution]
    return Page(f"{len(found.sources)} sources", blocks)


def _row(source: SourceRow) -> list[Cell]:
    about = "about " if source.approximate else ""
    lines = [f"{source.publisher}: {source.title}", f"{source.id}, {SOURCE_KINDS[source.kind]}"]
    lines += [source.url] if source.url else []
    return [
        "\n".join(lines),
        f"{about}{when(source.published)}" if source.published else "undated",
        when(source.retrieved),
        _state(source),
    ]


def _state(source: SourceRow) -> Cell:
    if source.stale is None:
        return source.why
    return Say(f"stale: {source.why}", "bad") if source.stale else f"fresh: {source.why}"
