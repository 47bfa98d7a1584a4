"""What a page prints, what a feed gives and what a text tells → when an article was published."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from hudhud.clean.dates import PrintedDate, find_dates, read_date
from hudhud.records import DatePrecision, Dropped, PublishedAt

__all__ = ["UNKNOWN", "published_at"]

UNKNOWN = PublishedAt(None, DatePrecision.UNKNOWN, "unknown")
# Clocks differ and feeds date ahead by a zone; more than this is no clock's fault.
_AHEAD = timedelta(days=2)
# The lead: the first lines, before a text turns to what went before.
_LEAD = 400
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NO_YEAR = re.compile(
    rf"\b(?P<weekday>{_WEEKDAY}),? (?:the )?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})|"
    rf"(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)\b(?!,? \d{{4}})"
)
_YEAR = re.compile(r"(?<![\d$£€.,#/-])\b(?:19[5-9]\d|20[0-4]\d)\b(?![\d%]|[,.]\d)")
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
    dropped = tuple(Dropped(words, "future date") for words in dict.fromkeys(item.found.text for item in ahead))
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
    """The week that begins with the latest day the text tells, where that day is told as news is.

    News names the day with its weekday, or in its first lines; then the article follows within a week in 19 of
    20 cases (measured on 1,300 dated articles). A year alone, or a full date further down, is mostly history
    (the year was the article's in a third of the cases): from those nothing is inferred.
    """
    told = [found for found in find_dates(text) if found.precision is DatePrecision.DAY and not _is_ahead(text, found)]
    told = [found for found in told if today is None or found.first <= today]
    by_weekday = _by_weekday(text, told)
    news = [(found.first, found.text) for found in told if found.start < _LEAD or _names_weekday(found.text)]
    day, words = max([*news, *by_weekday], default=(None, ""))
    if day is None or any(found.first > day for found in told) or (today is not None and day > today):
        return UNKNOWN
    return PublishedAt(day, DatePrecision.WEEK, "inferred", words, day + timedelta(days=6))


def _is_ahead(text: str, found: PrintedDate) -> bool:
    return bool(_FUTURE_CUE.search(text[max(0, found.start - 90) : found.start]))


def _names_weekday(words: str) -> bool:
    return bool(re.match(_WEEKDAY, words, re.IGNORECASE))


def _by_weekday(text: str, told: list[PrintedDate]) -> list[tuple[date, str]]:
    """Days printed with their weekday but no year (`Monday 19 December`), in the year that fits.

    The years tried are the latest that the text names and the three after it: a weekday comes back to its date
    after five years at the earliest. All such days of a text must fit the same year.
    """
    years = [int(year) for year in _YEAR.findall(text)] + [found.first.year for found in told]
    matches = [
        match
        for match in _NO_YEAR.finditer(text)
        if not _FUTURE_CUE.search(text[max(0, match.start() - 90) : match.start()])
    ]
    if not years or not matches:
        return []
    for year in range(max(years), max(years) + 4):
        days = [_day_in(match, year) for match in matches]
        fitting = [(day, match[0]) for day, match in zip(days, matches, strict=True) if day]
        if len(fitting) == len(matches):
            return fitting
    return []


def _day_in(match: re.Match[str], year: int) -> date | None:
    found = read_date(f"{match['d1'] or match['d2']} {match['m1'] or match['m2']} {year}")
    weekdays = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return found.first if found and weekdays[found.first.weekday()] == match["weekday"][:3].lower() else None
