"""The grammar of the calendar: days, months, seasons, quarters, weekdays and named days."""

from typing import cast

from hudhud.lexicon.time_words import COUNTED_NOUNS, DATED_FEASTS
from hudhud.read.cascade import Built, Found, Rule
from hudhud.read.date_nodes import Calendar
from hudhud.read.time_tokens import Item, year_of

__all__ = ["CALENDAR"]

_BEFORE_SEASON = frozenset("in by during since until till the of on last next early mid late portion step a".split())


_BEFORE_BARE_MONTH = frozenset(
    "in since until till by from to before after during through between of early mid late portion step and or hyphen "
    "dash open comma on for than throughout as".split()
)


_SPELT_ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "opening", "closing", "final"))


def _day(found: Found) -> Built:
    """A day of a month, in either order, with weekday or year where told."""
    month, numeral = found.first("month"), found.first("day", "ordinal")
    year, weekday = found.first("year", "abbr"), found.first("weekday")
    if month is None or numeral is None or not 1 <= cast(int, numeral.value) <= 31:
        return None
    is_month_first = month.start < numeral.start
    if not is_month_first and found.before.kind == "money":
        return None
    if is_month_first and numeral.low.lower() in _SPELT_ORDINALS and _is_doubtful_month(month, found):
        return None
    if is_month_first and found.items[-1] is numeral and found.after.low in COUNTED_NOUNS:
        return None
    node = Calendar("day", year=year_of(year), month=cast(int, month.value), day=cast(int, numeral.value),
                    weekday=year_of(weekday))  # fmt: skip
    return found.whole("x_md" if is_month_first else "x_dm", node)


def _is_doubtful_month(month: Item, found: Found) -> bool:
    """Whether `May` or `March` may be the verb or the noun here: it starts a sentence, or stands alone."""
    return month.low in ("May", "March", "Mar") and found.before.kind not in _BEFORE_BARE_MONTH


def _weekday_numeral(found: Found) -> Built:
    weekday, numeral = found.first("weekday"), found.first("day", "ordinal")
    if weekday is None or numeral is None or not 1 <= cast(int, numeral.value) <= 31:
        return None
    if numeral.low.lower() in ("opening", "closing", "final", "first", "second", "third"):
        return None
    node = Calendar("day", day=cast(int, numeral.value), weekday=cast(int, weekday.value))
    return found.whole("x_day", node)


def _bare_numeral(found: Found) -> Built:
    """`the 24th`, which is a day only after a preposition that days take and before nothing it could count."""
    numeral = found.first("ordinal")
    if numeral is None or not numeral.low[0].isdigit() or not 1 <= cast(int, numeral.value) <= 31:
        return None
    is_free = found.after.kind not in ("word", "name", "unit", "units", "ordinal", "hyphen", "step", "part")
    if not is_free or found.before.kind not in ("on", "until", "till", "by", "since", "from", "to"):
        return None
    return found.whole("x_day", Calendar("day", day=cast(int, numeral.value)))


def _month(found: Found) -> Built:
    """`March`, `March 2017`, `June of 1990`."""
    month, year = found.first("month"), found.first("year", "abbr")
    if month is None or (year is None and not _is_bare_month(month, found)):
        return None
    if year is not None and month.low == "May" and found.items[0] is month and found.after.low in COUNTED_NOUNS:
        return None
    return found.whole("x_month", Calendar("month", year=year_of(year), month=cast(int, month.value)))


def _is_bare_month(month: Item, found: Found) -> bool:
    """Whether a word is a month without a day or year by it: `May`, `March` and short forms need more around them."""
    before = found.before
    if month.low not in ("May", "March") and len(month.low) > 3:
        return not (before.kind == "name" and before.low in ("general", "mr", "ms", "mrs", "st"))
    if before.kind in _BEFORE_BARE_MONTH:
        return True
    is_joined = found.after.kind in ("to", "hyphen", "until", "through")
    return is_joined and (month.low not in ("May", "March") or before.kind not in ("word", "name"))


def _iso(found: Found) -> Built:
    item = found.items[0]
    year, month, day = (int(part) for part in item.low[:10].split("-"))
    if not (1 <= month <= 12 and 1 <= day <= 31 and year):
        return None
    return found.whole("x_iso", Calendar("day", year=year, month=month, day=day))


