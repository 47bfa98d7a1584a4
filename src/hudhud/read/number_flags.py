"""A number in its sentence → whether it is a part, a change, or adds up a period."""

from collections.abc import Sequence
from dataclasses import dataclass

from hudhud.lexicon.change_words import CHANGE_NOUNS, DOWN, TOTALS, UP
from hudhud.read.number_tokens import Token

__all__ = ["Flags", "flags_of"]

_PART_BEFORE = (
    ("including",),
    ("includes",),
    ("include",),
    ("included",),
    ("among", "them"),
    ("among", "these"),
    ("among", "those"),
    ("among", "whom"),
    ("among", "which"),
    ("of", "whom"),
    ("of", "them"),
    ("of", "these"),
    ("of", "those"),
    ("of", "which"),
    ("among", "the", "dead"),
    ("among", "the", "victims"),
    ("among", "the", "wounded"),
    ("among", "the", "injured"),
    ("among", "those", "killed"),
    ("among", "those", "injured"),
    ("among", "those", "wounded"),
    ("among", "those", "arrested"),
    ("comprising",),
)
_PARTS_OF = frozenset({"them", "whom", "those", "these", "which", "us"})
_VICTIMS = frozenset(
    "dead victims wounded injured casualties killed deceased fatalities deaths detainees hostages captured".split()
)
_SKIP_BEFORE = frozenset({",", "were", "was", "are", "is", "also", "-", "–", "—", ":", "the", "being", "and"})
_MORE = frozenset({"more", "additional", "extra"})
_FURTHER = frozenset({"further", "additional", "extra"})
_REACH = 14
"""Words to each side in which `so far` and `since` make a number cumulative; a clause is rarely longer."""


@dataclass(frozen=True, slots=True)
class Flags:
    """`direction` is 1 for an increase, -1 for a decrease, 0 where the words tell none."""

    is_part: bool = False
    is_change: bool = False
    is_cumulative: bool = False
    direction: int = 0


def flags_of(tokens: Sequence[Token], first: int, end: int) -> Flags:
    """The flags of the number on tokens `first` (its bound words included) to `end`, inside one sentence."""
    direction = _direction(tokens, first, end)
    is_change = direction != 0 or _is_more(tokens, first, end)
    return Flags(
        is_part=_is_part(tokens, first, end),
        is_change=is_change,
        is_cumulative=_is_cumulative(tokens, first, end),
        direction=direction,
    )


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _is_part(tokens: Sequence[Token], first: int, end: int) -> bool:
    if _low(tokens, end) == "of":
        if _low(tokens, end + 1) in _PARTS_OF:
            return True
        if _low(tokens, end + 1) in ("the", "those") and _low(tokens, end + 2) in _VICTIMS:
            return True
    at = first
    while at and _low(tokens, at - 1) in _SKIP_BEFORE:
        at -= 1
    return any(tuple(token.low for token in tokens[max(0, at - len(cue)) : at]) == cue for cue in _PART_BEFORE)


def _is_more(tokens: Sequence[Token], first: int, end: int) -> bool:
    """`one hundred more families`, `a further 20`; `more than 20` was taken as a bound already."""
    return (
        (_low(tokens, end) in _MORE and _low(tokens, end + 1) != "than")
        or _low(tokens, first - 1) in _FURTHER
        or (_low(tokens, first) in _FURTHER)
    )


def _direction(tokens: Sequence[Token], first: int, end: int) -> int:
    """`rose by 12`, `up 5%`, `lost 1.1%`, `-0.6%`, `a 60 point improvement`, `an increase of 5`."""
    at = first - 1
    if _low(tokens, at) in ("just", "only", "a", "by", "further", "another", "as"):
        is_by = _low(tokens, at) == "by"
        at -= 1
    else:
        is_by = False
    word = _low(tokens, at)
    if word in UP or word in DOWN:
        if word in ("lost", "lose", "loses", "added", "adds", "add", "raised", "lowered", "cut", "shed") and not is_by:
            return _of_share(tokens, end, 1 if word in UP else -1)
        return 1 if word in UP else -1
    if is_by:
        near = [_low(tokens, back) for back in range(max(0, at - 5), at + 1)]
        for low in reversed(near):
            if low in UP or low in DOWN:
                return 1 if low in UP else -1
    if word == "of" and _low(tokens, at - 1) in CHANGE_NOUNS:
        return 1 if _low(tokens, at - 1) in UP or _low(tokens, at - 1) in ("growth", "uptick", "hike") else -1
    return 0


def _of_share(tokens: Sequence[Token], end: int, direction: int) -> int:
    """`lost 1.1%` tells a fall; `lost 20 men` counts men."""
    return (
        direction
        if _low(tokens, end - 1) in ("%", "percent", "cent", "points")
        or _low(tokens, end) in ("%", "percent", "per", "points", "sen", "cents")
        else 0
    )


def _is_cumulative(tokens: Sequence[Token], first: int, end: int) -> bool:
    before = [token.low for token in tokens[max(0, first - _REACH) : first]]
    after = [token.low for token in tokens[end : end + _REACH]]
    for side in (before, after):
        joined = " " + " ".join(side) + " "
        if any(
            cue in joined
            for cue in (
                " so far ",
                " to date ",
                " since ",
                " in the past ",
                " over the past ",
                " over the last ",
                " during the past ",
                " until now ",
            )
        ):
            return True
    if any(total in before[-6:] for total in TOTALS) and any(
        verb in before[-4:]
        for verb in ("to", "at", "reached", "reaches", "passed", "exceeds", "now", "surpassed", "hit", "topped")
    ):
        return True
    return len(before) > 1 and before[-1] == "to" and before[-2] in ("total", "toll", "number", "tally")
