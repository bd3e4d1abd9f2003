"""Rules: conditions joined by ``all_of``, ``any_of`` and ``at_least``.

A YAML mapping is read as the class whose first field it holds, so ``{any_of: [...]}`` is an
``AnyOf`` and ``{condition: ...}`` a ``Condition``.
"""

from dataclasses import dataclass, fields
from functools import partial
from typing import TYPE_CHECKING

from careerkit.model.types import (
    AccreditorId,
    Amount,
    Confidence,
    CourseSubject,
    ExamId,
    Field,
    Grade,
    HeldId,
    IssuerId,
    LegalStatus,
    Level,
    LevelMatch,
    MemberClass,
    Positive,
    Procedure,
    Stage,
    State,
    TrainingName,
    TrainingSubject,
    When,
    WorkDomain,
    WorkField,
)

if TYPE_CHECKING:
    from dataclasses import dataclass as _own_init
else:
    _own_init = partial(dataclass, init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StateSince:
    """A state, and the day from which a rule holds there."""

    state: State
    since: When


@_own_init(frozen=True, kw_only=True)
class Condition:
    """One test of a client. The entry of its type in ``rules`` says which parameters it takes.

    ``confidence`` is given where the condition is less sure than its route. ``hours`` are clock
    hours, ``credits`` semester hours; ``credits_each`` and ``hours_each`` are for every subject.
    Held credentials must be ``active``, or may be ``lapsed``. ``within_*`` looks back from the day
    asked about (ahead, for a program that is to end). ``over_months`` is the shortest time the
    work may be spread over. With ``approved``, approval by the accreditors counts as
    accreditation; with ``school_assumed``, an unknown school counts as
    ``institution_accredited``. ``who`` names who decides or vouches, ``kind`` what exactly is
    meant; ``incomplete`` says that more states may be like those listed, ``per_state`` that states
    set figures of their own.

    A condition has few of its many parameters, and no slots: the defaults stay with the class, so
    that hundreds of conditions are made in a moment.
    """

    if not TYPE_CHECKING:

        def __init__(self, **parameters: object) -> None:
            if unknown := parameters.keys() - _PARAMETERS:
                message = f"a condition takes no {', '.join(sorted(unknown))}"
                raise TypeError(message)
            vars(self).update(parameters)

    condition: str
    stage: Stage = "sit"
    confidence: Confidence | None = None
    field: Field | None = None
    level: Level | None = None
    level_match: LevelMatch = "unstated"
    accreditors: tuple[AccreditorId, ...] = ()
    approved: bool = False
    accreditation_timing: str | None = None
    institution_accredited: bool = False
    school_assumed: bool = False
    credentials: tuple[HeldId, ...] = ()
    active: bool = False
    lapsed: bool = False
    held_years: Amount | None = None
    earned_before: When | None = None
    proctored: bool = False
    organization: IssuerId | None = None
    tenure_years: Amount | None = None
    classes: tuple[MemberClass, ...] = ()
    work: WorkField | None = None
    years: Amount | None = None
    months: Amount | None = None
    weeks: Amount | None = None
    hours: Amount | None = None
    full_time: bool = False
    paid: bool = False
    supervised: bool = False
    current: bool = False
    continuous: bool = False
    non_overlapping: bool = False
    after_degree: bool = False
    domains: tuple[WorkDomain, ...] = ()
    min_domains: Positive | None = None
    supervision_hours: Amount | None = None
    over_months: Positive | None = None
    within_years: Positive | None = None
    within_months: Positive | None = None
    within_days: Positive | None = None
    completed_before: When | None = None
    completed_after: When | None = None
    subject: TrainingSubject | None = None
    name: TrainingName | None = None
    subjects: tuple[CourseSubject, ...] = ()
    credits: Amount | None = None
    credits_each: Amount | None = None
    hours_each: Amount | None = None
    min_grade: Grade | None = None
    graduate: bool = False
    exam: ExamId | None = None
    max_attempts: Positive | None = None
    procedure: Procedure | None = None
    count: Positive | None = None
    states: tuple[State, ...] = ()
    states_effective: tuple[StateSince, ...] = ()
    incomplete: bool = False
    per_state: bool = False
    statuses: tuple[LegalStatus, ...] = ()
    who: str | None = None
    kind: str | None = None


_PARAMETERS = frozenset(parameter.name for parameter in fields(Condition))


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
