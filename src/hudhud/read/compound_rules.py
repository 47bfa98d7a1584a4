"""The grammar of time that is built of time: hours of days, parts of months, days of last week."""

from dataclasses import replace
from typing import cast

from hudhud.lexicon.time_words import BEGINNINGS
from hudhud.read.amounts import counted
from hudhud.read.cascade import Built, Found, Rule
from hudhud.read.date_nodes import (
    Calendar,
    Clock,
    Duration,
    Node,
    Nth,
    Part,
    Portion,
    Shift,
    Step,
    Window,
    with_about,
)
from hudhud.read.time_tokens import Item
from hudhud.read.told_events import event_in

__all__ = ["COMPOSED", "TIMES"]

# Where a bare `22:30` is an hour and no score or verse.
_BEFORE_CLOCK = frozenset(
    "at by until from about around to before after since x_weekday x_md x_dm x_day comma edge break and open".split()
)


def _clock(found: Found) -> Built:
    """`5 p.m.`, `11:30 a.m.`, `22:30`, `six o'clock`."""
    item, half, zone = found.items[0], found.first("half_day"), found.first("zone", "x_dur")
    if zone is not None and zone.kind == "x_dur" and zone.value != Duration(None, "hour"):
        return None
    if item.kind == "clock":
        parts = [int(part) for part in item.low.split(":")]
        hour, minute = parts[0], parts[1]
    else:
        hour, minute = int(cast(float, item.value)), None
        if half is None and not found.first("oclock"):
            return None
        if isinstance(item.value, float) and item.value % 1:
            minute = round(item.value % 1 * 100)
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + cast(int, half.value)
    elif item.kind == "clock" and found.before.kind not in _BEFORE_CLOCK:
        return None
    if hour > 24 or (minute or 0) > 59:
        return None
    end = zone.end if zone else found.items[-1].end
    return [Item("x_clock", found.items[0].start, end, Clock(hour % 24, minute))]


def _parted(found: Found) -> Built:
    """`Friday morning`, `24 March at dawn`, `the evening of 3 May`, `the early hours of Sunday`."""
    day, part = found.first("x_dm", "x_md", "x_iso", "x_weekday", "x_feast", "x_day"), found.first("part")
    if day is None:
        return None
    name = cast(str, part.value) if part else "night" if not found.first("portion") else "dawn"
    hours = found.first("x_dur")
    if hours is not None and hours.value != Duration(None, "hour"):
        return None
    return found.whole("x_part", Part(name, cast(Node, day.value)))


def _the_part(found: Found) -> Built:
    """`the night of 5 May`, `the morning of Sunday`."""
    the, day = found.first("x_the"), found.items[-1]
    if the is None or not isinstance(the.value, Part):
        return None
    return found.whole("x_part", Part(the.value.part, cast(Node, day.value)))


def _clock_day(found: Found) -> Built:
    day = found.first("x_dm", "x_md", "x_iso", "x_weekday", "x_feast", "x_day")
    clock = found.first("x_clock")
    if day is None or clock is None:
        return None
    return found.whole("x_clock", replace(cast(Clock, clock.value), of=cast(Node, day.value)))


def _bare_part(found: Found) -> Built:
    """`at dawn`, `in the early morning`: a part of the day that the text is at."""
    part = found.last("part")
    if part is None:
        return None
    if found.before.kind in ("step", "word", "name", "x_weekday") and len(found.items) == 1:
        return None
    is_told = found.items[0].kind == "the" or found.before.kind in ("at", "by", "before", "until", "during", "in")
    if not is_told and not found.first("portion"):
        return None
    day = Step(0, "narrated", Calendar("day"), "the") if found.items[0].kind == "the" else None
    return found.whole("x_part", Part(cast(str, part.value), day))


TIMES = (
    Rule("(clock | day | int) half_day zone?", _clock),
    Rule("clock (zone | x_dur)?", _clock),
    Rule("(day | count | number) oclock half_day?", _clock),
    Rule("the? DAYISH comma? (at | before | around | in | about)? the? portion? part hours?", _parted),
    Rule("the? (portion (in | on)? the?)? part x_dur? (of | on | comma)? DAYISH", _parted),
    Rule("the? portion? x_the (of | on | comma) DAYISH", _the_part),
    Rule("the? portion? x_dur (of | on) DAYISH", _parted),
    Rule("portion part x_dur?", _bare_part),
)


