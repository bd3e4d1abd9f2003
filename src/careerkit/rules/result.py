"""The result of evaluating a condition or a group, in words a counselor can use."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import IntEnum
from math import inf
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from careerkit.model.client import Client
from careerkit.model.organization import Accreditor
from careerkit.model.rule import Condition
from careerkit.model.types import Confidence, Stage
from careerkit.rules.three_valued import Truth, any_of

Entry = TypeVar("Entry")


class Effort(IntEnum):
    """How much is missing, smallest first."""

    NONE = 0
    STEP = 1
    DEGREE = 2
    OUT_OF_REACH = 3


USUAL_HOURS_A_YEAR = 2000
"""The hours that full-time work and training usually have in a year."""
LEVEL, HOUR, CREDIT = 6, 12 / USUAL_HOURS_A_YEAR, 24 / 30
"""A level of education, an hour and a college credit in the rough months of ``months_short``.

Each follows from what counts as much as a degree: the four levels from high school to a bachelor's
degree, two years or 4,000 hours of work, more than 30 credits.
"""
_UNMEASURED = {Effort.STEP: 1, Effort.DEGREE: 4 * LEVEL, Effort.OUT_OF_REACH: inf}
"""The months short of what has no measure; what is out of reach may come with time, or never."""


class ConditionResult(NamedTuple):
    """The truth of one condition, or of a group with ``parts``.

    ``requirement`` says what is asked, ``reason`` why the truth is what it is. ``missing`` is set
    when it is not met, ``ask`` (questions) when it is unknown, ``assumes`` when it is met on an
    assumption. ``relevance`` counts the client's facts that speak to this condition;
    ``background_relevance`` counts facts such as schooling, age and state, which speak to many.

    A condition that is not met is as far as its ``distance``: the ``effort`` of the largest missing
    thing, the ``missing_count``, and ``months_short``, a rough figure that ranks and is never
    shown. A group adds up what it still needs, by the shortest way.

    Where ``missing`` of a group is a ``choice``, it takes brackets within another list; where one
    thing is enough, ``options`` lists the alternatives. The client can only meet it by holding all
    ``required_credentials``.
    """

    condition: str
    verdict: Truth
    requirement: str
    reason: str
    stage: Stage = "sit"
    missing: str | None = None
    ask: tuple[str, ...] = ()
    assumes: tuple[str, ...] = ()
    effort: Effort = Effort.NONE
    missing_count: int = 0
    months_short: float = 0
    relevance: int = 0
    background_relevance: int = 0
    confidence: Confidence | None = None
    parts: tuple["ConditionResult", ...] = ()
    choice: bool = False
    options: tuple[str, ...] = ()
    required_credentials: tuple[str, ...] = ()

    @property
    def distance(self) -> tuple[Effort, int, float]:
        """How far the client is from it, to rank results: nothing unless it is not met."""
        return self.effort, self.missing_count, self.months_short


Taken = tuple[Effort, float]
"""The effort and the rough months of something as a whole."""


def unrecorded(credential: str, _as_of: date) -> Taken:
    """Raise ``KeyError``: nothing is known of any credential."""
    raise KeyError(credential)


class Reference(NamedTuple):
    """What rules need to know beyond the client: accreditors by id, and short names by id.

    ``takes`` returns what it takes a beginner to earn a credential, if begun on a day; it raises
    ``KeyError`` for a credential without a record.
    """

    accreditors: Mapping[str, Accreditor] = MappingProxyType({})
    issuers: Mapping[str, str] = MappingProxyType({})
    credentials: Mapping[str, str] = MappingProxyType({})
    takes: Callable[[str, date], Taken] = unrecorded


class Case(NamedTuple):
    """One client on one day; ``find`` returns the results of conditions evaluated before."""

    client: Client
    as_of: date
    reference: Reference
    find: "Callable[[Condition], ConditionResult] | None" = None


class ConditionKind(NamedTuple):
    """A type of condition: its meaning, its parameters, the facts it reads and how it is decided.

    ``needs``, ``needs_one_of`` and ``takes`` name parameters of ``model.rule.Condition``; ``facts``
    names entries of the facts registry, the only ones ``evaluate`` reads of a client. ``relevant``
    reduces an entry of a list (a pair of a mapping) to what counts on a day, or to None; it uses
    only the parameters in ``about``. Other entries may change the ``reason``, and nothing else.
    What is missing of a ``measured`` condition is the rest of an amount.
    """

    meaning: str
    facts: tuple[str, ...]
    requirement: Callable[[Condition, Reference], str]
    evaluate: Callable[[Condition, Case], ConditionResult]
    needs: tuple[str, ...] = ()
    needs_one_of: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    relevant: Callable[[Condition, Any, date], Any] | None = None
    measured: bool = False


class Aspect(NamedTuple):
    """One part of a condition; ``missing`` and ``months_short`` hold if it is not met."""

    truth: Truth
    missing: str
    months_short: float
    name: str = ""


def only(matches: Callable[[Condition, Any], bool]) -> Callable[[Condition, Any, date], Any]:
    """Return a ``relevant`` that keeps entries which match the condition and drops the others."""
    return lambda condition, entry, _as_of: entry if matches(condition, entry) else None


def conclude(  # noqa: PLR0913 - the fields of a result, by name
    condition: Condition,
    truth: Truth,
    *,
    requirement: str,
    reason: str,
    missing: str,
    ask: str | tuple[str, ...],
    assumes: tuple[str, ...] = (),
    effort: Effort = Effort.STEP,
    months_short: float | None = None,
    relevance: int = 0,
    background_relevance: int = 0,
    required_credentials: tuple[str, ...] = (),
) -> ConditionResult:
    """Return the result of a condition, with only the fields that its truth calls for."""
    lacks = truth is Truth.NOT_MET
    short = _UNMEASURED[effort] if months_short is None else months_short
    return ConditionResult(
        condition=condition.condition,
        stage=condition.stage,
        verdict=truth,
        requirement=requirement,
        reason=reason,
        missing=missing if lacks else None,
        ask=((ask,) if isinstance(ask, str) else ask) if truth is Truth.UNKNOWN else (),
        assumes=assumes if truth is Truth.MET else (),
        effort=effort if lacks else Effort.NONE,
        missing_count=int(lacks),
        months_short=short if lacks else 0,
        relevance=relevance,
        background_relevance=background_relevance,
        confidence=condition.confidence,
        required_credentials=required_credentials if lacks else (),
    )


def over_list(
    condition: Condition,
    case: Case,
    listed: Sequence[Entry] | None,
    matches: Callable[[Condition, Entry], bool],
    meets: Callable[[Condition, Entry, Case], Truth],
) -> tuple[list[Entry], Truth]:
    """Return the entries of a client's list that match a condition, and whether one meets it.

    Without such an entry it is not met; without a list it is unknown.
    """
    entries = [entry for entry in listed or () if matches(condition, entry)]
    truth = any_of(meets(condition, entry, case) for entry in entries)
    return entries, Truth.UNKNOWN if listed is None else truth
