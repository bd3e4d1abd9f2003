"""Finds careers by a text: a title, another name, the beginning or words of one, a misspelling."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from careerkit.catalog import Catalog
from careerkit.commands.search.answer import CareerMatch, SearchMatches
from careerkit.commands.search.ranking import FITS, Rank, Ranking, stems
from careerkit.model.plain import from_plain
from careerkit.names import readings
from careerkit.store.read import Named, Store
from careerkit.store.spelling import compounds, corrected
from careerkit.store.titles import (
    names_with_words,
    residual_careers,
    titles_equal,
    titles_with_words,
)

_BestNames = dict[str, tuple[Rank, Named]]
"""By career id, the name that fits best."""


def search(catalog: Catalog, text: str, limit: int | None) -> SearchMatches:
    """Return the careers with a name that fits ``text``, best first.

    The order of fits: the title, another name, the beginning of a name, its words, a misspelling.
    Of equal fits a name that the record gives comes before one of the bulk tables, whole words
    before beginnings of words, a career that has the words in its own title before others, what
    workers say before other titles, and a career before "all other" of its family; then the name
    with the fewest further words, and the career with the most openings.
    """
    best = _as_typed_or_meant(catalog.store, [norm for norm in readings(text) if norm])
    ordered = sorted(best.items(), key=lambda item: (item[1][0], item[0]))[:limit]
    matches = (_match(catalog, career, name, rank.fit) for career, (rank, name) in ordered)
    return SearchMatches(text=text, matches=tuple(matches))


def bulk_title_for(catalog: Catalog, career_id: str, text: str) -> Named | None:
    """Return the name in the bulk tables by which ``text`` finds a career.

    None where the record itself has a name that fits.
    """
    names = [
        name
        for norm in readings(text)
        if norm
        for name in (*_own(catalog.store, norm, norm), *_bulk(catalog.store, norm))
        if name.id == career_id
    ]
    return names[0] if names and all(name.source for name in names) else None


def _as_typed_or_meant(store: Store, norms: list[str]) -> _BestNames:
    if best := _best(store, ((0.0, norm) for norm in norms)):
        return best
    split = (compound for norm in norms for compound in compounds(store, norm))
    if best := _best(store, ((0.0, norm) for norm in split)):
        return best
    corrections = sorted(correction for norm in norms for correction in corrected(store, norm))
    for _, nearest in groupby(corrections, key=itemgetter(0)):
        if best := _best(store, nearest):
            return best
    return {}


def _best(store: Store, norms: Iterable[tuple[float, str]]) -> _BestNames:
    best: _BestNames = {}
    residual = residual_careers(store)
    for unlike, norm in norms:
        own = _own(store, norm, stems(norm.split()))
        ranking = Ranking(norm, own, residual, unlike)
        for name in (*own, *_bulk(store, norm)):
            rank = ranking.rank(name)
            if rank and (name.id not in best or rank < best[name.id][0]):
                best[name.id] = (rank, name)
    return best


def _own(store: Store, norm: str, words: str) -> list[Named]:
    """Return the records' own names with ``words``; an id counts only if typed whole, and last."""
    names = names_with_words(store, "career", words)
    fitting = [name for name in names if name.role != "id" or name.norm == norm]
    return sorted(fitting, key=lambda name: name.role == "id")


def _bulk(store: Store, norm: str) -> list[Named]:
    return titles_equal(store, norm) + titles_with_words(store, norm)


def _match(catalog: Catalog, career_id: str, name: Named, fit: int) -> CareerMatch:
    (row,) = catalog.store.career_rows([career_id])
    sources = dict.fromkeys([*row["sources"], *([name.source] if name.source else [])])
    match = {"sources": [*sources], "matched": name.text, "match": FITS[fit]}
    return from_plain(CareerMatch, row | match)
