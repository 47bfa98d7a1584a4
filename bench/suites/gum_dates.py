"""GUM's dates: the days from which to which each annotated phrase reaches.

A phrase is right where the period read over the same characters begins and ends on the same days. Where the
phrase leaves out the word for a part (only `2016` of `early 2016`), the whole counts. What recurs
every year (`--10`) is right where month and day agree. A phrase that the text alone does not date (`while in the
United States`) counts as wrong.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from hashlib import md5
from html import unescape
from pathlib import Path
from typing import TypeAlias

from bench.report import Baseline, Report
from hudhud.read.date_context import Resolved
from hudhud.read.dates import find_expressions, find_periods
from hudhud.records import DatePrecision, PublishedAt

__all__ = ["DatedText", "Interval", "read_texts", "run"]

_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_VALUE = re.compile(r"(-?\d{1,6}|-)(?:-(\d\d))?(?:-(\d\d))?$")
_GLUED = frozenset(".,;:!?)]’'%")
Day: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Interval:
    """A phrase's characters and the days it reaches over; year 0 where it recurs, an end None where it is open."""

    start: int
    end: int
    first: Day | None
    last: Day | None
    whole: tuple[Day | None, Day | None] | None = None


@dataclass(frozen=True, slots=True)
class DatedText:
    """A text, its day and its dates."""

    name: str
    text: str
    created: date | None
    intervals: tuple[Interval, ...]


def run(data: Path, split: str) -> Report:
    texts = read_texts(data, split)
    total = sum(len(text.intervals) for text in texts)
    right = sum(_right(text, _periods(text)) for text in texts)
    humble = sum(_right(text, _years(text)) for text in texts)
    news = [text for text in texts if "_news_" in text.name or "_interview_" in text.name]
    n_news = sum(len(text.intervals) for text in news)
    metrics = {"exact": right / total}
    if news:
        metrics["exact_news"] = sum(_right(text, _periods(text)) for text in news) / n_news
    return Report("gum_dates", split, total, metrics, Baseline("written years", {"exact": humble / total}), "rules")


def read_texts(data: Path, split: str) -> list[DatedText]:
    """The texts of a folder of the split's name, or one half of all for `tune` and the other for `dev`."""
    folder = data / split if (data / split).is_dir() else data
    paths = sorted(folder.rglob("*.xml"))
    if folder == data and split in ("tune", "dev"):
        side = {"tune": 0, "dev": 1}[split]
        paths = [path for path in paths if md5(path.stem.encode()).digest()[0] % 2 == side]
    if not paths:
        raise FileNotFoundError(f"No GUM file in {folder}")
    return [_read(path) for path in paths]


def _read(path: Path) -> DatedText:
    text = ""
    opened: list[tuple[int, dict[str, str]]] = []
    found: list[Interval] = []
    created = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("<text "):
            created = _created(dict(_ATTRIBUTE.findall(line)).get("dateCreated", ""))
        elif line.startswith("<date"):
            opened.append((len(text), dict(_ATTRIBUTE.findall(line))))
        elif line.startswith("</date"):
            start, attributes = opened.pop()
            found.extend(_interval(start + (text[start : start + 1] == " "), len(text), attributes))
        elif line.startswith(("</p", "</head", "</item", "</caption", "</sp")):
            text += "\n\n"
        elif line and not line.startswith("<"):
            text = _joined(text, unescape(line.split("\t")[0]))
    return DatedText(path.stem, text, created, tuple(found))


def _joined(text: str, word: str) -> str:
    is_glued = not text or text[-1] in "\n([$" or word[0] in _GLUED or word in ("-", "–") or text[-1] in "-–"
    return text + ("" if is_glued else " ") + word


def _created(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _interval(start: int, end: int, attributes: dict[str, str]) -> list[Interval]:
    first = attributes.get("when") or attributes.get("from") or attributes.get("notBefore")
    last = attributes.get("when") or attributes.get("to") or attributes.get("notAfter")
    if not first and not last:
        return []
    return [Interval(start, end, _day(first, is_last=False), _day(last, is_last=True))]


def _day(value: str | None, *, is_last: bool) -> Day | None:
    match = _VALUE.match(value.split("T")[0]) if value else None
    if match is None:
        return None
    year = 0 if match[1] == "-" else int(match[1])
    month = int(match[2] or (12 if is_last else 1))
    longest = monthrange(year or 2000, month)[1] if 0 <= year <= 9999 and 1 <= month <= 12 else 31
    return year, month, int(match[3] or (longest if is_last else 1))


Read: TypeAlias = list[Interval]


def _periods(text: DatedText) -> Read:
    single = [
        Interval(mention.start, mention.end, *_reach(resolved), _whole(resolved))
        for mention, resolved in find_expressions(text.text, text.created)
        if resolved.kind in ("date", "time")
    ]
    published = PublishedAt(text.created, DatePrecision.DAY, "given")
    ranges = [
        Interval(period.span.start, period.span.end, _of(period.start), _of(period.end))
        for period in find_periods(text.text, published)
        if period.span and period.precision is DatePrecision.RANGE
    ]
    return single + ranges


def _reach(resolved: Resolved) -> tuple[Day | None, Day | None]:
    stretch = resolved.stretch
    if resolved.start is None and resolved.end is None and stretch is not None:
        if stretch.unit == "year":
            return (stretch.year, 1, 1), (stretch.year, 12, 31)
        if stretch.unit == "century":
            return (stretch.year + 1, 1, 1), (stretch.year + 100, 12, 31)
    return _of(resolved.start), _of(resolved.end)


def _whole(resolved: Resolved) -> tuple[Day | None, Day | None] | None:
    if not resolved.portion or resolved.stretch is None:
        return None
    return _of(resolved.stretch.start), _of(resolved.stretch.end)


def _of(day: date | None) -> Day | None:
    return (day.year, day.month, day.day) if day else None


def _years(text: DatedText) -> Read:
    return [
        Interval(*match.span(), (int(match[0]), 1, 1), (int(match[0]), 12, 31))
        for match in re.finditer(r"\b(?:1[4-9]|20)\d\d\b", text.text)
    ]


def _right(text: DatedText, found: Read) -> int:
    return sum(_same(interval, match) for interval, match in matches(text, found) if match is not None)


def matches(text: DatedText, found: Read) -> list[tuple[Interval, Interval | None]]:
    """Each annotated phrase with the one found whose characters are most like its own."""
    result: list[tuple[Interval, Interval | None]] = []
    for interval in text.intervals:
        likeness, best = max(((_likeness(interval, one), one) for one in found), key=_first, default=(0.0, None))
        result.append((interval, best if likeness > 0 else None))
    return result


def _first(pair: tuple[float, Interval]) -> float:
    return pair[0]


def _likeness(one: Interval, other: Interval) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def _same(wanted: Interval, found: Interval) -> bool:
    if found.whole and wanted.start > found.start and _same_ends(wanted, found.whole):
        return True
    return _same_ends(wanted, (found.first, found.last))


def _same_ends(wanted: Interval, ends: tuple[Day | None, Day | None]) -> bool:
    return _same_day(wanted.first, ends[0]) and _same_day(wanted.last, ends[1])


def _same_day(wanted: Day | None, found: Day | None) -> bool:
    if wanted is None or found is None:
        return wanted is found
    return wanted[1:] == found[1:] if wanted[0] == 0 else wanted == found
