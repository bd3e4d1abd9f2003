"""How a person sees the list of sources."""

from careerkit.answers.reply import Reply
from careerkit.commands.sources.answer import SourceRow
from careerkit.model.vocabulary import SOURCE_KINDS
from careerkit.render.page import Block, Bullets, Cell, Citations, Page, StyledText, Tone, remarks
from careerkit.render.words import when


def page(reply: Reply, cite: Citations) -> Page:  # noqa: ARG001 - here the sources are the answer
    """Return the sources with their dates, the stale ones first with the rule that says so."""
    sources = reply.data.sources
    lines = [line for row in sorted(sources, key=lambda row: not row.stale) for line in _lines(row)]
    stale = sum(row.stale is True for row in sources)
    blocks: list[Block] = [Bullets(lines)] if lines else []
    blocks += remarks(*(row.attribution for row in sources))
    return Page(f"{len(sources)} sources, {stale} of them stale", blocks)


def _lines(source: SourceRow) -> list[tuple[int, Cell]]:
    about = "about " if source.approximate else ""
    dated = f"published {about}{when(source.published)}" if source.published else "undated"
    details = [
        f"{source.publisher}: {source.title}",
        f"{SOURCE_KINDS[source.kind]}, {dated}, read {when(source.retrieved)}",
        *([source.url] if source.url else []),
    ]
    tone: Tone = "bad" if source.stale else "strong"
    return [
        (0, StyledText(f"{source.id}: {_state(source)}", tone)),
        *((1, text) for text in details),
    ]


def _state(source: SourceRow) -> str:
    if source.fresh_until is None:
        return f"stale: {source.why}" if source.stale else source.why
    limit = when(source.fresh_until)
    if source.stale:
        return f"stale since {limit} ({source.why})"
    if source.stale is None:
        return f"read again by {limit} ({source.why})"
    return f"fresh until {limit} ({source.why})"
