"""Resolves a name that may be that of a career or of a credential."""

from careerkit.catalog import Catalog
from careerkit.errors import CareerkitError, ExitStatus, not_found, usage_error
from careerkit.names import readings
from careerkit.queries.resolve import resolve
from careerkit.words import shortened

_KINDS = ("career", "credential")


def goal_named(catalog: Catalog, name: str) -> tuple[str, str]:
    """Return the kind and the id of the one career or credential that ``name`` fits.

    An id goes before a whole name, and that before words of one. Raises ``CareerkitError`` where
    none fits (with the nearest of both) or a career and a credential fit alike (with both).
    """
    ids: dict[str, str] = {}
    errors: dict[str, CareerkitError] = {}
    for kind in _KINDS:
        try:
            ids[kind] = resolve(catalog, kind, name)
        except CareerkitError as error:
            if error.status is ExitStatus.BAD_DATA:
                raise
            errors[kind] = error
    ranks = {kind: _rank(catalog, kind, name) for kind in _KINDS}
    unclear = {kind for kind, error in errors.items() if error.status is not ExitStatus.NOT_FOUND}
    best = min((ranks[kind] for kind in {*ids, *unclear}), default=None)
    if best is None:
        raise _missing(name, errors)
    fitting = [kind for kind in _KINDS if kind in {*ids, *unclear} and ranks[kind] == best]
    if len(fitting) > 1:
        raise _ambiguous(catalog, name, ids, errors)
    if fitting[0] in errors:
        raise errors[fitting[0]]
    return fitting[0], ids[fitting[0]]


def _rank(catalog: Catalog, kind: str, name: str) -> int:
    """Rank how a name fits a kind: 0 as an id, 1 as a whole name, 2 by its words."""
    typed = name.strip().lower()
    if {typed, typed.replace(" ", "-")} & {*catalog.store.ids(kind)}:
        return 0
    norms = [norm for norm in readings(name) if norm]
    return 1 if any(catalog.store.names_equal(kind, norm) for norm in norms) else 2


def _ambiguous(
    catalog: Catalog, name: str, ids: dict[str, str], errors: dict[str, CareerkitError]
) -> CareerkitError:
    listed = [
        f"{record_id}  ({kind}: {catalog.store.title(kind, record_id)})"
        for kind, record_id in ids.items()
    ]
    listed += [str(line) for error in errors.values() for line in error.details]
    message = f"'{shortened(name)}' fits a career and a credential; name one by its id"
    return usage_error(message, listed)


def _missing(name: str, errors: dict[str, CareerkitError]) -> CareerkitError:
    listed = [str(line) for error in errors.values() for line in error.details]
    near = [line for line in dict.fromkeys(listed) if not line.startswith("There is ")]
    hint = "; the nearest:" if near else ""
    return not_found(f"there is no career or credential '{shortened(name)}'{hint}", near)
