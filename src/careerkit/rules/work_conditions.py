"""The condition on work in a field: how much of it, of what kind, and when."""

from collections.abc import Iterator
from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from careerkit.model.client import Study
from careerkit.model.client_vocabulary import WORK_DOMAINS, WORK_FIELDS
from careerkit.model.fields import work_name
from careerkit.model.rule import Condition
from careerkit.rules.employment import Period, goes_on, months_of, spread
from careerkit.rules.result import (
    HOUR,
    Aspect,
    Case,
    ConditionKind,
    ConditionResult,
    Effort,
    Reference,
    conclude,
    only,
)
from careerkit.rules.three_valued import Truth, all_of, any_of
from careerkit.rules.time_limits import ANY, MONTHS, Bounds, enough, total, window
from careerkit.rules.work_periods import QUALIFIERS, field_truth, periods_of, qualifiers_met
from careerkit.words import counted, join

if TYPE_CHECKING:  # few clients tell of work, and its record costs time to load
    from careerkit.model.entries import Work

_DEGREE_MONTHS = 24
"""To lack as many months, or as many hours as two years have, is as much as to lack a degree."""


def _requirement(condition: Condition, _reference: Reference) -> str:
    unbroken = "continuous " if condition.continuous else ""
    amounts = (
        counted(condition.years, f"{unbroken}year") if condition.years else "",
        counted(condition.months, f"{unbroken}month") if condition.months else "",
        counted(condition.hours, "hour") if condition.hours else "",
    )
    text = f"{join(filter(None, amounts))} of {_label(condition)}{window(condition)}"
    return ", ".join((text, *_details(condition)))


def _details(condition: Condition) -> Iterator[str]:
    named = join(WORK_DOMAINS[domain] for domain in condition.domains)
    if condition.min_domains:
        yield f"in at least {condition.min_domains} {f'of {named}' if named else 'domains'}"
    elif named:
        yield f"in {named}"
    if condition.after_degree:
        yield "after the degree"
    if condition.over_months:
        yield f"over at least {counted(condition.over_months, 'month')}"
    if condition.supervision_hours:
        yield f"{counted(condition.supervision_hours, 'hour')} of it with the supervisor"
    if condition.non_overlapping:
        yield "each month counted once"
    if condition.current:
        yield "still going on"


def _label(condition: Condition) -> str:
    kinds = ", ".join(word for name, word in QUALIFIERS.items() if getattr(condition, name))
    return f"{kinds} {WORK_FIELDS[condition.work or 'other']}".strip()


def _evaluate(condition: Condition, case: Case) -> ConditionResult:
    requirement = _requirement(condition, case.reference)
    listed = case.client.work is not None
    periods = periods_of(condition, case)
    aspects = list(_aspects(condition, periods, case.as_of))
    truth = all_of(aspect.truth for aspect in aspects) if listed else Truth.UNKNOWN
    if condition.per_state and truth is Truth.NOT_MET and periods:
        truth = Truth.UNKNOWN
    lacking = [aspect for aspect in aspects if aspect.truth is Truth.NOT_MET]
    months_short = max((aspect.months_short for aspect in lacking), default=None)
    questions: dict[str, None] = {}
    if condition.per_state and lacking:
        questions = {f"Does the client's state ask for less than {requirement}?": None}
    elif truth is Truth.UNKNOWN:
        questions = dict.fromkeys(_questions(condition, periods, case))
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=_reason(truth, listed=listed, some=bool(periods)),
        missing=join(aspect.missing for aspect in lacking) if periods else requirement,
        ask=tuple(questions) or (f"Does the client have {requirement}?",),
        assumes=tuple(_assumptions(condition, periods, requirement)) if truth is Truth.MET else (),
        effort=Effort.DEGREE if months_short and months_short >= _DEGREE_MONTHS else Effort.STEP,
        months_short=months_short,
        relevance=int(bool(periods)),
    )


