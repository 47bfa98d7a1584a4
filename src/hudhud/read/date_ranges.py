"""Phrases of time → periods: two ends joined into one (`between 4 and 7 April`), open ends (`since 2015`)."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from hudhud.read.date_grammar import Mention
from hudhud.read.date_nodes import Calendar
from hudhud.read.date_resolution import Resolved
from hudhud.read.stretches import add
from hudhud.read.time_tokens import Item
from hudhud.records import DatePrecision, Period, Span

__all__ = ["joined"]

_PRECISIONS = {
    "day": DatePrecision.DAY, "week": DatePrecision.WEEK, "weekend": DatePrecision.RANGE,
    "month": DatePrecision.MONTH, "season": DatePrecision.SEASON, "quarter": DatePrecision.QUARTER,
    "half": DatePrecision.RANGE, "year": DatePrecision.YEAR, "decade": DatePrecision.DECADE,
    "century": DatePrecision.CENTURY,
}  # fmt: skip
_JOINERS = frozenset(("to", "until", "till", "through", "hyphen", "dash"))
_SINCE = frozenset(("since", "from"))
_UNTIL = frozenset(("until", "till", "by"))


class _Link(NamedTuple):
    """The item before a mention and the items between it and the next mention."""

    before: Item | None
    between: tuple[Item, ...]


def joined(
    text: str, expressions: Sequence[tuple[Mention, Resolved]], row: Sequence[Item], published: date | None
) -> list[Period]:
    """The periods of a text in order: one for each phrase that tells when, and one for two that make a range."""
    if not expressions:
        return []
    links = _links([mention for mention, _ in expressions], row)
    periods: list[Period] = []
    at = 0
    while at < len(expressions):
        mention, resolved = expressions[at]
        following = expressions[at + 1] if at + 1 < len(expressions) else None
        before, between = links[at]
        if resolved.kind not in ("date", "time") and not (_is_now(resolved) and following and before):
            at += 1
            continue
        if following is not None and _is_range(before, between, resolved, following[1]):
            period = _range(text, (mention, resolved), following, before, published)
            if period is not None:
                periods.append(period)
                at += 2
                continue
        if resolved.kind == "reference":
            at += 1
            continue
        periods.append(_single(text, mention, resolved, before, between))
        at += 1
    return periods


def _links(mentions: Sequence[Mention], row: Sequence[Item]) -> list[_Link]:
    places = {item.start: place for place, item in enumerate(row)}
    at = [places[mention.start] for mention in mentions]
    return [
        _Link(row[place - 1] if place else None, tuple(row[place + 1 : following]))
        for place, following in zip(at, [*at[1:], len(row)], strict=True)
    ]


def _is_range(before: Item | None, between: tuple[Item, ...], left: Resolved, right: Resolved) -> bool:
    if not (right.kind in ("date", "time") or _is_now(right)) or len(between) != 1:
        return False
    if between[0].kind in _JOINERS:
        return True
    return between[0].kind == "and" and before is not None and before.kind == "between"


def _is_now(resolved: Resolved) -> bool:
    return resolved.kind == "reference" and resolved.value == "PRESENT_REF"


def _range(
    text: str,
    left: tuple[Mention, Resolved],
    right: tuple[Mention, Resolved],
    before: Item | None,
    published: date | None,
) -> Period | None:
    start, end = _ordered(left, right, published)
    if start is None or end is None:
        return None
    opening = before.start if before and before.kind in ("from", "between") else left[0].start
    span = Span(opening, right[0].end)
    return Period(
        start,
        end,
        DatePrecision.RANGE,
        span.of(text),
        span,
        _weaker(left[1].anchor, right[1].anchor),
        left[1].is_about or right[1].is_about,
    )


def _ordered(
    left: tuple[Mention, Resolved], right: tuple[Mention, Resolved], published: date | None
) -> tuple[date | None, date | None]:
    """The two ends; where each by itself fell on the wrong side of the other, the one without a year is moved."""
    start, end = (
        published if _is_now(left[1]) else left[1].start,
        published if _is_now(right[1]) else right[1].end,
    )
    if start is None or end is None or start <= end:
        return start, end
    node, other = left[0].node, right[0].node
    if not (isinstance(node, Calendar) and isinstance(other, Calendar)) or node.unit != other.unit:
        return None, None
    if node.year is not None or other.year is not None:
        return None, None
    unit = "week" if node.weekday and other.weekday and not node.month else "year"
    start = add(start, -1, unit)
    return (start, end) if start <= end else (None, None)


def _weaker(left: str, right: str) -> str:
    return left if left != "absolute" else right


def _single(text: str, mention: Mention, resolved: Resolved, before: Item | None, after: tuple[Item, ...]) -> Period:
    span = Span(mention.start, mention.end)
    start, end = resolved.start, resolved.end
    precision = _precision(resolved, start, end)
    kind = before.kind if before else ""
    tail = after[1].low if len(after) > 1 and after[0].kind in ("or", "and") else ""
    if tail in ("later", "onwards", "onward") and start is not None:
        span, end, precision = Span(span.start, after[1].end), None, DatePrecision.RANGE
    if precision is not DatePrecision.UNKNOWN and (start is not None and end is not None):
        if kind in _SINCE:
            span, end, precision = Span(before.start if before else 0, span.end), None, DatePrecision.RANGE
        elif kind == "before":
            span = Span(before.start if before else 0, span.end)
            start, end, precision = None, add(start, -1, "day"), DatePrecision.RANGE
        elif kind in _UNTIL:
            span, start, precision = Span(before.start if before else 0, span.end), None, DatePrecision.RANGE
        elif kind == "after":
            span, start, end = Span(before.start if before else 0, span.end), _after(start, end), None
            precision = DatePrecision.RANGE
    if start is not None and end is not None and start > end:
        start, end, precision = None, None, DatePrecision.UNKNOWN
    return Period(start, end, precision, span.of(text), span, resolved.anchor, resolved.is_about)


def _after(start: date, end: date) -> date:
    """The first day that is after a period: for a day itself, since its hours are not told."""
    return start if start == end else add(end, 1, "day")


def _precision(resolved: Resolved, start: date | None, end: date | None) -> DatePrecision:
    if start is None and end is None:
        return DatePrecision.UNKNOWN
    if resolved.clock is not None:
        return DatePrecision.MOMENT
    if resolved.stretch is None or resolved.stretch.unit == "range":
        return DatePrecision.RANGE
    if (resolved.start, resolved.end) != (resolved.stretch.start, resolved.stretch.end):
        is_month = start and end and start.day == 1 and (end.month, end.year) == (start.month, start.year)
        whole = is_month and end is not None and end.day >= 28 and resolved.stretch.unit == "season"
        return DatePrecision.MONTH if whole else DatePrecision.RANGE
    return _PRECISIONS.get(resolved.stretch.unit, DatePrecision.RANGE)
