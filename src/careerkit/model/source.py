"""The source of a figure or rule: its dates, and how long it passes for current."""

from dataclasses import dataclass

from careerkit.model.types import LocalId, Positive, SourceId, SourceKind, Url, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page or data set.

    ``published`` is the source's own date (``approximate`` when it was inferred), ``retrieved``
    the day it was read. ``fresh_months`` is how long after its date it can pass for current;
    ``superseded_by`` names a newer source of the same figures. Old stays, as history.
    """

    id: LocalId
    title: str
    publisher: str
    kind: SourceKind
    url: Url | None = None
    published: When | None = None
    approximate: bool = False
    covers: str | None = None
    retrieved: When
    fresh_months: Positive | None = None
    superseded_by: SourceId | None = None
    licence: str | None = None
    attribution: str | None = None
    note: str | None = None
