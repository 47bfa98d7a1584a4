"""Words that tell time, as tables: what class a word is for the grammar of dates, and what it is worth.

`TIME_WORDS` maps a lower-case word to its class and value. The classes are the terminals that the patterns of
`read/date_grammar.py` are written in. Words of two classes (`second`, `may`, `march`, `spring`, `fall`) carry the
one that is harder to tell, and the grammar's builders ask for more around them.
"""

from typing import Final, NamedTuple

__all__ = [
    "BEGINNINGS",
    "COUNTED_NOUNS",
    "DATED_FEASTS",
    "DEADLINE_CUES",
    "ENDINGS",
    "FEASTS",
    "FUTURE_CUES",
    "MONTHS",
    "NAMED_PERIODS",
    "NUMBER_PREFIXES",
    "PART_CODES",
    "PAST_CUES",
    "SCHEDULE_VERBS",
    "SEASON_CODES",
    "SEASON_MONTHS",
    "TIME_WORDS",
    "UNIT_CODES",
    "TimeWord",
]


class TimeWord(NamedTuple):
    """A word's class for the grammar, and its value there (a number, a name, or None)."""

    kind: str
    value: int | str | tuple[str, int] | None = None


MONTHS: Final = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip

_WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip

SEASON_MONTHS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
SEASON_CODES: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}

PART_CODES: Final = {
    "dawn": "DAWN", "morning": "MO", "midday": "MI", "afternoon": "AF", "evening": "EV", "night": "NI", "daytime": "DT",
}  # fmt: skip

UNIT_CODES: Final = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "weekend": "WE", "week": "W", "month": "M", "season": "SE",
    "quarter": "Q", "half": "H", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip

_UNITS = {
    "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day", "weekend": "weekend",
    "week": "week", "fortnight": "fortnight", "month": "month", "quarter": "quarter", "year": "year",
    "decade": "decade", "century": "century", "season": "season",
}  # fmt: skip

_PLURALS = {
    "seconds": "second", "minutes": "minute", "mins": "minute", "hours": "hour", "hrs": "hour", "days": "day",
    "weekends": "weekend", "weeks": "week", "fortnights": "fortnight", "months": "month", "quarters": "quarter",
    "years": "year", "yrs": "year", "decades": "decade", "centuries": "century",
}  # fmt: skip

_PARTS = {
    "dawn": "dawn", "daybreak": "dawn", "sunrise": "dawn", "morning": "morning", "noon": "midday", "midday": "midday",
    "lunchtime": "midday", "afternoon": "afternoon", "evening": "evening", "dusk": "evening", "sunset": "evening",
    "nightfall": "evening", "night": "night", "midnight": "night", "nighttime": "night", "daylight": "daytime",
}  # fmt: skip

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_NUMBERS = {word: value for value, word in enumerate(f"{_ONES} seventeen eighteen nineteen".split())} | {
    word: (value + 2) * 10 for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_ORDINALS = {
    word: value + 1
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
    )
} | {"thirtieth": 30, "final": -1, "opening": 1, "closing": -1}
_VAGUE = {"several": 0, "few": 0, "many": 0, "some": 0, "numerous": 0, "couple": 2, "dozen": 12, "various": 0}
_SPELT_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
                  "eighties": 80, "nineties": 90}  # fmt: skip

# Signed steps from the anchor; `day` with a part of it where the word says so.
_DEICTIC = {"today": ("", 0), "yesterday": ("", -1), "tomorrow": ("", 1), "tonight": ("night", 0)}

# Which way and from where: `published` for `last week`, `narrated` for `the following week`, `either` for `the next`.
_STEPS = {
    "last": ("published", -1), "past": ("published", -1), "previous": ("narrated", -1), "preceding": ("narrated", -1),
    "prior": ("narrated", -1), "next": ("either", 1), "following": ("narrated", 1), "coming": ("published", 1),
    "upcoming": ("published", 1), "subsequent": ("narrated", 1), "succeeding": ("narrated", 1),
    "ensuing": ("narrated", 1), "intervening": ("narrated", 1),
    "this": ("either", 0), "current": ("published", 0), "present": ("published", 0), "that": ("narrated", 0),
    "same": ("narrated", 0), "very": ("narrated", 0), "these": ("published", 0), "those": ("narrated", 0),
}  # fmt: skip

_SHIFTS = {
    "ago": ("published", -1), "earlier": ("narrated", -1), "before": ("narrated", -1), "previously": ("narrated", -1),
    "prior": ("narrated", -1), "later": ("narrated", 1), "after": ("narrated", 1), "afterwards": ("narrated", 1),
    "afterward": ("narrated", 1), "thereafter": ("narrated", 1), "hence": ("published", 1), "since": ("narrated", -1),
    "back": ("published", -1), "following": ("narrated", 1), "beforehand": ("narrated", -1),
}  # fmt: skip

