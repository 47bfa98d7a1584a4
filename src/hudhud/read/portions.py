"""Parts of a stretch: its early, middle and late third, its n-th week, its last Friday."""

from calendar import monthrange
from datetime import date, timedelta

from hudhud.read import stretches
from hudhud.read.date_nodes import Calendar
from hudhud.read.stretches import Stretch, add, containing

__all__ = ["in_stretch", "narrowed"]

_THIRDS = {"early": 0, "start": 0, "mid": 1, "late": 2, "end": 2}


def narrowed(start: date, end: date, unit: str, which: str) -> tuple[date, date]:
    """First and last day of the early, middle or late part: thirds of months, seasons and years.

    Of a decade the late part is its last four years and the early one its first five, of a century a quarter
    each. `close` is the last day (`by the end of the year`). Days, weekends and words for the whole leave the
    stretch as it is.
    """
    if which == "close":
        return end, end
    third = _THIRDS.get(which)
    if third is None or unit in ("day", "weekend", "part"):
        return start, end
    if unit == "month":
        return _third_of_month(start, end, third)
    if unit == "week":
        first, last = ((0, 1), (2, 4), (4, 6))[third]
        return add(start, first, "day"), add(start, last, "day")
    months = {"season": 1, "quarter": 1, "half": 2, "year": 4}.get(unit)
    if months is not None:
        first_day = add(start, third * months, "month")
        return first_day, add(first_day, months, "month") - timedelta(days=1)
    if unit == "decade":
        return _years(start, end, *((0, 4), (4, 6), (6, 9))[third])
    if unit == "century":
        return _years(start, end, *((0, 24), (25, 74), (75, 99))[third])
    length = (end - start).days + 1
    return start + timedelta(days=length * third // 3), start + timedelta(days=max(length * (third + 1) // 3 - 1, 0))


def _years(start: date, end: date, first: int, last: int) -> tuple[date, date]:
    return add(start, first, "year"), min(end, add(start, last + 1, "year") - timedelta(days=1))


def _third_of_month(start: date, end: date, third: int) -> tuple[date, date]:
    if end.month != start.month:
        return start, end
    first, last = ((1, 10), (11, 20), (21, monthrange(start.year, start.month)[1]))[third]
    return start.replace(day=first), start.replace(day=last)


def in_stretch(number: int, target: Calendar, start: date, end: date, count: float | None) -> Stretch | None:
    """The n-th unit, weekday or month between two days, from the end where negative; None where it is not there."""
    if count is not None:
        return _several(number, target.unit, round(count), start, end)
    if target.weekday:
        return _nth_weekday(number, target.weekday, start, end)
    if target.unit == "half":
        return _half(number, start, end)
    if target.unit == "week":
        return _nth_week(number, start, end)
    steps = number - 1 if number > 0 else number + 1
    first = containing(target.unit, add(start if number > 0 else end, steps, target.unit))
    if first.start is None or first.end is None or first.end < start or first.start > end:
        return None
    return first


def _several(number: int, unit: str, count: int, start: date, end: date) -> Stretch:
    """`the first three days`, `the last two weeks` of a stretch."""
    unit = "day" if unit in ("hour", "minute", "second") else unit
    if number < 0:
        first = max(start, add(end, -count, unit) + timedelta(days=1)) if count else start
        return Stretch("range", first.year, 0, first, end)
    last = min(end, add(start, count, unit) - timedelta(days=1))
    return Stretch("range", start.year, 0, start, max(start, last))


def _nth_weekday(number: int, weekday: int, start: date, end: date) -> Stretch | None:
    if number > 0:
        at = add(start, (weekday - start.isoweekday()) % 7 + 7 * (number - 1), "day")
    else:
        at = add(end, -((end.isoweekday() - weekday) % 7) + 7 * (number + 1), "day")
    return stretches.day(at) if start <= at <= end else None


def _half(number: int, start: date, end: date) -> Stretch | None:
    if number not in (1, 2, -1):
        return None
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return stretches.half(start.year, 1 if number == 1 else 2)
    length = (end - start).days + 1
    middle = start + timedelta(days=length // 2)
    first, last = (start, middle - timedelta(days=1)) if number == 1 else (middle, end)
    return Stretch("range", first.year, 0, first, max(first, last))


def _nth_week(number: int, start: date, end: date) -> Stretch | None:
    """Weeks of a month or longer count from its first day, seven days each; the last may be shorter."""
    if number > 0:
        first = add(start, 7 * (number - 1), "day")
        last = min(end, add(first, 6, "day"))
    else:
        last = add(end, 7 * (number + 1), "day")
        first = max(start, add(last, -6, "day"))
    if not start <= first <= last <= end:
        return None
    return Stretch("range", first.year, 0, first, last)
