"""A printed date → a day, or the days it may mean."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from hudhud.records import DatePrecision

__all__ = ["PrintedDate", "date_line", "find_dates", "leading_date", "read_date"]

_MONTHS = {
    name: at
    for at, names in enumerate(
        (
            "january jan يناير كانون\u00a0الثاني",
            "february feb febr فبراير شباط",
            "march mar مارس آذار",
            "april apr أبريل ابريل نيسان",
            "may مايو أيار",
            "june jun يونيو حزيران",
            "july jul يوليو تموز",
            "august aug أغسطس آب",
            "september sep sept سبتمبر أيلول",
            "october oct أكتوبر",
            "november nov نوفمبر",
            "december dec ديسمبر",
        ),
        start=1,
    )
    for name in names.replace("\u00a0", " ").split(" ")
    if name not in ("كانون", "الثاني")
} | {"كانون الثاني": 1, "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12}
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_TIME = (
    r"(?:(?:at |@ ?|, ?|- ?|\| ?|T)?\d{1,2}(?:[:.]\d\d){1,2}(?:\.\d+)? ?(?:[ap]\.?m\.?)?|(?:at )?\d{1,2} ?[ap]\.?m\.?)"
    r"(?: ?\(?(?:GMT|UTC|BST|[ECMP][SD]?T|CES?T|EES?T|IST|MSK|AST|Z|local time|[+-]\d\d:?\d\d)"
    r"(?: ?[+-]\d{1,2}(?::?\d\d)?)?\)?)?"
)
_DATE = "|".join(
    (
        rf"(?P<d1>{_DAY})(?:st|nd|rd|th)?(?: of)?[ -](?P<m1>{_MONTH})(?: ?,)?[ -](?P<y1>{_YEAR})",
        rf"(?P<m2>{_MONTH}) (?P<d2>{_DAY})(?:st|nd|rd|th)?(?: ?,)? (?P<y2>{_YEAR})",
        rf"(?P<y3>{_YEAR})(?P<s3>[-/.])(?P<m3>0?[1-9]|1[0-2])(?P=s3)(?P<d3>{_DAY})(?!\d)",
        rf"(?<![\d.])(?P<a4>\d\d?)(?P<s4>[-/.])(?P<b4>\d\d?)(?P=s4)(?P<y4>{_YEAR})(?!\d|\.\d)",
        rf"(?P<m5>{_MONTH}),? (?P<y5>{_YEAR})",
    )
)
_LABEL = (
    r"(?:first |last |originally )?(?:published|posted|updated|modified|issued|created|date|dated|edited|uploaded|"
    r"released|publication date|date published|نشر|نشر في|تاريخ النشر|آخر تحديث)(?: (?:on|at|date|in))?"
)
_FILLING = rf"(?:{_LABEL}|{_TIME}|{_WEEKDAY}|on|at|the|ago|[\s,.|•·:()\[\]/–—-])*"
# What a text may go on with behind the date before it; a small letter goes on with the date's own sentence.
_OPENS = re.compile(r"[^\W_a-zà-ÿ]|[\"“‘'(«`]")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed: the days it may mean, first and last, and where it stands in its line.

    `label` is `published`, `updated` or empty, by the word before it.
    """

    first: date
    last: date
    precision: DatePrecision
    text: str
    start: int
    end: int
    label: str = ""


@cache
def _date_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:\b{_WEEKDAY}(?: ?,)? )?(?<!\w)(?:{_DATE})", re.IGNORECASE)


@cache
def _line_pattern() -> re.Pattern[str]:
    return re.compile(_FILLING, re.IGNORECASE)


@cache
def _lead_pattern() -> re.Pattern[str]:
    label = rf"(?:{_LABEL}[: ]+(?:{_WEEKDAY},? )?)?"
    return re.compile(rf"{label}$", re.IGNORECASE)


@cache
def _trail_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:,? ?{_TIME})*(?: ?[|•·–—-]+| (?=\S))\s*", re.IGNORECASE)


