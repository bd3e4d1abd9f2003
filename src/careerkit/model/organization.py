"""Organizations: issuers of credentials, and accreditors of programs."""

from dataclasses import dataclass

from careerkit.model.types import AwardLevel, Confidence, Field, LocalId, SourceId, Url, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """A body that grants credentials; it has the last word on who is eligible."""

    id: LocalId
    name: str
    abbreviation: str
    url: Url
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accredits:
    """A field and the award levels in which the accreditor accredits or approves programs.

    ``since`` is when it began to; nobody completed such a program before.
    """

    field: Field
    levels: tuple[AwardLevel, ...]
    since: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accreditor:
    """A body that accredits programs (not colleges as a whole).

    ``accredits`` is complete: a level that stands under one field alone implies that field.
    Bodies that differ by state, such as a state's board, have no ``url``.
    """

    id: LocalId
    name: str
    abbreviation: str
    url: Url | None = None
    accredits: tuple[Accredits, ...]
    confidence: Confidence
    sources: tuple[SourceId, ...]
    note: str | None = None
