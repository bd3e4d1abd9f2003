"""What was found, as long as there is room for it."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

Value = TypeVar("Value")


class Room:
    """Room for ``most`` values, and at most twice as many, in all memos that share it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._memos: list[Memo[Any]] = []
        self._taken = 0

    def share(self, memo: "Memo[Any]") -> None:
        """Let a memo keep its values here."""
        self._memos.append(memo)

    def take(self) -> None:
        """Take room for one more value; if there is none left, memos put theirs aside."""
        if self._taken >= self._most:
            for memo in self._memos:
                memo.put_aside()
            self._taken = 0
        self._taken += 1


class Memo(dict[Hashable, Value | None], Generic[Value]):
    """Keeps values in a room, of its own or shared; what was not asked for lately goes first.

    What is known of a key is ``memo[key]``, None if nothing is: most look-ups find something, and a
    dictionary's own is the fastest there is.
    """

    def __init__(self, room: int | Room) -> None:
        super().__init__()
        self._room = Room(room) if isinstance(room, int) else room
        self._room.share(self)
        self._old: dict[Hashable, Value | None] = {}

    def __missing__(self, key: Hashable) -> Value | None:
        """Return what was known of a key before the last values were put aside."""
        found = self._old.get(key)
        if found is not None:
            self.put(key, found)
        return found

    def put(self, key: Hashable, value: Value) -> None:
        """Keep a value."""
        self._room.take()
        self[key] = value

    def put_aside(self) -> None:
        """Put all values aside, in place of those that were put aside before."""
        self._old = dict(self)
        super().clear()

    def clear(self) -> None:
        """Forget everything."""
        super().clear()
        self._old.clear()


class Same:
    """Gives the first of equal values, so that each is kept but once; of ``most``, then anew."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[Hashable, Any] = {}

    def __call__(self, value: Any) -> Any:  # noqa: ANN401 - what was given
        """Return the first value that was equal to this one."""
        if len(self._kept) >= self._most:
            self._kept.clear()
        return self._kept.setdefault(value, value)

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()


class Finder(Memo[Value]):
    """Finds what is not known of a key, so that ``finder[key]`` is never None."""

    def __init__(self, room: int | Room, find: Callable[[Any], Value]) -> None:
        super().__init__(room)
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
