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
    pairs = plain.items() if isinstance(plain, dict) else zip(repeat(""), plain)
    for key, value in pairs:
        if isinstance(value, str):
            if value and key.endswith("source"):
                found[value] = None
        elif key == "sources" and isinstance(value, list):
            found.update(dict.fromkeys(each for each in value if isinstance(each, str)))
        elif value and isinstance(value, dict | list):
            _collect(value, found)
