"""What conditions read of a client, part by part.

Conditions that read the same part (work in one field, training in one subject) make a facet. What
they find depends on that part alone, and on dates only by their place among the ``Cuts``: clients
who agree in it get the same findings, which are then looked up instead of found again.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from careerkit.model.client import Client, Study
from careerkit.model.client_vocabulary import WORK_FIELDS
from careerkit.model.fields import is_work_within
from careerkit.model.rule import Condition
from careerkit.rules.kleene import Truth
from careerkit.rules.registry import CONDITIONS
from careerkit.rules.studies import SCHOOLING, field_truth
from careerkit.rules.windows import window_months
from careerkit.rules.work_told import MANNERS

PROGRAM = (
    *("program_accredited_by", "program_approved_by", "program_completed"),
    "enrolled_final_term",
)
_BY = {
    "age_at_least": ("age", "years"),
    "exam_passed": ("exams", "exam"),
    "holds_credential": ("credentials", "credentials"),
    "membership": ("memberships", "organization"),
    "military_training": ("military", "field"),
    "procedures_performed": ("procedures", "procedure"),
    "training_completed": ("training", "name"),
    "training_hours": ("training", "subject"),
    "degree_at_least": ("degree", "field"),
    "foreign_evaluation": ("abroad", "field"),
    "foreign_reciprocity": ("abroad", "field"),
    "in_pursuit_of": ("pursuit", "level"),
    "course_in": ("college", "subjects"),
    "credit_hours_at_least": ("college", "subjects"),
    "state_in": ("state", ""),
    "state_not_in": ("state", ""),
    **dict.fromkeys(PROGRAM, ("program", "field")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """Conditions that read one ``part`` of the client, and of it what ``about`` names."""

    part: str
    about: Hashable
    conditions: tuple[Condition, ...]


def facets_of(conditions: Iterable[Condition]) -> list[Facet]:
    """Return the facets of conditions, parts together; each condition is in just one."""
    found: defaultdict[tuple[str, Hashable], list[Condition]] = defaultdict(list)
    for condition in conditions:
        found[_reads(condition)].append(condition)
    return [
        Facet(part=part, about=about, conditions=tuple(listed))
        for (part, about), listed in sorted(found.items(), key=lambda item: item[0][0])
    ]


def _reads(condition: Condition) -> tuple[str, Hashable]:
    if condition.condition == "work_in_field":
        part = "work_after" if condition.after_degree else "work"
        return part, (condition.work, _way(condition))
    part, parameter = _BY.get(condition.condition, ("facts", ""))
    if part == "facts":
        return part, CONDITIONS[condition.condition].facts[0]
    return part, getattr(condition, parameter) if parameter else id(condition)


def _way(condition: Condition) -> Hashable:
    """Return how a condition looks at the dates of work, and which kinds of work it asks for."""
    kinds = tuple(getattr(condition, name) for name in MANNERS)
    once = condition.non_overlapping, condition.continuous, condition.over_months
    return window_months(condition), once, kinds


def is_read(facet: Facet, entry: Any) -> bool:  # noqa: ANN401 - an entry of the facet's part
    """Tell whether an entry of a list can matter to a facet."""
    return _READ[facet.part](facet, entry)


def _program(facet: Facet, study: Study) -> bool:
    asked = facet.conditions[0].field
    untold = study.field is None and study.level not in SCHOOLING
    if untold or (study.field and field_truth(asked, study.field) is not Truth.NOT_MET):
        return True
    told = {*(study.accredited_by or ()), *(study.approved_by or ())}
    return any(not told.isdisjoint(each.accreditors) for each in facet.conditions)


def _work(facet: Facet, work: Any) -> bool:  # noqa: ANN401 - loaded late
    asked = facet.conditions[0].work or "other"
    unknown = work.field not in WORK_FIELDS
    return unknown or is_work_within(work.field, asked) or is_work_within(asked, work.field)


_READ: dict[str, Callable[[Facet, Any], bool]] = {
    "program": _program,
    "degree": lambda _facet, _study: True,
    "work": _work,
    "work_after": _work,
    "training": lambda facet, entry: facet.about in (entry.subject, entry.name),
    "military": lambda facet, entry: (
        field_truth(str(facet.about), entry.field) is not Truth.NOT_MET
    ),
    "exams": lambda facet, entry: entry.id == facet.about,
    "memberships": lambda facet, entry: entry.organization == facet.about,
    "credentials": lambda facet, entry: entry.id in facet.conditions[0].credentials,
}
LISTED = tuple(part for part in _READ if part != "work_after")
"""The parts that are lists, of which most entries matter to few facets."""


def section(part: str) -> str:
    """Return the section of the profile that a part which is a list stands for."""
    return "education" if part in {"program", "degree"} else part


def listed(part: str, client: Client) -> Sequence[Any] | None:
    """Return the entries of a part that is a list; None where nothing was told of it."""
    entries: Sequence[Any] | None = getattr(client, section(part))
    return entries


def reader_key(part: str, entry: Any) -> Hashable:  # noqa: ANN401 - an entry of any part
    """Return what ``is_read`` hangs on, for any facet."""
    if part == "program":
        return entry.level in SCHOOLING, entry.field, entry.accredited_by, entry.approved_by
    if part == "training":
        return entry.subject, entry.name
    key: Hashable = part == "degree" or getattr(entry, _KEY.get(part, "field"))
    return key


_KEY = {"exams": "id", "memberships": "organization", "credentials": "id"}
