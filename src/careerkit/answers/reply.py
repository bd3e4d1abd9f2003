"""An answer on its way out: what was found, as of when, and the sources it cites."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple


class Resolved(NamedTuple):
    """A name as it was ``typed``, and the record of a ``kind`` that it was taken for.

    ``how``: by one of its other ``title``s in the tables, by ``words`` of its name, or only kept as
    it was ``told`` (a client's field of study or work that no vocabulary has: ``id`` is None).
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

    Each source also says whether it is ``stale`` on the day asked, None where nobody knows.
    ``notes`` are what else was told on stderr; ``resolved`` are the names that were not a record's
    own, as they were understood.
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

    Each is told once, in the order of the first mention.
    """
    found: dict[str, None] = {}
    _collect(plain, found)
    return [*found]


def _collect(plain: Mapping[str, Any], found: dict[str, None]) -> None:
    for key, value in plain.items():
        kind = type(value)  # plain values are of no other type, and asking so is quickest
        if kind is str:
            if key[-6:] == "source" and value:
                found[value] = None
        elif kind is list:
            if key == "sources":
                found.update(dict.fromkeys([each for each in value if type(each) is str]))
            else:
                _collect_each(value, found)
        elif kind is dict:
            _collect(value, found)


def _collect_each(listed: list[Any], found: dict[str, None]) -> None:
    for each in listed:
        if type(each) is dict:
            _collect(each, found)
        elif type(each) is list:
            _collect_each(each, found)
