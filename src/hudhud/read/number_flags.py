"""A number in its sentence → whether it is a part, a change, or adds up a period."""

from collections.abc import Sequence
from dataclasses import dataclass

from hudhud.lexicon.casualty_words import DONE_TO, OUTCOMES
from hudhud.lexicon.change_words import CHANGE_NOUNS, DOWN, PHRASAL, SO_FAR, TAKES_OBJECT, TOTAL_VERBS, TOTALS, UP
from hudhud.read.number_kinds import NumberKind
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
_SIGNS = {"+": 1, "-": -1, "−": -1, "–": -1, "minus": -1}
_POINTS = frozenset({"points", "point", "basis", "sen", "pence", "p", "places"})
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


def flags_of(tokens: Sequence[Token], first: int, end: int, kind: NumberKind) -> Flags:
    """The flags of the number on tokens `first` (its bound words included) to `end`, inside one sentence."""
    direction = _direction(tokens, first, end, kind)
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


def _direction(tokens: Sequence[Token], first: int, end: int, kind: NumberKind) -> int:
    """`rose by 12`, `up 5%`, `lost 1.1%`, `-0.6%`, `+0.8%`, `an increase of 5`; `lost 20 men` counts men."""
    if kind is NumberKind.SHARE and _low(tokens, first) in _SIGNS:
        return _SIGNS[_low(tokens, first)]
    at = first - 1
    while _low(tokens, at) in ("just", "only", "further", "another", "a"):
        at -= 1
    if _low(tokens, at) == "by":
        near = [_low(tokens, back) for back in range(at - 1, max(-1, at - 7), -1)]
        return next((_way(low) for low in near if _way(low)), 0)
    word = _low(tokens, at)
    if word == "of" and _low(tokens, at - 1) in CHANGE_NOUNS:
        return _way(_low(tokens, at - 1)) or 1
    is_amount = kind in (NumberKind.SHARE, NumberKind.MONEY) or _low(tokens, end) in _POINTS
    if word in ("up", "down") and (_low(tokens, at - 1) in PHRASAL or not is_amount):
        return 0
    return _way(word) if is_amount or word not in TAKES_OBJECT else 0


def _way(word: str) -> int:
    return (word in UP) - (word in DOWN)


def _is_cumulative(tokens: Sequence[Token], first: int, end: int) -> bool:
    """`12 so far`, `since May 300 have`, `the toll rose to 205`, `bringing the total to 40`."""
    before = [token.low for token in tokens[max(0, first - _REACH) : first]]
    after = [token.low for token in tokens[end : end + _REACH]]
    sides = [f" {' '.join(side)} " for side in (before, after)]
    if any(f" {phrase} " in side for phrase in SO_FAR for side in sides):
        return True
    is_total = not TOTALS.isdisjoint(before[-6:]) and not TOTAL_VERBS.isdisjoint(before[-4:])
    is_number = "number" in before and any(
        low in DONE_TO or low in OUTCOMES for low in before[before.index("number") :]
    )
    return is_total or before[-2:] == ["number", "to"] or (is_number and not TOTAL_VERBS.isdisjoint(before[-3:]))
