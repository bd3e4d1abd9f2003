"""The entries of a profile's sections other than education and credentials."""

from dataclasses import dataclass, field

from careerkit.model.shape import BARE
from careerkit.model.types import (
    Amount,
    ExamId,
    FieldStudied,
    FieldWorked,
    Grade,
    IssuerId,
    MemberClass,
    TrainingName,
    TrainingSubject,
    When,
    WorkDomain,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One period of work in a field.

    Its amount is given in ``hours``, ``months`` or ``years``, or is the time from ``from`` to
    ``to``. Work with a beginning and no end goes on, unless ``current`` is false. Of its hours,
    ``supervision_hours`` were spent with the supervisor.
    """

    field: FieldWorked
    hours: Amount | None = None
    months: Amount | None = None
    years: Amount | None = None
    from_: When | None = None
    to: When | None = None
    current: bool | None = None
    full_time: bool | None = None
    paid: bool | None = None
    supervised: bool | None = None
    supervision_hours: Amount | None = None
    domains: tuple[WorkDomain, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """Training outside a program: some clock hours of a subject, or a named course."""

    subject: TrainingSubject | None = None
    name: TrainingName | None = None
    hours: Amount | None = None
    completed: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A current membership in an association; ``class`` is its kind."""

    organization: IssuerId = field(metadata=BARE)
    since: When | None = None
    class_: MemberClass | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamPassed:
    """An exam the client passed."""

    id: ExamId = field(metadata=BARE)
    passed: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MilitaryTraining:
    """A course of a military service school in a field, of some weeks."""

    field: FieldStudied
    weeks: Amount | None = None
    completed: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The client's courses in a subject: semester credits, clock hours, the lowest grade."""

    credits: Amount | None = None
    hours: Amount | None = None
    grade: Grade | None = None
