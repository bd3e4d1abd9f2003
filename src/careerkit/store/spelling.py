"""Correct misspelled words by the words of careers' names."""

from itertools import chain, pairwise, product
from math import log10, prod

from careerkit.store.read import Store
from careerkit.suggest import likeness

_MIN_LIKENESS = 0.75
"""How alike two words must be: one wrong letter in four."""
_SHORTEST = 4
_LONGEST = 30
_SHORTEST_PART = 3
_MOST_CORRECTIONS = 4
_MOST_SLIPS = 3
_MOST_WORDS = 10
_FEW_WRONG = 2
_MOST_TEXTS = 8
_MOST_SHARING = 60
_MOST_COUNTED = 999

_SHARING_LETTERS = """
SELECT word FROM word WHERE rowid IN (
    SELECT rowid FROM word_letters WHERE word_letters MATCH ? ORDER BY rank LIMIT ?
)
"""
_BEGINNING_ALIKE = """
SELECT word FROM word
WHERE substr(word, 1, 1) IN (?, ?) AND length(word) BETWEEN ? AND ? AND word NOT GLOB '*[0-9]*'
"""
_KNOWN = "SELECT 1 FROM word WHERE word >= ?1 AND word < ?1 || char(0x10FFFF) LIMIT 1"
_COUNT = """
SELECT count(*) FROM (SELECT 1 FROM title_words WHERE title_words MATCH ? LIMIT ?)
"""
_WHOLE = "SELECT word FROM word WHERE word IN (SELECT value FROM json_each(?))"


def is_known(store: Store, word: str) -> bool:
    """Tell whether ``word`` is, or begins, a word of some name."""
    return bool(store.query(_KNOWN, (word,)))


def corrections(store: Store, word: str) -> list[tuple[float, str]]:
    """Return up to four (likeness, word) that ``word`` may be a misspelling of, likeliest first.

    Of equally alike words, the one in more titles is likelier: ``manger`` is ``manager``. At most
    one letter in four may be wrong, and a word of three letters or fewer has no correction.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
        return []
    near = ((likeness(word, other, _MIN_LIKENESS), other) for other in _near(store, word))
    likely = sorted(((like, other) for like, other in near if like), reverse=True)
    return sorted(
        ((like + _frequency(store, other), other) for like, other in likely[:_MOST_CORRECTIONS]),
        reverse=True,
    )


def _frequency(store: Store, word: str) -> float:
    """Return how much the number of titles with a word adds to its likeness, up to 0.03."""
    ((count,),) = store.query(_COUNT, (f'"{word}"', _MOST_COUNTED))
    return log10(1 + int(count)) / 100


def corrected(store: Store, norm: str) -> list[tuple[float, str]]:
    """Return (difference, text) for the texts that ``norm`` may be a misspelling of, nearest first.

    Corrects only words that no name has: where there are none, nothing is misspelled.
    """
    words = norm.split()
    wrong = {word for word in words if not is_known(store, word)}
    if not wrong or len(words) > _MOST_WORDS:
        return []
    most = _MOST_CORRECTIONS if len(wrong) <= _FEW_WRONG else 1
    forms = [corrections(store, word)[:most] if word in wrong else [(1.0, word)] for word in words]
    texts = ([*zip(*combination, strict=True)] for combination in product(*forms))
    return sorted((1 - prod(likes), " ".join(text)) for likes, text in texts)[:_MOST_TEXTS]


def compounds(store: Store, norm: str) -> list[str]:
    """Return ``norm`` with one word split, or two joined, where that makes known words.

    ``helpdesk`` becomes ``help desk``, and ``fire fighters`` becomes ``firefighters``.
    """
    words = norm.split()
    if len(words) > _MOST_WORDS or len(norm) > _LONGEST * 2:
        return []
    splits = [
        (word[:at], word[at:])
        for word in words
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    ]
    joins = {f"{one} {other}": f"{one}{other}" for one, other in pairwise(words)}
    known = _known_words(store, {*joins.values(), *chain.from_iterable(splits)})
    return [
        *(norm.replace(apart, joined, 1) for apart, joined in joins.items() if joined in known),
        *(norm.replace(f"{a}{b}", f"{a} {b}", 1) for a, b in splits if {a, b} <= known),
    ]


def _known_words(store: Store, words: set[str]) -> set[str]:
    import json  # only where a name is not found as it is

    return {word for (word,) in store.query(_WHOLE, (json.dumps([*words]),))}


def _near(store: Store, word: str) -> set[str]:
    """Return words that share three letters in a row with ``word``, or most letters and the start.

    The second condition finds slips in short words, and swapped letters.
    """
    letters = dict.fromkeys(word[at : at + 3] for at in range(len(word) - 2))
    match = " OR ".join(f'"{three}"' for three in letters)
    slips = min(_MOST_SLIPS, len(word) // _SHORTEST)
    rows = [
        *store.query(_SHARING_LETTERS, (match, _MOST_SHARING)),
        *store.query(_BEGINNING_ALIKE, (*word[:2], len(word) - slips, len(word) + slips)),
    ]
    near = {other for (other,) in rows} - {word}
    return {other for other in near if len({*word}.symmetric_difference(other)) <= 2 * slips}
