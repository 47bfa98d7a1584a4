"""Neighbouring numbers → one stretch where the words join them: `between X and Y`, `X-Y`, `X to Y`, `two or three`."""

from collections.abc import Sequence
from dataclasses import dataclass

from hudhud.lexicon.bounds import BEFORE
from hudhud.lexicon.change_words import BY_VERBS
from hudhud.lexicon.units import CURRENCY_CODES, CURRENCY_NOUNS, CURRENCY_SIGNS, MEASURES, SHARES, TIME_UNITS
from hudhud.read.number_kinds import NumberKind
from hudhud.read.number_tokens import Token
from hudhud.read.numerals import Numeral
from hudhud.records.values import Bound

__all__ = ["Stretch", "stretches"]

_UNITS = CURRENCY_SIGNS | MEASURES | SHARES | frozenset(TIME_UNITS) | CURRENCY_NOUNS | {"per", "cent"}
_HEDGES = frozenset(
    word for phrase, bound in BEFORE.items() if bound is Bound.ABOUT and len(phrase) == 1 for word in phrase
)
_CLOSE = 2.0
"""`two or three`, `10 or 15`: numbers joined by `or` are a range where the higher is at most twice the lower."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One number, or two joined to a range, on tokens `first` to `end` (exclusive)."""

    low: float
    high: float
    first: int
    end: int
    kind: NumberKind
    numeral: Numeral
    is_range: bool = False


def stretches(tokens: Sequence[Token], numbers: Sequence[tuple[Numeral, NumberKind]]) -> list[Stretch]:
    """The numbers in order, those that a range joins made one."""
    found: list[Stretch] = []
    at = 0
    while at < len(numbers):
        numeral, kind = numbers[at]
        joined = _join(tokens, numbers[at], numbers[at + 1]) if at + 1 < len(numbers) else None
        if joined is not None:
            found.append(joined)
            at += 2
        else:
            found.append(Stretch(numeral.value, numeral.value, numeral.first, numeral.end, kind, numeral))
            at += 1
    return found


def _join(
    tokens: Sequence[Token], one: tuple[Numeral, NumberKind], other: tuple[Numeral, NumberKind]
) -> Stretch | None:
    (left, left_kind), (right, right_kind) = one, other
    if left.is_vague or right.is_vague or right.first - left.end > 5:
        return None
    kind = _shared_kind(left_kind, right_kind)
    joiner = _joiner(tokens, left, right)
    low, high = _shared_scale(left, right), right.value
    if (
        joiner == "or"
        and left_kind is not right_kind
        and left_kind is NumberKind.COUNT
        and right_kind is NumberKind.MONEY
    ):
        return None
    if kind is None or joiner == "" or low >= high or not _fits(tokens, joiner, left, low, high):
        return None
    first = left.first
    before = first - 1 if not _is_currency(tokens, first - 1) else first - 2
    while before >= 0 and tokens[before].low in _HEDGES:
        before -= 1
    if before >= 0 and tokens[before].low in ("between", "from"):
        first = before
    return Stretch(low, high, first, right.end, kind, right, is_range=True)


def _shared_kind(left: NumberKind, right: NumberKind) -> NumberKind | None:
    if left is right or left in (NumberKind.COUNT, NumberKind.PRONOUN):
        return right
    return left if right is NumberKind.COUNT and left is NumberKind.MONEY else None


def _shared_scale(left: Numeral, right: Numeral) -> float:
    """`four to five thousand` is 4000 to 5000, `$200 to $4 million` starts at 200."""
    if right.scale > 1 and left.scale == 1 and left.value < right.value / right.scale:
        return left.value * right.scale
    return left.value


def _is_currency(tokens: Sequence[Token], at: int) -> bool:
    return at >= 0 and (tokens[at].text in CURRENCY_SIGNS or tokens[at].text in CURRENCY_CODES)


def _joiner(tokens: Sequence[Token], left: Numeral, right: Numeral) -> str:
    """The one joining word between two numbers, units, currencies and hedges left out; `` where there is more."""
    gap = [
        token.low
        for token in tokens[left.end : right.first]
        if token.low not in _UNITS and token.text not in CURRENCY_CODES and token.low not in _HEDGES
    ]
    if gap in (["-"], ["–"], ["—"]):
        return "-"
    if gap in (["-", "to", "-"], ["-", "to"]):
        return "to"
    return gap[0] if gap in (["to"], ["or"], ["and"]) else "to" if gap == ["through"] else ""


def _fits(tokens: Sequence[Token], joiner: str, left: Numeral, low: float, high: float) -> bool:
    before = [token.low for token in tokens[max(0, left.first - 6) : left.first]]
    if joiner == "and":
        return "between" in before[-4:]
    if joiner == "or":
        return high <= low * _CLOSE and low == int(low)
    if joiner == "-":
        return low >= 0
    if before[-1:] == ["by"]:
        return True
    is_from = "from" in before[-3:]
    is_moved = any(
        word in BY_VERBS for word in (before if is_from else before[-3:]) if word not in ("up", "down", "lost", "lose")
    )
    return not is_moved or any(word.startswith(("rang", "var")) for word in before)
