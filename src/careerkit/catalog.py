"""What the data hold: records by id or name, lists, search."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from careerkit.errors import CareerkitError, not_found, usage_error
from careerkit.model.plain import from_plain
from careerkit.names import looks_like_code, normalise, readable
from careerkit.store.read import Named, Store
from careerkit.suggest import nearest

T = TypeVar("T")

_SHOWN = 12
_READ = 80
_MANY = 2000


class Catalog:
    """Records over an open store. A record's class names its kind: ``one(Career, "welder")``."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def one(self, record: type[T], record_id: str) -> T:
        """Return the record with an id; raise ``KeyError`` where there is none."""
        return from_plain(record, self.plain(_kind(record), record_id))

    def plain(self, kind: str, record_id: str) -> dict[str, Any]:
        """Return a record as plain values, for those who need little of it.

        Raises ``KeyError`` where there is none.
        """
        body = self.store.body(kind, record_id)
        if body is None:
            raise KeyError(record_id)
        return body

    def all(self, record: type[T]) -> Iterator[T]:
        """Yield every record of a class, by id."""
        return (from_plain(record, body) for body in self.store.bodies(_kind(record)))

    def named(self, record: type[T], name: str) -> T:
        """Return the one record that ``name`` fits: an id, a code, a title, an abbreviation.

        Raises ``CareerkitError`` where none fits (with the nearest) or several do (with a dozen).
        """
        return self.one(record, self.resolve(_kind(record), name))

    def resolve(self, kind: str, name: str) -> str:
        """Return the id of the one record of ``kind`` that ``name`` fits; raises as ``named``."""
        fitting = self._fitting(kind, name)
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise self._ambiguous(kind, name, fitting)
        raise self._missing(kind, name)

    def careers_of_soc(self, soc: str) -> list[str]:
        """Return the ids of the careers with a SOC code."""
        return self.store.careers_of_soc(soc)

    def nearest_names(self, kind: str, name: str) -> list[Named]:
        """Return the names of ``kind`` that look most like ``name``, one a record, best first."""
        norm = normalise(name[:_READ])
        by_norm: dict[str, list[Named]] = {}
        for each in self.store.names_like(kind, norm, _MANY) or self.store.names(kind, _MANY):
            by_norm.setdefault(each.norm, []).append(each)
        best: dict[str, Named] = {}
        for found in nearest(norm, by_norm, limit=_SHOWN):
            for each in by_norm[found]:
                best.setdefault(each.id, each)
        return [*best.values()]

    def _fitting(self, kind: str, name: str) -> list[str]:
        """Return the ids that a name fits, by its strictest reading that fits any."""
        as_id = readable(name).strip().lower()
        if self.store.body(kind, as_id) is not None:
            return [as_id]
        norm = normalise(name)
        exact = self.store.names_equal(kind, norm)
        if exact or looks_like_code(name) or not norm:
            titles = [each.id for each in exact if each.role == "title"]
            return _unique(titles or (each.id for each in exact))
        found = self.store.names_with_words(kind, norm.split())
        return _unique(each.id for each in sorted(found, key=lambda name: -name.weight))

    def _ambiguous(self, kind: str, name: str, fitting: list[str]) -> CareerkitError:
        return usage_error(
            f"'{_shortened(name)}' fits {len(fitting)} {kind} records; name one by its id",
            self._listed(kind, fitting),
        )

    def _missing(self, kind: str, name: str) -> CareerkitError:
        near = [each.id for each in self.nearest_names(kind, name)]
        ids = near or self.store.ids(kind)
        hint = "; the nearest:" if near else "; on record are:" if ids else ""
        elsewhere = [
            f"There is a {other} of that name: careerkit {command} {found[0]}"
            for other, command in (("career", "show"), ("credential", "credential"))
            if other != kind and len(found := self._fitting(other, name)) == 1
        ]
        listed = [] if elsewhere and not near else self._listed(kind, ids)
        hint = hint if listed else ""
        return not_found(f"there is no {kind} '{_shortened(name)}'{hint}", [*listed, *elsewhere])

    def _listed(self, kind: str, ids: list[str]) -> list[str]:
        titles = self.store.titles(kind)
        listed = [f"{each}  ({titles[each]})" for each in ids[:_SHOWN]]
        return listed + ([f"… {len(ids) - _SHOWN} more"] if len(ids) > _SHOWN else [])


def _kind(record: type) -> str:
    return record.__name__.lower()


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _shortened(name: str) -> str:
    return name if len(name) <= _READ else f"{name[:_READ]}…"
