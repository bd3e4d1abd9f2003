"""Careers filtered and sorted, and careers found by a text."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from careerkit.answers.listing import CareerList, CareerMatch, CareerRow, SearchMatches
from careerkit.catalog import Catalog
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.plain import from_plain
from careerkit.names import normalise
from careerkit.store.read import Named

SORTS: dict[str, tuple[Callable[[CareerRow], Any], bool]] = {
    "title": (lambda row: row.title.casefold(), False),
    "growth": (lambda row: row.growth_percent, True),
    "openings": (lambda row: row.openings_per_year, True),
    "wage": (lambda row: row.median_wage, True),
    "education": (lambda row: LEVEL_ORDER.get(row.education or ""), False),
}
"""The key of each sort, and whether the largest comes first. Missing figures always come last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a career must have; a figure that is not on record passes no filter on it.

    ``group`` is a group or the word it begins with, ``education`` the highest level that entry may
    ask for. Wages are annual, in US dollars.
    """

    group: str | None = None
    education: str | None = None
    min_wage: int | None = None
    min_growth: float | None = None

    def passes(self, row: CareerRow) -> bool:
        """Tell whether a career's row has everything asked for."""
        return (
            self.group in (None, row.group, row.group.partition("-")[0])
            and _at_most(row.education, self.education)
            and _enough(row.median_wage, self.min_wage)
            and _enough(row.growth_percent, self.min_growth)
        )


def careers(catalog: Catalog, filters: Filters, sort: str, limit: int | None) -> CareerList:
    """Return the careers that pass ``filters``, sorted, at most ``limit`` of them."""
    rows = (from_plain(CareerRow, body) for body in catalog.store.career_rows())
    found = [row for row in rows if filters.passes(row)]
    key, largest_first = SORTS[sort]
    known = sorted((row for row in found if key(row) is not None), key=key, reverse=largest_first)
    ordered = known + [row for row in found if key(row) is None]
    return CareerList(careers=tuple(ordered[:limit]), total=len(found))


def search(catalog: Catalog, text: str, limit: int | None) -> SearchMatches:
    """Return the careers one of whose names fits ``text``, best first.

    The order of fits: the title, another name, the beginning of a name, its words, a misspelling.
    """
    norm = normalise(text)
    best: dict[str, tuple[_Rank, Named]] = {}
    for name in _candidates(catalog, norm):
        rank = _rank(name, norm)
        if rank and (name.id not in best or rank < best[name.id][0]):
            best[name.id] = (rank, name)
    ordered = sorted(best.items(), key=lambda item: (item[1][0], item[0]))[:limit]
    matches = (_match(catalog, each, name, rank[0]) for each, (rank, name) in ordered)
    return SearchMatches(text=text, matches=tuple(matches))


def _at_most(level: str | None, limit: str | None) -> bool:
    if limit is None:
        return True
    return level is not None and LEVEL_ORDER[level] <= LEVEL_ORDER[limit]


def _enough(figure: float | None, least: float | None) -> bool:
    return least is None or (figure is not None and figure >= least)


_FITS = ("title", "other name", "beginning", "words", "spelling")
_CLOSE = 0.75
_Rank = tuple[int, float, int, int]


def _candidates(catalog: Catalog, norm: str) -> list[Named]:
    words = norm.split()
    if not words:
        return []
    found = catalog.store.names_with_words("career", words)
    found = found or catalog.store.names_like("career", norm, 300)
    return [name for name in found if name.role != "id" or name.norm == norm]


def _rank(name: Named, norm: str) -> _Rank | None:
    """Return the place of a fit in ``_FITS``, then what orders equal fits; None for no fit.

    Of equal fits a likeness counts first, then the weight of the career, then the shorter name.
    """
    likeness = 1.0
    words = name.norm.split()
    if name.norm == norm:
        fit = 0 if name.role in ("title", "official") else 1
    elif name.norm.startswith(norm):
        fit = 2
    elif all(any(word.startswith(asked) for word in words) for asked in norm.split()):
        fit = 3
    else:
        fit, likeness = 4, _closeness(norm.split(), words)
    return None if likeness < _CLOSE else (fit, -likeness, -name.weight, len(name.norm))


def _closeness(asked: list[str], words: list[str]) -> float:
    """Return how like the least alike asked word is to its nearest word, from 0 to 1."""
    from difflib import SequenceMatcher  # only misspellings need it

    return min(max(SequenceMatcher(None, a, word).ratio() for word in words) for a in asked)


def _match(catalog: Catalog, career_id: str, name: Named, fit: int) -> CareerMatch:
    (row,) = catalog.store.career_rows([career_id])
    return from_plain(CareerMatch, {**row, "matched": name.text, "match": _FITS[fit]})
