"""Every source."""

from careerkit.answers.reply import Reply
from careerkit.answers.sources import SourceList, SourceRow
from careerkit.model.vocabulary import SOURCE_KINDS
from careerkit.render.page import Block, Bullets, Cell, Citations, Page, Prose, StyledText, Tone
from careerkit.render.words import when


def page(reply: Reply, cite: Citations) -> Page:  # noqa: ARG001 - here the sources are the answer
    """Return the sources with their dates and what is stale by which rule."""
    found: SourceList = reply.data
    # What is stale is what a reader looks for.
    ordered = sorted(found.sources, key=lambda source: not source.stale)
    lines = [line for source in ordered for line in _lines(source)]
    stale = sum(source.stale is True for source in found.sources)
    blocks: list[Block] = [Bullets(lines)] if lines else []
    blocks += [Prose(s.attribution, "quiet") for s in found.sources if s.attribution]
    return Page(f"{len(found.sources)} sources, {stale} of them stale", blocks)


def _lines(source: SourceRow) -> list[tuple[int, Cell]]:
    about = "about " if source.approximate else ""
    dated = f"published {about}{when(source.published)}" if source.published else "undated"
    told = [
        f"{source.publisher}: {source.title}",
        f"{SOURCE_KINDS[source.kind]}, {dated}, read {when(source.retrieved)}",
        *([source.url] if source.url else []),
    ]
    tone: Tone = "bad" if source.stale else "strong"
    return [(0, StyledText(f"{source.id}: {_state(source)}", tone)), *((1, text) for text in told)]


def _state(source: SourceRow) -> str:
    if source.fresh_until is None:
        return f"stale: {source.why}" if source.stale else source.why
    limit = when(source.fresh_until)
    if source.stale:
        return f"stale since {limit} ({source.why})"
    if source.stale is None:
        return f"read again by {limit} ({source.why})"
    return f"fresh until {limit} ({source.why})"
