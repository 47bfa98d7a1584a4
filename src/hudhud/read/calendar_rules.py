"""The grammar of the calendar: numbers in words, days, months, years, seasons, centuries, and lists of them."""

from dataclasses import replace
from typing import cast

from hudhud.lexicon.time_words import COUNTED_NOUNS, NUMBER_PREFIXES
from hudhud.read.cascade import Built, Found, Rule
from hudhud.read.date_nodes import Calendar
from hudhud.read.time_tokens import Item

__all__ = ["CALENDAR", "LISTS", "NUMBERS"]

_BEFORE_YEAR = frozenset(
    "in since until till by from to before after during through between of the and or early mid late hyphen dash slash "
    "open comma on for step portion x_year x_month around circa ca about as than this that edge break x_season".split()
)
_BEFORE_SEASON = frozenset("in by during since until till the of on last next early mid late portion step a".split())
_BEFORE_BARE_MONTH = frozenset(
    "in since until till by from to before after during through between of early mid late portion step and or hyphen "
    "dash open comma on for than throughout as".split()
)


_COUNTED_KINDS = frozenset(("word", "name", "units", "unit", "x_month", "month", "scale", "sign", "half_day"))
# Words that may stand behind the last day of `March 4 and 5 ...`, so that it is a day and counts nothing.
_AFTER_DAYS = frozenset(
    "were was is are will would when where which who after before as respectively inclusive his her their its it he "
    "she they we 2 . ; : ) ( \" ' ” has had have saw killed left".split()
)


_SPELT_ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "opening", "closing", "final"))


def _number(found: Found) -> Built:
    """Number words: `twenty-five`, `one hundred and twenty`."""
    values = [cast(int, item.value) for item in found.items if item.kind == "number"]
    if len(values) == 2 and len(found.items) == 2 and values[0] in (18, 19, 20) and values[1] >= 10:
        return found.whole("year", values[0] * 100 + values[1])
    if len(values) > 1 and len(found.items) == 2 and not (values[0] >= 20 and values[1] < 10):
        return None
    total = current = 0
    for item in found.items:
        value = cast(int, item.value)
        if item.kind == "number":
            current += value
        elif item.kind == "scale":
            current = max(current, 1) * value
            if value >= 1000:
                total, current = total + current, 0
    return found.whole("count", total + current)


def _half_more(found: Found) -> Built:
    return found.whole("count", cast(float, found.items[0].value) + 0.5)


def _ordinal(found: Found) -> Built:
    tens, ones = cast(int, found.items[0].value), cast(int, found.items[-1].value)
    return found.whole("ordinal", tens + ones) if tens >= 20 and 0 < ones < 10 else None


def _vague(found: Found) -> Built:
    word = found.last("vague")
    if word is None or (found.items[0].kind == "a" and word.low in ("many", "some")):
        return None
    is_led = found.items[0].kind == "a" or found.before.kind in ("step", "the")
    if word.low == "some" or (word.low == "couple" and not is_led):
        return None
    return found.whole("vague_count", cast(int, word.value) or None)


NUMBERS = (
    Rule("number (hyphen? number)? (scale (and? number (hyphen? number)?)?)*", _number),
    Rule("a scale", lambda found: found.whole("count", found.items[-1].value)),
    Rule("number hyphen? ordinal", _ordinal),
    Rule("a? vague of?", _vague),
    Rule("(day | int) and a half", _half_more),
    Rule("number and a half", _half_more),
    Rule("half a", lambda found: found.whole("count", 0.5)),
    Rule("half an", lambda found: found.whole("count", 0.5)),
    Rule("an", lambda found: found.whole("a", 1)),
    Rule("a", lambda found: found.whole("a", 1)),
)


def _year_of(item: Item | None) -> int | None:
    return cast(int, item.value) if item else None


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
    node = Calendar("day", year=_year_of(year), month=cast(int, month.value), day=cast(int, numeral.value),
                    weekday=_year_of(weekday))  # fmt: skip
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
    return found.whole("x_month", Calendar("month", year=_year_of(year), month=cast(int, month.value)))


