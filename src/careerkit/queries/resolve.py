"""Resolves the name that a person typed, and says how it was understood."""

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
    record_id = catalog.resolve(kind, name)
    if kind != "career" or _is_whole(catalog, record_id, name):
        return record_id
    ranked = _ranked(catalog, name, _BEST)
    if not ranked or ranked[0] == record_id:
        return record_id
    listed = [f"{career}  ({catalog.store.title(kind, career)})" for career in ranked]
    message = f"'{shortened(name)}' may be one of several careers; name one by its id"
    raise usage_error(message, listed)


def how_understood(catalog: Catalog, kind: str, name: str, record_id: str) -> Resolved | None:
    """Return how ``name`` was understood; None where it is a name of the record itself.

    ``others`` are further careers that a search for the name finds, best first.
    """
    if catalog.is_own_name(kind, record_id, name):
        return None
    how = "words"
    others: tuple[str, ...] = ()
    if kind == "career" and _is_whole(catalog, record_id, name):
        how = "title"
    elif kind == "career":
        ranked = _ranked(catalog, name, _OTHERS + 1)
        others = tuple(career for career in ranked if career != record_id)[:_OTHERS]
    return Resolved(
        typed=name,
        kind=kind,
        id=record_id,
        title=catalog.store.title(kind, record_id),
        how=how,
        others=others,
    )


def _is_whole(catalog: Catalog, career: str, name: str) -> bool:
    """Tell whether a career has this whole name, in its record or in a table of titles."""
    from careerkit.store.titles import titles_equal  # only where the record has no such name

    if catalog.is_own_name("career", career, name):
        return True
    norms = [norm for norm in readings(name) if norm]
    return any(title.id == career for norm in norms for title in titles_equal(catalog.store, norm))


def _ranked(catalog: Catalog, name: str, limit: int) -> list[str]:
    from careerkit.commands.search.query import search  # only where a name is no record's own

    return [match.id for match in search(catalog, name, limit).matches]
