"""Conditions on college credits and on courses in a subject."""

from collections.abc import Iterator, Mapping

from careerkit.model.client import Client
from careerkit.model.client_vocabulary import COURSES
from careerkit.model.levels import GRADE_ORDER
from careerkit.model.rule import Condition
from careerkit.rules.result import (
    CREDIT,
    HOUR,
    Aspect,
    Case,
    ConditionKind,
    ConditionResult,
    Effort,
    Reference,
    conclude,
)
from careerkit.rules.three_valued import Truth, all_of, truth_of
from careerkit.rules.time_limits import ANY, CLOSE, Bounds, between, enough, total
from careerkit.words import counted, join

_DEGREE_CREDITS = 30
"""Lacking more credits than this, a year of study, is as much as lacking a degree."""
_FAILED = "F"


def _credits_requirement(condition: Condition, _reference: Reference) -> str:
    return f"{counted(condition.credits or 0, _unit(condition))}{_in(condition)} (semester hours)"


def _unit(condition: Condition) -> str:
    return "graduate credit" if condition.graduate else "college credit"


def _in(condition: Condition) -> str:
    named = join(COURSES[subject] for subject in condition.subjects)
    return f" in {named}" if named else ""


def _credits(condition: Condition, case: Case) -> ConditionResult:
    requirement = _credits_requirement(condition, case.reference)
    have = _have(condition, case.client)
    least = condition.credits or 0
    truth = enough(have, least)
    short = least - have[1]
    months_short = short * CREDIT
    more = counted(short, f"more {_unit(condition)}")
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=_reason(truth, some=have != (0, ANY)),
        missing=f"{more}{_in(condition)} (semester hours)" if have[0] else requirement,
        ask=f"Does the client have {requirement}?",
        effort=_effort(months_short),
        months_short=months_short,
        relevance=int(bool(condition.subjects) and have[0] > 0),
        background_relevance=int(have[0] > 0),
    )


def _have(condition: Condition, client: Client) -> Bounds:
    """Return the client's credits; without a total they are at least the known parts."""
    if condition.subjects:
        subjects = total(_subject_credits(subject, client) for subject in condition.subjects)
        return _within_total(subjects, client)
    held = client.credits
    graduate = held.graduate if held else None
    if condition.graduate:
        return _within_total(between(Truth.MET, graduate), client)
    if held and held.total is not None:
        return held.total, held.total
    named = {*((held.subjects if held else None) or {}), *(client.courses or {})}
    parts = sum(_subject_credits(subject, client)[0] for subject in named)
    return max(parts, graduate or 0), ANY


def _within_total(part: Bounds, client: Client) -> Bounds:
    most = client.credits.total if client.credits else None
    low, high = part
    return low, high if most is None else max(low, min(high, most))


def _subject_credits(subject: str, client: Client) -> Bounds:
    """Return the credits in a subject, the larger of the list of credits and of courses.

    A list is complete: a subject that is not in it has none.
    """
    if not _lists(client):
        return 0, ANY
    course = (client.courses or {}).get(subject)
    credited = (client.credits.subjects if client.credits else None) or {}
    passed = course if course and course.grade != _FAILED else None
    known = filter(None, (credited.get(subject), passed.credits if passed else None))
    least = max(known, default=0)
    unknown = passed and passed.credits is None
    return least, ANY if unknown and not least else least


def _course_requirement(condition: Condition, _reference: Reference) -> str:
    each = " each" if condition.subjects[1:] else ""
    amounts = [
        counted(condition.credits_each, "credit") + each if condition.credits_each else "",
        counted(condition.hours_each, "hour") + each if condition.hours_each else "",
        f"{counted(condition.credits, 'credit')} in all" if condition.credits else "",
        f"grade {condition.min_grade} or better" if condition.min_grade else "",
    ]
    details = ", ".join(filter(None, amounts))
    return f"courses{_in(condition)}" + (f" ({details})" if details else "")