def _is_bare_month(month: Item, found: Found) -> bool:
    """Whether a word is a month without a day or year by it: `May`, `March` and short forms need more around them."""
    before = found.before
    if month.low not in ("May", "March") and len(month.low) > 3:
        return not (before.kind == "name" and before.low in ("general", "mr", "ms", "mrs", "st"))
    if before.kind in _BEFORE_BARE_MONTH:
        return True
    is_joined = found.after.kind in ("to", "hyphen", "until", "through")
    return is_joined and (month.low not in ("May", "March") or before.kind not in ("word", "name"))


def _early_year(found: Found) -> Built:
    """`30 September 420`, `December of 384`: three figures after a month, where nothing follows that they count."""
    month, numeral, year = found.first("month"), found.first("day", "ordinal"), found.last("int")
    if month is None or year is None or not isinstance(year.value, int) or not 100 <= year.value <= 999:
        return None
    if found.after.kind not in ("sign", "comma", "close", "era", "edge", "hyphen") or "," in year.low:
        return None
    value = -year.value if found.after.kind == "era" and found.after.value == -1 else year.value
    day = cast(int, numeral.value) if numeral else None
    if day is not None and not 1 <= day <= 31:
        return None
    node = Calendar("day" if day else "month", year=value, month=cast(int, month.value), day=day)
    if found.after.kind == "era":
        return None
    return found.whole("x_dm" if day else "x_month", node)


def _two_years_of_era(found: Found) -> Built:
    """`499-493 BC`: both are of the era."""
    left, right, era = found.items[0], found.items[-2], found.items[-1]
    values = left.value, right.value
    if not all(isinstance(value, int) and value > 0 for value in values):
        return None
    sign = cast(int, era.value)
    if sign < 0 and cast(int, left.value) < cast(int, right.value):
        return None
    return [
        Item("x_year", left.start, left.end, Calendar("year", year=sign * cast(int, left.value))),
        found.items[1],
        Item("x_year", right.start, era.end, Calendar("year", year=sign * cast(int, right.value))),
    ]


def _month_of_era(found: Found) -> Built:
    """`April 480 BC`, `autumn of 481 BC`."""
    month, season, numeral = found.first("month"), found.first("season"), found.first("day", "ordinal")
    year, era = found.last("int", "year"), found.last("era")
    if year is None or era is None or not isinstance(year.value, int) or year.value < 1:
        return None
    number = cast(int, era.value) * year.value
    if season is not None:
        return found.whole("x_season", Calendar("season", year=number, season=cast(str, season.value)))
    if month is None or (numeral is not None and not 1 <= cast(int, numeral.value) <= 31):
        return None
    day = cast(int, numeral.value) if numeral else None
    return found.whole(
        "x_dm" if day else "x_month",
        Calendar("day" if day else "month", year=number, month=cast(int, month.value), day=day),
    )


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
    return found.whole("x_season", Calendar("season", year=_year_of(year), season=cast(str, season.value)))


def _is_season(season: Item, found: Found) -> bool:
    kind = found.items[0].kind if len(found.items) > 1 else found.before.kind
    if season.low.lower() in ("fall", "spring", "springs"):
        return kind in _BEFORE_SEASON - {"a"} and found.after.kind not in ("word",)
    return kind in _BEFORE_SEASON or found.after.kind != "word"


def _quarter(found: Found) -> Built:
    code, ordinal, unit = found.first("quarter_code"), found.first("ordinal"), found.first("unit", "half")
    year = _year_of(found.first("year", "abbr"))
    if code:
        letter, number = cast(tuple[str, int], code.value)
        name = "quarter" if letter == "Q" else "half"
    else:
        name, number = cast(str, unit.value if unit else ""), cast(int, ordinal.value if ordinal else 0)
    if name not in ("quarter", "half") or not 1 <= number <= (4 if name == "quarter" else 2):
        return None
    return found.whole("x_quarter", Calendar(name, year=year, number=number))