def _aspects(condition: Condition, periods: list[Period], as_of: date) -> Iterator[Aspect]:
    label, when = _label(condition), _when(condition)
    months = _least_months(condition)
    if months:
        have = _months(condition, periods)
        short = months - have[1]
        missing = f"{_more(short, condition)} of {label}{when}"
        yield Aspect(enough(have, months), missing, _whole(short), "months")
    if condition.hours:
        have = total(period.hours(weekly=_counts_weekly(condition)) for period in periods)
        short = condition.hours - have[1]
        missing = f"{counted(short, 'more hour')} of {label}{when}"
        yield Aspect(enough(have, condition.hours), missing, short * HOUR, "hours")
    if condition.min_domains or condition.domains:
        truth = _domains(condition, periods)
        comma = "," if when else ""
        missing = f"{label}{when}{comma} in {_more_domains(condition, periods)}"
        yield Aspect(truth, missing, 1, "domains")
    if condition.supervision_hours:
        have = total(period.supervision() for period in periods)
        short = condition.supervision_hours - have[1]
        truth = enough(have, condition.supervision_hours)
        missing = f"{counted(short, 'more hour')} of {label}{when} with the supervisor"
        yield Aspect(truth, missing, short * HOUR, "supervision")
    if condition.over_months:
        have = spread(periods)
        truth = enough(have, condition.over_months)
        missing = f"{label} spread over {counted(condition.over_months, 'month')}"
        yield Aspect(truth, missing, _whole(condition.over_months - have[1]), "over")
    if condition.current:
        now = any_of(all_of((period.fits, goes_on(period.work, as_of))) for period in periods)
        yield Aspect(now, f"{label} that still goes on", 1, "current")


def _least_months(condition: Condition) -> float:
    return (condition.years or 0) * MONTHS + (condition.months or 0)


def _months(condition: Condition, periods: list[Period]) -> Bounds:
    return months_of(periods, once=condition.non_overlapping, unbroken=condition.continuous)


def _whole(months: float) -> int:
    return ceil(round(months, 3))


