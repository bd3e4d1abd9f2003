"""Careers that match a text."""

from dataclasses import dataclass

from careerkit.answers import Answer
from careerkit.answers.career_row import CareerRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerMatch(CareerRow):
    """A career that matches; ``matched`` is the name that fits, ``match`` says how it fits."""

    matched: str
    match: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchMatches(Answer):
    """The careers that match ``text``, best first."""

    command = "search"
    rows = "matches"

    text: str
    matches: tuple[CareerMatch, ...]