def _decade(found: Found) -> Built:
    decade = found.first("decade", "spelt_decade")
    if decade is None:
        return None
    value = cast(int, decade.value)
    era = found.first("era")
    if decade.low[:2].isdigit() and len(decade.low) == 3 and found.items[0].kind != "the":
        if found.before.kind not in ("the", "portion", "hyphen", "and", "or", "to"):
            return None
    if decade.kind == "spelt_decade":
        if found.items[0].kind != "the" and found.before.kind not in (
            "the",
            "early",
            "mid",
            "late",
            "hyphen",
            "portion",
        ):
            return None
        value += 1900
    name = "century" if value % 100 == 0 and decade.low.startswith(("18", "17", "16", "15")) else "decade"
    if name == "century":
        return found.whole("x_century", Calendar("century", number=value // 100 + 1))
    return found.whole("x_decade", Calendar("decade", number=-value if era and era.value == -1 else value))


def _spelt_decade(found: Found) -> Built:
    """`the nineteen seventies`."""
    number, decade = found.first("number", "count"), found.first("spelt_decade")
    if number is None or decade is None or number.value not in (18, 19):
        return None
    return found.whole("x_decade", Calendar("decade", number=number.value * 100 + cast(int, decade.value)))


def _century(found: Found) -> Built:
    ordinal, era, unit = found.first("ordinal"), found.first("era"), found.first("unit")
    if ordinal is None or unit is None or unit.value != "century" or cast(int, ordinal.value) < 1:
        return None
    number = cast(int, ordinal.value)
    return found.whole("x_century", Calendar("century", number=-number if era and era.value == -1 else number))


def _two_centuries(found: Found) -> Built:
    left, right = found.first("ordinal"), found.last("ordinal")
    unit = found.first("unit", "units")
    if left is None or right is None or unit is None or unit.value != "century":
        return None
    if cast(int, left.value) < 1 or cast(int, right.value) < 1:
        return None
    return [
        Item("x_century", found.items[0].start, left.end, Calendar("century", number=cast(int, left.value))),
        *_between(found.items, left, right),
        Item("x_century", right.start, found.items[-1].end, Calendar("century", number=cast(int, right.value))),
    ]


def _between(items: object, left: Item, right: Item) -> list[Item]:
    return [item for item in cast(list[Item], items) if left.end <= item.start and item.end <= right.start]


def _year(found: Found) -> Built:
    year = found.first("year", "abbr", "int", "day")
    if year is None:
        return None
    era = found.first("era")
    if era is None and found.items[0].kind != "the" and not _may_be_year(year, found):
        return None
    if era is None and year.kind in ("int", "day"):
        return None
    value = cast(int, year.value)
    if isinstance(value, float) or value < 1 or (year.kind != "year" and "," in year.low):
        return None
    return found.whole("x_year", Calendar("year", year=-value if era and era.value == -1 else value))


def _may_be_year(year: Item, found: Found) -> bool:
    """Whether a bare four-digit number is a year: not counted, not labelled, and where years stand."""
    before, after = found.before, found.after
    is_season = after.kind == "unit" and after.value in ("season", "quarter")
    if after.low.lower() in COUNTED_NOUNS or (
        after.kind in ("units", "unit", "half_day", "scale", "money", "zone") and not is_season
    ):
        return False
    if before.low.lower() in NUMBER_PREFIXES and before.kind not in ("no", "about", "around", "over"):
        return False
    if before.kind in ("money", "sign") and before.low in ("$", "€", "£", "#", "№", "%"):
        return False
    if after.kind == "hyphen" and found.row[found.at + len(found.items) + 1 :][:1] and year.kind == "year":
        following = found.row[found.at + len(found.items) + 1]
        if following.kind in ("word", "unit") and following.low in COUNTED_NOUNS | {"year", "strong", "member"}:
            return False
    beyond = found.row[found.at - 2] if found.at > 1 else None
    if before.kind == "hyphen" and beyond is not None and beyond.kind in ("int", "day") and beyond.end == before.start:
        return False
    if after.kind == "hyphen" and [item.kind for item in found.row[found.at + 2 : found.at + 4]] == ["day", "hyphen"]:
        return False
    if year.kind == "abbr":
        return before.kind in ("in", "of", "since", "x_month", "and", "to", "hyphen", "x_year", "season")
    if cast(int, year.value) < 1400:
        return before.kind in _BEFORE_YEAR and after.kind != "word"
    if after.kind == "word" and before.kind in ("word", "name", "and", "to", "or", "comma", "about", "around", "over"):
        return not (after.low.endswith("s") and cast(int, year.value) % 100 == 0)
    return not (after.kind == "word" and after.low.endswith("s") and before.kind not in _BEFORE_YEAR
                and cast(int, year.value) % 100 == 0)  # fmt: skip


def _year_range(found: Found) -> Built:
    """`1939-45`, `2011–2014` is left to the rule of years; the second of two digits is of the same century."""
    left, right = found.items[0], found.items[-1]
    first, second = cast(int, left.value), cast(int, right.value)
    if len(right.low) != 2 or not isinstance(second, int) or second <= first % 100 or not _may_be_year(left, found):
        return None
    return [
        Item("x_year", left.start, left.end, Calendar("year", year=first)),
        found.items[1],
        Item("x_year", right.start, right.end, Calendar("year", year=first - first % 100 + second)),
    ]


def _feast(found: Found) -> Built:
    feast, year = found.first("feast"), found.first("year", "abbr")
    if feast is None or (found.before.kind == "name" and year is None):
        return None
    return found.whole("x_feast", Calendar("day", year=_year_of(year), feast=cast(str, feast.value)))


def _named(found: Found) -> Built:
    """`World War II`, where it tells when (`since World War II`) and names no thing (`a World War II bomb`)."""
    if found.before.kind not in ("since", "during", "after", "before", "until", "till", "of"):
        return None
    return found.whole("x_named", Calendar("named", feast=cast(str, found.items[-1].value)))


def _circa(found: Found) -> Built:
    """`c. 314-368`, `(837-908)`: years of three figures, where nothing else is so written."""
    years = [item for item in found.items if item.kind == "int"]
    values = [item.value for item in years]
    if not all(isinstance(value, int) and 100 <= value <= 999 for value in values) or "," in years[0].low:
        return None
    is_bare = found.items[0].kind == "int"
    if found.after.kind == "era":
        return None
    if is_bare and not (found.before.kind == "open" and found.after.kind == "close" and values[0] < values[-1]):
        return None
    return [
        Item("x_year", item.start, item.end, Calendar("year", year=cast(int, item.value), is_about=not is_bare))
        if item.kind == "int"
        else item
        for item in found.items
    ]


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
    Rule("(NUMERAL of?)? month of? int", _early_year),
    Rule("month", _month),
    Rule("the? season hyphen? (of | comma)? (year | abbr) ((hyphen | slash) (year | day | int))?", _season),
    Rule("year season", _season),
    Rule("the? season", _season),
    Rule("quarter_code (of | hyphen)? (year | abbr)?", _quarter),
    Rule("year hyphen? quarter_code", _quarter),
    Rule("the? ordinal hyphen? (unit | half) (of | in)? (year | abbr)", _quarter),
    Rule("the? decade era?", _decade),
    Rule("the? spelt_decade", _decade),
    Rule("the? (number | count) hyphen? spelt_decade", _spelt_decade),
    Rule("year comma? month", _month),
    Rule("the? ordinal hyphen? unit era?", _century),
    Rule("the? ordinal (to | and | or | hyphen) the? ordinal hyphen? (unit | units)", _two_centuries),
    Rule("(int | day | year) era", _year),
    Rule("(int | day | year) SEP (int | day | year) era", _two_years_of_era),
    Rule("(NUMERAL of?)? month (of | comma)? (int | year) era", _month_of_era),
    Rule("the? season (of | comma)? (int | year) era", _month_of_era),
    Rule("era (int | day | year)", _year),
    Rule("the? unit (year | int)", lambda found: _the_year(found)),
    Rule("year", _year),
    Rule("abbr", _year),
    Rule("year (hyphen | slash) (day | int)", _year_range),
    Rule("feast ((of | comma)? (year | abbr))?", _feast),
    Rule("weekday", _weekday),
    Rule("the? named", _named),
    Rule("(c sign? | circa | ca sign?) int ((hyphen | dash) int)?", _circa),
    Rule("int (hyphen | dash) int", _circa),
)


def _the_year(found: Found) -> Built:
    """`the year 2014`."""
    unit, year = found.first("unit"), found.first("year", "int")
    if unit is None or year is None or unit.value != "year" or not isinstance(year.value, int) or year.value > 2999:
        return None
    return found.whole("x_year", Calendar("year", year=year.value))


def _filled(left: Calendar, right: Calendar) -> Calendar:
    """The left one of two dates, with the year (and month) it leaves to the right one."""
    month = left.month or right.month
    if right.year is None or left.year is not None:
        return replace(left, month=month)
    is_later = (month or 0, left.day or 0) > (right.month or 0, right.day or 31)
    return replace(left, month=month, year=right.year - 1 if is_later else right.year)


def _days_before(found: Found) -> Built:
    """`4-7 April`, `3, 5 and 9 May`: the numbers take month and year from the date that ends the list."""
    last = cast(Calendar, found.items[-1].value)
    built: list[Item] = []
    numbers = [item for item in found.items if item.kind in ("day", "ordinal")]
    if any(not 1 <= cast(int, number.value) <= 31 for number in numbers) or found.before.kind in ("name", "part"):
        return None
    for before, item in zip([None, *found.items], found.items[:-1], strict=False):
        if item.kind in ("day", "ordinal"):
            node = Calendar("day", year=last.year, month=last.month, day=cast(int, item.value))
            start = before.start if before and before.kind == "the" else item.start
            built.append(Item("x_dm", start, item.end, node))
        elif item.kind != "the":
            built.append(item)
    return [*built, found.items[-1]]


def _days_after(found: Found) -> Built:
    """`April 4-7`, `March 3, 5 and 9, 2017`: the numbers take the month of the date that opens the list."""
    first, tail = found.items[0], found.items[1:]
    opening = cast(Calendar, first.value)
    year = found.first("year")
    numbers = [item for item in tail if item.kind in ("day", "ordinal")]
    if opening.year is not None or any(not 1 <= cast(int, number.value) <= 31 for number in numbers):
        return None
    if year is None and found.after.kind in _COUNTED_KINDS and found.after.low not in _AFTER_DAYS:
        if found.items[-2].kind != "hyphen" or found.after.low in COUNTED_NOUNS:
            return None
    value = _year_of(year)
    built = [Item(first.kind, first.start, first.end, replace(opening, year=value))]
    for item in tail:
        if item.kind in ("day", "ordinal"):
            end = year.end if year and item is numbers[-1] else item.end
            node = Calendar("day", year=value, month=opening.month, day=cast(int, item.value))
            built.append(Item("x_md", item.start, end, node))
        elif item.kind not in ("year", "the") and not (year and item.start > numbers[-1].end):
            built.append(item)
    return built


def _fill_left(found: Found) -> Built:
    """`March to August 2011`, `24 March to 5 April 2017`: the year is told once, at the end."""
    nodes = [item for item in found.items if item.kind.startswith("x_")]
    last = cast(Calendar, nodes[-1].value)
    if last.year is None or all(cast(Calendar, item.value).year is not None for item in nodes[:-1]):
        return None
    built: list[Item] = []
    for item in found.items:
        is_left = item.kind.startswith("x_") and item is not nodes[-1]
        built.append(item._replace(value=_filled(cast(Calendar, item.value), last)) if is_left else item)
    return built


LISTS = (
    Rule("the? NUMERAL (comma? SEP (the? NUMERAL comma? SEP)*) x_dm", _days_before),
    Rule("x_md (SEP the? NUMERAL)+ (comma? year)?", _days_after),
    Rule("(x_dm | x_md | x_month) ((SEP | comma and) (x_dm | x_md | x_month))+", _fill_left),
)
