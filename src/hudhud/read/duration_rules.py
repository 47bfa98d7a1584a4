"""The grammar of lengths of time: durations, how long ago or after, how often."""

from dataclasses import replace
from typing import cast

from hudhud.read.amounts import counted, fortnights
from hudhud.read.cascade import Built, Found, Rule
from hudhud.read.date_nodes import (
    Calendar,
    Duration,
    Node,
    Recurring,
    Shift,
    Step,
)
from hudhud.read.time_tokens import Item

__all__ = ["DURATIONS"]

_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "hour": "TH", "decade": "DE", "quarter": "M"}


_DATED = ("x_dm", "x_md", "x_iso", "x_weekday", "x_feast", "x_month", "x_year", "x_season")


def _shifted(found: Found) -> Built:
    """`two days ago`, `a week later`, `weeks earlier`, `three months after`."""
    word = found.items[-1]
    unit_item = found.first("unit", "units")
    figure = found.first("count", "day", "int", "year", "vague_count", "a", "the")
    if unit_item is None or (figure is None and unit_item.kind == "unit"):
        return None
    anchor, sign = ("narrated", cast(int, word.value)) if word.kind == "later" else cast(tuple[str, int], word.value)
    low = word.low.lower()
    is_event = low in ("before", "after", "since", "following", "prior", "back")
    if low == "since" or (low == "back" and figure is not None and figure.kind == "the"):
        return None
    if figure is not None and figure.kind == "the" and (unit_item.kind == "units" or low in ("ago", "since", "back")):
        return None
    count, unit = fortnights(counted(figure), cast(str, unit_item.value))
    if low == "later" and found.after.kind == "than":
        return None
    is_event = is_event and found.after.kind in ("word", "name", "the", "a", *_DATED)
    kind = "x_event_shift" if is_event else "x_shift"
    return found.whole(kind, Shift(count, unit, sign, anchor, is_about=count is None))


def _shifted_half(found: Found) -> Built:
    """`a year and a half ago`."""
    built = _shifted(found)
    if built is None or len(built) > 1:
        return None
    node = cast(Shift, built[0].value)
    return [built[0]._replace(value=replace(node, count=node.count + 0.5 if node.count else None))]


def _from_now(found: Found) -> Built:
    figure, unit_item = found.first("count", "day", "int", "year", "vague_count", "a"), found.first("unit", "units")
    if figure is None or unit_item is None:
        return None
    count, unit = fortnights(counted(figure), cast(str, unit_item.value))
    return found.whole("x_shift", Shift(count, unit, 1, "published"))


def _from_day(found: Found) -> Built:
    """`two days from tomorrow`."""
    shift, base = _from_now(found), found.items[-1]
    if shift is None:
        return None
    if base.kind == "deictic":
        step = cast(tuple[str, int], base.value)[1]
        node: Node = Step(step, "published", Calendar("day"), base.low.lower())
    else:
        node = cast(Node, base.value)
    return [shift[0]._replace(value=replace(cast(Shift, shift[0].value), base=node, anchor="narrated"))]


def _ahead_or_long(found: Found) -> Built:
    """`in two weeks`: when it will be in the future tense, how long it took else."""
    built = _duration(found)
    if built is None or found.after.kind == "hyphen":
        return None
    item = found.items[1]
    node = replace(cast(Duration, built[0].value), is_ahead=True)
    return [found.items[0], Item("x_dur", item.start, built[0].end, node)]


def _in_time(found: Found) -> Built:
    """`in two weeks' time`."""
    figure, unit_item = found.first("count", "day", "int", "year", "vague_count", "a"), found.first("unit", "units")
    if figure is None or unit_item is None:
        return None
    count, unit = fortnights(counted(figure), cast(str, unit_item.value))
    start = found.items[1].start
    node = Shift(count, unit, 1, "published")
    return [found.items[0], Item("x_shift", start, found.items[-1].end, node)]


def _duration(found: Found) -> Built:
    """`three weeks`, `24-hour`, `nineteen years old`, `several months`."""
    figure, unit_item = found.first("count", "day", "int", "year", "vague_count", "a"), found.last("unit", "units")
    if unit_item is None or unit_item.value in ("half", "season", "quarter", "weekend"):
        return None
    if figure is None and unit_item.kind == "unit":
        return None
    if figure is not None and unit_item.kind == "unit" and figure.kind not in ("a", "count") and figure.value != 1:
        is_told = found.first("hyphen") or found.after.kind in ("old", "long", "word")
        if not is_told:
            return None
    count, unit = fortnights(counted(figure), cast(str, unit_item.value))
    return found.whole("x_dur", Duration(count, unit))


