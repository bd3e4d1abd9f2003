"""An answer on its way out: what was found, as of when, and the sources it cites."""

from collections.abc import Mapping
from datetime import date
from itertools import repeat
from typing import Any, NamedTuple


class Reply(NamedTuple):
    """``data`` is the answer of ``command``; ``plain`` and ``sources`` are JSON values.

    Each source also says whether it is ``stale`` on the day asked, None where nobody knows.
    """

    command: str
    as_of: date
    data: Any
    plain: Mapping[str, Any]
    sources: Mapping[str, Mapping[str, Any]]


def cited(plain: Mapping[str, Any]) -> list[str]:
    """Return the source ids that plain values cite: ``source``, ``…_source`` and ``sources``.

    Each is told once, in the order of the first mention.
    """
    found: dict[str, None] = {}
    _collect(plain, found)
    return [*found]


def _collect(plain: Any, found: dict[str, None]) -> None:  # noqa: ANN401 - JSON values
    pairs = plain.items() if type(plain) is dict else zip(repeat(""), plain)
    for key, value in pairs:
        kind = type(value)  # plain values are of no other type, and asking so is quickest
        if kind is str:
            if value and key.endswith("source"):
                found[value] = None
        elif value and key == "sources" and kind is list:
            found.update(dict.fromkeys(each for each in value if type(each) is str))
        elif value and (kind is dict or kind is list):
            _collect(value, found)
