"""Killed and injured, low and high, from the prose of an assessment.

Scored over the assessments that give the range; right is both ends exactly. The set's own conventions are met
here and not in the reader: it has no open ends (`at least 4` is 4 to 4), counts `more than 10` from 11, and writes
2 to 2 for people in the plural without a number and 12 to 24 for dozens and large numbers.

The set has no split: `train` is the half whose codes have an even md5, `dev` the other; any other name is all.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.report import Baseline, Report
from hudhud.read.casualties import Tally, read_casualties
from hudhud.read.quantities import find_quantities

Range = tuple[float, float]

_DOZENS = re.compile(r"\b(?:dozens|scores|large number)\b", re.IGNORECASE)
_CUES = {
    "killed": re.compile(r"\b(?:kill|dead|death|died|martyr)", re.IGNORECASE),
    "injured": re.compile(r"\b(?:injur|wound)", re.IGNORECASE),
}


def run(data: Path, split: str) -> Report:
    rows = _rows(data, split)
    metrics = _scores(rows, _read)
    baseline = Baseline("first number beside the word", _scores(rows, first_numbers))
    return Report("airwars", split, len(rows), metrics, baseline, "none")


def _rows(data: Path, split: str) -> list[dict]:  # type: ignore[type-arg]
    rows = [json.loads(line) for line in (data / "incidents.jsonl").read_text(encoding="utf-8").split("\n") if line]
    if split not in ("train", "dev"):
        return rows
    side = 0 if split == "train" else 1
    return [row for row in rows if int(hashlib.md5(row["code"].encode()).hexdigest(), 16) % 2 == side]


def _scores(rows: list[dict], read: Callable[[str], Mapping[str, Range | None]]) -> dict[str, float]:  # type: ignore[type-arg]
    right = {"killed": 0, "injured": 0}
    lows = dict(right)
    told = dict(right)
    for row in rows:
        found = read(row["assessment_text"])
        for quantity in right:
            if row[quantity]:
                wanted, given = tuple(row[quantity]), found.get(quantity)
                told[quantity] += 1
                right[quantity] += given == wanted
                lows[quantity] += given is not None and given[0] == wanted[0]
    exact = {f"{quantity}_exact": right[quantity] / max(1, told[quantity]) for quantity in right}
    return exact | {f"{quantity}_low": lows[quantity] / max(1, told[quantity]) for quantity in right}


def _read(text: str) -> dict[str, Range | None]:
    found = read_casualties(text, strict=True)
    return {"killed": _range(found.killed), "injured": _range(found.injured)}


def _range(tally: Tally | None) -> Range | None:
    if tally is None:
        return None
    if _DOZENS.search(tally.words) and tally.high is None:
        return 12, 24
    if tally.is_vague and tally.high is None:
        return 2, 2
    low = tally.low if tally.low is not None else tally.high
    high = tally.high if tally.high is not None else low
    return (low, high) if low is not None and high is not None else None


def first_numbers(text: str) -> dict[str, Range | None]:
    """The first count in the first sentence-like stretch that has the word for the outcome."""
    found: dict[str, Range | None] = {}
    for quantity, cue in _CUES.items():
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            numbers = find_quantities(sentence) if cue.search(sentence) else []
            if numbers:
                ends = [end for end in (numbers[0].low, numbers[0].high) if end is not None]
                found[quantity] = (ends[0], ends[-1])
                break
    return found
