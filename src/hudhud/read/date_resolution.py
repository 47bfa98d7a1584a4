"""What a phrase says → when that is, against the day of publication and what was told before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hudhud.read import stretches
from hudhud.read.calendar_resolution import in_year, resolve_calendar
from hudhud.read.date_context import Context, Resolved, of_stretch
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
    Running,
    Shift,
    Step,
    Window,
)
from hudhud.read.portions import in_stretch, narrowed
from hudhud.read.stretches import Stretch, add, containing, is_finer, moved, on_or_after, on_or_before

__all__ = ["resolve"]


def resolve(node: Node, context: Context) -> Resolved:
    """When `node` is. Where the anchor it needs is missing, the result has no stretch and no days."""
    resolver: Callable[[Any, Context], Resolved] = _RESOLVERS[type(node)]
    resolved = resolver(node, context)
    return replace(resolved, is_about=True) if node.is_about and not resolved.is_about else resolved


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
        return of_stretch(_named_step(node, base, name), name)
    if unit == "weekend" and node.step == 0 and name == "published" and base.start is not None:
        return of_stretch(_this_weekend(base.start, is_future=context.is_future), name)
    found_unit = _at_unit(base, unit)
    return of_stretch(moved(found_unit, node.step) if found_unit else None, name)


def _this_weekend(at: date, *, is_future: bool) -> Stretch:
    """The weekend of the week, or until Thursday the one before where the text looks back."""
    is_past = not is_future and at.isoweekday() < 5
    return stretches.weekend(add(at, -7, "day") if is_past else at)


def _named_step(node: Step, base: Stretch, anchor: str) -> Stretch | None:
    """`last Friday`, `next June`, `this spring`, `the following winter`."""
    target = node.target
    at = base.start
    if at is None:
        return in_year(replace(target, unit=target.unit), base.year + max(node.step, 0))
    if target.weekday and target.unit == "day":
        return stretches.day(_weekday_step(node, at, target.weekday))
    years = range(at.year - 2, at.year + 3)
    found = [s for number in years if (s := in_year(target, number)) and s.start and s.end]
    ending = base.end or at
    if node.step < 0:
        return next((s for s in reversed(found) if s.end and s.end < at), None)
    if node.step > 0:
        is_within = base.unit == "year"
        return next((s for s in found if s.start and s.start > (ending if not is_within else at)), None)
    if target.season == "winter" and at.month < 3:
        return in_year(target, at.year - 1)
    return in_year(target, at.year)


def _weekday_step(node: Step, at: date, weekday: int) -> date:
    if node.step < 0:
        return on_or_before(add(at, -1, "day"), weekday)
    if node.step > 0 and node.anchor == "narrated":
        return on_or_after(add(at, 1, "day"), weekday)
    if node.step > 0:
        if node.word in ("coming", "upcoming"):
            return on_or_after(add(at, 1, "day"), weekday)
        return add(on_or_after(add(at, 8 - at.isoweekday(), "day"), weekday), 0, "day")
    monday = add(at, 1 - at.isoweekday(), "day")
    return add(monday, weekday - 1, "day")


def _shift(node: Shift, context: Context) -> Resolved:
    unit = node.unit
    if node.event and node.base is None and (dated := context.event(node.event)) is not None:
        return _from_event(node, *dated)
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
        if node.event is not None and (not context.is_narrative or (base and not is_finer(base.unit, unit))):
            base = None
    if base is None:
        return Resolved("date", anchor=name, value="PAST_REF" if node.sign < 0 else "FUTURE_REF")
    if node.count is None:
        return _some_time(node, base, name)
    return _shifted(base, node.count * node.sign, unit, name, is_exact=node.base is not None)


def _from_event(node: Shift, event: Resolved, is_guess: bool) -> Resolved:
    """So much after an event that the text dates; as wide as that date is."""
    start, end = event.start, event.end
    if start is None or end is None:
        return Resolved("date", anchor="narrated")
    if node.unit in ("second", "minute", "hour") and node.count is None:
        start, end = (start, add(end, 1, "day")) if node.sign > 0 else (add(start, -1, "day"), end)
        return Resolved("date", None, start, end, "narrated", is_about=True)
    base = Stretch("day" if start == end else "range", start.year, start.month, start, end)
    if node.count is None:
        return _some_time(node, base, "narrated")
    count = round(node.count) * node.sign
    if start == end:
        return replace(_shifted(base, node.count * node.sign, node.unit, "narrated"), is_about=is_guess)
    return Resolved("date", None, add(start, count, node.unit), add(end, count, node.unit), "narrated", is_about=True)


def _running(node: Running, context: Context) -> Resolved:
    """The n-th day, week, month or year from the beginning told; where none is, one that has no days."""
    begun = context.beginning(node.event)
    if begun is None or begun.start is None or begun.end is None:
        return Resolved("date", Stretch(node.unit, 0, node.number, None, None), anchor="narrated")
    start = add(begun.start, node.number - 1, node.unit)
    end = max(start, add(add(begun.end, node.number, node.unit), -1, "day"))
    is_about = begun.is_about or begun.start != begun.end
    found = Stretch(node.unit, start.year, node.number, start, end)
    return Resolved("date", found, start, end, "narrated", is_about=is_about)


_YEARS = {"year": 1, "decade": 10, "century": 100}


_FINE_UNITS = frozenset(("second", "minute", "hour", "day", "week"))


def _some_time(node: Shift, base: Stretch, name: str) -> Resolved:
    """`weeks later`, `several years ago`: after or before the anchor, how long is not told."""
    value = "PAST_REF" if node.sign < 0 else "FUTURE_REF"
    start, end = (None, base.start) if node.sign < 0 else (base.end, None)
    return Resolved("date", None, start, end, name, value=value, is_about=True)


def _shifted(base: Stretch, count: float, unit: str, name: str, *, is_exact: bool = False) -> Resolved:
    """So many units from a stretch. Weeks from a day that is told are to the day, `two weeks ago` is a week."""
    whole = round(count)
    if base.start is None or base.end is None:
        found = _at_unit(base, unit) if unit in ("year", "decade", "century") else None
        return of_stretch(moved(found, whole) if found else None, name)
    if unit in ("second", "minute", "hour"):
        days = timedelta(**{f"{unit}s": min(max(count, -1e6), 1e6)})
        at = add(base.start, round(days.total_seconds() / 86400 - (0.01 if count < 0 else 0)), "day")
        return of_stretch(stretches.day(at), name, is_about=True)
    if not is_finer(base.unit, unit):
        return of_stretch(base, name, is_about=True)
    if unit in ("year", "decade", "century") and base.start.year + whole * _YEARS[unit] < 1:
        return of_stretch(stretches.year(base.start.year + whole * _YEARS[unit]), name)
    moved_to = add(base.start if count < 0 else base.end, whole, unit)
    is_part = count != whole
    if is_part and unit in ("year", "decade"):
        moved_to = add(moved_to, round((count - whole) * (12 if unit == "year" else 120)), "month")
        unit = "month" if unit == "year" else "year"
    elif is_part and unit == "month" and is_finer(base.unit, "day"):
        moved_to = add(moved_to, round((count - whole) * 30), "day")
    if unit == "day" or (unit == "week" and (is_exact or name != "published") and is_finer(base.unit, "day")):
        return of_stretch(stretches.day(moved_to), name)
    if unit == "decade" and name == "published":
        return of_stretch(containing("year", moved_to), name, is_about=True)
    return of_stretch(containing(unit, moved_to), name)


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
    return of_stretch(found, outer.anchor)


def _filled(node: Nth, outer: Resolved) -> Resolved:
    """`June of last year`: the inner date with the year, month or week that the outer one gives."""
    stretch, target = outer.stretch, node.target
    if stretch is None:
        return outer
    if stretch.unit == "week" and target.weekday and stretch.start is not None:
        return of_stretch(stretches.day(add(stretch.start, target.weekday - 1, "day")), outer.anchor)
    if stretch.unit == "month":
        return of_stretch(in_year(replace(target, month=stretch.number), stretch.year), outer.anchor)
    return of_stretch(in_year(target, stretch.year), outer.anchor)


def _day_for(node: Node | None, context: Context) -> Resolved:
    if node is not None:
        return resolve(node, context)
    told = context.last_told("day")
    if told is not None:
        return replace(told, anchor="narrated")
    if context.published is None or context.is_narrative:
        return Resolved("date", anchor="narrated")
    return of_stretch(stretches.day(context.published), "published")


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
    Calendar: resolve_calendar,
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
    Running: _running,
}
