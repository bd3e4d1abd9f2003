"""Rules: conditions joined by ``all_of``, ``any_of`` and ``at_least``.

A YAML mapping is read as the class whose first field it holds, so ``{any_of: [...]}`` is an
``AnyOf`` and ``{condition: ...}`` a ``Condition``.
"""

from dataclasses import dataclass

from careerkit.model.types import (
    AccreditorId,
    Confidence,
    CredentialId,
    Field,
    IssuerId,
    Level,
    LevelMatch,
    Positive,
    Stage,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One test of a client. Which parameters a condition takes, its entry in ``rules`` says.

    ``confidence`` stands where the condition is less sure than its route.
    """

    condition: str
    stage: Stage = "sit"
    confidence: Confidence | None = None
    field: Field | None = None
    level: Level | None = None
    level_match: LevelMatch = "unstated"
    accreditors: tuple[AccreditorId, ...] = ()
    credentials: tuple[CredentialId, ...] = ()
    active: bool = False
    organization: IssuerId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """Every part must hold. With no part, anyone may: an empty rule is written on purpose."""

    all_of: tuple["Rule", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """One part is enough."""

    any_of: tuple["Rule", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The number of parts that must hold, and the parts."""

    n: Positive
    of: tuple["Rule", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLeast:
    """Some number of parts must hold."""

    at_least: Counted


Rule = Condition | AllOf | AnyOf | AtLeast
