"""What all facets found, as one number: a lane of its digits for each credential.

A lane is the key of the credential's answer: the numbers of what its conditions found, facet by
facet. One addition puts what a facet found into the lanes of all its readers, so that a client
costs an addition for each thing told and not one for each of hundreds of conditions.
"""

from collections.abc import Mapping, Sequence
from itertools import chain, count
from struct import Struct, unpack

_BYTES = 2
MOST = 1 << 8 * _BYTES
"""No facet may find as many different things before all is forgotten."""
Found = tuple[int, ...]
"""The numbers of the findings on conditions."""


class Track:
    """Where in the lane of a credential stands what a facet found on the conditions it shares.

    The first that is found adds nothing.
    """

    def __init__(self, positions: Sequence[int]) -> None:
        self.place = 0
        self.found: list[Found] = []
        """The findings on the conditions, by the number that they have together."""
        self._positions = positions
        self._numbers: dict[Found, int] = {}

    def add(self, found: Found) -> int:
        """Return what to add to the lanes where a facet's conditions found this."""
        own = tuple([found[position] for position in self._positions])
        number = self._numbers.setdefault(own, len(self.found))
        if number == len(self.found):
            self.found.append(own)
        return number << 8 * _BYTES * self.place

    def forget(self) -> None:
        """Forget what was found."""
        self.found.clear()
        self._numbers.clear()


class Lanes:
    """The lanes of credentials, given the positions of their conditions by facet.

    Each ends with the number 1 where the client told of holdings.
    """

    def __init__(self, reads: Sequence[Mapping[int, Sequence[int]]]) -> None:
        self.tracks = [{facet: Track(at) for facet, at in read.items()} for read in reads]
        """The tracks of each credential by facet."""
        self.told_holdings = 0
        """What to add where the client told of holdings."""
        places = count()
        for each in self.tracks:
            for track in each.values():
                track.place = next(places)
            self.told_holdings += 1 << 8 * _BYTES * next(places)
        self._size = _BYTES * next(places)
        widths = [f"{_BYTES * (len(each) + 1)}s" for each in self.tracks]
        self._split = Struct("".join(widths)).unpack

    def keys(self, total: int) -> tuple[bytes, ...]:
        """Return the key of every credential, where all that was found adds up to ``total``."""
        keys: tuple[bytes, ...] = self._split(total.to_bytes(self._size, "little"))
        return keys


class Lane:
    """Reads the keys of one credential."""

    def __init__(self, tracks: Sequence[Track]) -> None:
        self._found = [each.found for each in tracks]

    def findings(self, key: bytes) -> list[int]:
        """Return the numbers of the findings on all conditions, facet by facet."""
        numbers = unpack(f"<{len(key) // _BYTES}H", key)
        told = zip(self._found, numbers, strict=False)  # the last tells of holdings
        return [*chain.from_iterable([found[number] for found, number in told])]


def tells_holdings(key: bytes) -> bool:
    """Tell whether the client of a key told of holdings."""
    return key[-_BYTES] == 1