def _more(months: float, condition: Condition) -> str:
    whole = _whole(months)
    kind = "more continuous" if condition.continuous else "more"
    in_years = whole and whole % MONTHS == 0
    return counted(whole // MONTHS, f"{kind} year") if in_years else counted(whole, f"{kind} month")


def _when(condition: Condition) -> str:
    """Return such as " in the last 5 years after the degree"; "" without limits."""
    return window(condition) + (" after the degree" if condition.after_degree else "")


def _domains(condition: Condition, periods: list[Period]) -> Truth:
    wanted = _wanted(condition)
    sure = {domain for period in periods if period.certain for domain in period.work.domains or ()}
    possible = {domain for period in periods for domain in period.work.domains or ()}
    untold = any(period.work.domains is None for period in periods)
    high = ANY if untold else len(wanted & possible)
    return enough((len(wanted & sure), high), condition.min_domains or len(wanted))


def _wanted(condition: Condition) -> set[str]:
    return set(condition.domains) or {*WORK_DOMAINS} - {"other"}


def _more_domains(condition: Condition, periods: list[Period]) -> str:
    covered = {domain for period in periods for domain in period.work.domains or ()}
    others = [WORK_DOMAINS[domain] for domain in condition.domains if domain not in covered]
    short = (condition.min_domains or len(condition.domains)) - len(_wanted(condition) & covered)
    if short == len(others):
        return join(others)
    named = f"more of {join(others)}" if others else "more domain" + ("" if short == 1 else "s")
    return f"{short} {named}"


def _questions(condition: Condition, periods: list[Period], case: Case) -> Iterator[str]:
    plain = WORK_FIELDS[condition.work or "other"]
    for period in periods:
        if field_truth(condition, period.work) is Truth.UNKNOWN:
            yield f"Does the client's {work_name(period.work.field)} count as {plain}?"
        truths = qualifiers_met(condition, period.work)
        unknown = [QUALIFIERS[name] for name, truth in truths.items() if truth is Truth.UNKNOWN]
        if unknown:
            yield f"Was the client's {plain} {join(unknown)}?"
    fitting = [period.fitting() for period in periods]
    texts = {
        "months": f"How many months of {plain} does the client have?",
        "when": f"From when to when was the client's {plain}?",
        "hours": f"How many hours of {plain}{_when(condition)} does the client have?",
        "domains": f"In which domains was the client's {plain}?",
        "supervision": f"How many hours of the client's {plain} were with the supervisor?",
        "current": f"Does the client's {plain} still go on?",
    }
    for aspect in _aspects(condition, fitting, case.as_of) if periods else ():
        if aspect.truth is Truth.UNKNOWN:
            yield texts["when" if _is_of_dates(aspect.name, condition, periods) else aspect.name]


def _is_of_dates(name: str, condition: Condition, periods: list[Period]) -> bool:
    """Tell whether dates would settle what is unknown.

    Dates give the months of work without stated hours, and place stated hours in the window.
    """
    works = [period.work for period in periods]
    dated = window(condition) or any(work.from_ or work.to for work in works)
    if name == "months":
        return bool(dated) and all(work.hours is None for work in works)
    if name == "hours":
        undated = any(not (work.from_ or work.to) for work in works)
        return bool(_when(condition)) and undated and all(work.hours is not None for work in works)
    return name == "over"


def _assumptions(condition: Condition, periods: list[Period], requirement: str) -> Iterator[str]:
    if condition.per_state:
        yield f"the client's state asks for no more than {requirement}"
    if any(period.derived for period in periods) and (window(condition) or condition.continuous):
        yield f"the {WORK_FIELDS[condition.work or 'other']} was one stretch without a break"
    if _counts_twice(condition, periods):
        yield "the months worked in two jobs at the same time count for each"
    weekly = _counts_weekly(condition) and any(period.by_the_week for period in periods)
    if condition.hours and weekly:
        stated = total(period.hours() for period in periods if not period.by_the_week)
        if enough(stated, condition.hours) is not Truth.MET:
            yield "full-time work is at least 30 hours a week"


def _counts_weekly(condition: Condition) -> bool:
    """Tell whether all hours of a job count; of clinical or supervised work only some do."""
    return not (condition.supervision_hours or condition.after_degree)


def _counts_twice(condition: Condition, periods: list[Period]) -> bool:
    """Tell whether the months suffice only because overlapping jobs each count."""
    least = _least_months(condition)
    if not least or condition.non_overlapping:
        return False
    once = months_of(periods, once=True, unbroken=condition.continuous)
    return enough(once, least) is Truth.NOT_MET


def _reason(truth: Truth, *, listed: bool, some: bool) -> str:
    if not listed:
        return "nothing was said of the client's work"
    if not some:
        return "the client has no such work"
    return {
        Truth.MET: "the client's work adds up to it",
        Truth.NOT_MET: "the client's work does not add up to it",
        Truth.UNKNOWN: "what was said of the client's work does not settle it",
    }[truth]


def _counts(condition: Condition, entry: "Work | Study") -> bool:
    if isinstance(entry, Study):
        return condition.after_degree
    return field_truth(condition, entry) is not Truth.NOT_MET


KINDS = {
    "work_in_field": ConditionKind(
        meaning="did some amount of work in a field, perhaps of a kind, or in the last years",
        needs=("work",),
        needs_one_of=("hours", "months", "years"),
        takes=(
            *("within_years", "within_months", "full_time", "paid", "supervised", "current"),
            *("continuous", "non_overlapping", "domains", "min_domains", "supervision_hours"),
            *("over_months", "after_degree", "level", "per_state"),
        ),
        facts=("work", "level", "status", "completed", "expected"),
        about=("work", "after_degree"),
        relevant=only(_counts),
        measured=True,
        requirement=_requirement,
        evaluate=_evaluate,
    )
}
