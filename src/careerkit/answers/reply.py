"""An answer on its way out: the data, the day, and the sources that it cites."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple


class Resolved(NamedTuple):
    """A name as it was ``typed``, and the record of a ``kind`` that it was taken for.

    ``how``: by one of its other ``title``s in the tables, by ``words`` of its name, or kept as
    ``told`` (a client's field of study or work that is in no vocabulary: ``id`` is None).
    ``others`` are ids, or words, that may have been meant.
    """

    typed: str
    kind: str
    id: str | None
    title: str | None
    how: str
    others: tuple[str, ...] = ()


class Reply(NamedTuple):
    """``data`` is the answer of ``command``; ``plain`` and ``sources`` are JSON values.

    Each source also has ``stale``: whether it is stale on ``as_of``, None where no rule decides it.
    ``notes`` were also written to stderr; ``resolved`` are the names that were not a record's own,
    as they were understood.
    """

    command: str
    as_of: date
    data: Any
    plain: Mapping[str, Any]
    sources: Mapping[str, Mapping[str, Any]]
    notes: tuple[str, ...] = ()
    resolved: tuple[Resolved, ...] = ()


def cited(plain: Mapping[str, Any]) -> list[str]:
    """Return the source ids that plain values cite: ``source``, ``…_source`` and ``sources``.

    Each is listed once, in the order of the first mention.
    """
    sources: dict[str, None] = {}
    _collect(plain, sources)
    return [*sources]


def _collect(plain: Mapping[str, Any], sources: dict[str, None]) -> None:
    for key, value in plain.items():
        kind = type(value)  # plain values have no subclasses, and this is the fastest test
        if kind is str:
            if key[-6:] == "source" and value:
                sources[value] = None
        elif kind is list:
            if key == "sources":
                sources.update(dict.fromkeys([item for item in value if type(item) is str]))
            else:
                _collect_items(value, sources)
        elif kind is dict:
            _collect(value, sources)


def _collect_items(items: list[Any], sources: dict[str, None]) -> None:
    for item in items:
        if type(item) is dict:
            _collect(item, sources)
        elif type(item) is list:
            _collect_items(item, sources)
