"""The grammar of time told from somewhere else: steps, shifts, durations, parts of days, and what is built of them."""

from dataclasses import replace
from typing import cast

from hudhud.read.cascade import Built, Found, Rule
from hudhud.read.date_nodes import (
    Calendar,
    Clock,
    Duration,
    Node,
    Nth,
    Part,
    Portion,
    Recurring,
    Reference,
    Shift,
    Step,
    Window,
    with_about,
)
from hudhud.read.time_tokens import Item

__all__ = ["COMPOSED", "RELATIVE", "TIMES"]

_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "hour": "TH", "decade": "DE", "quarter": "M"}
_DATED = ("x_dm", "x_md", "x_iso", "x_weekday", "x_feast", "x_month", "x_year", "x_season")


def _count(item: Item | None) -> float | None:
    """The number an item counts; `a` is one, and a few are not known."""
    if item is None:
        return None
    return 1 if item.kind in ("a", "the") else cast("float | None", item.value)


def _unit(found: Found) -> str:
    item = found.first("unit", "units")
    return cast(str, item.value) if item else ""


def _fortnights(count: float | None, unit: str) -> tuple[float | None, str]:
    return (count * 2 if count else None, "week") if unit == "fortnight" else (count, unit)


def _deictic(found: Found) -> Built:
    """`yesterday`, `tomorrow morning`, `tonight`."""
    item, part = found.first("deictic"), found.first("part")
    if item is None:
        return None
    name, step = cast(tuple[str, int], item.value)
    day = Step(step, "published", Calendar("day"), item.low.lower())
    word = cast(str, part.value) if part else name
    return found.whole("x_part" if word else "x_day", Part(word, day) if word else day)


def _beyond_deictic(found: Found) -> Built:
    """`the day before yesterday`, `the day after tomorrow`."""
    item, unit = found.first("deictic"), found.first("unit")
    if item is None or unit is None or unit.value != "day":
        return None
    sign = -1 if found.first("before") else 1
    step = cast(tuple[str, int], item.value)[1]
    if step * sign <= 0:
        return None
    return found.whole("x_day", Step(step + sign, "published", Calendar("day"), item.low))


def _overnight(found: Found) -> Built:
    return found.whole("x_part", Part("overnight", Step(0, "either", Calendar("day"), "overnight")))


def _step_of(found: Found) -> tuple[str, int, str]:
    """Anchor, step and word of the last step word that moves, else of the first."""
    steps = [item for item in found.items if item.kind == "step"]
    chosen = next((item for item in reversed(steps) if cast(tuple[str, int], item.value)[1]), steps[0])
    anchor, step = cast(tuple[str, int], chosen.value)
    word = chosen.low.lower()
    if word == "last" and found.items[0].kind == "the" and len(steps) == 1 and found.after.kind == "of":
        word = "final"
    if steps[0].low.lower() == "this" and step:
        anchor = "published"
    return anchor, step, word


def _stepped(found: Found) -> Built:
    """`last week`, `next Friday`, `that month`, `the following spring`, `the same day`."""
    anchor, step, word = _step_of(found)
    has_the = found.items[0].kind == "the"
    target = found.items[-1]
    if anchor == "either":
        anchor = "narrated" if has_the and step else "published"
    if word in ("last", "past") and has_the and target.kind == "unit" and found.after.kind != "of":
        is_until_now = found.before.kind in ("in", "over", "during", "within", "for", "throughout")
        if word == "past" or target.value in ("decade", "century") or (is_until_now and target.value != "day"):
            return found.whole("x_window", Window(1, cast(str, target.value), -1, "published"))
    if target.value == "fortnight" and step:
        return found.whole("x_window", Window(2, "week", step, "published" if anchor == "either" else anchor))
    if target.value == "day" and target.kind == "unit" and word in ("last", "past"):
        return None
    if target.kind == "units":
        return _step_units(found, anchor, step, word, target)
    node = _target(target)
    if node is None or (word in ("present", "current") and not has_the and target.kind == "part"):
        return None
    if target.kind == "part":
        moved = Step(step, anchor, Calendar("day"), word)
        return found.whole("x_part", Part(cast(str, target.value), moved))
    kind = "x_day" if node.unit == "day" else "x_rel"
    return found.whole(kind, Step(step, anchor, node, word))


