"""Match a client's jobs against a ``work_in_field`` condition."""

from datetime import date
from typing import TYPE_CHECKING

from careerkit.dates import add_days, add_months, first_day, last_day
from careerkit.model.client import Study
from careerkit.model.client_vocabulary import WORK_FIELDS
from careerkit.model.fields import is_work_within
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import DEGREES
from careerkit.rules.employment import Ends, Period, ends_of
from careerkit.rules.program_match import status_of
from careerkit.rules.result import Case
from careerkit.rules.three_valued import Truth, all_of, truth_of
from careerkit.rules.time_limits import window_months

if TYPE_CHECKING:  # few clients tell of work, and its record costs time to load
    from careerkit.model.entries import Work

QUALIFIERS = {"paid": "paid", "full_time": "full-time", "supervised": "supervised"}
"""What a condition may ask of each job, and its wording."""


def periods_of(condition: Condition, case: Case) -> list[Period]:
    """Return the client's jobs, begun by the day, of which some time may count."""
    start = _opens(condition, case)
    periods = []
    for work in case.client.work or ():
        if not (work.from_ and first_day(work.from_) > case.as_of):
            begin, end = ends_of(work, case.as_of)
            fits = all_of((field_truth(condition, work), *qualifiers_met(condition, work).values()))
            periods.append(Period(work=work, fits=fits, begin=begin, end=end, start=start))
    return [period for period in periods if period.possible]


def field_truth(condition: Condition, work: "Work") -> Truth:
    """Tell whether work is in the condition's field or within it.

    It is unknown if the client's field is wider, or is free text.
    """
    field = condition.work or "other"
    if is_work_within(work.field, field):
        return Truth.MET
    is_open = work.field not in WORK_FIELDS or is_work_within(field, work.field)
    return Truth.UNKNOWN if is_open else Truth.NOT_MET


def qualifiers_met(condition: Condition, work: "Work") -> dict[str, Truth]:
    """Return whether work has each qualifier that the condition asks for."""
    return {name: truth_of(getattr(work, name)) for name in QUALIFIERS if getattr(condition, name)}


def _opens(condition: Condition, case: Case) -> Ends:
    months = window_months(condition)
    opens = date.min if months is None else add_months(case.as_of, -months)
    if not condition.after_degree:
        return opens, opens
    never = add_days(case.as_of, 1)
    listed = case.client.education
    if listed is None:
        return opens, never
    days = [day for study in listed if (day := _degree_day(condition, study, case.as_of))]
    earliest = min((first for first, _ in days), default=never)
    latest = min((last for _, last in days), default=never)
    return max(opens, earliest), max(opens, latest)


def _degree_day(condition: Condition, study: Study, as_of: date) -> Ends | None:
    """Return when a degree at the level can have been completed; None if it was not."""
    status = status_of(study, as_of)
    least = LEVEL_ORDER[condition.level or DEGREES[0]]
    if status not in ("completed", "assumed_completed", "past_due"):
        return None
    degree = study.level in DEGREES and LEVEL_ORDER[study.level] >= least
    if not degree and study.level != "unknown":
        return None
    if not degree or status == "past_due" or study.completed is None:
        return date.min, add_days(as_of, 1)
    return first_day(study.completed), min(last_day(study.completed), as_of)