def _numeric(found: Found) -> Built:
    """`24/3/2017`, `2017/03/24`; day first where both could be, and then marked doubtful."""
    item = found.items[0]
    first, second, third = (
        int(part) for part in item.low.replace("/", " ").replace(".", " ").replace("-", " ").split()
    )
    if first > 31:
        year, month, day = first, second, third
    else:
        year = third if third > 99 else 2000 + third if third < 50 else 1900 + third
        day, month = (first, second) if second <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    is_doubtful = first <= 12 and second <= 12 and first != second
    return found.whole("x_iso", Calendar("day", year=year, month=month, day=day, is_doubtful=is_doubtful))


def _season(found: Found) -> Built:
    season, year = found.first("season"), found.first("year", "abbr")
    if season is None or (year is None and not _is_season(season, found)):
        return None
    if found.items[-1] is season and year is not None and found.after.kind == "name":
        return None
    if year is None and found.items[0].kind == "the" and len(found.items) > 1 and found.after.kind == "of":
        is_named = season.value != "autumn" or season.low.lower() == "autumn"
        if not is_named and (found.row[min(found.at + 3, len(found.row) - 1)].kind not in ("step", "year")):
            return None
    return found.whole("x_season", Calendar("season", year=year_of(year), season=cast(str, season.value)))


def _is_season(season: Item, found: Found) -> bool:
    kind = found.items[0].kind if len(found.items) > 1 else found.before.kind
    if season.low.lower() in ("fall", "spring", "springs"):
        return kind in _BEFORE_SEASON - {"a"} and found.after.kind not in ("word",)
    return kind in _BEFORE_SEASON or found.after.kind != "word"


def _quarter(found: Found) -> Built:
    code, ordinal, unit = found.first("quarter_code"), found.first("ordinal"), found.first("unit", "half")
    year = year_of(found.first("year", "abbr"))
    if code:
        letter, number = cast(tuple[str, int], code.value)
        name = "quarter" if letter == "Q" else "half"
    else:
        name, number = cast(str, unit.value if unit else ""), cast(int, ordinal.value if ordinal else 0)
    if name not in ("quarter", "half") or not 1 <= number <= (4 if name == "quarter" else 2):
        return None
    return found.whole("x_quarter", Calendar(name, year=year, number=number))


def _feast(found: Found) -> Built:
    feast, year = found.first("feast"), found.first("year", "abbr")
    if feast is None or (found.before.kind == "name" and year is None):
        return None
    name = cast(str, feast.value)
    return found.whole("x_feast", Calendar("day", year=year_of(year) or DATED_FEASTS.get(name), feast=name))


def _named(found: Found) -> Built:
    """`World War II`, where it tells when (`since World War II`) and names no thing (`a World War II bomb`)."""
    if found.before.kind not in ("since", "during", "after", "before", "until", "till", "of"):
        return None
    return found.whole("x_named", Calendar("named", feast=cast(str, found.items[-1].value)))


def _weekday(found: Found) -> Built:
    weekday = found.first("weekday")
    if weekday is None or (weekday.low in ("Sun", "Sat", "Mon", "Wed") and found.before.kind not in ("on", "step")):
        return None
    return found.whole("x_weekday", Calendar("day", weekday=cast(int, weekday.value)))


CALENDAR = (
    Rule(
        "(weekday comma? on?)? the? NUMERAL hyphen? of? hyphen? month (hyphen? comma? (of | in)? (year | abbr))?", _day
    ),
    Rule("(weekday comma?)? month hyphen? the? NUMERAL ((comma | of | in)? (year | abbr))?", _day),
    Rule("(year | abbr) comma? month NUMERAL", _day),
    Rule("weekday comma? the? ordinal", _weekday_numeral),
    Rule("the ordinal", _bare_numeral),
    Rule("iso", _iso),
    Rule("numeric", _numeric),
    Rule("month hyphen? (of | comma | in)? the? (year | abbr)", _month),
    Rule("month", _month),
    Rule("the? season hyphen? (of | comma)? (year | abbr) ((hyphen | slash) (year | day | int))?", _season),
    Rule("year season", _season),
    Rule("the? season", _season),
    Rule("quarter_code (of | hyphen)? (year | abbr)?", _quarter),
    Rule("year hyphen? quarter_code", _quarter),
    Rule("the? ordinal hyphen? (unit | half) (of | in)? (year | abbr)", _quarter),
    Rule("year comma? month", _month),
    Rule("feast ((of | comma)? (year | abbr))?", _feast),
    Rule("weekday", _weekday),
    Rule("the? named", _named),
)
