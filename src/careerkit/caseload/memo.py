"""What was found, as long as there is room for it."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

Value = TypeVar("Value")


class Memo(dict[Hashable, Value | None], Generic[Value]):
    """Keeps from ``most`` to twice as many values; what was not asked for lately goes first.

    What is known of a key is ``memo[key]``, None if nothing is: most look-ups find something, and a
    dictionary's own is the fastest there is.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._old: dict[Hashable, Value | None] = {}

    def __missing__(self, key: Hashable) -> Value | None:
        """Return what was known of a key before the last values were put aside."""
        found = self._old.get(key)
        if found is not None:
            self.put(key, found)
        return found

    def put(self, key: Hashable, value: Value) -> None:
        """Keep a value."""
        if len(self) >= self._most:
            self._old = dict(self)
            super().clear()
        self[key] = value

    def clear(self) -> None:
        """Forget everything."""
        super().clear()
        self._old.clear()


class Finder(Memo[Value]):
    """Finds what is not known of a key, so that ``finder[key]`` is never None."""

    def __init__(self, most: int, find: Callable[[Any], Value]) -> None:
        super().__init__(most)
        self._find = find

    if TYPE_CHECKING:

        def __getitem__(self, key: Hashable) -> Value:
            """Return what is known of a key."""

    def __missing__(self, key: Hashable) -> Value:
        """Return what was known of a key before the last values were put aside, or find it."""
        found = super().__missing__(key)
        if found is None:
            found = self._find(key)
            self.put(key, found)
        return found
