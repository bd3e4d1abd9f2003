"""Ranks how well a name fits what was typed, to put the matches of a search in order."""

from itertools import takewhile
from typing import NamedTuple

from careerkit.store.read import Named

FITS = ("title", "other name", "beginning", "words", "spelling")
"""How a name may fit, best first."""
_TITLE, _OTHER, _BEGINNING, _WORDS, _SPELLING = range(len(FITS))
_WHOLE, _KIN, _PART = range(3)
_TITLE_ROLES = ("title", "official")
_ALTERNATE = "alternate"
_SHORT = 3
_LONGEST_ENDING = 4
_SHORTEST_STEM = 4
_DOERS = {"er", "or", "r"}
_FIELDS = {"", "ing", "y", "ry", "e", "m", "c", "ism", "ment", "ion", "ation", "ure"}
_PERSONS = {*_DOERS, "ist", "st", "t", "ian", "ant"}
_BARE = {"ing": {"", "e"}, "ry": {""}, "ure": {""}}
"""Endings of a field (plumbing), of its person (plumber), and fields whose person needs none."""


class Rank(NamedTuple):
    """Sort key of a name that fits; smaller is better.

    ``meant`` is how the name fits the corrected text, ``unlike`` how far that is from the text
    typed. ``is_scrap``: a short word typed, such as HR, only begins a word of the name.
    """

    fit: int
    unlike: float
    meant: int
    is_scrap: bool
    is_bulk: bool
    part: int
    is_apart: bool
    is_alternate: bool
    is_residual: bool
    more_words: int
    weight: int
    length: int


class Ranking:
    """Ranks names for one reading of a text; ``unlike`` is above 0 where it is a correction.

    ``own`` are the records' own names that may fit, ``residual`` the ids of careers that stand for
    "all other" of their family.
    """

    def __init__(self, norm: str, own: list[Named], residual: set[str], unlike: float) -> None:
        self._norm = norm
        self._typed = norm.split()
        self._residual = residual
        self._unlike = unlike
        self._titled = {
            name.id
            for name in own
            if name.role in _TITLE_ROLES and {*self._typed} <= {*name.norm.split()}
        }

    def rank(self, name: Named) -> Rank | None:
        """Return the sort key of a name, None where the name does not fit."""
        words = name.norm.split()
        fit = self._fit(name, words)
        if fit is None:
            return None
        meant, part = fit
        is_bulk = name.source is not None
        return Rank(
            fit=_SPELLING if self._unlike else meant,
            unlike=self._unlike,
            meant=meant,
            is_scrap=any(len(word) <= _SHORT and word not in words for word in self._typed),
            is_bulk=is_bulk,
            part=part,
            is_apart=name.id not in self._titled,
            is_alternate=name.role == _ALTERNATE,
            is_residual=name.id in self._residual,
            more_words=len(words) - len(self._typed) if is_bulk else 0,
            weight=-name.weight,
            length=len(name.norm),
        )

    def _fit(self, name: Named, words: list[str]) -> tuple[int, int] | None:
        """Return how a name fits, and whether by whole words, by kinship or by parts of words."""
        if name.norm == self._norm:
            return (_TITLE if name.role in _TITLE_ROLES else _OTHER), _WHOLE
        if name.source is None and are_kin(self._typed, words):
            return _OTHER, _KIN
        if name.norm.startswith(self._norm):
            return _BEGINNING, _WHOLE if name.norm[len(self._norm)] == " " else _PART
        if all(word in words for word in self._typed):
            return _WORDS, _WHOLE
        if all(any(word.startswith(part) for word in words) for part in self._typed):
            return _WORDS, _PART
        return None


def are_kin(typed: list[str], words: list[str]) -> bool:
    """Tell whether a field was typed and a person is named: ``dental hygiene``, a hygienist."""
    return len(typed) == len(words) and all(map(_is_kin, typed, words))


def _is_kin(field: str, person: str) -> bool:
    if field == person:
        return True
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(field, person, strict=False))
    shared = sum(1 for _ in alike)
    ending, person_ending = field[shared:], person[shared:]
    if shared < _SHORTEST_STEM or ending not in _FIELDS:
        return False
    if ending == "":
        return person_ending in _DOERS
    return person_ending in _PERSONS or person_ending in _BARE.get(ending, ())


def stems(words: list[str]) -> str:
    """Return the beginnings that kindred names share with ``words``."""
    return " ".join(word[: max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING)] for word in words)
