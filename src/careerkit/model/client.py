"""What is known of a client. Left out is unknown; an empty list is known to be none.

A list that is given is complete: a program that is not in ``education`` was not studied.
"""

from dataclasses import dataclass

from careerkit.model.types import (
    AccreditorId,
    Country,
    CredentialId,
    Field,
    StudyLevel,
    StudyStatus,
    When,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """One program the client studied; its facts hold for this program alone.

    No ``level`` means a program that gives no degree; ``unknown`` means not told. ``accredited_by``
    and ``approved_by`` are None when unknown and empty when known to be nobody.
    """

    level: StudyLevel | None = None
    field: Field | None = None
    accredited_by: tuple[AccreditorId, ...] | None = None
    approved_by: tuple[AccreditorId, ...] | None = None
    status: StudyStatus | None = None
    completed: When | None = None
    expected: When | None = None
    country: Country = "US"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCredential:
    """A credential the client holds; ``active`` is None when its standing is not known."""

    id: CredentialId
    earned: When | None = None
    active: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """Facts with no section of their own, each under the name of the condition that reads it."""

    foreign_reciprocity: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Everything known of one client."""

    education: tuple[Study, ...] | None = None
    credentials: tuple[HeldCredential, ...] | None = None
    facts: Statements = Statements()
