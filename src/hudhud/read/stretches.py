"""Stretches of the calendar: a day, a week, a month, a season up to a century, with first and last day."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from hudhud.lexicon.time_words import SEASON_MONTHS

__all__ = [
    "Stretch",
    "add",
    "century",
    "containing",
    "day",
    "decade",
    "half",
    "is_finer",
    "month",
    "moved",
    "on_or_after",
    "on_or_before",
    "quarter",
    "season",
    "week",
    "weekend",
    "year",
]

_ORDER = ("second", "minute", "hour", "part", "day", "weekend", "week", "month", "quarter", "season", "half", "year",
          "decade", "century", "millennium")  # fmt: skip
_RANK = {unit: rank for rank, unit in enumerate(_ORDER)}


class Stretch(NamedTuple):
    """A unit of the calendar. Years before Christ are negative, and have no days (`start` and `end` are None)."""

    unit: str
    year: int
    number: int
    start: date | None
    end: date | None


def is_finer(unit: str, than: str) -> bool:
    """Whether a unit is as fine as another, or finer."""
    return _RANK.get(unit, 99) <= _RANK.get(than, 0)


def day(at: date) -> Stretch:
    """The stretch of one day."""
    return Stretch("day", at.year, at.month, at, at)


def week(at: date) -> Stretch:
    """The week, Monday to Sunday, that a day is in."""
    monday = _safe(at, -(at.isoweekday() - 1))
    iso = at.isocalendar()
    return Stretch("week", iso.year, iso.week, monday, _safe(monday, 6))


def weekend(at: date) -> Stretch:
    """The Saturday and Sunday of the week that a day is in."""
    found = week(at)
    assert found.start is not None
    return Stretch("weekend", found.year, found.number, _safe(found.start, 5), found.end)


def month(of_year: int, number: int) -> Stretch:
    """A month of a year."""
    if not 1 <= of_year <= 9999:
        return Stretch("month", of_year, number, None, None)
    last = monthrange(of_year, number)[1]
    return Stretch("month", of_year, number, date(of_year, number, 1), date(of_year, number, last))


def _months(unit: str, of_year: int, number: int, first: int, count: int) -> Stretch:
    start = month(of_year, first)
    total = first - 1 + count - 1
    end = month(of_year + total // 12, total % 12 + 1)
    return Stretch(unit, of_year, number, start.start, end.end)


def season(of_year: int, name: str) -> Stretch:
    """A season, of three whole months; winter begins in December of its year."""
    return _months("season", of_year, SEASON_MONTHS[name], SEASON_MONTHS[name], 3)


def quarter(of_year: int, number: int) -> Stretch:
    """A quarter of a year."""
    return _months("quarter", of_year, number, 3 * number - 2, 3)


def half(of_year: int, number: int) -> Stretch:
    """A half of a year."""
    return _months("half", of_year, number, 6 * number - 5, 6)


def year(number: int) -> Stretch:
    """A year; negative before Christ."""
    return _years("year", number, number, 1)


def decade(first: int) -> Stretch:
    """Ten years from `first`."""
    return _years("decade", first, first, 10)


def century(number: int) -> Stretch:
    """A century by its ordinal: the 19th runs from 1800 to 1899; negative before Christ."""
    return _years("century", (number - 1) * 100 if number > 0 else number * 100, number, 100)


def _years(unit: str, first: int, number: int, count: int) -> Stretch:
    if not (first >= 0 and 1 <= first + count - 1 <= 9999):
        return Stretch(unit, first, number, None, None)
    return Stretch(unit, first, number, date(max(first, 1), 1, 1), date(first + count - 1, 12, 31))


def containing(unit: str, at: date) -> Stretch:
    """The stretch of a unit that a day is in."""
    if unit == "day" or unit not in _CONTAINING:
        return day(at)
    return _CONTAINING[unit](at)


_CONTAINING: dict[str, Callable[[date], Stretch]] = {
    "week": week,
    "weekend": weekend,
    "month": lambda at: month(at.year, at.month),
    "season": lambda at: _season_at(at),
    "quarter": lambda at: quarter(at.year, (at.month + 2) // 3),
    "half": lambda at: half(at.year, (at.month + 5) // 6),
    "year": lambda at: year(at.year),
    "decade": lambda at: decade(at.year - at.year % 10),
    "century": lambda at: century(at.year // 100 + 1),
}


def _season_at(at: date) -> Stretch:
    if at.month < 3:
        return season(at.year - 1, "winter")
    return season(at.year, ("spring", "summer", "autumn", "winter")[at.month // 3 - 1])


def moved(stretch: Stretch, steps: int) -> Stretch:
    """The stretch so many of its own units further on."""
    if stretch.start is None or not steps:
        return _moved_before_christ(stretch, steps) if steps else stretch
    return containing(stretch.unit, add(stretch.start, steps, stretch.unit))


def _moved_before_christ(stretch: Stretch, steps: int) -> Stretch:
    width = {"year": 1, "decade": 10, "century": 100}.get(stretch.unit)
    if width is None:
        return stretch
    first = stretch.year + steps * width
    if stretch.unit == "century":
        return century(first // 100)
    return year(first) if stretch.unit == "year" else decade(first)


def add(at: date, count: int, unit: str) -> date:
    """A day so many units on; the last day of the month where the day of the month does not exist there."""
    if unit in ("week", "weekend"):
        return _safe(at, 7 * count)
    months = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is None:
        return _safe(at, count)
    total = at.year * 12 + at.month - 1 + months * count
    if not 12 <= total < 12 * 9999:
        return date.min if total < 12 else date.max
    return date(total // 12, total % 12 + 1, min(at.day, monthrange(total // 12, total % 12 + 1)[1]))


def on_or_after(at: date, weekday: int) -> date:
    """The first day from `at` on that is this weekday, Monday being 1."""
    return add(at, (weekday - at.isoweekday()) % 7, "day")


def on_or_before(at: date, weekday: int) -> date:
    """The last day up to `at` that is this weekday, Monday being 1."""
    return add(at, -((at.isoweekday() - weekday) % 7), "day")


def _safe(at: date, days: int) -> date:
    """A day so many days on, held inside what a date can hold."""
    try:
        return at + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max
