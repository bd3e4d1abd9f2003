"""Bounded caches."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

Value = TypeVar("Value")


class Memo(dict[Hashable, Value | None], Generic[Value]):
    """Keeps the ``most`` last used values, at most twice as many; older ones are dropped.

    ``memo[key]`` is the value, or None if there is none: most look-ups succeed, and a dictionary's
    own look-up is the fastest there is.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._old: dict[Hashable, Value | None] = {}

    def __missing__(self, key: Hashable) -> Value | None:
        """Return the value from the older half of the cache, None if it is not there."""
        value = self._old.get(key)
        return None if value is None else self.put(key, value)

    def put(self, key: Hashable, value: Value) -> Value:
        """Keep a value and return it; a full cache becomes the older half."""
        if len(self) >= self._most:
            self._old = dict(self)
            self.clear()
        self[key] = value
        return value


class Finder(Memo[Value]):
    """Computes missing values, so that ``finder[key]`` is never None."""

    def __init__(self, most: int, find: Callable[[Any], Value]) -> None:
        super().__init__(most)
        self._find = find

    if TYPE_CHECKING:

        def __getitem__(self, key: Hashable) -> Value:
            """Return the value of a key."""

    def __missing__(self, key: Hashable) -> Value:
        """Return the value from the older half of the cache, or compute it."""
        value = super().__missing__(key)
        return self.put(key, self._find(key)) if value is None else value
