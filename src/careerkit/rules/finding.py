"""What evaluating a condition or a group of them found, in words a counselor can use."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from careerkit.model.client import Client
from careerkit.model.organization import Accreditor
from careerkit.model.rule import Condition
from careerkit.model.types import Confidence, Stage
from careerkit.rules.kleene import Truth


class Effort(IntEnum):
    """How much is missing, smallest first."""

    NONE = 0
    STEP = 1
    DEGREE = 2
    OUT_OF_REACH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The truth of one condition, or of a group with ``parts``.

    ``requirement`` says what is asked, ``reason`` why the truth is what it is. ``missing`` is set
    when it is not met, ``ask`` (questions) when it is unknown, ``assumes`` when it is met on an
    assumption. ``touched`` counts the client's facts that speak to it, ``general`` those that speak
    to a great many rules alike (schooling, age, state) and single out none. ``short`` is the number
    of parts that a group still needs.
    """

    condition: str
    stage: Stage = "sit"
    verdict: Truth
    requirement: str
    reason: str
    missing: str | None = None
    ask: tuple[str, ...] = ()
    assumes: tuple[str, ...] = ()
    effort: Effort = Effort.NONE
    touched: int = 0
    general: int = 0
    short: int = 1
    confidence: Confidence | None = None
    parts: tuple["Finding", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What rules need to know beyond the client: accreditors by id, and short names by id."""

    accreditors: Mapping[str, Accreditor] = field(default_factory=dict)
    issuers: Mapping[str, str] = field(default_factory=dict)
    credentials: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One client on one day."""

    client: Client
    as_of: date
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionKind:
    """A type of condition: its meaning, its parameters, the facts it reads and how it is decided.

    ``needs``, ``needs_one_of`` and ``takes`` name parameters of ``model.rule.Condition``; ``facts``
    names entries of the facts registry.
    """

    meaning: str
    needs: tuple[str, ...] = ()
    needs_one_of: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    facts: tuple[str, ...]
    requirement: Callable[[Condition, Reference], str]
    evaluate: Callable[[Condition, Case], Finding]


def conclude(  # noqa: PLR0913 - what a finding says, each by its name
    condition: Condition,
    truth: Truth,
    *,
    requirement: str,
    reason: str,
    missing: str,
    ask: str | tuple[str, ...],
    assumes: tuple[str, ...] = (),
    effort: Effort = Effort.STEP,
    touched: int = 0,
    general: int = 0,
) -> Finding:
    """Return the finding on a condition, with what its truth owes and no more."""
    return Finding(
        condition=condition.condition,
        stage=condition.stage,
        verdict=truth,
        requirement=requirement,
        reason=reason,
        missing=missing if truth is Truth.NOT_MET else None,
        ask=((ask,) if isinstance(ask, str) else ask) if truth is Truth.UNKNOWN else (),
        assumes=assumes if truth is Truth.MET else (),
        effort=effort if truth is Truth.NOT_MET else Effort.NONE,
        touched=touched,
        general=general,
        confidence=condition.confidence,
    )