def find_dates(text: str) -> Iterator[PrintedDate]:
    """Every date with its year in `text`, in order."""
    western = text.translate(_DIGITS)
    for match in _date_pattern().finditer(western):
        days = _days(match)
        if days:
            before = western[max(0, match.start() - 40) : match.start()].lower()
            yield PrintedDate(*days, text[match.start() : match.end()], match.start(), match.end(), _label(before))


def _label(before: str) -> str:
    found = re.findall(r"published|posted|issued|updated|modified|edited|نشر|تحديث", before)
    if not found:
        return ""
    return "updated" if found[-1] in ("updated", "modified", "edited", "تحديث") else "published"


def _days(match: re.Match[str]) -> tuple[date, date, DatePrecision] | None:
    part = match.groupdict()
    try:
        for at in ("1", "2"):
            if part["y" + at]:
                day = date(int(part["y" + at]), _month(part["m" + at]), int(part["d" + at]))
                return day, day, DatePrecision.DAY
        if part["y3"]:
            day = date(int(part["y3"]), int(part["m3"]), int(part["d3"]))
            return day, day, DatePrecision.DAY
        if part["y4"]:
            return _numeric(int(part["a4"]), int(part["b4"]), int(part["y4"]), dotted=part["s4"] == ".")
        return _whole_month(int(part["y5"]), _month(part["m5"]))
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def _numeric(first: int, second: int, year: int, *, dotted: bool) -> tuple[date, date, DatePrecision]:
    """`25/3/2017` can be read one way, `3/5/2017` two; with dots the day always stands first."""
    if dotted or first > 12 or first == second:
        day = date(year, second, first)
        return day, day, DatePrecision.DAY
    if second > 12:
        day = date(year, first, second)
        return day, day, DatePrecision.DAY
    one, other = sorted((date(year, first, second), date(year, second, first)))
    return one, other, DatePrecision.RANGE


def _whole_month(year: int, month: int) -> tuple[date, date, DatePrecision]:
    """The first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1]), DatePrecision.MONTH


def date_line(line: str) -> PrintedDate | None:
    """The date of a line that prints a date and nothing else but labels, weekday and time of day.

    Of several the published one counts before an updated one.
    """
    if len(line) > 160:
        return None
    dates = list(find_dates(line))
    rest = line
    for found in reversed(dates):
        rest = rest[: found.start] + " " + rest[found.end :]
    if not dates or not _line_pattern().fullmatch(rest.translate(_DIGITS)):
        return None
    return min(dates, key=lambda found: found.label == "updated")


def leading_date(line: str) -> tuple[PrintedDate, int] | None:
    """The date that a line begins with before its own text, and where that text begins.

    `Wednesday 23 November 2005 10.47 GMT A rocket hit …`: the text must go on with a capital letter or behind a
    bar or dash, since a sentence may begin with a date too.
    """
    found = next(find_dates(line[:120]), None)
    if found is None or found.precision is DatePrecision.MONTH or not _lead_pattern().fullmatch(line[: found.start]):
        return None
    trail = _trail_pattern().match(line, found.end)
    if not trail or trail.end() >= len(line) or not _OPENS.match(line[trail.end()]):
        return None
    return found, trail.end()


def read_date(value: str) -> PrintedDate | None:
    """The date that a field of a feed or of a page's metadata gives: ISO 8601, RFC 822, or as people print it.

    The local day is kept: `2017-03-28T23:30:00-05:00` is the 28th.
    """
    value = value.strip()
    if re.fullmatch(_YEAR, value):
        return PrintedDate(date(int(value), 1, 1), date(int(value), 12, 31), DatePrecision.YEAR, value, 0, 4)
    short = re.fullmatch(rf"({_YEAR})-(0[1-9]|1[0-2])", value)
    if short:
        return PrintedDate(*_whole_month(int(short[1]), int(short[2])), value, 0, 7)
    packed = re.fullmatch(rf"({_YEAR})(\d\d)(\d\d)(?:T?\d{{4,6}}Z?)?", value)
    if packed:
        value = f"{packed[1]}-{packed[2]}-{packed[3]}"
    return next(find_dates(value[:200]), None)
