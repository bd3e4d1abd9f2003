"""A name that a person typed, to a record, with how it was understood."""

from careerkit.answers.reply import Resolved
from careerkit.catalog import Catalog
from careerkit.errors import usage_error
from careerkit.names import readings
from careerkit.words import shortened

_OTHERS = 3
_BEST = 8


def resolve(catalog: Catalog, kind: str, name: str) -> str:
    """Return the id of the one record of ``kind`` that ``name`` fits; raise as ``Catalog.named``.

    Words that are part of one career's name alone name that career only where a search for them
    finds it first: "cooking" is part of the name of a machine operator, and means a cook. Elsewhere
    the best that the search finds are listed, as for any name that fits several.
    """
    found = catalog.resolve(kind, name)
    if kind != "career" or _is_whole(catalog, found, name):
        return found
    ranked = _ranked(catalog, name, _BEST)
    if not ranked or ranked[0] == found:
        return found
    listed = [f"{each}  ({catalog.store.title(kind, each)})" for each in ranked]
    message = f"'{shortened(name)}' may be one of several careers; name one by its id"
    raise usage_error(message, listed)


def told(catalog: Catalog, kind: str, name: str, found: str) -> Resolved | None:
    """Return how ``name`` was understood; None where the record ``found`` goes by that name.

    ``others`` are further careers that a search for the name finds, best first.
    """
    if catalog.is_own_name(kind, found, name):
        return None
    is_career = kind == "career"
    how = "title" if is_career and _is_whole(catalog, found, name) else "words"
    others = [each for each in _ranked(catalog, name, _OTHERS + 1) if each != found]
    return Resolved(
        typed=name,
        kind=kind,
        id=found,
        title=catalog.store.title(kind, found),
        how=how,
        others=tuple(others[:_OTHERS]) if is_career and how == "words" else (),
    )


def _is_whole(catalog: Catalog, career: str, name: str) -> bool:
    """Tell whether the whole of a name is one of a career, in its record or a table of titles."""
    from careerkit.store.titles import titles_equal  # only where the record has no such name

    if catalog.is_own_name("career", career, name):
        return True
    norms = [norm for norm in readings(name) if norm]
    return any(each.id == career for norm in norms for each in titles_equal(catalog.store, norm))


def _ranked(catalog: Catalog, name: str, limit: int) -> list[str]:
    from careerkit.queries.search import search  # only where a name is no record's own

    return [match.id for match in search(catalog, name, limit).matches]