def _step_units(found: Found, anchor: str, step: int, word: str, target: Item) -> Built:
    unit = cast(str, target.value)
    if word in ("these", "those"):
        return found.whole("x_ref", Reference("PRESENT_REF" if word == "these" else "PAST_REF"))
    if not step:
        return None
    return found.whole("x_window", Window(None, unit, step, anchor))


def _target(item: Item) -> Calendar | None:
    if item.kind == "unit":
        return Calendar(cast(str, item.value)) if item.value not in ("half", "season", "fortnight") else None
    if item.kind == "part":
        return Calendar("day")
    if item.kind == "month":
        return Calendar("month", month=cast(int, item.value))
    return cast(Calendar, item.value)


def _window(found: Found) -> Built:
    """`the past six months`, `the next two days`, `the four previous weeks`."""
    anchor, step, word = _step_of(found)
    figure = found.last("count", "day", "int", "year", "vague_count")
    unit = found.last("units", "unit")
    if not step or figure is None or unit is None:
        return None
    if anchor == "either":
        anchor = "published"
    count, name = _fortnights(_count(figure), cast(str, unit.value))
    if word == "final":
        return found.whole("x_window", Window(count, name, step, "final"))
    return found.whole("x_window", Window(count, name, step, anchor))


def _recent(found: Found) -> Built:
    """`recent years`: some time up to the anchor."""
    unit = found.last("units")
    if unit is None or found.items[-2].low.lower() != "recent":
        return None
    return found.whole("x_window", Window(None, cast(str, unit.value), -1, "published", is_about=True))


def _ahead(found: Found) -> Built:
    """`the months ahead`."""
    unit, word = found.items[1], found.items[2]
    if word.low != "ahead":
        return None
    return found.whole("x_window", Window(None if unit.kind == "units" else 1, cast(str, unit.value), 1, "published"))


def _year_end(found: Found) -> Built:
    """`year end`, `month-end`."""
    unit, portion = found.items[0], found.items[-1]
    if (len(found.items) == 4 and found.items[2].low != "s") or found.items[1].low in ("(", '"', ";", ":", "."):
        return None
    if portion.value != "end" or unit.value not in ("year", "month", "week") or portion.low.lower() != "end":
        return None
    step = Step(0, "either", Calendar(cast(str, unit.value)), "the")
    return found.whole("x_rel", Portion("end", step))


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
    count, unit = _fortnights(_count(figure), cast(str, unit_item.value))
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
    count, unit = _fortnights(_count(figure), cast(str, unit_item.value))
    return found.whole("x_shift", Shift(count, unit, 1, "published"))


def _from_day(found: Found) -> Built:
    """`two days from tomorrow`."""
    shift, base = _from_now(found), found.items[-1]
    if shift is None:
        return None
    if base.kind == "deictic":
        name, step = cast(tuple[str, int], base.value)
        node: Node = Step(step, "published", Calendar("day"), base.low.lower())
    else:
        node = cast(Node, base.value)
    return [shift[0]._replace(value=replace(cast(Shift, shift[0].value), base=node, anchor="narrated"))]


def _after_next(found: Found) -> Built:
    """`the week after next`."""
    unit, word = found.first("unit"), found.items[-1]
    if unit is None or word.low.lower() != "next" or unit.value not in ("week", "month", "year", "weekend"):
        return None
    return found.whole("x_rel", Step(2, "published", Calendar(unit.value), "next"))


def _ahead_or_long(found: Found) -> Built:
    """`in two weeks`: when it will be in the future tense, how long it took else."""
    built = _duration(found)
    if built is None or found.after.kind == "hyphen":
        return None
    item = found.items[1]
    node = replace(cast(Duration, built[0].value), is_ahead=True)
    return [found.items[0], Item("x_dur", item.start, built[0].end, node)]


def _portion_of_unit(found: Found) -> Built:
    """`at the end of year`."""
    portion, unit = found.first("portion"), found.items[-1]
    if portion is None or unit.value not in ("year", "month", "week", "season"):
        return None
    return found.whole("x_rel", Portion(cast(str, portion.value), Step(0, "either", Calendar(unit.value), "the")))


