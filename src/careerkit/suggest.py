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
