"""Microsoft's Recognizers-Text specs, English: phrases with a reference date and the days they mean; numbers.

A case is right where every date or range in it is read over (part of) the same words as the same days, in the past
or the future reading, and where a case that has none gets none. An end there is the day after the last one, or the
last one itself where a range names it; both are accepted.

What news does not use is left out, each under a reason (`OUTSIDE`); `accuracy` is over the rest, `accuracy_all`
over everything that has a day in it. Failures are printed with their reason to standard error with `--split all`.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.report import Baseline, Report
from hudhud.read.dates import find_periods
from hudhud.records import DatePrecision, Period, PublishedAt

__all__ = ["Case", "date_cases", "number_cases", "run"]

_DATE_FILES = ("DateParser", "DatePeriodParser", "HolidayParser", "DateTimeModel")
_DAYS = frozenset(("date", "daterange"))
_SKIPPED_KINDS = frozenset(("time", "timerange", "duration", "set", "timezone", "datetimealt", "datetime", "datetimerange"))

# Why a case is not of news, by what its words hold; the first that matches counts.
OUTSIDE: Mapping[str, re.Pattern[str]] = {
    "spelling of chat": re.compile(r"\btmrw?\b|\bw/c\b|\beod\b|\beoy\b|\beom\b|\bnxt\b|[a-z]{3,}\d|\d(?!st|nd|rd|th|s\b|h\b|pm|am)[a-z]{3,}", re.I),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A phrase, its reference day, and for each expected stretch of words the days that are right for it."""

    text: str
    reference: date | None
    expected: tuple[tuple[int, int, frozenset[tuple[date | None, date | None]]], ...]


def run(data: Path, split: str) -> Report:
    cases = list(date_cases(data))
    verdicts = [(case, _is_right(case), outside(case)) for case in cases]
    news = [(case, right) for case, right, reason in verdicts if reason is None]
    right = sum(right for _, right in news)
    metrics = {
        "accuracy": right / len(news),
        "accuracy_all": sum(right for _, right, _ in verdicts) / len(verdicts),
        "n_outside": float(len(verdicts) - len(news)),
    }
    if split == "all":
        _print_failures(verdicts)
    humble = sum(_is_right_by(case, _iso_only(case)) for case, _ in news) / len(news)
    return Report("ms_recognizers_specs", split, len(news), metrics, Baseline("ISO dates only", {"accuracy": humble}), "rules")


def _print_failures(verdicts: Iterable[tuple[Case, bool, str | None]]) -> None:
    reasons: Counter[str] = Counter()
    for case, right, reason in verdicts:
        if reason is not None:
            reasons[reason] += 1
        elif not right:
            read = [(p.text, str(p.start), str(p.end)) for p in _read(case)]
            wanted = [(case.text[start:end], sorted(map(str, days))) for start, end, days in case.expected]
            print("wrong:", case.text, "|", case.reference, "|", wanted, "|", read, file=sys.stderr)
    for reason, count in reasons.most_common():
        print(f"left out: {reason}: {count}", file=sys.stderr)


def outside(case: Case) -> str | None:
    """Why a case is not one that news uses; None where it is."""
    return next((reason for reason, pattern in OUTSIDE.items() if pattern.search(case.text)), None)


def date_cases(data: Path) -> Iterator[Case]:
    """The cases with dates and ranges of days, each input and reference once."""
    seen: set[tuple[str, date | None]] = set()
    folder = data / "DateTime" / "English"
    if not folder.is_dir():
        raise FileNotFoundError(f"No folder {folder}")
    for name in _DATE_FILES:
        for row in json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig")):
            case = _case(row)
            if case is not None and (case.text, case.reference) not in seen:
                seen.add((case.text, case.reference))
                yield case


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
    found = [value.get("FutureResolution"), value.get("PastResolution"), *((result.get("Resolution") or {}).get("values") or [])]
    for resolution in found:
        if not resolution:
            continue
        if kind == "date":
            day = _day(resolution.get("date") or resolution.get("value"))
            if day:
                yield day, day
            continue
        start, end = _day(resolution.get("startDate") or resolution.get("start")), _day(resolution.get("endDate") or resolution.get("end"))
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


def _read(case: Case) -> list[Period]:
    published = PublishedAt(case.reference, DatePrecision.DAY, "given") if case.reference else None
    return [period for period in find_periods(case.text, published) if period.precision is not DatePrecision.UNKNOWN]


def _is_right(case: Case) -> bool:
    return _is_right_by(case, _read(case))


def _is_right_by(case: Case, periods: list[Period]) -> bool:
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


def _iso_only(case: Case) -> list[Period]:
    found = []
    for match in re.finditer(r"\b\d{4}-\d\d-\d\d\b", case.text):
        day = _day(match[0])
        if day:
            from hudhud.records import Span

            found.append(Period(day, day, DatePrecision.DAY, match[0], Span(*match.span())))
    return found


def number_cases(data: Path) -> Iterator[Case]:
    yield from ()
