"""Which career or credential a person means, where it may be either."""

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
    found: dict[str, str] = {}
    wrong: dict[str, CareerkitError] = {}
    for kind in _KINDS:
        try:
            found[kind] = resolve(catalog, kind, name)
        except CareerkitError as error:
            if error.status is ExitStatus.BAD_DATA:
                raise
            wrong[kind] = error
    ranks = {kind: _rank(catalog, kind, name) for kind in _KINDS}
    unclear = {kind for kind, error in wrong.items() if error.status is not ExitStatus.NOT_FOUND}
    best = min((ranks[kind] for kind in {*found, *unclear}), default=None)
    if best is None:
        raise _missing(name, wrong)
    fitting = [kind for kind in _KINDS if kind in {*found, *unclear} and ranks[kind] == best]
    if len(fitting) > 1:
        raise _ambiguous(catalog, name, found, wrong)
    if fitting[0] in wrong:
        raise wrong[fitting[0]]
    return fitting[0], found[fitting[0]]


def _rank(catalog: Catalog, kind: str, name: str) -> int:
    """Return how strictly a name is read to fit a kind: as an id, a whole name, or words."""
    typed = name.strip().lower()
    if {typed, typed.replace(" ", "-")} & {*catalog.store.ids(kind)}:
        return 0
    norms = [norm for norm in readings(name) if norm]
    return 1 if any(catalog.store.names_equal(kind, norm) for norm in norms) else 2


def _ambiguous(
    catalog: Catalog, name: str, found: dict[str, str], wrong: dict[str, CareerkitError]
) -> CareerkitError:
    listed = [
        f"{each}  ({kind}: {catalog.store.title(kind, each)})" for kind, each in found.items()
    ]
    listed += [str(line) for error in wrong.values() for line in error.details]
    message = f"'{shortened(name)}' fits a career and a credential; name one by its id"
    return usage_error(message, listed)


def _missing(name: str, wrong: dict[str, CareerkitError]) -> CareerkitError:
    listed = [str(line) for error in wrong.values() for line in error.details]
    near = [line for line in dict.fromkeys(listed) if not line.startswith("There is ")]
    hint = "; the nearest:" if near else ""
    return not_found(f"there is no career or credential '{shortened(name)}'{hint}", near)
