"""What the data hold: records by id or name, lists, search."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from careerkit.errors import CareerkitError, not_found, usage_error
from careerkit.model.plain import from_plain
from careerkit.names import looks_like_code, normalise
from careerkit.store.read import Named, Store
from careerkit.suggest import nearest

T = TypeVar("T")

_SHOWN = 8


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

        Raises ``CareerkitError`` where none fits (with the nearest) or several do (with all).
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
        norm = normalise(name)
        close = self.store.names_like(kind, norm, 200) or self._all_names(kind)
        by_norm: dict[str, Named] = {}
        for each in close:
            by_norm.setdefault(each.norm, each)
        found = (by_norm[norm] for norm in nearest(norm, by_norm, limit=_SHOWN))
        return list({each.id: each for each in reversed(list(found))}.values())[::-1]

    def _all_names(self, kind: str) -> list[Named]:
        return [
            Named(text=title, norm=normalise(title), role="title", id=each)
            for each, title in self.store.titles(kind).items()
        ]

    def _fitting(self, kind: str, name: str) -> list[str]:
        """Return the ids that a name fits, by its strictest reading that fits any."""
        if self.store.body(kind, name.strip().lower()) is not None:
            return [name.strip().lower()]
        norm = normalise(name)
        exact = self.store.names_equal(kind, norm)
        if exact or looks_like_code(name) or not norm:
            titles = [each.id for each in exact if each.role == "title"]
            return _unique(titles or (each.id for each in exact))
        return _unique(each.id for each in self.store.names_with_words(kind, norm.split()))

    def _ambiguous(self, kind: str, name: str, fitting: list[str]) -> CareerkitError:
        titles = self.store.titles(kind)
        listed = [f"{each}  ({titles[each]})" for each in fitting]
        return usage_error(
            f"'{name}' fits {len(fitting)} {kind} records; name one by its id", listed
        )

    def _missing(self, kind: str, name: str) -> CareerkitError:
        titles = self.store.titles(kind)
        near = [each.id for each in self.nearest_names(kind, name)]
        hint = "; the nearest:" if near else "; on record are:"
        listed = [f"{each}  ({titles[each]})" for each in near or list(titles)[:_SHOWN]]
        more = [] if near or len(titles) <= _SHOWN else [f"… {len(titles) - _SHOWN} more"]
        return not_found(f"there is no {kind} '{name}'{hint if titles else ''}", listed + more)


def _kind(record: type) -> str:
    return record.__name__.lower()


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))
