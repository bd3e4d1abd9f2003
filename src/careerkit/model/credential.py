"""A credential: its routes, its exam and its renewal."""

from dataclasses import dataclass

from careerkit.model.rule import Rule
from careerkit.model.types import (
    Confidence,
    Count,
    CredentialKind,
    Dollars,
    IssuerId,
    LocalId,
    Positive,
    Soc,
    SourceId,
    Url,
    When,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One way to a credential. Any one open route is enough.

    A route with ``valid_until`` (the last day it counts) stays as history. ``effect`` says what is
    special about getting in this way.
    """

    id: LocalId
    label: str
    confidence: Confidence
    sources: tuple[SourceId, ...] = ()
    valid_from: When | None = None
    valid_until: When | None = None
    effect: str | None = None
    note: str | None = None
    requires: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Exam:
    """The exam: counts of questions, minutes allowed, fees in US dollars.

    An adaptive exam asks from ``questions`` to ``most_questions``. ``fee`` is what everyone pays;
    where members pay less, the two others stand in its place.
    """

    name: str
    questions: Positive | None = None
    most_questions: Positive | None = None
    scored_questions: Positive | None = None
    minutes: Positive | None = None
    passing_score: str | None = None
    fee: Dollars | None = None
    fee_member: Dollars | None = None
    fee_non_member: Dollars | None = None
    vendor: str | None = None
    open_book: bool | None = None
    eligibility_window_days: Positive | None = None
    confidence: Confidence
    sources: tuple[SourceId, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """How to keep the credential: continuing education of ``ce_required`` units every cycle."""

    cycle_years: Positive
    ce_required: Count | None = None
    ce_unit: str | None = None
    confidence: Confidence
    sources: tuple[SourceId, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """Where sources disagree: the older reading, kept beside the newer rule that decides."""

    text: str
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """A certification, licence, registration or certificate.

    ``careers`` are SOC codes. ``recommended`` is advice of the issuer, never a condition.
    """

    id: LocalId
    name: str
    abbreviation: str
    aka: tuple[str, ...] = ()
    issuer: IssuerId
    kind: CredentialKind
    careers: tuple[Soc, ...]
    url: Url
    confidence: Confidence
    routes: tuple[Route, ...]
    recommended: tuple[str, ...] = ()
    exam: Exam | None = None
    renewal: Renewal | None = None
    cautions: tuple[Caution, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[SourceId, ...]
