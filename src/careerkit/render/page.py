"""A page: what a person reads, before it is set for a terminal or as Markdown.

Pages are built by the ``page`` module of each command. They hold no width, no color and no markup:
a tone says what a text means, and each format decides how that looks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from careerkit.model.plain import from_plain
from careerkit.model.source import Source
from careerkit.render.words import when

Tone = Literal["plain", "strong", "good", "bad", "open", "quiet"]


class StyledText(NamedTuple):
    """A text with its tone."""

    text: str
    tone: Tone = "plain"


Cell = str | StyledText


@dataclass(frozen=True, slots=True)
class Heading:
    """The beginning of a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels with their values, one a line."""

    rows: Sequence[tuple[str, Cell]]


@dataclass(frozen=True, slots=True)
class Bullets:
    """Items, each with its depth (0 is outermost)."""

    items: Sequence[tuple[int, Cell]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's title; figures stand ``right``; a ``whole`` cell is never broken over lines.

    Where a table is too wide, an ``under`` cell stands below the one before it.
    """

    title: str
    right: bool = False
    whole: bool = False
    under: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


Block = Heading | Prose | Pairs | Bullets | Grid


def figure_columns(*titles: str) -> list[Column]:
    """Return a column of figures for each title."""
    return [Column(title, right=True) for title in titles]


def remarks(*texts: str | None) -> list[Block]:
    """Return a quiet paragraph for each text; None and empty texts have none."""
    return [Prose(text, "quiet") for text in texts if text]


@dataclass(frozen=True, slots=True)
class Page:
    """A titled sequence of blocks."""

    title: str
    blocks: Sequence[Block]


@dataclass(slots=True)
class Citations:
    """Numbers for sources, in the order in which a page first cites them."""

    sources: Mapping[str, Mapping[str, Any]]
    numbers: dict[str, int] = field(default_factory=dict)

    def mark(self, *ids: str | None) -> str:
        """Return marks such as ``[1][3]`` for sources; an id that is None has none."""
        return "".join(
            f"[{self.numbers.setdefault(source, len(self.numbers) + 1)}]"
            for source in ids
            if source
        )

    def dated(self, source_id: str) -> str:
        """Return the mark of a source with its date, for claims of different ages."""
        source = self._source(source_id)
        about = "about " if source.approximate else ""
        date = f"{about}{when(source.published)}" if source.published else "undated"
        return f"[{date}] {self.mark(source_id)}"

    def blocks(self, *, numbered: bool = True) -> list[Block]:
        """Return the list of the sources cited, or nothing where none was.

        Pages whose sources stand behind every figure list them without numbers.
        """
        if not self.numbers:
            return []
        cited = {source_id: self._source(source_id) for source_id in self.numbers}
        rows = [
            (f"[{number}]", _in_words(cited[source_id], stale=self.sources[source_id].get("stale")))
            for source_id, number in self.numbers.items()
        ]
        listed = Pairs(rows) if numbered else Bullets([(0, text) for _, text in rows])
        notices = remarks(*(source.attribution for source in cited.values()))
        return [Heading("Sources"), listed, *notices]

    def _source(self, source_id: str) -> Source:
        record = self.sources[source_id]
        return from_plain(Source, {key: record[key] for key in record if key != "stale"})


def _in_words(source: Source, *, stale: bool | None) -> str:
    dated = f"{'about ' if source.approximate else ''}{when(source.published)}"
    date = dated if source.published else f"undated, read {when(source.retrieved)}"
    parts = (
        f"{source.publisher}: {source.title}",
        f"{date} (no longer current)" if stale else date,
        source.url,
    )
    return ". ".join(part for part in parts if part)
