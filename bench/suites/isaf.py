"""Least numbers killed and captured, from a press release.

The set gives the least number only (0 where none), so `killed_exact` and `captured_exact` compare the low end; it
counts `more than 10` as 11. It tells no injured.

The set has no split: `train` is the half whose texts have an even md5, `dev` the other; any other name is all.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.report import Baseline, Report
from hudhud.read.casualties import Tally, read_casualties
from hudhud.read.quantities import find_quantities

_CUES = {
    "killed": re.compile(r"\b(?:kill|dead|death)", re.IGNORECASE),
    "captured": re.compile(r"\b(?:captur|detain|arrest)", re.IGNORECASE),
}
_PREFIX = "PRESS RELEASE TEXT: "


def run(data: Path, split: str) -> Report:
    rows = [row for row in _rows(data) if _is_in(row[0], split)]
    baseline = Baseline("first number beside the word", _scores(rows, _first_numbers))
    return Report("isaf", split, len(rows), _scores(rows, _read), baseline, "none")


def _rows(data: Path) -> list[tuple[str, dict[str, float]]]:
    rows = []
    for line in filter(None, (data / "releases.jsonl").read_text(encoding="utf-8").split("\n")):
        turns = {turn["from"]: turn["value"] for turn in json.loads(line)["conversations"]}
        gold = json.loads(turns["gpt"])
        rows.append(
            (turns["human"].removeprefix(_PREFIX), {"killed": gold["min_killed"], "captured": gold["min_captured"]})
        )
    return rows


def _is_in(text: str, split: str) -> bool:
    if split not in ("train", "dev"):
        return True
    return int(hashlib.md5(text.encode()).hexdigest(), 16) % 2 == (0 if split == "train" else 1)


def _scores(rows: list[tuple[str, dict[str, float]]], read: Callable[[str], Mapping[str, float]]) -> dict[str, float]:
    right = {"killed": 0, "captured": 0}
    for text, gold in rows:
        found = read(text)
        for quantity in right:
            right[quantity] += found.get(quantity, 0) == gold[quantity]
    return {f"{quantity}_exact": right[quantity] / max(1, len(rows)) for quantity in right}


def _read(text: str) -> dict[str, float]:
    found = read_casualties(text, strict=True)
    return {"killed": _least(found.killed), "captured": _least(found.captured)}


def _least(tally: Tally | None) -> float:
    if tally is None:
        return 0
    return tally.low if tally.low is not None else tally.high or 0


def _first_numbers(text: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for quantity, cue in _CUES.items():
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            numbers = find_quantities(sentence) if cue.search(sentence) else []
            if numbers:
                found[quantity] = numbers[0].low if numbers[0].low is not None else numbers[0].high or 0
                break
    return found
