"""Short prose → how many were killed, injured and captured."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hudhud.lexicon.number_words import VAGUE_PLURALS
from hudhud.read.casualty_mentions import Mention, casualty_mentions
from hudhud.records.values import Span

__all__ = ["Casualties", "Tally", "read_casualties"]

_WIDEST = 3.0
"""Another count widens the range up to three times the first; beyond, it mostly counts something else. (Airwars, exact
ranges of killed on its first half: .754 at 2, .757 at 2.5, .761 at 3, .754 at 4.)"""


@dataclass(frozen=True, slots=True)
class Tally:
    """The people of one outcome, `low` to `high`, either open (None), as `words` on `span` tell first.

    `is_vague` says that no number was told: `several` is 3 to open, a bare plural 2 to open.
    """

    low: float | None
    high: float | None
    words: str
    span: Span
    is_vague: bool = False


@dataclass(frozen=True, slots=True)
class Casualties:
    """What a text tells in all: each outcome's tally, None where it tells of none."""

    killed: Tally | None = None
    injured: Tally | None = None
    captured: Tally | None = None


def read_casualties(text: str, *, strict: bool = False) -> Casualties:
    """The strongest reading of a report on one incident.

    The first number told is the report's own. What is told on top of it (`another two`) is added unless the text
    compares sources; another count closes an open end. Parts (`including two children`), repetitions and plans
    count nothing.
    With `strict`, `more than 10` begins at 11, as data sets of whole people have it.
    """
    mentions = casualty_mentions(text)
    return Casualties(*(_tally(text, mentions, quantity, strict) for quantity in ("killed", "injured", "captured")))


def _tally(text: str, mentions: Sequence[Mention], quantity: str, strict: bool) -> Tally | None:
    own = [_stricter(mention) if strict else mention for mention in mentions if mention.quantity == quantity]
    fresh = [mention for mention in own if not mention.is_repeated and not mention.is_named] or own[:1]
    if not fresh:
        return None
    named = [mention for mention in own if mention.is_named and mention.span.start < fresh[0].span.start]
    base = named[0] if named and fresh[0].is_added and fresh[0].low == 1 else _base(fresh)
    low, high = (base.low, base.high) if any(mention.is_told for mention in own) else _with_added(base, fresh)
    low, high = _widened(low, high, [mention for mention in own if mention is not base])
    return Tally(low, high, base.span.of(text), base.span, base.is_vague)


def _stricter(mention: Mention) -> Mention:
    return replace(mention, low=mention.low + 1) if mention.is_strict and mention.low is not None else mention


def _base(fresh: Sequence[Mention]) -> Mention:
    """The first mention; where it has no number, the first of several people that has one and is no addition."""
    first = fresh[0]
    if not first.is_vague:
        return first
    exact = [m for m in fresh if not m.is_vague and not m.is_added and (m.low or m.high or 0) > 1]
    return exact[0] if exact else first


def _with_added(base: Mention, fresh: Sequence[Mention]) -> tuple[float | None, float | None]:
    """The base and what is told on top of it in other sentences; the same addition told twice counts once.

    An open end or a range (`at least six`) has room for the people told of later, so they are not added to it.
    """
    low, high = base.low, base.high
    if low is None or (low != high and not base.is_vague and not base.is_strict):
        return low, high
    seen = {low} if low > 1 else set()
    for mention in fresh:
        is_new = mention.is_added and mention.sentence != base.sentence and mention.low not in seen
        is_another_crowd = mention.is_vague and (base.is_vague or len(seen) > 1)
        if not is_new or is_another_crowd or mention.low is None:
            continue
        seen.add(mention.low)
        low += mention.low
        high = high + mention.high if high is not None and mention.high is not None else None
    return low, high


def _widened(low: float | None, high: float | None, others: Sequence[Mention]) -> tuple[float | None, float | None]:
    """An open end closed by what other sources say: `at least 12`, and 14 by another count."""
    if (low is None) == (high is None):
        return low, high
    told = [m for m in others if not m.is_vague and not m.is_named and not _is_rough(m)]
    numbers = [number for m in told if (number := m.high if m.high is not None else m.low) is not None]
    if low is None and high is not None:
        lower = [number for number in numbers if high / _WIDEST <= number < high]
        return (max(lower), high) if lower else (None, high)
    higher = [number for number in numbers if low is not None and low < number <= max(_WIDEST * low, low + 1)]
    return (low, max(higher)) if higher else (low, high)


def _is_rough(mention: Mention) -> bool:
    """`dozens`, `hundreds`: no count that would close a range."""
    return mention.high is None and mention.low in VAGUE_PLURALS.values()
