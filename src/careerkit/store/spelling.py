"""Words of careers' names that a misspelled word may have been meant for."""

from itertools import pairwise, product
from math import log10, prod

from careerkit.store.read import Store
from careerkit.suggest import likeness

_CLOSE = 0.75
"""How like a word must be: one slip in four letters."""
_SHORTEST = 4
_PART = 3
_LONGEST = 30
_KEPT = 4
_SLIPS = 3
_MOST_WORDS = 10
_FEW = 2
_TRIED = 8
_SHARING = 60
_MANY = 999

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

    Of words that are as like, one that many titles have is likelier: ``manger`` is ``manager``.
    Nobody misses more than a letter in four; a word of three letters or fewer has no correction.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
        return []
    near = ((likeness(word, each, _CLOSE), each) for each in _near(store, word))
    likely = sorted(((like, each) for like, each in near if like), reverse=True)[:_KEPT]
    return sorted(((like + _usual(store, each), each) for like, each in likely), reverse=True)


def _usual(store: Store, word: str) -> float:
    """Return how many titles have a word as something to add to its likeness, up to 0.03."""
    ((count,),) = store.query(_COUNT, (f'"{word}"', _MANY))
    return log10(1 + int(count)) / 100


def corrected(store: Store, norm: str) -> list[tuple[float, str]]:
    """Return (difference, text) for the texts that ``norm`` may be a misspelling of, nearest first.

    Only words that no name has are corrected: where there are none, nothing is misspelled.
    """
    words = norm.split()
    wrong = {word for word in words if not is_known(store, word)}
    if not wrong or len(words) > _MOST_WORDS:
        return []
    tried = _KEPT if len(wrong) <= _FEW else 1
    forms = [corrections(store, word)[:tried] if word in wrong else [(1.0, word)] for word in words]
    texts = ([*zip(*each, strict=True)] for each in product(*forms))
    return sorted((1 - prod(likes), " ".join(text)) for likes, text in texts)[:_TRIED]


def compounds(store: Store, norm: str) -> list[str]:
    """Return ``norm`` with a word of it parted, or two joined, where that makes known words.

    ``helpdesk`` is ``help desk``, and ``fire fighters`` are ``firefighters``.
    """
    words = norm.split()
    if len(words) > _MOST_WORDS or len(norm) > _LONGEST * 2:
        return []
    joined = {f"{one}{other}" for one, other in pairwise(words)}
    parts = ((word, at) for word in words for at in range(_PART, len(word) - _PART + 1))
    pairs = [(word[:at], word[at:]) for word, at in parts]
    known = _whole(store, {*joined, *(part for pair in pairs for part in pair)})
    parted = [
        norm.replace(f"{one}{other}", f"{one} {other}", 1)
        for one, other in pairs
        if one in known and other in known
    ]
    closed = [
        norm.replace(f"{one} {other}", f"{one}{other}", 1)
        for one, other in pairwise(words)
        if f"{one}{other}" in known
    ]
    return closed + parted


def _whole(store: Store, words: set[str]) -> set[str]:
    import json  # only where a name is not found as it is

    return {found for (found,) in store.query(_WHOLE, (json.dumps([*words]),))}


def _near(store: Store, word: str) -> set[str]:
    """Return words that share letters in a row with ``word``, or most letters and the beginning.

    The second finds what slips in a short word leave, and letters that changed places.
    """
    letters = dict.fromkeys(word[at : at + 3] for at in range(len(word) - 2))
    sharing = store.query(_SHARING_LETTERS, (" OR ".join(f'"{e}"' for e in letters), _SHARING))
    slips = min(_SLIPS, len(word) // _SHORTEST)
    asked = (*word[:2], len(word) - slips, len(word) + slips)
    near = {each for (each,) in (*sharing, *store.query(_BEGINNING_ALIKE, asked))} - {word}
    typed = set(word)
    return {each for each in near if len(typed.symmetric_difference(each)) <= 2 * slips}
