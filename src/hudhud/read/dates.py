"""Text → periods: every phrase that tells when, resolved against the day of publication and what was told before."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hudhud.lexicon.publishers import AGENCIES, MONTH_FIRST, PUBLISHERS
from hudhud.read import date_tense
from hudhud.read.date_context import Context, Resolved
from hudhud.read.date_grammar import Mention, read_mentions
from hudhud.read.date_nodes import Calendar, Clock, Node, Part, Running, Shift, Step, month_first
from hudhud.read.date_ranges import joined
from hudhud.read.date_resolution import resolve
from hudhud.read.stretches import Stretch
from hudhud.read.time_tokens import Item
from hudhud.read.told_events import Telling, beginning, dated_event, telling
from hudhud.records import DatePrecision, Period, PublishedAt, Span

__all__ = ["Expression", "find_expressions", "find_periods", "parse_period"]

_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n")
# A text is a history with so many dates of other years, or bare years that far back.
_FEWEST_FAR, _HISTORY_YEARS = 4, 60


class Expression(tuple[Mention, Resolved]):
    """A phrase of time and when it is, durations and sets included."""

    __slots__ = ()

    @property
    def mention(self) -> Mention:
        """What the phrase says and where it stands."""
        return self[0]

    @property
    def resolved(self) -> Resolved:
        """When it is."""
        return self[1]


def find_periods(
    text: str, published: PublishedAt | None, *, sentences: Sequence[Span] = (), publisher: str | None = None
) -> list[Period]:
    """Every phrase in `text` that tells when, in text order.

    Ranges (`between 4 and 7 April`) are one period, lists one for each member. Durations and frequencies alone
    are none. A phrase whose anchor is not told has neither start nor end and the precision `unknown`. Where
    `publisher` is one of the United States, `6/4/2016` is 4 June.
    """
    first = published.day if published else None
    last = published.last_day if published else None
    is_month_first = _is_month_first(publisher)
    expressions, row = _read(text, first, sentences, is_month_first=is_month_first)
    periods = joined(text, expressions, row, first)
    if last is None or last == first:
        return periods
    others = joined(text, _read(text, last, sentences, is_month_first=is_month_first)[0], row, last)
    return [_hull(one, other) for one, other in zip(periods, others, strict=False)]


def parse_period(
    phrase: str, published: PublishedAt | None, *, narrated: Period | None = None, is_future: bool | None = None
) -> Period | None:
    """The first period that a single phrase tells; None where it tells none.

    `narrated` is the period told before it; `is_future` overrules the tense read from the phrase.
    """
    first = published.day if published else None
    last = published.last_day if published else None
    found = [_parse(phrase, day, narrated, is_future) for day in dict.fromkeys((first, last))]
    if not found[0] or found[-1] is None:
        return None
    return _hull(found[0], found[-1]) if len(found) > 1 else found[0]


def _parse(phrase: str, published: date | None, narrated: Period | None, is_future: bool | None) -> Period | None:
    told = [_told(narrated)] if narrated and narrated.start else []
    expressions, row = _read(phrase, published, (), told=told, is_future=is_future)
    periods = joined(phrase, expressions, row, published)
    return periods[0] if periods else None


def _is_month_first(publisher: str | None) -> bool:
    """Whether a publisher, under any of its names, is one of the United States."""
    name = _bare(publisher or "")
    return _FULL_NAMES.get(name, name) in MONTH_FIRST


def _bare(name: str) -> str:
    return name.strip().lower().removeprefix("the ")


# Each name a publisher prints (`NYT`) → its fullest, as `MONTH_FIRST` has it.
_FULL_NAMES = {_bare(other): _bare(name) for table in (AGENCIES, PUBLISHERS) for name in table for other in table[name]}


def _told(period: Period) -> Resolved:
    """A period from outside as something told before."""
    start, end = period.start, period.end
    assert start is not None
    unit = str(period.precision)
    unit = "day" if start == end or unit == "moment" else unit
    return Resolved("date", Stretch(unit, start.year, start.month, start, end), start, end, period.anchor)


def find_expressions(
    text: str, published: date | None, *, sentences: Sequence[Span] = (), is_narrative: bool | None = None
) -> list[Expression]:
    """Every phrase of time, durations and frequencies included, as TimeML has them: ranges as two."""
    return _read(text, published, sentences, is_narrative=is_narrative)[0]


def _read(
    text: str,
    published: date | None,
    sentences: Sequence[Span],
    *,
    told: list[Resolved] | None = None,
    is_future: bool | None = None,
    is_narrative: bool | None = None,
    is_month_first: bool = False,
) -> tuple[list[Expression], list[Item]]:
    mentions, row = read_mentions(text)
    if not mentions:
        return [], row
    if is_month_first:
        mentions = [mention._replace(node=month_first(mention.node)) for mention in mentions]
    starts = [span.start for span in sentences] or [0, *(match.end() for match in _SENTENCE.finditer(text))]
    positions = [item.start for item in row]
    narrative = _is_narrative(mentions, published) if is_narrative is None else is_narrative
    context = Context(published, narrative, told=list(told or ()))
    expressions: list[Expression] = []
    tellings: list[Telling] = []
    owned = _owned(mentions, starts)
    sentence, is_ahead = -1, False
    given = (told[-1], True) if told else None
    context.event = lambda event: dated_event(tellings, event, sentence) or given
    context.beginning = lambda event: beginning(tellings, event)
    for mention in mentions:
        current = bisect_right(starts, mention.start)
        if current != sentence:
            sentence, context.in_sentence, is_ahead = current, None, False
        begins = starts[current - 1] if current else 0
        if is_future is None:
            at = bisect_right(positions, mention.start) - 1
            limit = date_tense.is_deadline(row, at, begins)
            context.is_future = is_ahead or bool(limit) or date_tense.is_future(row, at, begins)
            context.is_limit = limit is None
        else:
            context.is_future = is_future
        resolved = resolve(mention.node, context)
        is_ahead = bool(published and resolved.start and resolved.start > published)
        expressions.append(Expression((mention, resolved)))
        _remember(mention, resolved, context)
        if resolved.start is not None and not _is_from_event(mention.node):
            bounds = _bounds(positions, starts, current)
            at = bisect_right(positions, mention.start) - 1
            tellings.append(telling(resolved, sentence, row, at, bounds, owned.get(current, ())))
    return expressions, row


def _is_from_event(node: Node) -> bool:
    return isinstance(node, Running) or (isinstance(node, Shift) and node.event is not None)


def _bounds(positions: Sequence[int], starts: Sequence[int], current: int) -> tuple[int, int]:
    """The first item of a sentence and the one after its last."""
    first = bisect_left(positions, starts[current - 1]) if current else 0
    return first, bisect_left(positions, starts[current]) if current < len(starts) else len(positions)


def _owned(mentions: Sequence[Mention], starts: Sequence[int]) -> dict[int, set[str]]:
    """For each sentence, the events that phrases like `two weeks after the attack` have to themselves."""
    owned: dict[int, set[str]] = {}
    for mention in mentions:
        if isinstance(mention.node, Shift) and mention.node.event:
            owned.setdefault(bisect_right(starts, mention.start), set()).add(mention.node.event)
    return owned


def _remember(mention: Mention, resolved: Resolved, context: Context) -> None:
    """Keep what was told for the phrases after it."""
    if resolved.stretch is None or isinstance(mention.node, Running) or resolved.stretch.unit in ("decade", "century"):
        return
    context.told.append(resolved)
    node = mention.node
    is_dated = isinstance(node, Calendar) and node.year is not None and node.unit in ("day", "month")
    if is_dated and resolved.start is not None and context.published is not None:
        is_far = (context.published - resolved.start).days > 300
        context.in_sentence = resolved.stretch if is_far else None


def _is_narrative(mentions: Sequence[Mention], published: date | None) -> bool:
    """Whether a text tells a history: its dates carry years, and most of them are not about its own year."""
    if published is None:
        return True
    near = far = 0
    for mention in mentions:
        node = mention.node
        if isinstance(node, Part | Clock) and node.of is not None:
            node = node.of
        if isinstance(node, Calendar) and node.year is not None and node.unit != "year":
            near += node.year >= published.year
            far += node.year < published.year
        elif isinstance(node, Calendar) and node.year is not None:
            far += node.year < published.year - _HISTORY_YEARS
        else:
            near += _tells_of_news(node)
    return far >= _FEWEST_FAR and far > 2 * near


def _tells_of_news(node: Node) -> bool:
    """Whether a phrase without a year is one that news uses: a weekday, `yesterday`, `last week`."""
    if isinstance(node, Calendar):
        return node.weekday is not None and node.month is None
    return isinstance(node, Step) and node.anchor == "published" and node.word not in ("this", "next")


def _hull(one: Period, other: Period) -> Period:
    """The period that holds both, where the publication day itself is not known to the day."""
    if (one.start, one.end) == (other.start, other.end):
        return one
    starts = [period.start for period in (one, other)]
    ends = [period.end for period in (one, other)]
    start = None if None in starts else min(day for day in starts if day)
    end = None if None in ends else max(day for day in ends if day)
    return replace(one, start=start, end=end, precision=DatePrecision.RANGE, is_about=True)
