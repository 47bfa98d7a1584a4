"""What a page prints, what a feed gives and what a text tells → when an article was published."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from hudhud.clean.dates import PrintedDate, read_date
from hudhud.records import DatePrecision, Dropped, PublishedAt

__all__ = ["UNKNOWN", "published_at"]

UNKNOWN = PublishedAt(None, DatePrecision.UNKNOWN, "unknown")
# Clocks differ and feeds date ahead by a zone; more than this is no clock's fault.
_AHEAD = timedelta(days=2)
_FUTURE_CUE = re.compile(
    r"\b(?:will|until|by|before|next|scheduled|planned|expected|due|expires?|deadline|from)\b[^.]{0,60}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    found: PrintedDate
    how: str


def published_at(
    *, printed: Iterable[PrintedDate], fields: Iterable[str], given: str | None, text: str, today: date | None
) -> tuple[PublishedAt, tuple[Dropped, ...]]:
    """When an article was published, and the dates that were set aside because they lie ahead of `today`.

    In order: the page's own metadata (`fields`), a line that prints the date, the feed's `given`, the text. A
    printed date that can be read two ways, or only gives a month, yields to a given day inside it. Without
    `today` no date counts as future.
    """
    meta = [found for found in map(read_date, fields) if found]
    lines = sorted(printed, key=lambda found: found.label == "updated")
    told = [_Candidate(found, "printed") for found in (*meta, *lines)]
    feed = read_date(given) if given else None
    candidates = _ranked(told, _Candidate(feed, "given") if feed else None)
    ahead = [item for item in candidates if today is not None and item.found.first > today + _AHEAD]
    dropped = tuple(Dropped(item.found.text, "future date") for item in ahead)
    for item in candidates:
        if item not in ahead:
            return _as_published(item.found, item.how), dropped
    return _inferred(text, today), dropped


def _ranked(told: list[_Candidate], feed: _Candidate | None) -> list[_Candidate]:
    if feed is None:
        return told
    exact = [item for item in told if item.found.precision is DatePrecision.DAY and item.found.label != "updated"]
    return [*exact[:1], feed, *told] if exact else [feed, *told]


def _as_published(found: PrintedDate, how: str) -> PublishedAt:
    last = None if found.last == found.first else found.last
    return PublishedAt(found.first, found.precision, how, found.text, last)


def _inferred(text: str, today: date | None) -> PublishedAt:
    return UNKNOWN
