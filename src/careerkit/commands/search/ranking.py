"""How well a name fits what was typed: what puts the matches of a search in order."""

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
"""Endings of a field, or of what is done, and of the person; and where a person needs none."""


class Rank(NamedTuple):
    """What orders the names that fit, the smaller first.

    ``meant`` is how a name fits the text as it is corrected, ``unlike`` how much that differs.
    A name of which a few letters asked for are only the beginning of a word is a scrap.
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
    """Ranks names for one reading of a text; ``unlike`` is set where it is a correction.

    ``own`` are the records' own names that may fit, ``residual`` the ids of careers that hold "all
    other" of their family.
    """

    def __init__(self, norm: str, own: list[Named], residual: set[str], unlike: float) -> None:
        self._norm = norm
        self._asked = norm.split()
        self._residual = residual
        self._unlike = unlike
        self._titled = {
            name.id
            for name in own
            if name.role in _TITLE_ROLES and {*self._asked} <= {*name.norm.split()}
        }

    def rank(self, name: Named) -> Rank | None:
        """Return what orders a name, None where it does not fit."""
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
            is_scrap=any(len(each) <= _SHORT and each not in words for each in self._asked),
            is_bulk=is_bulk,
            part=part,
            is_apart=name.id not in self._titled,
            is_alternate=name.role == _ALTERNATE,
            is_residual=name.id in self._residual,
            more_words=len(words) - len(self._asked) if is_bulk else 0,
            weight=-name.weight,
            length=len(name.norm),
        )

    def _fit(self, name: Named, words: list[str]) -> tuple[int, int] | None:
        """Return how a name fits, and whether by its stems, by whole words or by parts of them."""
        if name.norm == self._norm:
            return (_TITLE if name.role in _TITLE_ROLES else _OTHER), _WHOLE
        if name.source is None and are_kin(self._asked, words):
            return _OTHER, _KIN
        if name.norm.startswith(self._norm):
            return _BEGINNING, _WHOLE if name.norm[len(self._norm)] == " " else _PART
        if all(word in words for word in self._asked):
            return _WORDS, _WHOLE
        if all(any(word.startswith(asked) for word in words) for asked in self._asked):
            return _WORDS, _PART
        return None


def are_kin(asked: list[str], words: list[str]) -> bool:
    """Tell whether a field is asked for and a person named: ``dental hygiene``, a hygienist."""
    return len(asked) == len(words) and all(map(_is_kin, asked, words))


def _is_kin(field: str, person: str) -> bool:
    if field == person:
        return True
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(field, person, strict=False))
    shared = sum(1 for _ in alike)
    ending, its = field[shared:], person[shared:]
    if shared < _SHORTEST_STEM or ending not in _FIELDS:
        return False
    if ending == "":
        return its in _DOERS
    return its in _PERSONS or its in _BARE.get(ending, ())


def stems(words: list[str]) -> str:
    """Return the beginnings that kindred names share with ``words``."""
    return " ".join(word[: max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING)] for word in words)
