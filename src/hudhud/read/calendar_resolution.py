"""Places in the calendar → when they are: the year left out, the weekday alone, the day without its month."""

from datetime import date

from hudhud.lexicon.time_words import NAMED_PERIODS
from hudhud.read import stretches
from hudhud.read.date_context import Context, Resolved, of_stretch
from hudhud.read.date_nodes import Calendar
from hudhud.read.feast_days import feast_days
from hudhud.read.stretches import Stretch, add, is_finer, on_or_after, on_or_before

__all__ = ["in_year", "resolve_calendar"]

# A date a day after the publication day is a matter of time zones, not a date of the year before.
_ZONE_DAYS = 1


# In a narrative a month this many days behind the last one told is of the next year, not a look back.
_LOOK_BACK_DAYS = 200


# A year told by itself does not move the story where the next date is within this of the last full one.
_PASSING_DAYS = 62


_PASSING_BACK_DAYS = 0


# Hand-set: nobody names a day ten months ahead without its year, when that day is only two weeks past.
_FAR_AHEAD_DAYS, _JUST_OVER_DAYS = 300, 14


def resolve_calendar(node: Calendar, context: Context) -> Resolved:
    """When a place in the calendar is, its open slots filled from the context."""
    if node.unit == "named":
        first, last = (date.fromisoformat(day) for day in NAMED_PERIODS[node.feast or ""])
        return Resolved("date", None, first, last)
    if node.unit in ("decade", "century"):
        number = node.number or 1
        return of_stretch(stretches.decade(number) if node.unit == "decade" else stretches.century(number))
    if node.year is not None:
        return of_stretch(in_year(node, node.year), is_about=node.is_doubtful)
    if node.feast or node.month or node.season or node.number:
        return _completed(node, context)
    if node.weekday is not None and node.day is None:
        return _weekday(node.weekday, context)
    return _day_of_month(node, context)


def in_year(node: Calendar, year: int) -> Stretch | None:
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
        is_past = carried is not None and carried.start is not None and carried.start <= (context.published or date.max)
        if is_past:
            return of_stretch(carried, "narrated")
    if context.is_narrative and told is not None and told.stretch is not None:
        return of_stretch(_in_narrative(node, told.stretch, context), "narrated")
    if context.published is None:
        if told is not None and told.stretch is not None:
            return of_stretch(_following(node, told.stretch), "narrated")
        return Resolved("date", anchor="published")
    return of_stretch(_near(node, context.published, context), "published")


def _near(node: Calendar, published: date, context: Context) -> Stretch | None:
    """The last such date up to the publication day, the next one in the future tense, the nearest one for a limit."""
    years = range(published.year - 8, published.year + 9)
    found = [stretch for year in years if (stretch := in_year(node, year)) and stretch.start and stretch.end]
    if node.weekday is not None and node.unit == "day":
        agreeing = [stretch for stretch in found if stretch.start and stretch.start.isoweekday() == node.weekday]
        found = [s for s in agreeing if s.start and abs((s.start - published).days) < 330] or found
    if context.is_future:
        return _ahead(found, published)
    if node.feast or context.is_limit:
        return min(found, key=lambda s: abs(((s.start or published) - published).days), default=None)
    limit = add(published, _ZONE_DAYS, "day") if node.unit == "day" else published
    return next((s for s in reversed(found) if s.start and s.start <= limit), None)


def _ahead(found: list[Stretch], published: date) -> Stretch | None:
    """The next date; one that is just over where the next is most of a year away: `is to run from 23 January`."""
    coming = next((s for s in found if s.end and s.end >= published), None)
    last = next((s for s in reversed(found) if s.end and s.end < published), None)
    if coming and last and coming.start and last.end and (coming.start - published).days > _FAR_AHEAD_DAYS:
        return last if (published - last.end).days <= _JUST_OVER_DAYS else coming
    return coming


def _following(node: Calendar, told: Stretch) -> Stretch | None:
    """The date in the year told last, or in the next where a narrative that moves on would have it there."""
    same = in_year(node, told.year if told.unit != "season" or told.start is None else told.start.year)
    if same is None or same.start is None or told.start is None or not is_finer(told.unit, "season"):
        return same
    if (told.start - (same.end or same.start)).days > _LOOK_BACK_DAYS:
        return in_year(node, told.start.year + 1) or same
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
        return of_stretch(stretches.day(on_or_after(told.start, weekday)), "narrated")
    if context.published is None:
        return Resolved("date", anchor="published")
    if context.is_future:
        return of_stretch(stretches.day(on_or_after(context.published, weekday)), "published")
    return of_stretch(stretches.day(on_or_before(context.published, weekday)), "published")


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
        found = in_year(Calendar("day", month=first.month, day=node.day), first.year)
        if found is None or found.start is None:
            continue
        if node.weekday is not None and found.start.isoweekday() != node.weekday:
            continue
        if anchor == "published" and not context.is_future and found.start > at and node.weekday is None:
            continue
        if context.is_future and found.start < at:
            continue
        return of_stretch(found, anchor)
    return Resolved("date", anchor=anchor)
