"""An answer on its way out: what was found, as of when, and the sources it cites."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """``data`` is the answer of ``command``; ``plain`` and ``sources`` are JSON values.

    Each source also says whether it is ``stale`` on the day asked, None where nobody knows.
    """

    command: str
    as_of: date
    data: Any
    plain: Mapping[str, Any]
    sources: Mapping[str, Mapping[str, Any]]


def cited(plain: object) -> Iterator[str]:
    """Yield the source ids that plain values cite: ``source``, ``…_source`` and ``sources``."""
    if isinstance(plain, Mapping):
        for key, value in plain.items():
            if key.endswith("source") and isinstance(value, str):
                yield value
            elif key == "sources" and isinstance(value, list):
                yield from (each for each in value if isinstance(each, str))
            elif value and isinstance(value, dict | list):
                yield from cited(value)
    elif isinstance(plain, list):
        for item in plain:
            if item and isinstance(item, dict | list):
                yield from cited(item)
