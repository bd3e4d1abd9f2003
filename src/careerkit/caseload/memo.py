"""What was found, as long as there is room for it."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

Value = TypeVar("Value")


class Memo(dict[Hashable, Value | None], Generic[Value]):
    """Keeps ``most`` values, and at most twice as many; what was not asked for lately goes first.

    What is known of a key is ``memo[key]``, None if nothing is: most look-ups find something, and a
    dictionary's own is the fastest there is.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._old: dict[Hashable, Value | None] = {}

    def __missing__(self, key: Hashable) -> Value | None:
        """Return what was known of a key before the last values were put aside."""
        value = self._old.get(key)
        return None if value is None else self.put(key, value)

    def put(self, key: Hashable, value: Value) -> Value:
        """Keep a value and return it; where there is no room left, those there are put aside."""
        if len(self) >= self._most:
            self._old = dict(self)
            self.clear()
        self[key] = value
        return value


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
        value = super().__missing__(key)
        return self.put(key, self._find(key)) if value is None else value
