"""What a phrase says → when that is, against the day of publication and what was told before."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from hudhud.lexicon.time_words import NAMED_PERIODS
from hudhud.read import stretches
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
)
from hudhud.read.feast_days import feast_days
from hudhud.read.portions import in_stretch, narrowed
from hudhud.read.stretches import Stretch, add, containing, is_finer, moved

__all__ = ["Context", "Resolved", "resolve"]

# A date a day after the publication day is a matter of time zones, not a date of the year before.
_ZONE_DAYS = 1
# In a narrative a month this many days behind the last one told is of the next year, not a look back.
_LOOK_BACK_DAYS = 200
# A year told by itself does not move the story where the next date is within this of the last full one.
_PASSING_DAYS = 62
_PASSING_BACK_DAYS = 0


@dataclass(frozen=True, slots=True)
class Resolved:
    """When a phrase is: the stretch of the calendar it names, and the days that are left of it.

    `kind` is `date`, `time`, `duration`, `set` or `reference`. `stretch` is None where nothing can be told;
    `start` and `end` narrow it (`early May`) or stand alone (`the past six months`). `anchor` is that of
    `Period`. `value` is the amount of a duration or a set in TIMEX3's writing.
    """

    kind: str
    stretch: Stretch | None = None
    start: date | None = None
    end: date | None = None
    anchor: str = "absolute"
    portion: str = ""
    part: str = ""
    clock: tuple[int, int | None] | None = None
    value: str = ""
    is_about: bool = False


@dataclass(slots=True)
class Context:
    """What a phrase is read against: publication day, times told before, tense, and the kind of text."""

    published: date | None
    is_narrative: bool = False
    is_future: bool = False
    told: list[Resolved] = field(default_factory=list)
    in_sentence: Stretch | None = None

    def last_told(self, unit: str = "century") -> Resolved | None:
        """The time told last that is at least as fine as `unit`."""
        for resolved in reversed(self.told):
            if resolved.stretch and is_finer(resolved.stretch.unit, unit):
                return resolved
        return None


def resolve(node: Node, context: Context) -> Resolved:
    """When `node` is. Where the anchor it needs is missing, the result has no stretch and no days."""
    resolver: Callable[[Any, Context], Resolved] = _RESOLVERS[type(node)]
    resolved = resolver(node, context)
    return replace(resolved, is_about=True) if node.is_about and not resolved.is_about else resolved


def _of(stretch: Stretch | None, anchor: str = "absolute", *, is_about: bool = False) -> Resolved:
    if stretch is None:
        return Resolved("date", anchor=anchor)
    return Resolved("date", stretch, stretch.start, stretch.end, anchor, is_about=is_about)


# -- the calendar ------------------------------------------------------------------------------------------------


def _calendar(node: Calendar, context: Context) -> Resolved:
    if node.unit == "named":
        first, last = (date.fromisoformat(day) for day in NAMED_PERIODS[node.feast or ""])
        return Resolved("date", None, first, last)
    if node.unit in ("decade", "century"):
        number = node.number or 1
        return _of(stretches.decade(number) if node.unit == "decade" else stretches.century(number))
    if node.year is not None:
        return _of(_in_year(node, node.year), is_about=node.is_doubtful)
    if node.feast or node.month or node.season or node.number:
        return _completed(node, context)
    if node.weekday is not None and node.day is None:
        return _weekday(node.weekday, context)
    return _day_of_month(node, context)


def _in_year(node: Calendar, year: int) -> Stretch | None:
    """The stretch that `node` is in a year; None where that day does not exist."""
    if node.feast:
        days = feast_days(node.feast, year)
        if days is None:
            return None
        return Stretch("day" if days[0] == days[1] else "month", year, days[0].month, *days)
    if node.unit == "year":
        return stretches.year(year)
    if node.unit == "season":
        return stretches.season(year, node.season or "spring")
    if node.unit in ("quarter", "half"):
        return (stretches.quarter if node.unit == "quarter" else stretches.half)(year, node.number or 1)
    if node.unit == "month" or not 1 <= year <= 9999:
        return stretches.month(year, node.month or 1)
    try:
        return stretches.day(date(year, node.month or 1, node.day or 1))
    except ValueError:
        return None


def _completed(node: Calendar, context: Context) -> Resolved:
    """A date whose year is left out, with the year that the text or the publication day gives it."""
    told = context.last_told("year")
    if context.in_sentence is not None and not context.is_narrative:
        carried = _following(node, context.in_sentence)
        if carried is not None and carried.start is not None:
            if context.published is None or carried.start <= context.published:
                return _of(carried, "narrated")
    if context.is_narrative and told is not None and told.stretch is not None:
        return _of(_in_narrative(node, told.stretch, context), "narrated")
    if context.published is None:
        if told is not None and told.stretch is not None:
            return _of(_following(node, told.stretch), "narrated")
        return Resolved("date", anchor="published")
    return _of(_near(node, context.published, is_future=context.is_future), "published")


def _near(node: Calendar, published: date, *, is_future: bool) -> Stretch | None:
    """The last such date up to the publication day, or the next one in the future tense."""
    years = range(published.year - 8, published.year + 9)
    found = [stretch for year in years if (stretch := _in_year(node, year)) and stretch.start and stretch.end]
    if node.weekday is not None and node.unit == "day":
        agreeing = [stretch for stretch in found if stretch.start and stretch.start.isoweekday() == node.weekday]
        found = [s for s in agreeing if s.start and abs((s.start - published).days) < 330] or found
    if is_future:
        return next((s for s in found if s.end and s.end >= published), None)
    if node.feast:
        return min(found, key=lambda s: abs(((s.start or published) - published).days), default=None)
    limit = add(published, _ZONE_DAYS, "day") if node.unit == "day" else published
    return next((s for s in reversed(found) if s.start and s.start <= limit), None)


def _following(node: Calendar, told: Stretch) -> Stretch | None:
    """The date in the year told last, or in the next where a narrative that moves on would have it there."""
    same = _in_year(node, told.year if told.unit != "season" or told.start is None else told.start.year)
    if same is None or same.start is None or told.start is None or not is_finer(told.unit, "season"):
        return same
    if (told.start - (same.end or same.start)).days > _LOOK_BACK_DAYS:
        return _in_year(node, told.start.year + 1) or same
    return same


def _in_narrative(node: Calendar, told: Stretch, context: Context) -> Stretch | None:
    """The date in the year told last; a year named in passing is skipped where the story just goes on without it."""
    fine = context.last_told("season")
    if told.unit == "year" and fine is not None and fine.stretch is not None and fine.start is not None:
        going_on = _following(node, fine.stretch)
        if going_on is not None and going_on.start is not None:
            days = (going_on.start - fine.start).days
            if -_PASSING_BACK_DAYS <= days <= _PASSING_DAYS:
                return going_on
    return _following(node, told)


def _weekday(weekday: int, context: Context) -> Resolved:
    told = context.last_told("week")
    if (context.is_narrative or context.published is None) and told is not None and told.start is not None:
        return _of(stretches.day(_on_or_after(told.start, weekday)), "narrated")
    if context.published is None:
        return Resolved("date", anchor="published")
    if context.is_future:
        return _of(stretches.day(_on_or_after(context.published, weekday)), "published")
    return _of(stretches.day(_on_or_before(context.published, weekday)), "published")


def _on_or_after(at: date, weekday: int) -> date:
    return add(at, (weekday - at.isoweekday()) % 7, "day")


def _on_or_before(at: date, weekday: int) -> date:
    return add(at, -((at.isoweekday() - weekday) % 7), "day")


def _day_of_month(node: Calendar, context: Context) -> Resolved:
    """`the 24th`, `Thursday the 21st`: in the month told last or the month of publication, or the one before it."""
    told = context.last_told("month")
    anchor = "published"
    at = context.published
    if (context.is_narrative or at is None) and told is not None:
        at, anchor = told.start, "narrated"
    if at is None:
        return Resolved("date", anchor=anchor)
    steps: tuple[int, ...] = (0, 1, 2) if context.is_future or anchor == "narrated" else (0, -1, -2)
    steps += (1, 2) if node.weekday is not None and steps[1] < 0 else ()
    for step in steps:
        first = add(at.replace(day=1), step, "month")
        found = _in_year(Calendar("day", month=first.month, day=node.day), first.year)
        if found is None or found.start is None:
            continue
        if node.weekday is not None and found.start.isoweekday() != node.weekday:
            continue
        if anchor == "published" and not context.is_future and found.start > at and node.weekday is None:
            continue
        if context.is_future and found.start < at:
            continue
        return _of(found, anchor)
    return Resolved("date", anchor=anchor)


# -- steps and shifts --------------------------------------------------------------------------------------------


def _anchor(anchor: str, unit: str, context: Context) -> tuple[Stretch | None, str]:
    """The stretch that a relative phrase is told from, and what `Period.anchor` calls it."""
    told = context.last_told(unit)
    published = stretches.day(context.published) if context.published else None
    if anchor == "narrated" or (context.is_narrative and anchor in ("either", "published")):
        if told is not None and told.stretch is not None:
            return told.stretch, "narrated"
        if anchor == "narrated" and unit == "day":
            return None, "narrated"
    return published, "published"


def _at_unit(stretch: Stretch, unit: str) -> Stretch | None:
    """The stretch of `unit` that another one is in; for years before Christ only what needs no days."""
    if stretch.start is not None:
        return containing(unit, stretch.start)
    if unit == stretch.unit:
        return stretch
    if unit == "year":
        return stretches.year(stretch.year)
    if unit == "decade":
        return stretches.decade(-(-stretch.year // 10 * 10))
    if unit == "century":
        return stretches.century(-(-stretch.year // 100) - 1)
    return None


def _step(node: Step, context: Context) -> Resolved:
    target, unit = node.target, node.target.unit
    is_named = bool(target.weekday or target.month or target.season or target.feast)
    anchor = node.anchor
    if node.word in ("today", "yesterday", "tomorrow", "tonight"):
        told = context.published
        if told is None:
            return Resolved("date", anchor="published")
        found = stretches.day(add(told, node.step, "day"))
        is_reference = node.word == "today" and context.is_narrative
        return Resolved("date", found, found.start, found.end, "published", value="PRESENT_REF" if is_reference else "")
    needed = ("weekend" if target.weekday else "year") if is_named else unit
    base, name = _anchor(anchor, needed, context)
    if base is None:
        return Resolved("date", anchor=name)
    if is_named:
        return _of(_named_step(node, base, name), name)
    if unit == "weekend" and node.step == 0 and name == "published" and base.start is not None:
        return _of(_this_weekend(base.start, is_future=context.is_future), name)
    found_unit = _at_unit(base, unit)
    return _of(moved(found_unit, node.step) if found_unit else None, name)


def _this_weekend(at: date, *, is_future: bool) -> Stretch:
    """The weekend of the week, or until Thursday the one before where the text looks back."""
    is_past = not is_future and at.isoweekday() < 5
    return stretches.weekend(add(at, -7, "day") if is_past else at)


def _named_step(node: Step, base: Stretch, anchor: str) -> Stretch | None:
    """`last Friday`, `next June`, `this spring`, `the following winter`."""
    target = node.target
    at = base.start
    if at is None:
        return _in_year(replace(target, unit=target.unit), base.year + max(node.step, 0))
    if target.weekday and target.unit == "day":
        return stretches.day(_weekday_step(node, at, target.weekday))
    years = range(at.year - 2, at.year + 3)
    found = [s for number in years if (s := _in_year(target, number)) and s.start and s.end]
    ending = base.end or at
    if node.step < 0:
        return next((s for s in reversed(found) if s.end and s.end < at), None)
    if node.step > 0:
        is_within = base.unit == "year"
        return next((s for s in found if s.start and s.start > (ending if not is_within else at)), None)
    if target.season == "winter" and at.month < 3:
        return _in_year(target, at.year - 1)
    return _in_year(target, at.year)


def _weekday_step(node: Step, at: date, weekday: int) -> date:
    if node.step < 0:
        return _on_or_before(add(at, -1, "day"), weekday)
    if node.step > 0 and node.anchor == "narrated":
        return _on_or_after(add(at, 1, "day"), weekday)
    if node.step > 0:
        if node.word in ("coming", "upcoming"):
            return _on_or_after(add(at, 1, "day"), weekday)
        return add(_on_or_after(add(at, 8 - at.isoweekday(), "day"), weekday), 0, "day")
    monday = add(at, 1 - at.isoweekday(), "day")
    return add(monday, weekday - 1, "day")


def _shift(node: Shift, context: Context) -> Resolved:
    unit = node.unit
    if node.base is not None:
        base_resolved = resolve(node.base, context)
        base, name = base_resolved.stretch, base_resolved.anchor
        if base is not None and base_resolved.start is not None and base_resolved.end is not None:
            base = base._replace(start=base_resolved.start, end=base_resolved.end)
    elif node.anchor == "published" and context.published is not None and not (context.is_narrative and context.told):
        base, name = stretches.day(context.published), "published"
    else:
        told = context.last_told("day" if unit in _FINE_UNITS else unit) or context.last_told()
        base, name = (told.stretch if told else None), "narrated"
        if node.is_about and (not context.is_narrative or (base and not is_finer(base.unit, unit))):
            base = None
    if base is None:
        return Resolved("date", anchor=name, value="PAST_REF" if node.sign < 0 else "FUTURE_REF")
    if node.count is None:
        return _some_time(node, base, name)
    return _shifted(base, node.count * node.sign, unit, name)


_YEARS = {"year": 1, "decade": 10, "century": 100}
_FINE_UNITS = frozenset(("second", "minute", "hour", "day", "week"))


def _some_time(node: Shift, base: Stretch, name: str) -> Resolved:
    """`weeks later`, `several years ago`: after or before the anchor, how long is not told."""
    value = "PAST_REF" if node.sign < 0 else "FUTURE_REF"
    start, end = (None, base.start) if node.sign < 0 else (base.end, None)
    return Resolved("date", None, start, end, name, value=value, is_about=True)


def _shifted(base: Stretch, count: float, unit: str, name: str) -> Resolved:
    whole = round(count)
    if base.start is None or base.end is None:
        found = _at_unit(base, unit) if unit in ("year", "decade", "century") else None
        return _of(moved(found, whole) if found else None, name)
    if unit in ("second", "minute", "hour"):
        days = timedelta(**{f"{unit}s": min(max(count, -1e6), 1e6)})
        at = add(base.start, round(days.total_seconds() / 86400 - (0.01 if count < 0 else 0)), "day")
        return _of(stretches.day(at), name, is_about=True)
    if not is_finer(base.unit, unit):
        return _of(base, name, is_about=True)
    if unit in ("year", "decade", "century") and base.start.year + whole * _YEARS[unit] < 1:
        return _of(stretches.year(base.start.year + whole * _YEARS[unit]), name)
    moved_to = add(base.start if count < 0 else base.end, whole, unit)
    if count != whole and unit in ("year", "decade"):
        moved_to = add(moved_to, round((count - whole) * (12 if unit == "year" else 120)), "month")
    if unit == "day" or (unit == "week" and name != "published" and is_finer(base.unit, "day")):
        return _of(stretches.day(moved_to), name)
    if unit == "decade" and name == "published":
        return _of(containing("year", moved_to), name, is_about=True)
    return _of(containing(unit, moved_to), name)


# How far `recent days`, `recent weeks` and `recent months` reach back; longer units stay open.
_RECENT = {"day": (7, "day"), "week": (1, "month"), "month": (6, "month")}


def _window(node: Window, context: Context) -> Resolved:
    value = _amount(node.count, node.unit)
    base: Stretch | None
    if node.anchor == "published" and context.published is not None:
        base, name = stretches.day(context.published), "published"
    else:
        base, name = _anchor(node.anchor if node.anchor != "final" else "narrated", "day", context)
        if base is None and node.anchor == "narrated" and node.count is not None and context.published is not None:
            base, name = stretches.day(context.published), "published"
    if base is None or base.start is None or base.end is None:
        return Resolved("date", anchor=name, value=value)
    if node.count is None:
        start, end = (None, base.end) if node.sign < 0 else (base.start, None)
        if node.is_about and node.unit in _RECENT:
            start = add(base.start, -_RECENT[node.unit][0], _RECENT[node.unit][1])
        return Resolved("date", None, start, end, name, value=value, is_about=True)
    count = (
        max(1, round(node.count)) if node.unit not in ("second", "minute", "hour") else max(1, round(node.count / 24))
    )
    unit = node.unit if node.unit not in ("second", "minute", "hour") else "day"
    excluded = 1 if name == "narrated" and node.anchor == "narrated" else 0
    if node.sign < 0:
        return Resolved("date", None, add(base.start, -count, unit), add(base.end, -excluded, "day"), name, value=value)
    return Resolved("date", None, add(base.start, excluded, "day"), add(base.end, count, unit), name, value=value)


# -- parts -------------------------------------------------------------------------------------------------------


def _portion(node: Portion, context: Context) -> Resolved:
    inner = resolve(node.of, context)
    if inner.stretch is None:
        return inner
    start, end = inner.start, inner.end
    if node.which in ("before", "after", "rest"):
        return _around_anchor(node, inner, context)
    if start is not None and end is not None:
        start, end = narrowed(start, end, inner.stretch.unit, node.which)
    return replace(inner, start=start, end=end, portion=node.which)


def _around_anchor(node: Portion, inner: Resolved, context: Context) -> Resolved:
    """`earlier this month` ends at the publication day, `later that year` begins at what was told."""
    at = context.published if inner.anchor == "published" else None
    if inner.anchor == "narrated" and (told := context.last_told()) and told.start and told.end:
        at = told.start if node.which == "before" else told.end
    start, end = inner.start, inner.end
    if at is not None and start is not None and end is not None and start <= at <= end:
        start, end = (start, at) if node.which == "before" else (at, end)
    return replace(inner, start=start, end=end, portion=node.which)


def _nth(node: Nth, context: Context) -> Resolved:
    outer = resolve(node.of, context)
    if outer.stretch is None:
        return outer
    if node.number == 0:
        return _filled(node, outer)
    if outer.start is None or outer.end is None:
        return outer
    found = in_stretch(node.number, node.target, outer.start, outer.end, node.count)
    if found is None:
        return Resolved("date", anchor=outer.anchor)
    if node.count is not None:
        value = _amount(node.count, node.target.unit)
        return Resolved("date", None, found.start, found.end, outer.anchor, value=value)
    return _of(found, outer.anchor)


def _filled(node: Nth, outer: Resolved) -> Resolved:
    """`June of last year`: the inner date with the year, month or week that the outer one gives."""
    stretch, target = outer.stretch, node.target
    if stretch is None:
        return outer
    if stretch.unit == "week" and target.weekday and stretch.start is not None:
        return _of(stretches.day(add(stretch.start, target.weekday - 1, "day")), outer.anchor)
    if stretch.unit == "month":
        return _of(_in_year(replace(target, month=stretch.number), stretch.year), outer.anchor)
    return _of(_in_year(target, stretch.year), outer.anchor)


def _day_for(node: Node | None, context: Context) -> Resolved:
    if node is not None:
        return resolve(node, context)
    told = context.last_told("day")
    if told is not None:
        return replace(told, anchor="narrated")
    if context.published is None or context.is_narrative:
        return Resolved("date", anchor="narrated")
    return _of(stretches.day(context.published), "published")


def _part(node: Part, context: Context) -> Resolved:
    if node.of is None:
        return Resolved("time", anchor="narrated", part=node.part)
    if node.part == "overnight":
        day = resolve(node.of, context) if node.of else Resolved("date")
        if day.start is None or day.stretch is None:
            return replace(day, kind="time", part="night")
        before = add(day.start, -1, "day")
        return replace(day, kind="time", stretch=stretches.day(before), start=before, end=day.start, part="night")
    day = _day_for(node.of, context)
    if day.stretch is not None and day.stretch.unit != "day":
        return replace(day, kind="time", part=node.part)
    return replace(day, kind="time", part=node.part, clock=None)


def _clock(node: Clock, context: Context) -> Resolved:
    day = _day_for(node.of, context)
    return replace(day, kind="time", part="", clock=(node.hour, node.minute))


# -- amounts -----------------------------------------------------------------------------------------------------

_AMOUNTS = {"second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "weekend": "P{}WE", "week": "P{}W",
            "month": "P{}M", "quarter": "P{}Q", "year": "P{}Y", "decade": "P{}DE", "century": "P{}CE"}  # fmt: skip


def _amount(count: float | None, unit: str) -> str:
    return _AMOUNTS.get(unit, "P{}D").format("X" if count is None else f"{count:g}")


def _duration(node: Duration, context: Context) -> Resolved:
    if node.is_ahead and context.is_future and node.count is not None and not context.is_narrative:
        return _shift(Shift(node.count, node.unit, 1, "published"), context)
    return Resolved("duration", value=_amount(node.count, node.unit))


def _recurring(node: Recurring, context: Context) -> Resolved:
    return Resolved("set", value=node.value)


def _reference(node: Reference, context: Context) -> Resolved:
    return Resolved("reference", value=node.value)


_RESOLVERS: dict[type, Callable[[Any, Context], Resolved]] = {
    Calendar: _calendar,
    Step: _step,
    Shift: _shift,
    Window: _window,
    Portion: _portion,
    Nth: _nth,
    Part: _part,
    Clock: _clock,
    Duration: _duration,
    Recurring: _recurring,
    Reference: _reference,
}