_PORTIONS = {
    "early": "early", "beginning": "start", "start": "start", "mid": "mid", "middle": "mid", "late": "late",
    "end": "end", "mid-": "mid", "outset": "start", "close": "end", "onset": "start", "turn": "start",
    "rest": "rest", "remainder": "rest", "whole": "whole", "entire": "whole", "course": "whole",
}  # fmt: skip

_REFS = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "recent": "PAST_REF", "former": "PAST_REF", "formerly": "PAST_REF",
    "future": "FUTURE_REF", "lately": "PAST_REF",
}  # fmt: skip

_SETS = {
    "daily": "XXXX-XX-XX", "weekly": "XXXX-WXX", "monthly": "XXXX-XX", "quarterly": "P3M", "yearly": "P1Y",
    "annual": "P1Y", "annually": "P1Y", "hourly": "PT1H", "nightly": "P1D", "everyday": "XXXX-XX-XX",
    "biennial": "P2Y", "fortnightly": "P2W",
}  # fmt: skip

# Days that people name. The value is a rule of `read/feast_days.py` or a fixed month and day.
FEASTS: Final[dict[str, tuple[int, int] | str]] = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year": (1, 1), "new year's day": (1, 1), "new year's": (1, 1), "new year's eve": (12, 31),
    "new year eve": (12, 31), "new years day": (1, 1), "new years eve": (12, 31), "may day": (5, 1),
    "labour day": (5, 1), "halloween": (10, 31), "valentine's day": (2, 14), "all saints' day": (11, 1),
    "independence day": "us_independence", "bastille day": (7, 14), "armistice day": (11, 11),
    "remembrance day": (11, 11), "d-day": "d_day", "saint patrick's day": (3, 17), "st patrick's day": (3, 17),
    "st. patrick's day": (3, 17), "earth day": (4, 22), "epiphany": (1, 6), "april fools' day": (4, 1),
    "april fools": (4, 1), "veterans day": (11, 11), "groundhog day": (2, 2), "nowruz": (3, 20), "newroz": (3, 20),
    "easter": "easter", "easter sunday": "easter", "easter monday": "easter_monday", "good friday": "good_friday",
    "palm sunday": "palm_sunday", "ash wednesday": "ash_wednesday", "pentecost": "pentecost",
    "ascension day": "ascension", "whit monday": "whit_monday", "orthodox easter": "orthodox_easter",
    "ramadan": "ramadan", "the holy month of ramadan": "ramadan", "eid al-fitr": "eid_al_fitr",
    "eid ul-fitr": "eid_al_fitr", "eid al fitr": "eid_al_fitr", "eid-al-fitr": "eid_al_fitr",
    "eid al-adha": "eid_al_adha",
    "eid ul-adha": "eid_al_adha", "ashura": "ashura", "islamic new year": "islamic_new_year",
    "mawlid": "mawlid", "muharram": "muharram",
    "thanksgiving": "thanksgiving", "thanksgiving day": "thanksgiving", "black friday": "black_friday",
    "cyber monday": "cyber_monday", "memorial day": "memorial_day", "labor day": "labor_day",
    "columbus day": "columbus_day", "presidents' day": "presidents_day", "presidents day": "presidents_day",
    "martin luther king day": "mlk_day", "mlk day": "mlk_day", "mother's day": "mothers_day",
    "father's day": "fathers_day", "9/11": "september_11", "christmastime": (12, 25),
}  # fmt: skip

# Named days that were once only, with their year.
DATED_FEASTS: Final = {"9/11": 2001, "d-day": 1944}

# Wars that people date by, with first and last day. They are read only behind a preposition of time.
NAMED_PERIODS: Final[dict[str, tuple[str, str]]] = {
    "world war ii": ("1939-09-01", "1945-09-02"), "world war two": ("1939-09-01", "1945-09-02"),
    "world war 2": ("1939-09-01", "1945-09-02"), "second world war": ("1939-09-01", "1945-09-02"),
    "wwii": ("1939-09-01", "1945-09-02"), "ww2": ("1939-09-01", "1945-09-02"),
    "world war i": ("1914-07-28", "1918-11-11"), "world war one": ("1914-07-28", "1918-11-11"),
    "first world war": ("1914-07-28", "1918-11-11"), "wwi": ("1914-07-28", "1918-11-11"),
}  # fmt: skip

FUTURE_CUES: Final = frozenset(
    "will shall would ll due plans plan planned planning expected expects expect scheduled upcoming intends intend "
    "hopes hope aims aim gonna gon forthcoming deadline tentatively slated".split()
)

# Words of duty, demand and promise: `by Friday` behind one of them is a Friday to come.
DEADLINE_CUES: Final = frozenset(
    "must should obliges obliged oblige requires require required requiring orders ordered ordering "
    "demands demand demanded demanding deadline ultimatum vows vow vowed pledges pledge pledged promises promise "
    "promised agrees agree agreed urges urge urged calls called calling asks ask asked asking wants want seeks seek "
    "commits commit committed undertakes undertook instructs instructed tells extends extend extended extending "
    "renewed renews valid gives give gave given giving allows allowed threatens threatened warns".split()
)

