"""What cannot be true of any client: dates that have not come, facts that exclude each other."""

from collections.abc import Iterator
from datetime import date

from careerkit.dates import first_day, last_day
from careerkit.model.client import Client, Study

EARLIEST = date(1920, 1, 1)
"""No client of today completed a program, or earned a credential, before."""

Contradiction = tuple[tuple[str | int, ...], str, str]


def contradictions(client: Client, as_of: date) -> Iterator[Contradiction]:
    """Yield (path, code, message) for each fact of ``client`` that cannot be on ``as_of``."""
    for index, study in enumerate(client.education or ()):
        for name, code, message in _study(study, as_of):
            yield ("education", index, name), code, message
    for index, held in enumerate(client.credentials or ()):
        if held.earned:
            for code, message in _past(held.earned, as_of):
                yield ("credentials", index, "earned"), code, message


def _past(text: str, as_of: date) -> Iterator[tuple[str, str]]:
    if first_day(text) > as_of:
        yield "future", f"{text} is after {as_of}"
    if last_day(text) < EARLIEST:
        yield "past", f"{text} is too long ago"


def _study(study: Study, as_of: date) -> Iterator[tuple[str, str, str]]:
    if study.completed:
        for code, message in _past(study.completed, as_of):
            yield (
                "completed",
                code,
                f"{message}; a later date is 'expected'" if code == "future" else message,
            )
        if study.status not in (None, "completed"):
            yield "status", "contradiction", f"'{study.status}', yet it has a date of completion"
        if study.expected:
            yield "expected", "contradiction", "the program has a date of completion already"
    elif study.expected and study.status == "completed":
        yield "expected", "contradiction", "the program is completed already"
    elif study.expected and last_day(study.expected) < as_of:
        yield "expected", "past", f"{study.expected} has passed; was the program completed?"