def _numeral_of_step(found: Found) -> Built:
    """`the 20th of next month`."""
    ordinal, unit = found.first("ordinal"), found.items[-1]
    if ordinal is None or unit.value != "month" or not 1 <= cast(int, ordinal.value) <= 31:
        return None
    anchor, step, word = _step_of(found)
    outer = Step(step, "published" if anchor == "either" else anchor, Calendar("month"), word)
    return found.whole("x_day", Nth(0, Calendar("day", day=cast(int, ordinal.value)), outer))


def _in_time(found: Found) -> Built:
    """`in two weeks' time`."""
    figure, unit_item = found.first("count", "day", "int", "year", "vague_count", "a"), found.first("unit", "units")
    if figure is None or unit_item is None:
        return None
    count, unit = _fortnights(_count(figure), cast(str, unit_item.value))
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
        if not found.first("hyphen") and found.after.kind not in ("old", "long", "word"):
            return None
    if figure is not None and figure.kind == "a" and found.before.kind in ("times",):
        return None
    count, unit = _fortnights(_count(figure), cast(str, unit_item.value))
    return found.whole("x_dur", Duration(count, unit))


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
    return found.whole("x_dur", Duration(0.5, cast(str, unit.value)))


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
    return found.whole("x_set", Recurring(cast(tuple[str, int], item.value)[0]))


def _every(found: Found) -> Built:
    """`every day`, `each Friday`, `every two weeks`, `per month`."""
    figure, last = found.first("count", "day", "int", "ordinal"), found.items[-1]
    count = _count(figure) or 1
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
    return [Item("x_set", start, unit.end, Recurring(f"{prefix}1{_LETTERS[cast(str, unit.value)].lstrip('T')}"))]


def _reference(found: Found) -> Built:
    item = found.items[-1]
    if item.low.lower() == "former" and found.items[0].kind == "the" and found.after.kind in ("comma", "sign"):
        return None
    return found.whole("x_ref", Reference(cast(str, item.value)))


def _now(found: Found) -> Built:
    return found.whole("x_ref", Reference("PRESENT_REF"))


def _present(found: Found) -> Built:
    """The `present` of `2013 to present`, the `date` of `to date`."""
    is_present = found.items[0].low.lower() in ("present", "date") and found.after.kind not in ("word", "name", "unit")
    if not is_present or found.before.kind not in ("to", "until", "till", "hyphen", "through"):
        return None
    return found.whole("x_ref", Reference("PRESENT_REF"))


def _present_day(found: Found) -> Built:
    is_present = found.items[0].low.lower() == "present" and found.items[-1].value == "day"
    return found.whole("x_ref", Reference("PRESENT_REF")) if is_present else None


def _the_unit(found: Found) -> Built:
    """`the year`, which means something only inside `the end of the year`, `earlier in the week`."""
    unit = found.items[-1]
    if unit.kind == "part":
        return found.whole("x_the", Part(cast(str, unit.value)))
    if unit.kind == "unit" and unit.value in ("second", "minute", "hour", "half", "season", "decade"):
        return None
    node = _target(unit)
    if node == Calendar("weekend"):
        return found.whole("x_rel", Step(0, "either", node, "the"))
    if node is not None and node.year is not None:
        return found.whole("x_season", node)
    return found.whole("x_the", Step(0, "either", node, "the")) if node else None


