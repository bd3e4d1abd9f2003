"""Careers found by a text: by title, other title, beginning, words, or words misspelled."""

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

_Found = dict[str, tuple[Rank, Named]]


def search(catalog: Catalog, text: str, limit: int | None) -> SearchMatches:
    """Return the careers one of whose names fits ``text``, best first.

    The order of fits: the title, another name, the beginning of a name, its words, a misspelling.
    Of equal fits a name that the record gives comes before one of the bulk tables, whole words
    before beginnings of words, a career that has the words in its own title before others, what
    workers say before other titles, and a career before "all other" of its family; then the name
    with the fewest further words, and the career with the most openings.
    """
    found = _found(catalog.store, [norm for norm in readings(text) if norm])
    ordered = sorted(found.items(), key=lambda item: (item[1][0], item[0]))[:limit]
    matches = (_match(catalog, each, name, rank.fit) for each, (rank, name) in ordered)
    return SearchMatches(text=text, matches=tuple(matches))


def found_by(catalog: Catalog, career_id: str, text: str) -> Named | None:
    """Return the name in the bulk tables by which ``text`` finds a career.

    None where it is found by a name that the record itself gives.
    """
    names = [
        name
        for norm in readings(text)
        if norm
        for name in (*_own(catalog.store, norm, norm), *_bulk(catalog.store, norm))
        if name.id == career_id
    ]
    return names[0] if names and all(name.source for name in names) else None


def _found(store: Store, norms: list[str]) -> _Found:
    """Return each career's name that fits best: as typed, or else as it may have been meant."""
    if found := _best(store, ((0.0, norm) for norm in norms)):
        return found
    if found := _best(store, ((0.0, norm) for each in norms for norm in compounds(store, each))):
        return found
    meant = sorted(one for each in norms for one in corrected(store, each))
    for _, nearest in groupby(meant, key=itemgetter(0)):
        if found := _best(store, nearest):
            return found
    return {}


def _best(store: Store, norms: Iterable[tuple[float, str]]) -> _Found:
    best: _Found = {}
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
    """Return the records' own names with ``words``; an id must be asked for whole, and is last."""
    names = names_with_words(store, "career", words)
    told = [name for name in names if name.role != "id" or name.norm == norm]
    return sorted(told, key=lambda name: name.role == "id")


def _bulk(store: Store, norm: str) -> list[Named]:
    return titles_equal(store, norm) + titles_with_words(store, norm)


def _match(catalog: Catalog, career_id: str, name: Named, fit: int) -> CareerMatch:
    (row,) = catalog.store.career_rows([career_id])
    cited = dict.fromkeys([*row["sources"], *([name.source] if name.source else [])])
    told = {**row, "sources": [*cited], "matched": name.text, "match": FITS[fit]}
    return from_plain(CareerMatch, told)
