"""Facts that cannot be true of any client: dates in the future, facts that exclude each other."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from careerkit.dates import first_day, last_day
from careerkit.model.client import Client, Credits, Study

if TYPE_CHECKING:  # loaded when a client has one
    from careerkit.model.entries import Membership, Training, Work

EARLIEST = date(1920, 1, 1)
"""No client of today completed a program or earned a credential before this day."""

Contradiction = tuple[tuple[str | int, ...], str, str]
Found = Iterator[tuple[str, str, str]]

_DAYS_OF_YEAR = 366
_EVENTS = {
    "credentials": "earned",
    "training": "completed",
    "memberships": "since",
    "exams": "passed",
    "military": "completed",
}


def contradictions(client: Client, as_of: date) -> Iterator[Contradiction]:
    """Yield (path, code, message) for each fact of ``client`` that cannot be on ``as_of``."""
    yield from _in("education", client.education, lambda study: _study(study, as_of))
    yield from _in("work", client.work, lambda work: _work(work, as_of))
    yield from _in("training", client.training, _training)
    yield from _memberships(client.memberships or ())
    for path, text in _dates(client):
        for code, message in _past(text, as_of):
            yield path, code, message
    if client.age is not None:
        yield from _older_than(client, as_of, client.age)
    if client.credits:
        yield from _credits(client.credits)


def past_due(client: Client, as_of: date) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield (path, question) for each program in progress that was to end before ``as_of``.

    That is no contradiction: the profile was right when it was written.
    """
    for index, study in enumerate(client.education or ()):
        going_on = study.status != "completed" and not study.completed
        if going_on and study.expected and last_day(study.expected) < as_of:
            question = f"{study.expected} has passed; was the program completed?"
            yield ("education", index, "expected"), question


def _in(
    section: str, entries: Sequence[Any] | None, find: Callable[..., Found]
) -> Iterator[Contradiction]:
    for index, entry in enumerate(entries or ()):
        for name, code, message in find(entry):
            yield (section, index, name), code, message


def _dates(client: Client) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the dates of past events, without those of studies and work."""
    for section, name in _EVENTS.items():
        for index, entry in enumerate(getattr(client, section) or ()):
            if text := getattr(entry, name):
                yield (section, index, name), text


def _past(text: str, as_of: date) -> Iterator[tuple[str, str]]:
    if first_day(text) > as_of:
        yield "future", f"{text} is after {as_of}"
    if last_day(text) < EARLIEST:
        yield "past", f"{text} is too long ago"


def _study(study: Study, as_of: date) -> Found:
    if study.completed:
        for code, message in _past(study.completed, as_of):
            hint = "; a later date is 'expected'" if code == "future" else ""
            yield "completed", code, f"{message}{hint}"
        if study.status not in (None, "completed"):
            yield "status", "contradiction", f"'{study.status}', yet it has a date of completion"
        if study.expected:
            yield "expected", "contradiction", "the program has a date of completion already"
    elif study.expected and study.status == "completed":
        yield "expected", "contradiction", "the program is completed already"
    elif study.expected and last_day(study.expected) < EARLIEST:
        yield "expected", "past", f"{study.expected} is too long ago"


def _work(work: "Work", as_of: date) -> Found:
    for name, text in (("from", work.from_), ("to", work.to)):
        for code, message in _past(text, as_of) if text else ():
            in_future = (name, code) == ("to", "future")
            hint = "; leave it out where the work goes on" if in_future else ""
            yield name, code, f"{message}{hint}"
    if work.from_ and work.to and first_day(work.from_) > last_day(work.to):
        yield "to", "order", f"the work ends before it begins on {work.from_}"
    elif work.from_:
        yield from _too_long(work, work.from_, as_of)
    if work.to and work.current:
        yield "current", "contradiction", f"the work goes on, yet it ended on {work.to}"
    if work.years is not None and work.months is not None:
        yield "months", "contradiction", "the length is given in years already"
    if work.hours is not None and (work.supervision_hours or 0) > work.hours:
        yield "supervision_hours", "contradiction", "these are more hours than those of the work"


def _too_long(work: "Work", begun: str, as_of: date) -> Found:
    end = min(last_day(work.to), as_of) if work.to else as_of
    days = (end - first_day(begun)).days + 1
    longest = {"hours": 24 * days, "months": days / 30 + 1, "years": days / 365 + 0.5}
    for name, most in longest.items():
        amount = getattr(work, name)
        if amount is not None and days > 0 and amount > most:
            until = work.to or as_of
            yield name, "contradiction", f"{amount:g} {name} do not fit between {begun} and {until}"


def _training(training: "Training") -> Found:
    if training.subject is None and training.name is None:
        yield "subject", "missing-key", "training has a 'subject' or a 'name'"


def _memberships(memberships: Sequence["Membership"]) -> Iterator[Contradiction]:
    names = [membership.organization for membership in memberships]
    for index, name in enumerate(names):
        if name in names[:index]:
            yield ("memberships", index), "repeated", f"'{name}' is in the list already"


def _credits(stated: Credits) -> Iterator[Contradiction]:
    parts: list[tuple[tuple[str, ...], float]] = [(("graduate",), stated.graduate or 0)]
    parts += [(("subjects", name), amount) for name, amount in (stated.subjects or {}).items()]
    for path, amount in parts:
        if stated.total is not None and amount > stated.total:
            message = f"{amount:g} are more than the {stated.total:g} in all"
            yield ("credits", *path), "contradiction", message


def _older_than(client: Client, as_of: date, age: int) -> Iterator[Contradiction]:
    born = as_of - timedelta(days=_DAYS_OF_YEAR * (age + 1))

    def early(path: tuple[str | int, ...], text: str | None) -> Iterator[Contradiction]:
        if text and EARLIEST <= last_day(text) < born:
            yield path, "contradiction", f"{text} is before the birth of a client who is {age}"

    for index, study in enumerate(client.education or ()):
        yield from early(("education", index, "completed"), study.completed)
    for index, work in enumerate(client.work or ()):
        yield from early(("work", index, "from"), work.from_)
        if (work.years or (work.months or 0) / 12) > age:
            name = "years" if work.years else "months"
            yield ("work", index, name), "contradiction", f"the client is {age} years old"
    for path, text in _dates(client):
        yield from early(path, text)
