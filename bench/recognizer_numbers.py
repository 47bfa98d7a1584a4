"""Recognizers-Text's English number specs → cases, and which of them are read right.

A case is right where every number or range in it is read over (part of) the same words with the same ends, and
where a case that has none gets none. Whether an end belongs to the range is not compared.
"""

# ruff: noqa: E501  (a pattern is read whole)

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from hudhud.read.quantities import Reading, find_readings

__all__ = ["NumberCase", "digits_only", "is_right", "number_cases", "read_case", "reason_outside"]

Ends: TypeAlias = tuple[float | None, float | None]
Found: TypeAlias = tuple[int, int, Ends]

_FILES = ("NumberModel", "NumberRangeModel", "PercentModel")
_RANGE = re.compile(r"[\[(]\s*(-?[\d.]*)\s*,\s*(-?[\d.]*)\s*[\])]$")
_PLAIN = re.compile(r"-?[\d.]+(?:[eE][+-]?\d+)?%?$")
# Why a case is not of news, by what its words hold; the first that matches counts.
_OUTSIDE: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I)
    for name, pattern in {
        "formula": r"[\^=<>{}|~]|\d[eE][+-]?\d|\be \d|equal",
        "spelt fraction": r"\b(?:halves|half|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
        r"|\w+teenths?|\w+tieths?|hundredths?|thousandths?|millionths?|trillionths?|over)\b|\d/\d|\bpoint\b"
        r"|\band a \w+th",
        "address or code": r"https?:|www\.|[\d.]{9,}|\d+(?:\.\d+){2,}|\d[ -]\d{3}[ -]\d{3}|\d{4,} \d{4,}",
        "below zero": r"negative|minus|(?:^|\s)-\d",
        "letters for scales": r"\d ?(?:k|g|t|mm|m|b)\b|\d+ ?lakh|crore",
        "unit glued to its number, no number there": r"\d ?(?:ml|km)\b",
        "figures and words for scales mixed": r"\d+ (?:hundred|thousand)",
        "two bounds that are one range there": r"(?:and|or) (?:smaller|below|above|at least|no less|less|more|larger)\b",
        "so many out of so many": r"\bout of\b|\bin (?:twenty|5)\b|twenty.?first",
        "label, abbreviation or decimal comma": r"[A-Z]{3}-\d|\bdzs|\bdozs|\bbln|n[ao]ught|\d,\d\.|,\d\d,|⅙|last time| 0000",
        "pieces and rounds of a spoken count": r"\bround dozen|\bdozens? and|and a dozen|\bpair|a half",
    }.items()
}


@dataclass(frozen=True, slots=True)
class NumberCase:
    """A phrase and the numbers in it: first and last character, low and high."""

    text: str
    expected: tuple[Found, ...]


def number_cases(data: Path) -> Iterator[NumberCase]:
    """The cases with numbers, ranges and percentages, each input once."""
    seen: set[str] = set()
    for name in _FILES:
        rows = json.loads((data / "Number" / "English" / f"{name}.json").read_text(encoding="utf-8-sig"))
        for row in rows:
            expected = [_expected(result) for result in row["Results"]]
            if row["Input"] not in seen and None not in expected:
                seen.add(row["Input"])
                yield NumberCase(row["Input"], tuple(found for found in expected if found))


def _expected(result: Mapping[str, Any]) -> Found | None:
    value = str((result.get("Resolution") or {}).get("value", ""))
    start = result["Start"]
    end = start + len(result["Text"])
    if match := _RANGE.match(value):
        return start, end, (_end(match[1]), _end(match[2]))
    if not _PLAIN.match(value):
        return None
    number = float(value.rstrip("%"))
    return start, end, (number, number)


def _end(written: str) -> float | None:
    return float(written) if written else None


def reason_outside(case: NumberCase) -> str | None:
    """Why a case is not one that news uses; None where it is."""
    return next((reason for reason, pattern in _OUTSIDE.items() if pattern.search(case.text)), None)


def read_case(case: NumberCase) -> list[Found]:
    """What Hudhud reads: every number but pronouns."""
    return [
        (reading.quantity.span.start, reading.quantity.span.end, _ends(reading))
        for reading in find_readings(case.text)
        if reading.quantity.span is not None and reading.kind.value != "pronoun"
    ]


def _ends(reading: Reading) -> Ends:
    """Low and high as the cases write them: half is 0.5 there, and 50 % here."""
    whole = 100 if reading.is_fraction else 1
    low, high = reading.quantity.low, reading.quantity.high
    return None if low is None else low / whole, None if high is None else high / whole


def digits_only(case: NumberCase) -> list[Found]:
    """The humble reading: runs of digits."""
    return [(*match.span(), (float(match[0]), float(match[0]))) for match in re.finditer(r"\d+(?:\.\d+)?", case.text)]


def is_right(case: NumberCase, found: list[Found]) -> bool:
    """Whether what was found is what the case expects."""
    if not case.expected:
        return not found
    return all(
        any(one[0] < end and start < one[1] and _same(one[2], ends) for one in found)
        for start, end, ends in case.expected
    )


def _same(one: Ends, other: Ends) -> bool:
    return all(
        (a is None and b is None) or (a is not None and b is not None and abs(a - b) <= 1e-6 * max(1.0, abs(b)))
        for a, b in zip(one, other, strict=True)
    )