def _of_year(found: Found) -> Built:
    """`June of last year`, `spring of next year`, `December 8 of the same year`, `Christmas last year`."""
    inner, outer = found.items[0], found.items[-1]
    if inner.kind == "the":
        inner = found.items[1]
    node, step = inner.value, outer.value
    if not isinstance(step, Step) or step.target.unit not in ("year", "month", "week", "decade"):
        return None
    if isinstance(node, Step) and node.word == "final":
        return found.whole("x_rel", Nth(-1, node.target, step))
    if not isinstance(node, Calendar) or node.year is not None:
        return None
    unit = step.target.unit
    fits = {
        "year": node.weekday is None or node.month is not None,
        "month": node.month is None and node.day is not None,
        "week": node.weekday is not None and node.day is None,
    }
    if not fits.get(unit):
        return None
    return found.whole(inner.kind if inner.kind != "x_the" else "x_rel", Nth(0, node, step))


def _of_week(found: Found) -> Built:
    """`next week Sunday`, `last week on Friday`, `last year Halloween`."""
    step, inner = found.items[0].value, found.items[-1].value
    if not isinstance(step, Step) or not isinstance(inner, Calendar) or inner.year is not None:
        return None
    if step.target.unit != ("year" if inner.feast else "week"):
        return None
    return found.whole("x_day", Nth(0, inner, step))


_COUNTABLE = ("unit", "units", "half", "x_weekday", "x_month")


def _nth(found: Found) -> Built:
    """`the first week of March`, `the last Friday of May`, `the second half of 2008`."""
    ordinal, outer = found.first("ordinal"), found.items[-1]
    figure = found.first("count", "day", "int", "vague_count")
    target_item = next((item for item in found.items[:-1] if item.kind in _COUNTABLE), None)
    if ordinal is None or target_item is None or target_item is outer:
        return None
    number = cast(int, ordinal.value)
    if target_item.kind in ("unit", "units", "half"):
        target = Calendar(cast(str, target_item.value))
    else:
        target = cast(Calendar, target_item.value)
    return found.whole("x_rel", Nth(number, target, cast(Node, outer.value), counted(figure)))


def _nth_several(found: Found) -> Built:
    """`the first three days of March`."""
    ordinal, span = found.first("ordinal"), found.first("x_dur")
    if ordinal is None or span is None or not isinstance(span.value, Duration) or span.value.count is None:
        return None
    node = Nth(cast(int, ordinal.value), Calendar(span.value.unit), cast(Node, found.items[-1].value), span.value.count)
    return found.whole("x_rel", node)


def _latter_half(found: Found) -> Built:
    word = next(item.low for item in found.items if item.kind == "word")
    if word != "latter":
        return None
    return found.whole("x_rel", Nth(2, Calendar("half"), cast(Node, found.items[-1].value)))


def _final_of(found: Found) -> Built:
    """`the last week of March`."""
    inner, outer = found.items[0].value, found.items[-1]
    if isinstance(inner, Step) and inner.word == "final":
        return found.whole("x_rel", Nth(-1, inner.target, cast(Node, outer.value)))
    if isinstance(inner, Window) and inner.anchor == "final":
        return found.whole("x_rel", Nth(-1, Calendar(inner.unit), cast(Node, outer.value), inner.count))
    return None


def _portion(found: Found) -> Built:
    """`early 2016`, `mid-March`, `the end of the year`, `late last autumn`, `the rest of 1944`."""
    portion, outer = found.first("portion"), found.items[-1]
    if portion is None:
        return None
    which = cast(str, portion.value)
    if portion.low.lower() not in ("early", "mid", "late") and not found.first("of"):
        return None
    if found.before.kind == "by" and portion.low.lower() == "end":
        which = "close"
    if which == "whole" and found.items[0].kind != "the":
        return None
    if outer.kind == "x_the" and not (found.first("of") or found.first("in") or found.first("on")):
        if portion.low.lower() not in ("mid", "early", "late"):
            return None
        if isinstance(outer.value, Part) or cast(Step, outer.value).target.unit == "day":
            return None
    return found.whole("x_rel", Portion(which, cast(Node, outer.value)))


