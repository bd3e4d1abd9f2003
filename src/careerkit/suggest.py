"""Nearest words, for messages such as "did you mean …"."""

import re
from collections.abc import Iterable


def nearest(word: str, words: Iterable[str], limit: int = 3) -> list[str]:
    """Return up to ``limit`` of ``words`` that look most like ``word``, best first."""
    from difflib import get_close_matches  # loaded only when something went wrong

    return get_close_matches(word, list(words), n=limit, cutoff=0.6)


_SLIP = 0.65
"""The least likeness of two words that may be one word, mistyped."""
_SHORT = 3
_SLIP_IF_SHORT = 0.75
_PARTS = re.compile(r"[^\W_]+")
_SLIP_IF_JOINED = 0.85
"""The same of texts that have another number of words: "fulltim" for "full_time"."""
_PREFIXES = ("non", "un", "in", "im", "dis", "not", "no")
_NEGATIONS = frozenset(
    ("no", "not", "non", "without", "never", "less", "below", "under", "some", "part", "dropped")
)
"""Words that make another thing of the words beside them."""


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` for the nearest spelling, or an empty text.

    >>> did_you_mean("bachelr degree", ["bachelor degree", "no degree"])
    "; did you mean 'bachelor degree'?"
    """
    spelled = nearest_spelling(word, words)
    return f"; did you mean '{spelled}'?" if spelled else ""


def nearest_spelling(word: str, words: Iterable[str]) -> str:
    """Return the one of ``words`` that ``word`` may be a misspelling of, or an empty text.

    Both have the same number of words, each with a slip or two. A text with a word more or less,
    as in "no high school diploma", or with a prefix that negates it, as in "inactive", means
    something else and is never offered.

    >>> nearest_spelling("no degree", ["bachelor degree", "degree"])
    ''
    """
    likes = {other: _spelled_alike(word, other) for other in words}
    best = max(likes, key=likes.__getitem__, default="")
    return best if likes.get(best) else ""


def _spelled_alike(word: str, other: str) -> float:
    """Return the mean likeness of the words of two texts, 0 where one of them is no misspelling."""
    typed, offered = _PARTS.findall(word.casefold()), _PARTS.findall(other.casefold())
    if _NEGATIONS & {*typed} != _NEGATIONS & {*offered}:
        return 0.0
    if len(typed) != len(offered):
        one, two = "".join(typed), "".join(offered)
        return 0.0 if _is_opposite(one, two) else likeness(one, two, _SLIP_IF_JOINED)
    if any(map(_is_opposite, typed, offered)):
        return 0.0
    likes = [_like(one, two) for one, two in zip(typed, offered, strict=True)]
    return sum(likes) / len(likes) if likes and all(likes) else 0.0


def _like(one: str, other: str) -> float:
    """Return the likeness of two words, 0 where it is too low: "IT" is no slip for "HIT"."""
    return likeness(one, other, _SLIP if min(len(one), len(other)) > _SHORT else _SLIP_IF_SHORT)


def _is_opposite(one: str, other: str) -> bool:
    """Tell whether one word is the other with a prefix that turns it round: "incomplete"."""
    short, long = sorted((one, other), key=len)
    stems = (long.removeprefix(prefix) for prefix in _PREFIXES if long.startswith(prefix))
    return any(stem and likeness(stem, short, _SLIP) > likeness(long, short) for stem in stems)


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """Return the likeness of two words, from 0 to 1: the share of letters without a slip.

    A slip is a letter too many, missing or wrong, or two neighbors that changed places. A likeness
    below ``least`` is returned as 0.

    >>> likeness("nusre", "nurse")
    0.8
    """
    longest = max(len(one), len(other), 1)
    most = (1 - least) * longest
    before: list[int] = []
    row = [*range(len(other) + 1)]
    for at, letter in enumerate(one, 1):
        last, before, row = before, row, [at]
        for there, its in enumerate(other, 1):
            cost = min(before[there] + 1, row[-1] + 1, before[there - 1] + (letter != its))
            swapped = at > 1 and there > 1 and one[at - 2] == its and letter == other[there - 2]
            row.append(min(cost, last[there - 2] + 1) if swapped else cost)
        if min(row) > most:
            return 0.0
    return 1 - row[-1] / longest if row[-1] <= most else 0.0
