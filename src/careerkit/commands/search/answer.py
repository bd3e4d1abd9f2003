"""Careers that a text finds."""

from dataclasses import dataclass

from careerkit.answers import Answer
from careerkit.answers.career_row import CareerRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerMatch(CareerRow):
    """A career that a search found: by which of its names, and how that name fits."""

    matched: str
    match: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchMatches(Answer):
    """What a search found, best first."""

    command = "search"
    rows = "matches"

    text: str
    matches: tuple[CareerMatch, ...]
