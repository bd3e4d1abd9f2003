"""Nearest words, for messages that offer what was probably meant."""

from collections.abc import Iterable


def nearest(word: str, words: Iterable[str], limit: int = 3) -> list[str]:
    """Return up to ``limit`` of ``words`` that look most like ``word``, best first."""
    from difflib import get_close_matches  # loaded only when something went wrong

    return get_close_matches(word, list(words), n=limit, cutoff=0.6)


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` for the nearest word, or an empty text."""
    found = nearest(word, words, limit=1)
    return f"; did you mean '{found[0]}'?" if found else ""


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """Return how like two words are, from 0 to 1: the share of letters that need no slip.

    A slip is a letter too many, missing or wrong, or two neighbours that changed places. Words less
    like than ``least`` give 0.

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