# A past tense before `by 20 December` or `until Friday`: the limit has been reached.
PAST_CUES: Final = frozenset(
    "was were had been did lasted fought ran held stayed remained ruled served continued controlled lost took "
    "fell won seized captured killed withdrew fled retreated".split()
)

# Present tenses of programmes, with a date right behind them: `talks begin on Friday`, `which launches June 28`.
SCHEDULE_VERBS: Final = frozenset(
    "begin begins starts opens launches resume resumes convene convenes expire expires ends closes".split()
)

# After `since`, what marks the date to come as the start: `since the war began in March 2011`.
BEGINNINGS: Final = frozenset(
    "began begun begins started starts start erupted broke launched beginning outbreak".split()
)

# After `two weeks after the war`, what makes it the end that is meant and not the war.
ENDINGS: Final = frozenset("ended ends end ending collapsed collapse expired expiry finished".split())

# What a bare four-digit number is counting when one of these follows it.
COUNTED_NOUNS: Final = frozenset(
    "people persons troops soldiers fighters men women children civilians militants rebels refugees families houses "
    "homes migrants prisoners detainees dead killed wounded injured casualties deaths members personnel police "
    "officers combatants victims bodies tons tonnes barrels km kilometers kilometres miles mi metres meters m feet ft "
    "acres hectares dollars euros pounds rubles dinars kg volunteers workers residents inhabitants students tanks "
    "vehicles aircraft rockets shells rounds missiles bombs sorties strikes mercenaries militiamen peacekeepers "
    "recruits loyalists guerrillas insurgents terrorists hostages villagers villages buildings jobs votes guests "
    "delegates pilgrims horses cavalry infantry guns cannon ships planes mg ml hp w mph kph percent "
    "strong calories words pages square cubic hits runs points watts volts seats".split()
)

# Words after which a number is a count or a label, never a year.
NUMBER_PREFIXES: Final = frozenset(
    "resolution no number article section page chapter room flight route highway about approximately nearly almost "
    "over some roughly exactly only least most than $ € £ us$ usd eur # fewer additional another estimated".split()
)


def _entries() -> dict[str, TimeWord]:
    words: dict[str, TimeWord] = {}

    def add(table: dict[str, int] | dict[str, str] | dict[str, tuple[str, int]], kind: str) -> None:
        for word, value in table.items():
            words[word] = TimeWord(kind, value)

    add(_NUMBERS, "number")
    add(_SCALES, "scale")
    add(_ORDINALS, "ordinal")
    add(_VAGUE, "vague")
    add(MONTHS, "month")
    add(_WEEKDAYS, "weekday")
    add({season: season for season in SEASON_MONTHS} | {"fall": "autumn", "summers": "summer"}, "season")
    add(_UNITS, "unit")
    add(_PLURALS, "units")
    add(_PARTS, "part")
    add(_SHIFTS, "shift")
    add(_STEPS, "step")
    add(_PORTIONS, "portion")
    add(_DEICTIC, "deictic")
    add(_REFS, "ref")
    add(_SETS, "set")
    add(_SPELT_DECADES, "spelt_decade")
    add({"overnight": "night"}, "overnight")
    add({"later": 1, "earlier": -1}, "later")
    add({"bc": -1, "bce": -1, "ad": 1, "ce": 1, "b.c.": -1, "a.d.": 1, "b.c": -1, "b.c.e.": -1}, "era")
    add({word: 0 if word[0] == "a" else 12 for word in ("am", "pm", "a.m.", "p.m.", "a.m", "p.m")}, "half_day")
    for word in ("following", "prior"):
        words[word] = TimeWord("step", _STEPS[word])
    for word in (
        "the a an of in on at by to and or until till through during between from since before after within over for "
        "every each per as it day's ago not old age long half about around circa ca c approximately roughly nearly "
        "almost more less than under some just exactly only early late least up most back hence now from well".split()
    ):
        words.setdefault(word, TimeWord(word))
    for word in ("before", "after", "since", "ago", "back"):
        words[word] = TimeWord(word, _SHIFTS.get(word))
    words["half"] = TimeWord("half", "half")
    words["twice"] = words["once"] = TimeWord("times")
    words["thru"] = TimeWord("through")
    words["til"] = TimeWord("until")
    words["o'clock"] = TimeWord("oclock")
    words["gmt"] = words["utc"] = words["est"] = words["local"] = TimeWord("zone")
    words["eve"] = TimeWord("eve")
    words["time"] = TimeWord("time")
    words["period"] = words["era"] = TimeWord("era_noun")
    words["war"] = TimeWord("word")
    return words


TIME_WORDS: Final[dict[str, TimeWord]] = _entries()
