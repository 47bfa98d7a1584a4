"""The grammar of years: bare and marked ones, decades, centuries, years before Christ."""

from typing import cast

from hudhud.lexicon.time_words import COUNTED_NOUNS, NUMBER_PREFIXES
from hudhud.read.cascade import Built, Found, Rule
from hudhud.read.date_nodes import Calendar
from hudhud.read.time_tokens import Item

__all__ = ["YEARS"]

_BEFORE_YEAR = frozenset(
    "in since until till by from to before after during through between of the and or early mid late hyphen dash slash "
    "open comma on for step portion x_year x_month around circa ca about as than this that edge break x_season".split()
)


_BEFORE_SHORT_DECADE = frozenset("the portion hyphen and or to".split())


def _decade(found: Found) -> Built:
    """`the 1990s`, `the nineties`, `the 470s BC`; `the 1800s` are a century."""
    decade = found.first("decade", "spelt_decade")
    if decade is None:
        return None
    is_short = decade.kind == "spelt_decade" or (decade.low[:2].isdigit() and len(decade.low) == 3)
    if is_short and found.items[0].kind != "the" and found.before.kind not in _BEFORE_SHORT_DECADE:
        return None
    value, era = cast(int, decade.value), found.first("era")
    if decade.kind == "spelt_decade":
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


def _circa(found: Found) -> Built:
    """`c. 314-368`, `(837-908)`: years of three figures, where nothing else is so written."""
    years = [item for item in found.items if item.kind == "int"]
    values = [item.value for item in years if isinstance(item.value, int) and 100 <= item.value <= 999]
    if len(values) < len(years) or "," in years[0].low:
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


def _the_year(found: Found) -> Built:
    """`the year 2014`."""
    unit, year = found.first("unit"), found.first("year", "int")
    if unit is None or year is None or unit.value != "year" or not isinstance(year.value, int) or year.value > 2999:
        return None
    return found.whole("x_year", Calendar("year", year=year.value))


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


YEARS = (
    Rule("(NUMERAL of?)? month of? int", _early_year),
    Rule("the? decade era?", _decade),
    Rule("the? spelt_decade", _decade),
    Rule("the? (number | count) hyphen? spelt_decade", _spelt_decade),
    Rule("the? ordinal hyphen? unit era?", _century),
    Rule("the? ordinal (to | and | or | hyphen) the? ordinal hyphen? (unit | units)", _two_centuries),
    Rule("(int | day | year) era", _year),
    Rule("(int | day | year) SEP (int | day | year) era", _two_years_of_era),
    Rule("(NUMERAL of?)? month (of | comma)? (int | year) era", _month_of_era),
    Rule("the? season (of | comma)? (int | year) era", _month_of_era),
    Rule("era (int | day | year)", _year),
    Rule("the? unit (year | int)", _the_year),
    Rule("year", _year),
    Rule("abbr", _year),
    Rule("year (hyphen | slash) (day | int)", _year_range),
    Rule("(c sign? | circa | ca sign?) int ((hyphen | dash) int)?", _circa),
    Rule("int (hyphen | dash) int", _circa),
)
