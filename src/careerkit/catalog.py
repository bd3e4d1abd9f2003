"""Records by id, or by any name that people use for them."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from careerkit.errors import CareerkitError, not_found, usage_error
from careerkit.model.kinds import kind_of
from careerkit.model.plain import from_plain
from careerkit.names import looks_like_code, normalise, readable, readings
from careerkit.store.areas import Area, areas, local_wage, local_wages
from careerkit.store.read import Named
from careerkit.store.spelling import corrected
from careerkit.store.titles import names_with_words, titles_equal, titles_with_words
from careerkit.studies import Studies
from careerkit.suggest import nearest
from careerkit.words import sentence, shortened

T = TypeVar("T")

_SHOWN = 12
_OFFERED = 3
_USUAL = ("occupation", "direct_match", "reported")
"""Kinds of titles that count as much as a record's own other names."""
_READ = 80
_MANY = 2000


class Catalog(Studies):
    """Records over an open store. A record's class names its kind: ``one(Career, "welder")``."""

    def one(self, record: type[T], record_id: str) -> T:
        """Return the record of an id; for what a person types use ``named``."""
        return from_plain(record, self.plain(kind_of(record), record_id))

    def plain(self, kind: str, record_id: str) -> dict[str, Any]:
        """Return a record as plain values, which is cheaper where little of it is needed.

        Raises ``CareerkitError`` (bad data) where there is none.
        """
        body = self.store.body(kind, record_id)
        if body is None:
            raise self.store.missing(kind, record_id)
        return body

    def all(self, record: type[T]) -> Iterator[T]:
        """Yield every record of a class, by id."""
        return (from_plain(record, body) for body in self.store.bodies(kind_of(record)))

    def some(self, record: type[T], ids: Iterable[str] | None) -> list[T]:
        """Return the records of ``ids`` in that order; all by id if that is None."""
        return [*self.all(record)] if ids is None else [self.one(record, name) for name in ids]

    def named(self, record: type[T], name: str) -> T:
        """Return the one record that ``name`` fits: an id, a code, a title, an abbreviation.

        Raises ``CareerkitError`` where none fits (with the nearest) or several do (with a dozen).
        """
        return self.one(record, self.resolve(kind_of(record), name))

    def resolve(self, kind: str, name: str) -> str:
        """Return the id of the one record of ``kind`` that ``name`` fits; raises as ``named``."""
        fitting = self._fitting(kind, name)
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise self._ambiguous(kind, name, fitting)
        raise self._missing(kind, name)

    def fact(self, kind: str, name: str) -> str:
        """Return the id of the one record whose whole name is ``name``, for a client's fact.

        A part of a name is none: "social worker" is not the LCSW. Raises as ``named``.
        """
        fitting = self._fitting(kind, name, whole=True)
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise self._ambiguous(kind, name, fitting)
        raise self._missing(kind, name, also=self._fitting(kind, name))

    def is_own_name(self, kind: str, record_id: str, name: str) -> bool:
        """Tell whether a record itself goes by ``name``: its id, a code, a title, another name."""
        if readable(name).strip().lower() == record_id:
            return True
        norms = [norm for norm in readings(name) if norm]
        named = (entry for norm in norms for entry in self.store.names_equal(kind, norm))
        return any(entry.id == record_id and _same_signs(entry.text, name) for entry in named)

    def careers_of_soc(self, soc: str) -> list[str]:
        """Return the ids of the careers that a SOC code's figures and titles belong to."""
        return self.store.careers_of_soc(soc)

    def areas(self) -> list[Area]:
        """Return every area whose wages are on record, by type and title."""
        return areas(self.store)

    def local_wage(self, area: Area, soc: str) -> dict[str, Any] | None:
        """Return the plain wage of a SOC code in an area, None where BLS has nothing on it."""
        return local_wage(self.store, area, soc)

    def local_wages(self, area: Area) -> dict[str, dict[str, Any]]:
        """Return the plain wages of every SOC code that has any in an area."""
        return dict(local_wages(self.store, area))

    def nearest_names(self, kind: str, name: str) -> list[Named]:
        """Return the names of ``kind`` that look most like ``name``, one a record, best first."""
        norm = normalise(name[:_READ])
        by_norm: dict[str, list[Named]] = {}
        for entry in self.store.names_like(kind, norm, _MANY) or self.store.names(kind, _MANY):
            by_norm.setdefault(entry.norm, []).append(entry)
        best: dict[str, Named] = {}
        for spelling in nearest(norm, by_norm, limit=_SHOWN):
            for entry in by_norm[spelling]:
                best.setdefault(entry.id, entry)
        if kind == "career" and not best:
            meant = (text for _, text in corrected(self.store, norm))
            named = [entry for text in meant for entry in names_with_words(self.store, kind, text)]
            by_weight = sorted(named, key=lambda name: -name.weight)
            best = {entry.id: entry for entry in reversed(by_weight)}
            return [*reversed(best.values())][:_SHOWN]
        return [*best.values()]

    def suggest_other_kinds(self, kind: str, name: str) -> list[str]:
        """Return hints such as "there is a credential of that name", with the command to use."""
        return [
            f"there is a {other} of that name: careerkit {command} {ids[0]}"
            for other, command in (("career", "show"), ("credential", "credential"))
            if other != kind and len(ids := self._fitting(other, name)) == 1
        ]

    def _fitting(self, kind: str, name: str, *, whole: bool = False) -> list[str]:
        """Return the ids that a name fits, by the strictest reading that fits at all.

        Part of a name is the last reading, left out if it must be ``whole``.
        """
        as_id = readable(name).strip().lower()
        if self.store.body(kind, as_id) is not None:
            return [as_id]
        norms = [norm for norm in readings(name) if norm]
        exact = [entry for norm in norms for entry in self.store.names_equal(kind, norm)]
        if whole:
            exact = [
                entry for entry in exact if entry.role == "id" or _same_signs(entry.text, name)
            ]
        others = kind == "career"
        if titles := [entry.id for entry in exact if entry.role == "title"]:
            return _unique(titles)
        if exact:
            others = others and all(entry.role == "aka" for entry in exact)
            listed = [entry for norm in norms if others for entry in titles_equal(self.store, norm)]
            usual = (entry for entry in listed if entry.role in _USUAL)
            return _unique(entry.id for entry in (*exact, *usual))
        if others and (
            exact := [entry for norm in norms for entry in titles_equal(self.store, norm)]
        ):
            return _unique(entry.id for entry in (*self._with_whole_words(norms), *exact))
        if whole or looks_like_code(name):
            return []
        entries = [entry for norm in norms for entry in names_with_words(self.store, kind, norm)]
        return _unique(entry.id for entry in sorted(entries, key=lambda name: -name.weight))

    def _with_whole_words(self, norms: list[str]) -> list[Named]:
        """Return careers' own names that hold all words: a mere title must not hide them."""
        names = [
            name
            for norm in norms
            for name in names_with_words(self.store, "career", norm)
            if {*norm.split()} <= {*name.norm.split()}
        ]
        return sorted(names, key=lambda name: -name.weight)

    def _ambiguous(self, kind: str, name: str, fitting: list[str]) -> CareerkitError:
        return usage_error(
            f"'{shortened(name)}' fits {len(fitting)} {kind} records; name one by its id",
            self._listed(kind, fitting),
        )

    def _missing(self, kind: str, name: str, also: Iterable[str] = ()) -> CareerkitError:
        near = _unique([*also, *self._near(kind, name)])
        few = self.store.ids(kind)[: _SHOWN + 1]
        ids = near or (few if len(few) <= _SHOWN else [])
        hint = "; the nearest:" if near else "; on record are:" if ids else ""
        suggest_other_kinds = self.suggest_other_kinds(kind, name)
        listed = [] if suggest_other_kinds and not near else self._listed(kind, ids)
        hint = hint if listed else ""
        details = [*listed, *map(sentence, suggest_other_kinds)]
        return not_found(f"there is no {kind} '{shortened(name)}'{hint}", details)

    def _near(self, kind: str, name: str) -> list[str]:
        """Return the ids of records whose names hold the words of ``name``, or look like it.

        Words inside another title are enough to suggest a career, but not to answer with it.
        """
        norms = [norm for norm in readings(name) if norm] if kind == "career" else []
        titles = [title for norm in norms for title in titles_with_words(self.store, norm)]
        ordered = sorted(titles, key=lambda title: (len(title.norm), -title.weight))
        return _unique(title.id for title in (*ordered[:_OFFERED], *self.nearest_names(kind, name)))

    def _listed(self, kind: str, ids: list[str]) -> list[str]:
        titles = self.store.titles(kind)
        listed = [f"{record_id}  ({titles[record_id]})" for record_id in ids[:_SHOWN]]
        return listed + ([f"… {len(ids) - _SHOWN} more"] if len(ids) > _SHOWN else [])


def _same_signs(text: str, name: str) -> bool:
    """Tell whether a name has the signs that normal forms leave out: "Security" lacks a plus."""
    return text.count("+") == name.count("+")


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))
