"""Pairs that are one → groups, as far as nothing forbids it."""

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

__all__ = ["Joined"]

Item = TypeVar("Item", bound=Hashable)


class Joined(Generic[Item]):
    """A union-find that asks before it joins. `parts(a, b)` says why two items can never be in one group, or None."""

    def __init__(self, parts: Callable[[Item, Item], str | None] = lambda _left, _right: None) -> None:
        self._parts = parts
        self._root: dict[Item, Item] = {}
        self._members: dict[Item, list[Item]] = {}

    def __contains__(self, item: object) -> bool:
        return item in self._root

    def items(self) -> list[Item]:
        """Everything that was added, in that order."""
        return list(self._root)

    def add(self, item: Item) -> None:
        """Make a group of one, where the item has none yet."""
        if item not in self._root:
            self._root[item] = item
            self._members[item] = [item]

    def root(self, item: Item) -> Item:
        """The item that stands for the group of `item`."""
        while self._root[item] != item:
            self._root[item] = self._root[self._root[item]]
            item = self._root[item]
        return item

    def join(self, left: Item, right: Item, *, by_force: bool = False) -> str | None:
        """Join two groups; why not, where one member of the one cannot be with a member of the other."""
        self.add(left)
        self.add(right)
        left, right = self.root(left), self.root(right)
        if left == right:
            return None
        if not by_force:
            for one in self._members[left]:
                for other in self._members[right]:
                    if why := self._parts(one, other):
                        return why
        if len(self._members[left]) < len(self._members[right]):
            left, right = right, left
        self._root[right] = left
        self._members[left].extend(self._members.pop(right))
        return None

    def groups(self) -> Iterable[list[Item]]:
        """Every group, each in the order its members came to it."""
        return self._members.values()

    def members(self, item: Item) -> list[Item]:
        """The group that `item` is in."""
        return self._members[self.root(item)]