RELATIVE = (
    Rule("deictic part?", _deictic),
    Rule("this deictic", lambda found: None),
    Rule("the? unit (before | after) deictic", _beyond_deictic),
    Rule("overnight", _overnight),
    Rule("the? step+ (unit | units | x_weekday | x_month | x_season | part | x_feast)", _stepped),
    Rule("the? step+ hyphen? FIGURE hyphen? UNIT", _window),
    Rule("the? step+ vague_count UNIT", _window),
    Rule("the? step+ FIGURE (or | to | hyphen) FIGURE UNIT", _window),
    Rule("the? FIGURE step units", _window),
    Rule("the? ref units", _recent),
    Rule("the (units | unit) word", _ahead),
    Rule("unit hyphen? portion", _year_end),
    Rule("APPROX* (COUNT | the)? hyphen? UNIT (ago | shift | later | before | after | back)", _shifted),
    Rule("COUNT UNIT and a half (ago | shift | later | before | after | back)", _shifted_half),
    Rule("COUNT UNIT from now", _from_now),
    Rule("COUNT UNIT from (deictic | x_weekday | x_dm | x_md | x_feast)", _from_day),
    Rule("the? unit after step", _after_next),
    Rule("in COUNT UNIT", _ahead_or_long),
    Rule("the? portion of unit", _portion_of_unit),
    Rule("the ordinal of step+ unit", _numeral_of_step),
    Rule("the ordinal (of? the? step+) unit", _numeral_of_step),
    Rule("in COUNT UNIT sign? (word)? time", _in_time),
    Rule("APPROX* COUNT hyphen? UNIT (hyphen? (old | long))?", _duration),
    Rule("APPROX* COUNT word UNIT", lambda found: _described(found)),
    Rule("units", _bare_units),
    Rule("a? half hyphen? a? unit", _half_century),
    Rule("(unit | units) hyphen? long", _long),
    Rule("unit sign word portion", _year_end),
    Rule("a? unit hyphen? and hyphen? a hyphen? half", _a_half_more),
    Rule("set", _recurring),
    Rule("(every | each) (FIGURE | ordinal)? (UNIT | x_weekday | part | x_month)", _every),
    Rule("per unit", _every),
    Rule("as? weekdays", _every),
    Rule("(times | FIGURE time) a unit", _times_a),
    Rule("the? ref", _reference),
    Rule("now", _now),
    Rule("(step | word)", _present),
    Rule("step hyphen unit", _present_day),
    Rule("the (unit | x_season | part)", _the_unit),
)


def _described(found: Found) -> Built:
    """`two bloody weeks`, `two full days`: one word between the number and its unit."""
    figure, unit = found.first("count", "day", "int", "vague_count", "a"), found.last("units")
    if figure is None or unit is None or figure.kind == "a":
        return None
    count, name = _fortnights(_count(figure), cast(str, unit.value))
    return found.whole("x_dur", Duration(count, name))


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
    elif item.kind == "clock" and found.before.kind not in ("at", "by", "until", "from", "about", "around", "to",
                                                            "before", "after", "since", "x_weekday", "x_md", "x_dm",
                                                            "x_day", "comma", "edge", "break", "and", "open"):  # fmt: skip
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
    fits = {"year": node.weekday is None or node.month is not None, "month": node.month is None and node.day is not None,
            "week": node.weekday is not None and node.day is None}  # fmt: skip
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


def _nth(found: Found) -> Built:
    """`the first week of March`, `the last Friday of May`, `the first three days of the month`, `the second half of 2008`."""
    ordinal, outer = found.first("ordinal"), found.items[-1]
    figure = found.first("count", "day", "int", "vague_count")
    target_item = found.first("unit", "units", "half", "x_weekday", "x_month") if outer.kind != "x_month" else next(
        (item for item in found.items[:-1] if item.kind in ("unit", "units", "half", "x_weekday", "x_month")), None)  # fmt: skip
    if ordinal is None or target_item is None or target_item is outer:
        return None
    number = cast(int, ordinal.value)
    if target_item.kind in ("unit", "units", "half"):
        target = Calendar(cast(str, target_item.value))
    else:
        target = cast(Calendar, target_item.value)
    return found.whole("x_rel", Nth(number, target, cast(Node, outer.value), _count(figure)))


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
    if which == "whole" and found.items[0].kind != "the":
        return None
    if outer.kind == "x_the" and not (found.first("of") or found.first("in") or found.first("on")):
        if not (portion.low.lower() in ("mid", "early", "late")):
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
    return [item._replace(kind="x_shift", value=with_about(cast(Node, item.value)))]


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
    Rule("x_clock zone? (on | comma | of)? DAYISH", _clock_day),
    Rule("DAYISH comma? (at | around | about | by)? x_clock", _clock_day),
    Rule("x_part comma? (at | around | about)? x_clock", lambda found: None),
    Rule("(the? part)", _bare_part),
)
