"""The grammar of numbers in words, and of lists of days and months that share a month or a year."""

from dataclasses import replace
from typing import cast

from hudhud.lexicon.time_words import COUNTED_NOUNS
from hudhud.read.cascade import Built, Found, Rule
from hudhud.read.date_nodes import Calendar
from hudhud.read.time_tokens import Item, year_of

__all__ = ["LISTS", "NUMBERS"]

_COUNTED_KINDS = frozenset(("word", "name", "units", "unit", "x_month", "month", "scale", "sign", "half_day"))


# Words that may stand behind the last day of `March 4 and 5 ...`, so that it is a day and counts nothing.
_AFTER_DAYS = frozenset(
    "were was is are will would when where which who after before as respectively inclusive his her their its it he "
    "she they we 2 . ; : ) ( \" ' ” has had have saw killed left".split()
)


def _number(found: Found) -> Built:
    """Number words: `twenty-five`, `one hundred and twenty`."""
    values = [cast(int, item.value) for item in found.items if item.kind == "number"]
    if len(values) == 2 and len(found.items) == 2 and values[0] in (18, 19, 20) and values[1] >= 10:
        return found.whole("year", values[0] * 100 + values[1])
    if len(values) > 1 and len(found.items) == 2 and not (values[0] >= 20 and values[1] < 10):
        return None
    total = current = 0
    for item in found.items:
        value = cast(int, item.value)
        if item.kind == "number":
            current += value
        elif item.kind == "scale":
            current = max(current, 1) * value
            if value >= 1000:
                total, current = total + current, 0
    return found.whole("count", total + current)


def _half_more(found: Found) -> Built:
    return found.whole("count", cast(float, found.items[0].value) + 0.5)


def _ordinal(found: Found) -> Built:
    tens, ones = cast(int, found.items[0].value), cast(int, found.items[-1].value)
    return found.whole("ordinal", tens + ones) if tens >= 20 and 0 < ones < 10 else None


def _vague(found: Found) -> Built:
    word = found.last("vague")
    if word is None or (found.items[0].kind == "a" and word.low in ("many", "some")):
        return None
    is_led = found.items[0].kind == "a" or found.before.kind in ("step", "the")
    if word.low == "some" or (word.low == "couple" and not is_led):
        return None
    return found.whole("vague_count", cast(int, word.value) or None)


NUMBERS = (
    Rule("number (hyphen? number)? (scale (and? number (hyphen? number)?)?)*", _number),
    Rule("a scale", lambda found: found.whole("count", found.items[-1].value)),
    Rule("number hyphen? ordinal", _ordinal),
    Rule("a? vague of?", _vague),
    Rule("(day | int) and a half", _half_more),
    Rule("number and a half", _half_more),
    Rule("half a", lambda found: found.whole("count", 0.5)),
    Rule("half an", lambda found: found.whole("count", 0.5)),
    Rule("an", lambda found: found.whole("a", 1)),
    Rule("a", lambda found: found.whole("a", 1)),
)


def _filled(left: Calendar, right: Calendar) -> Calendar:
    """The left one of two dates, with the year (and month) it leaves to the right one."""
    month = left.month or right.month
    if right.year is None or left.year is not None:
        return replace(left, month=month)
    is_later = (month or 0, left.day or 0) > (right.month or 0, right.day or 31)
    return replace(left, month=month, year=right.year - 1 if is_later else right.year)


def _days_before(found: Found) -> Built:
    """`4-7 April`, `3, 5 and 9 May`: the numbers take month and year from the date that ends the list."""
    last = cast(Calendar, found.items[-1].value)
    built: list[Item] = []
    numbers = [item for item in found.items if item.kind in ("day", "ordinal")]
    if any(not 1 <= cast(int, number.value) <= 31 for number in numbers) or found.before.kind in ("name", "part"):
        return None
    for before, item in zip([None, *found.items], found.items[:-1], strict=False):
        if item.kind in ("day", "ordinal"):
            node = Calendar("day", year=last.year, month=last.month, day=cast(int, item.value))
            start = before.start if before and before.kind == "the" else item.start
            built.append(Item("x_dm", start, item.end, node))
        elif item.kind != "the":
            built.append(item)
    return [*built, found.items[-1]]


def _days_after(found: Found) -> Built:
    """`April 4-7`, `March 3, 5 and 9, 2017`: the numbers take the month of the date that opens the list."""
    first, tail = found.items[0], found.items[1:]
    opening = cast(Calendar, first.value)
    year = found.first("year")
    numbers = [item for item in tail if item.kind in ("day", "ordinal")]
    if opening.year is not None or any(not 1 <= cast(int, number.value) <= 31 for number in numbers):
        return None
    is_followed = year is None and found.after.kind in _COUNTED_KINDS and found.after.low not in _AFTER_DAYS
    if is_followed and (found.items[-2].kind != "hyphen" or found.after.low in COUNTED_NOUNS):
        return None
    value = year_of(year)
    built = [Item(first.kind, first.start, first.end, replace(opening, year=value))]
    for item in tail:
        if item.kind in ("day", "ordinal"):
            end = year.end if year and item is numbers[-1] else item.end
            node = Calendar("day", year=value, month=opening.month, day=cast(int, item.value))
            built.append(Item("x_md", item.start, end, node))
        elif item.kind not in ("year", "the") and not (year and item.start > numbers[-1].end):
            built.append(item)
    return built


def _fill_left(found: Found) -> Built:
    """`March to August 2011`, `24 March to 5 April 2017`: the year is told once, at the end."""
    nodes = [item for item in found.items if item.kind.startswith("x_")]
    last = cast(Calendar, nodes[-1].value)
    if last.year is None or all(cast(Calendar, item.value).year is not None for item in nodes[:-1]):
        return None
    built: list[Item] = []
    for item in found.items:
        is_left = item.kind.startswith("x_") and item is not nodes[-1]
        built.append(item._replace(value=_filled(cast(Calendar, item.value), last)) if is_left else item)
    return built


LISTS = (
    Rule("the? NUMERAL (comma? SEP (the? NUMERAL comma? SEP)*) x_dm", _days_before),
    Rule("x_md (SEP the? NUMERAL)+ (comma? year)?", _days_after),
    Rule("(x_dm | x_md | x_month) ((SEP | comma and) (x_dm | x_md | x_month))+", _fill_left),
)