def _described(found: Found) -> Built:
    """`two bloody weeks`, `two full days`: one word between the number and its unit."""
    figure, unit = found.first("count", "day", "int", "vague_count", "a"), found.last("units")
    if figure is None or unit is None or figure.kind == "a":
        return None
    count, name = fortnights(counted(figure), cast(str, unit.value))
    return found.whole("x_dur", Duration(count, name))


def _bare_units(found: Found) -> Built:
    item = found.items[0]
    if item.value in ("quarter", "weekend", "second", "minute"):
        return None
    if found.before.kind in ("word",) and found.before.low in ("working", "golden"):
        return None
    return found.whole("x_dur", Duration(None, cast(str, item.value)))


def _half_century(found: Found) -> Built:
    unit = found.first("unit")
    if unit is None or unit.value not in ("century", "decade", "hour", "year", "day"):
        return None
    return found.whole("x_dur", Duration(0.5, unit.value))


def _long(found: Found) -> Built:
    """`year-long`, `month-long`."""
    unit = found.items[0]
    return found.whole("x_dur", Duration(1 if unit.kind == "unit" else None, cast(str, unit.value)))


def _a_half_more(found: Found) -> Built:
    """`a year and a half`, `month-and-a-half`."""
    unit = found.first("unit")
    return found.whole("x_dur", Duration(1.5, cast(str, unit.value))) if unit else None


def _recurring(found: Found) -> Built:
    item = found.first("set")
    if item is None:
        return None
    return found.whole("x_set", Recurring(cast(str, item.value)))


def _every(found: Found) -> Built:
    """`every day`, `each Friday`, `every two weeks`, `per month`."""
    figure, last = found.first("count", "day", "int", "ordinal"), found.items[-1]
    count = counted(figure) or 1
    if last.kind in ("unit", "units"):
        unit = cast(str, last.value)
        if unit not in _LETTERS:
            return None
        prefix = "PT" if unit == "hour" else "P"
        return found.whole("x_set", Recurring(f"{prefix}{count:g}{_LETTERS[unit].lstrip('T')}"))
    if last.kind == "x_weekday":
        return found.whole("x_set", Recurring(f"XXXX-WXX-{cast(Calendar, last.value).weekday}"))
    if last.kind == "weekdays":
        return found.whole("x_set", Recurring(f"XXXX-WXX-{last.value}"))
    if last.kind == "x_month":
        return found.whole("x_set", Recurring(f"XXXX-{cast(Calendar, last.value).month:02d}"))
    return found.whole("x_set", Recurring("XXXX-XX-XX"))


def _times_a(found: Found) -> Built:
    """`twice a week`: the unit is how often."""
    unit = found.items[-1]
    if unit.value not in _LETTERS:
        return None
    prefix = "PT" if unit.value == "hour" else "P"
    start = found.items[0].start
    return [Item("x_set", start, unit.end, Recurring(f"{prefix}1{_LETTERS[unit.value].lstrip('T')}"))]


DURATIONS = (
    Rule("APPROX* (COUNT | the)? hyphen? UNIT (ago | shift | later | before | after | back)", _shifted),
    Rule("COUNT UNIT and a half (ago | shift | later | before | after | back)", _shifted_half),
    Rule("COUNT UNIT from now", _from_now),
    Rule("COUNT UNIT from (deictic | x_weekday | x_dm | x_md | x_feast)", _from_day),
    Rule("in COUNT UNIT", _ahead_or_long),
    Rule("in COUNT UNIT sign? (word)? time", _in_time),
    Rule("APPROX* COUNT hyphen? UNIT (hyphen? (old | long))?", _duration),
    Rule("APPROX* COUNT word UNIT", _described),
    Rule("units", _bare_units),
    Rule("a? half hyphen? a? unit", _half_century),
    Rule("(unit | units) hyphen? long", _long),
    Rule("a? unit hyphen? and hyphen? a hyphen? half", _a_half_more),
    Rule("set", _recurring),
    Rule("(every | each) (FIGURE | ordinal)? (UNIT | x_weekday | part | x_month)", _every),
    Rule("per unit", _every),
    Rule("as? weekdays", _every),
    Rule("(times | FIGURE time) a unit", _times_a),
)
