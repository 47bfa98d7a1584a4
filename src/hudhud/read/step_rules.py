"""The grammar of steps: yesterday, last week, next Friday, the past six months, now."""

from typing import cast

from hudhud.read.amounts import counted, fortnights, step_of, target_of
from hudhud.read.cascade import Built, Found, Rule
from hudhud.read.date_nodes import (
    Calendar,
    Nth,
    Part,
    Portion,
    Reference,
    Running,
    Step,
    Window,
)
from hudhud.read.time_tokens import Item
from hudhud.read.told_events import event_in

__all__ = ["STEPS"]


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


def _stepped(found: Found) -> Built:
    """`last week`, `next Friday`, `that month`, `the following spring`, `the same day`."""
    anchor, step, word = step_of(found)
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
    node = target_of(target)
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


def _window(found: Found) -> Built:
    """`the past six months`, `the next two days`, `the four previous weeks`."""
    anchor, step, word = step_of(found)
    figure = found.last("count", "day", "int", "year", "vague_count")
    unit = found.last("units", "unit")
    if not step or figure is None or unit is None:
        return None
    if anchor == "either":
        anchor = "published"
    count, name = fortnights(counted(figure), cast(str, unit.value))
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
    step = Step(0, "either", Calendar(unit.value), "the")
    return found.whole("x_rel", Portion("close" if found.before.kind == "by" else "end", step))


def _time_of_writing(found: Found) -> Built:
    """`at the time of writing`: the publication day."""
    if found.items[-1].low not in ("writing", "publication"):
        return None
    return found.whole("x_day", Step(0, "published", Calendar("day"), "today"))


def _after_next(found: Found) -> Built:
    """`the week after next`."""
    unit, word = found.first("unit"), found.items[-1]
    if unit is None or word.low.lower() != "next" or unit.value not in ("week", "month", "year", "weekend"):
        return None
    return found.whole("x_rel", Step(2, "published", Calendar(unit.value), "next"))


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
    anchor, step, word = step_of(found)
    outer = Step(step, "published" if anchor == "either" else anchor, Calendar("month"), word)
    return found.whole("x_day", Nth(0, Calendar("day", day=cast(int, ordinal.value)), outer))


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
    node = target_of(unit)
    if node == Calendar("weekend"):
        return found.whole("x_rel", Step(0, "either", node, "the"))
    if node is not None and node.year is not None:
        return found.whole("x_season", node)
    return found.whole("x_the", Step(0, "either", node, "the")) if node else None


_ENTERING = frozenset("into enters entered entering begins began is reaches reached".split())
_RUNNING_UNITS = frozenset(("day", "week", "month", "year"))


def _its_running(found: Found) -> Built:
    """`in its fifth week`, `entered its third year`."""
    owner, ordinal, unit = found.items
    if owner.low not in ("its", "their") or unit.value not in _RUNNING_UNITS or cast(int, ordinal.value) < 1:
        return None
    if found.before.kind != "in" and found.before.low not in _ENTERING:
        return None
    return found.whole("x_running", Running(cast(int, ordinal.value), unit.value))


def _running_of(found: Found) -> Built:
    """`the third day of the offensive`, `the sixth day of fighting`."""
    ordinal, unit, event = found.first("ordinal"), found.first("unit"), event_in([found.items[-1]])
    if ordinal is None or unit is None or unit.value not in _RUNNING_UNITS or not event:
        return None
    if cast(int, ordinal.value) < 1:
        return None
    return found.whole("x_running", Running(cast(int, ordinal.value), unit.value, event))


STEPS = (
    Rule("word ordinal unit", _its_running),
    Rule("the? ordinal unit of (the | a)? word", _running_of),
    Rule("the? ordinal unit of (the | a)? (word | name) word", _running_of),
    Rule("deictic part?", _deictic),
    Rule("the? unit (before | after) deictic", _beyond_deictic),
    Rule("overnight", _overnight),
    Rule("the? time of word", _time_of_writing),
    Rule("the? step+ (unit | units | x_weekday | x_month | x_season | part | x_feast)", _stepped),
    Rule("the? step+ hyphen? FIGURE hyphen? UNIT", _window),
    Rule("the? step+ vague_count UNIT", _window),
    Rule("the? step+ FIGURE (or | to | hyphen) FIGURE UNIT", _window),
    Rule("the? FIGURE step units", _window),
    Rule("the? ref units", _recent),
    Rule("the (units | unit) word", _ahead),
    Rule("unit hyphen? portion", _year_end),
    Rule("the? unit after step", _after_next),
    Rule("the? portion of unit", _portion_of_unit),
    Rule("the ordinal of step+ unit", _numeral_of_step),
    Rule("the ordinal (of? the? step+) unit", _numeral_of_step),
    Rule("unit sign word portion", _year_end),
    Rule("the? ref", _reference),
    Rule("now", _now),
    Rule("(step | word)", _present),
    Rule("step hyphen unit", _present_day),
    Rule("the (unit | x_season | part)", _the_unit),
)
