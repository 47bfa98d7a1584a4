"""Recognizers-Text's English date specs → cases; which of them news uses, and by which rule a reading differs.

A case is right where every date or range in it is read over (part of) the same words as the same days, in the past
or the future reading, and where a case that has none gets none. An end there is the day after the last one, or the
last one itself where a range names it; both are accepted.
"""

# ruff: noqa: E501  (a pattern is read whole)

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hudhud.read.dates import find_periods
from hudhud.records import DatePrecision, Period, PublishedAt, Span

__all__ = ["Case", "date_cases", "is_right", "iso_only", "read_case", "reason_outside"]

_DATE_FILES = ("DateParser", "DatePeriodParser", "HolidayParser", "DateTimeModel")
_DAYS = frozenset(("date", "daterange"))

_NUMERAL = r"(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third|fifth|thirty|fifteen|twenty[ -]\w+)"
# Why a case is not of news, by what its words hold; the first that matches counts.
OUTSIDE: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I)
    for name, pattern in {
        "spelling of chat or of calendars": r"\btmrw?\b|\bw/c\b|\beo[dmy]\b|\bnxt\b|\booo\b|~|[a-z]{3,}\d"
        r"|\d(?!st|nd|rd|th|s\b|h\b|pm|am)[a-z]{3,}|\ba\.s\.a\.p|asap|www\.|https?:|\byuandan\b",
        "number of a week": r"\bweeks? \d|\bweek (?:one|two|ten)|\bw\d",
        "school or fiscal year": r"school|fiscal|\b[fs]y ?\d|calendar year|business day|work(?:ing)? day",
        "month or day in figures without a year": r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}(?![\d/.-])",
        "month and year in figures": r"(?<![\d/.-])(?:\d{1,2}[/-]\d{4}|\d{4}[/.-]\d{1,2})(?![\d/-])|[a-z]{3}[/-]\d|\d[/-][a-z]{3}",
        "day or weekday without its month": rf"(?:on|for|sunday|monday|tuesday|wednesday|thursday|friday|of|around) {_NUMERAL}"
        r"(?:[.!?]|\s*$| (?:this|of next|next) month| to | till | until )|(?:first|second|third|fifth) \w+day\s*$"
        r"|\b\d{1,2}(?:st|nd|rd|th)?(?: to | ?- ?| and | till | until )\d{1,2}(?:st|nd|rd|th)? ?(?:in "
        r"|of )?(?:this|next|$)",
        "year spelt out": r"two thousand|nineteen (?:zero|oh|\w+[ -]\w+$)|twenty[ -](?:ten|sixteen|eighteen|twenty)",
        "date from the words of a command": r"\bset\b.*\bfor\b|\bschedule\b|starting|\bpartner of the\b|\bmy (?:day|week)"
        r"|for the (?:day|week|month|year)\b|\bin the (?:week|month|year)\b(?! (?:of|after))|^the (?:week|day"
        r"|month|year)\s*$",
        "duration that begins somewhere": r"(?:hours|days?|weeks?|months?|years?),? (?:from|starting|after|before)\b|within|less than|more than",
        "alternatives": r"\bor\b",
        "several units together": r"\d+ (?:month|year|week)s?,? (?:and )?\d+ (?:year|month|day)s?",
        "comparison of a query": r"greater|later than|[<>]=?|\bno later\b",
        "figures run together or by blanks": r"\d{8}|\d{4} ?[-/ ] ?\d{2}(?: \d\d)?\b|\d{2} ?[-/] ?\d{4}|^-\d",
        "year of two figures": r"\b(?:99|\d\d/\d\d/\d\d)\b|first 12",
        "weekday with a day of the month only": r"day the \w+|\b(?:tue|fri|sat|sun) \d|of september\.|\. \d|\d\. [a-z]{3}\.",
        "misspelt": r"thanks giving|patrick 2|1990 s|\botd\b|remaining of|rest the|greater",
        "day in figures alone": r"from \d\d? to [a-z]+",
        "a holiday's weekend": r"(?:halloween|labor day|thanksgiving)(?: \d{4})? weekend|weekend of",
    }.items()
}

