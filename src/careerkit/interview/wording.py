"""The texts of an interview: its questions, and why it asks them."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from careerkit.facts.questions import AGAIN, ANOTHER_PROGRAM, QUESTIONS
from careerkit.interview.session import Interview, Question
from careerkit.model.client_vocabulary import (
    COURSES,
    EXAMS,
    OTHER_CREDENTIALS,
    TRAINING_NAMES,
    TRAINING_SUBJECTS,
)
from careerkit.model.fields import study_name, work_name
from careerkit.rules.program_match import noun_of
from careerkit.rules.registry import CONDITIONS
from careerkit.rules.result import Reference
from careerkit.words import counted, join

_FEW = 3
"""The most credentials, and the most requirements, that a question names."""


def question_text(interview: Interview, question: Question) -> str:
    """Return what to ask."""
    section, *rest = question.path
    if question.again:
        return ANOTHER_PROGRAM if section == "education" else AGAIN
    if not rest:
        return QUESTIONS[str(section)]
    text = QUESTIONS[f"{section}.{rest[-1]}"]
    return text.format(entry=_entry(interview, question.path)) if rest[1:] else text


def requirements(question: Question, reference: Reference) -> list[str]:
    """Return the requirements that an answer would settle, those of most credentials first."""
    asking: dict[str, dict[str, None]] = defaultdict(dict)
    for need in question.wants:
        text = CONDITIONS[need.condition.condition].requirement(need.condition, reference)
        asking[text][need.credential.abbreviation] = None
    listed = sorted(asking.items(), key=lambda item: -len(item[1]))
    return [f"{_names([*names])}: {text}" for text, names in listed]


def brief(question: Question, reference: Reference) -> list[str]:
    """Return the lines to show under a question: the requirements that it does not name itself.

    A statement has one answer for every rule; a last line says so where rules ask different things.
    """
    if question.again or question.path[0] in ("education", "age", "state") or question.path[2:]:
        return []
    listed = requirements(question, reference)
    more = [f"and {len(listed) - _FEW} more; ? names them"] if listed[_FEW:] else []
    several = question.path[0] == "facts" and len(listed) > 1
    one = ["One answer holds for all of them: press Enter where it differs."] if several else []
    return [*listed[:_FEW], *more, *one]


def _names(names: list[str]) -> str:
    if not names[_FEW:]:
        return join(names)
    return f"{', '.join(names[:_FEW])} and {len(names) - _FEW} more"


def _entry(interview: Interview, path: tuple[str | int, ...]) -> str:
    """Return an entry in words, with its number where others sound the same."""
    section, place = str(path[0]), path[1]
    if section == "courses":
        return COURSES[str(place)]
    entries = getattr(interview.client, section)
    nouns = [_noun(section, entry, interview.case.reference) for entry in entries]
    noun = nouns[int(place)]
    same = [index for index, other in enumerate(nouns) if other == noun]
    return f"{noun} (number {same.index(int(place)) + 1})" if same[1:] else noun


def _noun(section: str, entry: Any, reference: Reference) -> str:  # noqa: ANN401 - an entry of any section
    held = {**OTHER_CREDENTIALS, **reference.credentials}
    nouns: dict[str, Callable[[], str]] = {
        "education": lambda: noun_of(entry),
        "credentials": lambda: held.get(entry.id, entry.id),
        "work": lambda: work_name(entry.field),
        "training": lambda: (
            TRAINING_NAMES.get(entry.name) or f"training in {TRAINING_SUBJECTS[entry.subject]}"
        ),
        "memberships": lambda: reference.issuers.get(entry.organization, entry.organization),
        "exams": lambda: EXAMS[entry.id],
        "military": lambda: f"military training in {study_name(entry.field)}",
    }
    return nouns[section]()


def still_open(number: int) -> str:
    """Return how many verdicts are not settled."""
    return f"{counted(number, 'verdict')} {'is' if number == 1 else 'are'} still open"
