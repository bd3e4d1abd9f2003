"""Every source, with its vintage and whether it is stale."""

from dataclasses import dataclass

from careerkit.answers import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source. ``stale`` is None where no rule decides it; ``why`` names the rule.

    ``fresh_until`` is the last day on which it counts as current.
    """

    id: str
    title: str
    publisher: str
    kind: str
    url: str | None
    published: str | None
    approximate: bool
    covers: str | None
    retrieved: str
    stale: bool | None
    fresh_until: str | None
    why: str
    licence: str | None
    attribution: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceList(Answer):
    """All sources, in the order of their ids."""

    command = "sources"
    rows = "sources"
    paged = True

    sources: tuple[SourceRow, ...]