# Where the two read the same words by different rules; the differences are counted apart, as neither is wrong.
_WORD_RULES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I)
    for name, pattern in {
        "month before day there": r"\d{1,2}([/-])\d{1,2}\1\d{2,4}",
        "weekdays are counted by weeks there": r"(?:last|previous|following|next|this) \w+day",
        "the weekend to come there without a tense": r"weekend",
        "the day told before is the reference there, unknown here": r"\b(?:next|last|past|the) day\b|day (?:before|after)\b",
        "last and a month: of last year there": r"last (?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)",
        "Islamic feasts begin on the evening before there": r"eid al|ramadan|ashura",
        "from without an end is open here": r"^\d{4}$|^October$",
    }.items()
}
_RULES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I)
    for name, pattern in {
        "the day so long ago there, the unit here": r"\b(?:ago|later|back|earlier|from now|hence|in (?:a|an|\w+) (?:weeks?|months?|years?))\b",
        "early and late are halves there, thirds here": r"\b(?:early|late|mid|middle|beginning|begin|start|end|earlier|later|rest)\b",
        "a coming stretch begins tomorrow there, today here": r"\b(?:next|past|last|previous|coming|upcoming|following|recent)\b",
        "weeks of a month or year are Monday to Sunday there, seven days here": r"\bweek\b",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Case:
    """A phrase, its reference day, and for each expected stretch of words the days that are right for it."""

    text: str
    reference: date | None
    expected: tuple[tuple[int, int, frozenset[tuple[date | None, date | None]]], ...]


def reason_outside(case: Case, *, is_read_right: bool) -> str | None:
    """Why a case does not count: news does not use it, or another rule reads it otherwise; None where it counts."""
    reason = next((reason for reason, pattern in OUTSIDE.items() if pattern.search(case.text)), None)
    return reason or (None if is_read_right else _by_rule(case))


def _by_rule(case: Case) -> str | None:
    """The rule by which a reading that overlaps the expected one in words and days differs from it; None else."""
    periods = read_case(case)
    for start, end, days in case.expected:
        same = [p for p in periods if p.span and p.span.start < end and start < p.span.end]
        if any((period.start, period.end) in days for period in same):
            continue
        words = case.text[start:end]
        by_words = next((name for name, pattern in _WORD_RULES.items() if pattern.search(words)), None)
        if by_words or not any(_share_days(period, first, last) for period in same for first, last in days):
            return by_words
        if any(_is_range_end(period, first, last) for period in same for first, last in days):
            return "the last unit of a range is left out there"
        return next((name for name, pattern in _RULES.items() if pattern.search(words)), None)
    return None


def _share_days(period: Period, first: date | None, last: date | None) -> bool:
    return (period.start or date.min) <= (last or date.max) and (first or date.min) <= (period.end or date.max)


def _is_range_end(period: Period, first: date | None, last: date | None) -> bool:
    if period.start != first or period.end is None or last is None or last.day != 1:
        return False
    month_end = (last.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return period.end in (month_end, last.replace(month=12, day=31)) or (
        last.month % 3 == 1 and period.end < last + timedelta(92)
    )


_LOWER = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul"
    r"|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|christmas|easter"
    r"|new year|thanksgiving|thanks giving|halloween|independence|black|cyber|saint|presidents|earth|father|mother"
    r"|eid|martin|mlk|q[1-4]|h[12]|labou?r|memorial|veterans|(?<=in )may|(?<=of )may|(?<=last )may|may(?= \d))\b"
)


def _capitalised(case: Case) -> Case:
    """The case with months, weekdays and feasts written as news writes them, with a capital."""
    return replace(case, text=_LOWER.sub(lambda word: word[0].capitalize(), case.text))


def date_cases(data: Path) -> Iterator[Case]:
    """The cases with dates and ranges of days, each input and reference once, months with a capital as in news."""
    seen: set[tuple[str, date | None]] = set()
    folder = data / "DateTime" / "English"
    if not folder.is_dir():
        raise FileNotFoundError(f"No folder {folder}")
    for name in _DATE_FILES:
        for row in json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig")):
            case = _case(row)
            if case is not None and (case.text, case.reference) not in seen:
                seen.add((case.text, case.reference))
                yield _capitalised(case)


def _case(row: Mapping[str, Any]) -> Case | None:
    reference = (row.get("Context") or {}).get("ReferenceDateTime")
    expected = []
    for result in row["Results"]:
        kind = (result.get("TypeName") or result.get("Type") or "").rpartition(".")[2]
        if kind not in _DAYS:
            return None
        days = frozenset(_days(result, kind))
        if not days:
            return None
        start = result["Start"]
        expected.append((start, start + len(result["Text"]), days))
    return Case(row["Input"], date.fromisoformat(reference[:10]) if reference else None, tuple(expected))


def _days(result: Mapping[str, Any], kind: str) -> Iterator[tuple[date | None, date | None]]:
    """The accepted first and last days of an expected result."""
    value = result.get("Value") or {}
    found = [
        value.get("FutureResolution"),
        value.get("PastResolution"),
        *((result.get("Resolution") or {}).get("values") or []),
    ]
    for resolution in found:
        if not resolution:
            continue
        if kind == "date":
            day = _day(resolution.get("date") or resolution.get("value"))
            if day:
                yield day, day
            continue
        start, end = (
            _day(resolution.get("startDate") or resolution.get("start")),
            _day(resolution.get("endDate") or resolution.get("end")),
        )
        if start or end:
            yield start, end
            if end and end > date.min:
                yield start, end - timedelta(days=1)


def _day(value: str | None) -> date | None:
    try:
        found = date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
    return None if found == date.min else found


def read_case(case: Case) -> list[Period]:
    """What Hudhud reads, but for periods it cannot date."""
    published = PublishedAt(case.reference, DatePrecision.DAY, "given") if case.reference else None
    return [period for period in find_periods(case.text, published) if period.precision is not DatePrecision.UNKNOWN]


def is_right(case: Case, periods: list[Period]) -> bool:
    """Whether periods are what the case expects."""
    if not case.expected:
        return not periods
    return all(
        any(
            period.span is not None
            and period.span.start < end
            and start < period.span.end
            and (period.start, period.end) in days
            for period in periods
        )
        for start, end, days in case.expected
    )


def iso_only(case: Case) -> list[Period]:
    """The humble reading: dates written as ISO 8601 and no others."""
    found = []
    for match in re.finditer(r"\b\d{4}-\d\d-\d\d\b", case.text):
        day = _day(match[0])
        if day:
            found.append(Period(day, day, DatePrecision.DAY, match[0], Span(*match.span())))
    return found
