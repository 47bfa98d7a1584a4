"""Phrases of time → periods: two ends joined into one (`between 4 and 7 April`), open ends (`since 2015`)."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from hudhud.lexicon.time_words import BEGINNINGS
from hudhud.read.date_context import Resolved
from hudhud.read.date_grammar import Mention
from hudhud.read.date_nodes import Calendar, Node, Running, Shift
from hudhud.read.stretches import add
from hudhud.read.time_tokens import Item
from hudhud.read.told_events import stem
from hudhud.records import DatePrecision, Period, Span

__all__ = ["joined"]

_PRECISIONS = {
    "day": DatePrecision.DAY, "week": DatePrecision.WEEK, "weekend": DatePrecision.RANGE,
    "month": DatePrecision.MONTH, "season": DatePrecision.SEASON, "quarter": DatePrecision.QUARTER,
    "half": DatePrecision.RANGE, "year": DatePrecision.YEAR, "decade": DatePrecision.DECADE,
    "century": DatePrecision.CENTURY,
}  # fmt: skip
_JOINERS = frozenset(("to", "until", "till", "through", "hyphen", "dash"))
_ONWARDS = frozenset(("later", "onwards", "onward"))
# How many items a clause after `since` may have before its date.
_CLAUSE = 14

Told: TypeAlias = tuple[Mention, Resolved]
Ends: TypeAlias = tuple[date | None, date | None]


class _Place(NamedTuple):
    """A phrase with what stands around it: the item before, the items up to the next phrase, the whole row."""

    told: Told
    before: Item | None
    between: Sequence[Item]
    row: Sequence[Item]


def joined(text: str, expressions: Sequence[Told], row: Sequence[Item], published: date | None) -> list[Period]:
    """The periods of a text in order: one for each phrase that tells when, and one for two that make a range."""
    places = _places(expressions, row)
    periods: list[Period] = []
    at = 0
    while at < len(places):
        place = places[at]
        following = expressions[at + 1] if at + 1 < len(places) else None
        period = _range(text, place, following, published) if following and _is_range(place, following) else None
        at += 2 if period else 1
        if period is None and _is_time(place.told[1]):
            period = _single(text, place)
        if period is not None:
            periods.append(period)
    return periods


def _places(expressions: Sequence[Told], row: Sequence[Item]) -> list[_Place]:
    indices = {item.start: index for index, item in enumerate(row)}
    at = [indices[mention.start] for mention, _ in expressions]
    return [
        _Place(told, row[index - 1] if index else None, row[index + 1 : following], row)
        for told, index, following in zip(expressions, at, [*at[1:], len(row)], strict=False)
    ]


def _is_time(resolved: Resolved) -> bool:
    return resolved.kind in ("date", "time")


def _is_now(resolved: Resolved) -> bool:
    return resolved.kind == "reference" and resolved.value == "PRESENT_REF"


def _is_dateline(left: Node, right: Node) -> bool:
    """Whether a dash only ends a dateline: `2 December 2024 - Wednesday the leaders meet`."""
    is_dated = isinstance(left, Calendar) and left.unit == "day" and left.year is not None
    return is_dated and not (isinstance(right, Calendar) and right.month is not None)


def _is_range(place: _Place, following: Told) -> bool:
    left, right = place.told[1], following[1]
    if len(place.between) != 1 or not (_is_time(left) or _is_now(left)) or not (_is_time(right) or _is_now(right)):
        return False
    joiner = place.between[0].kind
    if joiner in ("hyphen", "dash") and _is_dateline(place.told[0].node, following[0].node):
        return False
    return joiner in _JOINERS or (joiner == "and" and place.before is not None and place.before.kind == "between")


def _range(text: str, place: _Place, right: Told, published: date | None) -> Period | None:
    left, before = place.told, place.before
    start, end = _ordered(left, right, published)
    if start is None or end is None:
        return None
    opening = before.start if before and before.kind in ("from", "between") else left[0].start
    span = Span(opening, right[0].end)
    anchor = left[1].anchor if left[1].anchor != "absolute" else right[1].anchor
    is_about = left[1].is_about or right[1].is_about
    return Period(start, end, DatePrecision.RANGE, span.of(text), span, anchor, is_about)


def _ordered(left: Told, right: Told, published: date | None) -> Ends:
    """The two ends; where each by itself fell on the wrong side of the other, the first is moved back."""
    start = published if _is_now(left[1]) else left[1].start
    end = published if _is_now(right[1]) else right[1].end
    if start is None or end is None or start <= end:
        return start, end
    node, other = left[0].node, right[0].node
    if not (isinstance(node, Calendar) and isinstance(other, Calendar)) or node.unit != other.unit:
        return None, None
    if node.year is not None or other.year is not None:
        return None, None
    start = add(start, -1, "week" if node.weekday and other.weekday and not node.month else "year")
    return (start, end) if start <= end else (None, None)


def _single(text: str, place: _Place) -> Period:
    mention, resolved = place.told
    if isinstance(mention.node, Running) and resolved.stretch is not None:
        span, precision = Span(mention.start, mention.end), _PRECISIONS[resolved.stretch.unit]
        return Period(resolved.start, resolved.end, precision, span.of(text), span, resolved.anchor, resolved.is_about)
    ends = (resolved.start, resolved.end)
    span, opened = Span(mention.start, mention.end), ends
    if resolved.start is not None and resolved.end is not None:
        span, opened = _opened(place, resolved.start, resolved.end)
    if opened[0] is not None and opened[1] is not None and opened[0] > opened[1]:
        opened = (None, None)
    span = Span(span.start, _event_end(mention.node, place.between, span.end))
    precision = _precision(resolved, *opened) if opened == ends or opened == (None, None) else DatePrecision.RANGE
    return Period(*opened, precision, span.of(text), span, resolved.anchor, resolved.is_about)


def _event_end(node: Node, between: Sequence[Item], end: int) -> int:
    """Where `two weeks after the attack` ends: with the event."""
    if isinstance(node, Shift) and node.event:
        return next((item.end for item in between if stem(item.low) == node.event), end)
    return end


def _opened(place: _Place, start: date, end: date) -> tuple[Span, Ends]:
    """The phrase with the preposition that leaves one end open, and the ends."""
    mention, before = place.told[0], place.before
    span = Span(mention.start, mention.end)
    tail = place.between[:2]
    if len(tail) == 2 and tail[0].kind in ("or", "and") and tail[1].low in _ONWARDS:
        return Span(mention.start, tail[1].end), (start, None)
    affixed = _affixed(mention, place.row, start, end)
    if affixed is not None:
        return affixed
    since = _since_beginning(mention, place.row)
    if since is not None:
        return Span(since.start, mention.end), (start, None)
    ends = _by_preposition(before.kind if before else "", start, end)
    # `before dawn on Friday` and `after 5 p.m. on Tuesday` are still of that day.
    is_hour = place.told[1].kind == "time" and before is not None and before.kind in ("before", "after")
    if before is None or ends is None or is_hour:
        return span, (start, end)
    return Span(before.start, mention.end), ends


def _by_preposition(kind: str, start: date, end: date) -> Ends | None:
    """The ends that a preposition leaves; None for one that leaves both."""
    if kind in ("since", "from"):
        return start, None
    if kind in ("until", "till", "by"):
        return None, end
    if kind == "before":
        return None, add(start, -1, "day")
    # After a day is from that day on, since its hours are not told.
    return (start if start == end else add(end, 1, "day"), None) if kind == "after" else None


def _affixed(mention: Mention, row: Sequence[Item], start: date, end: date) -> tuple[Span, Ends] | None:
    """`pre-2011`, `post-2015`: the whole word, and the time before or after."""
    at = bisect_left(row, mention.start, key=lambda item: item.start)
    if at < 2 or row[at - 1].kind != "hyphen" or row[at - 2].end != row[at - 1].start:
        return None
    affix = row[at - 2]
    if affix.low not in ("pre", "post") or row[at - 1].end != mention.start:
        return None
    ends = (None, add(start, -1, "day")) if affix.low == "pre" else (add(end, 1, "day"), None)
    return Span(affix.start, mention.end), ends


def _since_beginning(mention: Mention, row: Sequence[Item]) -> Item | None:
    """The `since` of `since the war began in March 2011`, where nothing but words stands before the date."""
    at = bisect_left(row, mention.start, key=lambda item: item.start)
    begins = False
    for item in reversed(row[max(0, at - _CLAUSE) : at]):
        if item.kind == "since":
            return item if begins else None
        if item.kind[:2] == "x_" or item.low in (".", ";"):
            return None
        begins = begins or item.low in BEGINNINGS
    return None


def _precision(resolved: Resolved, start: date | None, end: date | None) -> DatePrecision:
    if start is None and end is None:
        return DatePrecision.UNKNOWN
    stretch = resolved.stretch
    if resolved.clock is not None:
        return DatePrecision.MOMENT
    if stretch is None or stretch.unit == "range":
        return DatePrecision.RANGE
    if (start, end) != (stretch.start, stretch.end):
        is_month = stretch.unit == "season" and start is not None and end is not None and start.month == end.month
        return DatePrecision.MONTH if is_month else DatePrecision.RANGE
    return _PRECISIONS.get(stretch.unit, DatePrecision.RANGE)