def _courses(condition: Condition, case: Case) -> ConditionResult:
    requirement = _course_requirement(condition, case.reference)
    client = case.client
    aspects = list(_aspects(condition, client))
    truth = all_of(aspect.truth for aspect in aspects)
    some = any(_taken(condition, s, client) is not Truth.NOT_MET for s in condition.subjects)
    if condition.per_state and truth is Truth.NOT_MET and some:
        truth = Truth.UNKNOWN
    lacking = [aspect for aspect in aspects if aspect.truth is Truth.NOT_MET]
    months_short = sum(aspect.months_short for aspect in lacking)
    less = condition.per_state and lacking
    return conclude(
        condition,
        truth,
        requirement=requirement,
        reason=_reason(truth, some=bool(_lists(client))),
        missing=join(aspect.missing for aspect in lacking) if some else requirement,
        ask=f"Does the client's state ask for less than {requirement}?"
        if less
        else f"Does the client have {requirement}?",
        assumes=(f"the client's state asks for no more than {requirement}",)
        if condition.per_state
        else (),
        effort=_effort(months_short),
        months_short=months_short,
        relevance=sum(any(s in listed for listed in _lists(client)) for s in condition.subjects),
    )


def _lists(client: Client) -> list[Mapping[str, object]]:
    credited = client.credits.subjects if client.credits else None
    return [listed for listed in (client.courses, credited) if listed is not None]


def _taken(condition: Condition, subject: str, client: Client) -> Truth:
    lists = _lists(client)
    if not any(listed.get(subject) for listed in lists):
        return truth_of(False if lists else None)
    course = (client.courses or {}).get(subject)
    grade = course.grade if course else None
    if grade == _FAILED:
        return Truth.NOT_MET
    if not condition.min_grade:
        return Truth.MET
    if grade not in GRADE_ORDER:
        return Truth.UNKNOWN
    return truth_of(GRADE_ORDER[grade] <= GRADE_ORDER[condition.min_grade])


def _credits_in(condition: Condition, subject: str, client: Client) -> Bounds:
    low, high = _within_total(_subject_credits(subject, client), client)
    taken = _taken(condition, subject, client)
    return (low, high) if taken is Truth.MET else between(taken, high)


def _hours_in(condition: Condition, subject: str, client: Client) -> Bounds:
    course = (client.courses or {}).get(subject)
    return between(_taken(condition, subject, client), course.hours if course else None)


def _aspects(condition: Condition, client: Client) -> Iterator[Aspect]:
    grade = f" (grade {condition.min_grade} or better)" if condition.min_grade else ""
    for subject in condition.subjects:
        name = f"{COURSES[subject]}{grade}"
        if condition.credits_each:
            have = _credits_in(condition, subject, client)
            short = condition.credits_each - have[1]
            missing = f"{counted(short, 'more credit')} in {name}"
            yield Aspect(enough(have, condition.credits_each), missing, short * CREDIT)
        if condition.hours_each:
            have = _hours_in(condition, subject, client)
            short = condition.hours_each - have[1]
            missing = f"{counted(short, 'more hour')} of a course in {name}"
            yield Aspect(enough(have, condition.hours_each), missing, short * HOUR)
        if not (condition.credits_each or condition.hours_each):
            yield Aspect(_taken(condition, subject, client), f"a course in {name}", 1)
    if condition.credits:
        parts = total(_credits_in(condition, subject, client) for subject in condition.subjects)
        have = _within_total(parts, client)
        short = condition.credits - have[1]
        missing = f"{counted(short, 'more credit')}{_in(condition)}{grade}"
        yield Aspect(enough(have, condition.credits), missing, short * CREDIT)


def _effort(months_short: float) -> Effort:
    return Effort.DEGREE if months_short > _DEGREE_CREDITS * CREDIT + CLOSE else Effort.STEP


def _reason(truth: Truth, *, some: bool) -> str:
    if not some and truth is Truth.UNKNOWN:
        return "nothing was said of the client's college credits"
    return {
        Truth.MET: "the client's college credits reach it",
        Truth.NOT_MET: "the client's college credits do not reach it",
        Truth.UNKNOWN: "what was said of the client's college credits does not settle it",
    }[truth]


_FACTS = ("credits", "courses")
KINDS = {
    "course_in": ConditionKind(
        meaning="took courses in every named subject, perhaps with credits, hours or a grade",
        needs=("subjects",),
        takes=("credits", "credits_each", "hours_each", "min_grade", "per_state"),
        facts=_FACTS,
        measured=True,
        requirement=_course_requirement,
        evaluate=_courses,
    ),
    "credit_hours_at_least": ConditionKind(
        meaning="has some number of college credits: in all, at graduate level, or in named "
        "subjects",
        needs=("credits",),
        takes=("graduate", "subjects"),
        facts=_FACTS,
        measured=True,
        requirement=_credits_requirement,
        evaluate=_credits,
    ),
}
