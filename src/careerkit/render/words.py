"""Writes figures and vocabulary words as a person reads them."""

from collections.abc import Iterable

from careerkit.dates import date_in_words
from careerkit.model.vocabulary import AWARD_LEVELS, LEVELS
from careerkit.words import article

UNKNOWN = "not on record"


def when(text: str | None) -> str:
    """Return an ISO day, month or year as 15 May 2026, May 2026 or 2026."""
    return date_in_words(text) if text else UNKNOWN


def dollars(amount: float | None, *, at_least: bool = False, unit: str = "year") -> str:
    """Return an amount as $51,140, by the hour as $24.59, or with ``at_least`` as $239,200+.

    Annual amounts that are not whole keep their cents too.
    """
    if amount is None:
        return UNKNOWN
    is_whole = unit == "year" and float(amount).is_integer()
    whole = f"${amount:,.0f}" if is_whole else f"${amount:,.2f}"
    return f"{whole}+" if at_least else whole


def count(number: int | None) -> str:
    """Return a count as 194,800."""
    return UNKNOWN if number is None else f"{number:,}"


def percent(number: float | None) -> str:
    """Return a growth as +7.1%."""
    return UNKNOWN if number is None else f"{number:+g}%"


def years(first: int, last: int) -> str:
    """Return the years of a projection as 2024-34."""
    return f"{first}-{last % 100:02}"


def bar(share: float) -> str:
    """Return a share of 100 as a bar of up to 25 blocks."""
    return "\u2588" * round(share / 4)


_SHORT_LEVELS = {
    "none": "none",
    "grade_8": "grade 8",
    "high_school": "high school",
    "some_college": "some college",
    **AWARD_LEVELS,
}


def short_level(word: str | None) -> str:
    """Return a level of education in a word or two, for a column."""
    return _SHORT_LEVELS.get(word or "", "-")


def education(word: str) -> str:
    """Return a level of education as a phrase: a bachelor's degree, some college, no degree."""
    level = LEVELS[word]
    return level if level.startswith(("no ", "some ")) else article(level)


def dashed(cell: str) -> str:
    """Return a figure, or a dash where it is not on record, for a narrow column."""
    return "-" if cell == UNKNOWN else cell


def levels(words: Iterable[str]) -> str:
    """Return award levels as a list: certificate, associate, bachelor's."""
    return ", ".join(AWARD_LEVELS[word] for word in words)
