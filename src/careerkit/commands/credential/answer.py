"""The card of one credential: its rule as a person reads it."""

from dataclasses import dataclass

from careerkit.answers import Answer
from careerkit.model.credential import Caution, Exam, Renewal


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementItem:
    """One requirement in words, or a group (``all_of``, ``any_of``, ``at_least``) of them.

    ``stage`` is when it counts: sit, award or license. A group whose parts differ says sit.
    """

    condition: str
    stage: str
    requirement: str
    confidence: str | None
    conditions: tuple["RequirementItem", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteItem:
    """One route; ``closed`` says that it does not count on the day asked.

    ``status`` says whether it is then open, closed or not_yet_open.
    """

    id: str
    label: str
    confidence: str
    closed: bool
    status: str
    valid_from: str | None
    valid_until: str | None
    effect: str | None
    note: str | None
    requires: RequirementItem
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerItem:
    """A career that the credential belongs to; ``id`` is None where the code has no record.

    ``relation`` is how it stands to the career, by ``relation_source``; None where that is not on
    record.
    """

    id: str | None
    title: str | None
    soc: str
    relation: str | None
    relation_source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialCard(Answer):
    """Everything on record of one credential."""

    command = "credential"

    id: str
    name: str
    abbreviation: str
    aka: tuple[str, ...]
    issuer: str
    issuer_name: str
    kind: str
    careers: tuple[CareerItem, ...]
    routes: tuple[RouteItem, ...]
    recommended: tuple[str, ...]
    exam: Exam | None
    renewal: Renewal | None
    cautions: tuple[Caution, ...]
    notes: tuple[str, ...]
    url: str
    confidence: str
    sources: tuple[str, ...]
