"""Quantities of news sentences: value F1, and value with bound F1, as the authors of NewsQuant score them.

A quantity is right where its value (a range: both ends) is the gold's; with its bound where the gold's change
sign is met as well: `=` exact, `~` about, `>` at least, `<` at most, `up` and `down` a change told right beside the
number. Each gold quantity is matched once. Ages, durations and `one of` are quantities there, so every reading
counts, not only the counts that `find_quantities` keeps. A vague plural is one of its unit there (`dozens` is 12).

The set has no split: `train` is the half whose sentences have an even md5, `dev` the other; any other name is all.
"""

import hashlib
import json
import math
import re
from collections.abc import Sequence
from pathlib import Path

from bench.report import Baseline, Report
from hudhud.lexicon.number_words import VAGUE_PLURALS
from hudhud.read.quantities import Reading, find_readings
from hudhud.records.values import Bound

Value = tuple[float, ...]
Item = tuple[Value, str]

_SIGNS = {Bound.ABOUT: "~", Bound.AT_LEAST: ">", Bound.AT_MOST: "<"}
_RANGE = re.compile(r"(?<=\d)\s*-\s*(?=\d)")
_FROM = re.compile(r"\bfrom\s*$")
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def run(data: Path, split: str) -> Report:
    rows = _rows(data, split)
    gold = [[(_value(item["value"]), item["change"]) for item in row["quantities"]] for row in rows]
    ours = [_items(row["text"]) for row in rows]
    plain = [[((float(digits.replace(",", "")),), "=") for digits in _DIGITS.findall(row["text"])] for row in rows]
    return Report(
        "newsquant",
        split,
        len(rows),
        _metrics(gold, ours),
        Baseline("every run of digits", _metrics(gold, plain)),
        "none",
    )


def _rows(data: Path, split: str) -> list[dict]:  # type: ignore[type-arg]
    rows = json.loads((data / "NewsQuant.json").read_text(encoding="utf-8"))
    if split not in ("train", "dev"):
        return list(rows)
    side = 0 if split == "train" else 1
    return [row for row in rows if int(hashlib.md5(row["text"].encode()).hexdigest(), 16) % 2 == side]


def _value(text: str) -> Value:
    return tuple(float(part) for part in _RANGE.split(text))


def _items(text: str) -> list[Item]:
    """The readings as the set writes them: `from X to Y` is a range there even where it tells a change."""
    found: list[Item] = []
    before: Reading | None = None
    for reading in find_readings(text):
        value, change = _item(reading)
        is_led = before is not None and _between(text, before, reading) == "to"
        if (
            is_led
            and before is not None
            and _FROM.search(text[: _start(before)])
            and len(value) == len(found[-1][0]) == 1
        ):
            found[-1] = (found[-1][0] + value, change)
        else:
            found.append((value, change))
        before = reading
    return found


def _start(reading: Reading) -> int:
    return reading.quantity.span.start if reading.quantity.span else 0


def _between(text: str, one: Reading, other: Reading) -> str:
    return text[one.quantity.span.end if one.quantity.span else 0 : _start(other)].strip()


def _item(reading: Reading) -> Item:
    quantity = reading.quantity
    # The set writes half as 0.5 and 50 % as 50; the reader has both in percent.
    whole = 100 if reading.is_fraction else 1
    ends = [end / whole for end in (quantity.low, quantity.high) if end is not None]
    change = "up" if reading.direction > 0 else "down" if reading.direction < 0 else "="
    if quantity.bound is Bound.BETWEEN:
        return tuple(ends), _SIGNS.get(reading.hedge or Bound.EXACT, change)
    value = ends[0]
    words = quantity.text.lower().split()
    if any(word in VAGUE_PLURALS for word in words):
        return (value / 2,), "="
    is_told = change != "=" and (quantity.bound is Bound.EXACT or (quantity.is_share and quantity.bound is Bound.ABOUT))
    return (value,), change if is_told else _SIGNS.get(quantity.bound, "=")


def _metrics(gold: Sequence[Sequence[Item]], found: Sequence[Sequence[Item]]) -> dict[str, float]:
    n_gold, n_found = sum(map(len, gold)), sum(map(len, found))
    value = sum(_matches(wanted, given, with_bound=False) for wanted, given in zip(gold, found, strict=True))
    both = sum(_matches(wanted, given, with_bound=True) for wanted, given in zip(gold, found, strict=True))
    return {
        "value_precision": value / max(1, n_found),
        "value_recall": value / max(1, n_gold),
        "value_f1": 2 * value / max(1, n_gold + n_found),
        "bound_f1": 2 * both / max(1, n_gold + n_found),
    }


def _matches(gold: Sequence[Item], found: Sequence[Item], *, with_bound: bool) -> int:
    left = list(found)
    n_matched = 0
    for value, change in gold:
        same = [item for item in left if _same(value, item[0]) and (not with_bound or item[1] == change)]
        if same:
            left.remove(same[0])
            n_matched += 1
    return n_matched


def _same(one: Value, other: Value) -> bool:
    return len(one) == len(other) and all(
        math.isclose(a, b, rel_tol=1e-5, abs_tol=1e-8) for a, b in zip(one, other, strict=True)
    )
