"""Named days → calendar days: Easter and what hangs on it, the Islamic feasts, the n-th weekday of a month."""

from collections.abc import Callable
from datetime import date, timedelta
from math import floor, radians, sin

from hudhud.lexicon.time_words import FEASTS

__all__ = ["feast_days"]

# The mean new moon of 6 January 2000 as a day count whose whole part is a date's ordinal, and the mean month.
_NEW_MOON = 730_125.59765
_LUNATION = 29.530588861
_SUNSET = 15.5 / 24  # of Mecca, in universal time; it moves by 40 minutes over the year
_ISLAMIC_EPOCH = 227_015  # proleptic Gregorian ordinal of 1 Muharram 1 (16 July 622 Julian, the civil epoch)


def feast_days(name: str, year: int) -> tuple[date, date] | None:
    """First and last day of a named day in a year; None where it does not fall in it or is not known.

    Islamic months begin by the new moon as Mecca reckons it; where the moon is sighted, a day later is possible.
    """
    rule = FEASTS.get(name)
    if rule is None or not 1 <= year <= 9998:
        return None
    if isinstance(rule, tuple):
        day = date(year, *rule)
        return day, day
    return _RULES[rule](year)


def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian algorithm."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    return date(year, month, (h + weekday - 7 * m + 33 * month + 19) % 32)


def _orthodox_easter(year: int) -> tuple[date, date]:
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    found = date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
    return found, found


def _islamic(year: int, month: int, day: int) -> date | None:
    """The Gregorian day in `year` of a day of the Islamic calendar; the first where it falls twice."""
    first = int((year - 622) * 33 / 32) - 1
    for islamic in range(first, first + 4):
        tabular = 1 + (59 * (month - 1) + 1) // 2 + (islamic - 1) * 354 + (3 + 11 * islamic) // 30 + _ISLAMIC_EPOCH - 1
        ordinal = _first_of_month(tabular) + day - 1
        if 0 < ordinal <= date.max.toordinal() and (found := date.fromordinal(ordinal)).year == year:
            return found
    return None


def _first_of_month(tabular: int) -> int:
    """The ordinal of an Islamic month's first day, by the rule of Umm al-Qura, near its tabular one.

    The month begins on the day after the new moon where that falls before sunset in Mecca, else a day later. The
    moon is Meeus' with its four largest terms: within a quarter of an hour.
    """
    lunation = round((tabular - 1 - _NEW_MOON) / _LUNATION)
    t = lunation / 1236.85
    sun = radians(2.5534 + 29.10535670 * lunation)
    moon = radians(201.5643 + 385.81693528 * lunation + 0.0107582 * t * t)
    latitude = radians(160.7108 + 390.67050284 * lunation)
    shift = -0.40720 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * latitude)
    new_moon = _NEW_MOON + _LUNATION * lunation + 0.00015437 * t * t + shift
    return floor(new_moon + 1 - _SUNSET) + 1


def _islamic_days(month: int, day: int, length: int = 1) -> Callable[[int], tuple[date, date] | None]:
    def days(year: int) -> tuple[date, date] | None:
        found = _islamic(year, month, day)
        return (found, found + timedelta(days=length - 1)) if found else None

    return days


def _after_easter(days: int) -> Callable[[int], tuple[date, date]]:
    def found(year: int) -> tuple[date, date]:
        day = easter(year) + timedelta(days=days)
        return day, day

    return found


def _nth_weekday(month: int, weekday: int, number: int, later: int = 0) -> Callable[[int], tuple[date, date]]:
    """The n-th weekday (Monday is 1) of a month, or the last where `number` is negative, and so many days later."""

    def found(year: int) -> tuple[date, date]:
        if number > 0:
            first = date(year, month, 1)
            day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))
        else:
            last = date(year, month + 1, 1) - timedelta(days=1)
            day = last - timedelta(days=(last.isoweekday() - weekday) % 7)
        day += timedelta(days=later)
        return day, day

    return found


def _fixed(month: int, day: int) -> Callable[[int], tuple[date, date]]:
    return lambda year: (date(year, month, day), date(year, month, day))


def _once(day: date) -> Callable[[int], tuple[date, date] | None]:
    return lambda year: (day, day) if year == day.year else None


_RULES: dict[str, Callable[[int], tuple[date, date] | None]] = {
    "easter": _after_easter(0),
    "easter_monday": _after_easter(1),
    "good_friday": _after_easter(-2),
    "palm_sunday": _after_easter(-7),
    "ash_wednesday": _after_easter(-46),
    "ascension": _after_easter(39),
    "pentecost": _after_easter(49),
    "whit_monday": _after_easter(50),
    "orthodox_easter": _orthodox_easter,
    "ramadan": _islamic_days(9, 1, 30),
    "eid_al_fitr": _islamic_days(10, 1),
    "eid_al_adha": _islamic_days(12, 10),
    "ashura": _islamic_days(1, 10),
    "islamic_new_year": _islamic_days(1, 1),
    "muharram": _islamic_days(1, 1, 30),
    "mawlid": _islamic_days(3, 12),
    "thanksgiving": _nth_weekday(11, 4, 4),
    "black_friday": _nth_weekday(11, 4, 4, 1),
    "cyber_monday": _nth_weekday(11, 4, 4, 4),
    "memorial_day": _nth_weekday(5, 1, -1),
    "labor_day": _nth_weekday(9, 1, 1),
    "columbus_day": _nth_weekday(10, 1, 2),
    "presidents_day": _nth_weekday(2, 1, 3),
    "mlk_day": _nth_weekday(1, 1, 3),
    "mothers_day": _nth_weekday(5, 7, 2),
    "fathers_day": _nth_weekday(6, 7, 3),
    "us_independence": _fixed(7, 4),
    "september_11": _once(date(2001, 9, 11)),
    "d_day": _once(date(1944, 6, 6)),
}
