"""A cascade of rules over a row of items: each level replaces what its patterns match by larger items.

A pattern is a regular expression whose words are kinds of items (`weekday? comma? day month`); it is compiled to
one character for each kind, so that a level is matched against the whole row at once.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from hudhud.read.time_tokens import Item

__all__ = ["Build", "Built", "Found", "Level", "Rule", "codes_of"]

_WORD = re.compile(r"[A-Za-z_]\w*")


class Found(NamedTuple):
    """What a pattern matched: the items, and the ones before and after them."""

    items: Sequence[Item]
    before: Item
    after: Item
    row: Sequence[Item]
    at: int

    def first(self, *kinds: str) -> Item | None:
        """The first matched item of one of these kinds."""
        return next((item for item in self.items if item.kind in kinds), None)

    def last(self, *kinds: str) -> Item | None:
        """The last matched item of one of these kinds."""
        return next((item for item in reversed(self.items) if item.kind in kinds), None)

    def whole(self, kind: str, node: object) -> list[Item]:
        """One item of `kind` in place of all that was matched."""
        return [Item(kind, self.items[0].start, self.items[-1].end, node, self.items[0].low)]


Built: TypeAlias = list[Item] | None
Build: TypeAlias = Callable[[Found], Built]


class Rule(NamedTuple):
    """A pattern and what is built from it; a builder refuses a match with None."""

    pattern: str
    build: Build


_OUTSIDE = Item("edge", 0, 0)


class _Codes(dict[str, str]):
    """The character that stands for each kind, from a range no pattern syntax uses."""

    def __missing__(self, kind: str) -> str:
        code = self[kind] = chr(0x4E00 + len(self))
        return code


_CODES = _Codes()


def codes_of(row: Sequence[Item]) -> str:
    """The kinds of a row, one character each, as `Level.reduce` takes them."""
    return "".join([_CODES[item.kind] for item in row])


class Level:
    """Rules that are tried together; the longest match that its builder accepts wins, the earlier rule on a tie."""

    def __init__(self, rules: Sequence[Rule], macros: Mapping[str, str]) -> None:
        self._rules = [(re.compile(_compiled(rule.pattern, macros)), rule.build) for rule in rules]
        self._any = re.compile("|".join(_compiled(rule.pattern, macros) for rule in rules))

    def reduce(self, row: list[Item], codes: str) -> tuple[list[Item], str]:
        """The row, and its codes, with every accepted match replaced."""
        reduced: list[Item] = []
        coded: list[str] = []
        done = at = 0
        while found := self._any.search(codes, at):
            at = found.start()
            built, end = self._best(row, codes, at)
            if built is None:
                at += 1
                continue
            reduced += row[done:at]
            reduced += built
            coded.append(codes[done:at] + codes_of(built))
            done = at = end
        if not done:
            return row, codes
        reduced += row[done:]
        coded.append(codes[done:])
        return reduced, "".join(coded)

    def _best(self, row: list[Item], codes: str, at: int) -> tuple[Built, int]:
        matches = [(match.end(), -order, build) for order, (pattern, build) in enumerate(self._rules)
                   if (match := pattern.match(codes, at)) and match.end() > at]  # fmt: skip
        for end, _, build in sorted(matches, key=lambda match: match[:2], reverse=True):
            before = row[at - 1] if at else _OUTSIDE
            after = row[end] if end < len(row) else _OUTSIDE
            built = build(Found(row[at:end], before, after, row, at))
            if built is not None:
                return built, end
        return None, at


def _compiled(pattern: str, macros: Mapping[str, str]) -> str:
    while expanded := [name for name in _WORD.findall(pattern) if name in macros]:
        for name in expanded:
            pattern = re.sub(rf"\b{name}\b", f"(?:{macros[name]})", pattern)
    coded = _WORD.sub(lambda word: _CODES[word[0]], pattern).replace(" ", "")
    return re.sub(r"\((?!\?)", "(?:", coded)
