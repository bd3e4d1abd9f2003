"""The facts about a client. A missing fact is unknown; an empty list is known to be empty.

A list is complete: a program that is not in ``education`` was not studied. The classes of the
sections that few clients need stand in ``entries``, which is imported on first use.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from careerkit.model.shape import BARE
from careerkit.model.statements import Statements as Statements  # noqa: PLC0414 - re-exported: a part of the client
from careerkit.model.types import (
    AccreditorId,
    Age,
    Amount,
    Count,
    Country,
    CourseSubject,
    FieldStudied,
    HeldId,
    Procedure,
    State,
    StudyLevel,
    StudyStatus,
    When,
)

if TYPE_CHECKING:  # six dataclasses cost three milliseconds
    from careerkit.model.entries import (
        Course,
        ExamPassed,
        Membership,
        MilitaryTraining,
        Training,
        Work,
    )

_ENTRIES = {"Course", "ExamPassed", "Membership", "MilitaryTraining", "Training", "Work"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the class of an entry
    if name not in _ENTRIES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from careerkit.model import entries

    return getattr(entries, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """One program the client studied; its facts hold for this program alone.

    A program without a ``level`` gives no degree; the level ``unknown`` was not stated. A ``field``
    in no vocabulary is kept as text, and rules take it as unknown. ``accredited_by`` and
    ``approved_by`` are None when unknown and empty when known to be nobody;
    ``institution_accredited`` is about the school as a whole. ``hours`` (clock hours) and
    ``years`` are the length of the program.
    """

    level: StudyLevel | None = None
    field: FieldStudied | None = None
    accredited_by: tuple[AccreditorId, ...] | None = None
    approved_by: tuple[AccreditorId, ...] | None = None
    institution_accredited: bool | None = None
    status: StudyStatus | None = None
    completed: When | None = None
    expected: When | None = None
    hours: Amount | None = None
    years: Amount | None = None
    country: Country = "US"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCredential:
    """A credential the client holds; ``active`` is None when its standing is not known."""

    id: HeldId = field(metadata=BARE)
    earned: When | None = None
    active: bool | None = None
    proctored: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """College credits in semester hours: in total, at graduate level, and by subject.

    ``subjects`` is complete when given: a subject it does not list has none.
    """

    total: Amount | None = None
    graduate: Amount | None = None
    subjects: Mapping[CourseSubject, Amount] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Everything known of one client: ``procedures`` counts them, ``courses`` is by subject."""

    age: Age | None = None
    state: State | None = None
    education: tuple[Study, ...] | None = None
    credentials: tuple[HeldCredential, ...] | None = None
    work: tuple["Work", ...] | None = None
    training: tuple["Training", ...] | None = None
    memberships: tuple["Membership", ...] | None = None
    exams: tuple["ExamPassed", ...] | None = None
    procedures: Mapping[Procedure, Count] | None = None
    military: tuple["MilitaryTraining", ...] | None = None
    credits: Credits | None = None
    courses: Mapping[CourseSubject, "Course"] | None = None
    facts: Statements = Statements()