def _earlier_in(found: Found) -> Built:
    """`earlier this month`, `later in the year`, `later that day`."""
    word, outer = found.first("later"), found.items[-1]
    if word is None or not isinstance(outer.value, Step | Calendar | Part):
        return None
    which = "after" if cast(int, word.value) > 0 else "before"
    return found.whole("x_rel", Portion(which, outer.value))


def _later_part(found: Found) -> Built:
    """`the later 1800s`, `the earlier 1990s`."""
    which = "late" if cast(Item, found.first("later")).value == 1 else "early"
    return found.whole("x_rel", Portion(which, cast(Node, found.items[-1].value)))


def _about(found: Found) -> Built:
    return found.whole(found.items[-1].kind, with_about(cast(Node, found.items[-1].value)))


def _shift_from(found: Found) -> Built:
    """`two days after 24 March`, `a week before Christmas`, `the day before 3 May`."""
    shift, base = found.items[0].value, found.items[-1]
    if not isinstance(shift, Shift) or shift.base is not None or shift.anchor != "narrated":
        return None
    return found.whole("x_shift", replace(shift, base=cast(Node, base.value)))


def _unfinished(found: Found) -> Built:
    """`two days after the attack`: the time is anchored on what the text tells next, so told before."""
    item = found.items[0]
    event = event_in(found.row[found.at + 1 : found.at + 6])
    return [item._replace(kind="x_shift", value=replace(cast(Shift, item.value), event=event, is_about=not event))]


def _dated_event(found: Found) -> Built:
    """`two weeks after the attack on 3 March`, `a month after the war began in March 2011`: the event has its date."""
    shift, base, last = found.items[0], found.items[-1], found.items[-3]
    if not (event_in([last]) or last.low in BEGINNINGS):
        return None
    node = replace(cast(Shift, shift.value), base=cast(Node, base.value), is_about=False)
    return [shift._replace(kind="x_shift", value=node), *found.items[1:]]


COMPOSED = (
    Rule("the? (x_dm | x_md | x_month | x_season | x_feast | x_quarter) (of | comma)? (x_rel | x_the)", _of_year),
    Rule("(x_weekday | x_day) (of | in | comma)? (x_rel | x_the)", _of_year),
    Rule("x_rel (comma | on)? (x_weekday | x_feast)", _of_week),
    Rule("the? ordinal (COUNT)? (UNIT | x_weekday | x_month) (of | in) (ANY | x_the)", _nth),
    Rule("the? ordinal x_dur (of | in) (ANY | x_the)", _nth_several),
    Rule("the? ordinal (unit | half) x_rel", _nth),
    Rule("the? word half of (ANY | x_the)", _latter_half),
    Rule("(x_rel | x_window | x_day) (of | in) (ANY | x_the)", _final_of),
    Rule("the? portion hyphen? (in | on | of | word of | the)? (in | of)? (ANY | x_the)", _portion),
    Rule("later (in | on)? (ANY | x_the)", _earlier_in),
    Rule("the? later (x_decade | x_century)", _later_part),
    Rule("(about | around | approximately | roughly | nearly | almost | circa | ca | c sign?) ANY", _about),
    Rule("x_event_shift (the | a)? (ANY | x_shift)", _shift_from),
    Rule("x_shift to? (ANY | x_shift)", _shift_from),
    Rule("x_event_shift", _unfinished),
    Rule("x_event_shift (the | a)? word{1,3} (on | in | of) (DATE | x_weekday | x_month | x_year)", _dated_event),
    Rule("x_clock zone? (on | comma | of)? DAYISH", _clock_day),
    Rule("DAYISH comma? (at | around | about | by)? x_clock", _clock_day),
    Rule("x_part comma? (at | around | about)? x_clock", lambda found: None),
    Rule("(the? part)", _bare_part),
)
